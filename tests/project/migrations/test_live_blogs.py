"""Live blogs come and go, and what stands beside them keeps its rules."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import CacheChange, EntryVersion, PublishedVersion
from tests.factories import HOUR, NOON, make_correction, make_live_entry, make_version
from tests.project.conftest import Migrate


def test_the_rules_and_triggers_of_other_tables_stand_before_and_after(migrate: Migrate) -> None:
    kept = make_version()

    def try_rules() -> None:
        with pytest.raises(IntegrityError, match="is_frozen"), transaction.atomic():
            PublishedVersion.objects.update(headline="Other")
        CacheChange.objects.all().delete()
        make_correction(kept.story)
        assert CacheChange.objects.filter(key=f"story:{kept.story_id}").exists()

    migrate("articles", "0034_kept_rows")
    try_rules()
    migrate()
    try_rules()
    entry = make_live_entry(kept.story)
    with pytest.raises(IntegrityError, match="is_frozen"), transaction.atomic():
        EntryVersion.objects.update(body_html="Other")
    migrate("articles", "0034_kept_rows")
    try_rules()
    migrate()
    assert PublishedVersion.objects.filter(pk=kept.pk).exists()
    assert not EntryVersion.objects.visible(NOON + HOUR).filter(pk=entry.pk).exists()
