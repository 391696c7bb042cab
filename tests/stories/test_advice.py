"""What would make a story better is told apart from what keeps it from readers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.stories import Related, WorkingCopy, advice, problems
from tests.factories import NOON, make_author, make_picture, make_section
from tests.helpers import managing_editor, ready

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def good() -> WorkingCopy:
    """A copy about which there is nothing to say."""
    return WorkingCopy(
        "Harvest begins",
        summary="It is late.",
        body="<p>The harvest has begun.</p>",
        section=make_section(name="Land", slug="land"),
        authors=(make_author(name="Ana Lee"),),
        tags=("harvest",),
        lead_picture=make_picture(alt="A field", caption="A field", credit="A/B"),
    )


def said(copy: WorkingCopy) -> list[tuple[str, str]]:
    return [(one.field, one.message) for one in advice(copy, NOW)]


def figure(picture: int, caption: str) -> str:
    start = f'<figure data-block="figure" data-key="k{picture:011}" data-picture="{picture}"'
    return f'{start} data-alt="A"><figcaption>{caption}</figcaption></figure>'


def embed(title: str) -> str:
    url = "https://youtu.be/dQw4w9WgXcQ"
    return f'<aside data-block="embed" data-key="k3y0k3y0" data-url="{url}">{title}</aside>'


def test_an_embed_has_a_title(good: WorkingCopy) -> None:
    assert said(replace(good, body=good.body + embed("The harvest"))) == []
    assert said(replace(good, body=good.body + embed(""))) == [
        ("body", "The embed from YouTube has no title: say in the text what it shows.")
    ]


def test_a_good_copy_needs_nothing(good: WorkingCopy) -> None:
    assert said(good) == []


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"headline": "x" * 71}, "headline", "headline is long"),
        ({"summary": ""}, "summary", "no summary"),
        ({"summary": "x" * 161}, "summary", "summary is long"),
        ({"section": None}, "section", "no section"),
        ({"authors": ()}, "byline", "no author"),
        ({"tags": ()}, "tags", "no tags"),
        ({"lead_picture": None}, "lead_picture", "no lead picture"),
    ],
)
def test_what_is_missing_is_said_and_stops_nothing(
    good: WorkingCopy, change: dict[str, object], field: str, words: str
) -> None:
    copy = replace(good, **change)  # type: ignore[arg-type]
    [(found, message)] = said(copy)
    assert (found, words in message) == (field, True)
    assert problems(copy, NOON) == []


def test_pictures_in_the_text_want_caption_and_credit(good: WorkingCopy) -> None:
    picture = make_picture(alt="A", caption="A")
    body = good.body + figure(picture.pk, "")
    assert said(replace(good, body=body)) == [
        ("body", "A picture in the text has no caption."),
        ("body", "The picture “without caption” in the text has no credit."),
    ]
    body = body.replace("data-alt", 'data-credit="Ana" data-alt')
    assert said(replace(good, body=body)) == [("body", "A picture in the text has no caption.")]


def test_a_link_to_a_withdrawn_story_is_named(good: WorkingCopy) -> None:
    gone, there = ready("Gone"), ready("There")
    for story in (gone, there):
        publishing.publish(story, by=managing_editor())
    link = '<aside data-block="also-read" data-key="k3y0k3y0k3y0" data-story="{}">Gone</aside>'
    linked = replace(
        good, body=good.body + link.format(gone.pk), related=(Related(there.pk, "", ""),)
    )
    at = publishing_time()
    assert advice(linked, at) == []
    publishing.withdraw(gone, by=managing_editor())
    publishing.withdraw(there, by=managing_editor())
    found = {one.field: one.message for one in advice(linked, publishing_time())}
    assert "“Gone”" in found["body"]
    assert "“There”" in found["related"]


def test_it_asks_the_same_however_many_pictures_and_links(good: WorkingCopy) -> None:
    asked = set()
    for number in (1, 3, 30):
        pictures = [make_picture(alt="A", caption="A", credit="B") for _ in range(number)]
        body = good.body + "".join(figure(one.pk, "A") for one in pictures)
        related = tuple(Related(ready(f"Story {number} {at}").pk, "", "") for at in range(number))
        with CaptureQueriesContext(connection) as queries:
            advice(replace(good, body=body, related=related), NOW)
        asked.add(len(queries))
    assert len(asked) == 1


def publishing_time() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize(
    "path",
    [
        "/news/nope/",
        "/news/nope/?from=mail#end",
        "/nope/",
        "/news/%C3%A9tat/",
        "/news/a&amp;b/",
        f"{settings.NEWSROOM_URL}/news/nope/",
    ],
)
def test_a_link_that_leads_nowhere_on_this_site_is_said(good: WorkingCopy, path: str) -> None:
    copy = replace(good, body=f'<p>The <a href="{path}">harvest</a> has begun.</p>')
    (found,) = said(copy)
    assert found[0] == "body"
    assert "leads nowhere" in found[1]
    assert problems(copy, NOON) == []


def test_a_link_to_the_desk_is_said(good: WorkingCopy) -> None:
    url = "/admin/articles/story/1/change/"
    ((_, message),) = said(replace(good, body=f'<p>The <a href="{url}">harvest</a> has begun.</p>'))
    assert message == f"The link to “{url}” leads to the desk, which readers cannot open."


@pytest.mark.parametrize(
    "url",
    [
        "/news/here/",
        "/news/HERE/?utm_source=x",
        f"{settings.NEWSROOM_URL}/news/here/",
        "/recent/",
        "/",
        "/media/a.jpg",
        "https://else.test/news/nope/",
        "//else.test/nope/",
    ],
)
def test_other_links_are_left_alone(good: WorkingCopy, url: str) -> None:
    publishing.publish(ready("Here"), by=managing_editor())
    copy = replace(good, body=f'<p>The <a href="{url}">harvest</a> has begun.</p>')
    assert advice(copy, publishing_time()) == []


def test_a_link_to_a_story_that_readers_do_not_see_is_said(good: WorkingCopy) -> None:
    here, gone = ready("Here"), ready("Gone")
    publishing.publish(gone, by=managing_editor())
    publishing.withdraw(gone, by=managing_editor())
    copy = replace(good, body='<p><a href="/news/here/">a</a> <a href="/news/gone/">b</a></p>')
    found = [one.message for one in advice(copy, publishing_time()) if one.field == "body"]
    assert ["readers do not see" in message for message in found] == [True, True]
    publishing.publish(here, by=managing_editor())
    (only,) = (one for one in advice(copy, publishing_time()) if one.field == "body")
    assert "/news/gone/" in only.message
