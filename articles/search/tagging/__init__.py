"""Which tags a text suggests: those of the newsroom that it says, and places that it names."""
