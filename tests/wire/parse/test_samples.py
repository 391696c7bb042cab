"""Invented copy in several languages, layouts and encodings, from the file to the result."""

import pytest

from articles.wire import decode
from articles.wire.parse.parse import parse
from tests.factories import SAMPLES
from tests.wire.parse.words import assert_no_word_lost

SAMPLES = SAMPLES / "wire"
READ = [
    # file, headline begins, summary begins, dateline, kinds of blocks, speaker, left out
    (
        "french-hard-wrapped.txt",
        "Le conseil municipal veut relever la taxe sur le stationnement dès l’année prochaine",
        "Les commerçants annoncent",
        "PARIS, 4 juil (AFP) - ",
        "ppap",
        "Jeanne Martin",
        ["Les plus lus"],
    ),
    (
        "russian-utf-16.txt",
        "Городской совет повысит плату за парковку",
        "",
        "МОСКВА, 4 июля. /ТАСС/. ",
        "ppap",
        "Иванов",
        [],
    ),
    (
        "chinese-gb18030.txt",
        "市议会将提高停车费",
        "",
        "新华社上海5月3日电 ",
        "ppap",
        "李明",
        ["最新新闻"],
    ),
    (
        "arabic.txt",
        "مجلس المدينة يرفع رسوم مواقف السيارات",
        "",
        "القاهرة (رويترز) - ",
        "pap",
        None,
        ["آخر الأخبار"],
    ),
    (
        "german-with-byline.txt",
        "Stadtrat erhöht die Parkgebühren",
        "Die Händler kündigen",
        "Köln. ",
        "ppap",
        "Muster",
        ["Von Jana Muster"],
    ),
]


@pytest.mark.parametrize(
    ("file", "headline", "summary", "dateline", "kinds", "speaker", "left_out"),
    READ,
    ids=[row[0] for row in READ],
)
def test_a_sample_is_read_into_its_parts(
    file: str,
    headline: str,
    summary: str,
    dateline: str,
    kinds: str,
    speaker: str | None,
    left_out: list[str],
) -> None:
    source = (SAMPLES / file).read_bytes()
    copy = parse(source)
    assert_no_word_lost(decode(source), copy)
    assert copy.headline == headline
    assert copy.summary.startswith(summary)
    assert bool(copy.summary) == bool(summary)
    assert copy.dateline is not None
    assert (copy.dateline.text, copy.dateline.sure) == (dateline, True)
    assert "".join(block.kind[0] for block in copy.blocks) == kinds
    assert [quote.speaker for quote in copy.pull_quotes] == ([speaker] if speaker else [])
    assert [left.text for left in copy.left_out] == left_out


def test_every_sample_is_tried() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {row[0] for row in READ}
