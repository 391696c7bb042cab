"""A dateline that the parser was not sure of: the question, and an editor's answer to it."""

import re
from dataclasses import dataclass, replace

from articles import body
from articles.core import Action, NewsroomError
from articles.models import Story, WireOutcome
from articles.stories import WorkingCopy, audit_log
from articles.wire import actions
from articles.wire.parse.copy_parts import Dateline
from newsroom.accounts.models import User

_PIECE = re.compile(r"<[^>]*>|&[^;]+;|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DatelineQuestion:
    """Whether words that are still in the text are the story's dateline."""

    item: int
    dateline: Dateline

    @property
    def text(self) -> str:
        return self.dateline.text.strip()


def open_question(story: Story) -> DatelineQuestion | None:
    """Give the question that the story's copy asks; None once it is answered."""
    items = story.wire_copies.exclude(outcome=WireOutcome.OFFERED).values_list("pk", "report")
    if not (newest := items.first()):
        return None
    item, report = newest
    found = report.get("dateline")
    if not found or found["sure"] or hasattr(story, "dateline"):
        return None
    answers = story.audit_log.filter(
        action__in=[actions.DATELINE_ACCEPTED.code, actions.DATELINE_REJECTED.code]
    )
    if any(answer.detail.get("item") == item for answer in answers):
        return None
    return DatelineQuestion(item, Dateline(**found | {"places": tuple(found["places"])}))


def record_answer(story: Story, question: DatelineQuestion, action: Action, *, by: User) -> None:
    """Write the answer into the story's log, so that nobody is asked again."""
    detail = {"item": question.item, "text": question.text}
    audit_log.record(story, action, by=by, detail=detail)


def with_dateline(copy: WorkingCopy, dateline: Dateline) -> WorkingCopy:
    """Give the copy with the dateline as data and out of the text.

    Raises `NewsroomError` if no paragraph begins with its words, and neither does the summary.
    """
    words = " ".join(dateline.text.split())
    blocks = body.read(copy.body)
    at = next(
        (
            at
            for at, block in enumerate(blocks)
            if isinstance(block, body.Paragraph) and block.text.startswith(words)
        ),
        None,
    )
    data = replace(copy, places=dateline.places, date=dateline.date, agency=dateline.agency)
    if at is not None:
        cut = body.Paragraph(_without_opening(blocks[at].html, len(words)))  # type: ignore[union-attr]
        return replace(data, body=body.clean(body.write((*blocks[:at], cut, *blocks[at + 1 :]))))
    if copy.summary.startswith(words):
        return replace(data, summary=copy.summary[len(words) :].lstrip())
    raise NewsroomError(
        f"No paragraph begins with “{words}” any more, so it cannot be taken out of the text."
        " Write the places under Places, or answer that it is text."
    )


def _without_opening(html: str, letters: int) -> str:
    """Give inline HTML without its first letters, and without the space behind them."""
    kept: list[str] = []
    begun = False
    for piece in _PIECE.findall(html):
        if piece.startswith("<") and piece != "<br>":
            kept.append(piece)
        elif letters:
            letters -= 1
        elif begun or not (piece.isspace() or piece == "<br>"):
            begun = True
            kept.append(piece)
    return "".join(kept)
