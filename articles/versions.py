"""What of a story can be compared: its draft, its revisions and its editions, in one form."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from articles import body, history
from articles.difference import Version
from articles.house_style import print_dateline
from articles.models import Edition, Revision
from articles.working_copy import WorkingCopy

#: What editors call a field, where it is not its name.
NAMES = {
    "slug": "address",
    "body": "text",
    "places": "dateline",
    "date": "dateline",
    "agency": "dateline",
    "lead_picture": "lead picture",
}


def names_of(fields: Iterable[str]) -> list[str]:
    """Give what editors call the fields of a working copy, each once."""
    return list(dict.fromkeys(NAMES.get(field, field) for field in fields))


def of_copy(copy: WorkingCopy) -> Version:
    """Give a working copy, to be compared."""
    return _of_data(history.as_data(copy))


def of_revision(revision: Revision) -> Version:
    """Give a revision, to be compared. Raises `Damaged`."""
    return _of_data(history.read(revision))


def of_edition(edition: Edition) -> Version:
    """Give an edition, to be compared; that of a withdrawal has no words."""
    content = edition.content
    picture = content.get("picture")
    return _version(
        headline=edition.headline,
        slug=edition.slug,
        summary=edition.summary,
        section=edition.section.name if edition.section else "",
        authors=content.get("authors", []),
        tags=content.get("tags", []),
        dateline=content.get("dateline", ""),
        picture=_picture(edition.picture_id, picture["caption"] or picture["alt"])
        if picture
        else "",
        blocks=body.from_data(content.get("blocks", [])),
    )


def _of_data(data: dict[str, Any]) -> Version:
    style = settings.NEWSROOM_DATELINE_STYLE
    return _version(
        headline=data["headline"],
        slug=data["slug"],
        summary=data["summary"],
        section=data["section"][1] if data["section"] else "",
        authors=[name for _, name in data["authors"]],
        tags=sorted(data["tags"]),
        dateline=print_dateline(style, data["places"], data["date"], data["agency"]),
        picture=_picture(*data["lead_picture"]) if data["lead_picture"] else "",
        blocks=body.read(data["body"]),
    )


def _version(
    *,
    headline: str,
    slug: str,
    summary: str,
    section: str,
    authors: list[str],
    tags: list[str],
    dateline: str,
    picture: str,
    blocks: tuple[body.Block, ...],
) -> Version:
    fields = {
        "headline": headline,
        "address": slug,
        "summary": summary,
        "section": section,
        "authors": ", ".join(authors),
        "tags": ", ".join(tags),
        "dateline": dateline.strip(),
        "lead picture": picture,
    }
    return Version(fields, blocks)


def _picture(pk: int | None, words: str) -> str:
    return f"{words} (number {pk})"
