"""Fill the front pages, plan them in time, and show breaking news: the only writer of both.

A front is the top of the home page or of a section's page. It is frozen when it is published, with
the period for which it holds: it ends what holds then, and ends itself where the next scheduled one
begins. So time alone decides which one readers get, and which one it was at any time is known.
Readers see what it says of a story only while they may see the story; otherwise one of the newest
fills its slot.

- To cancel a plan, its end is set to its start, and what was to end then goes on.
- Each verb locks the fronts of the page, then reads the clock. Where a person was asked before,
  `shown` says what they saw: it is refused if another front was published or scheduled since.
"""

from articles.frontpage.breaking import (
    breaking_shown,
    check_end_breaking,
    check_show_breaking,
    end_breaking,
    show_breaking,
)
from articles.frontpage.cancel import cancel_front, check_cancel_front
from articles.frontpage.differences import Difference, differences
from articles.frontpage.plan import SIZES, FrontPlan, Placed, plan_of
from articles.frontpage.publish import check_publish_front, publish_front
from articles.frontpage.shown import FrontChanged, FrontShown, front_shown, read_front_shown

__all__ = [
    "SIZES",
    "Difference",
    "FrontChanged",
    "FrontPlan",
    "FrontShown",
    "Placed",
    "breaking_shown",
    "cancel_front",
    "check_cancel_front",
    "check_end_breaking",
    "check_publish_front",
    "check_show_breaking",
    "differences",
    "end_breaking",
    "front_shown",
    "plan_of",
    "publish_front",
    "read_front_shown",
    "show_breaking",
]
