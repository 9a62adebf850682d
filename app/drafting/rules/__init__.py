"""The rules that find who says what, a module for each way of saying it."""
