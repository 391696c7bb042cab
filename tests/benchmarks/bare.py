"""What pages are measured against: a Django view that returns a constant page, nothing around it.

Settings and URLs in one module, served by the same server as the site.
"""

from functools import cache
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.urls import path

ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = __name__
SECRET_KEY = token_hex(32)
USE_TZ = True


@cache
def page_of(size: int) -> bytes:
    """Return a page of this many bytes."""
    return b"x" * size


def bare(request: HttpRequest, size: int) -> HttpResponse:
    """Return a constant page of this many bytes."""
    return HttpResponse(page_of(size))


urlpatterns = [path("<int:size>/", bare)]
