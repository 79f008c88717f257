"""The side panel of places."""
