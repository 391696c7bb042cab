"""The authors of a story, in the order of the byline: a plain list to choose from for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.desk.keys import MAX_DIGITS
from articles.models import Author

if TYPE_CHECKING:
    AuthorsChoiceField = forms.ModelMultipleChoiceField[Author]
else:
    AuthorsChoiceField = forms.ModelMultipleChoiceField

MIN_ROWS = 3
EMPTY_ROWS = 1


class AuthorsWidget(forms.SelectMultiple):
    """A list for each author, and an empty one for another; works without JavaScript."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        chosen = [str(key) for key in value or [] if str(key)]
        rows = chosen + [""] * max(MIN_ROWS - len(chosen), EMPTY_ROWS)
        select = forms.Select(choices=[("", "---------"), *self.choices])
        described = {k: v for k, v in (attrs or {}).items() if k == "aria-describedby"}

        def render_one(number: int, key: str) -> SafeString:
            first = {"id": (attrs or {}).get("id", f"id_{name}")} if number == 1 else {}
            label = gettext("Author %(number)s") % {"number": number}
            return select.render(name, key, {"aria-label": label} | first | described, renderer)

        lists = format_html_join(
            "", "<li>{}</li>", ((render_one(at, key),) for at, key in enumerate(rows, 1))
        )
        return format_html('<ol class="newsroom-authors">{}</ol>', lists)


class AuthorsField(AuthorsChoiceField):
    """A field whose value is the chosen authors, in order, without repetition."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Author.objects.all(), widget=AuthorsWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return a tuple of authors. Raise ValidationError if one does not exist."""
        keys = list(dict.fromkeys(str(key) for key in value or [] if key))
        for key in keys:
            if len(key) > MAX_DIGITS:
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(message, "invalid_choice", {"value": key})
        found: Iterable[Author] = super().clean(keys)
        authors = {str(author.pk): author for author in found}
        return tuple(authors[key] for key in keys)
