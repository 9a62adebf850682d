"""What was done to a project: read, looked back at, and brought back."""
