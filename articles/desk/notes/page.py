"""Where notes are added, answered, changed and resolved; without JavaScript it is a page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from articles import body, writing
from articles.core import NewsroomError
from articles.desk.keys import read_key
from articles.desk.notes.panel import notes_context
from articles.desk.people.acting import acting, require_draft_access
from articles.models import Note, Story
from newsroom.accounts.models import User

#: What a button can ask for, by the first part of its value; the second is the key of the note.
_DONE = {
    "add": _("The note was added."),
    "answer": _("The answer was added."),
    "edit": _("The note was changed."),
    "delete": _("The note was deleted."),
    "resolve": _("The note is resolved."),
    "reopen": _("The note is open again."),
}


@never_cache
def notes_page(request: HttpRequest, pk: int, site: AdminSite) -> HttpResponse:
    """Show the notes of the story, and do what a button asks; with `part`, return them alone.

    Raise Http404 if there is no such story, PermissionDenied if the user may not view drafts.
    """
    require_draft_access(request)
    story, by = get_object_or_404(Story, pk=pk), acting(request)
    is_part = "part" in request.GET or "part" in request.POST
    refusal = ""
    if request.method == "POST":
        verb, _dash, key = request.POST.get("do", "").partition("-")
        try:
            _do(request, story, verb, key, by)
        except NewsroomError as error:
            refusal = str(error)
        else:
            if not is_part:
                messages.success(request, str(_DONE[verb]))
                form = reverse("admin:articles_story_change", args=[pk])
                return HttpResponseRedirect(f"{form}#story-notes")
    context = {
        **notes_context(story, by),
        "refusal": refusal,
        "typed": _typed(request) if refusal else "",
    }
    if is_part:
        return TemplateResponse(request, "admin/articles/story/notes/section.html", context)
    context |= {
        **site.each_context(request),
        "title": gettext("Notes: %(story)s") % {"story": story},
        "opts": Story._meta,
    }
    return TemplateResponse(request, "admin/articles/story/notes/page.html", context)


def _do(request: HttpRequest, story: Story, verb: str, key: str, by: User) -> None:
    if verb == "add":
        writing.add_note(story, request.POST.get("note-new", ""), by=by, quote=_quote(request))
        return
    note = _note(story, key)
    text = request.POST.get(f"note-{verb}-{note.pk}", "")
    match verb:
        case "answer":
            writing.answer_note(note, text, by=by)
        case "edit":
            writing.edit_note(note, text, by=by)
        case "delete":
            writing.delete_note(note, by=by)
        case "resolve":
            writing.resolve_note(note, by=by)
        case "reopen":
            writing.reopen_note(note, by=by)
        case _:
            raise NewsroomError(gettext("Nothing was done: use one of the buttons."))


def _typed(request: HttpRequest) -> str:
    """Return what was typed for the button that was pressed."""
    verb, _dash, key = request.POST.get("do", "").partition("-")
    return request.POST.get("note-new" if verb == "add" else f"note-{verb}-{key}", "")


def _note(story: Story, key: str) -> Note:
    number = read_key(key)
    note = story.notes.filter(pk=number).first() if number else None
    if note is None:
        raise NewsroomError(gettext("This note was deleted in the meantime, so nothing was done."))
    return note


def _quote(request: HttpRequest) -> body.Quote:
    exact, prefix, suffix = (request.POST.get(name, "") for name in ("exact", "prefix", "suffix"))
    return body.Quote(exact, prefix, suffix)
