"""The page for saying what must not be cut off a picture, and for seeing how pages crop it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import Gone, NewsroomError, NotAllowed
from articles.desk.people.acting import acting
from articles.models import Picture, Shape
from articles.pictures import (
    Box,
    box_by_hand,
    box_of,
    check_refocus,
    cropping_shown,
    crops_by_hand,
    refocus,
)

#: How wide the picture is in the units of its drawing.
UNITS = 1000
PARTS = ("x", "y", "width")
#: What each shape is for.
USES = {
    Shape.WIDE: _("For the lead story of a page, and for other sites"),
    Shape.LIST: _("For lists and cards"),
    Shape.STANDARD: _("For search engines"),
    Shape.SQUARE: _("For portraits of authors, and for search engines"),
}


class Percent(forms.FloatField):
    """A part of a picture's width or height; the value in Python is a fraction."""

    def __init__(self, label: Any, *, required: bool = False) -> None:
        super().__init__(label=label, required=required, min_value=0, max_value=100, step_size=None)
        self.widget.attrs["step"] = "any"

    def clean(self, value: Any) -> float | None:
        """Return the fraction; None if the field is empty."""
        percent = super().clean(value)
        return None if percent is None else percent / 100

    def prepare_value(self, value: Any) -> Any:
        """Return the percent that the field shows."""
        return round(value * 100, 2) if isinstance(value, float) else value


class CroppingForm(forms.Form):
    """The focal point, and the part that each shape shows where that is not enough."""

    focus_x = Percent(_("From the left, in %"), required=True)
    focus_y = Percent(_("From the top, in %"), required=True)

    def __init__(self, data: Any, picture: Picture) -> None:
        by_hand = crops_by_hand(picture)
        initial: dict[str, float] = {"focus_x": picture.focus_x, "focus_y": picture.focus_y}
        for shape, box in by_hand.items():
            initial |= {_name(Shape(shape), part): getattr(box, part) for part in PARTS}
        super().__init__(data, initial=initial)
        self.size = (picture.width or 1, picture.height or 1)
        for shape in Shape:
            self.fields[_name(shape, "x")] = Percent(_("From the left, in %"))
            self.fields[_name(shape, "y")] = Percent(_("From the top, in %"))
            self.fields[_name(shape, "width")] = Percent(_("Width, in %"))

    def clean(self) -> dict[str, Any]:
        """Refuse a crop with a missing part."""
        data = self.cleaned_data
        for shape in Shape:
            parts = [data.get(_name(shape, part)) for part in PARTS]
            if any(part is not None for part in parts) and None in parts:
                raise ValidationError(
                    gettext("Give all three numbers of the crop of %(shape)s, or none.")
                    % {"shape": shape.label}
                )
        return data

    def by_hand(self) -> dict[Shape, Box]:
        """Return the crops of the valid form."""
        data = self.cleaned_data
        return {
            shape: box_by_hand(shape, self.size, *(data[_name(shape, part)] for part in PARTS))
            for shape in Shape
            if data[_name(shape, "width")]
        }


def cropping_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show the picture and its shapes; on POST save the focal point and the crops.

    Raise Http404 if there is no such picture, PermissionDenied if the user may not change it.
    """
    by = acting(request)
    picture = get_object_or_404(Picture, pk=pk)
    refusal = check_refocus(picture, by=by)
    if isinstance(refusal, NotAllowed):
        raise PermissionDenied
    form = CroppingForm(request.POST if request.method == "POST" else None, picture)
    if form.is_bound and form.is_valid():
        focus = (form.cleaned_data["focus_x"], form.cleaned_data["focus_y"])
        try:
            refocus(picture, focus, form.by_hand(), by=by, shown=request.POST.get("shown", ""))
        except Gone:
            raise
        except NewsroomError as error:
            form.add_error(None, str(error))
            picture.refresh_from_db()
        else:
            said = gettext("Cropping changed.")
            site.get_model_admin(Picture).log_change(request, picture, said)
            messages.success(
                request, gettext("The cropping was saved. Pages show it in a few moments.")
            )
            return HttpResponseRedirect(reverse("admin:articles_picture_cropping", args=[pk]))
    height = round(UNITS * (picture.height or 1) / (picture.width or 1), 2)
    context = {
        **site.each_context(request),
        "title": gettext("Crop: %(picture)s") % {"picture": picture},
        "opts": Picture._meta,
        "picture": picture,
        "refusal": refusal,
        "form": form,
        "shown": cropping_shown(picture),
        "url": picture.url(1600),
        "height": height,
        "shapes": _shapes(picture, form, height),
        "marker": (picture.focus_x * UNITS, picture.focus_y * height),
    }
    return TemplateResponse(request, "admin/articles/picture/cropping.html", context)


def _shapes(picture: Picture, form: CroppingForm, height: float) -> list[dict[str, Any]]:
    by_hand = crops_by_hand(picture)
    shown = []
    for shape in Shape:
        box = box_of(picture, shape, by_hand)
        units = (box.x * UNITS, box.y * height, box.width * UNITS, box.height * height)
        shown.append(
            {
                "shape": shape,
                "ratio": shape.ratio,
                "use": USES[shape],
                "view": " ".join(f"{one:.2f}" for one in units),
                "fields": [form[_name(shape, part)] for part in PARTS],
                "is_by_hand": shape in by_hand,
            }
        )
    return shown


def _name(shape: Shape, part: str) -> str:
    return f"{shape.name.lower()}_{part}"
