"""What changed since a page was built: the first question of each request, asked in one query."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from threading import Lock
from time import monotonic
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from articles.database import EVERYTHING
from articles.readers.cache.watcher import Read, Seen, Watcher

#: Seconds for which a database that could not be reached is not asked again.
PAUSE = 5
#: At most this many keys are remembered, with when they changed: about 2 MiB.
KEPT = 10_000


def midnight(at: datetime) -> datetime:
    """Return the end of the day, in the newsroom's zone, of the timezone-aware datetime."""
    zone = ZoneInfo(settings.TIME_ZONE)
    tomorrow = at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, zone).astimezone(UTC)


class State(NamedTuple):
    """What readers see between two changes.

    It holds from the datetime `since` on, in this cache version, until the datetime `until`, when
    something starts or ends, or a day of the newsroom's zone. `tick` counts the states of this
    process.
    """

    cache_version: int
    since: datetime
    until: datetime | None
    tick: int
    #: The last commit before it was read, if the database tells it without a query.
    commit: bytes

    def holds(self, seen: Seen) -> bool:
        """Return whether nothing has been written, started or ended since then."""
        return self.cache_version == seen.cache_version and self.holds_at(seen.at)

    def holds_at(self, at: datetime) -> bool:
        """Return whether nothing has started or ended since then, as of the datetime `at`."""
        return self.since <= at and (self.until is None or at < self.until)


class Present(NamedTuple):
    """The state that holds at the timezone-aware datetime `at`."""

    state: State
    at: datetime


class _Log:
    """What changed when: for each key, the last tick with which it did.

    Nothing is known about what was built before the tick `since`.
    """

    def __init__(self, since: int) -> None:
        self.since = since
        self.ticks: dict[str, int] = {}


class _Round:
    """One question to the database, shared by all who arrived before it was asked."""

    answer: Present | None = None
    error: OperationalError | None = None
    is_answered = False


class Changes:
    """Knows the present state of what readers see, for all threads of this process."""

    def __init__(self) -> None:
        self._watcher = Watcher()
        self._state: State | None = None
        self._last: Read | None = None
        self._tick = 0
        self._log = _Log(0)
        self._ask_again = 0.0
        self._asking = Lock()
        self._next = _Round()

    def present(self) -> Present | None:
        """Return the present state, which reflects all that was committed before this call.

        None while nothing has ever been written. Raise OperationalError if the database cannot be
        reached.
        """
        # The clock is read first: what is committed after that has not begun to count.
        state, at = self._state, timezone.now()
        if state and state.holds_at(at) and state.commit == self._watcher.last_commit() != b"":
            return Present(state, at)
        mine = self._next
        with self._asking:
            if not mine.is_answered:
                # Whoever comes from here on may not share this answer: it may miss what they wrote.
                self._next = _Round()
                mine.is_answered = True
                try:
                    mine.answer = self._ask()
                except OperationalError as error:
                    mine.error = error
        if mine.error:
            raise mine.error
        return mine.answer

    def is_current(self, tick: int, keys: Iterable[str]) -> bool:
        """Return whether nothing with these keys has changed since the state of this tick."""
        # Another thread may replace it meanwhile.
        log = self._log
        return tick >= log.since and all(log.ticks.get(key, 0) <= tick for key in keys)

    def without_database(self) -> Present | None:
        """Return the state in which the database was last seen, if it may be served and holds."""
        state, at = self._state, timezone.now()
        if settings.NEWSROOM_SERVE_WITHOUT_DATABASE and state and state.holds_at(at):
            return Present(state, at)
        return None

    def close(self) -> None:
        """Close the connection, which is opened again when it is needed."""
        with self._asking:
            self._watcher.close()

    def forget(self) -> None:
        """Forget the state too, as a new process."""
        self.close()
        self._state, self._last, self._ask_again = None, None, 0.0

    def _ask(self) -> Present | None:
        if monotonic() < self._ask_again:
            raise OperationalError("The database could not be reached a moment ago.")
        try:
            return self._answer()
        except OperationalError:
            if settings.NEWSROOM_SERVE_WITHOUT_DATABASE:
                self._ask_again = monotonic() + PAUSE
            raise

    def _answer(self) -> Present | None:
        commit = self._watcher.last_commit()
        seen = self._watcher.look()
        if self._state and self._state.holds(seen):
            self._state = self._state._replace(commit=commit)
            return Present(self._state, seen.at)
        self._state = self._read(commit)
        return self._state and Present(self._state, self._state.since)

    def _read(self, commit: bytes) -> State | None:
        found = self._watcher.read()
        if found is None:
            return None
        self._note(self._last and self._changed(self._last, found))
        self._last = found
        until = min(found.until or midnight(found.at), midnight(found.at))
        return State(found.cache_version, found.at, until, self._tick, commit)

    def _changed(self, before: Read, after: Read) -> set[str] | None:
        # Pages say which day it is, and how old a story is: they are rebuilt each day.
        is_same_day = midnight(before.at) == midnight(after.at)
        return self._watcher.changed(before, after) if is_same_day else None

    def _note(self, changed: set[str] | None) -> None:
        """Remember what has changed with the next tick; None: anything may have."""
        self._tick += 1
        log = self._log
        if changed is None or EVERYTHING in changed or len(log.ticks) + len(changed) > KEPT:
            self._log = _Log(self._tick)
        else:
            log.ticks.update(dict.fromkeys(changed, self._tick))


changes = Changes()
