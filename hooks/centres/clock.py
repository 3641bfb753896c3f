"""Tell what day it is in Sweden. The command and the build ask once, and pass the day on."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# People in Sweden date the facts, wherever the machine is that reads them.
_SWEDEN = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """Return today's date in Sweden; the date at SOURCE_DATE_EPOCH (Unix time) if that is set.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(_SWEDEN).date()
