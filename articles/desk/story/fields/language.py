"""The language of a story: that of most of its text, unless an editor chooses another one."""

from typing import Any

from babel import Locale, UnknownLocaleError
from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext, to_locale
from django.utils.translation import gettext_lazy as _

from articles.models import Story
from articles.stories import working_copy_of
from articles.text import known_languages


class LanguageField(forms.ChoiceField):
    """A list of languages; the empty choice leaves it to the text."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Language"),
            required=False,
            choices=_choices,
            help_text=_(
                "It decides the direction of the page and its quotation marks. Choose one if"
                " the language of the text was not recognised."
            ),
        )

    def offer(self, story: Story | None) -> None:
        """Say what the empty choice means for the text as it is saved."""
        # The editor writes quotation marks as this language does.
        self.widget.attrs["data-found"] = settings.LANGUAGE_CODE
        if story is None or not story.pk:
            return
        copy = working_copy_of(story)
        self.widget.attrs["data-found"] = copy.shown_language
        rest = [choice for choice in _choices() if choice[0]]
        known = [] if copy.language in dict(rest) else [copy.language]
        found = gettext("Automatic") if copy.language else _automatic(copy.shown_language)
        others = [(code, language_name(code)) for code in known if code]
        self.choices = [("", found), *rest, *others]


def language_name(code: str) -> str:
    """Return the name of a language in that of the desk, its code if it has none there."""
    desk = Locale.parse(to_locale(get_language() or "en"))
    try:
        name = Locale.parse(to_locale(code)).get_display_name(desk)
    except (UnknownLocaleError, ValueError):
        name = desk.languages.get(code.partition("-")[0])
    return name or code


def _automatic(code: str) -> str:
    return gettext("Automatic: %(language)s") % {"language": language_name(code)}


def _choices() -> list[tuple[str, Any]]:
    codes = dict.fromkeys([settings.LANGUAGE_CODE, *known_languages()])
    named = sorted(((code, language_name(code)) for code in codes), key=lambda one: one[1])
    return [("", gettext("Automatic")), *named]
