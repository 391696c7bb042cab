"""What is in a slot of a front: its story, and what the front says instead of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.desk.clock import ClockField, ClockForm
from articles.desk.keys import read_key
from articles.desk.pictures.chooser import PictureChooser
from articles.frontpage import Placed
from articles.models import Picture
from articles.text import one_form, without_invisible

Pictures = Mapping[int, Picture]


class KnownPictures(PictureChooser):
    """The choice of a picture; those that are shown have been read already."""

    def __init__(self, pictures: Pictures, *, may_upload: bool) -> None:
        super().__init__(may_upload=may_upload)
        self.pictures = pictures

    def picture(self, key: int) -> Picture | None:
        """Return the picture with this primary key, if there is one."""
        return self.pictures.get(key)


class SlotForm(ClockForm):
    """The fields of one slot; `at` is until when it is pinned."""

    story = forms.CharField(required=False, widget=forms.HiddenInput)
    headline = forms.CharField(
        label=_("Headline on the front page"),
        max_length=300,
        required=False,
        widget=forms.TextInput({"dir": "auto"}),
    )
    summary = forms.CharField(
        label=_("Summary on the front page"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )
    picture = forms.CharField(label=_("Picture on the front page"), required=False)
    at = ClockField(label=_("Pinned until"), required=False)
    field_order = ("story", "headline", "summary", "picture", "at")

    def __init__(self, number: int, pictures: Pictures, *, may_upload: bool, **form: Any) -> None:
        super().__init__(prefix=f"slot-{number}", **form)
        self.number, self.pictures = number, pictures
        self.fields["at"].help_text = _(
            "From then on, the newest story is shown here. If empty, as long as this front page is"
            " live."
        )
        self.fields["picture"].widget = KnownPictures(pictures, may_upload=may_upload)

    def clean_picture(self) -> Picture | None:
        """Return the picture. Raise ValidationError if there is none with this number."""
        typed = self.cleaned_data["picture"]
        picture = self.pictures.get(read_key(typed) or 0)
        if typed and picture is None:
            raise forms.ValidationError(_("There is no such picture."))
        return picture

    @property
    def story_key(self) -> int | None:
        """The primary key of the story that was sent, or with which the form begins."""
        value = self["story"].value()
        return read_key(str(value or ""))

    def slot(self) -> Placed:
        """Return what was sent, which must be valid."""
        sent, story = self.cleaned_data, self.story_key
        if story is None:
            return Placed()
        return Placed(
            story,
            one_form(sent["headline"]),
            without_invisible(sent["summary"]).strip(),
            sent["picture"],
            sent["at"],
        )


def initial_of(slot: Placed) -> dict[str, Any]:
    """Return what the form of a slot begins with."""
    return {
        "story": slot.story,
        "headline": slot.headline,
        "summary": slot.summary,
        "picture": slot.picture.pk if slot.picture else None,
        "at": slot.pinned_until,
    }
