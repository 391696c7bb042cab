"""Notices: people are told of what others did that concerns them. The only writer of their table.

They are written in the transaction of the action, by `audit_log.record` and by the verbs of notes.
"""

from articles.stories.notices.mail import send_due_notices
from articles.stories.notices.mark_read import mark_all_read, mark_read, mark_story_read
from articles.stories.notices.tell import tell_of_action, tell_of_note
from articles.stories.notices.words import quoted, said

__all__ = [
    "mark_all_read",
    "mark_read",
    "mark_story_read",
    "quoted",
    "said",
    "send_due_notices",
    "tell_of_action",
    "tell_of_note",
]
