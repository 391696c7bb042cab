"""What can be compared of a story: its draft, its revisions and published versions, in one form."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from articles import body
from articles.comparison import Version
from articles.models import PublishedVersion, Revision, Story
from articles.stories import WorkingCopy, language_of_text, print_dateline
from articles.writing.revisions.data import as_data
from articles.writing.revisions.read import read_revision


def field_names(fields: Iterable[str]) -> list[str]:
    """Return what editors call these fields of a working copy, each name once."""
    names = {
        "headline": gettext("headline"),
        "slug": gettext("slug"),
        "summary": gettext("summary"),
        "body": gettext("text"),
        "section": gettext("section"),
        "authors": gettext("authors"),
        "tags": gettext("tags"),
        "places": gettext("dateline"),
        "date": gettext("dateline"),
        "agency": gettext("dateline"),
        "lead_picture": gettext("lead picture"),
        "lead_words": gettext("lead picture"),
        "related": gettext("related links"),
        "language": gettext("language"),
    }
    return list(dict.fromkeys(names.get(field, field) for field in fields))


def comparable_copy(copy: WorkingCopy) -> Version:
    """Return a working copy, to be compared."""
    return _of_data(as_data(copy))


def comparable_revision(revision: Revision) -> Version:
    """Return a revision, to be compared. Raise `Damaged`."""
    return _of_data(read_revision(revision))


def comparable_version(version: PublishedVersion) -> Version:
    """Return a published version, to be compared; a withdrawal notice has no words."""
    content = version.content
    picture = content.get("picture")
    return _version(
        headline=version.headline,
        slug=version.slug,
        summary=version.summary,
        section=version.section.name if version.section else "",
        authors=[name for name, _ in version.byline],
        tags=content.get("tags", []),
        dateline=content.get("dateline", ""),
        picture=_picture(version.picture_id, picture["caption"] or picture["alt"])
        if picture
        else "",
        related=_links(
            [link["story"], link["url"], link["headline"]] for link in content["related"]
        )
        if "related" in content
        else None,
        language=version.language,
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
        picture=_picture(data["lead_picture"][0], data["lead_words"][1] or data["lead_picture"][1])
        if data["lead_picture"]
        else "",
        related=None if data["related"] is None else _links(data["related"]),
        language=data["language"],
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
    related: str | None,
    language: str,
    blocks: tuple[body.Block, ...],
) -> Version:
    fields = {
        gettext("headline"): headline,
        gettext("slug"): slug,
        gettext("summary"): summary,
        gettext("section"): section,
        gettext("authors"): ", ".join(authors),
        gettext("tags"): ", ".join(tags),
        gettext("dateline"): dateline.strip(),
        gettext("lead picture"): picture,
        # As readers get it, where nobody has chosen one.
        gettext("language"): language or language_of_text(headline, summary, blocks),
    }
    if related is not None:
        fields[gettext("related links")] = related
    return Version(fields, blocks)


def _links(links: Iterable[list[Any]]) -> str:
    """Return the links in words, each given as primary key of its story, URL and headline."""
    links = list(links)
    unnamed = [story for story, _, headline in links if story and not headline]
    headlines = dict(Story.objects.filter(pk__in=unnamed).values_list("pk", "headline"))
    return "; ".join(
        headline or headlines.get(story, "") or url or str(story) for story, url, headline in links
    )


def _picture(pk: int | None, words: str) -> str:
    return gettext("%(words)s (number %(number)s)") % {"words": words, "number": pk}
