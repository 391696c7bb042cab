"""The demo newsroom: invented stories and drawn pictures, for development only.

`stories/` has the stories, one a file, with what happened to each: when it was begun, published,
corrected or sent back. `fill` does all of that with the newsroom's own verbs and the clock set
back, so that revisions, audit log and notices are genuine. What it added is recorded in the audit
log, and `remove` removes exactly that, except what somebody has worked on since.
"""

from articles.demo.fill import PEOPLE, Filled, check_fill, fill
from articles.demo.people import Colleague
from articles.demo.remove import Removed, check_remove, remove
from articles.demo.story_file import StoryFile, story_files

__all__ = [
    "PEOPLE",
    "Colleague",
    "Filled",
    "Removed",
    "StoryFile",
    "check_fill",
    "check_remove",
    "fill",
    "remove",
    "story_files",
]
