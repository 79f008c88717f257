"""Brings translations in step with the source. Part of the development, not of the set-up."""
