"""The working copy as a value: workflow, slugs, house style, checks, and the audit log."""

from articles.stories import audit_log
from articles.stories.checks import problems
from articles.stories.house_style import print_dateline
from articles.stories.slugs import check_slug, free_slug, is_taken
from articles.stories.workflow import (
    APPROVE,
    REOPEN,
    SEND_BACK,
    SUBMIT,
    Transition,
    check_make_ready,
    check_transition,
    sent_back,
)
from articles.stories.working_copy import WorkingCopy, working_copy_of

__all__ = [
    "APPROVE",
    "REOPEN",
    "SEND_BACK",
    "SUBMIT",
    "Transition",
    "WorkingCopy",
    "audit_log",
    "check_make_ready",
    "check_slug",
    "check_transition",
    "free_slug",
    "is_taken",
    "print_dateline",
    "problems",
    "sent_back",
    "working_copy_of",
]
