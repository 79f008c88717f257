"""Photo files in: upright sRGB pixels, metadata, content hashes and thumbnails out."""
