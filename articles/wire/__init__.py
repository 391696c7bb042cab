"""Wire copy to structured story parts: pure functions, no database and no settings."""
