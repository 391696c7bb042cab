"""Lock a row before it is changed, and see what it has become."""

from typing import TypeVar

from django.db.models import Model

from articles.exceptions import Gone

Row = TypeVar("Row", bound=Model)


def locked(row: Row) -> Row:
    """Give the row as it is stored now; others wait for it until the transaction ends.

    Raises `Gone` if it has been deleted meanwhile.
    """
    rows = type(row)._default_manager.select_for_update()
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise Gone(f"“{row}” has been deleted by somebody else meanwhile, so nothing was done.")
    return found
