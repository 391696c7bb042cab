"""Find the stories that also-read lines mean, and the lines that mean a story."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Max
from django.utils import timezone
from rapidfuzz import fuzz, process

from articles.models import AuditEntry, LinkState, RelatedLink, RelatedLinkQuerySet, Story

#: How alike two headlines are at least, in per cent, to be taken for the same one.
CLOSE = 90.0
#: Any number, the same for all who match.
LOCK = 7_204_113


def one_at_a_time() -> None:
    """Wait for others who write: two at once would not see each other's headlines and lines.

    Must come before any row is locked. On SQLite each transaction is alone anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


class Headlines:
    """The headlines of all stories and of all lines without a decision, by number.

    They are read when they are first asked for. Who keeps them for many writes calls `refresh`
    at the start of each, which reads what was written since.
    """

    def __init__(self) -> None:
        self._stories: dict[int, str] | None = None
        self._lines: dict[int, str] | None = None
        self._seen = 0

    def refresh(self) -> None:
        """Read what was saved since the last time; nothing of this transaction must be written."""
        if self._stories is None or self._lines is None:
            # First, so that what is saved meanwhile is read again rather than missed.
            self._seen = AuditEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
            self._stories, self._lines = _stories(), _lines()
            return
        new = dict(AuditEntry.objects.filter(pk__gt=self._seen).values_list("pk", "story_id"))
        if new:
            self._seen = max(new)
            changed = [story for story in new.values() if story]
            self._stories |= _stories(pk__in=changed)
            self._lines |= _lines(story__in=changed)

    def best_for(self, link: RelatedLink) -> tuple[int, str, float] | None:
        """Give the story that the line means best, its headline, and how alike they are.

        The headline decides between equals, so that the order of arrival decides nothing.
        """
        stories = Story.objects.exclude(pk=link.story_id)
        if self._stories is None:
            same = stories.filter(headline_key=link.headline_key).values_list("pk", flat=True)
            if (pk := same.order_by("pk").first()) is not None:
                return pk, link.headline_key, 100.0
            self._stories = _stories()
        near = _close(link.headline_key, self._stories)
        there = dict(stories.filter(pk__in=near).values_list("pk", "headline_key"))
        return min(
            ((pk, headline, near[pk]) for pk, headline in there.items()),
            key=lambda found: (-found[2], found[1], found[0]),
            default=None,
        )

    def lines_for(self, story: Story) -> dict[int, float]:
        """Give the lines that mean the story, by number, with how alike they are."""
        if self._lines is None:
            self._lines = _lines()
        return _close(story.headline_key, self._lines)


def match_links(lines: Iterable[RelatedLink], headlines: Headlines) -> None:
    """Suggest a target for each of the lines on which nobody has chosen or decided."""
    if keys := [link.pk for link in lines]:
        for link in _open().filter(pk__in=keys).select_related("target"):
            if found := headlines.best_for(link):
                _suggest(link, *found)


def rematch_links_to(story: Story, headlines: Headlines) -> None:
    """Look again at the open lines that found the story by a headline that it no longer has.

    Each says how alike they are now, and keeps the story until a better one is found.
    """
    for link in _open().filter(target=story).select_related("target"):
        link.score = fuzz.ratio(link.headline_key, story.headline_key)
        _open().filter(pk=link.pk).update(score=link.score)
        if found := headlines.best_for(link):
            _suggest(link, *found)


def match_story(story: Story, headlines: Headlines) -> None:
    """Suggest the story, whose headline is new, to each open line that means it best."""
    likeness = headlines.lines_for(story)
    for link in _open().filter(pk__in=likeness).exclude(story=story).select_related("target"):
        _suggest(link, story.pk, story.headline_key, likeness[link.pk])


def firm_links_to(story: Story) -> RelatedLinkQuerySet:
    """Give the links in use that somebody chose or decided on, not merely found by headline."""
    in_use = RelatedLink.objects.to_moderate(timezone.now()).filter(target=story)
    return in_use.exclude(pk__in=_open().values("pk"))


def release_links_to(story: Story) -> list[RelatedLink]:
    """Let the lines wait again that found the story by its headline, or are used no more.

    Gives them, to be linked up anew. No link may be firm.
    """
    lines = list(RelatedLink.objects.filter(target=story))
    RelatedLink.objects.filter(pk__in=[link.pk for link in lines]).update(
        state=LinkState.WAITING,
        **dict.fromkeys(("target", "score", "suggested_by", "decided_by", "decided_at")),
    )
    return lines


def _suggest(link: RelatedLink, target: int, headline: str, likeness: float) -> None:
    if link.target:
        best = (-(link.score or 0), link.target.headline_key)
        if best <= (-likeness, headline):
            return
    # Asked again: a moderator may have decided meanwhile.
    _open().filter(pk=link.pk).update(target=target, score=likeness, state=LinkState.SUGGESTED)


def _open() -> RelatedLinkQuerySet:
    """Give the lines in bodies for which nobody has chosen or decided."""
    lines = RelatedLink.objects.undecided().exclude(key="").exclude(headline_key="")
    return lines.filter(suggested_by=None, url="")


def _lines(**of: object) -> dict[int, str]:
    return dict(_open().filter(**of).values_list("pk", "headline_key"))


def _stories(**of: object) -> dict[int, str]:
    return dict(Story.objects.filter(**of).values_list("pk", "headline_key"))


def _close(headline: str, known: dict[int, str]) -> dict[int, float]:
    """Give the keys of the headlines that are close to this one, with how alike they are."""
    hits = process.extract(headline, known, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None)
    return {key: likeness for _, likeness, key in hits}
