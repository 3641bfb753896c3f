"""Run the `centres` command as `python -m centres`."""

import sys

from centres.cli import main

sys.exit(main())
