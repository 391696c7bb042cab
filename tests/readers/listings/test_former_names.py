"""Whatever stood under a former name leads to the present one: pages, later pages and feeds."""

from collections.abc import Callable

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser
from taggit.models import Tag

from articles.publishing import rename_place, save_author, save_section
from articles.writing import merge_tags, rename_tag
from tests.factories import NOON, make_author, make_section, make_story, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BELOW = ["", "?before=2025-09-01T12:00:00Z,9", "rss.xml", "atom.xml"]


def rename_section() -> None:
    section = make_section("Old")
    make_version(section=section, visible_from=NOON)
    section.name, section.slug = "New", "new"
    save_section(section)


def rename_author() -> None:
    author = make_author("Old")
    make_version(content={"authors": ["Old"]})
    author.name = "New"
    save_author(author)


def rename_a_tag() -> None:
    make_story().tags.set(["Old"])
    make_version(content={"tags": ["Old"]})
    rename_tag(Tag.objects.get(), "New")


def merge() -> None:
    make_story().tags.set(["Old", "New"])
    make_version(content={"tags": ["Old"]})
    merge_tags(Tag.objects.all(), into=Tag.objects.get(name="New"))


def move_place() -> None:
    make_version(content={"places": ["Old"]})
    rename_place("old", "New")


KINDS: dict[str, tuple[str, Callable[[], None]]] = {
    "section": ("section", rename_section),
    "author": ("author", rename_author),
    "renamed tag": ("tag", rename_a_tag),
    "merged tag": ("tag", merge),
    "place": ("place", move_place),
}


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("how", KINDS)
def test_all_that_was_below_a_former_name_leads_on(client: Client, how: str, below: str) -> None:
    kind, change = KINDS[how]
    change()
    answer = client.get(f"/{kind}/old/{below}")
    assert (answer.status_code, answer["Location"]) == (301, f"/{kind}/new/{below}")
    # Another rename may lead back, which a browser must not remember.
    assert answer["Cache-Control"] == "no-cache"
    there = client.get(answer["Location"])
    assert there.status_code == 200
    assert client.get(f"/{kind}/never/{below}").status_code == 404
    assert client.get(f"/{kind}/NEW/{below}")["Location"] == f"/{kind}/new/{below}"


@pytest.mark.parametrize("how", KINDS)
def test_the_page_has_the_present_name_and_its_own_feeds(client: Client, how: str) -> None:
    kind, change = KINDS[how]
    change()
    page = LexborHTMLParser(client.get(f"/{kind}/new/").text)
    assert [heading.text() for heading in page.css("h1")] == ["New"]
    feeds = [str(link.attributes["href"]) for link in page.css('[rel="alternate"]')]
    own = [f"http://testserver/{kind}/new/{name}.xml" for name in ("rss", "atom")]
    assert set(own) < set(feeds)
    assert "– New<" in client.get(f"/{kind}/new/rss.xml").text


def test_a_name_that_is_taken_back_leads_in_no_circle(client: Client) -> None:
    section = make_section("Old")
    for slug in ("new", "old"):
        section.slug = slug
        save_section(section)
    assert client.get("/section/old/").status_code == 200
    assert client.get("/section/new/rss.xml")["Location"] == "/section/old/rss.xml"


def test_a_section_takes_up_the_former_slug_of_another(client: Client) -> None:
    section = make_section("Old")
    section.slug = "new"
    save_section(section)
    make_section("Other", slug="old")
    assert "Other" in client.get("/section/old/").text
