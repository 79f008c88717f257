"""Labels that people define, found on their photos and tuned by their clicks."""
