"""What mypy knows of the code: the type of each expression, and what each name refers to.

This uses mypy's own modules, which may change with its version. The lock file holds that, and the
examples fail if something is not found any more.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from mypy.build import build
from mypy.modulefinder import BuildSource
from mypy.nodes import (
    ClassDef,
    Decorator,
    Expression,
    FuncDef,
    MemberExpr,
    MypyFile,
    NameExpr,
    Node,
    OverloadedFuncDef,
)
from mypy.options import Options
from mypy.traverser import NameAndMemberCollector
from mypy.types import ProperType, Type, get_proper_type

from tests.architecture.examples import EXAMPLES
from tests.architecture.sources import CODE, ROOT, module

Functions = (FuncDef, Decorator, OverloadedFuncDef)


@dataclass(frozen=True)
class Reference:
    """A name (`publish`) or an attribute (`story.save`) that a function refers to."""

    module: str
    #: The function or method around it, by its dotted path; the module where there is none.
    function: str
    node: NameExpr | MemberExpr
    #: The type of the name itself, or of what comes before the attribute's dot; None for modules.
    type: ProperType | None
    #: The type of what comes before the dot before that, as `story` in `story.tags.set`.
    owner: ProperType | None


def references() -> list[Reference]:
    """Return all references in the product and in the examples."""
    code = {**CODE, **{found.name: found for found in (module(*it) for it in EXAMPLES.items())}}
    # Migrations write through models of their own time.
    code = {name: found for name, found in code.items() if found.room != "migrations"}
    made = build(
        [BuildSource(str(found.path), name, found.source) for name, found in code.items()],
        _options(),
    )
    return [
        Reference(name, function, node, *_types(node, made.types))
        for name in code
        for function, part in _functions(made.files[name], name)
        for node in _names(part)
    ]


def _options() -> Options:
    options = Options()
    options.config_file = str(ROOT / "pyproject.toml")  # which django-stubs reads
    options.plugins = ["mypy_django_plugin.main"]
    options.incremental = False
    options.cache_dir = os.devnull
    options.export_types = True
    options.preserve_asts = True
    options.check_untyped_defs = True
    options.ignore_missing_imports = True
    options.explicit_package_bases = True
    # Without types, but with models.
    options.per_module_options = {"taggit.*": {"follow_untyped_imports": True}}
    return options


def _functions(file: MypyFile, module: str) -> Iterator[tuple[str, Node]]:
    """Yield the functions and methods of a module by path; what is around them is the module's."""
    waiting: list[Node] = list(file.defs)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ClassDef):
            waiting += [*node.defs.body, *node.decorators]
        else:
            yield (node.fullname if isinstance(node, Functions) else module), node


def _names(part: Node) -> list[NameExpr | MemberExpr]:
    collector = NameAndMemberCollector()
    part.accept(collector)
    return [*collector.name_exprs, *collector.member_exprs]


def _types(
    node: NameExpr | MemberExpr, types: dict[Expression, Type]
) -> tuple[ProperType | None, ProperType | None]:
    before = node.expr if isinstance(node, MemberExpr) else node
    owner = before.expr if before is not node and isinstance(before, MemberExpr) else None
    return get_proper_type(types.get(before)), get_proper_type(types.get(owner) if owner else None)
