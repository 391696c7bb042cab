"""The lead picture in the story's form: a card with what this story says of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.text import capfirst

from articles.core import clock
from articles.desk.keys import read_key
from articles.desk.pictures.licences import licence_chip
from articles.desk.pictures.thumbnail import thumbnail
from articles.models import PICTURE_WORDS, Picture
from articles.stories import LeadWords

#: Wide enough for the panel on a sharp screen, in pixels.
WIDTH = 800


def _words(name: str, widget: forms.Widget) -> forms.CharField:
    field = Picture._meta.get_field(name)
    return forms.CharField(
        label=capfirst(field.verbose_name),  # type: ignore[union-attr]
        max_length=field.max_length,  # type: ignore[union-attr]
        help_text=field.help_text,  # type: ignore[union-attr]
        required=False,
        widget=widget,
        show_hidden_initial=True,
    )


class LeadPicture(forms.Form):
    """The words of this story for its lead picture: the newsroom's, where nobody changed them here.

    `of` is the picture for which they were shown: they are not those of another one that the form
    sends. What was shown is sent too: what was not changed here follows the newsroom's words.
    """

    of = forms.IntegerField(required=False, widget=forms.HiddenInput)
    alt = _words("alt", forms.Textarea({"rows": 2, "dir": "auto"}))
    caption = _words("caption", forms.Textarea({"rows": 2, "dir": "auto"}))
    credit = _words("credit", forms.TextInput({"dir": "auto"}))

    def __init__(self, data: Any, picture: Picture | None, own: LeadWords) -> None:
        shown = asdict(own.over(picture)) if picture else {}
        super().__init__(data, prefix="lead", initial={"of": picture and picture.pk, **shown})
        self.picture, self.own = picture, own

    @property
    def url(self) -> str:
        """The URL of the picture; empty if there is nothing to show."""
        return self.picture.url(WIDTH) if self.picture else ""

    @property
    def told(self) -> str:
        """What is said where there is nothing to show."""
        return str(thumbnail(self.picture))

    @property
    def licence(self) -> str:
        """A chip that says that the licence has ended, or ends soon; "" otherwise."""
        return licence_chip(self.picture, clock.now()) if self.picture else ""

    def own_words(self, picture: Picture | None) -> LeadWords:
        """Return the words of the valid form that this story has of its own for the picture."""
        if not picture or self.cleaned_data["of"] != picture.pk:
            # What sends no words changes none.
            return self.own if picture and picture == self.picture else LeadWords()
        changed = set(PICTURE_WORDS).intersection(self.changed_data)
        typed = {name: self.cleaned_data[name] for name in changed}
        return LeadWords(**asdict(self.own) | typed).besides(picture)


def chosen_picture(sent: Any, stored: Picture | None) -> Picture | None:
    """Return the picture whose primary key a form has sent; `stored` where it sent that."""
    key = read_key(str(sent or ""))
    if stored and stored.pk == key:
        return stored
    return Picture.objects.filter(pk=key).first() if key is not None else None
