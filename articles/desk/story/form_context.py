"""What the story's form shows around its fields."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from articles import live, writing
from articles.core import NotPossible
from articles.desk.actions.actions import ASKING
from articles.desk.actions.buttons import Button, buttons, primary_of
from articles.desk.history.story_log import FORM_LIMIT, story_log
from articles.desk.notes.panel import notes_context
from articles.desk.people.acting import acting
from articles.desk.schedule.entries import outdated, scheduled_entries
from articles.desk.story.presence import told_of_others
from articles.desk.story.suggestions import suggested
from articles.desk.story.wire import from_wire_copy
from articles.models import Story, WorkflowState
from articles.people import name_of, permissions
from articles.publishing import situation_of
from articles.stories import problems, sent_back, still_open, wire_problems, working_copy_of

#: The form names at most this many of the latest saves.
SAVES = 3


def form_context(story: Story, at: datetime, request: HttpRequest) -> dict[str, Any]:
    """Return buttons, status, schedule, history and checks, at the datetime `at`.

    `at` is timezone-aware; the story must carry what `with_publication_status` adds.
    """
    now, by = situation_of(story, at), acting(request)
    offered, kept_by = buttons(now, by=by), writing.check_delete(story, by=by)
    copy = working_copy_of(story)
    # What was sent is in the form, and not what the checks would be about.
    is_shown_as_saved = request.method != "POST" and permissions.can_edit(by, story)
    return {
        **buttons_context(offered, WorkflowState(story.state)),
        "now": at,
        "presence": told_of_others(story, by, at),
        "question_url": _question_url(story, request.GET.get("ask", "")),
        "is_saved_today": localdate(story.changed_at) == localdate(at),
        "embargo": now.embargoed_until,
        "live_version": now.live,
        "live_since": now.live_since,
        "scheduled": scheduled_entries(now),
        "outdated": outdated(now),
        "may_schedule": any(button.name == "schedule" for button in offered),
        "log": story_log(story, FORM_LIMIT),
        "saves": _saves(story),
        "sent_back": sent_back(story),
        "may_delete": kept_by is None,
        # It need not be said on each published story that it stays.
        "kept_by": kept_by if isinstance(kept_by, NotPossible) and not now.versions else None,
        "problems": [*problems(copy, at), *wire_problems(story)] if is_shown_as_saved else [],
        "still_open": still_open(story, at) if is_shown_as_saved else [],
        "may_set_embargo": any(button.name == "embargo" for button in offered),
        **from_wire_copy(story, by),
        "may_share_preview": permissions.can_share_preview(by, story),
        "may_write_entries": permissions.can_write_entries(by),
        "coverage": live.coverage_at(story, at),
        **notes_context(story, by),
        "suggested": suggested(story, at),
    }


def buttons_context(offered: list[Button], state: WorkflowState) -> dict[str, Any]:
    """Return all buttons, the one that stands out, and those of the menu."""
    primary = primary_of(offered, state)
    more = [button for button in offered if button is not primary]
    return {"buttons": offered, "primary": primary, "more": more}


def _question_url(story: Story, name: str) -> str:
    return reverse(ASKING[name][0].url_name, args=[story.pk]) if name in ASKING else ""


def _saves(story: Story) -> list[dict[str, Any]]:
    latest = story.revisions.select_related("by").defer("data", "changed")[:SAVES]
    return [{"at": save.at, "who": name_of(save.by)} for save in latest]
