"""Queries as expressions of tokens, in the syntax of each database."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from articles.database import Indexed, matching
from articles.search.analysis import EVERY, Query, SearchTerm

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])


class Syntax(NamedTuple):
    """How a database writes its expressions. No token has a quotation mark in it."""

    all_of: str
    any_of: str
    but: str
    token: str
    prefix: str


SYNTAX = {
    "sqlite": Syntax(" AND ", " OR ", " NOT ", '"{}"', '"{}"*'),
    "postgresql": Syntax(" & ", " | ", " & !", "'{}'", "'{}':*"),
}


def expression(query: Query, *, sign: str = "") -> str:
    """Return the expression for what has the query's words, whether or not they are in a row.

    With a sign, they are those of the headline, or of the headline and the summary.
    """
    syntax = SYNTAX[connection.vendor]
    wanted = [_either(group, sign) for group in query.groups]
    found = syntax.all_of.join(wanted or [_token(EVERY)])
    # What has the words of an excluded phrase may have them in another order.
    excluded = [term for term in query.excluded if not term.row]
    return f"({found}){syntax.but}{_either(excluded, '')}" if excluded else found


def matches(indexed: Indexed, query: Query, *, sign: str = "") -> Q:
    """Return the condition for rows with the query's words, whether or not they are in a row."""
    words = expression(query, sign=sign)
    return Q(pk__in=RawSQL(matching(indexed), [words]))  # noqa: S611 - our own SQL


def narrowed(rows: Rows, indexed: Indexed, query: Query) -> Rows:
    """Return those of the rows that have the words of phrases in a row, and no excluded phrase."""
    for group in query.groups:
        if any(term.row for term in group):
            has = Q()
            for term in group:
                has |= _has(term, indexed)
            rows = rows.filter(has)
    for term in query.excluded:
        if term.row:
            rows = rows.exclude(_has(term, indexed))
    return rows


def _has(term: SearchTerm, indexed: Indexed) -> Q:
    has = Q()
    if term.tokens or term.prefixes:
        has |= matches(indexed, Query(((SearchTerm(term.typed, term.tokens, term.prefixes),),)))
    if term.row:
        row = " ".join(term.row)
        has |= Q(words__words__contains=f" {row}" if term.is_open else f" {row} ")
    return has


def _either(terms: Iterable[SearchTerm], sign: str) -> str:
    return f"({SYNTAX[connection.vendor].any_of.join(_term(term, sign) for term in terms)})"


def _term(term: SearchTerm, sign: str) -> str:
    syntax = SYNTAX[connection.vendor]
    ways = [_token(sign + token) for token in sorted(term.tokens)]
    ways += (syntax.prefix.format(sign + prefix) for prefix in sorted(term.prefixes))
    if term.row:
        *row, last = (sign + word for word in term.row)
        end = syntax.prefix.format(last) if term.is_open else _token(last)
        ways.append(f"({syntax.all_of.join([*map(_token, row), end])})")
    return f"({syntax.any_of.join(ways)})"


def _token(token: str) -> str:
    return SYNTAX[connection.vendor].token.format(token)
