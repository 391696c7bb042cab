"""Which functions and methods a reference may mean."""

from collections.abc import Iterator

from mypy.nodes import Decorator, FuncDef, MemberExpr, OverloadedFuncDef, SuperExpr, TypeInfo
from mypy.types import Instance, ProperType, UnionType, get_proper_type

from tests.architecture.inferred import Reference


def targets(reference: Reference) -> Iterator[str]:
    """Yield the functions and methods that a reference may mean, by their dotted paths."""
    node = reference.node
    if isinstance(node, SuperExpr):
        yield from _methods(reference.type, node.name)
        return
    match node.node:
        case FuncDef() | Decorator() | OverloadedFuncDef() as function:
            yield function.fullname
        case TypeInfo() as made:
            yield from _methods(Instance(made, []), "__init__")
        case _ if isinstance(node, MemberExpr):
            yield from _methods(reference.type, node.name)
        case _:
            yield from _methods(reference.type, "__call__")


def _methods(kind: ProperType | None, name: str) -> Iterator[str]:
    if isinstance(kind, UnionType):
        for item in kind.items:
            yield from _methods(get_proper_type(item), name)
    elif isinstance(kind, Instance) and (found := kind.type.get(name)) and found.node:
        yield found.node.fullname
