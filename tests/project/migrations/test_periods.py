"""What sections, authors and former slugs are called holds since before, once there are periods."""

import pytest
from django.db import DatabaseError, transaction

from articles.models import (
    BEGINNING,
    AuthorPeriod,
    CacheVersion,
    FormerSlug,
    Section,
    SectionPeriod,
    SlugKind,
)
from articles.publishing import move_slug, save_section
from tests.factories import make_picture
from tests.project.conftest import Migrate


def test_what_is_there_holds_since_the_beginning_and_is_kept_backwards(migrate: Migrate) -> None:
    portrait = make_picture()
    old = migrate("articles", "0024_linked_pages")
    old.get_model("articles", "Section").objects.create(name="Land", slug="land", position=2)
    authors = old.get_model("articles", "Author").objects
    authors.create(name="Ana", slug="ana", bio="One.", portrait_id=portrait.pk)
    authors.create(name="Ben", slug="ben")
    old.get_model("articles", "FormerSlug").objects.create(
        kind="tag", slug="crop", present="harvest", name="Harvest"
    )

    migrate()

    held = SectionPeriod.objects.values_list("name", "slug", "position", "valid_from")
    assert list(held) == [("Land", "land", 2, BEGINNING)]
    ana, ben = AuthorPeriod.objects.order_by("name")
    assert (ana.bio, ana.slug, bool(ana.portrait["src"]), ana.valid_from) == (
        "One.", "ana", True, BEGINNING,
    )  # fmt: skip
    assert ben.portrait == {}
    assert FormerSlug.objects.at(BEGINNING).get().present == "harvest"
    with pytest.raises(DatabaseError, match="section_period_is_frozen"), transaction.atomic():
        SectionPeriod.objects.update(name="Sea")
    section = Section.objects.get()
    section.name = "Country"
    save_section(section)
    move_slug(SlugKind.TAG, "harvest", "yield", "Yield")

    old = migrate("articles", "0024_linked_pages")
    assert old.get_model("articles", "Section").objects.get().name == "Country"
    former = old.get_model("articles", "FormerSlug").objects
    assert set(former.values_list("slug", "present")) == {("crop", "yield"), ("harvest", "yield")}
    before = CacheVersion.objects.get().number
    # Without periods, what readers see of a section is its row.
    old.get_model("articles", "Section").objects.update(name="Sea")
    assert CacheVersion.objects.get().number != before
    migrate()
    assert SectionPeriod.objects.get().name == "Sea"
