"""How forms are rendered: as Django does, without its colons after the labels."""

from typing import Any

from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString


class PlainField(BoundField):
    """A field whose label is its name."""

    def label_tag(
        self, contents: Any = None, attrs: Any = None, label_suffix: Any = None, tag: Any = None
    ) -> SafeString:
        """Return the label, with a suffix only where somebody asks for one."""
        return super().label_tag(contents, attrs, label_suffix or "", tag)


class FormRenderer(DjangoTemplates):
    """Renders every form of the site."""

    bound_field_class = PlainField
