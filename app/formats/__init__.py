"""The formats of files: each module reads and writes one, and says what is lost on the way."""
