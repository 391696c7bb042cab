"""The words and rights of one picture as a form of their own, for pictures that were just added."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from articles.desk.people.acting import acting
from articles.desk.pictures.opened_form import OpenedPictureForm
from articles.models import Picture
from articles.pictures import check_reword, reword


@require_http_methods(["GET", "POST"])
def picture_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the fields as a part of a page; on POST, save what was changed.

    With status 400 they say what is wrong, or what somebody else has changed. Raise Http404 if
    there is no such picture, and PermissionDenied if the user may not change its words.
    """
    by = acting(request)
    picture = get_object_or_404(Picture, pk=pk)
    if check_reword(picture, by=by):
        raise PermissionDenied
    prefix = f"picture-{pk}"
    form = OpenedPictureForm(request.POST or None, instance=picture, prefix=prefix)
    if request.method == "POST":
        # The form locks the picture when it compares.
        with transaction.atomic():
            if form.is_valid():
                if form.changed_data:
                    words = {name: form.cleaned_data[name] for name in form.changed_data}
                    picture = reword(picture, words, by=by)
                form = OpenedPictureForm(instance=picture, prefix=prefix)
    status = 400 if form.errors else 200
    return render(request, "admin/articles/picture/words.html", {"form": form}, status=status)
