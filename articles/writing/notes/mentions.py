"""Who is mentioned in a note, by an @ before the name of the account."""

import re
from collections.abc import Iterable

from articles.people import permissions
from newsroom.accounts.models import User

#: A username has these signs, and @ within; a sentence can end right after it.
MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")
_ENDS = ".@+-"


def mentioned_in(texts: Iterable[str]) -> dict[str, User]:
    """Return those who are mentioned and may view drafts, by what comes after the @."""
    written = {found for text in texts for found in MENTION.findall(text)}
    names = written | {name.rstrip(_ENDS) for name in written}
    if not names:
        return {}
    people = {
        person.username: person for person in permissions.draft_readers().filter(username__in=names)
    }
    meant = {name: people.get(name) or people.get(name.rstrip(_ENDS)) for name in written}
    return {name: person for name, person in meant.items() if person}
