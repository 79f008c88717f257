"""Labels on photos: chips, and choosing one by its name."""
