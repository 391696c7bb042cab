"""Send notices by mail to those who want them so."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from articles.management.repeat import Repeated
from articles.stories import notices


class Command(Repeated):
    help = "Send the notices that wait to be sent by mail. Several may run at the same time."
    done = "sent"

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.NEWSROOM_SENDS_MAIL:
            raise CommandError("No mail can be sent: set NEWSROOM_MAIL_HOST (docs/settings.md).")
        super().handle(*args, **options)

    def work(self, stopped: Callable[[], bool]) -> int:
        """Send what is due to the end, so that nothing is sent twice; return how many were sent."""
        return notices.send_due_notices()
