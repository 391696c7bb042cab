"""The rules of tables with periods: only the end of a period changes, and none overlap."""

from articles.database.rule import Frozen, NoErasure, NoOverlap, Rule


def periods(
    table: str,
    name: str,
    called: str,
    *of: str,
    nullable: str = "",
    start: str = "valid_from",
    end: str = "valid_until",
) -> tuple[Rule, ...]:
    """Return the rules of a table whose rows are periods, which people call `called`.

    `of` are the columns that say what a period is of; `nullable` is a column of keys in which null
    means something, too; `start` and `end` are the columns of its times.
    """
    return (
        Frozen(
            name=f"{name}_is_frozen",
            table=table,
            message=f"only {end} of a {called} may change",
            free=frozenset({end}),
        ),
        no_overlap(
            table,
            f"{name}_periods_do_not_overlap",
            f"there is a {called} in this period",
            *of,
            nullable=nullable,
            start=start,
            end=end,
        ),
        NoErasure(
            name=f"{name}_is_not_erased",
            table=table,
            message=f"a {called} is neither replaced nor truncated",
        ),
    )


def no_overlap(
    table: str, name: str, message: str, *of: str, start: str, end: str, nullable: str = ""
) -> NoOverlap:
    """Return the rule that two periods of one thing do not hold at once."""
    same = "".join(f"other.{column} = NEW.{column} AND " for column in of)
    excluded = "".join(f"{column} WITH =, " for column in of)
    if nullable:
        same += f"other.{nullable} IS NEW.{nullable} AND "
        # To an exclusion constraint no two nulls are equal, and no key is 0.
        excluded += f"(COALESCE({nullable}, 0)) WITH =, "
    return NoOverlap(
        name=name,
        table=table,
        message=message,
        events=("INSERT", "UPDATE"),
        sqlite=(
            f"{same}other.id IS NOT NEW.id"
            f" AND (other.{end} IS NULL OR other.{end} > other.{start})"
            f" AND (NEW.{end} IS NULL OR NEW.{end} > NEW.{start})"
            f" AND (NEW.{end} IS NULL OR other.{start} < NEW.{end})"
            f" AND (other.{end} IS NULL OR NEW.{start} < other.{end})"
        ),
        postgresql=f"{excluded}tstzrange({start}, {end}) WITH &&",
        needs={table: frozenset({*of, *filter(None, [nullable]), start, end})},
    )
