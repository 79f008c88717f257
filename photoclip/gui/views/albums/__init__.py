"""What asks about albums."""
