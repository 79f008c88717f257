"""The search box, what narrows a search, and what it came to."""
