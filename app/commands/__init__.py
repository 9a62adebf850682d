"""The commands that can be given on the command line: `program` puts them together."""
