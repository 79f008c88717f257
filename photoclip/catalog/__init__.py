"""The catalog: one SQLite file that holds everything that must survive."""
