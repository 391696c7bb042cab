"""Wire copy: parsed, imported and offered as updates."""

from articles.wire import actions
from articles.wire.as_story import newsroom_gazetteer
from articles.wire.dateline_answer import (
    DatelineQuestion,
    open_question,
    record_answer,
    with_dateline,
)
from articles.wire.ingest import check_import, ingest
from articles.wire.parse.copy_parts import as_json
from articles.wire.parse.decode import UnreadableCopy, decode
from articles.wire.parse.furniture import CLOSING_HEADING
from articles.wire.parse.gazetteer import Gazetteer
from articles.wire.read_copy import line_of, read_copy
from articles.wire.receipt import ImportResult, Receipt
from articles.wire.update import accept_update, check_accept_update, update_of

__all__ = [
    "CLOSING_HEADING",
    "DatelineQuestion",
    "Gazetteer",
    "ImportResult",
    "Receipt",
    "UnreadableCopy",
    "accept_update",
    "actions",
    "as_json",
    "check_accept_update",
    "check_import",
    "decode",
    "ingest",
    "line_of",
    "newsroom_gazetteer",
    "open_question",
    "read_copy",
    "record_answer",
    "update_of",
    "with_dateline",
]
