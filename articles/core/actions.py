"""The registry of actions: what people do, as the audit log stores and names it."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Subject(TextChoices):
    """What an action concerns."""

    WORKING_COPY = "working_copy", _("working copy")
    PUBLICATION = "publication", _("publication")
    CORRECTION = "correction", _("correction")
    LIVE_BLOG = "live_blog", _("live blog")
    RELATED_LINK = "related_link", _("related link")
    WIRE_COPY = "wire_copy", _("wire copy")
    NOTE = "note", _("note among editors")
    FRONT = "front", _("front page")


@dataclass(frozen=True, slots=True)
class Action:
    """Something that people do: `code` is stored, `label` is shown, as in “published by Ana”."""

    code: str
    label: Promise
    subject: Subject


_registry: dict[str, Action] = {}


def register(code: str, label: Promise, subject: Subject) -> Action:
    """Add an action to the registry and return it. Raise ValueError if the code is taken."""
    if code in _registry:
        raise ValueError(f"The action “{code}” is registered already.")
    action = _registry[code] = Action(code, label, subject)
    return action


def registered_actions() -> tuple[Action, ...]:
    """Return all actions in the order in which they were registered."""
    return tuple(_registry.values())


def action_label(code: str) -> str:
    """Return the label of the action with this code; the code itself if nothing registers it."""
    return str(_registry[code].label) if code in _registry else code
