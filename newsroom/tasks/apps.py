from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    """The worker, which takes the place of django-tasks-db's under the same name."""

    name = "newsroom.tasks"
    verbose_name = _("Background work")
