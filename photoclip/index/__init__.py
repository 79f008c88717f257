"""Nearest neighbours among embeddings: exact by one matrix product, or through HNSW."""
