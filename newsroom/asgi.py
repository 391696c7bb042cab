"""The ASGI application: `granian --interface asgi newsroom.asgi:application` serves it.

A server runs in production unless NEWSROOM_ENV says otherwise: only manage.py may assume
development.
"""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.utils.module_loading import import_string

from newsroom import wsgi
from newsroom.encoding import Utf8ASGIRequest

os.environ.setdefault("NEWSROOM_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django = get_asgi_application()
# As django.core.handlers has it for subclasses.
django.request_class = Utf8ASGIRequest
# In development a changed template shows at once.
application = (
    django
    if settings.DEBUG
    else import_string(settings.NEWSROOM_ASGI_DOOR)(django, wsgi.application)
)
