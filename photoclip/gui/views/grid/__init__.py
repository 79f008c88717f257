"""The grid of photos, with its headers and its timeline."""
