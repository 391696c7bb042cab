"""NEWSROOM_LANGUAGE from the environment switches the language, the dates and the log-in page."""

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

#: Print what a process says that was started with a language.
STARTED = """
import sys
import django
django.setup()
from datetime import datetime, UTC
from django.conf import settings
from django.test import Client
from django.utils import formats
at = datetime(2025, 3, 1, 18, 30, tzinfo=UTC)
print(settings.LANGUAGE_CODE)
print(formats.date_format(at, "DATETIME_FORMAT"))
print(formats.number_format(2.5))
print(Client().get("/admin/login/", headers={"host": "localhost"}).text)
"""


def start(language: str, code: str = STARTED) -> subprocess.CompletedProcess[str]:
    """Run the code in a process of its own, with this language in the environment."""
    ours = ("NEWSROOM_", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        env=clean
        | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_ENV": "development",
            "NEWSROOM_LANGUAGE": language,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("language", "date", "number", "words"),
    [
        ("en-gb", "1 March 2025, 18:30 UTC", "2.5", ("Log in", "Password")),
        ("de", "1. März 2025, 18:30 UTC", "2,5", ("Anmelden", "Passwort")),
        ("de-at", "1. März 2025, 18:30 UTC", "2,5", ("Anmelden", "Passwort")),
        ("ru", "1 марта 2025 г., 18:30 UTC", "2,5", ("Войти", "Пароль")),
    ],
)
def test_a_process_starts_in_the_language(
    language: str, date: str, number: str, words: tuple[str, ...]
) -> None:
    started = start(language)
    assert not started.returncode, started.stderr
    assert started.stdout.splitlines()[:3] == [language, date, number]
    assert [word for word in words if word not in started.stdout] == []
    assert f'<html lang="{language}"' in started.stdout


@pytest.mark.parametrize("language", ["german", "xx", "de_DE", "../de"])
def test_an_unknown_language_is_refused_with_what_to_write(language: str) -> None:
    refused = start(language, "import newsroom.settings")
    assert refused.returncode
    assert (
        f"NEWSROOM_LANGUAGE cannot be used as it is set. “{language}” is not known."
        " Write a language code, such as de or pt-br." in refused.stderr
    )
