"""The page of a story, and what is at URLs where there is no story now."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings
from selectolax.lexbor import LexborHTMLParser
from time_machine import Traveller

from articles.links import moderation
from articles.models import LinkState, PublishedVersion, VersionKind
from articles.readers import article_context
from tests.factories import HOUR, NOON, make_link, make_section, make_story, make_version
from tests.helpers import managing_editor

KEY = "abcd1234"
MARKED = f"<p>Before.</p>\n<!--also-read:{KEY}-->\n<p>After.</p>"
PRINTED: dict[str, Any] = {
    "authors": ["Ana", "Ben", "Cy"],
    "tags": ["harvest"],
    "picture": {
        "src": "/media/a.jpg",
        "srcset": "/media/a.jpg 800w",
        "width": 800,
        "height": 600,
        "alt": "A field",
        "caption": "The field at dawn.",
        "credit": "Ana/Agency",
    },
    "blocks": [
        {"kind": "AlsoRead", "key": KEY, "label": "Also Read | ", "headline": "As it was printed"}
    ],
}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def read(client: Client, url: str) -> LexborHTMLParser:
    """Return the page at the URL, which must be there."""
    response = client.get(url)
    assert response.status_code == 200
    return LexborHTMLParser(response.text)


def words(tree: LexborHTMLParser, selector: str = "main") -> str:
    """Return the text of the first match, with single spaces."""
    found = tree.css_first(selector)
    return " ".join(found.text(separator=" ").split()) if found else ""


def with_inline_link(client: Client, **link: Any) -> LexborHTMLParser:
    """Return the page of a story with one inline link with these fields."""
    story = make_story(headline="With a link")
    make_link(story, key=KEY, **{"headline": "As it is in the working copy", **link})
    return read(client, make_version(story, content=PRINTED, body_html=MARKED).get_absolute_url())


def test_an_article_reads_in_order(client: Client) -> None:
    story = make_story(headline="Harvest begins", summary="Early & good.")
    target = make_version(make_story(headline="Rain is near"))
    make_link(story, target=target.story, state=LinkState.APPROVED)
    world = make_section(name="World", slug="world")
    version = make_version(story, content=PRINTED, section=world, visible_from=NOON - 2 * HOUR)
    tree = read(client, version.get_absolute_url())
    assert words(tree) == (
        "World 1 September 2025, 10:00 UTC Copy link Share Harvest begins Early & good."
        " By Ana , Ben and Cy The field at dawn. Ana/Agency The harvest has begun. Topics harvest"
        " Related stories Rain is near 1 Sep 2025, 11:00"
        " Recent News Rain is near 1 Sep 2025, 11:00"
        " Previous story World Next story"
    )
    assert words(tree, "title") == "Harvest begins – Newsroom"
    description = tree.css_first("meta[name=description]")
    assert description
    assert description.attributes["content"] == "Early & good."
    assert not tree.css("meta[name=robots][content=noindex], .preview-bar, .old")


def test_times_are_in_the_newsrooms_zone(client: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Almaty"
    story = make_story()
    make_version(story, visible_from=NOON - 3 * HOUR, visible_until=NOON - HOUR)
    version = make_version(
        story,
        published_at=NOON - 3 * HOUR,
        modified_at=NOON - HOUR,
        visible_from=NOON - HOUR,
    )
    tree = read(client, version.get_absolute_url())
    assert [(time.attributes["datetime"], time.text()) for time in tree.css(".meta time")] == [
        ("2025-09-01T14:00:00+05:00", "1 September 2025, 14:00 +05"),
        ("2025-09-01T16:00:00+05:00", "1 September 2025, 16:00 +05"),
    ]
    assert "Updated 1 September 2025, 16:00" in words(tree, ".meta")


def test_times_say_the_day_of_the_week_and_the_zone_in_full(
    client: Client, settings: Settings
) -> None:
    settings.TIME_ZONE = "Asia/Almaty"
    time = read(client, make_version().get_absolute_url()).css_first(".meta time")
    assert time
    assert time.attributes["title"] == "Monday, 1 September 2025, 16:00 +05 (Asia/Almaty)"


@pytest.mark.parametrize(
    ("days", "said"),
    [(365, "more than 1 year old"), (364, ""), (731, "more than 2 years old")],
)
def test_a_story_says_that_it_is_old(client: Client, days: int, said: str) -> None:
    version = make_version(visible_from=NOON - timedelta(days=days))
    assert said in words(read(client, version.get_absolute_url()), ".old") or not said
    assert bool(read(client, version.get_absolute_url()).css(".old")) == bool(said)


def test_related_stories_have_the_pictures_that_readers_see_of_them(client: Client) -> None:
    story = make_story()
    for state in (LinkState.SUGGESTED, LinkState.REJECTED, LinkState.APPROVED):
        picture = PRINTED["picture"] | {"src": f"/media/{state.value}.jpg"}
        target = make_version(content=PRINTED | {"picture": picture})
        make_link(story, target=target.story, state=state)
    tree = read(client, make_version(story).get_absolute_url())
    assert [image.attributes["src"] for image in tree.css(".related img")] == [
        "/media/approved.jpg"
    ]


def test_the_section_leads_to_its_page(client: Client) -> None:
    land = make_section(name="Land", slug="land")
    tree = read(client, make_version(section=land).get_absolute_url())
    assert [link.attributes["href"] for link in tree.css(".kicker a")] == ["/section/land/"]


def test_an_approved_inline_link_leads_to_where_its_story_is_now(client: Client) -> None:
    target = make_story(headline="New headline")
    make_version(target, slug="old", visible_from=NOON - 2 * HOUR, visible_until=NOON - HOUR)
    make_version(target, slug="new")
    tree = with_inline_link(client, target=target, state=LinkState.APPROVED)
    assert words(tree, ".body") == "Before. Also Read | As it was printed After."
    link = tree.css_first(".also-read a")
    assert link
    assert link.attributes["href"] == "/news/new/"


def test_undecided_inline_links_are_words_only(client: Client) -> None:
    for link in (
        {"state": LinkState.WAITING},
        {"state": LinkState.SUGGESTED, "url": "https://else.example/"},
    ):
        tree = with_inline_link(client, **link)
        assert words(tree, ".body") == "Before. Also Read | As it was printed After."
        assert not tree.css(".also-read a")


def test_inline_links_that_readers_may_not_see_are_left_out(client: Client) -> None:
    unseen = make_version(visible_from=NOON + HOUR).story
    for link in (
        {"state": LinkState.REJECTED, "url": "https://else.example/"},
        {"state": LinkState.APPROVED, "target": unseen},
        {"state": LinkState.SUGGESTED, "target": unseen},
    ):
        tree = with_inline_link(client, **link)
        assert words(tree, ".body") == "Before. After."
        assert "also-read" not in (tree.html or "")


def test_the_words_of_an_inline_link_are_escaped() -> None:
    story = make_story()
    block = {"kind": "AlsoRead", "key": KEY, "headline": "<b>Bold</b>", "label": "<i>"}
    content = PRINTED | {"blocks": [block]}
    context = article_context(make_version(story, content=content, body_html=MARKED), NOON)
    assert "&lt;i&gt;</span>&lt;b&gt;Bold&lt;/b&gt;</aside>" in context["body"]


def test_only_approved_links_stand_after_the_body(client: Client) -> None:
    story = make_story()
    for state in (LinkState.SUGGESTED, LinkState.REJECTED, LinkState.APPROVED):
        url = f"https://{state.value}.example/"
        make_link(story, url=url, state=state, headline=f"It is {state.value}")
    tree = read(client, make_version(story).get_absolute_url())
    assert words(tree, ".related ul") == "It is approved"
    assert [link.attributes["href"] for link in tree.css(".related a")] == [
        "https://approved.example/"
    ]


@pytest.mark.parametrize("number", [0, 1, 3, 30])
def test_an_article_takes_six_queries(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = make_story()
    section = make_section(name="World", slug="world")
    for position in range(number):
        other = make_version(section=section).story
        key = f"key00000{position}" if position % 2 else ""
        make_link(story, key=key, target=other, position=position, state=LinkState.APPROVED)
    marks = "".join(f"<!--also-read:key00000{position}-->" for position in range(1, number, 2))
    blocks = [
        {"kind": "AlsoRead", "key": f"key00000{position}", "headline": "Other", "label": ""}
        for position in range(1, number, 2)
    ]
    content = PRINTED | {"blocks": blocks}
    version = make_version(story, section=section, content=content, body_html=marks)
    with django_assert_num_queries(6):
        tree = read(client, version.get_absolute_url())
    assert len(tree.css(".related a, .also-read a")) == number


def test_a_story_is_there_from_its_second_on(client: Client, clock: Traveller) -> None:
    version = make_version(visible_from=NOON, visible_until=NOON + HOUR)
    url = version.get_absolute_url()
    for moment, status in (
        (NOON - timedelta(seconds=1), 404),
        (NOON, 200),
        (NOON + HOUR - timedelta(seconds=1), 200),
        (NOON + HOUR, 404),
    ):
        clock.move_to(moment, tick=False)
        assert client.get(url).status_code == status


def test_old_urls_lead_straight_to_the_present_one(client: Client) -> None:
    story = make_story()
    for hours, slug in ((4, "first"), (3, "second"), (2, "third")):
        make_version(
            story,
            slug=slug,
            visible_from=NOON - hours * HOUR,
            visible_until=NOON - (hours - 1) * HOUR if slug != "third" else None,
        )
    for slug in ("first", "second"):
        response = client.get(f"/news/{slug}/")
        assert (response.status_code, response["Location"]) == (301, "/news/third/")
        assert response["Cache-Control"] == "no-cache"
    assert client.get("/news/third/").status_code == 200


@pytest.mark.parametrize(
    "query", ["utm_source=mail&utm_medium=a%20b", "q=%C3%A9&q=2", "next=//else.test/%0d%0aX:1", "a"]
)
def test_an_old_url_leads_on_with_its_query(client: Client, query: str) -> None:
    story = make_story()
    make_version(story, slug="first", visible_until=NOON, visible_from=NOON - 2 * HOUR)
    make_version(story, slug="zweite-köln", visible_from=NOON)
    response = client.get(f"/news/first/?{query}")
    assert response["Location"] == f"/news/zweite-k%C3%B6ln/?{query}"


def test_a_url_that_was_never_live_tells_nothing(client: Client) -> None:
    story = make_story()
    make_version(story, slug="now", visible_until=NOON + HOUR)
    make_version(story, slug="later", visible_from=NOON + HOUR)
    make_version(story, slug="unscheduled", visible_from=NOON - HOUR, visible_until=NOON - HOUR)
    assert client.get("/news/later/").status_code == 404
    assert client.get("/news/unscheduled/").status_code == 404


def test_a_withdrawn_story_is_gone_with_its_note_at_all_its_urls(client: Client) -> None:
    story = make_story(headline="It was wrong")
    make_version(story, slug="a", visible_from=NOON - 4 * HOUR, visible_until=NOON - 3 * HOUR)
    make_version(story, slug="b", visible_from=NOON - 3 * HOUR, visible_until=NOON - HOUR)
    make_version(story, slug="b", kind=VersionKind.WITHDRAWAL, public_note="We <regret> it.")
    for url in ("/news/a/", "/news/b/"):
        response = client.get(url)
        assert response.status_code == 410
        assert "We &lt;regret&gt; it." in response.text
        assert "It was wrong" not in response.text


def test_a_missing_page_helps(client: Client) -> None:
    other = make_version(make_story(headline="Something else"))
    response = client.get("/news/unknown/")
    assert response.status_code == 404
    assert "There is no story at this address." in response.text
    assert other.get_absolute_url() in response.text


def test_a_slug_may_be_in_any_script(client: Client) -> None:
    version = make_version(make_story(headline="مزارع", slug="مزارع"))
    assert words(read(client, version.get_absolute_url()), "h1") == "مزارع"


def test_the_page_holds_nothing_personal(client: Client, admin_client: Client) -> None:
    url = make_version().get_absolute_url()
    response, of_editor = client.get(url), admin_client.get(url)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response.content == of_editor.content


def test_the_page_is_read_only(client: Client) -> None:
    url = make_version().get_absolute_url()
    assert client.head(url).status_code == 200
    assert client.post(url).status_code == 405


def preview(rf: RequestFactory, version: PublishedVersion) -> str:
    """Return the page of an unsaved version."""
    context = {**article_context(version, NOON, preview=True)}
    return render_to_string("articles/article.html", context, rf.get("/"))


def test_the_preview_of_an_unsaved_version(rf: RequestFactory) -> None:
    tree = LexborHTMLParser(
        preview(rf, PublishedVersion(headline="Not yet", content=PRINTED, body_html=MARKED))
    )
    assert "Preview" in words(tree, ".preview-bar")
    assert tree.css("meta[name=robots][content=noindex]")
    assert "1 September 2025, 12:00 UTC Not yet By Ana , Ben and Cy" in words(tree)
    assert not tree.css("link[rel=canonical], script[type='application/ld+json'], .share")
    assert words(tree, ".body") == "Before. Also Read | As it was printed After."


def test_a_preview_keeps_to_what_was_decided(rf: RequestFactory) -> None:
    story = make_story()
    link = make_link(story, key=KEY, state=LinkState.REJECTED, url="https://else.example/")
    version = PublishedVersion(story=story, headline="Not yet", content=PRINTED, body_html=MARKED)
    assert "As it was printed" not in preview(rf, version)
    moderation.approve(link, by=managing_editor())
    assert '<a href="https://else.example/">As it was printed</a>' in preview(rf, version)


def test_the_error_page_needs_nothing_but_itself() -> None:
    assert "Something went wrong" in render_to_string("500.html")
    assert "style=" not in Path("templates/pages/base.html").read_text(encoding="utf-8")
