"""The plugin of the tests: a seed replays a run, and a test that may not skip fails."""

import re

import pytest

from helpers import ROOT

pytest_plugins = ["pytester"]

# In this process, where hypothesis has a seed already.
ALONE = ("-p", "plugin", "-p", "no:hypothesispytest")
RANDOM = """
    from hypothesis import given, strategies as st

    def test_chance(chance):
        print("drawn", chance.random())

    @given(st.integers())
    def test_hypothesis(number):
        print("drawn", number)
"""
SKIPPED = """
    import pytest

    def test_for_what_the_content_lacks():
        pytest.skip("not translated: a page")

    @pytest.mark.skipif(True, reason="no browser here")
    def test_for_what_the_machine_lacks(): ...

    @pytest.mark.xfail(reason="known")
    def test_that_is_known_to_fail(): assert False
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a folder for tests of their own, which may load the plugin."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    return pytester


def drawn(run: pytest.Pytester, *options: str) -> tuple[list[str], str]:
    """Return the numbers that the tests drew, in order, and the seed that the run printed."""
    run.makepyfile(RANDOM)
    result = run.runpytest_subprocess("-p", "plugin", "-rP", *options)
    result.assert_outcomes(passed=2)
    (seed,) = re.findall(r"random tests: --seed (\d+)", result.stdout.str())
    return sorted(line for line in result.outlines if line.startswith("drawn ")), seed


def test_a_run_is_replayed_by_the_seed_that_it_printed(run: pytest.Pytester) -> None:
    """Also in another process; another seed draws other numbers."""
    first, seed = drawn(run)
    assert drawn(run, "--seed", seed, "-n", "1") == (first, seed)
    assert drawn(run, "--seed", f"{int(seed) + 1}")[0] != first


def test_a_test_may_skip_for_what_the_content_lacks_and_for_nothing_else(
    run: pytest.Pytester,
) -> None:
    """What a machine lacks is a failure, with its reason."""
    run.makepyfile(SKIPPED)
    result = run.runpytest(*ALONE, "-ra")
    result.assert_outcomes(skipped=1, errors=1, xfailed=1)
    lines = result.stdout.str()
    assert "skipped, and may not be: no browser here (MAY_SKIP in tests/plugin.py)\n" in lines
    assert re.search(r"^SKIPPED \[1\] .*: not translated: a page$", lines, re.M)


def test_a_module_that_skips_itself_fails(run: pytest.Pytester) -> None:
    """Not one of its tests would be counted."""
    run.makepyfile("import pytest\npytest.importorskip('nosuch')\ndef test_a(): ...")
    result = run.runpytest(*ALONE)
    result.assert_outcomes(errors=1)
    assert result.ret != 0


def test_the_tests_that_take_long_are_begun_first(run: pytest.Pytester) -> None:
    """The others keep their order."""
    run.makeini("[pytest]\nmarkers = long: takes long")
    run.makepyfile(
        "import pytest\ndef test_a(): ...\ndef test_b(): ...\n@pytest.mark.long\ndef test_c(): ..."
    )
    lines = run.runpytest(*ALONE, "--collect-only", "-q").outlines
    assert [line[-6:] for line in lines if "::" in line] == ["test_c", "test_a", "test_b"]
