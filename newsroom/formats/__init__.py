"""How times are written where Django writes them: as the newsroom does elsewhere."""
