"""Looking for words in all projects."""
