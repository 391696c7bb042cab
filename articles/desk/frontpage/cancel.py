"""Cancels a scheduled front."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from articles.core import NewsroomError
from articles.desk.frontpage.places import editor, front_url
from articles.frontpage import cancel_front
from articles.models import Front, Section


@require_POST
def cancel_front_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the scheduled front with this primary key.

    Raise Http404 if there is none, PermissionDenied if the user may not edit front pages.
    """
    by = editor(request)
    front = get_object_or_404(Front, pk=pk)
    try:
        cancel_front(front, by=by)
    except NewsroomError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("The scheduling of the front page was cancelled."))
    # It may be of a section that is gone.
    return HttpResponseRedirect(front_url(Section.objects.filter(pk=front.section_id or 0).first()))
