"""The page that asks why a picture is taken down, and takes it down."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles.core import NewsroomError, NotAllowed, clock
from articles.desk.people.acting import acting
from articles.models import Picture
from articles.pictures import check_take_down, take_down


def take_down_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Ask for the reason; on POST take the picture down.

    Raise Http404 if there is no such picture, PermissionDenied if the user may not.
    """
    by = acting(request)
    picture = get_object_or_404(Picture, pk=pk)
    refusal = kept_by = check_take_down(picture, by=by, at=clock.now())
    if isinstance(refusal, NotAllowed):
        raise PermissionDenied
    if request.method == "POST":
        try:
            picture = take_down(picture, by=by, reason=request.POST.get("reason", ""))
        except NewsroomError as error:
            refusal = error
        else:
            said = gettext("Taken down: %(reason)s") % {"reason": picture.taken_down_reason}
            site.get_model_admin(Picture).log_change(request, picture, said)
            messages.success(
                request, gettext("The picture “%(picture)s” was taken down.") % {"picture": picture}
            )
            return HttpResponseRedirect(reverse("admin:articles_picture_change", args=[pk]))
    context = {
        **site.each_context(request),
        "title": gettext("Take down: %(picture)s") % {"picture": picture},
        "opts": Picture._meta,
        "picture": picture,
        "refusal": refusal,
        "is_possible": kept_by is None,
        "reason": request.POST.get("reason", ""),
    }
    return TemplateResponse(request, "admin/articles/picture/take_down.html", context)
