"""The choice of a picture in a form: thumbnails found by their words, or a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from js_asset import Script

from articles.desk.keys import read_key
from articles.models import Picture
from articles.pictures import ACCEPT

if TYPE_CHECKING:
    PictureChoice = forms.ModelChoiceField[Picture]
else:
    PictureChoice = forms.ModelChoiceField


class PictureChooser(forms.NumberInput):
    """The picture with buttons to choose another; its number where no JavaScript runs."""

    template_name = "admin/articles/picture/chooser.html"

    class Media:
        css = {"all": ["css/desk/chooser.css"]}
        js = [Script("js/pictures/chooser.js", type="module")]

    def __init__(self, *, may_upload: bool) -> None:
        super().__init__()
        self.may_upload = may_upload

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return what the template needs, with the picture that the field has."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        key = read_key(str(value or ""))
        picture = self.picture(key) if key else None
        return context | {
            "picture": picture,
            "shown_url": picture.url(320) if picture else "",
            "search_url": reverse("admin:articles_picture_search"),
            "upload_url": reverse("admin:articles_picture_upload") if self.may_upload else "",
            "accept": ACCEPT,
        }

    def picture(self, key: int) -> Picture | None:
        """Return the picture with this primary key, if there is one."""
        return Picture.objects.filter(pk=key).first()

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> str:
        # From the project's templates, which the renderer of forms does not know.
        return render_to_string(template_name, context)


class PictureField(PictureChoice):
    """An existing picture, or the one that was chosen before, whatever became of it."""

    def to_python(self, value: Any) -> Any:
        """Return the picture. Raise ValidationError if what was sent is the key of none."""
        if value not in self.empty_values and read_key(str(value)) is None:
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super().to_python(value)

    def offer(self, chosen: int | None) -> None:
        """Offer all pictures but those that were taken down, and the one that is chosen."""
        self.queryset = Picture.objects.filter(Q(taken_down_at=None) | Q(pk=chosen))
