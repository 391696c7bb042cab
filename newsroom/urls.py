"""The URLs of the site: the admin, and what readers get."""

from django.conf import settings
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

handler400 = "newsroom.refused.refused"
urlpatterns = [
    path(settings.NEWSROOM_ADMIN_PATH, admin.site.urls),
    # Browsers ask for it where a page names no icon, as in the admin.
    path("favicon.ico", RedirectView.as_view(url=lazy(static, str)("icon.svg"))),
    path("", include("articles.urls")),
]

handler403 = "newsroom.accounts.forbidden.forbidden"
handler404 = "newsroom.missing.missing"
handler500 = "newsroom.accounts.failed.failed"
