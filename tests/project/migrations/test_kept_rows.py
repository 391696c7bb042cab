"""A database from before keeps what pages showed, from now on by rules of its own."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import SectionPeriod
from tests.factories import make_section
from tests.project.conftest import Migrate


def delete() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_sectionperiod WHERE name = 'Sea'")


def test_periods_are_kept_from_now_on(migrate: Migrate) -> None:
    for name in ("Land", "Sea"):
        make_section(name)
    migrate("articles", "0033_picture_looks")
    delete()
    assert [one.name for one in SectionPeriod.objects.all()] == ["Land"]

    migrate()
    make_section("Sea ice", slug="sea-ice")
    with pytest.raises(IntegrityError, match="section_period_is_kept"), transaction.atomic():
        SectionPeriod.objects.all().delete()
    assert SectionPeriod.objects.count() == 2
