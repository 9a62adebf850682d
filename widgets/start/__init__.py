"""The start page: the projects of the library, and what can be done with them as wholes."""
