"""What day it is: asked once, by the command and by the build, and passed on from there."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Facts are dated by people in Sweden, wherever the machine is that reads them.
_SWEDEN = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """The day in Sweden; at SOURCE_DATE_EPOCH (seconds since 1970, UTC), if that is set.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(_SWEDEN).date()
