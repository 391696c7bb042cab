"""What is still open about a story when it is published or scheduled; none of it stops that."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import ngettext

from articles.models import Story
from articles.stories.advice import advice
from articles.stories.checks import Problem
from articles.stories.working_copy import working_copy_of


def still_open(story: Story, at: datetime) -> list[Problem]:
    """Return what is open at the timezone-aware `at`: notes, undecided links, and what to improve.

    It is what colleagues should know before readers see the story, named in one place.
    """
    return [*_notes(story), *_links(story), *advice(working_copy_of(story), at)]


def _notes(story: Story) -> Iterator[Problem]:
    if number := story.notes.open().count():
        message = ngettext("%(number)s note is open.", "%(number)s notes are open.", number)
        yield Problem("notes", message % {"number": number})


def _links(story: Story) -> Iterator[Problem]:
    if number := story.related_links.undecided().count():
        message = ngettext(
            "Nobody has decided on %(number)s related link: readers do not see it until then.",
            "Nobody has decided on %(number)s related links: readers do not see them until then.",
            number,
        )
        yield Problem("related", message % {"number": number})
