"""Freeze a working copy: the one function that builds a published version."""

from articles import body
from articles.models import Picture, PublishedVersion
from articles.pictures import picture_data
from articles.stories import WorkingCopy


def freeze(copy: WorkingCopy) -> PublishedVersion:
    """Return the published version of this copy, unsaved and without times, its HTML cleaned."""
    blocks = body.read(body.clean(copy.body))
    keys = {block.picture for block in blocks if isinstance(block, body.Figure)}
    pictures = {
        picture.pk: picture_data(picture) for picture in Picture.objects.filter(pk__in=keys)
    }
    lead = copy.lead_picture
    return PublishedVersion(
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
        body_html=body.render(blocks, copy.dateline, pictures),
    )


def copy_of(version: PublishedVersion) -> PublishedVersion:
    """Return what the version froze, unsaved and without times."""
    return PublishedVersion(
        kind=version.kind,
        slug=version.slug,
        headline=version.headline,
        summary=version.summary,
        section=version.section,
        picture=version.picture,
        content=version.content,
        body_html=version.body_html,
        public_note=version.public_note,
    )
