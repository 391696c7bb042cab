"""Readers' pages are in the newsroom's language, whoever looks at them: staff in a preview too.

Nothing in a page asks for the active language, which may be that of a person at the desk.
"""

from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from markupsafe import Markup


def gettext(message: str, **values: object) -> Markup:
    """Return the message in the newsroom's language, as HTML, with its %(placeholders)s filled.

    The message and its translations are HTML; values are escaped, unless they are HTML too.
    """
    text = _translated(settings.LANGUAGE_CODE, message)
    return text % values if values else text


def ngettext(singular: str, plural: str, num: int, **values: object) -> Markup:
    """Return what `gettext` returns, in the form that fits the number; `num` is a value too."""
    with translation.override(settings.LANGUAGE_CODE):
        text = translation.ngettext(singular, plural, num)
    return Markup(text) % {"num": num, **values}  # noqa: S704


# A page asks for several of them, and Django's own function takes eight times as long.
@cache
def _translated(language: str, message: str) -> Markup:
    with translation.override(language):
        return Markup(translation.gettext(message))  # noqa: S704


def in_newsroom_language(text: Promise) -> str:
    """Return a lazy translation in the newsroom's language."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(text)


def language() -> str:
    """Return the code of the newsroom's language."""
    code: str = settings.LANGUAGE_CODE
    return code


def right_to_left() -> bool:
    """Return whether the newsroom's language is written from right to left."""
    return language().split("-")[0] in settings.LANGUAGES_BIDI
