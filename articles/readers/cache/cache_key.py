"""Which page a request is for, read from the WSGI environment as Django reads it.

`get_path_info` is not public: it is what Django itself calls. tests/readers/cache/test_door.py
compares the answers.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import get_path_info
from django.http import QueryDict

from articles.readers.cache.declaration import cached_view

#: Bytes of a path, a query string and a host: what is longer is for Django, which refuses much of
#: it.
LONGEST_PATH, LONGEST_QUERY, LONGEST_HOST = 1024, 2048, 255


class CacheKey(NamedTuple):
    """All that a cached page may depend on but the database and the settings."""

    scheme: str
    #: As it was sent: a host that is not allowed gets no 200, so nothing is cached for it.
    host: str
    script: str
    #: As the server hands it on: bytes, not yet decoded.
    path: str
    parameters: tuple[tuple[str, ...], ...]
    #: Whether there are only as many such keys as pages. Anybody can make up parameters, and where
    #: a pattern allows all subdomains, or any port, hosts.
    is_common: bool


def cache_key(environ: Mapping[str, Any]) -> CacheKey | None:
    """Return the key of the page that is requested.

    None if Django is to answer: the request is not for a page that is cached, or it is too odd.
    """
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    host = environ.get("HTTP_HOST")
    if (
        environ["REQUEST_METHOD"] not in ("GET", "HEAD")
        or not host
        or len(host) > LONGEST_HOST
        or len(path) > LONGEST_PATH
        or len(query) > LONGEST_QUERY
    ):
        return None
    script = environ.get("SCRIPT_NAME", "")
    return _key(_scheme(environ), host, environ["SERVER_PORT"], script, path, query)


def _scheme(environ: Mapping[str, Any]) -> str:
    """Return what `request.scheme` is."""
    trusted: tuple[str, str] | None = settings.SECURE_PROXY_SSL_HEADER
    header, secure = trusted or ("", "")
    if (said := environ.get(header)) is not None:
        return "https" if said.split(",", 1)[0].strip() == secure else "http"
    scheme: str = environ["wsgi.url_scheme"]
    return scheme


# Each is asked for again and again. At most 4 MiB.
@lru_cache(maxsize=1024)
def _key(scheme: str, host: str, port: str, script: str, path: str, query: str) -> CacheKey | None:
    match = cached_view(get_path_info({"PATH_INFO": path}))
    if match is None:
        return None
    parameters: tuple[tuple[str, ...], ...] = ()
    if query and (names := match.func.cached):  # type: ignore[attr-defined]
        try:
            sent = QueryDict(query.encode("iso-8859-1"))
        except SuspiciousOperation:
            return None
        parameters = tuple((name, *sent.getlist(name)) for name in names if name in sent)
    is_common = not parameters and host.removesuffix(f":{port}") in settings.ALLOWED_HOSTS
    return CacheKey(scheme, host, script, path, parameters, is_common)
