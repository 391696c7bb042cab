"""A changed version of a story's copy beside the story, and the button that takes it over."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles import body, permissions, working_copy
from articles.admin.people import acting
from articles.enums import WireOutcome
from articles.exceptions import EditConflict, NewsroomError
from articles.models import Story, WireItem
from articles.wire.update import take_over, update_of
from articles.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as it is in the story and as it came; either may be missing."""

    old: str
    new: str

    @property
    def change(self) -> str:
        """What the new copy does with it, in a word."""
        if self.old == self.new:
            return "same"
        return "changed" if self.old and self.new else "new" if self.new else "gone"


def compare(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show an offered update beside its story; on POST take it over into the working copy.

    Raises Http404 where nothing is on offer, PermissionDenied where the user may not change it.
    """
    by = acting(request)
    item = get_object_or_404(WireItem.objects.select_related("story"), pk=pk)
    story = item.story
    if story is None or item.outcome != WireOutcome.OFFERED:
        raise Http404("This copy is not on offer as an update: it may have been taken over.")
    if not permissions.can_edit(by, story):
        raise PermissionDenied
    update = update_of(story, item)
    if request.method == "POST":
        try:
            take_over(item, by=by, version=_seen(request))
        except EditConflict:
            story = Story.objects.get(pk=story.pk)
            messages.error(
                request,
                f"{story.changed_by} saved the story while you compared. Compare again: below is"
                " the story as it is now.",
            )
        except NewsroomError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"The new copy is now the draft of “{story}”.")
            for note in update.notes:
                messages.warning(request, note)
            return HttpResponseRedirect(reverse("admin:articles_story_change", args=[story.pk]))
        update = update_of(story, item)
    context = {
        **site.each_context(request),
        "title": f"Update on offer: {story}",
        "opts": WireItem._meta,
        "item": item,
        "story": story,
        "rows": list(rows(paragraphs(working_copy.of(story)), paragraphs(update.copy))),
        "notes": update.notes,
    }
    return TemplateResponse(request, "admin/articles/wireitem/compare.html", context)


def paragraphs(copy: WorkingCopy) -> list[str]:
    """Give the copy's words as they read, one paragraph an item."""
    texts = [block.text for block in body.read(copy.body)]
    if copy.dateline:
        texts[:1] = [copy.dateline + (texts[0] if texts else "")]
    return [text for text in (copy.headline, copy.summary, *texts) if text]


def rows(old: list[str], new: list[str]) -> Iterator[Row]:
    """Give both copies side by side, like paragraphs in the same row."""
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for left, right in zip_longest(old[a:b], new[c:d], fillvalue=""):
            yield Row(left, right)


def _seen(request: HttpRequest) -> int:
    """Give the version that was compared; no story has 0."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0
