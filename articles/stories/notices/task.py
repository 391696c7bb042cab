"""Notices by mail as background work."""

from django_tasks import task

from articles.stories.notices.mail import send_due_notices


@task
def send_notices() -> None:
    """Send what is due to the end, so that nothing is sent twice."""
    send_due_notices()
