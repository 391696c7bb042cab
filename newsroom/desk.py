"""The admin site of the newsroom."""

from typing import Any, cast

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import MAX_URL_REDIRECT_LENGTH, url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from newsroom.accounts.forms import LogInForm
from newsroom.accounts.own_settings import own_settings


class NewsroomDesk(AdminSite):
    """Django's admin, under the newsroom's names and with the translations of our scripts."""

    site_header = settings.NEWSROOM_NAME
    site_title = settings.NEWSROOM_NAME
    index_title = _("Newsroom desk")
    login_form = LogInForm
    # The desk has a bar of its own.
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """Return Django's URLs and that of a person's own settings.

        Not `/r/…/`, which tells any staff account where a row is shown: it may be scheduled or
        under embargo. Our pages link to what they may show themselves.
        """
        own = path("settings/", self.admin_view(own_settings), {"site": self}, name="own_settings")
        return [
            own,
            *(url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"),
        ]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Return the start page of the desk, which says what waits for whom."""
        start_page = import_string(settings.NEWSROOM_START_PAGE)
        return cast("TemplateResponse", start_page(request, self))

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Return Django's page, which leads on to the start page if not to a page of the site."""
        _correct_next(request)
        return super().login(request, extra_context)

    def logout(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Return Django's page, which leads on to the start page if not to a page of the site."""
        _correct_next(request)
        return super().logout(request, extra_context)

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Return the catalog of all scripts; Django's own method has those of Django only."""
        return cast("HttpResponse", JavaScriptCatalog.as_view()(request))


def _correct_next(request: HttpRequest) -> None:
    """Let the request name the start page where it names none that a log-in can lead to."""
    for method in ("GET", "POST"):
        sent = getattr(request, method)
        if REDIRECT_FIELD_NAME in sent and not _is_page(sent[REDIRECT_FIELD_NAME]):
            corrected = sent.copy()
            corrected[REDIRECT_FIELD_NAME] = reverse("admin:index")
            setattr(request, method, corrected)


def _is_page(url: str) -> bool:
    """Return whether a browser takes it for a page of this site that may be opened."""
    return (
        url.startswith("/")
        and url.isprintable()
        and len(url) <= MAX_URL_REDIRECT_LENGTH
        and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
        # To open it is an error: people log out with a button.
        and not url.startswith(reverse("admin:logout"))
    )
