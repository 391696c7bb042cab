"""Notices of a kind that a database from before does not know."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from articles.models import AuditEntry, Notice
from tests.factories import NOON, make_story, make_user
from tests.project.conftest import Migrate

BEFORE, NAME = "0024_linked_pages", "0025_notices_and_previews"


def test_notices_of_stories_taken_back_go_and_the_others_stay(migrate: Migrate) -> None:
    story, person = make_story(), make_user()
    for kind in ("returned_to_draft", "approved"):
        entry = AuditEntry.objects.create(
            story=story, headline="Harvest", action=kind, at=NOON, to_state="draft"
        )
        Notice.objects.create(to=person, kind=kind, story=story, entry=entry, at=NOON)

    old: Any = migrate("articles", BEFORE).get_model("articles", "Notice").objects
    assert [notice.kind for notice in old.all()] == ["approved"]
    with pytest.raises(IntegrityError, match="notice_kind_legal"), transaction.atomic():
        old.update(kind="returned_to_draft")

    new: Any = migrate("articles", NAME).get_model("articles", "Notice").objects
    new.update(kind="returned_to_draft")
    assert Notice.objects.get().kind == "returned_to_draft"
