"""The places of a dateline in one line, with slashes between them."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import ngettext

MAX_LENGTH = 100
#: Characters of all places together.
MAX_LINE = 1000


class PlacesField(forms.CharField):
    """A field whose value is a tuple of different places."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=MAX_LINE, widget=AdminTextInputWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return a tuple of places, each once. Raise ValidationError if one is too long."""
        places = split_places(super().clean(value))
        for place in places:
            if len(place) > MAX_LENGTH:
                raise forms.ValidationError(
                    ngettext(
                        "The place “%(place)s…” is too long: use at most %(max)s character.",
                        "The place “%(place)s…” is too long: use at most %(max)s characters.",
                        MAX_LENGTH,
                    ),
                    params={"place": place[:40], "max": MAX_LENGTH},
                )
        return places


def split_places(line: str) -> tuple[str, ...]:
    """Return the places in the line, each once."""
    places = (" ".join(place.split()) for place in line.split("/"))
    return tuple(dict.fromkeys(filter(None, places)))
