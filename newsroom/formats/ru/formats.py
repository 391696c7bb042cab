"""Russian: as Django has it, with the time zone."""

DATETIME_FORMAT = "j E Y г., H:i T"
TIME_FORMAT = "H:i"
