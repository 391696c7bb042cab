"""The WSGI application: `granian --interface wsgi newsroom.wsgi:application` serves it.

A server runs in production unless NEWSROOM_ENV says otherwise: only manage.py may assume
development.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("NEWSROOM_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
