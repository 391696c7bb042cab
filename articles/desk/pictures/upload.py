"""Pictures for the editor: a file is uploaded, and one is shown."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.core import clock
from articles.desk.people.acting import acting
from articles.desk.pictures.picture_json import picture_json
from articles.desk.uploads import takes
from articles.models import Picture
from articles.people import permissions
from articles.pictures import MAX_FORM_BYTES, PictureForm, add_picture, check_add_picture


@takes(lambda: MAX_FORM_BYTES)
@require_POST
def upload_picture(request: HttpRequest) -> JsonResponse:
    """Keep the picture in the file `image`, with its words and rights as far as they are sent.

    Return it as `picture_json` does, with the URL of the form for its words; or, with status 400,
    `errors` by field, and whether to try again. Raise PermissionDenied if the user may not add
    pictures.
    """
    by = acting(request)
    if check_add_picture(by=by):
        raise PermissionDenied
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = {name: " ".join(map(str, found)) for name, found in form.errors.items()}
        again = form.has_error("image", "busy")
        return JsonResponse({"errors": errors, "again": again}, status=400)
    picture = add_picture(form, by=by)
    words_url = reverse("admin:articles_picture_words", args=[picture.pk])
    return JsonResponse(picture_json(picture, clock.now()) | {"words_url": words_url})


@require_GET
def show_picture(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Redirect to the picture in the editor's size. Raise Http404 if there is none, or it is gone.

    Raise PermissionDenied if the user may see neither pictures nor stories.
    """
    if not permissions.can_see_pictures(request.user):
        raise PermissionDenied
    picture = get_object_or_404(Picture, pk=pk)
    if picture.is_gone:
        raise Http404
    return HttpResponseRedirect(picture.url(800))
