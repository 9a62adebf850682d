"""The map as a value: its elements, the change from one map to the next, and its reading order."""
