"""Read what a revision holds."""

import json
import zlib
from typing import Any

from django.utils.translation import gettext

from articles.core import Damaged, expand
from articles.models import Revision
from articles.writing.revisions.schema import upgrade


def read_revision(revision: Revision) -> dict[str, Any]:
    """Return what the revision holds, in the form of `as_data`. Raise `Damaged`."""
    try:
        dictionary = expand(revision.base.data) if revision.base else b""
        data: dict[str, Any] = json.loads(expand(revision.data, dictionary))
        return upgrade(data, revision.schema)
    except (zlib.error, ValueError) as error:
        raise Damaged(
            gettext(
                "%(revision)s of “%(story)s” cannot be read any more: what the database holds of"
                " it is damaged (%(error)s). Choose another one, or ask whoever keeps the backups."
            )
            % {
                "revision": str(revision).capitalize(),
                "story": revision.story,
                "error": error,
            }
        ) from error
