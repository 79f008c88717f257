"""Qt models over plain data, one for each panel."""
