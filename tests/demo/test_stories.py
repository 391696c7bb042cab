"""The stories of the demo as they are in their files: nothing here needs a database."""

from itertools import pairwise
from pathlib import Path

import pytest

from articles import body
from articles.demo import StoryFile, story_files
from articles.demo.body_text import blocks_of, figures_in
from articles.demo.drawing import MOTIFS, PALETTES, draw
from articles.demo.timetable import after, before, duration
from articles.stories import HEADLINE_LENGTH, SUMMARY_LENGTH
from tests.factories import NOON, SAMPLES

FILES = story_files()
PUBLISHED = [file for file in FILES if "published" in file.fields]
WRITTEN = [file for file in FILES if not file.is_wire and file.fields.get("state") != "draft"]


def test_there_is_a_newsroom_of_stories() -> None:
    assert len(PUBLISHED) >= 40
    assert {file.fields["section"] for file in PUBLISHED} == {
        *("World", "Economy", "Science", "Climate", "Sport", "Culture")
    }
    spoken = [file.fields.get("language", "en").partition("-")[0] for file in PUBLISHED]
    assert {"en", "es", "ru", "ar", "zh", "kk"} <= set(spoken)


def test_the_newest_one_is_the_sample_word_for_word() -> None:
    newest = max(PUBLISHED, key=lambda file: before(NOON, file.fields["published"]))
    assert newest.text.strip() == (SAMPLES / "xi-putin-sco.txt").read_text("utf-8").strip()


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.name)
def test_pull_quotes_occur_in_the_text_and_lists_show_all_of_it(file: StoryFile) -> None:
    blocks = blocks_of(file.body, {name: 1 for name, _, _ in figures_in(file.text)})
    in_text = body.quotable(blocks)
    assert all(in_text(one.words) for one in blocks if isinstance(one, body.PullQuote))
    assert len(file.headline) <= HEADLINE_LENGTH
    assert 0 < len(file.summary) <= SUMMARY_LENGTH


def test_no_two_stories_have_the_same_picture_and_each_says_what_it_shows() -> None:
    leads = [file.fields["lead"] for file in FILES if "lead" in file.fields]
    texts = [text for file in FILES for text in (file.text, file.entries)]
    drawn = leads + [name for text in texts for name, _, _ in figures_in(text)]
    assert len(set(drawn)) == len(drawn)
    for motif, palette, _ in map(str.split, drawn):
        assert motif in MOTIFS
        assert palette in PALETTES
    assert all(
        file.fields["alt"] and file.fields["caption"] for file in FILES if "lead" in file.fields
    )


def test_a_picture_is_the_same_each_time_and_another_with_another_seed() -> None:
    assert draw("coast", "dawn", 4) == draw("coast", "dawn", 4) != draw("coast", "dawn", 5)


def test_two_files_with_one_name_are_refused(tmp_path: Path) -> None:
    for language in ("en", "ru"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "one.txt").write_text("section: World\n---\nOne\n\nTwo\n\nThree")
    with pytest.raises(ValueError, match="same name"):
        story_files(tmp_path)


def test_times_are_counted_from_now() -> None:
    told = [before(NOON, text) for text in ("2d 08:15", "30h", "5h 30m")]
    assert [at.isoformat() for at in told] == [
        *("2025-08-30T08:15:00+00:00", "2025-08-31T06:00:00+00:00", "2025-09-01T06:30:00+00:00")
    ]
    assert all(one < other for one, other in pairwise(told))
    assert after(NOON, "1d 06:00").isoformat() == "2025-09-02T06:00:00+00:00"
    assert duration("1d 2h").total_seconds() == 26 * 3600
    for wrong in ("soon", "08:15"):
        with pytest.raises(ValueError, match=wrong):
            duration(wrong)
