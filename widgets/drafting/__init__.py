"""The Draft tab: what was found in an article, decided by the person, one suggestion at a time."""
