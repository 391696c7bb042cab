"""Find the stories that also-read lines mean, and the lines that mean a new story."""

from rapidfuzz import fuzz, process

from articles.enums import LinkState
from articles.models import RelatedLink, Story

#: How alike two headlines are at least, in per cent, to be taken for the same one.
CLOSE = 90.0


def link_lines_of(story: Story) -> None:
    """Suggest a target for each undecided also-read line of the story."""
    lines = list(story.related_links.undecided().exclude(key="").exclude(headline_key=""))
    if not lines:
        return
    known = dict(Story.objects.exclude(pk=story.pk).values_list("pk", "headline_key"))
    for link in lines:
        # A list by headline, so that the order of arrival decides nothing.
        found = process.extract(
            link.headline_key, known, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None
        )
        if found:
            headline, likeness, pk = min(found, key=lambda hit: (-hit[1], hit[0], hit[2]))
            _suggest(link, pk, likeness, headline)


def link_lines_to(story: Story) -> None:
    """Suggest the story to each undecided also-read line, of any story, that means it best."""
    lines = RelatedLink.objects.undecided().exclude(key="").exclude(story=story)
    keys = dict(lines.values_list("pk", "headline_key"))
    hits = process.extract(
        story.headline_key, keys, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None
    )
    likeness = {pk: value for _, value, pk in hits}
    for link in lines.filter(pk__in=likeness).select_related("target"):
        _suggest(link, story.pk, likeness[link.pk], story.headline_key)


def _suggest(link: RelatedLink, target: int, likeness: float, headline: str) -> None:
    # Somebody chose this one.
    if link.suggested_by_id or link.address:
        return
    if link.target:
        best = (-(link.score or 0), link.target.headline_key)
        if best <= (-likeness, headline):
            return
    link.target_id, link.score, link.state = target, likeness, LinkState.SUGGESTED
    link.save(update_fields=["target", "score", "state"])
