"""Where a picture is used, whichever way a story has it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import Q
from time_machine import TimeMachineFixture

from articles import pictures, publishing, writing
from articles.models import Picture, PublishedVersion, Story
from articles.stories import working_copy_of
from tests.factories import HOUR, NOON, make_author, make_picture, make_version
from tests.helpers import changed, draft, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WORDS = {"alt": "A field", "caption": "At dawn", "credit": "Ana"}


def body(picture: Picture) -> str:
    return (
        "<p>The harvest has begun.</p>"
        f'<figure data-block="figure" data-key="figure001" data-picture="{picture.pk}"'
        ' data-alt="Water"><figcaption>By the river</figcaption></figure>'
    )


def without_pictures(story: Story) -> Story:
    """Save the story without its pictures, and return it."""
    story = Story.objects.get(pk=story.pk)
    copy = replace(working_copy_of(story), body="<p>None.</p>", lead_picture=None)
    return writing.save(story, copy, by=managing_editor())


def found(condition: Q) -> list[Picture]:
    return list(Picture.objects.filter(condition).order_by("pk"))


def test_lead_pictures_figures_and_portraits_are_used_and_others_are_not() -> None:
    lead, inside, portrait, unused = (make_picture(**WORDS) for _ in range(4))
    make_author("Ana Lee", portrait=portrait)
    story = draft(body=body(inside), lead_picture=lead)
    assert found(pictures.is_used(NOON)) == [lead, inside, portrait]
    assert found(pictures.is_seen(NOON)) == [portrait]
    assert found(~pictures.is_used(NOON)) == [unused]
    without_pictures(story)
    assert found(pictures.is_used(NOON)) == [portrait]


def test_readers_see_a_picture_that_the_working_copy_has_no_more(
    clock: TimeMachineFixture,
) -> None:
    lead, inside = make_picture(**WORDS), make_picture(**WORDS)
    # A caption that speaks of numbers is no use of a picture with this number.
    other = make_picture(caption=f'"picture": {inside.pk + 2}, "picture": {inside.pk + 2}}}')
    talked_of = make_picture()
    story = ready(body=body(inside), lead_picture=lead)
    version = publishing.publish(story, by=managing_editor())
    make_version(visible_from=NOON + HOUR, picture=other)
    clock.move_to(NOON + timedelta(minutes=1), tick=False)
    without_pictures(story)
    now = NOON + timedelta(minutes=1)
    assert found(pictures.is_seen(now)) == [lead, inside]
    assert found(pictures.is_used(now)) == [lead, inside, other]
    assert found(~pictures.is_used(now)) == [talked_of]
    uses = pictures.uses_in(
        [one.pk for one in (lead, inside, other)], PublishedVersion.objects.visible(now)
    )
    assert {key: [(use.version, use.leads) for use in each] for key, each in uses.items()} == {
        lead.pk: [(version, True)],
        inside.pk: [(version, False)],
    }
    publishing.withdraw(story, by=managing_editor(), note="Gone.")
    assert found(pictures.is_seen(now + HOUR)) == [other]


def test_a_figure_that_a_later_version_leaves_out_is_seen_until_then(
    clock: TimeMachineFixture,
) -> None:
    inside = make_picture(**WORDS)
    story = ready(body=body(inside))
    publishing.publish(story, by=managing_editor())
    clock.move_to(NOON + timedelta(minutes=1), tick=False)
    without_pictures(story)
    publishing.schedule(changed(story), by=managing_editor(), at=NOON + HOUR)
    assert found(pictures.is_seen(NOON + timedelta(minutes=1))) == [inside]
    assert found(pictures.is_used(NOON + HOUR)) == []
