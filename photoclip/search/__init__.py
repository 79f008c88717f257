"""From what a person types or drops to ranked photos."""
