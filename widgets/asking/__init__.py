"""Asking a language model for a draft: off until it is set up, and nothing is sent unseen."""
