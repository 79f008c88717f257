"""Long work, on one line and as a list."""
