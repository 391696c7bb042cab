"""Development needs no settings; production refuses to start if it would not be safe."""

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from newsroom import environment
from newsroom.validation import TAKEN
from tests.project.site import routes

ROOT = Path(__file__).resolve().parents[2]
KEY = "k" + get_random_secret_key()
PRODUCTION = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "news.example"}
OURS = ("NEWSROOM_", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG", "DATABASE_URL", "DJANGO_")


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project, with these variables and no others of ours."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def set_variables(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)
    return monkeypatch


def read(patch: pytest.MonkeyPatch, variables: dict[str, str]) -> environment.Environment:
    for name, value in variables.items():
        patch.setenv(name, value)
    return environment.read()


def test_development_needs_no_variables_and_answers_to_this_machine_only(
    set_variables: pytest.MonkeyPatch,
) -> None:
    found = read(set_variables, {})
    assert found.development
    assert found.debug
    assert found.allowed_hosts == ("localhost", "127.0.0.1", "[::1]")
    assert found.database["ENGINE"] == "django.db.backends.sqlite3"


def test_development_answers_to_this_machine_only_whatever_is_asked(
    set_variables: pytest.MonkeyPatch,
) -> None:
    found = read(set_variables, {"NEWSROOM_ENV": "development", "ALLOWED_HOSTS": "news.example"})
    assert "news.example" not in found.allowed_hosts


@pytest.mark.parametrize(
    "variables",
    [
        PRODUCTION,
        PRODUCTION | {"NEWSROOM_ENV": "production"},
        PRODUCTION | {"DEBUG": "false"},
    ],
)
def test_production_starts_with_a_key_and_a_host(
    set_variables: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    found = read(set_variables, variables)
    assert (found.development, found.debug) == (False, False)
    assert found.secret_key == KEY
    assert found.allowed_hosts == ("news.example",)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"NEWSROOM_ENV": "production"}, "SECRET_KEY"),
        ({"DEBUG": "false"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": "news.example"}, "SECRET_KEY"),
        (PRODUCTION | {"SECRET_KEY": ""}, "SECRET_KEY"),
        (PRODUCTION | {"SECRET_KEY": KEY[:49]}, "SECRET_KEY"),
        (PRODUCTION | {"SECRET_KEY": "abcd" * 20}, "SECRET_KEY"),
        (PRODUCTION | {"SECRET_KEY": "django-insecure-" + KEY}, "SECRET_KEY"),
        (PRODUCTION | {"SECRET_KEY": environment.DEVELOPMENT_KEY}, "SECRET_KEY"),
        ({"SECRET_KEY": KEY}, "ALLOWED_HOSTS"),
        (PRODUCTION | {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        (PRODUCTION | {"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS"),
        *(
            (PRODUCTION | {"ALLOWED_HOSTS": hosts}, "ALLOWED_HOSTS")
            for hosts in (
                *("*", " * ", "news.example,*", "*.news.example", ".", "..example", ".example"),
                *("https://news.example", "news.example/", "news.example:443", "news example"),
                *("::1", "news_desk.example", "münchen.example", "news.example;x"),
            )
        ),
        *(
            (PRODUCTION | {"SECRET_KEY": key}, "SECRET_KEY")
            for key in (
                *("abcde" * 20, "changeme" * 10, "1234567890" * 6, KEY[:40] + " " + KEY[:40]),
                'x   # python3 -c "import secrets; print(secrets.token_urlsafe(50))"',
                "your-secret-key-goes-here-and-has-50-characters-or-more",
            )
        ),
        (PRODUCTION | {"NEWSROOM_PROXIES": "2"}, "NEWSROOM_PROXIES"),
        (PRODUCTION | {"NEWSROOM_S3_ACCESS_KEY": "a"}, "NEWSROOM_S3_SECRET_KEY"),
        ({"NEWSROOM_ADMIN_PATH": "news/"}, "NEWSROOM_ADMIN_PATH"),
        ({"NEWSROOM_ADMIN_PATH": "search/"}, "NEWSROOM_ADMIN_PATH"),
        ({"NEWSROOM_DATELINE_STYLE": "{places:{date}}"}, "NEWSROOM_DATELINE_STYLE"),
        *(
            ({"NEWSROOM_ADMIN_PATH": path}, "NEWSROOM_ADMIN_PATH")
            for path in ("", "/", "a/b/", "../", "%61/", "a b/", "admin//", "админ/", "admin/\n")
        ),
        *(
            ({"NEWSROOM_DATELINE_STYLE": style}, "NEWSROOM_DATELINE_STYLE")
            for style in (
                *("{places!r}", "{places:>9}", "{places.real}", "{places[0]}", "{}", "{0}", ""),
                *("{places}[{date}", "{places}]", "[{places}[ {date}]]", "{places}[{{x}}]"),
                *("{places}\n", "{places}" + "x" * 200),
            )
        ),
        ({"NEWSROOM_NAME": " "}, "NEWSROOM_NAME"),
        ({"NEWSROOM_NAME": "The\nNews"}, "NEWSROOM_NAME"),
        ({"NEWSROOM_ALSO_READ_LABEL": "See\u2028"}, "NEWSROOM_ALSO_READ_LABEL"),
        *(
            ({variable: value}, variable)
            for variable in ("NEWSROOM_PROXY_SSL_HEADER", "NEWSROOM_PROXY_ADDRESS_HEADER")
            for value in ("X Forwarded", "X-Forwarded-Proto: https", "HTTP_X_FORWARDED_FOR")
        ),
        *(
            ({variable: "9" * 20}, variable)
            for variable in (
                *("NEWSROOM_PROXIES", "NEWSROOM_LOGIN_WAIT_SECONDS", "NEWSROOM_HSTS_SECONDS"),
                *("NEWSROOM_SESSION_IDLE_SECONDS", "NEWSROOM_SESSION_AGE_SECONDS"),
                *("NEWSROOM_MAIL_PORT", "NEWSROOM_DATABASE_POOL"),
            )
        ),
        ({"NEWSROOM_URL": "https://:::"}, "NEWSROOM_URL"),
        ({"NEWSROOM_URL": "https://news.example/news"}, "NEWSROOM_URL"),
        ({"NEWSROOM_MAIL_HOST": "smtp://mail.example"}, "NEWSROOM_MAIL_HOST"),
        ({"NEWSROOM_MAIL_FROM": "newsroom"}, "NEWSROOM_MAIL_FROM"),
        ({"NEWSROOM_MAIL_FROM": "a@b.example\nBcc: c@d.example"}, "NEWSROOM_MAIL_FROM"),
        ({"NEWSROOM_S3_BUCKET": "a/b"}, "NEWSROOM_S3_BUCKET"),
        ({"NEWSROOM_S3_ENDPOINT": "s3.example"}, "NEWSROOM_S3_ENDPOINT"),
        ({"NEWSROOM_DATA_DIR": ""}, "NEWSROOM_DATA_DIR"),
        ({"NEWSROOM_DATA_DIR": "/etc/passwd"}, "NEWSROOM_DATA_DIR"),
        ({"NEWSROOM_DATA_DIR": "/etc/passwd/below"}, "NEWSROOM_DATA_DIR"),
        ({"NEWSROOM_LANGUAGE": "en-"}, "NEWSROOM_LANGUAGE"),
        ({"NEWSROOM_LANGUAGE": "de-xx!"}, "NEWSROOM_LANGUAGE"),
        ({"NEWSROOM_TIME_ZONE": "Factory"}, "NEWSROOM_TIME_ZONE"),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://news@db.example"}, "DATABASE_URL"),
        (PRODUCTION | {"DEBUG": "true"}, "DEBUG"),
        (PRODUCTION | {"DEBUG": "perhaps"}, "DEBUG"),
        ({"NEWSROOM_ENV": "staging"}, "NEWSROOM_ENV"),
        ({"NEWSROOM_TIME_ZONE": "Mars/Olympus"}, "NEWSROOM_TIME_ZONE"),
        ({"NEWSROOM_LANGUAGE": "german"}, "NEWSROOM_LANGUAGE"),
        ({"NEWSROOM_WIRE_MAX_BYTES": "0"}, "NEWSROOM_WIRE_MAX_BYTES"),
        ({"NEWSROOM_WIRE_MAX_BYTES": "many"}, "NEWSROOM_WIRE_MAX_BYTES"),
        ({"NEWSROOM_ADMIN_PATH": "admin"}, "NEWSROOM_ADMIN_PATH"),
        ({"NEWSROOM_DATELINE_STYLE": "{town}: "}, "NEWSROOM_DATELINE_STYLE"),
        ({"NEWSROOM_DATELINE_STYLE": "{places: "}, "NEWSROOM_DATELINE_STYLE"),
        ({"NEWSROOM_LOG_LEVEL": "loud"}, "NEWSROOM_LOG_LEVEL"),
        ({"DATABASE_URL": "mysql://news@db/news"}, "DATABASE_URL"),
        ({"DATABASE_URL": "no URL"}, "DATABASE_URL"),
    ],
)
def test_refusal_names_the_variable(
    set_variables: pytest.MonkeyPatch, variables: dict[str, str], named: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        read(set_variables, variables)


@pytest.mark.parametrize(
    "variables",
    [
        {"ALLOWED_HOSTS": "News.example,.news.example,127.0.0.1,[::1]"},
        {"SECRET_KEY": secrets.token_hex(32)},
        {"SECRET_KEY": secrets.token_urlsafe(50)},
        {"NEWSROOM_MAIL_FROM": "The News <news@news.example>", "NEWSROOM_MAIL_HOST": "localhost"},
        {"NEWSROOM_DATELINE_STYLE": "[{date}, ]{places}[ ({agency})] — "},
        {"NEWSROOM_PROXY_SSL_HEADER": "X-Forwarded-Proto", "NEWSROOM_PROXIES": "2"},
        {"NEWSROOM_URL": "http://[::1]:8000", "NEWSROOM_S3_ENDPOINT": "http://127.0.0.1:9000"},
        {"DATABASE_URL": "postgresql:///news", "NEWSROOM_ADMIN_PATH": "news-desk_1/"},
    ],
)
def test_values_that_can_be_used(
    set_variables: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    assert not read(set_variables, PRODUCTION | variables).debug


def test_no_path_of_readers_pages_can_be_the_admins() -> None:
    first = {route.partition("/")[0] + "/" for route in routes() if "/" in route}
    assert first - {settings.NEWSROOM_ADMIN_PATH} | {"static/"} == TAKEN


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"DEBUG": "perhaps"}, "DEBUG cannot be used as it is set. Write true or false."),
        ({"NEWSROOM_LOGIN_FAILURES": "0"}, "Write a number that is 1 or more"),
        ({"NEWSROOM_PROXIES": "0"}, "Write a number that is 1 or more"),
        ({"NEWSROOM_TIME_ZONE": "Mars"}, "“Mars” is not known. Write the name of a time zone"),
        ({"NEWSROOM_DATELINE_STYLE": "{town}: "}, "must contain {places}"),
        ({"DATABASE_URL": "no URL"}, "Write postgresql://"),
        ({"NEWSROOM_MASTODON_HOSTS": "a.example,https://b.example"}, "“https://b.example” cannot"),
        ({"NEWSROOM_MASTODON_HOSTS": "a.example; script-src *"}, "cannot be a host"),
    ],
)
def test_refusal_says_what_to_write_instead(
    set_variables: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=re.escape(told)):
        read(set_variables, variables)


@pytest.mark.parametrize(
    ("hosts", "found"),
    [("", ()), ("a.example, b.example", ("a.example", "b.example"))],
)
def test_servers_of_mastodon_are_a_list(
    set_variables: pytest.MonkeyPatch, hosts: str, found: tuple[str, ...]
) -> None:
    assert read(set_variables, {"NEWSROOM_MASTODON_HOSTS": hosts}).mastodon_hosts == found


@pytest.mark.parametrize("language", ["en-gb", "ru", "de-at"])
def test_language_may_be_a_variant_of_one_that_django_knows(
    set_variables: pytest.MonkeyPatch, language: str
) -> None:
    assert read(set_variables, {"NEWSROOM_LANGUAGE": language}).language == language


@pytest.mark.parametrize("module", ["newsroom.wsgi", "newsroom.asgi"])
def test_a_server_never_falls_back_to_development(module: str) -> None:
    refused = run("-c", f"import {module}")
    assert refused.returncode
    assert "SECRET_KEY" in refused.stderr
    assert not run("-c", f"import {module}", **PRODUCTION).returncode


def test_a_refused_start_gives_the_reason_in_its_last_line() -> None:
    refused = run("manage.py", "check", NEWSROOM_ENV="production")
    assert refused.returncode
    assert "SECRET_KEY is missing or weak" in refused.stderr.splitlines()[-1]


def test_production_passes_djangos_own_check() -> None:
    checked = run("manage.py", "check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert checked.stdout.strip() == "System check identified no issues (0 silenced)."
    assert not checked.returncode


def test_database_url_selects_postgresql_and_its_pool() -> None:
    shown = run(
        "-c",
        "from newsroom.settings import DATABASES as d; d = d['default'];"
        "print(d['ENGINE'], d['NAME'], d['OPTIONS']['pool']['max_size'], d['CONN_MAX_AGE'])",
        DATABASE_URL="postgresql://news@db.example/news",
        NEWSROOM_DATABASE_POOL="5",
    )
    assert shown.stdout.split() == ["django.db.backends.postgresql", "news", "5", "0"]
