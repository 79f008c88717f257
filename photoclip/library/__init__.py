"""Watched folders: what lies in them, what changed, and how it gets into the catalog."""
