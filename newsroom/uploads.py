"""What is too large for its page is refused by the size that it announces, before it is read.

Django bounds the fields of a form, not its files: it would receive them all first.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

#: What the boundaries and headers of its parts add to a form.
BORDERS = 1.1


class UploadsMiddleware:
    """Answer 413 to what is larger than its view takes. It comes before all that reads a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], *arguments: Any
    ) -> HttpResponse | None:
        """Return the refusal; None if the view takes what was sent.

        A view that takes files says by `most_bytes` how much; others take a form. Raise
        RequestDataTooBig as Django does, but for files too.
        """
        own = getattr(view, "most_bytes", None)
        most = own() if own else settings.DATA_UPLOAD_MAX_MEMORY_SIZE * BORDERS
        if length_of(request) <= most:
            return None
        if not own:
            raise RequestDataTooBig(f"More than {most:.0f} bytes were announced.")
        context = {
            **admin.site.each_context(request),
            "title": gettext("This is too much to be sent at once"),
            "most": filesizeformat(most),
        }
        return render(request, "accounts/upload_too_large.html", context, status=413)


def length_of(request: HttpRequest) -> int:
    """Return how long the body is; 0 if that is not said, for then Django reads nothing."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
