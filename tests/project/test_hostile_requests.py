"""Whatever a URL, a query or a form is sent, the answer is no error of the site."""

from typing import Any
from urllib.parse import urlencode
from zlib import crc32

import pytest
from django.db import transaction
from django.http import SimpleCookie
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tests.project.site import fill, has_parameters, newsroom, routes, url_of

pytestmark = pytest.mark.django_db

HOSTILE = ("a\0b", "9" * 26, "9" * 5000, "x", "-1", "a" * 300)
#: The parameters that our pages and Django's lists read.
PARAMETERS = (
    "q p o e all view day before after story at page state status mine action subject not version"
    " term app_label model_name field_name next _popup _to_field _changelist_filters"
).split()
IN_ANY_FORM = {"action": "delete_selected", "_selected_action": "x", "decision": "approve"}


class Desk:
    """Somebody who may do everything asks for pages, each as if it were the first."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.client.force_login(newsroom())
        self.cookies = {name: one.value for name, one in self.client.cookies.items()}
        self.errors: list[str] = []

    def ask(self, method: str, url: str, told: object, data: Any = None) -> Any:
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
            response: Any = getattr(self.client, method)(url, data)
            transaction.set_rollback(True)
        if response.status_code >= 500:
            self.errors.append(f"{method} {url[:80]} {told!s:.40}: {response.exc_info[1]!r:.80}")
        return response


def fields_of(response: Any) -> dict[str, str]:
    """Return what a browser would send of all forms of the page."""
    if response.streaming or "html" not in response.get("Content-Type", ""):
        return {}
    fields = LexborHTMLParser(response.text).css("form [name]")
    return {node.attributes["name"] or "": node.attributes.get("value") or "" for node in fields}


def choice(of: str, values: tuple[str, ...] = HOSTILE) -> str:
    """Return one of the values, always the same one for the same words."""
    return values[crc32(of.encode()) % len(values)]


def test_no_url_query_or_form_is_an_error_of_the_site() -> None:
    desk = Desk()
    tried: set[tuple[str, str]] = set()
    for route in routes():
        url = url_of(route)
        fields = fields_of(desk.ask("get", url, "")) | IN_ANY_FORM
        # Some of the values for each route, the same in each run: all of them take minutes.
        first, second, third = (choice(f"{route} {use}") for use in range(3))
        if has_parameters(route):
            desk.ask("get", fill(route, lambda _, value=first: value), first)  # type: ignore[misc]
        asked = dict.fromkeys(PARAMETERS, second[:400])
        desk.ask("get", f"{url}?{urlencode(asked)}", second)
        desk.ask("post", url, third, dict.fromkeys(fields, third))
        # Each field of a model's forms with one of them, the same in each run.
        model = "/".join(route.split("/")[:3])
        for name in [name for name in fields if (model, name) not in tried]:
            tried.add((model, name))
            value = choice(f"{route} {name}", HOSTILE[:3])
            desk.ask("post", url, (name, value), fields | {name: value})
    assert desk.errors == []
