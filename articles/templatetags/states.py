"""Chips that show a state: its word, a shape and a colour."""

from typing import Any

from django import template
from django.db.models import Choices
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles.core import state_chip
from articles.models import LinkState, PublicationStatus, WorkflowState

register = template.Library()


@register.simple_tag
def chip(state: Choices) -> SafeString:
    """Return the chip of a workflow state, a publication status or a related link's state."""
    return state_chip(state)


@register.simple_tag
def link_chip(state: str) -> SafeString:
    """Return the chip of a related link's state, as it is stored."""
    return chip(LinkState(state))


@register.simple_tag
def story_chips(story: Any) -> SafeString:
    """Return what readers see of the story, if anything, and how far its working copy has come.

    The story must carry `publication_status`. A ready copy of what readers see says nothing new.
    """
    status, state = PublicationStatus(story.publication_status), WorkflowState(story.state)
    shown: list[Choices] = []
    if status is not PublicationStatus.UNPUBLISHED:
        shown.append(status)
    if not shown or state is not WorkflowState.READY:
        shown.append(state)
    return format_html_join(" ", "{}", ((chip(one),) for one in shown))
