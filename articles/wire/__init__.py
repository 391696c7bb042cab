"""Wire copy: parsed, imported and offered as updates."""

from articles.wire import actions
from articles.wire.as_story import newsroom_gazetteer
from articles.wire.dateline_answer import (
    DatelineQuestion,
    open_dateline_questions,
    open_question,
    record_answer,
    with_dateline,
)
from articles.wire.dismiss import check_dismiss, check_make_own_story, dismiss, make_own_story
from articles.wire.embargo_question import (
    EmbargoQuestion,
    check_deny_embargo,
    close_embargo_question,
    deny_embargo,
    embargo_question,
)
from articles.wire.fingerprint import fingerprint
from articles.wire.ingest import check_import, ingest
from articles.wire.parse.copy_parts import as_json
from articles.wire.parse.decode import UnreadableCopy, decode
from articles.wire.parse.furniture import BUTTONS, CLOSING_HEADING
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.read_copy import check_size, line_of, lines_of, read_copy
from articles.wire.receipt import ImportResult, Receipt
from articles.wire.update import accept_update, check_accept_update, update_of
from articles.wire.withdrawal import check_follow, follow, waiting_withdrawals

__all__ = [
    "BUTTONS",
    "CLOSING_HEADING",
    "DatelineQuestion",
    "EmbargoQuestion",
    "Gazetteer",
    "ImportResult",
    "Receipt",
    "UnreadableCopy",
    "accept_update",
    "actions",
    "as_json",
    "check_accept_update",
    "check_deny_embargo",
    "check_dismiss",
    "check_follow",
    "check_import",
    "check_make_own_story",
    "check_size",
    "close_embargo_question",
    "decode",
    "deny_embargo",
    "dismiss",
    "embargo_question",
    "fingerprint",
    "follow",
    "ingest",
    "line_of",
    "lines_of",
    "make_own_story",
    "newsroom_gazetteer",
    "open_dateline_questions",
    "open_question",
    "read_copy",
    "record_answer",
    "update_of",
    "waiting_withdrawals",
    "with_dateline",
]
