"""What the figures in README.md come from. Runs on any machine; see __main__.py."""
