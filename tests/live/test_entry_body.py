from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from time_machine import Traveller

from articles import live
from articles.core import NewsroomError, NotPossible
from articles.models import Picture, Story
from articles.pictures import delete_picture, take_down
from tests.factories import NOON, make_picture
from tests.helpers import managing_editor
from tests.live.entries import publish, write

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("<h2>Now</h2><p>A <b>b</b></p>", "<p>Now</p>\n<p>A <strong>b</strong></p>"),
        ("<p>A</p><hr><ul><li>B</li></ul>", "<p>A</p>\n<ul><li><p>B</p></li></ul>"),
        ("<script>x</script><p onclick='x'>A</p>", "<p>A</p>"),
        (
            '<aside data-block="pull-quote" data-key="abcd1234">Words</aside>',
            "<blockquote><p>Words</p></blockquote>",
        ),
        ('<aside data-block="also-read" data-key="abcd1234">Words</aside>', "<p>Words</p>"),
    ],
)
def test_an_entry_has_fewer_kinds_of_blocks(story: Story, sent: str, kept: str) -> None:
    assert write(story, sent).body == kept


@pytest.mark.parametrize("sent", ["", "<p> </p>", "\u200b", "<hr>", f"<p>{'a' * 20_000}</p>"])
def test_what_is_no_text_of_an_entry_is_refused(story: Story, sent: str) -> None:
    with pytest.raises(NewsroomError):
        write(story, sent)


def figure(key: int, alt: str) -> str:
    return (
        f'<figure data-block="figure" data-key="abcd1234" data-picture="{key}" data-alt="{alt}">'
        "<figcaption>The river</figcaption></figure>"
    )


def test_an_entry_has_a_picture_that_readers_get(story: Story) -> None:
    picture = make_picture(credit="Ana/Agency")
    html = publish(write(story, figure(picture.pk, "Water"))).body_html
    assert 'alt="Water"' in html
    assert "Ana/Agency" in html
    for text, told in (
        (figure(picture.pk, ""), "needs alternative text"),
        (figure(picture.pk + 1, "Water"), "no longer there"),
        (figure(picture.pk, "A") + figure(picture.pk, "B"), "one picture only"),
    ):
        with pytest.raises(NewsroomError, match=told):
            publish(write(story, text))
    Picture.objects.update(licence_until="2025-08-31")
    with pytest.raises(NewsroomError, match="only lasts until 31 August 2025"):
        publish(write(story, figure(picture.pk, "A")))


def test_a_picture_that_readers_see_in_an_entry_stays(story: Story, clock: Traveller) -> None:
    picture = make_picture()
    entry = write(story, figure(picture.pk, "Water"))
    with pytest.raises(ProtectedError):
        delete_picture(picture)
    publish(entry)
    clock.move_to(NOON + MINUTE, tick=False)
    with pytest.raises(NotPossible, match="Flood watch"):
        take_down(picture, by=managing_editor(), reason="Theirs.")
    live.withdraw_entry(entry, by=managing_editor(), reason="Wrong.")
    take_down(picture, by=managing_editor(), reason="Theirs.")
    with pytest.raises(NewsroomError, match="no longer there"):
        publish(entry)
