"""What the wire copy of a story suggests to its editor."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from articles.core import Action, NewsroomError
from articles.models import Story, WireOutcome
from articles.stories import WorkingCopy
from articles.wire import DatelineQuestion, actions, open_question, with_dateline

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


def from_wire_copy(story: Story) -> dict[str, Any]:
    """Return the copy that the story has, its suggestions, and the updates on offer.

    A dateline that the parser was not sure of is a question until somebody answers it.
    """
    copies = list(story.wire_copies.defer("source"))
    offered = [copy for copy in copies if copy.outcome == WireOutcome.OFFERED]
    own = next((copy for copy in copies if copy.outcome != WireOutcome.OFFERED), None)
    report = own.report if own else {}
    return {
        "wire_copy": own,
        "offered_copies": offered,
        "suggested_quotes": report.get("pull_quotes", []),
        "dateline_question": open_question(story),
    }


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
