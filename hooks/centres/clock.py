"""Tell what day it is in Sweden. The command and the build ask once, and pass the day on."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# People in Sweden date the facts, wherever the machine is that reads them.
SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """Return the time in Sweden, without a zone; that of SOURCE_DATE_EPOCH (Unix time) if set.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(SWEDEN).replace(tzinfo=None)


def today() -> date:
    """Return today's date in Sweden, by `now`."""
    return now().date()
