from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from newsroom.media import media

urlpatterns = [
    path(settings.NEWSROOM_ADMIN_PATH, admin.site.urls),
    path("media/<path:path>", media, name="media"),
    path("", include("articles.urls")),
]
