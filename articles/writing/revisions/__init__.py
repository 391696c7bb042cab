"""Revisions: each save of a story, recorded as one small value and read again."""

from articles.writing.revisions.data import as_data
from articles.writing.revisions.read import read_revision
from articles.writing.revisions.record import FULL_ONE_OF, record_first, record_save

__all__ = ["FULL_ONE_OF", "as_data", "read_revision", "record_first", "record_save"]
