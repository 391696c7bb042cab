"""Where the story of a readers' page is edited, for those who may: the page asks with a script."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.core import clock
from articles.models import PublishedVersion, Story
from articles.people import permissions


@never_cache
@require_GET
def edit_link(request: HttpRequest) -> HttpResponse:
    """Return the words and the URL of the link to the form of the story at the path `page`.

    Return 204 if the user may not edit it, or if readers see no story there.
    """
    nothing = HttpResponse(status=204)
    # Strangers cost no query.
    if not permissions.can_read_drafts(request.user):
        return nothing
    try:
        match = resolve(request.GET.get("page", ""))
    except Resolver404:
        return nothing
    if match.view_name != "articles:article":
        return nothing
    live = PublishedVersion.objects.visible(clock.now()).filter(slug=match.kwargs["slug"])
    story = Story.objects.filter(pk__in=live.values("story")).first()
    if story is None or not permissions.can_edit(request.user, story):
        return nothing
    url = reverse("admin:articles_story_change", args=[story.pk])
    return JsonResponse({"url": url, "label": gettext("Edit this page")})
