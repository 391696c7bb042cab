"""Chips that show a state: its word, a shape and a colour."""

from typing import Any

from django import template
from django.db.models import Choices
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

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

    The story must carry what `with_publication_status` adds.
    """
    chips = (status_chip(story), copy_chip(story))
    return format_html_join(" ", "{}", ((one,) for one in chips if one))


@register.simple_tag
def status_chip(story: Any) -> SafeString | str:
    """Return the chip of what readers see; "" if that is nothing."""
    status = PublicationStatus(story.publication_status)
    return "" if status is PublicationStatus.UNPUBLISHED else chip(status)


@register.simple_tag
def copy_chip(story: Any) -> SafeString | str:
    """Return the chip of the working copy; "" where it says nothing new.

    Of a live story it says that there are changes, and how far they have come: “live” beside
    “draft” contradicts itself.
    """
    status, state = PublicationStatus(story.publication_status), WorkflowState(story.state)
    is_ready = state is WorkflowState.READY
    if status is not PublicationStatus.LIVE:
        is_said = is_ready and status is not PublicationStatus.UNPUBLISHED
        return "" if is_said else chip(state)
    if is_ready and not story.is_ahead:
        return ""
    words = {
        WorkflowState.DRAFT: gettext("Unpublished changes"),
        WorkflowState.IN_REVIEW: gettext("Changes in review"),
        WorkflowState.READY: gettext("Changes ready"),
    }
    told = gettext("The changes are %(state)s.") % {"state": state.described}
    return format_html(
        '<span class="chip" data-state="{}" title="{}">{}</span>', state.value, told, words[state]
    )
