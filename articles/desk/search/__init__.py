"""One page that searches all that the desk has: stories, private notes and wire copy."""
