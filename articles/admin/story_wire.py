"""What the wire copy of a story suggests to its editor."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from articles.enums import Act, WireOutcome
from articles.exceptions import NewsroomError
from articles.models import Story
from articles.wire.dateline_answer import Question, open_question, with_dateline
from articles.working_copy import WorkingCopy

ANSWERS = {"_dateline_yes": Act.DATELINE_TAKEN, "_dateline_no": Act.DATELINE_REFUSED}


@dataclass(frozen=True, slots=True)
class Answer:
    """An editor's answer, and the working copy as it then is."""

    question: Question
    act: Act
    copy: WorkingCopy


def from_wire_copy(story: Story) -> dict[str, Any]:
    """Give the copy that the story has, its suggestions, and the updates on offer.

    A dateline that the parser was not sure of is a question until somebody answers it.
    """
    items = list(story.wire_items.defer("source"))
    offered = [item for item in items if item.outcome == WireOutcome.OFFERED]
    own = next((item for item in items if item.outcome != WireOutcome.OFFERED), None)
    report = own.report if own else {}
    return {
        "wire_item": own,
        "offered_items": offered,
        "suggested_quotes": report.get("pull_quotes", []),
        "dateline_question": open_question(story),
    }


def take_answer(request: HttpRequest, story: Story, copy: WorkingCopy) -> Answer | None:
    """Give what a button says of the dateline that is asked about; None if no such button.

    Raises `NewsroomError` where nothing is asked any more, or the words have changed.
    """
    act = next((act for name, act in ANSWERS.items() if name in request.POST), None)
    if act is None:
        return None
    question = open_question(story)
    if question is None:
        raise NewsroomError(
            "Whether this is a dateline has been answered by now. Open the story in a second"
            " window to see it."
        )
    taken = act is Act.DATELINE_TAKEN
    return Answer(question, act, with_dateline(copy, question.dateline) if taken else copy)
