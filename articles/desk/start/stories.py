"""Working copies that wait for somebody: sent back to me, my drafts, and those in review."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from articles.core import action_label
from articles.desk.start.part import Part, Row
from articles.models import Story, WorkflowState
from articles.people import permissions
from articles.stories import SEND_BACK, SUBMIT, with_last_transition
from newsroom.accounts.models import User

#: Rows of one part: the list of stories has the rest.
MOST = 12


def story_parts(by: User) -> list[Part]:
    """Return the parts for this person, from one query; none if they may not view drafts."""
    if not permissions.can_read_drafts(by):
        return []
    mine = Story.objects.drafts_of(by.pk).order_by("-changed_at", "-pk")[: 2 * MOST]
    review = Story.objects.filter(state=WorkflowState.IN_REVIEW).order_by("changed_at", "pk")[:MOST]
    wanted = Q(pk__in=mine.values("pk"))
    reviews = permissions.can_review(by, Story())
    if reviews:
        wanted |= Q(pk__in=review.values("pk"))
    found = with_last_transition(Story.objects.filter(wanted))
    stories: list[Any] = list(found.select_related("section").defer("body", "summary"))
    drafts = [story for story in stories if story.state == WorkflowState.DRAFT]
    returned = [story for story in drafts if story.moved == SEND_BACK.action.code]
    others = [story for story in drafts if story.moved != SEND_BACK.action.code]
    waiting = [story for story in stories if story.state == WorkflowState.IN_REVIEW]
    waiting.sort(key=lambda story: story.moved_at or story.changed_at)
    parts = []
    if reviews:
        parts.append(_review(waiting))
    if permissions.can_write(by):
        parts += [_sent_back(returned), _drafts(others[:MOST], is_all=not returned)]
    return parts


def _list(query: str) -> str:
    return f"{reverse('admin:articles_story_changelist')}?{query}"


def _url(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def _section(story: Story) -> str:
    return story.section.name if story.section else ""


def _sent_back(stories: list[Any]) -> Part:
    rows = [
        Row(
            story.headline,
            _url(story),
            _done(story),
            story.moved_at,
            _section(story),
            story.moved_why,
        )
        for story in stories
    ]
    return Part("sent-back", gettext("Sent back to you"), rows)


def _drafts(stories: list[Any], is_all: bool) -> Part:
    rows = [
        Row(story.headline, _url(story), action_label("saved"), story.changed_at, _section(story))
        for story in stories
    ]
    nothing = gettext("You have no drafts. Press n to start a story, or import wire copy.")
    return Part(
        "drafts",
        gettext("Your drafts"),
        rows,
        nothing if is_all else gettext("You have no other drafts."),
        _list("mine=own"),
    )


def _review(stories: list[Any]) -> Part:
    rows = [
        Row(
            story.headline,
            _url(story),
            _done(story) if story.moved == SUBMIT.action.code else action_label("saved"),
            story.moved_at or story.changed_at,
            _section(story),
        )
        for story in stories
    ]
    return Part(
        "review",
        gettext("Waiting for review"),
        rows,
        gettext("No stories are waiting for review."),
        _list("state__exact=in_review"),
    )


def _done(story: Any) -> str:
    return gettext("%(what)s by %(who)s") % {
        "what": action_label(story.moved),
        "who": story.moved_by or gettext("the newsroom"),
    }
