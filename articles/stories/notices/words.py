"""What a notice says, at the desk and by mail."""

from datetime import datetime

from django.utils.translation import gettext

from articles.core import format_time
from articles.models import Notice, NoticeKind
from articles.people import name_of


def said(notice: Notice) -> str:
    """Return what was done and by whom, to follow the headline; times are in the active zone."""
    by = notice.entry.by if notice.entry else notice.note.by if notice.note else None
    words = {"what": notice.get_kind_display(), "who": name_of(by)}
    match notice.kind:
        case NoticeKind.MENTIONED:
            return gettext("%(who)s mentioned you") % words
        case NoticeKind.ANSWERED:
            return gettext("%(who)s answered a note") % words
        case NoticeKind.KILL:
            return str(words["what"])
        case NoticeKind.SCHEDULED if start := _start(notice):
            return gettext("%(what)s by %(who)s, for %(time)s") % {**words, "time": start}
    return gettext("%(what)s by %(who)s") % words


def quoted(notice: Notice) -> str:
    """Return the words of the person who acted: a reason, or a note; "" if there are none."""
    if notice.note:
        return notice.note.text
    return notice.entry.reason if notice.entry else ""


def _start(notice: Notice) -> str:
    detail = notice.entry.detail if notice.entry else {}
    start = detail.get("visible_from")
    return format_time(datetime.fromisoformat(start)) if start else ""
