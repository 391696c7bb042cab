"""Related links, and what was decided on each."""
