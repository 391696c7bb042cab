"""Pictures and what pages show of them."""

from articles.pictures.data import picture_data

__all__ = [
    "picture_data",
]
