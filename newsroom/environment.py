"""The one place that reads the environment: variables in, typed values out, or a refusal.

docs/settings.md lists the variables; tests/project/test_settings.py lists what is refused.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from dj_database_url import DBConfig
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from newsroom.unsafe import refuse_unsafe
from newsroom.validation import (
    are_hosts,
    at_least,
    describe,
    is_bucket,
    is_dateline_style,
    is_endpoint,
    is_header,
    is_host,
    is_language,
    is_line,
    is_name,
    is_path,
    is_sender,
    is_site_url,
    one_of,
)

BASE_DIR = Path(__file__).resolve().parent.parent

# This machine's own names: development answers to no others, whatever address it listens on.
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
DEVELOPMENT_KEY = "django-insecure-for-development-on-this-machine-only-never-elsewhere"

DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
MAIL_SECURITY = ("starttls", "tls", "none")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
#: The largest servers of Mastodon.
MASTODON_HOSTS = ["mastodon.social", "mastodon.online", "mstdn.social", "mastodon.world"]
A_YEAR = 365 * 24 * 60 * 60
#: More makes dates that no calendar has.
MOST_SECONDS = 10 * A_YEAR
#: In the time zones that a system knows; none is a place.
NO_PLACES = {"Factory", "localtime"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Everything that an operator can set. Times are in seconds, sizes in bytes."""

    development: bool
    debug: bool
    secret_key: str
    allowed_hosts: tuple[str, ...]
    data_dir: Path
    database: DBConfig
    database_pool: int
    language: str
    time_zone: str
    log_level: str
    admin_path: str
    ssl_redirect: bool
    proxy_ssl_header: str
    proxy_address_header: str
    proxies: int
    hsts_seconds: int
    hsts_subdomains: bool
    name: str
    dateline_style: str
    also_read_label: str
    wire_max_bytes: int
    links_per_story: int
    mastodon_hosts: tuple[str, ...]
    two_people: bool
    login_failures: int
    login_wait_seconds: int
    session_idle_seconds: int
    session_age_seconds: int
    page_cache_bytes: int
    shared_cache_seconds: int
    serve_without_database: bool
    url: str
    mail_host: str
    mail_port: int
    mail_user: str
    mail_password: str
    mail_security: str
    mail_from: str
    s3_bucket: str
    s3_endpoint: str
    s3_region: str
    s3_access_key: str
    s3_secret_key: str


def is_development() -> bool:
    """Return whether this is a developer's machine.

    NEWSROOM_ENV decides. If it is not set, setting SECRET_KEY, ALLOWED_HOSTS or DEBUG=false means
    production; newsroom.wsgi and newsroom.asgi set it to production themselves. Raise
    ImproperlyConfigured if it is any other word.
    """
    env = Env()
    word = env.str("NEWSROOM_ENV", "")
    if word in ("development", "production"):
        return word == "development"
    if word:
        raise ImproperlyConfigured(
            f"NEWSROOM_ENV is “{word}”. Set it to development or to production."
        )
    served = "SECRET_KEY" in os.environ or "ALLOWED_HOSTS" in os.environ
    return not served and env.bool("DEBUG", True)


def read() -> Environment:
    """Read the environment and return its values.

    Raise ImproperlyConfigured, with the name of the variable, if a value cannot be used or is
    unsafe in production.
    """
    try:
        environment = _read()
    except EnvError as error:
        raise ImproperlyConfigured(describe(error)) from error
    _refuse_read_only(environment)
    if not environment.development:
        refuse_unsafe(environment)
    return environment


def _read() -> Environment:
    env = Env()
    development = is_development()
    data_dir = _data_dir(env)
    return Environment(
        development=development,
        debug=env.bool("DEBUG", development),
        secret_key=env.str("SECRET_KEY", DEVELOPMENT_KEY if development else ""),
        allowed_hosts=LOCAL_HOSTS if development else _hosts(env),
        data_dir=data_dir,
        database=_database(env, data_dir),
        database_pool=env.int("NEWSROOM_DATABASE_POOL", 8, validate=at_least(1, 1000)),
        language=env.str("NEWSROOM_LANGUAGE", "en-gb", validate=is_language),
        time_zone=env.str(
            "NEWSROOM_TIME_ZONE",
            "UTC",
            validate=one_of(
                available_timezones() - NO_PLACES,
                "Write the name of a time zone, such as Europe/Berlin.",
            ),
        ),
        log_level=env.str(
            "NEWSROOM_LOG_LEVEL",
            "INFO",
            validate=one_of(LOG_LEVELS, f"Write one of {', '.join(LOG_LEVELS)}."),
        ),
        admin_path=env.str("NEWSROOM_ADMIN_PATH", "admin/", validate=is_path),
        ssl_redirect=env.bool("NEWSROOM_SSL_REDIRECT", True),
        proxy_ssl_header=(proxy := env.str("NEWSROOM_PROXY_SSL_HEADER", "", validate=is_header)),
        # Otherwise all visitors behind the proxy would share its IP address, and one throttle.
        proxy_address_header=env.str(
            "NEWSROOM_PROXY_ADDRESS_HEADER",
            "X-Forwarded-For" if proxy else "",
            validate=is_header,
        ),
        proxies=env.int("NEWSROOM_PROXIES", 1, validate=at_least(1, 100)),
        hsts_seconds=env.int("NEWSROOM_HSTS_SECONDS", A_YEAR, validate=at_least(0, MOST_SECONDS)),
        hsts_subdomains=env.bool("NEWSROOM_HSTS_SUBDOMAINS", True),
        name=env.str("NEWSROOM_NAME", "Newsroom", validate=is_name),
        dateline_style=env.str(
            "NEWSROOM_DATELINE_STYLE",
            "{places}[, {date}][ ({agency})]: ",
            validate=is_dateline_style,
        ),
        also_read_label=env.str("NEWSROOM_ALSO_READ_LABEL", "", validate=is_line),
        wire_max_bytes=env.int("NEWSROOM_WIRE_MAX_BYTES", 1024**2, validate=at_least(1)),
        links_per_story=env.int("NEWSROOM_LINKS_PER_STORY", 20, validate=at_least(1)),
        mastodon_hosts=tuple(
            env.list(
                "NEWSROOM_MASTODON_HOSTS", MASTODON_HOSTS, subcast=str.strip, validate=are_hosts
            )
        ),
        two_people=env.bool("NEWSROOM_TWO_PEOPLE", False),
        login_failures=env.int("NEWSROOM_LOGIN_FAILURES", 10, validate=at_least(1)),
        login_wait_seconds=env.int(
            "NEWSROOM_LOGIN_WAIT_SECONDS", 15 * 60, validate=at_least(1, MOST_SECONDS)
        ),
        session_idle_seconds=env.int(
            "NEWSROOM_SESSION_IDLE_SECONDS", 12 * 60 * 60, validate=at_least(300, MOST_SECONDS)
        ),
        session_age_seconds=env.int(
            "NEWSROOM_SESSION_AGE_SECONDS", 7 * 24 * 60 * 60, validate=at_least(300, MOST_SECONDS)
        ),
        page_cache_bytes=env.int("NEWSROOM_PAGE_CACHE_BYTES", 32 * 1024**2, validate=at_least(0)),
        shared_cache_seconds=env.int("NEWSROOM_SHARED_CACHE_SECONDS", 10, validate=at_least(0)),
        serve_without_database=env.bool("NEWSROOM_SERVE_WITHOUT_DATABASE", False),
        url=env.str("NEWSROOM_URL", _url(env, development), validate=is_site_url).rstrip("/"),
        mail_host=env.str("NEWSROOM_MAIL_HOST", "", validate=is_host),
        mail_port=env.int("NEWSROOM_MAIL_PORT", 587, validate=at_least(1, 65_535)),
        mail_user=env.str("NEWSROOM_MAIL_USER", ""),
        mail_password=env.str("NEWSROOM_MAIL_PASSWORD", ""),
        mail_security=env.str(
            "NEWSROOM_MAIL_SECURITY",
            "starttls",
            validate=one_of(MAIL_SECURITY, f"Write one of {', '.join(MAIL_SECURITY)}."),
        ),
        mail_from=env.str("NEWSROOM_MAIL_FROM", "newsroom@localhost", validate=is_sender),
        s3_bucket=env.str("NEWSROOM_S3_BUCKET", "", validate=is_bucket),
        s3_endpoint=env.str("NEWSROOM_S3_ENDPOINT", "", validate=is_endpoint),
        s3_region=env.str("NEWSROOM_S3_REGION", "us-east-1"),
        s3_access_key=env.str("NEWSROOM_S3_ACCESS_KEY", ""),
        s3_secret_key=env.str("NEWSROOM_S3_SECRET_KEY", ""),
    )


def _hosts(env: Env) -> tuple[str, ...]:
    hosts = env.list("ALLOWED_HOSTS", [], subcast=str)
    return tuple(host.strip() for host in hosts if host.strip())


def _url(env: Env, development: bool) -> str:
    """Return where the site is, if nothing says so: its first host that is a full name."""
    named = (host for host in _hosts(env) if not host.startswith("."))
    return "http://127.0.0.1:8000" if development else f"https://{next(named, 'localhost')}"


def _data_dir(env: Env) -> Path:
    """Return the data folder, which is made if it is missing."""
    folder = env.path("NEWSROOM_DATA_DIR", BASE_DIR / "var")
    if os.environ.get("NEWSROOM_DATA_DIR") == "":
        raise ImproperlyConfigured("NEWSROOM_DATA_DIR is empty. Write the path of a folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"NEWSROOM_DATA_DIR is “{folder}”, which cannot be created: {error.strerror}."
        ) from error
    return folder


def _refuse_read_only(environment: Environment) -> None:
    """Raise ImproperlyConfigured if pictures or the database have to be where nothing can be."""
    is_elsewhere = environment.s3_bucket and "sqlite3" not in environment.database["ENGINE"]
    if not is_elsewhere and not os.access(environment.data_dir, os.W_OK):
        raise ImproperlyConfigured(
            f"NEWSROOM_DATA_DIR is “{environment.data_dir}”, which cannot be written to."
        )


def _database(env: Env, data_dir: Path) -> DBConfig:
    database: DBConfig = env.dj_db_url("DATABASE_URL", f"sqlite:///{data_dir / 'newsroom.sqlite3'}")
    if database["ENGINE"] not in DATABASES:
        raise ImproperlyConfigured(
            "DATABASE_URL names a database that Newsroom does not run on. "
            "Use PostgreSQL (postgresql://…) or SQLite (sqlite:///…)."
        )
    # Each thread would have its own in memory.
    named = database.get("NAME") or database.get("OPTIONS", {}).get("service")
    if named in (None, ":memory:"):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database. Write postgresql://USER:PASSWORD@HOST:5432/NAME or"
            " sqlite:////path/to/file."
        )
    return database
