"""One command takes the demo away, and nothing that somebody else has made."""

from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import DatabaseError
from pytest_django import Settings
from taggit.models import Tag

from articles.core import NotPossible, clock
from articles.database import without_rules
from articles.demo import StoryFile, fill, remove
from articles.links import moderation
from articles.models import (
    AuditEntry,
    Author,
    BreakingNews,
    Front,
    FrontSlot,
    Picture,
    Place,
    PublishedVersion,
    Revision,
    Section,
    Story,
    WireCopy,
)
from articles.people import EDITOR
from articles.publishing import publish
from newsroom.accounts.models import User
from tests import helpers
from tests.factories import NOON, make_picture

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = (
    *(AuditEntry, Author, Picture, Place, PublishedVersion, Revision, Section, Story, Tag),
    *(WireCopy, User, Front, FrontSlot, BreakingNews),
)


@pytest.fixture(autouse=True)
def _in_development(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = True
    helpers.person(EDITOR)


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in TABLES}


def files() -> int:
    return sum(path.is_file() for path in Path(project.MEDIA_ROOT).rglob("*"))


def test_nothing_is_left_of_it(some: list[StoryFile]) -> None:
    before, files_before = rows(), files()
    fill(password="a long password", files=some)
    assert files() > files_before

    removed = remove()

    assert removed.kept == ()
    assert removed.stories == len(some) - 1
    assert rows() == before
    assert files() == files_before
    with pytest.raises(NotPossible, match="no demo"):
        remove()
    # The rules that were lifted are back.
    version = publish(helpers.ready(), by=helpers.managing_editor())
    with pytest.raises(DatabaseError, match="never deleted"):
        version.delete()


def test_what_people_made_stays(some: list[StoryFile]) -> None:
    fill(password="a long password", files=some)
    editor = helpers.managing_editor()
    own = helpers.ready("Our own story", tags=("rivers",))
    publish(own, by=editor)
    picture = make_picture(caption="Our own", alt="Ours", credit="Us")
    unused = Tag.objects.create(name="unused")
    # They changed a story of the demo, linked to another, and decided on the links of a third.
    changed = Story.objects.get(headline__startswith="Tram drivers")
    helpers.changed(changed, by=editor)
    storm = Story.objects.get(headline__startswith="Storm Wilma")
    for link in storm.related_links.undecided():
        moderation.approve(link, by=editor)
    target = Story.objects.get(headline__startswith="A comet")
    helpers.relate(own, target=target, by=editor)

    removed = remove()

    assert set(removed.kept) >= {changed.headline, target.headline}
    assert set(Story.objects.values_list("headline", flat=True)) == {own.headline, *removed.kept}
    assert Picture.objects.filter(pk=picture.pk).exists()
    assert target.published_versions.visible(clock.now()).exists()
    assert Picture.objects.filter(led_stories=target).exists()
    assert own.audit_log.exists()
    assert set(own.tags.names()) == {"rivers"}
    assert not Story.objects.filter(pk=storm.pk).exists()
    assert Tag.objects.filter(pk=unused.pk).exists()


def test_nothing_is_removed_outside_development(settings: Settings) -> None:
    settings.NEWSROOM_DEVELOPMENT = False
    with pytest.raises(NotPossible, match="development only"):
        remove()
    with pytest.raises(RuntimeError, match="development only"), without_rules():
        pass
    with pytest.raises(RuntimeError, match="development only"), clock.standing_at(NOON):
        pass
