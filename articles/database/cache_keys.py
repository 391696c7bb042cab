"""The keys of the change log: what a write changes, and what a page depends on.

A key is the name of a table, or stands for all that readers see of one story: its published
versions, links, corrections and live entries, and slug and headline of the stories to which it
links.

What is scheduled shows from some moment on. A write to it is logged with that moment, and changes
the key of its table only for those who read the log then or later: scheduling something makes no
page stale.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

#: A test asks each public URL which tables it reads, and fails if one is missing here.
TABLES = (
    "articles_authorperiod",
    "articles_breakingnews",
    "articles_correction",
    "articles_entryversion",
    "articles_formerslug",
    "articles_front",
    "articles_frontslot",
    "articles_linkdecision",
    "articles_livecoverage",
    "articles_picturelook",
    "articles_publishedversion",
    "articles_sectionperiod",
    "articles_term",
)
#: What is read from these about one story changes with the key of that story.
OF_STORIES = frozenset(
    {
        "articles_correction",
        "articles_entryversion",
        "articles_linkdecision",
        "articles_livecoverage",
        "articles_picturelook",
        "articles_publishedversion",
    }
)
LINKS = "articles_linkdecision"
LOOKS = "articles_picturelook"
#: Logged when nothing says which rows a statement takes away: TRUNCATE, and REPLACE on SQLite.
EVERYTHING = "everything"

#: How the key of a write begins that shows from some moment on; table and moment follow.
FROM = "from:"
#: Periods that may be scheduled.
SCHEDULED = frozenset({"articles_breakingnews", "articles_front"})
SLOTS = "articles_frontslot"
# An end that moves shows from the earlier of the two on; null means no end at all.
_SHOWS_FROM = (
    "CASE WHEN OLD.valid_from = NEW.valid_from"
    " THEN COALESCE({least}(OLD.valid_until, NEW.valid_until), OLD.valid_until, NEW.valid_until,"
    " NEW.valid_from) ELSE COALESCE(NEW.valid_from, OLD.valid_from) END"
)
# A slot shows with its front.
_FRONT_SHOWS_FROM = "(SELECT valid_from FROM articles_front WHERE id = {row}.front_id)"
_FROM_MOMENT = "SELECT COALESCE('{start}{table}:' || {at}, '{table}') AS key"

_OF_STORY = "SELECT 'story:' || {row}.story_id"
_OF_LINKING = (
    "SELECT 'story:' || link.story_id FROM articles_linkdecision link"
    " WHERE link.target_id = {row}.story_id"
)
#: Stories that show a picture, in any version, and those that link to a story led by it.
_OF_PICTURE = (
    "SELECT 'story:' || version.story_id FROM articles_publishedversion version"
    " WHERE version.picture_id = {row}.picture_id"
)
_OF_FIGURES = (
    "SELECT 'story:' || figure.story_id FROM articles_figure figure"
    " WHERE figure.picture_id = {row}.picture_id"
)
_OF_ENTRIES = (
    "SELECT 'story:' || entry.story_id FROM articles_entryversion entry"
    " WHERE entry.picture_id = {row}.picture_id"
)
_OF_LINKING_TO_PICTURE = (
    "SELECT 'story:' || link.story_id FROM articles_linkdecision link"
    " JOIN articles_publishedversion version ON version.story_id = link.target_id"
    " WHERE version.picture_id = {row}.picture_id"
)
_KEYS: dict[str, tuple[str, ...]] = {
    "articles_authorperiod": (),
    "articles_breakingnews": (),
    "articles_correction": (_OF_STORY,),
    "articles_entryversion": (_OF_STORY,),
    "articles_formerslug": (),
    "articles_front": (),
    "articles_frontslot": (),
    "articles_publishedversion": (_OF_STORY, _OF_LINKING),
    LINKS: (_OF_STORY,),
    LOOKS: (_OF_PICTURE, _OF_FIGURES, _OF_ENTRIES, _OF_LINKING_TO_PICTURE),
    "articles_livecoverage": (_OF_STORY,),
    "articles_sectionperiod": (),
    "articles_term": (),
}
_CROSSED = "SELECT '{table}', {story} FROM {table} WHERE {column} > %s AND {column} <= %s"
_CROSSED_LINKS = (
    "SELECT 'articles_linkdecision', link.story_id FROM articles_linkdecision link"
    " JOIN {table} target ON target.story_id = link.target_id"
    " WHERE target.{column} > %s AND target.{column} <= %s"
)

# What belongs to a story shows once the story has a version: writing that renews the page too.
_WITH_VERSION = (
    "EXISTS (SELECT 1 FROM articles_publishedversion version"
    " WHERE version.story_id = {row}.story_id{more})"
)
# A picture that is uploaded gets its look before a story has it.
_USED = (
    "EXISTS (SELECT 1 FROM articles_publishedversion version"
    " WHERE version.picture_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_figure figure"
    " WHERE figure.picture_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_entryversion entry"
    " WHERE entry.picture_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_author author"
    " WHERE author.portrait_id = {row}.picture_id)"
    " OR EXISTS (SELECT 1 FROM articles_frontslot slot"
    " WHERE slot.picture_id = {row}.picture_id)"
)


class Dialect(NamedTuple):
    """How a database says what the triggers need."""

    #: The function that finds a text in another one.
    within: str
    #: The function that returns the least of its arguments.
    least: str
    #: A time as text, in UTC.
    time: str


SQLITE = Dialect("instr", "min", "{at}")
POSTGRESQL = Dialect(
    "strpos", "least", "to_char({at} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
)
# An inline link shows where a version has its place, and any other in each version.
_HAS_PLACE = " AND ({row}.key = '' OR {within}(version.body_html, {row}.key) > 0)"
_SHOWN = {
    LINKS: _WITH_VERSION.replace("{more}", _HAS_PLACE),
    LOOKS: _USED,
    "articles_entryversion": _WITH_VERSION.replace("{more}", ""),
    "articles_livecoverage": _WITH_VERSION.replace("{more}", ""),
}


def story_key(story: int) -> str:
    """Return the key of the story with this primary key."""
    return f"story:{story}"


def changed_keys(table: str, rows: tuple[str, ...], dialect: Dialect) -> str:
    """Return SQL for the keys that a write to the table changes; `rows` are of OLD and NEW."""
    if table in SCHEDULED or table == SLOTS:
        at = dialect.time.format(at=_moment(table, rows, dialect))
        return _FROM_MOMENT.format(start=FROM, table=table, at=at)
    of_rows = (part.format(row=row) for row in rows for part in _KEYS[table])
    return " UNION ".join((f"SELECT '{table}' AS key", *of_rows))


def _moment(table: str, rows: tuple[str, ...], dialect: Dialect) -> str:
    """Return SQL for when a write to something that may be scheduled shows."""
    if table == SLOTS:
        of_rows = (_FRONT_SHOWS_FROM.format(row=row) for row in rows)
        return f"COALESCE({', '.join(of_rows)}, NULL)"
    if len(rows) == 1:
        return f"{rows[0]}.valid_from"
    return _SHOWS_FROM.format(least=dialect.least)


def keys_at(logged: Iterable[str], at: datetime) -> set[str]:
    """Return the keys that have changed by the timezone-aware datetime `at`, of those in the log.

    What shows later only is left out: it changes when the clock gets there.
    """
    keys = set()
    for key in logged:
        if key.startswith(FROM):
            table, _, moment = key.removeprefix(FROM).partition(":")
            if _time(moment) <= at:
                keys.add(table)
        else:
            keys.add(key)
    return keys


def _time(moment: str) -> datetime:
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=UTC)
    except ValueError:
        # SQLite stores whatever SQL writes: it may show already.
        return datetime.min.replace(tzinfo=UTC)


def moments_keys(moments: tuple[tuple[str, str], ...]) -> str:
    """Return SQL for the keys that change as the clock goes from one time to another.

    Each comes as a table and a story, 0 if it belongs to none. `moments` are tables and their
    columns with times. Its parameters are both times, once for each column and again for those of
    published versions.
    """
    return " UNION ".join(
        part.format(table=table, column=column, story="story_id" if table in OF_STORIES else 0)
        for table, column in moments
        for part in (_CROSSED, _CROSSED_LINKS)
        if part is _CROSSED or _OF_LINKING in _KEYS[table]
    )


def shows(table: str, rows: tuple[str, ...], dialect: Dialect) -> str:
    """Return the SQL condition under which readers can see a write; "" if it is always met."""
    if table not in _SHOWN:
        return ""
    return " OR ".join(_SHOWN[table].format(row=row, within=dialect.within) for row in rows)
