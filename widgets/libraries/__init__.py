"""The libraries of the person: which is open, which were used last, and making one."""
