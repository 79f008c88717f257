"""Suggested labels, for a person to decide on."""
