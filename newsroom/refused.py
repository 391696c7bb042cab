"""The answer to a request that Django refuses before any view sees it."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.defaults import bad_request

from newsroom.security import is_admin

MEGABYTE = 1024**2


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what to do where a form at the desk holds more than can be saved; else as Django does."""
    if not (isinstance(exception, RequestDataTooBig) and is_admin(request)):
        return bad_request(request, exception)
    context = {
        **admin.site.each_context(request),
        "title": gettext("This is too much to be saved at once"),
        "most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE,
    }
    return render(request, "accounts/too_large.html", context, status=413)
