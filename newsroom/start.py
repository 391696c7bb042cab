"""What a worker of the server does as it starts, while it answers already."""

from threading import Thread

from django.conf import settings
from django.utils.module_loading import import_string


def begin() -> None:
    """Call each function of `NEWSROOM_AT_START` in a thread of its own."""
    for name in settings.NEWSROOM_AT_START:
        Thread(target=import_string(name), name=name, daemon=True).start()
