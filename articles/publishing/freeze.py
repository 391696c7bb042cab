"""Freeze a working copy: the one function that builds a published version."""

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from articles import body
from articles.models import Author, Picture, PublishedVersion
from articles.pictures import picture_data
from articles.stories import WorkingCopy, are_same_tags


def freeze(copy: WorkingCopy) -> PublishedVersion:
    """Return the published version of this copy, unsaved and without times, its HTML cleaned."""
    blocks = body.read(body.clean(copy.body))
    keys = {block.picture for block in blocks if isinstance(block, body.Figure)}
    pictures = {
        picture.pk: picture_data(picture)
        for picture in Picture.objects.filter(pk__in=keys)
        if not picture.is_gone
    }
    lead, language = copy.lead_picture, copy.shown_language
    return PublishedVersion(
        slug=copy.slug,
        headline=copy.headline,
        summary=copy.summary,
        language=language,
        section=copy.section,
        picture=lead,
        content={
            "dateline": copy.dateline,
            **_byline(copy),
            "tags": sorted(copy.tags),
            "places": list(copy.places),
            "picture": _lead(copy),
            "blocks": body.as_data(blocks),
            "related": [asdict(link) for link in copy.related],
        },
        body_html=body.render(blocks, copy.dateline, pictures, language),
    )


def _lead(copy: WorkingCopy) -> dict[str, Any] | None:
    """Return what pages need of the lead picture, with the words of this story."""
    if not (lead := copy.lead_picture) or lead.is_gone:
        return None
    return {**picture_data(lead), **asdict(copy.lead_words.over(lead))}


def _byline(copy: WorkingCopy) -> dict[str, Any]:
    """Return the names of the authors, and other words among them, all in order."""
    byline = [(one.name, isinstance(one, Author)) for one in copy.authors]
    authors = [name for name, is_author in byline if is_author]
    # As lists: what is frozen is compared with what the database gives back.
    told = {} if len(authors) == len(byline) else {"byline": [list(one) for one in byline]}
    return {"authors": authors, **told}


#: What a version freezes, by the columns of its model.
FROZEN = (
    "slug",
    "headline",
    "summary",
    "language",
    "section_id",
    "picture_id",
    "body_html",
)


def says_the_same(version: PublishedVersion, other: PublishedVersion) -> bool:
    """Return whether readers get the same from both, apart from times."""
    # Versions that were published before there was a page for each place do not name them.
    ours, theirs = ({"places": [], **one.content} for one in (version, other))
    if "places" not in version.content or "places" not in other.content:
        ours["places"] = theirs["places"] = []
    tags = ours.pop("tags", ()), theirs.pop("tags", ())
    return (
        ours == theirs
        and all(getattr(version, name) == getattr(other, name) for name in FROZEN)
        and are_same_tags(*tags)
    )


def digest(version: PublishedVersion) -> str:
    """Return a short form of all that readers would get of the unsaved version."""
    told = json.dumps(
        [version.content, *(getattr(version, name) for name in FROZEN)], sort_keys=True
    )
    return blake2b(told.encode(), digest_size=12).hexdigest()


def copy_of(version: PublishedVersion) -> PublishedVersion:
    """Return what the version froze, unsaved and without times."""
    return PublishedVersion(
        kind=version.kind,
        slug=version.slug,
        headline=version.headline,
        summary=version.summary,
        language=version.language,
        section=version.section,
        picture=version.picture,
        content=version.content,
        body_html=version.body_html,
        public_note=version.public_note,
    )
