"""A database from before gets the rules that hold now, and keeps its rows."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles.database import remove_rules
from articles.models import CacheChange, CacheVersion, PublishedVersion, RelatedLink
from tests.factories import (
    HOUR,
    NOON,
    make_correction,
    make_embargo,
    make_story,
    make_version,
)
from tests.project.conftest import Migrate

ERASE = {
    "sqlite": "REPLACE INTO articles_publishedversion SELECT * FROM articles_publishedversion",
    "postgresql": "TRUNCATE articles_story CASCADE",
}


def erase() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ERASE[connection.vendor])


def test_rows_are_kept_and_no_longer_erased(migrate: Migrate) -> None:
    kept = make_version()
    migrate("articles", "0005_private_originals")
    erase()

    migrate()
    if connection.vendor == "postgresql":
        kept = make_version()
    with pytest.raises(DatabaseError, match="is_not_erased"):
        erase()
    assert kept in PublishedVersion.objects.all()


def test_the_change_log_is_put_in_place_and_taken_away(migrate: Migrate) -> None:
    version = make_version()
    assert CacheChange.objects.filter(key=f"story:{version.story_id}").exists()

    def number() -> int:
        return CacheVersion.objects.get().number

    draft = make_story()
    before = number()
    old = migrate("articles", "0011_published_version_section")
    # Of a draft too: without the log, every write renews the cache version.
    links = old.get_model("articles", "RelatedLink").objects
    link = links.create(story_id=draft.pk, url="https://else.test")
    assert number() != before

    migrate()
    before = number()
    RelatedLink.objects.filter(pk=link.pk).update(label="See")
    assert number() == before
    make_correction(version.story)
    assert number() != before
    assert set(CacheChange.objects.values_list("key", flat=True)) == {
        "articles_correction",
        f"story:{version.story_id}",
    }
    assert version in PublishedVersion.objects.all()


def test_the_embargo_of_an_update_is_put_in_place(migrate: Migrate) -> None:
    seen = make_version(visible_from=NOON - HOUR, visible_until=NOON + 4 * HOUR)
    migrate("articles", "0009_one_tag_a_word")
    with connection.schema_editor(atomic=False) as editor:
        remove_rules(None, editor)

    migrate()
    make_embargo(seen.story, set_at=NOON, until=NOON + 3 * HOUR)
    with pytest.raises(IntegrityError, match="under embargo"), transaction.atomic():
        make_version(seen.story, visible_from=NOON + HOUR, visible_until=NOON + 2 * HOUR)
    make_version(seen.story, visible_from=NOON + 4 * HOUR)
