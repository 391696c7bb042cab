"""The working copy as one value: what a form holds, what is saved, checked and frozen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects

from articles import body
from articles.models import Author, Byline, DatelinePlace, Picture, RelatedLink, Section, Story
from articles.stories.house_style import print_dateline
from articles.text import guess_language


@dataclass(frozen=True, slots=True)
class Related:
    """A link after the body: to the story with this primary key, or to a page on another site.

    `headline` is what readers see; if it is empty, the headline of the story.
    """

    story: int | None = None
    url: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class BylineText:
    """Words of a byline that name no author of the newsroom, such as “With agencies”."""

    name: str


@dataclass(frozen=True, slots=True)
class LeadWords:
    """What a story says of its lead picture; what is empty is as the newsroom has it."""

    alt: str = ""
    caption: str = ""
    credit: str = ""

    def over(self, picture: Picture) -> LeadWords:
        """Return what readers get: these words, and those of the picture where there are none."""
        return LeadWords(
            self.alt or picture.alt, self.caption or picture.caption, self.credit or picture.credit
        )

    def besides(self, picture: Picture | None) -> LeadWords:
        """Return these words without those that are the picture's anyway; none without one."""
        if picture is None:
            return LeadWords()
        return LeadWords(
            **{
                name: words
                for name, words in asdict(self).items()
                if words != getattr(picture, name)
            }
        )


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """All that editors write of a story; `body` is HTML, `slug` and `language` may be empty.

    `authors` are those of the byline, with the other words in it, in order.
    """

    headline: str
    slug: str = ""
    summary: str = ""
    body: str = ""
    section: Section | None = None
    authors: tuple[Author | BylineText, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: str = ""
    agency: str = ""
    lead_picture: Picture | None = None
    lead_words: LeadWords = LeadWords()
    related: tuple[Related, ...] = ()
    language: str = ""

    @property
    def shown_language(self) -> str:
        """The language that readers get: the chosen one, or else that of most of the text."""
        if self.language:
            return self.language
        return language_of_text(self.headline, self.summary, body.read(self.body))

    @property
    def dateline(self) -> str:
        """The dateline in the house style, with its closing space; empty if there is none."""
        style = settings.NEWSROOM_DATELINE_STYLE
        return print_dateline(style, self.places, self.date, self.agency)


def language_of_text(headline: str, summary: str, blocks: Iterable[body.Block]) -> str:
    """Return the language of most of what readers get of a story."""
    text = f"{headline}\n{summary}\n{body.plain_text(blocks)}"
    return guess_language(text, settings.LANGUAGE_CODE)


def working_copy_of(story: Story) -> WorkingCopy:
    """Return the stored working copy of the story."""
    dateline = getattr(story, "dateline", None)
    return _made(
        story,
        bylines=story.bylines.select_related("author"),
        tags=story.tags.names(),
        places=dateline.places.all() if dateline else (),
        related=story.related_links.after_body(),
    )


def working_copies_of(stories: Sequence[Story]) -> list[WorkingCopy]:
    """Return the stored working copies of the stories, in a fixed number of queries."""
    prefetch_related_objects(
        stories,
        *("section", "lead_picture", "tags", "dateline__places"),
        Prefetch("bylines", Byline.objects.select_related("author")),
        Prefetch("related_links", RelatedLink.objects.after_body()),
    )
    return [
        _made(
            story,
            bylines=story.bylines.all(),
            tags=[tag.name for tag in story.tags.all()],
            places=story.dateline.places.all() if hasattr(story, "dateline") else (),
            related=story.related_links.all(),
        )
        for story in stories
    ]


def _made(
    story: Story,
    *,
    bylines: Iterable[Byline],
    tags: Iterable[str],
    places: Iterable[DatelinePlace],
    related: Iterable[RelatedLink],
) -> WorkingCopy:
    dateline = getattr(story, "dateline", None)
    return WorkingCopy(
        headline=story.headline,
        slug=story.slug,
        summary=story.summary,
        body=story.body,
        section=story.section,
        authors=tuple(byline.author or BylineText(byline.text) for byline in bylines),
        tags=tuple(tags),
        places=tuple(place.name for place in places),
        date=dateline.date if dateline else "",
        agency=dateline.agency if dateline else "",
        lead_picture=story.lead_picture,
        lead_words=LeadWords(**(story.lead_words or {})),
        language=story.language,
        related=tuple(Related(link.target_id, link.url, link.headline) for link in related),
    )
