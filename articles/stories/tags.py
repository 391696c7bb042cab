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
    former = FormerSlug.objects.present().filter(kind=SlugKind.TAG, slug__in=map(name_slug, typed))
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


def are_same_tags(names: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether both are the same tags now, some maybe since a rename or a merge."""
    first, second = set(names), set(others)
    return first == second or _present_keys(first) == _present_keys(second)


def _present_keys(names: Iterable[str]) -> set[str]:
    """Return what tells the tags with these names, present and former ones, from others."""
    slugs: dict[str, str] = {}
    keys = set()
    for name in Tag.objects.order_by("-pk").values_list("name", flat=True):
        keys.add(tag_key(name))
        slugs[name_slug(name)] = tag_key(name)
    # After a rename that leaves the slug as it is, nothing leads from the former name.
    return {
        key if (key := tag_key(name)) in keys else slugs.get(name_slug(name), key)
        for name in known_tags(names)
    }
