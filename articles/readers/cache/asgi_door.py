"""The door of the site where an ASGI server serves it."""

from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.wsgi import WsgiToAsgi

from articles.readers.cache.declaration import cached_view
from articles.readers.cache.door import Application

AsgiApplication = Callable[[Any, Any, Any], Awaitable[None]]


def asgi_door(asgi: AsgiApplication, door: Application) -> AsgiApplication:
    """Return an ASGI application that sends readers' pages to the door, and all else to `asgi`."""
    # They read the database, which is not done asynchronously.
    readers: Any = WsgiToAsgi(door)  # type: ignore[no-untyped-call]

    async def application(scope: Any, receive: Any, send: Any) -> None:
        is_page = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        chosen = readers if is_page and cached_view(scope["path"]) else asgi
        await chosen(scope, receive, send)

    return application
