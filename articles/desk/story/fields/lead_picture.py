"""The lead picture in the story's form: a card with the words that the newsroom has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from articles.desk.keys import read_key
from articles.desk.pictures.thumbnail import thumbnail
from articles.models import Picture
from articles.pictures import reword
from newsroom.accounts.models import User

if TYPE_CHECKING:
    PictureModelForm = forms.ModelForm[Picture]
else:
    PictureModelForm = forms.ModelForm

WORDS = ("alt", "caption", "credit")
#: Wide enough for the panel on a sharp screen, in pixels.
WIDTH = 800


class LeadPicture(PictureModelForm):
    """The words of the picture that leads a story.

    `of` is the picture for which they were shown: they are not those of another one that the form
    sends. What was shown is sent too, so that only what was changed here is saved.
    """

    of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Picture
        fields = WORDS
        widgets = {
            "alt": forms.Textarea({"rows": 2, "dir": "auto"}),
            "caption": forms.Textarea({"rows": 2, "dir": "auto"}),
            "credit": forms.TextInput({"dir": "auto"}),
        }

    def __init__(self, data: Any, picture: Picture | None) -> None:
        shown = {"of": picture.pk if picture else None}
        super().__init__(data, instance=picture, prefix="lead", initial=shown)
        for name in WORDS:
            self.fields[name].show_hidden_initial = True

    @property
    def url(self) -> str:
        """The URL of the picture; empty if there is nothing to show."""
        return self.instance.url(WIDTH)

    @property
    def told(self) -> str:
        """What is said where there is nothing to show."""
        return str(thumbnail(self.instance))

    def worded(self, picture: Picture | None) -> Picture | None:
        """Return this picture with the words that the valid form has for it, unsaved."""
        is_its = picture and self.cleaned_data["of"] == picture.pk == self.instance.pk
        return self.instance if is_its else picture

    def save_words(self, picture: Picture | None, *, by: User) -> Picture | None:
        """Save what was changed of the words of this picture, and return it if anything was.

        The form must be valid. Raise `NotAllowed`.
        """
        words = {name: self.cleaned_data[name] for name in WORDS if name in self.changed_data}
        if not picture or not words or self.cleaned_data["of"] != picture.pk:
            return None
        return reword(picture, words, by=by)


def chosen_picture(sent: Any, stored: Picture | None) -> Picture | None:
    """Return the picture whose primary key a form has sent; `stored` where it sent that."""
    key = read_key(str(sent or ""))
    if stored and stored.pk == key:
        return stored
    return Picture.objects.filter(pk=key).first() if key is not None else None
