"""The answer where there is no page."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.defaults import page_not_found

from newsroom.accounts.typed import typed_words
from newsroom.security import is_admin


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page with status 404: the desk's own one for those who may use the desk.

    It is the same whether something is missing or hidden, but for what was typed into a form.
    Others get the readers' page, as Django gives it; the desk has led them to the log-in before.
    """
    if not (is_admin(request) and admin.site.has_permission(request)):
        return page_not_found(request, exception)
    sent = request.method == "POST" and request.resolver_match is not None
    context = {
        **admin.site.each_context(request),
        "title": gettext("There is no such page"),
        "typed": typed_words(request) if sent else [],
    }
    return render(request, "accounts/missing.html", context, status=404)
