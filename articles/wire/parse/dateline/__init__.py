"""Datelines: found in front of a paragraph, with places, date and agency, and how sure that is."""

from articles.wire.parse.dateline.find import find

__all__ = ["find"]
