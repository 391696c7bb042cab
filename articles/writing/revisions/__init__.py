"""Revisions: each save of a story, recorded as one small value and read again.

A revision holds the whole working copy as JSON, compressed with an earlier revision as its
dictionary; that one is stored in full. At least one of `FULL_ONE_OF` is full, and no other depends
on more than one, so a damaged row makes only the rows that depend on it unreadable. Damage is
reported, never read as text. A dictionary reaches 32 kB back; a longer text takes more room.
"""

from articles.writing.revisions.data import as_data
from articles.writing.revisions.read import read_revision
from articles.writing.revisions.record import FULL_ONE_OF, record_first, record_save

__all__ = ["FULL_ONE_OF", "as_data", "read_revision", "record_first", "record_save"]
