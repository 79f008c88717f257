"""The panels of the window, one view each."""
