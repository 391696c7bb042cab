"""The search: what it finds, and the index that is written with what it finds.

One interface over SQLite's FTS5 and PostgreSQL's tsvector. Texts and queries are analysed in Python
(`analysis/`), so both databases have the same tokens, and find the same stories in the same order.
For the desk, there are the working copies of stories and of entries of live blogs, private notes
and wire copy; for readers, each published version of both, of which they find only what
`visible(at)` lets them see.
"""

from articles.search.analysis import Query, Span, excerpt, parse, spans
from articles.search.check import Difference, differences
from articles.search.find_entries import find_entries, newest_entries
from articles.search.find_for_desk import find_notes, find_wire_copies
from articles.search.find_stories import find_stories
from articles.search.find_versions import Filters, Listed, Place, VersionSearch
from articles.search.index_entry import (
    index_entry,
    index_entry_version,
    language_of_entry,
    texts_of_entry,
)
from articles.search.index_note import index_note, language_of_note, texts_of_note
from articles.search.index_story import blocks_of, index_story
from articles.search.index_version import index_version, index_versions, texts_of
from articles.search.index_wire_copy import index_wire_copy, language_of_copy, texts_of_copy
from articles.search.likeness import Likeness, likeness_of
from articles.search.meant import meant
from articles.search.progress import has_all_for_desk, has_all_stories, has_all_versions
from articles.search.rebuild import index_stories, rebuild
from articles.search.tagging.suggest_tags import SuggestedTag, suggest_tags

__all__ = [
    "Difference",
    "Filters",
    "Likeness",
    "Listed",
    "Place",
    "Query",
    "Span",
    "SuggestedTag",
    "VersionSearch",
    "blocks_of",
    "differences",
    "excerpt",
    "find_entries",
    "find_notes",
    "find_stories",
    "find_wire_copies",
    "has_all_for_desk",
    "has_all_stories",
    "has_all_versions",
    "index_entry",
    "index_entry_version",
    "index_note",
    "index_stories",
    "index_story",
    "index_version",
    "index_versions",
    "index_wire_copy",
    "language_of_copy",
    "language_of_entry",
    "language_of_note",
    "likeness_of",
    "meant",
    "newest_entries",
    "parse",
    "rebuild",
    "spans",
    "suggest_tags",
    "texts_of",
    "texts_of_copy",
    "texts_of_entry",
    "texts_of_note",
]
