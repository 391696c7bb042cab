"""What stands between a working copy and its publication."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from articles import body
from articles.models import Picture
from articles.stories.working_copy import WorkingCopy
from articles.text import has_words, one_form, without_invisible


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one field: a warning while drafting, an error at publication."""

    field: str
    message: str


def problems(copy: WorkingCopy) -> list[Problem]:
    """Return what must be fixed before readers may see this copy."""
    blocks = body.read(copy.body)
    in_text = body.quotable(blocks)
    found: list[Problem] = []
    if not has_words(one_form(copy.headline)):
        found.append(Problem("headline", gettext("Write a headline.")))
    if not has_words(without_invisible(body.plain_text(blocks))):
        found.append(Problem("body", gettext("The body is empty: write at least one paragraph.")))
    for block in blocks:
        if isinstance(block, body.PullQuote) and not in_text(block.words):
            message = gettext(
                "The pull quote “%(words)s” does not occur in the text word for word: change its"
                " words or remove it."
            )
            found.append(Problem("body", message % {"words": block.words}))
        if isinstance(block, body.Figure) and not block.alt.strip():
            message = gettext("The picture “%(name)s” in the body needs alternative text.")
            name = block.caption or gettext("without caption")
            found.append(Problem("body", message % {"name": name}))
    return found + _problems_of_gone(blocks) + _problems_of_lead(copy.lead_picture)


def _problems_of_gone(blocks: Iterable[body.Block]) -> list[Problem]:
    figures = [block for block in blocks if isinstance(block, body.Figure)]
    if not figures:
        return []
    pictures = Picture.objects.filter(pk__in={block.picture for block in figures})
    there = {picture.pk for picture in pictures if not picture.is_gone}
    message = gettext(
        "The picture “%(name)s” in the body was taken down, or its file is missing: remove it."
    )
    return [
        Problem("body", message % {"name": block.caption or gettext("without caption")})
        for block in figures
        if block.picture not in there
    ]


def _problems_of_lead(picture: Picture | None) -> list[Problem]:
    if picture is None:
        return []
    if picture.is_gone:
        message = gettext(
            "The lead picture was taken down, or its file is missing: choose another one or none."
        )
        return [Problem("lead_picture", message)]
    needed = (
        ("lead-alt", picture.alt, gettext("The lead picture needs alternative text.")),
        ("lead-caption", picture.caption, gettext("The lead picture needs a caption.")),
        ("lead-credit", picture.credit, gettext("The lead picture needs a credit.")),
    )
    return [Problem(field, message) for field, value, message in needed if not value.strip()]
