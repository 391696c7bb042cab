"""The page on which a front is edited: its slots, and the stories to put there.

All is one form. A button changes what is where and shows the form again; nothing is stored
before somebody publishes or schedules it. js/desk/front.js presses the buttons when something is
dragged, and shows what comes without loading the page.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from articles.core import NewsroomError, clock, format_time
from articles.desk.frontpage.board import board, slots_of_plan
from articles.desk.frontpage.changed import Changed, changed_since
from articles.desk.frontpage.front_form import FrontForm, WhenForm
from articles.desk.frontpage.offered import offered
from articles.desk.frontpage.places import (
    editor,
    front_url,
    fronts_context,
    page_of,
    section_asked,
)
from articles.desk.frontpage.steps import Step, step
from articles.desk.history.as_seen import show_as_of
from articles.desk.keys import read_key
from articles.frontpage import (
    SIZES,
    FrontChanged,
    FrontPlan,
    Placed,
    front_shown,
    plan_of,
    publish_front,
    read_front_shown,
)
from articles.models import Front, Section
from articles.people import permissions
from newsroom.accounts.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def front_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show the front of the home page, or of the section `?section=`, to be edited.

    It begins with what readers get, or with the front `?front=`. Raise Http404 if there is no such
    section or front, PermissionDenied if the user may not edit front pages.
    """
    by, section = editor(request), section_asked(request)
    return Editing(request, site, by, section).answer()


class Editing:
    """One request to the page."""

    def __init__(
        self, request: HttpRequest, site: AdminSite, by: User, section: Section | None
    ) -> None:
        self.request, self.site, self.by, self.section = request, site, by, section
        self.key = section.pk if section else None
        self.now = clock.now()
        self.may_upload = permissions.can_add_pictures(by)
        self.refusal = ""
        self.changed: Changed | None = None
        self.done: Step | None = None

    def answer(self) -> HttpResponse:
        """Return the page, after what was asked of it."""
        if self.request.method != "POST":
            front = self._begin_with()
            is_ahead = front is not None and front.valid_from > self.now
            at = front.valid_from if front and is_ahead else None
            return self._show(plan_of(front), WhenForm(at=at), at or self.now)
        data = self.request.POST
        do = data.get("do", "")
        form = FrontForm(data=data, may_upload=self.may_upload)
        asks_when = do == "schedule" or bool(data.get("when-at"))
        when = WhenForm(data if asks_when else None)
        at = when.cleaned_data["at"] if asks_when and when.is_valid() else None
        ahead = at if at and at > self.now else None
        if not form.is_valid():
            self.refusal = gettext("Correct what is marked below first.")
            return self._show(None, when, ahead or self.now, form)
        plan = form.plan()
        if do == "preview":
            return self._preview(plan, ahead or self.now)
        if do == "publish" or (do == "schedule" and at):
            if response := self._publish(plan, at if do == "schedule" else None):
                return response
        else:
            self.done = step(plan, do)
            plan = self.done.plan
        return self._show(plan, when, ahead or self.now)

    def _begin_with(self) -> Front | None:
        fronts = Front.objects.of(self.key)
        if named := read_key(self.request.GET.get("front", "")):
            return fronts.filter(pk=named).first()
        return fronts.at(self.now).first()

    def _publish(self, plan: FrontPlan, at: datetime | None) -> HttpResponse | None:
        """Return where to go on, None if it was refused."""
        shown = read_front_shown(self.request.POST.get("shown", ""))
        try:
            if shown is None:
                raise FrontChanged
            front = publish_front(plan, by=self.by, section=self.section, at=at, shown=shown)
        except FrontChanged as error:
            self.refusal = str(error)
            self.changed = changed_since(shown, self.key, front_shown(self.key, clock.now()))
        except NewsroomError as error:
            self.refusal = str(error)
        else:
            told = (
                gettext("Readers get this front page from %(time)s on.")
                % {"time": format_time(front.valid_from)}
                if at
                else gettext("Readers get this front page from now on.")
            )
            messages.success(self.request, told)
            return HttpResponseRedirect(front_url(self.section))
        return None

    def _preview(self, plan: FrontPlan, at: datetime) -> HttpResponse:
        slots = slots_of_plan(plan)
        path = page_of(self.section)
        return show_as_of(self.request, path, at, ahead=True, front_slots=slots)

    def _show(
        self, plan: FrontPlan | None, when: WhenForm, at: datetime, sent: FrontForm | None = None
    ) -> HttpResponse:
        """Return the page with the plan, or with what was `sent` and cannot be read."""
        form = sent or FrontForm(plan=plan, may_upload=self.may_upload)
        plan = plan or FrontPlan(tuple(Placed(slot.story_key) for slot in form.slots))
        typed = self.request.POST.get("q", "")
        context: dict[str, Any] = {
            **self.site.each_context(self.request),
            **fronts_context(self.section, self.now),
            "opts": Front._meta,
            "form": form,
            "when": when,
            "now": self.now,
            "at": at,
            "is_ahead": at > self.now,
            "slots": board(plan, form.slots, self.section, at),
            "sizes": [(size, size // 4) for size in SIZES],
            "size": len(form.slots),
            "shown": front_shown(self.key, self.now),
            "typed": typed,
            "stories": offered(typed, plan, self.section, self.now),
            "refusal": self.refusal,
            "changed": self.changed,
            "done": self.done,
        }
        return TemplateResponse(self.request, "admin/articles/front/page.html", context)
