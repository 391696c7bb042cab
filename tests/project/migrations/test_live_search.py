"""Entries from before are found once they are indexed, and coverage is kept from now on."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from articles.models import EntryVersionWords, EntryWords, LiveCoverage
from articles.search import VersionSearch, find_entries, parse
from tests.factories import NOON, make_coverage, make_live_entry, make_version
from tests.project.conftest import Migrate

BEFORE = "0036_live_rules"


def test_entries_are_indexed_and_coverage_is_kept(migrate: Migrate) -> None:
    story = make_version().story
    make_live_entry(story, body="<p>A zeppelin lands.</p>")
    migrate("articles", BEFORE)
    make_coverage(story)
    LiveCoverage.objects.all().delete()
    migrate()

    make_coverage(story)
    with pytest.raises(IntegrityError, match="live_coverage_is_kept"), transaction.atomic():
        LiveCoverage.objects.all().delete()
    query = parse("zeppelins")
    assert not find_entries(query).exists()
    call_command("search_index", "rebuild", "--missing", verbosity=0)
    call_command("search_index", "check")
    assert find_entries(query).exists()
    assert VersionSearch(query, NOON).total == 1
    assert EntryWords.objects.count() == EntryVersionWords.objects.count() == 1
