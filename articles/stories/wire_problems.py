"""What the wire copy of a story leaves to be answered before readers may see the story."""

from django.utils.translation import gettext

from articles.core import NotPossible
from articles.models import Story
from articles.stories.checks import Problem


def wire_problems(story: Story) -> list[Problem]:
    """Return the questions of the story's wire copy that nobody has answered yet."""
    found: list[Problem] = []
    for report in story.wire_copies.asking_for_embargo().values_list("report", flat=True):
        message = gettext(
            "The wire copy says “%(text)s”: set the embargo, or answer that there is none."
        ) % {"text": report.get("embargo", "")}
        found.append(Problem("", message))
    if withdrawn := check_agency(story):
        found.append(Problem("", str(withdrawn)))
    return found


def check_agency(story: Story) -> NotPossible | None:
    """Return a refusal if an agency has withdrawn the story, and nobody answered that it stays."""
    if not story.wire_copies.withdrawing().exists():
        return None
    return NotPossible(
        gettext(
            "The agency has withdrawn this story. Open its notice from the story’s form and"
            " read it: the story cannot be published until somebody decides there to keep it."
        )
    )
