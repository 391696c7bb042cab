"""Which values of environment variables can be used: each validator says what to write instead."""

import re
from collections.abc import Callable, Collection, Iterable
from email.utils import parseaddr

from django.conf.global_settings import LANGUAGES
from django.core.exceptions import ValidationError as DjangoError
from django.core.validators import validate_email
from environs import EnvError, EnvValidationError, ValidationError, validate

#: Paths of readers' pages and files.
TAKEN = {
    *("news/", "section/", "tag/", "author/", "place/", "archive/", "search/", "recent/"),
    *("corrections/", "preview/", "media/", "static/"),
}
#: As Django takes them from a request: no other name is ever met.
HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[a-f0-9]*:[a-f0-9.:]+\]"
#: Also of a domain, with a dot before it; not of a whole top-level domain.
HOSTS = re.compile(rf"{HOST}|(?:\.[a-z0-9-]+){{2,}}", re.IGNORECASE)
#: Words that are there to be replaced, and blanks, as in a comment behind a key.
PLACEHOLDER = re.compile(r"\s|change.?(?:me|this|it)|goes.?here|insecure", re.IGNORECASE)
_TEXT = r"(?:[^\[\]{}]|\{(?:places|date|agency)\})"
STYLE = re.compile(rf"(?:{_TEXT}|\[{_TEXT}*\])*")

#: What to do about a value that is not of the right type, by what environs says of it.
INSTEAD = {
    "Not a valid boolean.": "Write true or false.",
    "Not a valid integer.": "Write a whole number.",
    "Not a valid database URL.": (
        "Write postgresql://USER:PASSWORD@HOST:5432/NAME or sqlite:////path/to/file."
    ),
}


def at_least(least: int, most: int = 10**12) -> validate.Range:
    """Return a validator for numbers from `least` to `most`."""
    return validate.Range(
        min=least,
        max=most,
        error=f"Write a number that is {least} or more, and at most {most}.",
    )


def one_of(known: Collection[str], instead: str) -> Callable[[str], None]:
    """Return a validator for one of these words; `instead` says what to write."""

    def check(word: str) -> None:
        if word not in known:
            raise ValidationError(f"“{word}” is not known. {instead}")

    return check


def like(pattern: str, instead: str) -> Callable[[str], None]:
    """Return a validator for words of this pattern, or none; `instead` says what to write."""

    def check(word: str) -> None:
        if word and not re.fullmatch(pattern, word):
            raise ValidationError(f"“{word}” cannot be used. {instead}")

    return check


is_header = like(
    r"(?!HTTP[-_])[A-Za-z][A-Za-z0-9-]*", "Write the name of a header, such as X-Forwarded-For."
)
is_host = like(HOST, "Write the name of a host, such as mail.example.")
is_endpoint = like(r"https?://[^\s]+", "Write its URL, as in https://s3.example.")
is_bucket = like(r"[A-Za-z0-9.-]{3,63}", "Write the name of a bucket, such as news-pictures.")
is_line = like(r"[^\x00-\x1f\x7f\u2028\u2029]{1,200}", "Write one line of at most 200 characters.")


def is_weak(key: str) -> bool:
    """Return whether a key could be guessed, or is one that was copied from somewhere."""
    return len(key) < 50 or len(set(key)) < 12 or PLACEHOLDER.search(key) is not None


def is_name(name: str) -> None:
    """Raise ValidationError unless this can be the name of a site."""
    if not name.strip():
        raise ValidationError("It is empty. Write the name of the site.")
    is_line(name)


def is_path(path: str) -> None:
    """Raise ValidationError unless this can be the path of the admin."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+/", path):
        raise ValidationError(
            f"“{path}” cannot be a path. Write one word in Latin letters and a slash, as in admin/"
            " or news-desk/."
        )
    if path in TAKEN:
        raise ValidationError(f"“{path}” is the path of other pages. Write another word.")


def is_site_url(url: str) -> None:
    """Raise ValidationError unless this is where a site can be: a scheme and a host."""
    if not re.fullmatch(rf"https?://(?:{HOST})(?::[0-9]{{1,5}})?/?", url, re.IGNORECASE):
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
    known = {code, code.partition("-")[0]} & dict(LANGUAGES).keys()
    # Django's own rule (check translation.E001).
    if not known or not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code):
        raise ValidationError(f"“{code}” is not known. Write a language code, such as de or pt-br.")


def is_sender(written: str) -> None:
    """Raise ValidationError unless mails can come from this address, with a name or without."""
    try:
        is_line(written)
        validate_email(parseaddr(written)[1])
    except (DjangoError, ValidationError) as error:
        raise ValidationError(
            f"“{written}” is not a valid email address. Write it as in newsroom@news.example."
        ) from error


def is_dateline_style(style: str) -> None:
    """Raise ValidationError unless a dateline can be printed in this style."""
    if not STYLE.fullmatch(style) or "{places}" not in style:
        raise ValidationError(
            f"“{style}” must contain {{places}}, may contain {{date}} and {{agency}}, and cannot"
            " contain other braces, or square brackets within square brackets."
        )
    is_line(style)


def describe(error: EnvError) -> str:
    """Return which variable cannot be used, why, and what to write instead."""
    if not isinstance(error, EnvValidationError):
        return str(error)
    variable = str(error).split('"')[1]
    told = " ".join(INSTEAD.get(message, message) for message in error.error_messages)
    return f"{variable} cannot be used as it is set. {told} See docs/settings.md."
