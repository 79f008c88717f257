"""The page of labels: all of them, or one that is defined and tuned."""
