"""XMP, which holds what people and programs say of a photo: ISO 16684-1, over lxml."""
