"""What is asked before many links are decided on at once."""

from django import forms
from django.contrib.admin.helpers import ActionForm
from django.utils.translation import gettext_lazy as _

from articles.desk.links.decide import LONGEST_REASON


class ReasonActionForm(ActionForm):
    """Asks why, for each of the links."""

    reason = forms.CharField(label=_("Reason:"), max_length=LONGEST_REASON, required=False)
