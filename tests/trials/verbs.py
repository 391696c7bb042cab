"""Each verb of the newsroom, with what it needs: `VERBS[name]()` prepares and gives it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count

from django.utils import timezone

from articles import (
    corrections,
    embargo,
    moderation,
    moves,
    publishing,
    revisions,
    working_copy,
    writing,
)
from articles.enums import Act, CorrectionKind
from articles.models import RelatedLink, Revision, Story
from articles.working_copy import WorkingCopy
from tests.desk import chief, draft, ready
from tests.wire.desk import article, take

BODY = (
    "<p>The two words, and more.</p>"
    '<aside data-block="pull-quote" data-key="quote{0:05}" data-speaker="Xi">two words</aside>'
    '<aside data-block="also-read" data-key="also0{0:04}" data-label="Also Read | ">Else</aside>'
)
Verb = Callable[[], object]
_numbers = count(1)


def body() -> str:
    """Give a body with keyed blocks of its own."""
    return BODY.format(next(_numbers))


def live() -> Story:
    """Give a story that readers see, whose copy is ready again."""
    story = ready(f"Live {next(_numbers)}", body=body())
    publishing.publish(story, by=chief())
    return story


def scheduled() -> Story:
    """Give a story that readers see and will see another edition of."""
    story = live()
    publishing.schedule(story, by=chief(), at=timezone.now() + timedelta(hours=1))
    return story


def suggested() -> RelatedLink:
    """Give a link on which nobody has decided."""
    link = moderation.suggest(live(), by=chief(), headline="Else", address="https://else.test")
    RelatedLink.objects.filter(pk=link.pk).update(
        state="suggested", decided_by=None, decided_at=None
    )
    return link


def create() -> Verb:
    copy = WorkingCopy(f"New {next(_numbers)}", body=body(), tags=("land",), places=("Kyiv",))
    by = chief()
    return lambda: writing.create(copy, by=by)


def save() -> Verb:
    story = ready(body=body(), places=("Kyiv",))
    copy = replace(
        working_copy.of(story), headline="Other", body=body(), tags=("a", "b"), places=("Oslo",)
    )
    return lambda: writing.save(story, copy, by=chief())


def bring_back() -> Verb:
    save()()
    revision = Revision.objects.order_by("pk").last()
    assert revision
    first = Revision.objects.get(story=revision.story, number=1)
    return lambda: revisions.bring_back(first, by=chief())


def delete() -> Verb:
    save()()
    story = Story.objects.order_by("pk").last()
    assert story
    return lambda: writing.delete(story, by=chief())


def ingest() -> Verb:
    number = next(_numbers)
    source = article(f"Copy {number}", f"Live {number}")
    by = chief()
    return lambda: take(source, by)


def submit() -> Verb:
    story = draft()
    return lambda: moves.move(story, Act.SUBMIT, by=chief())


def send_back() -> Verb:
    story = moves.move(draft(), Act.SUBMIT, by=chief())
    return lambda: moves.move(story, Act.SEND_BACK, by=chief(), why="Too long.")


def publish() -> Verb:
    story = live()
    return lambda: publishing.publish(story, by=chief())


def schedule() -> Verb:
    story = scheduled()
    at = timezone.now() + timedelta(hours=2)
    return lambda: publishing.schedule(story, by=chief(), at=at)


def call_off() -> Verb:
    story = scheduled()
    return lambda: publishing.call_off(story, by=chief())


def call_off_one() -> Verb:
    story = scheduled()
    edition = story.editions.latest("visible_from")
    return lambda: publishing.call_off(story, by=chief(), edition=edition)


def reschedule() -> Verb:
    edition = scheduled().editions.latest("visible_from")
    at = timezone.now() + timedelta(hours=2)
    return lambda: publishing.reschedule(edition, by=chief(), at=at)


def put_embargo() -> Verb:
    story = draft()
    at = timezone.now() + timedelta(hours=2)
    return lambda: embargo.put(story, by=chief(), at=at, why="They ask.")


def lift_embargo() -> Verb:
    at = timezone.now() + timedelta(hours=2)
    story = embargo.put(draft(), by=chief(), at=at, why="They ask.")
    return lambda: embargo.lift(story, by=chief(), why="They let us.")


def withdraw() -> Verb:
    story = scheduled()
    return lambda: publishing.withdraw(story, by=chief(), note="It was not so.")


def restore() -> Verb:
    story = live()
    publishing.withdraw(story, by=chief())
    return lambda: publishing.restore(story, by=chief())


def approve_link() -> Verb:
    link = suggested()
    return lambda: moderation.approve(link, by=chief(), reason="Good.")


def correct() -> Verb:
    story = live()
    return lambda: corrections.add(story, by=chief(), kind=CorrectionKind.UPDATE, text="More.")


def take_back() -> Verb:
    note = corrections.add(live(), by=chief(), kind=CorrectionKind.UPDATE, text="More.")
    return lambda: corrections.take_back(note, by=chief(), why="Less.")


def half_done() -> Verb:
    """No verb of the newsroom: two writes with nothing around them, to see that it is seen."""
    story = draft()

    def two_writes() -> None:
        Story.objects.filter(pk=story.pk).update(summary="Half")
        Story.objects.filter(pk=story.pk).update(summary="Done")

    return two_writes


VERBS: dict[str, Callable[[], Verb]] = {
    verb.__name__: verb
    for verb in (
        create,
        save,
        bring_back,
        delete,
        ingest,
        submit,
        send_back,
        publish,
        schedule,
        call_off,
        call_off_one,
        reschedule,
        put_embargo,
        lift_embargo,
        withdraw,
        restore,
        approve_link,
        correct,
        take_back,
        half_done,
    )
}
