"""Taking documents in: asking for them, looking at what was understood, and putting that right."""
