"""Live blogs: whether coverage runs, the entries as they are written, and as readers get them."""
