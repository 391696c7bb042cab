"""Values longer than any text, in each field of each form: they are refused or saved, never 500."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.models import Picture
from newsroom.accounts.models import User
from tests.factories import make_correction, make_link, make_picture, make_section
from tests.helpers import draft, managing_editor, ready, sent

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]
LONG = "x" * 128 * 1024
SHAPES = {
    "one word": LONG,
    "words": "word " * 26_000,
    "lines": "a\n\n" * 40_000,
    "commas": "a," * 40_000,
    "many": ",".join(map(str, range(20_000))),
    "quotes": '"' * 131_073,
    "quoted": '"' + LONG + '"',
    "places": "/".join(map(str, range(20_000))),
    "Chinese": "选举结果" * 33_000,
    "digits": "9" * 5_000,
}
FIELDS = ["headline", "summary", "slug", "tags", "places", "date", "agency", "byline", "section"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("field", FIELDS)
def test_in_the_storys_form(desk: Desk, field: str, shape: str) -> None:
    story, client = draft("Harvest"), desk(managing_editor())
    for page in ("change", "preview"):
        url = reverse(f"admin:articles_story_{page}", args=[story.pk])
        answer = client.post(url, sent(story, **{field: SHAPES[shape]}))
        assert answer.status_code in (200, 302)


def test_a_tag_that_is_too_long_is_an_error_of_its_field(desk: Desk) -> None:
    story, client = draft("Harvest"), desk(managing_editor())
    url = reverse("admin:articles_story_change", args=[story.pk])
    for shape in ("one word", "quotes", "quoted", "many", "Chinese"):
        answer = client.post(url, sent(story, headline="My words", tags=SHAPES[shape]))
        assert list(answer.context["adminform"].form.errors) == ["tags"]
        assert ">\nMy words<" in answer.text


@pytest.mark.parametrize("shape", ["one word", "Chinese", "digits"])
def test_in_the_other_forms(desk: Desk, shape: str) -> None:
    by = managing_editor()
    story, client, long = ready("Harvest"), desk(by), SHAPES[shape]
    publishing.publish(story, by=by)
    note, link = make_correction(story), make_link(story, url="https://else.test/")
    section, picture = make_section(name="World", slug="world"), make_picture(alt="A")
    forms: list[tuple[str, list[Any], dict[str, Any]]] = [
        ("articles_story_add_correction", [story.pk], {"kind": "update", "text": long}),
        ("articles_story_add_correction", [story.pk], {"kind": long, "text": "a"}),
        ("articles_story_retract_correction", [story.pk], {"correction": long, "reason": "a"}),
        ("articles_story_retract_correction", [story.pk], {"correction": note.pk, "reason": long}),
        ("articles_story_withdraw", [story.pk], {"note": long}),
        ("articles_story_withdraw", [story.pk], {"at": long}),
        ("articles_story_publish", [story.pk], {"change": "update", "note": long}),
        ("articles_story_schedule", [story.pk], {"change": "update", "at": long, "note": "a"}),
        ("articles_story_embargo", [story.pk], {"at": "2030-01-01T10:00", "reason": long}),
        ("articles_story_send_back", [story.pk], {"reason": long}),
        ("articles_relatedlink_queue_decide", [link.pk], {"decision": "approve", "reason": long}),
        ("articles_relatedlink_queue_decide", [link.pk], {"decision": long}),
        ("articles_wirecopy_import", [], {"text": f"Harvest\n\n{long}\n", "name": long}),
        ("articles_section_change", [section.pk], {"name": long, "slug": long, "position": long}),
        ("articles_author_add", [], {"name": long, "user": long}),
        ("articles_place_add", [], {"name": long}),
        ("articles_picture_change", [picture.pk], {"alt": long, "caption": long, "credit": long}),
        ("accounts_user_add", [], {"username": long, "display_name": long, "email": long}),
        ("accounts_user_change", [by.pk], {"username": "a", "display_name": long, "groups": long}),
        ("accounts_user_change", [by.pk], {"language": long, "time_zone": long, "email": long}),
    ]
    for name, args, fields in forms:
        answer = client.post(reverse(f"admin:{name}", args=args), fields)
        assert answer.status_code in (200, 302, 403), name
    assert Picture.objects.count() == 1


def test_at_the_log_in(client: Client) -> None:
    fields = {"username": LONG, "password": LONG, "next": LONG}
    # Strangers' bodies are not even read from a size on.
    assert client.post(reverse("admin:login"), fields).status_code == 413
    fields = {name: value[:30_000] for name, value in fields.items()}
    assert client.post(reverse("admin:login"), fields).status_code == 200
    headers = {"user-agent": "x" * 9_000, "accept": "x" * 9_000}
    for name in ("a", "a" * 150, "é" * 150):
        answer = client.post(reverse("admin:login"), {**fields, "username": name}, headers=headers)
        assert answer.status_code == 200


def test_in_searches_and_filters(desk: Desk) -> None:
    draft("Harvest")
    client = desk(managing_editor())
    for shape in ("one word", "quotes", "Chinese", "digits"):
        for parameter in ("q", "p", "o", "state__exact", "status", "mine", "section__id__exact"):
            query = {parameter: SHAPES[shape][:9_000]}
            answer = client.get(reverse("admin:articles_story_changelist"), query)
            assert answer.status_code in (200, 302, 414), parameter
