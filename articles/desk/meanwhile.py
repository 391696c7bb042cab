"""What people see whose action collided with somebody else's, where no form could tell."""

import logging
from collections.abc import Callable

from django.contrib import admin
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed
from newsroom.accounts.typed import typed_words

_log = logging.getLogger(__name__)
#: PostgreSQL's codes for ending one of two transactions that deadlock or cannot be serialised.
_CLASHES = {"40001", "40P01"}


class MeanwhileMiddleware:
    """Answer 409 where a row was added, changed or deleted between the check and the write.

    Forms and pages report what they find themselves; this is for what they cannot see, such as two
    people who add the same thing at once. The transaction is over by then, and nothing was saved.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page that says so, with what was typed; None for all other errors."""
        at_the_desk = request.resolver_match and request.resolver_match.namespace == "admin"
        reason = _reason(exception)
        if not (at_the_desk and reason and request.method == "POST"):
            return None
        _log.warning("%s was refused", request.path, exc_info=exception)
        context = {
            **admin.site.each_context(request),
            "title": gettext("Nothing was saved"),
            "reason": reason,
            "typed": typed_words(request),
        }
        status = 403 if isinstance(exception, NotAllowed) else 409
        return render(request, "admin/meanwhile.html", context, status=status)


def _reason(exception: Exception) -> str:
    """Return what to say; "" if it is an error of the site."""
    if isinstance(exception, NewsroomError):
        return str(exception)
    if isinstance(exception, IntegrityError) or _is_clash(exception):
        return gettext("Somebody else changed the same thing at the same moment.")
    return ""


def _is_clash(exception: Exception) -> bool:
    state = getattr(exception.__cause__, "sqlstate", None)
    return isinstance(exception, OperationalError) and state in _CLASHES
