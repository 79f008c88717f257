"""What examine() is made of: trial inputs, what is measured on them, and how that is judged."""
