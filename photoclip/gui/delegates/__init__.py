"""How one item of a list or grid is drawn."""
