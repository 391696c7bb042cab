"""Django's settings, made from newsroom.environment; docs/settings.md lists the variables."""

from datetime import timedelta
from typing import Any

from csp.constants import NONCE, NONE, SELF

from newsroom import environment

BASE_DIR = environment.BASE_DIR
_env = environment.read()
_env.data_dir.mkdir(parents=True, exist_ok=True)

# Settings of our own
NEWSROOM_DEVELOPMENT = _env.development
NEWSROOM_DATA_DIR = _env.data_dir
NEWSROOM_NAME = _env.name
NEWSROOM_ADMIN_PATH = _env.admin_path
#: Where the site is, without a slash at the end, for links in mails and those who get requests.
NEWSROOM_URL = _env.url
#: The view of the admin's first page, which belongs to the desk: (request, site) to response.
NEWSROOM_START_PAGE = "articles.desk.start.page.start_page"
NEWSROOM_DATELINE_STYLE = _env.dateline_style
NEWSROOM_ALSO_READ_LABEL = _env.also_read_label
NEWSROOM_WIRE_MAX_BYTES = _env.wire_max_bytes
NEWSROOM_LINKS_PER_STORY = _env.links_per_story
NEWSROOM_MASTODON_HOSTS = _env.mastodon_hosts
NEWSROOM_TWO_PEOPLE = _env.two_people
NEWSROOM_PROXY_ADDRESS_HEADER = _env.proxy_address_header
NEWSROOM_PROXIES = _env.proxies
NEWSROOM_SESSION_IDLE_SECONDS = _env.session_idle_seconds
NEWSROOM_SESSION_AGE_SECONDS = _env.session_age_seconds
NEWSROOM_PAGE_CACHE_BYTES = _env.page_cache_bytes
NEWSROOM_SHARED_CACHE_SECONDS = _env.shared_cache_seconds
#: Whether the database server's clock says what readers see, for all machines that share it.
NEWSROOM_DATABASE_CLOCK = _env.database["ENGINE"] == "django.db.backends.postgresql"
NEWSROOM_SERVE_WITHOUT_DATABASE = _env.serve_without_database

DEBUG = _env.debug
SECRET_KEY = _env.secret_key
ALLOWED_HOSTS = list(_env.allowed_hosts)

INSTALLED_APPS = [
    "articles",
    "newsroom.accounts",
    # Before django-tasks-db, whose worker has neither leases nor a schedule.
    "newsroom.tasks",
    "django_tasks",
    "django_tasks_db",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_prose_editor",
    "js_asset",
    "taggit",
]

# The session is only touched when something asks for it, so a page that does not ask starts no
# session and sets no cookie.
MIDDLEWARE = [
    "newsroom.security.HeadersMiddleware",
    "newsroom.retry.RetryMiddleware",
    "newsroom.limits.LimitsMiddleware",
    "articles.readers.cache.readers_middleware.ReadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.security.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before everything that reads what was sent.
    "newsroom.uploads.UploadsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.accounts.anonymous_bodies.AnonymousBodiesMiddleware",
    "newsroom.accounts.sessions.SessionEndMiddleware",
    "newsroom.accounts.preferences.PreferencesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "newsroom.unstorable.UnstorableMiddleware",
    "articles.desk.meanwhile.MeanwhileMiddleware",
]

# The WSGI application before Django's: a cached page never reaches Django.
NEWSROOM_DOOR = "articles.readers.cache.door.Door"
NEWSROOM_ASGI_DOOR = "articles.readers.cache.asgi_door.asgi_door"
# The only middleware that readers' pages pass through; none of it starts a session.
NEWSROOM_READERS_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "newsroom.security.ContentSecurityPolicyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"

# Readers' pages are Jinja templates: a list of twenty stories renders in a tenth of the time.
FORM_RENDERER = "newsroom.form_renderer.FormRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "pages"],
        "OPTIONS": {
            "environment": "articles.readers.jinja.environment",
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database
_SQLITE: dict[str, Any] = {
    # Writers wait for each other, and lock at the start instead of failing halfway through.
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
_POSTGRESQL: dict[str, Any] = {
    "pool": {"min_size": 1, "max_size": _env.database_pool, "timeout": 10},
    # For the queries of readers' pages, which leave values to the server (`PreparedQuery`).
    "prepare_threshold": 1,
}
_sqlite = _env.database["ENGINE"] == "django.db.backends.sqlite3"
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **_env.database,
        "OPTIONS": _env.database.get("OPTIONS", {}) | (_SQLITE if _sqlite else _POSTGRESQL),
        # PostgreSQL's connections are kept by the pool; a SQLite connection simply stays open.
        "CONN_MAX_AGE": None if _sqlite else 0,
        # The pool checks that a connection is still open before it lends it.
        "CONN_HEALTH_CHECKS": not _sqlite,
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "accounts.User"
_PASSWORD_RULES: dict[str, dict[str, Any]] = {
    "UserAttributeSimilarityValidator": {"user_attributes": ("username", "display_name", "email")},
    "MinimumLengthValidator": {"min_length": 12},
    "CommonPasswordValidator": {},
    "NumericPasswordValidator": {},
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in _PASSWORD_RULES.items()
]
LOGIN_URL = "admin:login"
# Where a log-in leads if it names no page of the site.
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "newsroom.accounts.sessions.form_refused"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "newsroom.accounts.backend.Backend",
]
AXES_HANDLER = "newsroom.accounts.throttling.Throttle"
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_FAILURE_LIMIT = _env.login_failures
AXES_COOLOFF_TIME = timedelta(seconds=_env.login_wait_seconds)
# Further attempts do not lengthen the lockout, so the wait that was announced stays true.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "newsroom.accounts.client_ip.client_ip"
AXES_LOCKOUT_CALLABLE = "newsroom.accounts.throttling.locked_out"
AXES_ENABLE_ACCESS_FAILURE_LOG = True
# The desk has its own pages for the logs of axes.
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# newsroom.accounts.sessions ends sessions; the cookie, renewed every minute, only has to live
# longer than that.
SESSION_COOKIE_AGE = max(_env.session_idle_seconds, _env.session_age_seconds) + 24 * 60 * 60

# Mail
#: In development, mails are files in the data folder.
NEWSROOM_SENDS_MAIL = _env.development or bool(_env.mail_host)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _env.mail_host
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = _env.data_dir / "mail"
EMAIL_HOST, EMAIL_PORT = _env.mail_host, _env.mail_port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _env.mail_user, _env.mail_password
EMAIL_USE_TLS = _env.mail_security == "starttls"
EMAIL_USE_SSL = _env.mail_security == "tls"
# Far less than until the next attempt (articles/stories/notices/mail.py).
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = _env.mail_from

# Background work (newsroom/tasks)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
#: What repeats: the dotted name of a task, and how many seconds after a run it is due again.
NEWSROOM_SCHEDULE = {
    "articles.links.tasks.check_links": 60,
    "articles.pictures.stray_files.remove_stray_files": 24 * 60 * 60,
    "articles.pictures.tasks.make_picture_looks": 60,
    "articles.pictures.tasks.remove_unused_files": 60 * 60,
    "newsroom.tasks.old_results.remove_old_results": 60 * 60,
}
if NEWSROOM_SENDS_MAIL:
    NEWSROOM_SCHEDULE["articles.stories.notices.task.send_notices"] = 15

# Language and time
LANGUAGE_CODE = _env.language
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = _env.time_zone
# The languages that people can choose for the desk.
NEWSROOM_INTERFACE_LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("ru", "Русский")]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"

# The longest body that can be saved (articles/body/bounds.py) in Chinese, as a form sends it: nine
# bytes a character. The rest of the form has 2 MiB.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024**2

# Files
STATIC_URL = "/static/"
STATIC_ROOT = _env.data_dir / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = _env.data_dir / "media"
# Not below MEDIA_ROOT, which a server in front may serve as it is.
NEWSROOM_ORIGINALS_ROOT = _env.data_dir / "originals"
# In folders of this machine, or of a bucket: nothing of it is public by itself.
_S3: dict[str, Any] = {
    "bucket_name": _env.s3_bucket,
    "endpoint_url": _env.s3_endpoint or None,
    "region_name": _env.s3_region,
    "access_key": _env.s3_access_key or None,
    "secret_key": _env.s3_secret_key or None,
}


def _folder(name: str, local: str) -> dict[str, Any]:
    if not _env.s3_bucket:
        return {"BACKEND": local}
    return {
        "BACKEND": "newsroom.object_storage.ObjectStorage",
        "OPTIONS": {**_S3, "location": name},
    }


STORAGES = {
    "default": _folder("media", "django.core.files.storage.FileSystemStorage"),
    "originals": _folder("originals", "newsroom.originals.OriginalsStorage"),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if _env.development
        else "newsroom.static_files.StaticFilesStorage"
    },
}
# In development and in tests, static files are served straight from their source folders.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = _env.development
# articles.stories.tags compares tags, in all scripts and on both databases.
TAGGIT_CASE_INSENSITIVE = False

# Transport
if not _env.development:
    SECURE_SSL_REDIRECT = _env.ssl_redirect
    SECURE_HSTS_SECONDS = _env.hsts_seconds
    SECURE_HSTS_INCLUDE_SUBDOMAINS = _env.hsts_subdomains
    SECURE_HSTS_PRELOAD = _env.hsts_subdomains
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
if _env.proxy_ssl_header:
    SECURE_PROXY_SSL_HEADER = (
        "HTTP_" + _env.proxy_ssl_header.upper().replace("-", "_"),
        "https",
    )

# What a browser may do
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
#: What returns the origins that frames may come from, besides the directives below.
NEWSROOM_FRAMES = "articles.embeds.frame_sources"
_POLICY: dict[str, list[Any]] = {
    "default-src": [SELF],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "object-src": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _POLICY}
# The body editor adds an inline import map (with the nonce) and a style element (without one),
# and shows pictures that have not been uploaded yet.
NEWSROOM_ADMIN_POLICY = _POLICY | {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "newsroom.log_lines.LineFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": _env.log_level},
    # Django's own handler would print each line a second time, or email it.
    "loggers": {
        "django": {"handlers": [], "level": _env.log_level},
        # Anyone can send a wrong host, as often as they like: not worth a line each time.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
