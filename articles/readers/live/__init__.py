"""The stream of a live blog: what its page shows above the text, and what is asked for since."""
