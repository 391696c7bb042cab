"""The byline of a story, in order: a plain list to choose from for each of its authors.

Where JavaScript runs, `js/story/byline.js` shows it as chips and takes other words too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from articles.desk.keys import MAX_DIGITS
from articles.models import Author
from articles.stories import BylineText
from articles.text import one_form

if TYPE_CHECKING:
    AuthorsChoiceField = forms.ModelMultipleChoiceField[Author]
else:
    AuthorsChoiceField = forms.ModelMultipleChoiceField

MIN_ROWS = 3
EMPTY_ROWS = 1
#: Names in one byline: more than any story has.
MOST = 50
MAX_LENGTH = 120
#: Prefix of words that are not an author's; an author is sent as a primary key.
TEXT = "text:"


def sent_byline(byline: Iterable[Author | BylineText]) -> list[str]:
    """Return what the form sends for this byline."""
    return [str(one.pk) if isinstance(one, Author) else f"{TEXT}{one.name}" for one in byline]


class BylineWidget(forms.SelectMultiple):
    """A list for each name, and an empty one for another; works without JavaScript."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return what was sent: a value for each list, or all of them in one, line by line."""
        sent = super().value_from_datadict(data, files, name) or []
        return [line for value in sent for line in value.split("\n")]

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        # Each costs a list of all authors; more of them are refused.
        chosen = [key for one in value or [] if (key := str(one).strip())][:MOST]
        rows = chosen + [""] * max(MIN_ROWS - len(chosen), EMPTY_ROWS)
        choices = [("", gettext("Not chosen")), *self.choices]
        described = {k: v for k, v in (attrs or {}).items() if k == "aria-describedby"}

        def render_one(number: int, key: str) -> SafeString:
            first = {"id": (attrs or {}).get("id", f"id_{name}")} if number == 1 else {}
            label = gettext("Author %(number)s") % {"number": number}
            words = [(key, key.removeprefix(TEXT))] if key.startswith(TEXT) else []
            select = forms.Select(choices=[*choices, *words])
            return select.render(name, key, {"aria-label": label} | first | described, renderer)

        lists = format_html_join(
            "", "<li>{}</li>", ((render_one(at, key),) for at, key in enumerate(rows, 1))
        )
        return format_html(
            '<ol class="newsroom-authors" data-text="{}" data-most="{}" data-length="{}">{}</ol>',
            TEXT,
            MOST,
            MAX_LENGTH,
            lists,
        )


class BylineField(AuthorsChoiceField):
    """A field whose value is authors and other words, in order, without repetition."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Author.objects.all(), widget=BylineWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return a tuple. Raise ValidationError if an author does not exist, or it is too long."""
        sent = list(dict.fromkeys(line for one in value or [] if (line := _tidy(str(one)))))
        if len(sent) > MOST:
            raise forms.ValidationError(
                gettext("Put at most %(most)s names into the byline."), params={"most": MOST}
            )
        keys = [one for one in sent if not one.startswith(TEXT)]
        for key in keys:
            if len(key) > MAX_DIGITS:
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(message, "invalid_choice", {"value": key})
        found: Iterable[Author] = super().clean(keys)
        authors = {str(author.pk): author for author in found}
        return tuple(
            _text(one.removeprefix(TEXT)) if one.startswith(TEXT) else authors[one] for one in sent
        )


def _tidy(line: str) -> str:
    if not line.startswith(TEXT):
        return line.strip()
    words = one_form(line.removeprefix(TEXT))
    return f"{TEXT}{words}" if words else ""


def _text(words: str) -> BylineText:
    if len(words) > MAX_LENGTH:
        raise forms.ValidationError(
            ngettext(
                "“%(words)s…” in the byline is too long: use at most %(max)s character.",
                "“%(words)s…” in the byline is too long: use at most %(max)s characters.",
                MAX_LENGTH,
            ),
            params={"words": words[:40], "max": MAX_LENGTH},
        )
    return BylineText(words)
