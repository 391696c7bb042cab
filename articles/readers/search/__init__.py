"""The search page: what was asked, what is found, and how it is shown."""
