"""What is asked before an action on a story, and what is said after it."""

from django.utils.translation import gettext_lazy as _

from articles.desk.actions.action import Question
from articles.desk.actions.action_form import ActionForm
from articles.desk.actions.forms import (
    AddCorrectionForm,
    PublishForm,
    RetractCorrectionForm,
    SendBackForm,
    WithdrawForm,
)
from articles.desk.actions.schedule_forms import (
    EmbargoForm,
    LiftEmbargoForm,
    RescheduleForm,
    ScheduleForm,
    UnscheduleForm,
)

SEND_BACK = Question(
    title=_("Send back"),
    text=_("The story becomes a draft again."),
    submit=_("Send back"),
    form=SendBackForm,
    done=_("“%(story)s” was sent back. It is a draft again."),
)
RETURN = Question(
    title=_("Return to draft"),
    text=_(
        "You can go on writing. Nobody reviews the story until you submit it again; whoever has it"
        " open is told."
    ),
    submit=_("Return to draft"),
    form=ActionForm,
    done=_("“%(story)s” is a draft again."),
)
PUBLISH = Question(
    title=_("Publish"),
    text=_("From now on, readers will see the story as it is saved now."),
    submit=_("Publish"),
    form=PublishForm,
    done=_("“%(story)s” was published."),
)
SCHEDULE = Question(
    title=_("Schedule"),
    text=_("From this time on, readers will see the story as it is saved now."),
    submit=_("Schedule"),
    form=ScheduleForm,
    done=_("“%(story)s” is scheduled for %(at)s."),
)
RESCHEDULE = Question(
    title=_("Reschedule"),
    text=_(
        "The scheduled version will be published at a different time. It does not include"
        " changes that were saved since it was scheduled."
    ),
    submit=_("Reschedule"),
    form=RescheduleForm,
    done=_("“%(story)s” was rescheduled for %(at)s; it was scheduled for %(was)s."),
)
UNSCHEDULE = Question(
    title=_("Cancel scheduling"),
    text=_("What was scheduled will not be published. What readers see now stays."),
    submit=_("Cancel scheduling"),
    form=UnscheduleForm,
    done=_("Nothing is scheduled for “%(story)s” any more."),
    later=_("“%(story)s” is no longer scheduled for %(was)s."),
)
SET_EMBARGO = Question(
    title=_("Embargo"),
    text=_(
        "Nothing of the story is published before this time, whoever publishes or schedules it."
        " Previews that were shared before stop working."
    ),
    submit=_("Set embargo"),
    form=EmbargoForm,
    done=_("“%(story)s” is under embargo until %(at)s."),
)
LIFT_EMBARGO = Question(
    title=_("Lift embargo"),
    text=_("The story can be published at any time from now on. This does not publish it."),
    submit=_("Lift embargo"),
    form=LiftEmbargoForm,
    done=_("“%(story)s” is no longer under embargo."),
)
ADD_CORRECTION = Question(
    title=_("Add correction"),
    text=_(
        "From now on, readers see it on the story’s page and among all corrections. To change the"
        " text itself, edit the story and publish it again."
    ),
    submit=_("Add correction"),
    form=AddCorrectionForm,
    done=_("Readers see what you added to “%(story)s”."),
)
RETRACT_CORRECTION = Question(
    title=_("Retract correction"),
    text=_("Readers will no longer see it. It stays in the audit log."),
    submit=_("Retract correction"),
    form=RetractCorrectionForm,
    done=_("A correction of “%(story)s” was retracted."),
)
WITHDRAW = Question(
    title=_("Withdraw"),
    text=_(
        "Readers will no longer see the story. Its URL will show that it was withdrawn, with your"
        " note. The working copy stays here."
    ),
    submit=_("Withdraw"),
    form=WithdrawForm,
    done=_("“%(story)s” was withdrawn: readers no longer see it."),
    later=_("“%(story)s” will be withdrawn on %(at)s."),
)
REINSTATE = Question(
    title=_("Undo withdrawal"),
    text=_(
        "Readers will see the story again, as they last saw it. To publish changes, publish it"
        " instead."
    ),
    submit=_("Show it to readers again"),
    form=ActionForm,
    done=_("Readers see “%(story)s” again."),
)
