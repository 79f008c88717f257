"""What runs in the background for the window, each with its own signals."""
