"""The article side of the window: its text, its marks, and making claims of words."""
