"""The project: settings, accounts, and what is true of any site."""
