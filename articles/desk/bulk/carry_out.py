"""Do something with each of the chosen stories, and say with which it was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from articles.core import NewsroomError
from articles.desk.bulk.action import BulkAction
from articles.desk.bulk.chosen import Chosen
from articles.links import lock_matching
from articles.publishing import hold_as_shown
from newsroom.accounts.models import User


@dataclass(slots=True)
class Outcome:
    """The headlines of the stories with which it was done, and of the others, with the reason."""

    done: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def carry_out(
    action: BulkAction, chosen: Iterable[Chosen], values: Mapping[str, Any], *, by: User
) -> Outcome:
    """Do it with each story in a transaction of its own: what cannot be done stops no other.

    A story that has changed since the list showed it is left as it is.
    """
    outcome = Outcome()
    for one in chosen:
        headline = str(one.story)
        try:
            with transaction.atomic():
                # Before any row is locked; some of the verbs need it.
                lock_matching()
                now = hold_as_shown(one.story, one.shown)
                action.verb(now.story, by=by, **values)
        except NewsroomError as error:
            outcome.refused.append((headline, str(error)))
        else:
            outcome.done.append(headline)
    return outcome
