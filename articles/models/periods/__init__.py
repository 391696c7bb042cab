"""What pages show of sections, authors and former slugs, from when until when."""
