"""What people who are not logged in send is read up to a small size, for a short time.

The server reads a body only when it is asked for, in one of the worker's few threads: whoever
sends slowly would hold it up, and with a few connections the site.
"""

from collections.abc import Callable
from io import BytesIO
from time import monotonic

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from newsroom.accounts.client_ip import client_ip
from newsroom.accounts.sessions import logged_out, sends_a_form
from newsroom.accounts.silent_connections import ended_when_silent
from newsroom.accounts.turns import Turns
from newsroom.security import is_admin
from newsroom.uploads import length_of

#: Bytes: a log-in has a few hundred, and the form of a long story fits.
MOST = 128 * 1024
#: For how long a body is waited for, and after how long to try again.
SECONDS = 5
#: Of the six threads of a worker, so that the others go on answering.
_waiting = Turns(most=4, each=2)


class AnonymousBodiesMiddleware:
    """Read the body before anything else does, or answer 413, 408 or 503 without it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Nothing reads the body of another method.
        if request.method != "POST" or request.user.is_authenticated:
            return self.get_response(request)
        length = length_of(request)
        if length > MOST:
            return _refused(request, 413)
        with _waiting.turn(client_ip(request)) as given:
            if not given:
                return _refused(request, 503)
            arrived = _arrives(request, length)
        return self.get_response(request) if arrived else _refused(request, 408)


def _arrives(request: HttpRequest, length: int) -> bool:
    """Return whether the whole body came in time; the request reads it from memory then."""
    stream, body = request.META.get("wsgi.input"), bytearray()
    if stream is None:
        return True
    address, port = (request.META.get(name, "") for name in ("REMOTE_ADDR", "SERVER_PORT"))
    end = monotonic() + SECONDS
    with ended_when_silent(address, port, SECONDS):
        # A byte at a time, since the server waits for as many as it is asked for.
        while len(body) < length and (byte := stream.read(1)):
            body += byte
            if monotonic() > end:
                return False
    request._stream = BytesIO(body)
    return len(body) >= length


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    """Answer without what was sent: a form of the desk is offered again, and restores it."""
    if is_admin(request) and sends_a_form(request):
        return logged_out(request, [], status)
    text = gettext("What you sent is too long, or could not be read. Try again.")
    response = HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(SECONDS)
    return response
