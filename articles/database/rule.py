"""The kinds of cross-table rules, as data that is the same for both databases."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: Tables with the columns of each that a rule reads.
Needs = Mapping[str, frozenset[str]]


def needs(**columns: str) -> Needs:
    """Return tables with their columns, each written as words in one string."""
    return MappingProxyType({table: frozenset(names.split()) for table, names in columns.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """Rows of the table are never updated, or only their columns in `free`."""

    name: str
    table: str
    message: str
    free: frozenset[str] = frozenset()

    @property
    def needs(self) -> Needs:
        """The table, with the columns that are named."""
        return {self.table: self.free}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A write is refused where the SQL `condition` holds; without one it always is.

    `NEW` and `OLD` are the row that is written. `lock_story` names the lock (PostgreSQL) that the
    trigger takes on the story, so that it sees what other transactions are about to write.
    """

    name: str
    table: str
    event: str
    message: str
    condition: str = ""
    needs: Needs
    lock_story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOverlap:
    """Two rows exclude each other where `sqlite` holds for `other`; PostgreSQL has an exclusion."""

    name: str
    table: str
    message: str
    sqlite: str
    events: tuple[str, ...]
    postgresql: str
    needs: Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Cascade:
    """When a row is deleted, or added, the statement does the same with rows of another table."""

    name: str
    table: str
    event: str = "DELETE"
    statement: str
    needs: Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class NoErasure:
    """No row goes without a DELETE, which other rules see.

    So PostgreSQL refuses TRUNCATE. On SQLite, REPLACE deletes the rows that conflict with the new
    one, and fires no trigger for them: a row is refused if another has one of its `keys`, the
    columns of each unique index. UPDATE can do the same only where it may change a key.
    """

    name: str
    table: str
    message: str
    keys: tuple[tuple[str, ...], ...] = (("id",),)
    events: tuple[str, ...] = ("INSERT",)

    @property
    def needs(self) -> Needs:
        """The table, with the columns of its keys."""
        return {self.table: frozenset(column for key in self.keys for column in key)}


Rule = Frozen | Refusal | NoOverlap | Cascade | NoErasure
