"""`python -m centres` is the `centres` command."""

import sys

from centres.cli import main

sys.exit(main())
