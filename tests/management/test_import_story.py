import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from articles.models import AuditEntry, Story, WireCopy
from newsroom.accounts.models import User

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).resolve().parents[2]
SAMPLE = PROJECT / "tests" / "samples" / "xi-putin-sco.txt"
KEYS = "file headline summary dateline blocks pull_quotes left_out kind embargo errors".split()
COPY = "Council raises fees\n\nThe council met on Monday.\n\nIt will meet again.\n"


@pytest.fixture
def anna() -> User:
    return User.objects.create_superuser("anna")


def run(*args: object) -> tuple[str, str]:
    """Return what the command printed, and the error that it ended with."""
    told = StringIO()
    try:
        call_command("import_story", *map(str, args), stdout=told)
    except CommandError as error:
        return told.getvalue(), str(error)
    return told.getvalue(), ""


def checked(*args: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("--check", *args)[0].splitlines()]


def test_a_file_becomes_a_story_of_the_only_superuser(anna: User) -> None:
    told, error = run(SAMPLE)
    made = Story.objects.get()
    first = f"{SAMPLE}: created: New story “{made.headline}” (number {made.pk})."
    assert told.splitlines()[0] == first
    assert error == ""
    assert made.created_by == anna
    assert WireCopy.objects.get().name == SAMPLE.name


def test_what_was_left_out_is_told_with_its_line(anna: User) -> None:
    told, _ = run(SAMPLE)
    lines = SAMPLE.read_text().splitlines()
    number = len(lines) - lines[::-1].index("Recent News")
    assert f"{SAMPLE}: line {number}: left out: “Recent News” (" in told


def test_the_same_label_twice_is_told_with_both_lines(anna: User, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text("A day at the fair\n\nAdvertisement\n\nIt rained.\n\nAdvertisement\n")
    told, _ = run(file)
    assert f"{file}: line 3: left out: “Advertisement” (" in told
    assert f"{file}: line 7: left out: “Advertisement” (" in told


def test_a_dateline_that_is_not_sure_is_asked_about(anna: User, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    fair = "Reading: The fair opened on Monday, and the rain that was forecast did not come.\n"
    file.write_text("A day at the fair\n\n" + fair)
    assert f"{file}: line 3: is this a dateline?: “Reading:”" in run(file)[0]


def test_an_embargo_is_asked_about(anna: User, tmp_path: Path) -> None:
    file = tmp_path / "embargo.txt"
    file.write_text(f"Sperrfrist: 03.09., 12.00 Uhr\n\n{COPY}", encoding="utf-8")
    told = run(file)[0]
    assert f"{file}: line 1: left out: “Sperrfrist: 03.09., 12.00 Uhr” (an embargo)" in told
    assert f"{file}: is there an embargo?: “Sperrfrist: 03.09., 12.00 Uhr”" in told


def test_the_same_file_again_tells_which_story_it_is(anna: User) -> None:
    run(SAMPLE)
    told, error = run(SAMPLE)
    assert f"known: Imported before: it became the story “{Story.objects.get()}”" in told
    assert error == ""
    assert Story.objects.count() == 1


def test_standard_input(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(COPY.encode("utf-16"))))
    assert run("-")[0].startswith("-: created: ")
    assert Story.objects.get().headline == "Council raises fees"
    assert WireCopy.objects.get().name == "stdin"


def test_one_bad_file_of_many_does_not_stop_the_others(
    anna: User, tmp_path: Path, settings: Settings
) -> None:
    settings.NEWSROOM_WIRE_MAX_BYTES = 1000
    bad = {
        "empty": (b"", "empty"),
        "picture": (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        "binary": (bytes(range(256)), "binary"),
        "huge": (b"Headline\n\n" + b"x" * 1000, "NEWSROOM_WIRE_MAX_BYTES"),
        "damaged": ("é".encode() * 30 + b"\n\n\xff", "line 3"),
    }
    for name, (source, _) in bad.items():
        (tmp_path / name).write_bytes(source)
    (tmp_path / "first").write_text(COPY)
    (tmp_path / "last").write_text(COPY.replace("fees", "taxes"))
    names = ["first", *bad, "missing", "directory", "last"]
    (tmp_path / "directory").mkdir()
    told, error = run(*(tmp_path / name for name in names))
    lines = dict(zip(names, told.splitlines(), strict=True))
    for name, (_, what) in {
        **bad,
        "missing": (b"", "No such file"),
        "directory": (b"", "Is a directory"),
    }.items():
        assert lines[name].startswith(f"{tmp_path / name}: failed: ")
        assert what in lines[name]
    assert error == "7 of 9 files could not be read; see above."
    assert {story.headline for story in Story.objects.all()} == {
        "Council raises fees",
        "Council raises taxes",
    }


def test_a_huge_file_is_not_read_to_its_end(anna: User) -> None:
    told, error = run("/dev/zero")
    assert "NEWSROOM_WIRE_MAX_BYTES" in told
    assert error


def test_a_name_in_no_encoding_is_reported(anna: User, tmp_path: Path) -> None:
    file = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(file).write_text(COPY)
    assert "caf\ufffd.txt: created: " in run(file)[0]
    assert WireCopy.objects.get().name == "caf\ufffd.txt"
    assert checked(file)[0]["file"].endswith("caf\ufffd.txt")


def test_check_reports_each_file_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "plain.txt").write_text(COPY)
    files = [SAMPLE, tmp_path / "empty.txt", tmp_path / "plain.txt"]
    reports = checked(*files)
    assert [report["file"] for report in reports] == [str(file) for file in files]
    for report in reports:
        assert list(report) == KEYS
    sample, empty, plain = reports
    assert sample["errors"] == plain["errors"] == []
    assert "empty" in empty["errors"][0]
    assert empty["dateline"] is plain["dateline"] is None
    assert set(sample["dateline"]) == {"places", "date", "agency", "sure", "text"}
    assert (sample["dateline"]["places"], sample["dateline"]["sure"]) == (["Astana"], True)
    assert {tuple(block) for block in sample["blocks"]} == {("kind", "text")}
    assert {tuple(quote) for quote in sample["pull_quotes"]} == {("text", "speaker")}
    assert [left["text"] for left in sample["left_out"]] == ["Recent News"]
    assert set(sample["left_out"][0]) == {"text", "why"}
    assert plain["blocks"] == [
        {"kind": "paragraph", "text": "The council met on Monday."},
        {"kind": "paragraph", "text": "It will meet again."},
    ]
    for model in (Story, WireCopy, AuditEntry):
        assert not model._default_manager.exists()


def test_check_fails_with_a_bad_file(tmp_path: Path) -> None:
    assert run("--check", SAMPLE)[1] == ""
    assert run("--check", SAMPLE, tmp_path / "missing")[1].startswith("1 of 2 files")


def test_the_name_of_an_account(anna: User) -> None:
    ben = User.objects.create_superuser("ben")
    run("--user", "ben", SAMPLE)
    assert Story.objects.get().created_by == ben
    assert "no active account “eva”" in run("--user", "eva", SAMPLE)[1]


def test_an_account_is_needed() -> None:
    assert "--user NAME" in run(SAMPLE)[1]


def test_an_account_that_may_not_import_fails(anna: User) -> None:
    User.objects.create_user("ben")
    told, error = run("--user", "ben", SAMPLE)
    assert "You may not import wire copy" in told
    assert error
    assert not Story.objects.exists()


def test_many_files_show_a_progress_bar(
    anna: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(f"Headline number {number}\n\nSome text here.\n")
    run("--check", *tmp_path.iterdir())
    assert "20/20" in capsys.readouterr().err
    run("--check", SAMPLE)
    assert capsys.readouterr().err == ""


def test_the_exit_status_says_whether_a_file_failed(tmp_path: Path) -> None:
    def status(file: Path) -> int:
        command = [sys.executable, "manage.py", "import_story", "--check", str(file)]
        environment = {**os.environ, "NEWSROOM_DATA_DIR": str(tmp_path)}
        return subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, check=False
        ).returncode

    assert status(tmp_path / "missing") == 1
