"""Pictures for the editor: a file is uploaded, and one is shown."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_POST

from articles.desk.people.acting import acting
from articles.models import Picture
from articles.people import permissions
from articles.pictures import PictureForm, add_picture, check_add_picture


@require_POST
def upload_picture(request: HttpRequest) -> JsonResponse:
    """Keep the picture in the file `image`, with the words `alt`, `caption` and `credit`.

    Return `id`, `url`, `name`, `alt`, `caption` and `credit`; or, with status 400, `errors` by
    field. Raise PermissionDenied if the user may not add pictures.
    """
    by = acting(request)
    if check_add_picture(by=by):
        raise PermissionDenied
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = {name: " ".join(map(str, found)) for name, found in form.errors.items()}
        return JsonResponse({"errors": errors}, status=400)
    picture = add_picture(form, by=by)
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
    """Redirect to the picture in the editor's size. Raise Http404 if there is none.

    Raise PermissionDenied if the user may see neither pictures nor stories.
    """
    if not permissions.can_see_pictures(request.user):
        raise PermissionDenied
    return HttpResponseRedirect(get_object_or_404(Picture, pk=pk).image.medium)
