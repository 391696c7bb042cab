"""A process of its own that reads pages: `python -m tests.readers.cache.reader`.

It takes lines of JSON with a path and the time, and answers each with the page as it serves it
and as it is without the page cache.
"""

import json
import sys
from datetime import datetime

import django
import time_machine
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string


def main() -> None:
    """Answer until the input ends."""
    django.setup()
    settings.NEWSROOM_DATABASE_CLOCK = False
    settings.ALLOWED_HOSTS = ["testserver"]
    # What it imports needs the models.
    reader = import_string("tests.readers.cache.at_the_door.Reader")()
    client = Client(headers={"host": "testserver"})
    for line in sys.stdin:
        path, at = json.loads(line)
        with time_machine.travel(datetime.fromisoformat(at), tick=False):
            served = reader.get(path)
            # Past the door, so nothing is cached.
            built = client.get(path)
        answers = [[answer.status_code, answer.text] for answer in (served, built)]
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
