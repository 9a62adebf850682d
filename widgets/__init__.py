"""The window: everything that a person sees and touches, as views on a document."""
