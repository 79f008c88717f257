"""Tags that are written to sidecars: what would change, and taking it back."""
