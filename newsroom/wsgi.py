"""The WSGI application: `granian --interface wsgi newsroom.wsgi:application` serves it.

A server runs in production unless NEWSROOM_ENV says otherwise: only manage.py may assume
development.
"""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from newsroom.encoding import Utf8WSGIRequest

os.environ.setdefault("NEWSROOM_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django = get_wsgi_application()
# As django.core.handlers has it for subclasses.
django.request_class = Utf8WSGIRequest
# In development a changed template shows at once.
application = django if settings.DEBUG else import_string(settings.NEWSROOM_DOOR)(django)
