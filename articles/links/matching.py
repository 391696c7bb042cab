"""Find the stories to which related links in bodies refer, by headline."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Max
from rapidfuzz import fuzz, process

from articles.core import clock
from articles.links.periods import keep_decisions
from articles.links.rules import rejected_targets, rejecting_stories
from articles.models import AuditEntry, LinkState, RelatedLink, RelatedLinkQuerySet, Story

#: Headlines count as the same story from this similarity on, in per cent.
MIN_SIMILARITY = 90.0
#: Any number, as long as everything that matches uses the same one.
LOCK = 7_204_113


def lock_matching() -> None:
    """Wait for other writers: two at once would not see each other's headlines and links.

    Call it before any row is locked. On SQLite only one transaction writes at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


class Headlines:
    """The headlines of all stories and of all open links, by primary key.

    They are read when they are first needed. To keep them for many writes, call `refresh` at the
    start of each: it reads what has been written since.
    """

    def __init__(self) -> None:
        self._stories: dict[int, str] | None = None
        self._links: dict[int, str] | None = None
        self._seen = 0

    def refresh(self) -> None:
        """Read what was saved since the last call; this transaction must not have written yet."""
        if self._stories is None or self._links is None:
            # First, so that what is saved in the meantime is read twice rather than missed.
            self._seen = AuditEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
            self._stories, self._links = _stories(), _links()
            return
        new = dict(AuditEntry.objects.filter(pk__gt=self._seen).values_list("pk", "story_id"))
        if new:
            self._seen = max(new)
            changed = [story for story in new.values() if story]
            self._stories |= _stories(pk__in=changed)
            self._links |= _links(story__in=changed)

    def best_for(self, link: RelatedLink) -> tuple[int, str, float] | None:
        """Return the story that fits the link best, its headline, and the similarity in per cent.

        Between equals the headline decides, so that the order of arrival makes no difference.
        """
        rejected = rejected_targets(link.story_id)
        stories = Story.objects.exclude(pk=link.story_id).exclude(pk__in=rejected)
        if self._stories is None:
            same = stories.filter(headline_key=link.headline_key).values_list("pk", flat=True)
            if (pk := same.order_by("pk").first()) is not None:
                return pk, link.headline_key, 100.0
            self._stories = _stories()
        near = _similar(link.headline_key, self._stories)
        there = dict(stories.filter(pk__in=near).values_list("pk", "headline_key"))
        return min(
            ((pk, headline, near[pk]) for pk, headline in there.items()),
            key=lambda found: (-found[2], found[1], found[0]),
            default=None,
        )

    def links_for(self, story: Story) -> dict[int, float]:
        """Return the open links that fit the story, by primary key, with the similarity of each."""
        if self._links is None:
            self._links = _links()
        return _similar(story.headline_key, self._links)


def match_links(links: Iterable[RelatedLink], headlines: Headlines) -> None:
    """Suggest a target for each of the links for which nobody has chosen or decided on one."""
    if keys := [link.pk for link in links]:
        for link in _open().filter(pk__in=keys).select_related("target"):
            if found := headlines.best_for(link):
                _suggest(link, *found)


def rematch_links_to(story: Story, headlines: Headlines) -> None:
    """Match again the open links that found the story by a headline that it no longer has.

    Each gets the similarity as it is now, and keeps the story until a better one is found.
    """
    for link in _open().filter(target=story).select_related("target"):
        link.score = fuzz.ratio(link.headline_key, story.headline_key)
        _open().filter(pk=link.pk).update(score=link.score)
        if found := headlines.best_for(link):
            _suggest(link, *found)


def match_story(story: Story, headlines: Headlines) -> None:
    """Suggest the story, whose headline is new, for each open link that it fits best."""
    similarity = headlines.links_for(story)
    fitting = _open().filter(pk__in=similarity).exclude(story=story)
    for link in fitting.exclude(story__in=rejecting_stories(story)).select_related("target"):
        _suggest(link, story.pk, story.headline_key, similarity[link.pk])


def firm_links_to(story: Story) -> RelatedLinkQuerySet:
    """Return the links in use that somebody chose or decided on, not those found by headline."""
    in_use = RelatedLink.objects.to_moderate(clock.now()).filter(target=story)
    return in_use.exclude(pk__in=_open().values("pk"))


def release_links_to(story: Story) -> list[RelatedLink]:
    """Return the links to the story, which wait for a story again, so that they can be matched.

    None of them may be firm: links after a body that led to it have been removed everywhere, and
    are deleted.
    """
    RelatedLink.objects.filter(target=story, key="").delete()
    links = list(RelatedLink.objects.filter(target=story))
    RelatedLink.objects.filter(pk__in=[link.pk for link in links]).update(
        state=LinkState.WAITING,
        reason="",
        decided_label="",
        decided_headline="",
        decided_after_body=False,
        decided_order=None,
        **dict.fromkeys(("target", "score", "suggested_by", "decided_by", "decided_at")),
    )
    links = list(RelatedLink.objects.filter(pk__in=[link.pk for link in links]))
    keep_decisions(links)
    return links


def _suggest(link: RelatedLink, target: int, headline: str, similarity: float) -> None:
    if link.target:
        best = (-(link.score or 0), link.target.headline_key)
        if best <= (-similarity, headline):
            return
    # The condition again: a moderator may have decided in the meantime.
    if (
        _open()
        .filter(pk=link.pk)
        .update(target=target, score=similarity, state=LinkState.SUGGESTED)
    ):
        link.target_id, link.score, link.state = target, similarity, LinkState.SUGGESTED
        keep_decisions([link])


def _open() -> RelatedLinkQuerySet:
    """Return the links in bodies for which nobody has chosen or decided on a target."""
    links = RelatedLink.objects.undecided().exclude(key="").exclude(headline_key="")
    return links.filter(suggested_by=None, url="")


def _links(**of: object) -> dict[int, str]:
    return dict(_open().filter(**of).values_list("pk", "headline_key"))


def _stories(**of: object) -> dict[int, str]:
    return dict(Story.objects.filter(**of).values_list("pk", "headline_key"))


def _similar(headline: str, known: dict[int, str]) -> dict[int, float]:
    """Return the keys of the headlines that are similar to this one, with the similarity."""
    hits = process.extract(
        headline, known, scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY, limit=None
    )
    return {key: similarity for _, similarity, key in hits}
