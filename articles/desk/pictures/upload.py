"""Pictures for the editor: taking a file in, and showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.views.decorators.http import require_GET, require_POST

from articles.models import Picture
from articles.people import permissions

if TYPE_CHECKING:
    PictureModelForm = forms.ModelForm[Picture]
else:
    PictureModelForm = forms.ModelForm

MAX_BYTES = 25 * 1024 * 1024
# Four bytes of page_cache each while it is made smaller.
MAX_PIXELS = 80_000_000


class PictureForm(PictureModelForm):
    """A new picture with its words."""

    class Meta:
        model = Picture
        fields = ("image", "alt", "caption", "credit")
        widgets = {"image": forms.FileInput}

    def clean_image(self) -> File[bytes]:
        image: File[bytes] = self.cleaned_data["image"]
        if "image" not in self.changed_data:
            return image
        if image.size > MAX_BYTES:
            raise ValidationError(
                f"This file has {filesizeformat(image.size)}. Choose one of at most "
                f"{filesizeformat(MAX_BYTES)}, or save it smaller."
            )
        width, height = self.cleaned_data["image"].image.size
        if width * height > MAX_PIXELS:
            raise ValidationError(
                f"This picture measures {width} by {height}. Save it smaller, with at most "
                f"{MAX_PIXELS // 1_000_000} million dots."
            )
        return image


@require_POST
def upload_picture(request: HttpRequest) -> JsonResponse:
    """Keep the picture in the files and fields `image`, `alt`, `caption` and `credit`.

    Gives `id`, `url`, `name`, `alt`, `caption` and `credit`; or, with status 400, `errors` by
    field. Raises PermissionDenied to who may not add pictures.
    """
    if not permissions.can_add_pictures(request.user):
        raise PermissionDenied
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = {name: " ".join(map(str, found)) for name, found in form.errors.items()}
        return JsonResponse({"errors": errors}, status=400)
    picture = form.save()
    return JsonResponse(
        {
            "id": picture.pk,
            "url": picture.image.medium,
            "name": str(picture),
            "alt": picture.alt,
            "caption": picture.caption,
            "credit": picture.credit,
        }
    )


@require_GET
def show_picture(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Lead to the picture in the size of the editor; raise Http404 if there is none.

    Raises PermissionDenied to who may see neither pictures nor stories.
    """
    if not permissions.can_see_pictures(request.user):
        raise PermissionDenied
    return HttpResponseRedirect(get_object_or_404(Picture, pk=pk).image.medium)
