"""Accounts in: what a good file says, whatever way it is written (accounts-extract.md)."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountFlag, FlagKind, ServiceBalance
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_columns import COLUMNS
from app.interchange.extract_errors import ImportCancelledError
from tests.unit.interchange.extracts import extract_text, read_bytes, read_rows, reasons, row

FULL = row(
    account="104-2281-03",
    unit="APT 2",
    mailing_address="PO BOX 77",
    mailing_city="CLAREMORE",
    mailing_state="OK",
    mailing_zip="74018",
    phone="(918) 555-0142",
    alt_phone="(918) 555-0143",
    email="m@example.org",
    cycle="02",
    route_sequence="014-0220",
    flags="cash_only=2027-01-15;cutoff_list=2026-11-24",
    meter="W1220984",
    past_due_30="10.00",
    past_due_60="5.00",
    past_due_90="1.00",
    unapplied_credit="2.50",
    last_payment_date="2026-10-28",
    last_payment_amount="140.00",
    stub_scan_line="00104228103000018412",
)


def test_every_column_of_the_page_lands_in_the_account() -> None:
    (account,), summary = read_rows(FULL, row(account="104-2281-03", service="sewer", current="22.10"))
    assert (account.key, account.number, account.name) == ("104228103", "104-2281-03", "RUIZ, MARIA")
    assert (account.address, account.mailing_address, account.mailing_city) == (
        "412 N CHICKASAW AVE APT 2",
        "PO BOX 77",
        "CLAREMORE",
    )
    assert (account.mailing_state, account.mailing_zip, account.email) == ("OK", "74018", "m@example.org")
    assert (account.phone, account.alt_phone) == ("(918) 555-0142", "(918) 555-0143")
    assert (account.account_class, account.cycle, account.route_sequence) == ("residential", "02", "014-0220")
    assert account.status == "active"
    assert account.flags == (
        AccountFlag(FlagKind.CASH_ONLY, date="2027-01-15"),
        AccountFlag(FlagKind.CUTOFF_LIST, date="2026-11-24"),
    )
    assert account.services == (
        ServiceBalance("WATER", "W1220984", 6120, "2026-12-05", 1000, 500, 100),
        ServiceBalance("SEWER", "", 2210, "2026-12-05"),
    )
    assert (account.unapplied_credit, account.last_payment_cents) == (250, 14000)
    assert account.last_payment_date == "2026-10-28"
    assert account.stub_scan_line == "00104228103000018412"
    assert account.balance == 6120 + 1600 + 2210 - 250
    assert (summary.rows, summary.accounts, summary.quarantined, summary.total_cents) == (2, 1, (), 9930)


def test_columns_stand_in_any_order_and_any_spelling_of_case() -> None:
    columns = list(COLUMNS)
    random.Random(5).shuffle(columns)
    header = ",".join(f" {name.replace('_', ' ').title()} " for name in columns)
    text = extract_text([FULL], columns=columns)
    shuffled = header + text[text.index("\n") :]
    assert read_bytes(shuffled.encode())[0] == read_rows(FULL)[0]


def test_unknown_columns_are_kept_as_notes() -> None:
    columns = [*COLUMNS, "Tax District", "loan"]
    rows = (row(**{"Tax District": "4 ", "loan": ""}), row(service="SEWER", **{"Tax District": "4", "loan": "L-9"}))
    (account,), _ = read_rows(*rows, columns=columns)
    assert account.notes == (("Tax District", "4"), ("loan", "L-9"))


def test_columns_that_may_be_missing_are_empty() -> None:
    needed = ["account", "name", "service_address", "class", "status", "service", "current", "due_date"]
    columns = [*needed, "past_due_30", "past_due_60", "past_due_90"]
    (account,), _ = read_rows(row(), columns=columns)
    assert (account.unit, account.flags, account.unapplied_credit, account.last_payment_date) == ("", (), 0, None)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(ending: str, bom: bytes) -> None:
    text = extract_text([FULL, row(account="7")], trailer="TRAILER,2,138.40,2026-11-20,3").replace("\n", ending)
    accounts, summary = read_bytes(bom + text.encode())
    assert [account.number for account in accounts] == ["104-2281-03", "7"]
    assert accounts[0] == read_rows(FULL)[0][0]
    assert (summary.as_of, summary.posted_through, summary.total_proved) == ("2026-11-20", 3, True)


@pytest.mark.parametrize(("encoding", "said"), [("utf-8", "utf-8"), ("cp1252", "cp1252"), ("utf-8-sig", "utf-8")])
def test_utf_8_and_windows_1252_are_told_apart(encoding: str, said: str) -> None:
    text = extract_text([row(name="NU\xd1EZ, JOS\xc9"), row(account="2", name="PE\xd1A, ANA")])
    accounts, summary = read_bytes(text.encode(encoding))
    assert [account.name for account in accounts] == ["NU\xd1EZ, JOS\xc9", "PE\xd1A, ANA"]
    assert summary.encoding == said


def test_the_first_run_of_high_bytes_decides_and_others_are_faults_of_their_line() -> None:
    text = extract_text([row(name="NU\xd1EZ, ANA"), row(account="2"), row(account="3")]).encode()
    mixed = text.replace(b"2,\"RUIZ", b"2,\"RU\xcdZ")
    accounts, summary = read_bytes(mixed)
    assert [account.number for account in accounts] == ["104-2281", "3"]
    assert reasons(summary) == [(3, "characters not readable")]
    assert summary.unread[0].key == "2"
    assert "\\xcd" not in summary.quarantined[0].text
    assert summary.quarantined[0].text.isprintable()


def test_a_nul_in_the_middle_of_a_file_is_a_fault_of_its_line() -> None:
    rows = [row(account=str(n)) for n in range(1000)]
    data = extract_text(rows).encode().replace(b"\n999,", b"\n999\x00,")
    accounts, summary = read_bytes(data)
    assert (len(accounts), reasons(summary)) == (999, [(1001, "characters not readable")])


def test_chunks_of_any_size_read_the_same() -> None:
    text = extract_text([FULL, row(account="2", name="NU\xd1EZ, ANA\nCARE OF \"TIM\""), row(account="3")]).encode()
    whole = read_bytes(text)
    for size in (1, 7, 64, len(text)):
        assert read_bytes(text, chunk=size) == whole
    assert AccountsExtract(lambda: iter(text.splitlines(keepends=True))).survey().sha256 == whole[1].sha256


def test_a_field_may_hold_commas_quotes_and_line_ends_and_findings_keep_the_physical_line() -> None:
    rows = (row(name='RUIZ, MARIA "MIA"\nCARE OF TIM'), row(service="SEWER"), row(account="9", service="GAS"))
    accounts, summary = read_rows(*rows)
    assert accounts[0].name == 'RUIZ, MARIA "MIA" CARE OF TIM'
    assert reasons(summary) == [(4, 'another name for this account: “RUIZ, MARIA”'), (5, "unknown service “GAS”")]


def test_blank_lines_and_rows_of_nothing_but_commas_are_skipped_and_not_counted() -> None:
    blank = "\n\n   \n" + "," * (len(COLUMNS) - 1) + "\n,,\n104"
    text = extract_text([row(), row(service="SEWER")]).replace("\n104", blank)
    accounts, summary = read_bytes((text + "TRAILER,2,122.40,2026-11-20,0\n\n \n").encode())
    assert [service.service for service in accounts[0].services] == ["WATER", "SEWER"]
    assert (summary.rows, summary.quarantined, summary.total_proved) == (2, (), True)


def test_rows_of_one_account_may_stand_anywhere_in_the_file() -> None:
    numbers = [f"20-{n:03d}" for n in range(60)]
    by_service = [row(account=n, service=code) for code in ("WATER", "SEWER", "SANIT") for n in numbers]
    together = [row(account=n, service=code) for n in numbers for code in ("WATER", "SEWER", "SANIT")]
    scattered, summary = read_rows(*by_service)
    assert sorted(scattered, key=str) == sorted(read_rows(*together)[0], key=str)
    assert (summary.accounts, summary.rows) == (60, 180)


def test_more_scattered_accounts_than_fit_in_hand_take_more_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.interchange.accounts_extract.ACCOUNTS_IN_HAND", 7)
    rows = [row(account=f"20-{n:03d}", service=code) for code in ("WATER", "SEWER") for n in range(40)]
    rows.append(row(account="30-001"))
    data = extract_text([*rows, row(account="20-003", service="GAS"), row(account="")]).encode()
    extract = AccountsExtract(lambda: [data])
    accounts = list(extract.accounts())
    assert extract.passes == 1 + 6
    assert len(accounts) == len({account.key for account in accounts}) == 41
    assert reasons(extract.summary()) == [(83, "unknown service “GAS”"), (84, "account missing")]
    assert next(a for a in accounts if a.number == "20-003").incomplete == ((83, "unknown service “GAS”"),)


def test_account_numbers_match_without_spaces_and_dashes_and_show_as_first_written() -> None:
    (account,), _ = read_rows(row(account="104-22 81a"), row(account="1042281A", service="SEWER"))
    assert (account.key, account.number, len(account.services)) == ("1042281A", "104-22 81a", 2)


def test_text_that_looks_like_a_formula_is_kept_as_it_is() -> None:
    (account,), _ = read_rows(row(name="=CMD|'/C CALC'!A0", phone="+1 918 555 0142", flags="note=@here"))
    assert (account.name, account.phone, account.flags[0].text) == ("=CMD|'/C CALC'!A0", "+1 918 555 0142", "@here")


def test_an_alert_on_any_row_counts_and_the_rest_of_the_first_row_stands() -> None:
    (account,), summary = read_rows(row(phone="1", flags="draft"), row(service="SEWER", phone="2", flags="cash_only"))
    assert ([flag.kind for flag in account.flags], account.phone) == ([FlagKind.DRAFT, FlagKind.CASH_ONLY], "1")
    assert summary.quarantined == ()


def test_the_credit_counts_once_though_each_row_repeats_it() -> None:
    (account,), summary = read_rows(row(unapplied_credit="5.00"), row(service="SEWER", unapplied_credit="5.00"))
    assert (account.unapplied_credit, summary.quarantined) == (500, ())


def test_progress_hears_every_byte_of_both_passes_and_cancel_stops_at_the_next_chunk() -> None:
    data = extract_text([row(account=str(n)) for n in range(400)]).encode()
    chunks = [data[start : start + 1000] for start in range(0, len(data), 1000)]
    heard: list[int] = []
    extract = AccountsExtract(lambda: chunks, progress=heard.append)
    list(extract.accounts())
    assert heard[-1] == len(data) * extract.passes == len(data) * 2
    assert heard == sorted(heard)

    asked: list[int] = []
    stopped = AccountsExtract(lambda: chunks, cancelled=lambda: len(asked) > len(chunks) + 5, progress=asked.append)
    with pytest.raises(ImportCancelledError, match="Nothing was changed"):
        list(stopped.accounts())
    assert len(asked) == len(chunks) + 6
    with pytest.raises(RuntimeError):
        stopped.summary()


def test_the_same_bytes_make_the_same_accounts_and_hash() -> None:
    data = extract_text([FULL, row(account="5", name="NU\xd1EZ, ANA")]).encode()
    assert read_bytes(data) == read_bytes(data)


@given(st.permutations(["WATER", "SEWER", "SANIT", "ELEC"]), st.integers(0, 3))
def test_any_order_of_an_accounts_rows_gives_the_same_sums(order: list[str], other_at: int) -> None:
    rows = [row(service=code, current=f"{place + 1}.0{place}") for place, code in enumerate(order)]
    rows.insert(other_at, row(account="9"))
    accounts, _ = read_rows(*rows)
    assert {account.number: account.balance for account in accounts} == {"104-2281": 100 + 201 + 302 + 403, "9": 6120}


def _counting(calls: list[int], data: bytes) -> Callable[[], list[bytes]]:
    def source() -> list[bytes]:
        calls.append(1)
        return [data]

    return source


def test_the_survey_is_made_once() -> None:
    calls: list[int] = []
    extract = AccountsExtract(_counting(calls, extract_text([row()]).encode()))
    assert extract.survey() is extract.survey()
    list(extract.accounts())
    assert len(calls) == 2
