"""The library on disk; the only package that knows the database."""
