"""Articles: taking them in, and the places in their text."""
