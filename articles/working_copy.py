"""The working copy as one value: what a form holds, what is saved, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from articles import body
from articles.body_html import PictureData, render
from articles.house_style import print_dateline
from articles.models import Author, Edition, Picture, Section, Story


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one field: a warning while drafting, an error at publication."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """All that editors write of a story."""

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
        """The dateline in the house style."""
        style = settings.NEWSROOM_DATELINE_STYLE
        return print_dateline(style, self.places, self.date, self.agency)

    def problems(self) -> list[Problem]:
        """Give what must be mended before readers may get this copy."""
        blocks = body.read(self.body)
        found: list[Problem] = []
        if not self.headline.strip():
            found.append(Problem("headline", "Write a headline."))
        if not body.plain_text(blocks).strip():
            found.append(Problem("body", "The body is empty: write at least one paragraph."))
        for block in blocks:
            if isinstance(block, body.PullQuote) and not body.pull_quote_in_text(
                block.words, blocks
            ):
                found.append(
                    Problem(
                        "body",
                        f"The pull quote “{block.words}” is not in the text word for word:"
                        " change its words or take it out.",
                    )
                )
            if isinstance(block, body.Figure) and not block.alt.strip():
                name = block.caption or "without caption"
                found.append(
                    Problem("body", f"The picture “{name}” in the body needs alternative text.")
                )
        if picture := self.lead_picture:
            found += [
                Problem("lead_picture", f"The lead picture needs {what}.")
                for what, value in (
                    ("alternative text", picture.alt),
                    ("a caption", picture.caption),
                    ("a credit", picture.credit),
                )
                if not value.strip()
            ]
        return found


def of(story: Story) -> WorkingCopy:
    """Give the stored working copy of the story."""
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


def freeze(copy: WorkingCopy) -> Edition:
    """Give the edition of this copy, unsaved and without times; its HTML is cleaned anew."""
    blocks = body.read(body.clean(copy.body))
    keys = {block.picture for block in blocks if isinstance(block, body.Figure)}
    pictures = {
        picture.pk: picture_data(picture) for picture in Picture.objects.filter(pk__in=keys)
    }
    lead = copy.lead_picture
    return Edition(
        slug=copy.slug,
        headline=copy.headline,
        summary=copy.summary,
        section=copy.section,
        picture=lead,
        content={
            "dateline": copy.dateline,
            "authors": [author.name for author in copy.authors],
            "tags": sorted(copy.tags),
            "picture": picture_data(lead) if lead else None,
            "blocks": body.as_data(blocks),
        },
        body_html=render(blocks, copy.dateline, pictures),
    )


def picture_data(picture: Picture) -> PictureData:
    """Give what pages need to show the picture, with its renditions."""
    image = picture.image
    return {
        "src": image.medium,
        "srcset": f"{image.medium} 800w, {image.large} 1600w",
        "width": picture.width or 0,
        "height": picture.height or 0,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
