"""Saving a working copy changes no byte that readers get, whichever field or row changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from articles import body, live, publishing, writing
from articles.links import moderation
from articles.models import Author, CorrectionKind, Picture, Section, Story
from articles.people import EDITOR, REPORTER
from articles.stories import Related, WorkingCopy
from tests.factories import make_author, make_picture, make_section
from tests.helpers import managing_editor, person, ready, sent
from tests.readers.cache.tables import NOT_CACHED, SEARCH, public_patterns

pytestmark = [pytest.mark.django_db, pytest.mark.once]

#: One for each public URL: whoever adds a page adds it here.
PAGES = {
    "articles:home": "/",
    "articles:recent": "/recent/",
    "articles:section": "/section/land/",
    "articles:rss": "/rss.xml",
    "articles:atom": "/atom.xml",
    "articles:section_rss": "/section/land/rss.xml",
    "articles:section_atom": "/section/land/atom.xml",
    "articles:tag": "/tag/harvest/",
    "articles:tag_rss": "/tag/harvest/rss.xml",
    "articles:tag_atom": "/tag/harvest/atom.xml",
    "articles:author": "/author/ana/",
    "articles:author_rss": "/author/ana/rss.xml",
    "articles:author_atom": "/author/ana/atom.xml",
    "articles:place": "/place/astana/",
    "articles:place_rss": "/place/astana/rss.xml",
    "articles:place_atom": "/place/astana/atom.xml",
    "articles:archive": "/archive/",
    "articles:archive_year": "/archive/2025/",
    "articles:archive_month": "/archive/2025/9/",
    "articles:archive_day": "/archive/2025/9/1/",
    "articles:robots": "/robots.txt",
    "articles:sitemap_index": "/sitemap.xml",
    "articles:sitemap_news": "/sitemap-news.xml",
    "articles:sitemap": "/sitemap-2025-09.xml",
    "articles:corrections": "/corrections/",
    "articles:article": "/news/it-began/",
    "articles:live_updates": "/news/it-began/live/",
    SEARCH: "/search/?q=harvest",
}
#: What no reader finds before it is published.
OTHERS = ("/news/target/", "/tag/unseen/", "/author/ben/", "/section/city/", "/search/?q=unseen")
ALSO = "alsoread0001"


def test_each_public_page_is_among_those_compared_here() -> None:
    assert PAGES.keys() == set(public_patterns()) - NOT_CACHED | {SEARCH}


@dataclass
class Site:
    """A live story with everything that a story can have, and what its form may get instead."""

    story: Story
    other: Story
    picture: Picture

    def seen(self) -> dict[str, tuple[int, bytes]]:
        answers = {path: Client().get(path) for path in (*PAGES.values(), *OTHERS)}
        return {path: (answer.status_code, answer.content) for path, answer in answers.items()}


@pytest.fixture
def site(clock: Traveller) -> Site:
    reporter, by = person(REPORTER), managing_editor()
    section, ana = make_section("Land", slug="land"), make_author("Ana")
    make_section("City", slug="city")
    make_author("Ben")
    pictures = [make_picture(alt="A", caption="C", credit="D") for _ in range(2)]
    target, third, other = ready("Target"), ready("Third"), ready("Another")
    for one in (target, third, other):
        publishing.publish(one, by=by)
    blocks = (
        body.Paragraph("The harvest has begun, said Ana."),
        body.PullQuote("quote000001", "The harvest has begun", "Ana"),
        body.AlsoRead(ALSO, target.headline, "Also read: ", target.pk),
        body.Figure("figure00001", pictures[0].pk, "A", "C", "D"),
    )
    copy = WorkingCopy(
        "It began",
        summary="A harvest.",
        body=body.write(blocks),
        section=section,
        authors=(ana,),
        tags=("Harvest",),
        places=("Astana",),
        date="Sept 1",
        agency="Reuters",
        lead_picture=pictures[0],
        related=(Related(third.pk), Related(url="https://else.test/", headline="Else")),
    )
    story = writing.create(copy, by=reporter)
    publishing.publish(writing.make_ready(story, by=by), by=by)
    for link in story.related_links.all():
        moderation.approve(link, by=by)
    live.start_coverage(story, by=by)
    entry = live.write_entry(story, live.EntryCopy("<p>It rains.</p>"), by=by)
    live.publish_entry(entry, by=by)
    publishing.add_correction(story, by=by, kind=CorrectionKind.CORRECTION, text="It was Ana.")
    clock.shift(timedelta(minutes=1))
    # The reporter may write it again.
    story = writing.reopen(Story.objects.get(pk=story.pk), by=by)
    return Site(story, other, pictures[1])


def without(kind: type[body.Block], story: Story) -> str:
    return body.write([block for block in body.read(story.body) if not isinstance(block, kind)])


def related(**fields: object) -> Callable[[Site], dict[str, Any]]:
    return lambda site: {f"related_links-{name}": value for name, value in fields.items()}


CHANGES: dict[str, Callable[[Site], dict[str, Any]]] = {
    "headline": lambda site: {"headline": "Unseen"},
    "summary": lambda site: {"summary": "Unseen"},
    "slug": lambda site: {"slug": "unseen"},
    "section": lambda site: {"section": Section.objects.get(slug="city").pk},
    "no section": lambda site: {"section": ""},
    "byline": lambda site: {"byline": [str(Author.objects.get(name="Ben").pk)]},
    "no byline": lambda site: {"byline": []},
    "tags": lambda site: {"tags": "Unseen"},
    "no tags": lambda site: {"tags": ""},
    "places": lambda site: {"places": "Unseen"},
    "date": lambda site: {"date": "Sept 2"},
    "agency": lambda site: {"agency": "AP"},
    "language": lambda site: {"language": "ru"},
    "lead picture": lambda site: {"lead_picture": site.picture.pk},
    "no lead picture": lambda site: {"lead_picture": ""},
    "text": lambda site: {"body": f"{site.story.body}<p>Unseen.</p>"},
    "no also-read": lambda site: {"body": without(body.AlsoRead, site.story)},
    "no quote": lambda site: {"body": without(body.PullQuote, site.story)},
    "no picture in the text": lambda site: {"body": without(body.Figure, site.story)},
    "also-read in other words": lambda site: {
        "body": site.story.body.replace("Target", "Unseen").replace("Also read: ", "More: ")
    },
    "also-read to another story": lambda site: {
        "body": body.write(
            [
                body.AlsoRead(block.key, site.other.headline, block.label, site.other.pk)
                if isinstance(block, body.AlsoRead)
                else block
                for block in body.read(site.story.body)
            ]
        )
    },
    "also-read to none": lambda site: {
        "body": body.write(
            [
                body.AlsoRead(block.key, "Unseen", block.label, None)
                if isinstance(block, body.AlsoRead)
                else block
                for block in body.read(site.story.body)
            ]
        )
    },
    "related: one more": lambda site: {
        "related_links-2-target": site.other.pk,
        "related_links-2-url": "",
        "related_links-2-headline": "",
        "related_links-2-ORDER": "3",
    },
    "related: removed": related(**{"0-DELETE": "on"}),
    "related: other words": related(**{"1-headline": "Unseen"}),
    "related: other order": related(**{"0-ORDER": "2", "1-ORDER": "1"}),
    "related: led elsewhere": related(**{"1-url": "https://new.test/"}),
}


@pytest.mark.parametrize("role", [REPORTER, EDITOR])
def test_a_save_changes_no_page_and_is_kept(site: Site, role: str) -> None:
    client = Client()
    client.force_login(person(role))
    before, url = site.seen(), reverse("admin:articles_story_change", args=[site.story.pk])
    assert {before[path][0] for path in PAGES.values()} == {200}
    for name, change in CHANGES.items():
        site.story = Story.objects.get(pk=site.story.pk)
        version, start = site.story.version, site.story.revisions.first()
        assert start
        answer = client.post(url, sent(site.story, **change(site)))
        assert answer.status_code == 302, f"{name}: {answer.context['errors']}"
        saved = Story.objects.get(pk=site.story.pk)
        assert saved.version == version + 1, name
        after = site.seen()
        assert [path for path in before if before[path] != after[path]] == [], name
        # The next change is made to what readers have.
        writing.restore_revision(start, by=managing_editor())
    assert site.seen() == before


def test_what_was_changed_comes_with_the_publication(site: Site) -> None:
    client, by = Client(), managing_editor()
    client.force_login(person(EDITOR))
    before, url = site.seen(), reverse("admin:articles_story_change", args=[site.story.pk])
    more = related(**{"0-DELETE": "on", "1-headline": "Other words"})(site)
    client.post(url, sent(site.story, headline="It ended", **more))
    publishing.publish(writing.make_ready(site.story, by=by), by=by)
    after = site.seen()
    changed = {path for path in before if before[path] != after[path]}
    assert {PAGES["articles:article"], PAGES["articles:rss"], PAGES["articles:home"]} <= changed
    assert b"Other words" in after[PAGES["articles:article"]][1]
