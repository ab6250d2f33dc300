# Django's own Arabic has no format for a date with its time, and would fall back to the American order.
DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
