"""What stands between a working copy and its publication."""

from dataclasses import dataclass

from django.utils.translation import gettext

from articles import body
from articles.models import Picture
from articles.stories.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one field: a warning while drafting, an error at publication."""

    field: str
    message: str


def problems(copy: WorkingCopy) -> list[Problem]:
    """Return what must be fixed before readers may see this copy."""
    blocks = body.read(copy.body)
    found: list[Problem] = []
    if not copy.headline.strip():
        found.append(Problem("headline", gettext("Write a headline.")))
    if not body.plain_text(blocks).strip():
        found.append(Problem("body", gettext("The body is empty: write at least one paragraph.")))
    for block in blocks:
        if isinstance(block, body.PullQuote) and not body.pull_quote_in_text(block.words, blocks):
            message = gettext(
                "The pull quote “%(words)s” does not occur in the text word for word: change its"
                " words or remove it."
            )
            found.append(Problem("body", message % {"words": block.words}))
        if isinstance(block, body.Figure) and not block.alt.strip():
            message = gettext("The picture “%(name)s” in the body needs alternative text.")
            name = block.caption or gettext("without caption")
            found.append(Problem("body", message % {"name": name}))
    return found + _problems_of_lead(copy.lead_picture)


def _problems_of_lead(picture: Picture | None) -> list[Problem]:
    if picture is None:
        return []
    needed = (
        (picture.alt, gettext("The lead picture needs alternative text.")),
        (picture.caption, gettext("The lead picture needs a caption.")),
        (picture.credit, gettext("The lead picture needs a credit.")),
    )
    return [Problem("lead_picture", message) for value, message in needed if not value.strip()]
