"""Words as the search index has them, the same for all databases. No Django.

A text becomes words in one form (`words.py`), with their stems in its language (`stems.py`).
A document is made of them (`document.py`), and a query of what somebody types (`query.py`), in the
same way; so a database only has to look up tokens.
"""

from articles.search.analysis.document import (
    ANALYSIS,
    EVERY,
    IN_HEADLINE,
    IN_SUMMARY,
    Document,
    facet,
    make_document,
    spellings,
)
from articles.search.analysis.marks import Span, excerpt, spans
from articles.search.analysis.query import Query, SearchTerm, parse

__all__ = [
    "ANALYSIS",
    "EVERY",
    "IN_HEADLINE",
    "IN_SUMMARY",
    "Document",
    "Query",
    "SearchTerm",
    "Span",
    "excerpt",
    "facet",
    "make_document",
    "parse",
    "spans",
    "spellings",
]
