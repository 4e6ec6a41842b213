"""What scripts rely on: names, options, exit codes and one JSON object a verb (DESIGN section 9)."""

import io
import json
from pathlib import Path

import pytest

from devices.system_clock import SystemClock
from tests.commands.conftest import CommandLine
from tests.unit.interchange.layouts import layout_text, line
from ui.commands.day.plan import DayDone
from ui.commands.folders import working
from ui.commands.program import VERBS

HEADER = "account,name,service_address,class,status,service,current,due_date,past_due_30,past_due_60,past_due_90"


def extract(path: Path, *rows: str) -> Path:
    path.write_text("\n".join((HEADER, *rows)) + "\n")
    return path


GOOD = '900-0001,"DOE, JANE",1 ELM ST,residential,active,WATER,12.34,2026-12-01,,,'
BAD = '900-0002,"DOE, JOHN",2 ELM ST,residential,active,WATER,12.3x,2026-12-01,,,'


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_the_contract_tells_its_options(citytill: CommandLine, verb: str) -> None:
    ran = citytill(verb, "--help")
    assert ran.code == 0
    assert verb in ran.out


def test_a_word_that_is_no_verb_is_bad_input(citytill: CommandLine) -> None:
    ran = citytill("nonsense")
    assert (ran.code, ran.out) == (2, "")
    assert "nonsense" in ran.err


@pytest.mark.parametrize("words", [("verify",), ("backup", "--to", "x"), ("sync", "status"), ("user", "list")])
def test_a_folder_without_a_station_is_bad_input(citytill: CommandLine, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = citytill(*words, "--data", tmp_path / "none", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "holds no station" in ran.err


def test_verify_says_no_and_exits_1_when_a_check_fails(citytill: CommandLine, city: Path) -> None:
    from db.keys.custody import find_file_key
    from db.opener import opened

    db = opened(city / "station.db", find_file_key(city))
    first = "(SELECT min(receipt_id) FROM view_receipt)"
    db.execute(f"UPDATE view_receipt SET total = total + 1 WHERE receipt_id = {first}")
    db.close()
    ran = citytill("verify", "--data", city, "--json")
    assert ran.code == 1
    assert ran.json["ok"] is False
    assert [check["name"] for check in ran.json["checks"] if not check["ok"]] == ["views"]
    assert "do not hold" in citytill("verify", "--data", city).out


def test_an_import_posts_good_rows_and_lists_bad_ones(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    ran = citytill("import", "accounts", extract(tmp_path / "e.csv", GOOD, BAD), "--posted-through", "1",
                   "--data", city, "--json")  # fmt: skip
    assert ran.code == 0
    assert set(ran.json) == {"rows", "posted", "unchanged", "quarantined", "as_of", "trailer", "total_proved"}
    assert [row["line"] for row in ran.json["quarantined"]] == [3]
    assert ran.json["quarantined"][0]["reason"]


def test_the_same_file_twice_posts_nothing_twice(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    words = ("import", "accounts", extract(tmp_path / "e.csv", GOOD), "--posted-through", "1", "--data", city, "--json")
    assert citytill(*words).json["posted"] == 1
    assert citytill(*words).json["posted"] == 0


def test_a_dry_run_changes_nothing(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    head = citytill("sync", "status", "--data", city, "--json").json["head"]
    ran = citytill("import", "accounts", extract(tmp_path / "e.csv", GOOD), "--posted-through", "1", "--dry-run",
                   "--data", city, "--json")  # fmt: skip
    assert ran.json["posted"] == 1
    assert citytill("sync", "status", "--data", city, "--json").json["head"] == head


def test_an_import_asks_what_the_amounts_contain_and_never_guesses(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    ran = citytill("import", "accounts", extract(tmp_path / "e.csv", GOOD), "--data", city, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "posted" in ran.err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", b"PK\x03\x04zip", b"one,two\n1,2\n"])
def test_a_file_that_is_no_extract_is_bad_input(
    citytill: CommandLine, city: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    ran = citytill("import", "accounts", file, "--data", city, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_file_that_is_not_there_is_bad_input(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    ran = citytill("import", "accounts", tmp_path / "none.csv", "--data", city)
    assert ran.code == 2
    assert "cannot be read" in ran.err


def test_a_layout_that_nobody_reads_is_bad_input(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    file = extract(tmp_path / "e.csv", GOOD)
    ran = citytill("import", "accounts", file, "--layout", "fancy", "--data", city)
    assert ran.code == 2
    assert "There is no layout file fancy." in ran.err


def test_an_extract_of_fixed_width_comes_in_by_its_layout_file(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    file, layout = tmp_path / "e.txt", tmp_path / "layout.toml"
    file.write_text("\n".join(["head", line(account="900-0009"), line(account="900-0010", current="x"), ""]))
    layout.write_text(layout_text())
    ran = citytill("import", "accounts", file, "--layout", layout, "--posted-through", "0", "--data", city, "--json")
    assert (ran.code, ran.json["posted"]) == (0, 2)
    assert ran.json["quarantined"] == [{"line": 3, "reason": "amount “x” unreadable"}]
    again = citytill("import", "accounts", file, "--layout", layout, "--posted-through", "0", "--data", city, "--json")
    assert (again.json["posted"], again.json["unchanged"]) == (0, 2)


def test_a_layout_file_with_faults_is_bad_input_and_tells_each(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    file, layout = extract(tmp_path / "e.csv", GOOD), tmp_path / "layout.toml"
    layout.write_text(layout_text(decimals="decimals = 3", sign='sign = "front"'))
    ran = citytill("import", "accounts", file, "--layout", layout, "--data", city)
    assert (ran.code, ran.out) == (2, "")
    assert "decimals must be one of 0, 2, point. The layout's sign must be one of" in ran.err


def test_an_import_into_a_folder_that_does_not_exist_makes_a_practice_station(
    citytill: CommandLine, tmp_path: Path
) -> None:
    file = extract(tmp_path / "e.csv", GOOD)
    assert citytill("import", "accounts", file, "--data", tmp_path / "new", "--json").json["posted"] == 1
    assert citytill("station", "list", "--data", tmp_path / "new", "--json").json["stations"][0]["practice"] is True


def test_a_bad_file_leaves_no_new_folder(citytill: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(b"%PDF")
    assert citytill("import", "accounts", file, "--data", tmp_path / "new").code == 2
    assert not (tmp_path / "new").exists()


def test_a_posting_file_comes_again_with_the_same_bytes(
    citytill: CommandLine, city: Path, done: DayDone, tmp_path: Path
) -> None:
    ran = citytill("export", "posting", "--out", tmp_path / "p.csv", "--again", "1", "--data", city, "--json")
    assert (ran.code, ran.json["file_no"]) == (0, 1)
    assert ran.json["total_cents"] == done.taken_cents
    assert (tmp_path / "p.csv").read_bytes() == Path(done.files["posting"]).read_bytes()


def test_what_billing_already_has_is_not_exported_twice(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    ran = citytill("export", "posting", "--out", tmp_path / "p.csv", "--data", city)
    assert ran.code == 3
    assert not (tmp_path / "p.csv").exists()


def test_a_place_that_takes_no_file_is_told_before_a_number_is_given(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    ran = citytill("export", "posting", "--out", tmp_path / "file" / "p.csv", "--again", "1", "--data", city)
    assert ran.code == 3
    assert "cannot be written" in ran.err


def test_a_backup_is_verified_and_comes_back_under_a_new_letter(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    made = citytill("backup", "--to", tmp_path / "b", "--data", city, "--json")
    assert (made.code, made.json["verified"]) == (0, True)
    drill = citytill("restore", made.json["folder"], "--drill", "--json")
    assert (drill.code, drill.json["folder"], drill.json["incarnation"]) == (0, None, "B")
    back = citytill("restore", made.json["folder"], "--data", tmp_path / "r", "--json")
    assert (back.code, back.json["incarnation"]) == (0, "B")
    assert citytill("verify", "--data", tmp_path / "r", "--json").json["ok"] is True
    assert citytill("restore", made.json["folder"], "--data", tmp_path / "r").code == 2  # not empty


def test_a_backup_into_its_own_folder_is_bad_input(citytill: CommandLine, city: Path) -> None:
    assert citytill("backup", "--to", city / "b", "--data", city).code == 2


def test_what_is_no_backup_is_bad_input(citytill: CommandLine, tmp_path: Path) -> None:
    assert citytill("restore", tmp_path, "--drill").code == 2


def test_a_second_instance_is_told_that_the_folder_is_in_use(
    citytill: CommandLine, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.commands.handing.WINDOW_LIMIT_S", 0.0)
    with working(city, SystemClock()):
        for words in (
            ("day",),
            ("import", "accounts", extract(tmp_path / "e.csv", GOOD)),
            ("export", "posting", "--out", tmp_path / "p.csv"),
            ("user", "lock", "mruiz"),
        ):
            ran = citytill(*words, "--data", city)
            assert ran.code == 3
            assert "already open" in ran.err
        assert citytill("verify", "--quick", "--data", city, "--json").json["ok"] is True  # readers need no lock
        assert citytill("user", "list", "--data", city, "--json").code == 0


def test_practice_needs_no_pin_but_a_pin_that_is_given_must_be_right(
    citytill: CommandLine, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("user", "lock", "tokafor", "--data", city, "--user", "pforeman")
    monkeypatch.setattr("sys.stdin", io.StringIO("0000\n"))
    ran = citytill(*words, "--pin-stdin")
    assert ran.code == 3
    assert "do not match" in ran.err
    assert citytill(*words, "--json").json == {
        "user": "tokafor", "name": "T. Okafor", "roles": ["cashier"], "active": False,
    }  # fmt: skip


def test_somebody_without_the_right_is_refused(citytill: CommandLine, city: Path) -> None:
    ran = citytill("user", "lock", "tokafor", "--data", city, "--user", "mruiz")
    assert (ran.code, ran.err.strip()) == (3, "M. Ruiz may not change users. Ask someone whose role allows it.")
    assert citytill("user", "lock", "nobody", "--data", city).code == 3


def test_a_person_is_added_and_found_in_the_list(
    citytill: CommandLine, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n7391\n"))
    ran = citytill("user", "add", "jdoe", "--name", "J. Doe", "--role", "cashier", "--user", "pforeman",
                   "--pin-stdin", "--data", city, "--json")  # fmt: skip
    assert ran.code == 0
    assert "jdoe" in [one["user"] for one in citytill("user", "list", "--data", city, "--json").json["users"]]
    assert citytill("user", "add", "x", "--name", "X", "--role", "boss", "--data", city).code == 2


def test_the_outbox_of_a_station_that_stands_alone_is_the_whole_stream(citytill: CommandLine, city: Path) -> None:
    ran = citytill("sync", "status", "--data", city, "--json")
    assert ran.code == 0
    assert set(ran.json) == {"unsent", "oldest_s", "head", "acked"}
    assert (ran.json["acked"], ran.json["unsent"]) == (-1, ran.json["head"] + 1)


@pytest.mark.parametrize(
    "words",
    [("centre", "init", "dsn"), ("centre", "run"), ("centre", "status", "-"), ("sync", "now"), ("station", "join", "x"),
     ("station", "close"), ("station", "revoke", "DT2")],
)  # fmt: skip
def test_what_needs_a_centre_is_said_plainly(citytill: CommandLine, words: tuple[str, ...]) -> None:
    ran = citytill(*words, "--json")
    assert (ran.code, ran.out) == (3, "")
    assert "no centre" in ran.err


def test_the_devices_of_a_practice_station_answer(citytill: CommandLine, city: Path) -> None:
    names = [one["name"] for one in citytill("devices", "list", "--data", city, "--json").json["devices"]]
    for name in names:
        assert citytill("devices", "test", name, "--data", city, "--json").json == {
            "name": name, "ok": True, "word": "ok",
        }  # fmt: skip
    assert citytill("devices", "test", "toaster", "--data", city).code == 2


CITY = {
    "city_name": "City of Moore", "city_department": "Utilities", "city_address": "301 N Broadway",
    "city_phone": "(405) 555-0100", "city_time_zone": "America/Chicago", "station_label": "Front counter",
    "bank_name": "First", "drawer_starting_cash": 20000, "drawer_limit": 150000, "receipt_amount_limit": 500000,
    "receipt_trailer": "Thank you.", "reconnect_fee": 2500,
}  # fmt: skip


@pytest.fixture
def new_station(tmp_path: Path) -> tuple[str | Path, ...]:
    settings = tmp_path / "city.json"
    settings.write_text(json.dumps(CITY))
    return (
        "station", "new", "FC1", "--key", f"file:{tmp_path / 'fc.key'}", "--settings", settings,
        "--administrator", "padmin:P. Admin", "--second", "kdunn:K. Dunn", "--pin-stdin",
        "--data", tmp_path / "real", "--json",
    )  # fmt: skip


class TypesBack:
    """Stands for stdin: somebody who types the PINs, then the words that the program shows."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *, swap: bool = False) -> None:
        self._pins = ["924613\n", "583920\n"]
        self._capsys = capsys
        self._swap = swap

    def readline(self) -> str:
        if self._pins:
            return self._pins.pop(0)
        shown = [line.split() for line in self._capsys.readouterr().err.splitlines()]
        words = [parts[1] for parts in shown if len(parts) == 2 and parts[0].isdigit()]
        if self._swap:
            words[0] = "zzzz"
        return " ".join(words) + "\n"


def test_a_real_station_is_made_when_its_words_were_typed_back(
    citytill: CommandLine, new_station: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin", TypesBack(capsys))
    ran = citytill(*new_station)
    assert (ran.code, ran.json["station"]) == (0, "FC1")
    listed = citytill("station", "list", "--data", tmp_path / "real", "--json").json["stations"][0]
    assert (listed["station"], listed["practice"], listed["tenant"]) == ("FC1", False, "city-of-moore")
    assert citytill("day", "--data", tmp_path / "real").code == 2  # no scripted money at a real station
    nobody = citytill("user", "lock", "kdunn", "--data", tmp_path / "real")
    assert (nobody.code, "--user" in nobody.err) == (2, True)


def test_words_typed_wrong_make_no_station(
    citytill: CommandLine, new_station: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin", TypesBack(capsys, swap=True))
    assert citytill(*new_station).code == 2
    assert not (tmp_path / "real").exists()
    assert not (tmp_path / "fc.key").exists()


@pytest.mark.parametrize("change", [{"city_time_zone": "Mars/Olympus"}, {"drawer_starting_cash": "two"}, {"color": 1}])
def test_settings_that_do_not_hold_are_bad_input(
    citytill: CommandLine, new_station: tuple[str | Path, ...], tmp_path: Path, change: dict[str, object]
) -> None:
    (tmp_path / "city.json").write_text(json.dumps(CITY | change))
    ran = citytill(*new_station)
    assert (ran.code, ran.out) == (2, "")
    assert "city.json" in ran.err
