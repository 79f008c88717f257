"""One photo in full, and what surrounds it."""
