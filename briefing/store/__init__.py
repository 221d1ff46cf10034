"""The store: one SQLite file, a module for each of the things it holds."""
