"""Each save is kept: who, when, which fields, and the whole copy in few bytes."""

import json
import random
from dataclasses import replace

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import writing
from articles.core import Damaged, compress
from articles.models import Revision, Story
from articles.stories import LeadWords, Related, WorkingCopy, working_copy_of
from articles.wire import accept_update
from articles.writing.revisions import FULL_ONE_OF
from articles.writing.revisions.read import read_revision
from tests.factories import SAMPLES, make_author, make_picture, make_section
from tests.helpers import draft, managing_editor
from tests.wire.helpers import article, take

pytestmark = pytest.mark.django_db
SAMPLE = SAMPLES / "xi-putin-sco.txt"


def save(story: Story, **changes: object) -> Story:
    """Save the story with these fields of its copy changed."""
    copy = replace(working_copy_of(Story.objects.get(pk=story.pk)), **changes)  # type: ignore[arg-type]
    return writing.save(story, copy, by=managing_editor())


def saved(story: Story) -> list[Revision]:
    """Return the story's revisions, oldest first."""
    return list(story.revisions.order_by("number"))


def headlines(story: Story) -> list[str]:
    return [read_revision(revision)["headline"] for revision in saved(story)]


def test_each_save_is_recorded_with_who_when_and_which_fields(
    clock: time_machine.TimeMachineFixture,
) -> None:
    story = draft("One", tags=("zinc", "asia"))
    clock.shift(60)
    other = managing_editor("Ada")
    copy = replace(working_copy_of(story), headline="Two", tags=("land",), agency="AP")
    story = writing.save(story, copy, by=other)
    writing.save(story, working_copy_of(story), by=managing_editor())

    assert [(one.number, f"{one.at:%H:%M}", one.by, one.changed) for one in saved(story)] == [
        (1, "12:00", managing_editor(), []),
        # The slug of a draft goes with its headline.
        (2, "12:01", other, ["headline", "slug", "tags", "agency"]),
    ]
    assert headlines(story) == ["One", "Two"]


def test_a_revision_holds_the_whole_copy() -> None:
    world = make_section(name="World", slug="world")
    ana, ben = make_author(name="Ana"), make_author(name="Ben")
    picture = make_picture(caption="A field")
    story = draft(
        "Olá, “世界”",
        slug="ola",
        summary="In short.",
        section=world,
        authors=(ben, ana),
        tags=("b", "a"),
        places=("Kyiv", "Oslo"),
        date="Sept 5",
        agency="AP",
        lead_picture=picture,
        lead_words=LeadWords(caption="At dusk"),
        related=(Related(url="https://else.test/", headline="Else"),),
    )
    assert read_revision(saved(story)[0]) == {
        "headline": "Olá, “世界”",
        "slug": "ola",
        "summary": "In short.",
        "body": "<p>The harvest has begun.</p>",
        "section": [world.pk, "World"],
        "authors": [[ben.pk, "Ben"], [ana.pk, "Ana"]],
        "tags": ["a", "b"],
        "places": ["Kyiv", "Oslo"],
        "date": "Sept 5",
        "agency": "AP",
        "lead_picture": [picture.pk, "A field"],
        "lead_words": ["", "At dusk", ""],
        "related": [[None, "https://else.test/", "Else"]],
        "language": "",
    }


def test_imports_and_accepted_updates_are_saves() -> None:
    story = take(article("Council meets"), managing_editor()).story
    assert story
    update = article("Council meets", text="It met on Tuesday instead.")
    offer = take(update, managing_editor()).wire_copy
    assert offer
    accept_update(offer, by=managing_editor())
    assert [one.changed for one in saved(story)] == [[], ["body"]]


def test_fifty_small_saves_of_the_sample_take_a_fifteenth_of_fifty_copies() -> None:
    story = take(SAMPLE.read_bytes(), managing_editor()).story
    assert story
    chance = random.Random(1)  # noqa: S311
    for _ in range(49):
        words = Story.objects.get(pk=story.pk).body.split(" ")
        # Words of paragraphs, not of tags.
        at = chance.choice([n for n, word in enumerate(words) if word.isalpha()])
        words[at] = chance.choice(["however", "several", "reportedly", "ministers"])
        save(story, body=" ".join(words))

    revisions = saved(story)
    copies = [json.dumps(read_revision(one), ensure_ascii=False).encode() for one in revisions]
    assert len(revisions) == 50
    whole, kept = sum(map(len, copies)), sum(len(one.data) for one in revisions)
    assert kept < whole / 15


def test_no_damage_of_one_row_reaches_far() -> None:
    story = draft(body=f"<p>{SAMPLE.read_text(encoding='utf-8')}</p>")
    for number in range(2, 61):
        save(story, headline=f"Headline {number}")
    revisions = saved(story)
    full = [one.number for one in revisions if one.base is None]
    assert full == [1, 26, 51]
    for one in revisions:
        if one.base:
            assert one.base.base is None
            assert 0 < one.number - one.base.number < FULL_ONE_OF


def test_a_text_that_was_written_anew_is_kept_in_full() -> None:
    story = draft(body=f"<p>{SAMPLE.read_text(encoding='utf-8')}</p>")
    chance = random.Random(1)  # noqa: S311
    save(story, body=f"<p>{' '.join(str(chance.random()) for _ in range(300))}</p>")
    assert saved(story)[1].base is None


@pytest.mark.parametrize("how", ["cut", "bits", "no text"])
def test_damage_is_told_and_never_read_as_text(how: str) -> None:
    story = draft()
    revision = saved(story)[0]
    data = bytes(revision.data)
    revision.data = {
        "cut": data[:-6],
        "bits": data[:20] + bytes([data[20] ^ 1]) + data[21:],
        "no text": compress(b"{"),
    }[how]
    with pytest.raises(Damaged, match="Version 1 of “Harvest begins” cannot be read"):
        read_revision(revision)


def test_a_damaged_row_stops_no_save() -> None:
    story = draft()
    Story.objects.filter(pk=story.pk).update(version=2)
    # The database changes no row, so this one is damaged from the start.
    Revision.objects.create(
        story=story, number=2, at=story.changed_at, by=managing_editor(), schema=1, data=b"?"
    )
    save(story, headline="Goes on")
    assert read_revision(saved(story)[2])["headline"] == "Goes on"


def test_a_save_asks_the_same_however_many_there_are() -> None:
    asked = set()
    for number in (1, 3, 30):
        story = draft(f"Story {number}")
        for at in range(number):
            save(story, summary=f"Summary {at}")
        with CaptureQueriesContext(connection) as captured:
            writing.save(story, WorkingCopy("Same", slug=f"story-{number}"), by=managing_editor())
        asked.add(len(captured))
    assert len(asked) == 1
