"""The measure of all figures: a Django view that returns a constant page, and nothing around it.

Settings and addresses in one module, served by the same server as the site.
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
    """Give a page of so many bytes."""
    return b"x" * size


def bare(request: HttpRequest, size: int) -> HttpResponse:
    """Give a constant page of so many bytes."""
    return HttpResponse(page_of(size))


urlpatterns = [path("<int:size>/", bare)]
