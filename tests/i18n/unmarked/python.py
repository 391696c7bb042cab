"""Texts for people in Python that are not marked for translation."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import CODE, Module
from tests.i18n.unmarked.html import Words
from tests.i18n.unmarked.words import has_words, in_line, is_date_format, is_sentence
from tools.messages.sources import KEYWORDS

ERRORS = "articles.core.errors"
#: Only developers and operators read what these say, or the log.
FOR_DEVELOPERS = frozenset(
    {
        *("AssertionError", "CommandError", "ImproperlyConfigured", "KeyError", "LookupError"),
        *("MiddlewareNotUsed", "NotImplementedError", "OperationalError"),
        *("RuntimeError", "TypeError", "ValueError"),
        *("debug", "info", "warning", "error", "critical", "exception", "log"),
    }
)
LOGGERS = frozenset({"logger", "log", "logging"})
#: All that is said to people goes through one of these.
TELLS = frozenset(
    {
        *(node.name for node in CODE[ERRORS].tree.body if isinstance(node, ast.ClassDef)),
        *("Http404", "PermissionDenied", "ValidationError", "add_error", "add_message"),
        *("HttpResponse", "HttpResponseForbidden", "HttpResponseNotFound"),
        *(f"messages.{level}" for level in ("debug", "info", "success", "warning", "error")),
    }
)
#: What Django stores in English, and shows where managing editors give permissions.
STORED = frozenset({"permissions"})
#: Arguments, attributes and keys whose texts are shown, a single word too.
SHOWN = frozenset(
    {
        *("label", "help_text", "verbose_name", "verbose_name_plural", "description", "title"),
        *("short_description", "empty_label", "violation_error_message", "legend", "submit"),
        *("subtitle", "site_header", "site_title", "index_title", "placeholder", "aria-label"),
    }
)
#: The names of apps are labels too.
NOT_SHOWN = frozenset({"label"})
#: Fields of forms and models whose first argument is another model or a list.
RELATIONS = frozenset({"ForeignKey", "ManyToManyField", "OneToOneField", "GenericForeignKey"})
SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|SET|WITH) ")
FORMATS = frozenset({"date_format", "time_format", "format"})


def unmarked(module: Module) -> list[Words]:
    """Return the texts of the module, each with its line."""
    finder = _Finder()
    finder.visit(module.tree)
    return finder.found


class _Finder(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[Words] = []
        self.choices = False

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name in KEYWORDS:
            self._put_together(node)
        elif not _is_for_developers(node):
            if name.endswith("Field") and name not in RELATIONS:
                self._shown(*node.args[:1])
            if {name, f"{_object(node.func)}.{name}"} & TELLS:
                # A single word is the name of a field, or a code.
                self._shown(*(said for said in node.args if " " in _text(said)))
            if name in FORMATS:
                self._formats(node)
            for keyword in node.keywords:
                if keyword.arg in SHOWN:
                    self._shown(keyword.value)
            self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in SHOWN:
                self._shown(value)
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self.choices = self.choices, any("Choices" in _name(base) for base in node.bases)
        self._body(node)
        self.choices = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._body(node)

    def visit_Module(self, node: ast.Module) -> None:
        self._body(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {_name(target) for target in node.targets}
        if names & STORED:
            return
        if names & SHOWN - NOT_SHOWN:
            self._shown(node.value)
        if self.choices and isinstance(node.value, ast.Tuple):
            self._shown(node.value.elts[-1])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if is_sentence(_text(node)) and not SQL.match(_text(node)):
            self._add(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        if is_sentence(_text(node)) and not SQL.match(_text(node)):
            self._add(node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def _body(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> None:
        if isinstance(node, ast.Module):
            children: list[ast.AST] = list(node.body)
        else:
            children = list(ast.iter_child_nodes(node))
        for child in children:
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if not is_docstring:
                self.visit(child)

    def _put_together(self, call: ast.Call) -> None:
        for text in call.args[:3]:
            if isinstance(text, ast.JoinedStr | ast.BinOp):
                self._add(text, "is put together before it is translated: ")

    def _formats(self, call: ast.Call) -> None:
        for text in call.args[1:2]:
            if is_date_format(_text(text)):
                self._add(text, "date format ")

    def _shown(self, *nodes: ast.expr) -> None:
        """Take note of literals that are shown, where their form does not say so anyway.

        Abbreviations, such as “SHA-256”, are the same in each language.
        """
        for node in nodes:
            text = _text(node)
            if has_words(text) and not text.isupper() and not is_sentence(text):
                self._add(node)

    def _add(self, node: ast.expr, told: str = "") -> None:
        self.found.append((node.lineno, f"{told}{in_line(_text(node))}"))


def _is_for_developers(call: ast.Call) -> bool:
    name = _name(call.func)
    return name in FOR_DEVELOPERS and (name[0].isupper() or _object(call.func) in LOGGERS)


def _name(node: ast.expr) -> str:
    """Return the last part of a dotted name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _object(node: ast.expr) -> str:
    return _name(node.value) if isinstance(node, ast.Attribute) else ""


def _text(node: ast.expr) -> str:
    """Return what a literal says, without its values; "" for what is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values)) if node.values else ""
    if isinstance(node, ast.BinOp):
        return _text(node.left) + _text(node.right)
    return ""


def marked(module: Module) -> Iterator[Words]:
    """Yield the texts of the module that are marked, each with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in KEYWORDS:
            number = 1 if name.startswith(("pgettext", "npgettext")) else 0
            if len(node.args) > number and _text(node.args[number]):
                yield node.lineno, _text(node.args[number])
