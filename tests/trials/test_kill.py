"""A process that is killed in the middle of a verb leaves all of it or nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from articles.models import Picture
from articles.pictures import incomplete_pictures, stray_files
from tests.readers.cache.processes import Process
from tests.trials.kills import kill_at_each_statement
from tests.trials.verbs import VERBS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("name", [name for name in VERBS if name != "half_done"])
def test_a_killed_verb_leaves_nothing(name: str) -> None:
    left_alone = list(kill_at_each_statement(name, step=8))
    assert left_alone
    assert all(left_alone)


def test_what_is_left_half_done_is_seen() -> None:
    assert not all(kill_at_each_statement("half_done"))


@pytest.mark.parametrize("name", ["upload", "uploads", "take_down"])
def test_a_killed_picture_has_all_its_files_and_what_is_left_over_is_swept(
    name: str, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The process that is killed has the same folders.
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(tmp_path))
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.NEWSROOM_ORIGINALS_ROOT = tmp_path / "originals"
    left_over = []
    with Process("tests.trials.victim") as victim:
        for step in range(1, 50):
            assert victim.ask(name) == "ready"
            answer = victim.ask(str(step))
            assert not incomplete_pictures()
            stray = stray_files(timezone.now() + timedelta(minutes=1))
            left_over.append(len(stray))
            for file in stray:
                file.remove()
            known = Picture.objects.exclude(image="")
            files = [path for path in tmp_path.rglob("*/??/*") if path.is_file()]
            assert len(files) == sum(1 + len(picture.renditions) for picture in known)
            if answer == "through":
                break
            assert answer == "killed"
    # It was killed while there were files and no row.
    assert any(left_over)
    assert not left_over[-1]
