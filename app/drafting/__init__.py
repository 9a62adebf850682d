"""Drafting a map from an article: who says what, found by rules of grammar; a person decides."""
