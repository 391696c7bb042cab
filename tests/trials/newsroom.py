"""A newsroom beside a simple account of it, which says what must be done, refused and seen."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from django.conf import settings
from django.test import Client
from django.utils import timezone
from time_machine import Traveller

from articles import publishing, writing
from articles.core import NewsroomError
from articles.models import PublishedVersion, Story, WorkflowState
from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER
from articles.stories import WorkingCopy, working_copy_of
from newsroom.accounts.models import User
from tests import helpers

#: Who starts the stories, one each.
WRITERS = (REPORTER, "colleague", EDITOR)
PEOPLE = {
    REPORTER: REPORTER,
    "colleague": REPORTER,
    EDITOR: EDITOR,
    MANAGING_EDITOR: MANAGING_EDITOR,
    MODERATOR: MODERATOR,
    "nobody": "",
}
DECIDE = {EDITOR, MANAGING_EDITOR}
#: From which state to which a copy goes, written by hand.
GOES = {
    "submit": ("draft", "in_review"),
    "approve": ("in_review", "ready"),
    "send_back": ("in_review", "draft"),
    "reopen": ("ready", "draft"),
}
WORDS = re.compile(r"Words \d+")


@dataclass
class Period:
    """What readers get for a while: words, or a notice where there are none."""

    start: datetime
    end: datetime | None
    words: str

    def holds(self, at: datetime) -> bool:
        return self.start <= at and (self.end is None or at < self.end)


@dataclass
class Account:
    """What is known of a story by what was done with it."""

    writer: str
    words: str
    state: str = "draft"
    changed_by: str = ""
    periods: list[Period] = field(default_factory=list)
    embargo: datetime | None = None

    def held(self, at: datetime) -> bool:
        return self.embargo is not None and at < self.embargo

    def begin(self, period: Period) -> None:
        self.periods = [old for old in self.periods if old.start < period.start]
        for old in self.periods:
            if old.end is None or old.end > period.start:
                old.end = period.start
        self.periods.append(period)

    def drop_empty(self) -> None:
        self.periods = [period for period in self.periods if period.start != period.end]

    def shown(self, at: datetime) -> Period | None:
        return next((period for period in self.periods if period.holds(at)), None)


@dataclass
class Figures:
    """What was tried, and what went wrong."""

    moves_tried: int = 0
    illegal_states: int = 0
    early_views: int = 0

    def add(self, other: "Figures") -> None:
        self.moves_tried += other.moves_tried
        self.illegal_states += other.illegal_states
        self.early_views += other.early_views


class Newsroom:
    """Three stories, the people who move them, and a clock that stands still in between."""

    def __init__(self, clock: Traveller, now: datetime, figures: Figures, *, two: bool) -> None:
        self.clock, self.figures, self.two = clock, figures, two
        #: Whether readers may see something else than when they looked last.
        self.changed = True
        self.go_to(now)
        self._numbers = count(1)
        self.people = {name: helpers.person(role, name) for name, role in PEOPLE.items()}
        self.accounts: list[Account] = []
        self.stories: list[Story] = []
        for writer in WRITERS:
            words = self.new_words()
            copy = WorkingCopy(words, body="<p>Text.</p>")
            self.stories.append(writing.create(copy, by=self.people[writer]))
            self.accounts.append(Account(writer, words, changed_by=writer))

    def go_to(self, now: datetime) -> None:
        self.now, self.changed = now, True
        self.clock.move_to(now, tick=False)

    def new_words(self) -> str:
        return f"Words {next(self._numbers)}"

    def attempt(self, action: str, who: str, which: int, after: timedelta) -> None:
        """Let somebody try an act on a story, and compare what came of it with the account."""
        self.figures.moves_tried += 1
        settings.NEWSROOM_TWO_PEOPLE = self.two
        account, story = self.accounts[which], Story.objects.get(pk=self.stories[which].pk)
        words = self.new_words()
        right = getattr(self, f"expect_{action}")(account, who, self.now + after, words)
        try:
            VERBS[action](story, self.people[who], self.now + after, words)
            done = True
        except NewsroomError:
            done = False
        self.changed |= done
        self.figures.illegal_states += done != right or not self.agrees(which)

    def right(self, who: str, which: int, after: timedelta) -> list[str]:
        """Return the actions that this person may do now on the story, by the account."""
        return [
            action
            for action in VERBS
            if getattr(self, f"expect_{action}")(
                deepcopy(self.accounts[which]), who, self.now + after, ""
            )
        ]

    def agrees(self, which: int) -> bool:
        """Return whether the database has what the account says."""
        story, account = Story.objects.get(pk=self.stories[which].pk), self.accounts[which]
        versions = PublishedVersion.objects.filter(story=story).order_by("visible_from", "pk")
        line = [
            Period(
                version.visible_from,
                version.visible_until,
                version.headline if version.kind == "story" else "",
            )
            for version in versions
            if version.visible_from != version.visible_until
        ]
        return (story.state, story.headline, line) == (
            account.state,
            account.words,
            account.periods,
        )

    def look(self) -> None:
        """Read all pages, and count what readers see but must not, or must but do not."""
        reader = Client(SERVER_NAME="127.0.0.1", HTTP_X_FORWARDED_PROTO="https")
        shown = [
            None if account.held(self.now) else account.shown(self.now) for account in self.accounts
        ]
        due = {period.words for period in shown if period and period.words}
        for address in ("/", "/recent/"):
            seen = set(WORDS.findall(reader.get(address, secure=True).text))
            self.count(seen, due)
        for story, period in zip(self.stories, shown, strict=True):
            # A draft's goes with its headline.
            story.refresh_from_db(fields=["slug"])
            page = reader.get(f"/news/{story.slug}/", secure=True)
            title = re.search("<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
            seen = set(WORDS.findall(title[1])) if page.status_code == 200 and title else set()
            self.count(seen, {period.words} if period and period.words else set())

    def count(self, seen: set[str], due: set[str]) -> None:
        self.figures.early_views += len(seen - due)
        self.figures.illegal_states += len(due - seen)

    # What the account says of each action: whether it is right, and what comes of it.

    def expect_save(self, account: Account, who: str, at: datetime, words: str) -> bool:
        own = account.writer == who and account.state == "draft"
        if not own and who not in DECIDE:
            return False
        account.words, account.changed_by = words, who
        account.state = "draft" if account.state == "ready" else account.state
        return True

    def _expect_transition(self, action: str, account: Account, who: str) -> bool:
        before, after = GOES[action]
        own = action == "submit" and account.writer == who
        alone = self.two and action == "approve" and account.changed_by == who
        if account.state != before or alone or not (own or who in DECIDE):
            return False
        account.state = after
        return True

    def expect_submit(self, account: Account, who: str, at: datetime, words: str) -> bool:
        return self._expect_transition("submit", account, who)

    def expect_approve(self, account: Account, who: str, at: datetime, words: str) -> bool:
        return self._expect_transition("approve", account, who)

    def expect_send_back(self, account: Account, who: str, at: datetime, words: str) -> bool:
        return self._expect_transition("send_back", account, who)

    def expect_reopen(self, account: Account, who: str, at: datetime, words: str) -> bool:
        return self._expect_transition("reopen", account, who)

    def expect_publish(self, account: Account, who: str, at: datetime, words: str) -> bool:
        if who not in DECIDE or account.state != "ready" or account.held(self.now):
            return False
        if self.has_words(account, self.now):
            return False
        account.begin(Period(self.now, None, account.words))
        return True

    def has_words(self, account: Account, at: datetime) -> bool:
        """Return whether readers have the words of the working copy at this time anyway."""
        shown = account.shown(at)
        return shown is not None and shown.words == account.words

    def expect_schedule(self, account: Account, who: str, at: datetime, words: str) -> bool:
        held = account.held(at)
        if who not in DECIDE or account.state != "ready" or at <= self.now or held:
            return False
        if self.has_words(account, at):
            return False
        account.begin(Period(at, None, account.words))
        return True

    def expect_withdraw(self, account: Account, who: str, at: datetime, words: str) -> bool:
        shown = account.shown(at)
        if who not in DECIDE or at < self.now or not (shown and shown.words):
            return False
        account.begin(Period(at, None, ""))
        return True

    def expect_reinstate(self, account: Account, who: str, at: datetime, words: str) -> bool:
        shown = account.shown(self.now)
        if who not in DECIDE or not shown or shown.words:
            return False
        began = [period for period in account.periods if period.start <= self.now and period.words]
        if not began or account.held(self.now):
            return False
        account.periods.insert(
            account.periods.index(shown) + 1, Period(self.now, shown.end, began[-1].words)
        )
        shown.end = self.now
        account.drop_empty()
        return True

    def expect_unschedule(self, account: Account, who: str, at: datetime, words: str) -> bool:
        waiting = self.waiting(account)
        if who not in DECIDE or not waiting:
            return False
        account.periods = [period for period in account.periods if period.start <= self.now]
        for period in account.periods:
            if period.end == waiting[0].start:
                period.end = None
        return True

    def expect_reschedule(self, account: Account, who: str, at: datetime, words: str) -> bool:
        if who not in DECIDE or at < self.now or not self.waiting(account):
            return False
        moved, *others = self.waiting(account)
        if at == moved.start:
            return True
        line = deepcopy([period for period in account.periods if period.start != moved.start])
        for period in line:
            if period.end == moved.start:
                period.end = moved.end
        taken = any(period.start == at for period in others)
        if taken or (moved.words and account.held(at)):
            return False
        later = [period.start for period in line if period.start > at]
        new = Period(at, min(later, default=None), moved.words)
        for period in line:
            if period.holds(at):
                new.end, period.end = period.end, at
        line = [period for period in (*line, new) if period.start != period.end]
        line.sort(key=lambda period: period.start)
        before: Period | None = None
        for period in line:
            finds = before and before.words and before.end == period.start
            if period.start > self.now and not period.words and not finds:
                return False
            before = period
        account.periods = line
        return True

    def waiting(self, account: Account) -> list[Period]:
        return [period for period in account.periods if period.start > self.now]

    def expect_set_embargo(self, account: Account, who: str, at: datetime, words: str) -> bool:
        own = account.writer == who and account.state == "draft"
        if at <= self.now or not (own or who in DECIDE):
            return False
        if (
            account.embargo
            and account.held(self.now)
            and at < account.embargo
            and who not in DECIDE
        ):
            return False
        for period in account.periods:
            if period.words and period.start < at and (not period.end or period.end > self.now):
                return False
        account.embargo = at
        return True

    def expect_lift_embargo(self, account: Account, who: str, at: datetime, words: str) -> bool:
        if who not in DECIDE or not account.held(self.now):
            return False
        account.embargo = None
        return True


def _reschedule(story: Story, by: User, at: datetime, words: str) -> None:
    first = story.published_versions.scheduled(timezone.now()).order_by("visible_from").first()
    if first is None:
        raise NewsroomError("Nothing is scheduled.")
    publishing.reschedule(first, by=by, at=at)


def _save(story: Story, by: User, at: datetime, words: str) -> None:
    writing.save(story, replace(working_copy_of(story), headline=words), by=by)


#: Each action, by its name, on the newsroom itself.
VERBS: dict[str, Callable[[Story, User, datetime, str], object]] = {
    "save": _save,
    "submit": lambda story, by, at, words: writing.submit(story, by=by),
    "approve": lambda story, by, at, words: writing.approve(story, by=by),
    "send_back": lambda story, by, at, words: writing.send_back(story, by=by, reason="Too long."),
    "reopen": lambda story, by, at, words: writing.reopen(story, by=by),
    "publish": lambda story, by, at, words: publishing.publish(story, by=by),
    "schedule": lambda story, by, at, words: publishing.schedule(story, by=by, at=at),
    "withdraw": lambda story, by, at, words: publishing.withdraw(story, by=by, at=at),
    "reinstate": lambda story, by, at, words: publishing.reinstate(story, by=by),
    "reschedule": _reschedule,
    "set_embargo": lambda story, by, at, words: publishing.set_embargo(
        story, by=by, until=at, reason="They ask."
    ),
    "lift_embargo": lambda story, by, at, words: publishing.lift_embargo(
        story, by=by, reason="It is out."
    ),
    "unschedule": lambda story, by, at, words: publishing.unschedule(story, by=by),
}
assert {WorkflowState.DRAFT, WorkflowState.IN_REVIEW, WorkflowState.READY} == {
    s for goes in GOES.values() for s in goes
}
