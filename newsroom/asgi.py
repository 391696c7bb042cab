"""The ASGI application: `granian --interface asgi newsroom.asgi:application` serves it.

A server runs in production unless NEWSROOM_ENV says otherwise: only manage.py may assume
development.
"""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("NEWSROOM_ENV", "production")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_asgi_application()
