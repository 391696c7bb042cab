"""Each verb of the newsroom, with what it needs: `VERBS[name]()` prepares and returns it.

`PAIRS` has two that meet at the same story or picture.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from articles import live as live_blogs
from articles import pictures, publishing, writing
from articles.links import moderation
from articles.models import Change, CorrectionKind, RelatedLink, Revision, Shape, Story
from articles.pictures import Box, PictureForm
from articles.stories import WorkingCopy, working_copy_of
from tests.factories import PICTURE, make_picture
from tests.helpers import changed, draft, managing_editor, ready, relate
from tests.wire.helpers import article, take

BODY = (
    "<p>The two words, and more.</p>"
    '<aside data-block="pull-quote" data-key="quote{0:05}" data-speaker="Xi">two words</aside>'
    '<aside data-block="also-read" data-key="also0{0:04}" data-label="Also Read | ">Else</aside>'
)
Verb = Callable[[], object]
_numbers = count(1)


def body() -> str:
    """Return a body with keyed blocks of its own."""
    return BODY.format(next(_numbers))


def live() -> Story:
    """Return a story that readers see, with a change that is ready to be published."""
    story = ready(f"Live {next(_numbers)}", body=body())
    publishing.publish(story, by=managing_editor())
    return changed(story)


def scheduled() -> Story:
    """Return a story that readers see and will see another version of."""
    story = live()
    publishing.schedule(story, by=managing_editor(), at=timezone.now() + timedelta(hours=1))
    return changed(story)


def suggested() -> RelatedLink:
    """Return a link on which nobody has decided."""
    link = relate(live(), headline="Else", url="https://else.test")
    RelatedLink.objects.filter(pk=link.pk).update(
        state="suggested", decided_by=None, decided_at=None
    )
    return link


def create() -> Verb:
    copy = WorkingCopy(f"New {next(_numbers)}", body=body(), tags=("land",), places=("Kyiv",))
    by = managing_editor()
    return lambda: writing.create(copy, by=by)


def save() -> Verb:
    story = ready(body=body(), places=("Kyiv",))
    copy = replace(
        working_copy_of(story), headline="Other", body=body(), tags=("a", "b"), places=("Oslo",)
    )
    return lambda: writing.save(story, copy, by=managing_editor())


def restore_revision() -> Verb:
    save()()
    revision = Revision.objects.order_by("pk").last()
    assert revision
    first = Revision.objects.get(story=revision.story, number=1)
    return lambda: writing.restore_revision(first, by=managing_editor())


def delete() -> Verb:
    save()()
    story = Story.objects.order_by("pk").last()
    assert story
    return lambda: writing.delete(story, by=managing_editor())


def ingest() -> Verb:
    number = next(_numbers)
    source = article(f"Copy {number}", f"Live {number}")
    by = managing_editor()
    return lambda: take(source, by)


def submit() -> Verb:
    story = draft()
    return lambda: writing.submit(story, by=managing_editor())


def send_back() -> Verb:
    story = writing.submit(draft(), by=managing_editor())
    return lambda: writing.send_back(story, by=managing_editor(), reason="Too long.")


def publish() -> Verb:
    story = live()
    return lambda: publishing.publish(story, by=managing_editor())


def schedule() -> Verb:
    story = scheduled()
    at = timezone.now() + timedelta(hours=2)
    return lambda: publishing.schedule(story, by=managing_editor(), at=at)


def unschedule() -> Verb:
    story = scheduled()
    return lambda: publishing.unschedule(story, by=managing_editor())


def unschedule_one() -> Verb:
    story = scheduled()
    version = story.published_versions.latest("visible_from")
    return lambda: publishing.unschedule(story, by=managing_editor(), version=version)


def reschedule() -> Verb:
    version = scheduled().published_versions.latest("visible_from")
    at = timezone.now() + timedelta(hours=2)
    return lambda: publishing.reschedule(version, by=managing_editor(), at=at)


def set_embargo() -> Verb:
    story = draft()
    at = timezone.now() + timedelta(hours=2)
    return lambda: publishing.set_embargo(story, by=managing_editor(), until=at, reason="They ask.")


def lift_embargo() -> Verb:
    story, at = draft(), timezone.now() + timedelta(hours=2)
    publishing.set_embargo(story, by=managing_editor(), until=at, reason="They ask.")
    return lambda: publishing.lift_embargo(story, by=managing_editor(), reason="They let us.")


def withdraw() -> Verb:
    story = scheduled()
    return lambda: publishing.withdraw(story, by=managing_editor(), note="It was not so.")


def reinstate() -> Verb:
    story = live()
    publishing.withdraw(story, by=managing_editor())
    return lambda: publishing.reinstate(story, by=managing_editor())


def approve_link() -> Verb:
    link = suggested()
    return lambda: moderation.approve(link, by=managing_editor(), reason="Good.")


def add_correction() -> Verb:
    story = live()
    return lambda: publishing.add_correction(
        story, by=managing_editor(), kind=CorrectionKind.UPDATE, text="More."
    )


def retract_correction() -> Verb:
    note = publishing.add_correction(
        live(), by=managing_editor(), kind=CorrectionKind.UPDATE, text="More."
    )
    return lambda: publishing.retract_correction(note, by=managing_editor(), reason="Less.")


def upload() -> Verb:
    image = SimpleUploadedFile("flags.jpg", PICTURE.read_bytes())
    by = managing_editor()

    def send() -> None:
        form = PictureForm({"alt": "Flags"}, {"image": image})
        assert form.is_valid()
        pictures.add_picture(form, by=by)

    return send


def uploads() -> Verb:
    """Return several uploads at once, a thread each, as the server works on them."""
    verbs = [upload() for _ in range(3)]

    def send_one(verb: Verb) -> None:
        try:
            verb()
        finally:
            connection.close()

    def send() -> None:
        with ThreadPoolExecutor(len(verbs)) as threads:
            list(threads.map(send_one, verbs))

    return send


def refocus() -> Verb:
    picture = make_picture(alt="Flags")
    by_hand, by = {Shape.SQUARE: Box(0, 0, 0.5, 0.75)}, managing_editor()
    return lambda: pictures.refocus(picture, (0.1, 0.2), by_hand, by=by)


def take_down() -> Verb:
    picture = make_picture(alt="Flags")
    return lambda: pictures.take_down(picture, by=managing_editor(), reason="Rights.")


def retract_correction_and_reschedule() -> tuple[Verb, Verb]:
    story, by = live(), managing_editor()
    at = timezone.now() + timedelta(hours=1)
    version = publishing.schedule(story, by=by, at=at, change=Change.CORRECTION, note="Not so.")
    note = version.corrections.get()
    return (
        lambda: publishing.retract_correction(note, by=by, reason="It was so."),
        lambda: publishing.reschedule(version, by=by, at=at + timedelta(hours=1)),
    )


def take_down_and_publish() -> tuple[Verb, Verb]:
    picture, by = make_picture(alt="Flags", caption="Flags", credit="Ana"), managing_editor()
    story = ready(f"Live {next(_numbers)}", lead_picture=picture)
    return (
        lambda: pictures.take_down(picture, by=by, reason="Rights."),
        lambda: publishing.publish(story, by=by),
    )


def take_down_and_reinstate() -> tuple[Verb, Verb]:
    (take, publish_it), by = take_down_and_publish(), managing_editor()
    publish_it()
    story = Story.objects.latest("pk")
    publishing.withdraw(story, by=by)
    return take, lambda: publishing.reinstate(story, by=by)


def half_done() -> Verb:
    """No verb of the newsroom: two writes with nothing around them, to see that it is seen."""
    story = draft()

    def two_writes() -> None:
        Story.objects.filter(pk=story.pk).update(summary="Half")
        Story.objects.filter(pk=story.pk).update(summary="Done")

    return two_writes


def correct_entry() -> Verb:
    story, by = live(), managing_editor()
    live_blogs.start_coverage(story, by=by)
    entry = live_blogs.write_entry(story, live_blogs.EntryCopy("<p>It rains.</p>"), by=by)
    live_blogs.publish_entry(entry, by=by)
    live_blogs.save_entry(entry, live_blogs.EntryCopy("<p>It snows.</p>", note="No rain."), by=by)
    return lambda: live_blogs.publish_entry(entry, by=by)


VERBS: dict[str, Callable[[], Verb]] = {
    verb.__name__: verb
    for verb in (
        create,
        save,
        restore_revision,
        delete,
        ingest,
        submit,
        send_back,
        publish,
        schedule,
        unschedule,
        unschedule_one,
        reschedule,
        set_embargo,
        lift_embargo,
        withdraw,
        reinstate,
        approve_link,
        add_correction,
        retract_correction,
        refocus,
        correct_entry,
        half_done,
    )
}
#: Those with files, which no transaction takes back.
WITH_FILES: dict[str, Callable[[], Verb]] = {
    "upload": upload,
    "uploads": uploads,
    "take_down": take_down,
}
PAIRS: dict[str, Callable[[], tuple[Verb, Verb]]] = {
    pair.__name__: pair
    for pair in (
        retract_correction_and_reschedule,
        take_down_and_publish,
        take_down_and_reinstate,
    )
}
