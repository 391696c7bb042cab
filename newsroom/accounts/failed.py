"""The answer where the site itself has failed."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.defaults import server_error

from newsroom.accounts.typed import typed_words
from newsroom.security import is_admin


def failed(request: HttpRequest) -> HttpResponse:
    """Return the page with status 500: at the desk its own one, with what was sent, to be copied.

    It asks the database nothing, which may be what has failed.
    """
    if not is_admin(request):
        return server_error(request)
    context = {
        "title": gettext("Something went wrong"),
        "site_header": admin.site.site_header,
        "site_title": admin.site.site_title,
        "typed": typed_words(request) if request.method == "POST" else [],
    }
    # Without the request: who is logged in, and what was done, is in the database.
    return HttpResponse(render_to_string("accounts/failed.html", context), status=500)
