"""Tags: one for each word, whichever capitals and forms of letters it is written in."""

from collections.abc import Iterable

from taggit.models import Tag

from articles.models import FormerSlug, SlugKind
from articles.text import name_slug, one_form, tag_key


def known_tags(names: Iterable[str]) -> tuple[str, ...]:
    """Return the tags by the names that the newsroom has for them already, each once, sorted.

    A synonym becomes its tag.
    """
    wanted: dict[str, str] = {}
    typed = [one_form(name) for name in names]
    former = FormerSlug.objects.filter(kind=SlugKind.TAG, slug__in=map(name_slug, typed))
    synonyms = dict(former.values_list("slug", "name")) if typed else {}
    for name in (synonyms.get(name_slug(name), name) for name in typed):
        if key := tag_key(name):
            wanted.setdefault(key, name)
    if wanted:
        # Neither database compares all scripts without regard to capitals.
        for name in Tag.objects.order_by("-pk").values_list("name", flat=True):
            if (key := tag_key(name)) in wanted:
                wanted[key] = name
    return tuple(sorted(wanted.values()))
