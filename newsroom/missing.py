"""The answer where there is no page."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.defaults import page_not_found

from newsroom.security import is_admin


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page with status 404: the desk's own one for those who may use the desk.

    It is the same whether something is missing or hidden. Others get the readers' page, as Django
    gives it; the desk has led them to the log-in before.
    """
    if not (is_admin(request) and admin.site.has_permission(request)):
        return page_not_found(request, exception)
    context = {**admin.site.each_context(request), "title": gettext("There is no such page")}
    return render(request, "accounts/missing.html", context, status=404)
