"""Pages of other sites to which links lead: whether they are still there.

Whoever may write a link chooses where our server sends a request. So each request goes to an
address that was looked up once and checked just before (`resolve.py`, `fetch.py`), redirects
included, and takes bounded time and memory.
"""

from articles.links.checking.faults import fault_words
from articles.links.checking.pages import check_due_pages

__all__ = ["check_due_pages", "fault_words"]
