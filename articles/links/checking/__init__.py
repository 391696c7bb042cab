"""Pages of other sites to which links lead: whether they are still there.

Whoever may write a link chooses where our server sends a request. So each request goes to an
address that was looked up once and checked just before (`resolve.py`, `fetch.py`), redirects
included, and takes bounded time and memory.
"""

from articles.links.checking.faults import fault_words
from articles.links.checking.network import Network
from articles.links.checking.pages import check_due_pages
from articles.links.checking.read import NotReadable, read_page

__all__ = ["Network", "NotReadable", "check_due_pages", "fault_words", "read_page"]
