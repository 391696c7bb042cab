"""Publish, schedule, move, call off, withdraw and restore: the only writer of editions."""

from articles.publishing.publication import publish, schedule
from articles.publishing.to_come import call_off, reschedule
from articles.publishing.withdrawal import restore, withdraw

__all__ = ["call_off", "publish", "reschedule", "restore", "schedule", "withdraw"]
