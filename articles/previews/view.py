"""The page that a link opens, for people without an account; nothing of it is cached or indexed."""

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from articles.core import clock
from articles.models import rendition_url
from articles.previews.opened import Opened, is_worn, open_preview, record_use
from articles.publishing import freeze
from articles.readers import PICTURE_TYPES, article_context
from newsroom.accounts.client_ip import client_ip
from newsroom.accounts.turns import Turns

#: Pages that are made at a time in a worker, of its six threads, and for one address.
_making = Turns(most=4, each=2)
#: Pictures, of which a browser asks for six at a time.
_sending = Turns(most=6, each=6)
#: Seconds after which to try again.
WAIT = 5
_HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Return the readers' page of the revision to which the token leads, and write down the use.

    What leads nowhere, or no longer does, is the same page whatever the reason.
    """
    return _answer(request, token, _making)


@require_safe
def preview_picture(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """Return a picture of the revision to which the token leads; others are not found.

    Its use is written down as that of the page is.
    """
    return _answer(request, token, _sending, name)


def _answer(request: HttpRequest, token: str, turns: Turns, picture: str = "") -> HttpResponse:
    at, visitor = clock.now(), client_ip(request)
    with turns.turn(visitor) as given:
        if not given:
            return _private(_later(request))
        opened = open_preview(token, at)
        if opened is None:
            return _private(_closed(request))
        if is_worn(opened.link, at, is_picture=bool(picture)):
            return _private(_later(request))
        response = (
            _picture(opened, f"renditions/{picture}") if picture else _page(request, token, opened)
        )
        if response is None:
            return _private(_closed(request))
        record_use(opened.link, at, visitor, picture)
        return _private(response)


def _picture(opened: Opened, file: str) -> HttpResponse | None:
    stem, _, suffix = file.rpartition(".")
    if suffix not in PICTURE_TYPES or stem not in opened.stems():
        return None
    try:
        with default_storage.open(file) as stored:
            return HttpResponse(stored.read(), content_type=PICTURE_TYPES[suffix])
    except FileNotFoundError:
        return None


def _page(request: HttpRequest, token: str, opened: Opened) -> HttpResponse:
    now, version = clock.now(), freeze(opened.copy)
    version.story_id = opened.link.story_id
    context = {
        **article_context(version, now),
        "preview": True,
        "outsider": opened.link,
        "embargo": opened.link.story.embargoed_until(now),
    }
    response = render(request, "articles/article.html", context)
    html = response.content.decode()
    for stem in opened.stems():
        # By their public URLs readers get them only once they see the story.
        signed = reverse("articles:preview_picture", args=[token, stem.removeprefix("renditions/")])
        html = html.replace(f"{rendition_url(stem)}.", f"{signed}.")
    response.content = html.encode()
    return response


def _closed(request: HttpRequest) -> HttpResponse:
    reason = gettext_noop(
        "This preview is not available. Its link may be incomplete or have expired: ask the"
        " newsroom for another one."
    )
    return render(request, "404.html", {"reason": reason}, status=404)


def _later(request: HttpRequest) -> HttpResponse:
    reason = gettext_noop("This preview is being opened too often. Try again later.")
    response = render(request, "404.html", {"reason": reason}, status=429)
    response["Retry-After"] = str(WAIT)
    return response


def _private(response: HttpResponse) -> HttpResponse:
    for header, value in _HEADERS.items():
        response[header] = value
    return response
