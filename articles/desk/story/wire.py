"""What the wire copy of a story suggests to its editor."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from articles.core import Action, NewsroomError
from articles.models import Story, WireOutcome
from articles.stories import WorkingCopy
from articles.wire import (
    DatelineQuestion,
    actions,
    check_deny_embargo,
    embargo_question,
    open_question,
    with_dateline,
)
from newsroom.accounts.models import User

ANSWERS = {
    "_dateline_yes": actions.DATELINE_ACCEPTED,
    "_dateline_no": actions.DATELINE_REJECTED,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An editor's answer, and the working copy as it then is."""

    question: DatelineQuestion
    action: Action
    copy: WorkingCopy


def from_wire_copy(story: Story, by: User) -> dict[str, Any]:
    """Return the copy that the story has, its suggestions, and the updates on offer.

    A dateline that the parser was not sure of, and an embargo, are questions until somebody answers
    them; the notice of an agency that withdraws the story warns until somebody does.
    """
    copies = list(story.wire_copies.defer("source"))
    taken = (WireOutcome.CREATED, WireOutcome.ACCEPTED)
    own = next((copy for copy in copies if copy.outcome in taken), None)
    report = own.report if own else {}
    return {
        "wire_copy": own,
        "offered_copies": [copy for copy in copies if copy.outcome == WireOutcome.OFFERED],
        "withdrawals": [copy for copy in copies if copy.outcome == WireOutcome.KILL],
        "embargo_question": (question := embargo_question(story)),
        "may_answer_embargo": question is not None and check_deny_embargo(story, by=by) is None,
        "suggested_quotes": report.get("pull_quotes", []),
        "dateline_question": open_question(story),
    }


def denies_embargo(request: HttpRequest) -> bool:
    """Return whether the editor answers that the embargo of the wire copy does not hold."""
    return "_embargo_none" in request.POST


def take_answer(request: HttpRequest, story: Story, copy: WorkingCopy) -> Answer | None:
    """Return the editor's answer to the open question about a dateline; None if none was sent.

    Raise `NewsroomError` if the question has been answered already, or the words have changed.
    """
    action = next((action for name, action in ANSWERS.items() if name in request.POST), None)
    if action is None:
        return None
    question = open_question(story)
    if question is None:
        raise NewsroomError(
            gettext(
                "Whether this is a dateline has been answered already. Open the story in a second"
                " window to see the answer."
            )
        )
    accepted = action is actions.DATELINE_ACCEPTED
    return Answer(question, action, with_dateline(copy, question.dateline) if accepted else copy)
