"""The working copy as one value: what a form holds, what is saved, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from articles.models import Author, Picture, Section, Story
from articles.stories.house_style import print_dateline


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """All that editors write of a story; `body` is HTML, `slug` may be empty."""

    headline: str
    slug: str = ""
    summary: str = ""
    body: str = ""
    section: Section | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: str = ""
    agency: str = ""
    lead_picture: Picture | None = None

    @property
    def dateline(self) -> str:
        """The dateline in the house style, with its closing space; empty if there is none."""
        style = settings.NEWSROOM_DATELINE_STYLE
        return print_dateline(style, self.places, self.date, self.agency)


def working_copy_of(story: Story) -> WorkingCopy:
    """Return the stored working copy of the story."""
    dateline = getattr(story, "dateline", None)
    return WorkingCopy(
        headline=story.headline,
        slug=story.slug,
        summary=story.summary,
        body=story.body,
        section=story.section,
        authors=tuple(byline.author for byline in story.bylines.select_related("author")),
        tags=tuple(story.tags.names()),
        places=tuple(place.name for place in dateline.places.all()) if dateline else (),
        date=dateline.date if dateline else "",
        agency=dateline.agency if dateline else "",
        lead_picture=story.lead_picture,
    )
