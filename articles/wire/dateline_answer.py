"""A dateline that the parser was not sure of: the question, and an editor's answer to it."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils.translation import gettext

from articles import body
from articles.core import Action, NewsroomError
from articles.models import AuditEntry, Story, WireCopy, WireCopyQuerySet
from articles.stories import WorkingCopy, audit_log
from articles.wire import actions
from articles.wire.parse.copy_parts import Dateline
from newsroom.accounts.models import User

ANSWERS = (actions.DATELINE_ACCEPTED.code, actions.DATELINE_REJECTED.code)
_PIECE = re.compile(r"<[^>]*>|&[^;]+;|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DatelineQuestion:
    """Whether words that are still in the text are the story's dateline."""

    #: The primary key of the wire copy.
    wire_copy: int
    dateline: Dateline

    @property
    def text(self) -> str:
        """The words that may be the dateline, without spaces around them."""
        return self.dateline.text.strip()


def open_question(story: Story) -> DatelineQuestion | None:
    """Return the question that the story's wire copy leaves open; None once it is answered."""
    copies = story.wire_copies.in_story().values_list("pk", "report")
    if not (newest := copies.first()):
        return None
    pk, report = newest
    found = report.get("dateline")
    if not found or found["sure"] or hasattr(story, "dateline"):
        return None
    answers = story.audit_log.filter(action__in=ANSWERS)
    if any(answer.detail.get("wire_copy") == pk for answer in answers):
        return None
    return DatelineQuestion(pk, Dateline(**found | {"places": tuple(found["places"])}))


def open_dateline_questions(since: datetime) -> WireCopyQuerySet:
    """Return the copy after the timezone-aware `since` that leaves such a question open."""
    copies = WireCopy.objects.in_story()
    newer = Q(received_at__gt=OuterRef("received_at")) | Q(
        received_at=OuterRef("received_at"), pk__gt=OuterRef("pk")
    )
    # As text: PostgreSQL compares no number with what is in a document.
    answers = AuditEntry.objects.annotate(about=KT("detail__wire_copy")).filter(
        story=OuterRef("story"), action__in=ANSWERS, about=Cast(OuterRef("pk"), TextField())
    )
    return copies.filter(
        ~Exists(copies.filter(newer, story=OuterRef("story"))),
        ~Exists(answers),
        received_at__gt=since,
        report__dateline__sure=False,
        story__dateline__isnull=True,
    )


def record_answer(story: Story, question: DatelineQuestion, action: Action, *, by: User) -> None:
    """Write the answer into the story's audit log, so that nobody is asked again."""
    detail = {"wire_copy": question.wire_copy, "text": question.text}
    audit_log.record(story, action, by=by, detail=detail)


def with_dateline(copy: WorkingCopy, dateline: Dateline) -> WorkingCopy:
    """Return the copy with the dateline kept as data and taken out of the text.

    Raise `NewsroomError` if neither a paragraph nor the summary begins with its words.
    """
    words = " ".join(dateline.text.split())
    data = replace(copy, places=dateline.places, date=dateline.date, agency=dateline.agency)
    blocks = body.read(copy.body)
    for at, block in enumerate(blocks):
        if isinstance(block, body.Paragraph) and block.text.startswith(words):
            rest = body.Paragraph(_without_opening(block.html, len(words)))
            html = body.write((*blocks[:at], rest, *blocks[at + 1 :]))
            return replace(data, body=body.clean(html))
    if copy.summary.startswith(words):
        return replace(data, summary=copy.summary[len(words) :].lstrip())
    raise NewsroomError(
        gettext(
            "No paragraph begins with “%(words)s” any more, so it cannot be taken out of the text."
            " Enter the places under Places, or answer that it is text."
        )
        % {"words": words}
    )


def _without_opening(html: str, length: int) -> str:
    """Return inline HTML without its first `length` characters and the space after them."""
    kept: list[str] = []
    begun = False
    for piece in _PIECE.findall(html):
        if piece.startswith("<") and piece != "<br>":
            kept.append(piece)
        elif length:
            length -= 1
        elif begun or not (piece.isspace() or piece == "<br>"):
            begun = True
            kept.append(piece)
    return "".join(kept)
