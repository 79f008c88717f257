"""The details panel and the blocks that it is made of."""
