"""Verbs on wire copy lock in the order of all others, so that none waits for ever."""

from collections.abc import Callable
from threading import Thread
from time import sleep

import pytest
from django.db import connection, transaction

from articles import wire
from articles.links import lock_matching
from articles.models import WireCopy
from newsroom.accounts.models import User
from tests.helpers import managing_editor
from tests.wire.helpers import article, story, take

VERBS: dict[str, Callable[..., object]] = {
    "accept": wire.accept_update,
    "dismiss": wire.dismiss,
    "make own": wire.make_own_story,
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_no_row_is_locked_before_the_lock_on_headlines(verb: Callable[..., object]) -> None:
    anna = managing_editor("anna")
    story(article("Council raises fees"), anna)
    offer = take(article("Council raises fees", text="Other words."), anna).wire_copy
    assert offer

    def run(by: User) -> None:
        try:
            verb(offer, by=by)
        finally:
            connection.close()

    thread = Thread(target=run, args=[anna])
    with transaction.atomic():
        lock_matching()
        thread.start()
        sleep(0.5)
        # What deleting the story would do next: it must not wait for the other.
        WireCopy.objects.select_for_update(nowait=True).get(pk=offer.pk)
    thread.join()
    offer.refresh_from_db()
    assert offer.outcome != "offered"


@pytest.mark.django_db(transaction=True)
def test_copy_is_read_outside_the_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = managing_editor("anna")
    read: list[bool] = []
    parse = wire.ingest.__globals__["read_copy"].__globals__["parse"]

    def watched(*args: object, **kwargs: object) -> object:
        read.append(connection.in_atomic_block)
        return parse(*args, **kwargs)

    for module in (wire.ingest.__globals__["read_copy"], wire.accept_update, wire.make_own_story):
        monkeypatch.setitem(module.__globals__, "parse", watched)
    story(article("Council raises fees"), anna)
    assert read == [False]
    offer = take(article("Council raises fees", text="Other words."), anna).wire_copy
    assert read == [False] * 2
    assert offer
    wire.accept_update(offer, by=anna)
    assert read == [False] * 3
