"""The gate fails on a skip that nobody has given a reason for."""

from pathlib import Path

import pytest

from tests.gate import check_skips, skipped, steps

REPORT = """<testsuites><testsuite>
<testcase classname="tests.db.test_centre" name="test_tls[17]"><skipped type="pytest.skip" message="no PG"/></testcase>
<testcase classname="tests.unit.test_money" name="test_sum"/>
<testcase classname="" name="tests.db.test_whole"><skipped type="pytest.skip" message="no psycopg"/></testcase>
<testcase classname="tests.unit.test_x" name="test_y"><skipped type="pytest.xfail" message="later"/></testcase>
</testsuite></testsuites>"""
ALL_THREE = {"tests.db.test_centre::test_tls": "a", "tests.db.test_whole": "b", "tests.unit.test_x::test_y": "c"}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """What pytest leaves behind after two skips and an expected failure."""
    path = tmp_path / "pytest.xml"
    path.write_text(REPORT)
    return path


def test_skips_and_expected_failures_are_found(report: Path) -> None:
    assert [name for name, _ in skipped(report)] == [
        "tests.db.test_centre::test_tls[17]", "tests.db.test_whole", "tests.unit.test_x::test_y"
    ]


def test_skips_with_a_reason_pass(report: Path) -> None:
    assert check_skips(report, ALL_THREE) == (True, "3 skipped, 0 of them not allowed")


@pytest.mark.parametrize("missing", ALL_THREE)
def test_a_skip_without_a_reason_fails(report: Path, missing: str, capsys: pytest.CaptureFixture[str]) -> None:
    passed, _ = check_skips(report, {name: why for name, why in ALL_THREE.items() if name != missing})
    assert not passed
    assert "NOT ALLOWED" in capsys.readouterr().out


def test_no_report_fails(tmp_path: Path) -> None:
    assert check_skips(tmp_path / "none.xml", {}) == (False, "pytest left no report")


def test_every_tool_of_the_house_is_a_step() -> None:
    assert list(steps([])) == ["ruff", "mypy", "import-linter", "pytest"]
