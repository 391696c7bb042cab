"""Files are handed to the server whole, so that slow readers hold up none of its threads.

The server takes what comes in pieces only as fast as it is read, and meanwhile the thread waits.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse

from newsroom.accounts.client_ip import client_ip
from newsroom.accounts.turns import Turns

#: Bytes of a file that is kept in memory until it is read: those of our pages are smaller.
MOST = 1024**2
#: Of the six threads of a worker, for larger files.
_sending = Turns(most=2, each=1)
#: Seconds after which to try again.
WAIT = 5


class WholeFilesMiddleware:
    """Send a file in one piece; a larger one in pieces, few at a time, or 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, StreamingHttpResponse) or response.is_async:
            return response
        pieces = cast("Iterable[bytes]", response.streaming_content)
        if request.method == "HEAD":
            response.streaming_content = []
            return response
        # What says that there is nothing to send, as 304 does, says no length.
        if int(response.get("Content-Length") or 0) <= MOST:
            response.streaming_content = [b"".join(pieces)]
            return response
        turn = ExitStack()
        if not turn.enter_context(_sending.turn(client_ip(request))):
            response.close()
            return HttpResponse(status=503, headers={"Retry-After": str(WAIT)})
        response.streaming_content = _InTurn(pieces, turn)
        return response


class _InTurn:
    """Pieces of a file; the turn ends when they are closed, read or not."""

    def __init__(self, pieces: Iterable[bytes], turn: ExitStack) -> None:
        self._pieces, self.close = pieces, turn.close

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)
