"""Which tables a reference writes, known from the type of what comes before its dot."""

from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import FileField, Model
from mypy.maptype import map_instance_to_supertype
from mypy.nodes import MemberExpr, MypyFile, RefExpr
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    Overloaded,
    ProperType,
    Type,
    TypeType,
    TypeVarType,
    UnionType,
    get_proper_type,
)

from tests.architecture.inferred import Reference

_OF_ROWS = {
    *("create", "update", "delete", "bulk_create", "bulk_update"),
    *("get_or_create", "update_or_create", "set", "add", "remove", "clear"),
}
#: What writes one row, and what writes through a manager or a queryset.
OF_A_ROW = {"save", "asave", "save_base", "delete", "adelete"}
OF_ROWS = _OF_ROWS | {f"a{verb}" for verb in _OF_ROWS} | {"create_user", "create_superuser"}
OF_ROWS |= {"acreate_user", "acreate_superuser", "_raw_delete"}
VERBS = OF_A_ROW | OF_ROWS

MODEL = "django.db.models.base.Model"
FILE = "django.db.models.fields.files.FieldFile"
MANY_TO_MANY = "django.db.models.fields.related_descriptors.ManyRelatedManager"
#: Classes with the model as their first parameter, and what of theirs writes.
OF_A_MODEL = {
    "django.db.models.query.QuerySet": OF_ROWS,
    "django.db.models.manager.BaseManager": OF_ROWS,
    "django.forms.models.BaseModelForm": {"save"},
    "django.forms.models.BaseModelFormSet": {"save", "save_new", "save_existing"},
}


class Unknown(Exception):
    """Nothing says which table is written."""


def tables(reference: Reference) -> frozenset[str]:
    """Return the models whose tables a reference writes. Raise `Unknown`."""
    node = reference.node
    if not isinstance(node, MemberExpr) or node.name not in VERBS:
        return frozenset()
    if isinstance(node.expr, RefExpr) and isinstance(node.expr.node, MypyFile):
        return frozenset()
    if reference.type is None:
        raise Unknown
    return _written(reference.type, node, reference)


def _written(found: Type, node: MemberExpr, reference: Reference) -> frozenset[str]:
    match kind := get_proper_type(found):
        case AnyType():
            return _by_an_untyped_field(node, reference)
        case UnionType():
            return frozenset().union(*(_written(it, node, reference) for it in kind.items))
        case TypeVarType():
            return _written(kind.upper_bound, node, reference)
        case TypeType() | CallableType() | Overloaded():
            made = _instance(kind)
            return _by_class(made, node, reference) if made else frozenset()
        case Instance():
            return _by_class(kind, node, reference)
    return frozenset()


def _instance(kind: ProperType) -> Instance | None:
    """Return what a class makes, where the type is that of a class."""
    if isinstance(kind, TypeType):
        return kind.item if isinstance(kind.item, Instance) else None
    if isinstance(kind, Overloaded):
        kind = kind.items[0]
    made = get_proper_type(kind.ret_type) if isinstance(kind, CallableType) else None
    is_class = isinstance(kind, CallableType) and kind.is_type_obj()
    return made if is_class and isinstance(made, Instance) else None


def _by_class(kind: Instance, node: MemberExpr, reference: Reference) -> frozenset[str]:
    bases = {base.fullname: base for base in kind.type.mro}
    if MODEL in bases:
        return frozenset({_model(kind)}) if node.name in OF_A_ROW else frozenset()
    if FILE in bases and node.name in OF_A_ROW:
        # By default, the file's row is saved with it.
        return _by_an_untyped_field(node, reference)
    if MANY_TO_MANY in bases:
        to, through = map_instance_to_supertype(kind, bases[MANY_TO_MANY]).args
        targets = {_model(to)} if "create" in node.name else set()
        return frozenset({_model(through), *targets})
    for name, verbs in OF_A_MODEL.items():
        if name in bases and node.name in verbs:
            return frozenset({_model(map_instance_to_supertype(kind, bases[name]).args[0])})
    return frozenset()


def _by_an_untyped_field(node: MemberExpr, reference: Reference) -> frozenset[str]:
    """Return what a model's field writes if its own class has no types, such as taggit's."""
    field, row = node.expr, reference.owner
    if not isinstance(field, MemberExpr) or not isinstance(row, Instance):
        raise Unknown
    model = _models().get(row.type.fullname)
    if model is None:
        raise Unknown
    try:
        found = model._meta.get_field(field.name)
    except FieldDoesNotExist:
        raise Unknown from None
    if through := getattr(found.remote_field, "through", None):
        return frozenset({through.__name__})
    return frozenset({model.__name__}) if isinstance(found, FileField) else frozenset()


def _model(kind: Type) -> str:
    """Return the name of a model; of one that Django made for a field, the model of the field."""
    kind = get_proper_type(kind)
    if isinstance(kind, TypeVarType):
        kind = get_proper_type(kind.upper_bound)
    if not isinstance(kind, Instance) or kind.type.fullname == MODEL:
        raise Unknown
    known = (_models().get(base.fullname) for base in kind.type.mro)
    model = next((it for it in known if it), None)
    if model is None:
        raise Unknown
    made_for: Any = model._meta.auto_created or model._meta.concrete_model
    return str(made_for.__name__)


@cache
def _models() -> dict[str, type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return {f"{model.__module__}.{model.__qualname__}": model for model in models}
