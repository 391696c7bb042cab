"""Fronts that editors fill, and breaking news: what readers saw of them, from when until when."""
