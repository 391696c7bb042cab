"""The working copy as a value: workflow, slugs, house style, checks, and the audit log."""

from articles.stories import audit_log, notices
from articles.stories.actions import DEMO_FILLED
from articles.stories.advice import HEADLINE_LENGTH, SUMMARY_LENGTH, advice
from articles.stories.checks import problems
from articles.stories.house_style import print_dateline
from articles.stories.last_transition import with_last_transition
from articles.stories.slugs import check_slug, follows_headline, free_slug, is_taken
from articles.stories.still_open import still_open
from articles.stories.tags import are_same_tags, known_tags
from articles.stories.wire_problems import check_agency, wire_problems
from articles.stories.workflow import (
    APPROVE,
    REOPEN,
    RETURN,
    SEND_BACK,
    SUBMIT,
    Transition,
    check_make_ready,
    check_transition,
    sent_back,
)
from articles.stories.working_copy import (
    BylineText,
    LeadWords,
    Related,
    WorkingCopy,
    language_of_text,
    working_copies_of,
    working_copy_of,
)

__all__ = [
    "APPROVE",
    "DEMO_FILLED",
    "HEADLINE_LENGTH",
    "REOPEN",
    "RETURN",
    "SEND_BACK",
    "SUBMIT",
    "SUMMARY_LENGTH",
    "BylineText",
    "LeadWords",
    "Related",
    "Transition",
    "WorkingCopy",
    "advice",
    "are_same_tags",
    "audit_log",
    "check_agency",
    "check_make_ready",
    "check_slug",
    "check_transition",
    "follows_headline",
    "free_slug",
    "is_taken",
    "known_tags",
    "language_of_text",
    "notices",
    "print_dateline",
    "problems",
    "sent_back",
    "still_open",
    "wire_problems",
    "with_last_transition",
    "working_copies_of",
    "working_copy_of",
]
