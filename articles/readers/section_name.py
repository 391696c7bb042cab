"""What the section of a published version was called, as of the time of a page."""

from django.db.models import OuterRef, Subquery

from articles.models import SectionPeriod, Time


def section_name(at: Time, column: str = "name") -> Subquery:
    """Return the expression for the name of a version's section at `at`; None without a section.

    `column` is another one of the section's, such as its slug.
    """
    held = SectionPeriod.objects.at(at).filter(section=OuterRef("section_id")).order_by("pk")
    return Subquery(held.values(column)[:1])
