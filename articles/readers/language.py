"""Readers' pages are in the newsroom's language, whoever looks at them: staff in a preview too.

Nothing in a page asks for the active language, which may be that of a person at the desk.
"""

from functools import cache, lru_cache

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from markupsafe import Markup

from articles.body import own_attributes
from articles.text import direction_of, guess_language


def gettext(message: str, **values: object) -> Markup:
    """Return the message in the newsroom's language, as HTML, with its %(placeholders)s filled.

    The message and its translations are HTML; values are escaped, unless they are HTML too.
    """
    text = _translated(settings.LANGUAGE_CODE, message)
    return text % values if values else text


def ngettext(singular: str, plural: str, num: int, **values: object) -> Markup:
    """Return what `gettext` returns, in the form that fits the number; `num` is a value too."""
    text = _plural(settings.LANGUAGE_CODE, singular, plural, num)
    return text % {"num": num, **values}


# A page asks for several of them, and Django's own function takes eight times as long.
@cache
def _translated(language: str, message: str) -> Markup:
    with translation.override(language):
        return Markup(translation.gettext(message))  # noqa: S704


@lru_cache(maxsize=1024)
def _plural(language: str, singular: str, plural: str, num: int) -> Markup:
    with translation.override(language):
        return Markup(translation.ngettext(singular, plural, num))  # noqa: S704


def in_newsroom_language(text: Promise) -> str:
    """Return a lazy translation in the newsroom's language."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(text)


def language() -> str:
    """Return the code of the newsroom's language."""
    code: str = settings.LANGUAGE_CODE
    return code


def attributes(code: str) -> Markup:
    """Return `lang` and, where it is from right to left, `dir` of a page in this language."""
    runs = ' dir="rtl"' if direction_of(code) == "rtl" else ""
    return Markup('lang="{}"').format(code) + Markup(runs)  # noqa: S704


def inside(code: str, around: str) -> Markup:
    """Return `lang` and `dir` of a part in this language; "" if the one around it is the same."""
    if code == around:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(code, direction_of(code))


def own(text: str, around: str = "") -> Markup:
    """Return `lang` and `dir` of a text that differs from the language around it.

    That is the newsroom's unless `around` is another one.
    """
    return _own(around or language(), text)


# The same headlines are on many pages.
@lru_cache(maxsize=2048)
def _own(around: str, text: str) -> Markup:
    return Markup(own_attributes(around, text))  # noqa: S704


def language_of(code: str, text: str) -> str:
    """Return the language of what was published, guessed by its text where none was frozen."""
    return code or guess_language(text, language())
