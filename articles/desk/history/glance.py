"""What differs between two published versions, at a glance: nothing is compared word by word."""

import json
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from articles.models import PublishedVersion
from articles.writing import field_names


@dataclass(frozen=True, slots=True)
class Glance:
    """A version by its fields and by the hashes of its blocks, in order: little, however long."""

    fields: dict[str, Hashable]
    blocks: tuple[int, ...]


def glance_at(version: PublishedVersion) -> Glance:
    """Return what is needed of a version to say at a glance what changed."""
    content = version.content
    fields: dict[str, Hashable] = {
        "headline": version.headline,
        "slug": version.slug,
        "summary": version.summary,
        "section": version.section_id,
        "authors": _hash(version.byline),
        "tags": _hash(content.get("tags", [])),
        "places": content.get("dateline", "").strip(),
        "lead_picture": (version.picture_id, _hash(content.get("picture"))),
    }
    # Versions from before related links were frozen say nothing of them.
    if "related" in content:
        fields["related"] = _hash(content["related"])
    # Readers do not see the key of a block.
    blocks = tuple(_hash({**block, "key": ""}) for block in content.get("blocks", []))
    return Glance(fields, blocks)


def what_changed(old: Glance, new: Glance) -> str:
    """Return the fields that differ, and how many blocks, as one line; empty if nothing does."""
    told = field_names(
        name
        for name, value in old.fields.items()
        if name in new.fields and value != new.fields[name]
    )
    before, after = Counter(old.blocks), Counter(new.blocks)
    if count := max((before - after).total(), (after - before).total()):
        text = ngettext("text (%(count)s block)", "text (%(count)s blocks)", count)
        told.append(text % {"count": count})
    elif old.blocks != new.blocks:
        told.append(gettext("text (order)"))
    return ", ".join(told)


def _hash(data: object) -> int:
    return hash(json.dumps(data, sort_keys=True, ensure_ascii=False))
