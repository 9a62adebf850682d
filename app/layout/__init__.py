"""Where things go on the canvas: pure geometry, the same for the window and for diagrams."""
