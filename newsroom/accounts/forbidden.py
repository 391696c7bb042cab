"""What people who are logged in see if they may not do what they asked for."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.defaults import permission_denied

from newsroom.accounts.typed import typed_words
from newsroom.security import is_admin


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page with status 403: at the desk its own one, which says what to do."""
    if not is_admin(request):
        return permission_denied(request, exception)
    context = {
        **admin.site.each_context(request),
        "title": gettext("You may not do this"),
        "reason": str(exception),
        "typed": typed_words(request) if request.method == "POST" else [],
    }
    return render(request, "accounts/forbidden.html", context, status=403)
