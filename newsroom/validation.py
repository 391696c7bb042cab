"""Which values of environment variables can be used: each validator says what to write instead."""

import re
from collections.abc import Callable, Collection, Iterable
from string import Formatter

from django.conf.global_settings import LANGUAGES
from environs import EnvError, EnvValidationError, ValidationError, validate

#: Paths of readers' pages and files.
TAKEN = {
    *("news/", "section/", "tag/", "author/", "place/", "archive/", "search/", "recent/"),
    *("corrections/", "preview/", "media/", "static/"),
}
DATELINE_PARTS = {"places", "date", "agency"}

#: What to do about a value that is not of the right type, by what environs says of it.
INSTEAD = {
    "Not a valid boolean.": "Write true or false.",
    "Not a valid integer.": "Write a whole number.",
    "Not a valid database URL.": (
        "Write postgresql://USER:PASSWORD@HOST:5432/NAME or sqlite:////path/to/file."
    ),
}


def at_least(least: int) -> validate.Range:
    """Return a validator for numbers that are not smaller than this."""
    return validate.Range(min=least, error=f"Write a number that is {least} or more.")


def one_of(known: Collection[str], instead: str) -> Callable[[str], None]:
    """Return a validator for one of these words; `instead` says what to write."""

    def check(word: str) -> None:
        if word not in known:
            raise ValidationError(f"“{word}” is not known. {instead}")

    return check


def is_path(path: str) -> None:
    """Raise ValidationError unless this can be the path of the admin."""
    if not re.fullmatch(r"[\w-]+/", path):
        raise ValidationError(
            f"“{path}” cannot be a path. Write one word and a slash, as in admin/ or news-desk/."
        )
    if path in TAKEN:
        raise ValidationError(f"“{path}” is the path of other pages. Write another word.")


def is_site_url(url: str) -> None:
    """Raise ValidationError unless this is where a site can be: a scheme and a host."""
    if not re.fullmatch(r"https?://[\w.:\[\]-]+/?", url):
        raise ValidationError(
            f"“{url}” cannot be the URL of the site. Write it as in https://news.example."
        )


def are_hosts(hosts: Iterable[str]) -> None:
    """Raise ValidationError unless each is the name of a host."""
    for host in hosts:
        if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
            raise ValidationError(
                f"“{host}” cannot be a host. Write names with commas between them, as in"
                " mastodon.social,social.example."
            )


def is_language(code: str) -> None:
    """Raise ValidationError unless Django knows the language or the one that it is a variant of."""
    if not {code, code.partition("-")[0]} & dict(LANGUAGES).keys():
        raise ValidationError(f"“{code}” is not known. Write a language code, such as de or pt-br.")


def is_dateline_style(style: str) -> None:
    """Raise ValidationError unless a dateline can be printed in this style."""
    try:
        fields = [field for field in Formatter().parse(style) if field[1] is not None]
    except ValueError as error:
        raise ValidationError(
            f"“{style}” has a brace too many or too few. Write braces in pairs, as in {{places}}."
        ) from error
    parts = {name for _, name, _, _ in fields}
    if any(spec or conversion for _, _, spec, conversion in fields):
        raise ValidationError(
            f"“{style}” has more than a name in braces. Write {{places}} as it is."
        )
    if "places" not in parts or parts - DATELINE_PARTS:
        raise ValidationError(
            f"“{style}” must contain {{places}}, may contain {{date}} and {{agency}}, and cannot"
            " contain other names in braces."
        )


def describe(error: EnvError) -> str:
    """Return which variable cannot be used, why, and what to write instead."""
    if not isinstance(error, EnvValidationError):
        return str(error)
    variable = str(error).split('"')[1]
    told = " ".join(INSTEAD.get(message, message) for message in error.error_messages)
    return f"{variable} cannot be used as it is set. {told} See docs/settings.md."
