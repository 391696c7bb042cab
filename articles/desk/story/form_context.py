"""What the story's form shows around its fields."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from articles import writing
from articles.desk.actions.buttons import buttons
from articles.desk.history.story_log import FORM_LIMIT, story_log
from articles.desk.people.acting import acting
from articles.desk.schedule.entries import outdated, scheduled_entries
from articles.desk.story.wire import from_wire_copy
from articles.models import PublicationStatus, Story
from articles.publishing import situation_of
from articles.stories import problems, sent_back, working_copy_of


def form_context(story: Story, at: datetime, request: HttpRequest) -> dict[str, Any]:
    """Return buttons, status, schedule, audit log and what needs fixing, at the datetime `at`.

    `at` is timezone-aware; the story must carry `publication_status`.
    """
    now, by = situation_of(story, at), acting(request)
    offered = buttons(now, by=by)
    log = story_log(story, FORM_LIMIT)
    return {
        "buttons": offered,
        "publication_status": PublicationStatus(story.publication_status),
        "embargo": now.embargoed_until,
        "live_version": now.live,
        "scheduled": scheduled_entries(now),
        "outdated": outdated(now),
        "may_schedule": any(button.name == "schedule" for button in offered),
        "log": log,
        "log_is_cut": len(log) == FORM_LIMIT,
        "sent_back": sent_back(story),
        "may_delete": writing.check_delete(story, by=by) is None,
        # What was sent is in the form, and not what these would be about.
        "problems": [] if request.POST else problems(working_copy_of(story)),
        **from_wire_copy(story),
    }
