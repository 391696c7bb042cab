"""The pictures of a story's page: frozen, joined with what was made of them since."""

from typing import NamedTuple

from articles.body import PictureData
from articles.models import PublishedVersion, Shape
from articles.pictures import body_with_formats, cut_picture, looks_of, whole_picture
from articles.readers.cache.reads import reading_about

#: Those of which search engines and other sites take one, the first as a rule.
ELSEWHERE = (Shape.WIDE, Shape.STANDARD, Shape.SQUARE)


class Pictures(NamedTuple):
    """The lead picture as the page shows it and in other shapes, and the body with its figures."""

    lead: PictureData | None
    shapes: list[PictureData]
    body: str


def pictures_of(version: PublishedVersion) -> Pictures:
    """Return the pictures of a version, in one query if it has any."""
    frozen: PictureData | None = version.content.get("picture")
    figures = [
        block["picture"]
        for block in version.content.get("blocks", ())
        if block.get("kind") == "Figure"
    ]
    keys = {version.picture_id, *figures} - {None}
    if not keys:
        return Pictures(frozen, [frozen] if frozen else [], version.body_html)
    with reading_about(version.story_id):
        looks = looks_of(keys)
    look = looks.get(version.picture_id or 0)
    shapes: list[PictureData] = []
    for shape in ELSEWHERE if frozen else ():
        # While there are no crops they are all the same.
        if frozen and (shown := cut_picture(frozen, look, shape)) not in shapes:
            shapes.append(shown)
    return Pictures(
        whole_picture(frozen, look) if frozen else None,
        shapes,
        body_with_formats(version.body_html, (looks[key] for key in figures if key in looks)),
    )
