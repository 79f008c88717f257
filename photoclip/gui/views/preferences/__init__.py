"""The preferences: a page of the window, one module for each of its sections."""
