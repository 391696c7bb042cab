"""Publish, schedule, withdraw, embargo, correct: the only writer of published versions."""

from articles.publishing.begin import check_permission
from articles.publishing.corrections import (
    add_correction,
    check_add_correction,
    check_retract_correction,
    retract_correction,
)
from articles.publishing.embargo import (
    check_lift_embargo,
    check_set_embargo,
    lift_embargo,
    set_embargo,
)
from articles.publishing.freeze import freeze
from articles.publishing.publish import check_publish, check_schedule, publish, schedule
from articles.publishing.reinstate import check_reinstate, reinstate
from articles.publishing.reschedule import check_reschedule, reschedule
from articles.publishing.situation import Situation, situation_of
from articles.publishing.status import with_publication_status
from articles.publishing.unschedule import check_unschedule, unschedule
from articles.publishing.withdraw import check_withdraw, withdraw

__all__ = [
    "Situation",
    "add_correction",
    "check_add_correction",
    "check_lift_embargo",
    "check_permission",
    "check_publish",
    "check_reinstate",
    "check_reschedule",
    "check_retract_correction",
    "check_schedule",
    "check_set_embargo",
    "check_unschedule",
    "check_withdraw",
    "freeze",
    "lift_embargo",
    "publish",
    "reinstate",
    "reschedule",
    "retract_correction",
    "schedule",
    "set_embargo",
    "situation_of",
    "unschedule",
    "with_publication_status",
    "withdraw",
]
