"""Lock a row before it is changed, and read its current state."""

from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext

from articles.core.errors import Gone

Row = TypeVar("Row", bound=Model)


def locked(row: Row) -> Row:
    """Return the row as it is stored now, locked until the transaction ends.

    Raise `Gone` if it has been deleted in the meantime.
    """
    rows = type(row)._default_manager.select_for_update(no_key=True)
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise Gone(
            gettext("Somebody else has deleted “%(row)s” in the meantime, so nothing was done.")
            % {"row": row}
        )
    return found
