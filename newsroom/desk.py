"""The admin site of the newsroom."""

from typing import Any, cast

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog


class NewsroomDesk(AdminSite):
    """Django's admin, under the newsroom's names and with the translations of our scripts."""

    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("Newsroom desk")

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Return the catalog of all scripts; Django's own method has those of Django only."""
        return cast("HttpResponse", JavaScriptCatalog.as_view()(request))
