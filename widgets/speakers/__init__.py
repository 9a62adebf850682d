"""Who says what: the panel of speakers, all that one says, and the table of speakers and claims."""
