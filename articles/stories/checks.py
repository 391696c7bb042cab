"""What stands between a working copy and its publication."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
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


def problems(copy: WorkingCopy, at: datetime) -> list[Problem]:
    """Return what must be fixed before readers may see this copy at the timezone-aware `at`."""
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
    return found + _problems_of_figures(blocks, at) + _problems_of_lead(copy, at)


def _problems_of_figures(blocks: Iterable[body.Block], at: datetime) -> list[Problem]:
    figures = [block for block in blocks if isinstance(block, body.Figure)]
    if not figures:
        return []
    pictures = Picture.objects.in_bulk({block.picture for block in figures})
    found = []
    for block in figures:
        picture, name = pictures.get(block.picture), block.caption or gettext("without caption")
        if picture is None or picture.is_gone:
            message = gettext(
                "The picture “%(name)s” in the body was taken down, or its file is missing:"
                " remove it."
            )
            found.append(Problem("body", message % {"name": name}))
        elif picture.licence_has_ended(at):
            message = gettext(
                "The licence of the picture “%(name)s” in the body ended on %(day)s: remove the"
                " picture, or renew the licence in the library."
            )
            found.append(Problem("body", message % {"name": name, "day": _last_day(picture)}))
    return found


def _problems_of_lead(copy: WorkingCopy, at: datetime) -> list[Problem]:
    picture = copy.lead_picture
    if picture is None:
        return []
    if picture.is_gone:
        message = gettext(
            "The lead picture was taken down, or its file is missing: choose another one or none."
        )
        return [Problem("lead_picture", message)]
    found = []
    if picture.licence_has_ended(at):
        message = gettext(
            "The licence of the lead picture ended on %(day)s: choose another picture, or renew"
            " the licence in the library."
        )
        found.append(Problem("lead_picture", message % {"day": _last_day(picture)}))
    said = copy.lead_words.over(picture)
    needed = (
        ("lead-alt", said.alt, gettext("The lead picture needs alternative text.")),
        ("lead-caption", said.caption, gettext("The lead picture needs a caption.")),
        ("lead-credit", said.credit, gettext("The lead picture needs a credit.")),
    )
    lacking = (Problem(field, message) for field, value, message in needed if not value.strip())
    return [*found, *lacking]


def _last_day(picture: Picture) -> str:
    return date_format(picture.licence_until) if picture.licence_until else ""
