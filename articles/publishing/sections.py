"""Sections: what they are called, and their order in the menu. Pages show it as it was then."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext

from articles.core import NotPossible, refuse
from articles.models import Section, SectionPeriod, SlugKind
from articles.publishing.next_period import next_period
from articles.publishing.terms import move_slug


@transaction.atomic
def save_section(section: Section) -> Section:
    """Save the section as readers get it from now on; a former slug leads to the present one."""
    before = Section.objects.select_for_update(no_key=True).filter(pk=section.pk).first()
    section.save()
    _keep(section.pk, section)
    if before and before.slug != section.slug:
        move_slug(SlugKind.SECTION, before.slug, section.slug, section.name)
    return section


@transaction.atomic
def delete_section(section: Section) -> None:
    """Delete the section. Raise ProtectedError if a story has it, or had it as readers saw it."""
    key = section.pk
    section.delete()
    _keep(key, None)


def section_keys() -> list[int]:
    """Return the primary keys of the sections in the order in which they stand."""
    return list(Section.objects.values_list("pk", flat=True))


def check_order_sections(
    keys: Sequence[int], shown: Sequence[int] | None = None
) -> NotPossible | None:
    """Return why the sections cannot be in this order; None if they can.

    `shown` is the order that a page showed, if a person was asked.
    """
    if shown is not None and list(shown) != section_keys():
        return NotPossible(
            gettext("Somebody else has changed the sections. Look at the list, and order it again.")
        )
    if sorted(keys) == sorted(Section.objects.values_list("pk", flat=True)):
        return None
    return NotPossible(
        gettext("Sections were added or deleted meanwhile. Look at the list, and order it again.")
    )


@transaction.atomic
def order_sections(keys: Sequence[int], *, shown: Sequence[int] | None = None) -> None:
    """Put the sections with these primary keys, which are all of them, in this order.

    `shown` is the order that a page showed, if a person was asked. Raise `NotPossible`.
    """
    sections = {
        one.pk: one for one in Section.objects.select_for_update(no_key=True).order_by("pk")
    }
    refuse(check_order_sections(keys, shown))
    for position, key in enumerate(keys, 1):
        section = sections[key]
        if section.position != position:
            section.position = position
            section.save(update_fields=["position"])
            _keep(section.pk, section)


def _keep(key: int, section: Section | None) -> None:
    """Keep what readers get of the section with this primary key; None: it is gone."""
    made = None
    if section:
        said = {"name": section.name, "slug": section.slug, "position": section.position}
        made = SectionPeriod(section=section, **said)
    last = SectionPeriod.objects.filter(section_id=key).newest()
    ended, begun = next_period(last, made)
    if ended:
        ended.save(update_fields=["valid_until"])
    if begun:
        begun.save(force_insert=True)
