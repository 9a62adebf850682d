"""Asking a language model for a draft: a server that the person chose, and only when told to."""
