"""Two texts of one article side by side: an earlier one and today's, or today's and a newer one."""
