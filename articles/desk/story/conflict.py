"""What the form shows when somebody else has saved the story meanwhile: both, side by side."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from articles.comparison import compare
from articles.core import EditConflict
from articles.desk.history.difference import DifferenceRow, rows_near_changes
from articles.desk.keys import read_key
from articles.models import Story
from articles.stories import working_copy_of
from articles.writing import comparable_copy


@dataclass(frozen=True, slots=True)
class Conflict:
    """What would change if the form were saved over what is saved now.

    `opened` is the version that the form showed, None if it did not say; `saved` is that of now.
    """

    told: str
    opened: int | None
    saved: int
    summary: str
    rows: list[DifferenceRow]


def conflict_of(request: HttpRequest, story: Story, form: Any) -> Conflict | None:
    """Return the conflict for which saving was refused; if None, the form must be valid."""
    refusal = getattr(request, "refusal", None)
    if not isinstance(refusal, EditConflict):
        return None
    now = Story.objects.get(pk=story.pk)
    saved, typed = comparable_copy(working_copy_of(now)), comparable_copy(form.working_copy())
    difference = compare(saved, typed, gettext)
    return Conflict(
        told=str(refusal),
        opened=form.cleaned_data["opened_version"],
        saved=now.version,
        summary=difference.summary,
        rows=rows_near_changes(difference),
    )


def seen_by_form(request: HttpRequest, form: Any) -> int:
    """Return the version of the story on which the form is to be saved.

    It is the one that the form showed or, where the editor has chosen to save over what somebody
    else saved, the one that was shown then.
    """
    opened: int = form.cleaned_data["opened_version"]
    return read_key(request.POST.get("save_over", "")) or opened
