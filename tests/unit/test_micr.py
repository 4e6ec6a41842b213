"""Check lines: vectors 6 to 10 of the devices reference, and what goes to the operator."""

import pytest

from app.domain.micr import (
    CheckKind,
    CheckRead,
    CheckUnreadableError,
    Dialect,
    Field,
    KeyedWrongError,
    MicrLine,
    aba_is_valid,
    canonical,
    dialects_that_fit,
    keyed,
    parse_micr,
)
from app.domain.money import Money


def test_vector_6_a_personal_check_with_a_bad_routing_number_is_read_and_warned_about() -> None:
    line = parse_micr(CheckRead("2t123456789t123 4 567890o 123 a0000001957a", Dialect.UPOS))
    assert (line.epc, line.transit, line.account, line.serial) == ("2", "123456789", "123 4 567890", "123")
    assert (line.amount, line.kind) == (Money(1957), CheckKind.PERSONAL)
    assert line.to_key == (Field.TRANSIT,)
    assert line.account_digits == "1234567890"


def test_vector_7_a_business_check_has_its_number_at_the_left() -> None:
    line = parse_micr(CheckRead("U0049424770U T061112788T 329 975 3808U", Dialect.CANONICAL))
    assert (line.serial, line.account, line.kind) == ("0049424770", "329 975 3808", CheckKind.BUSINESS)
    assert line.is_whole


def test_vector_8_the_ranger_dialect_with_an_encoded_amount() -> None:
    line = parse_micr(CheckRead("c001468c d026010757d 143804c b0000012090b", Dialect.RANGER))
    assert (line.serial, line.account, line.amount) == ("001468", "143804", Money(12090))
    assert line.kind is CheckKind.BUSINESS


def test_vector_9_a_serial_before_the_account_is_told_apart() -> None:
    line = parse_micr(CheckRead("A122000661A 1011C1234567890C", Dialect.ABCD))
    assert (line.serial, line.account, line.kind) == ("1011", "1234567890", CheckKind.PERSONAL)


def test_vector_10_a_serial_behind_the_account_is_told_apart() -> None:
    line = parse_micr(CheckRead("T011401533T1234-567U1234", Dialect.CANONICAL))
    assert (line.account, line.account_digits, line.serial) == ("1234-567", "1234567", "1234")


@pytest.mark.parametrize(
    "number",
    ["122000661", "111000025", "011401533", "091000019", "121042882", "031300012", "061000146", "026010757"],
)
def test_good_routing_numbers_pass_the_aba_check(number: str) -> None:
    assert aba_is_valid(number)


@pytest.mark.parametrize("number", ["123456789", "122000662", "12200066", "", "990000006", "12200066?"])
def test_bad_routing_numbers_fail_the_aba_check(number: str) -> None:
    assert not aba_is_valid(number)


def test_every_unread_place_is_keyed_by_the_operator_and_never_guessed() -> None:
    line = parse_micr(CheckRead("T12200?661T 12345?7890U 10?1", Dialect.CANONICAL))
    assert line.to_key == (Field.TRANSIT, Field.ACCOUNT, Field.SERIAL)
    assert not line.is_whole


def test_an_unread_amount_is_keyed_too() -> None:
    line = parse_micr(CheckRead("T122000661T 1234567890U 1011 $00000?2090$", Dialect.CANONICAL))
    assert line.amount is None
    assert line.to_key == (Field.AMOUNT,)


def test_a_check_fed_upside_down_or_backwards_is_unreadable_in_one_sentence() -> None:
    with pytest.raises(CheckUnreadableError, match="Feed it again face up, or key its number"):
        parse_micr(CheckRead("???? ?? ?", Dialect.CANONICAL))


@pytest.mark.parametrize("dialect", [dialect for dialect in Dialect if dialect is not Dialect.CANONICAL])
def test_the_wrong_dialect_never_yields_a_whole_line(dialect: Dialect) -> None:
    assert not parse_micr(CheckRead("U001U T061112788T 3299753808U", dialect)).is_whole


def test_a_canadian_check_is_foreign_and_keyed() -> None:
    line = parse_micr(CheckRead("U123U T12345-678T 1234567U", Dialect.CANONICAL))
    assert line.is_foreign
    assert Field.TRANSIT in line.to_key


def test_calibration_finds_the_one_dialect_that_fits() -> None:
    assert dialects_that_fit("A122000661A 1011C1234567890C") == (Dialect.ABCD,)
    assert dialects_that_fit("t122000661t 1234567890o 1011") == (Dialect.UPOS, Dialect.UPOS_D)


def test_control_characters_are_dropped_and_strange_letters_count_as_unread() -> None:
    assert canonical("\x02T122000661T 12\x0034Z6U\r", Dialect.CANONICAL) == "T122000661T 1234?6U"


def test_bank_numbers_do_not_show_in_a_repr() -> None:
    read = CheckRead("T122000661T 1234567890U 1011", Dialect.CANONICAL)
    assert "1234567890" not in repr(read)
    assert "1234567890" not in repr(parse_micr(read))


def test_without_a_transit_sign_no_field_is_guessed_at() -> None:
    line = parse_micr(CheckRead("?122000661T 1011U1234567890U", Dialect.CANONICAL))
    assert (line.transit, line.account, line.serial) == ("", "", "")
    assert line.to_key == (Field.TRANSIT, Field.ACCOUNT, Field.SERIAL)


def smudged() -> MicrLine:
    return parse_micr(CheckRead("T12200?661T 12345?7890U 10?1", Dialect.CANONICAL))


RIGHT = {Field.TRANSIT: "122000661", Field.ACCOUNT: "1234567890", Field.SERIAL: "1011"}


def test_what_the_operator_keyed_makes_the_line_whole() -> None:
    line = keyed(smudged(), RIGHT)
    assert line.is_whole
    assert line.canonical == "T122000661T 1234567890U 1011"
    assert parse_micr(CheckRead(line.canonical, Dialect.CANONICAL)).account == line.account


def test_what_was_read_of_a_business_check_stays_as_it_was_read() -> None:
    line = parse_micr(CheckRead("U0049424770U T06111?788T 329 975 3808U", Dialect.CANONICAL))
    whole = keyed(line, {Field.TRANSIT: "061112788"})
    assert whole.canonical == "U0049424770U T061112788T 329 975 3808U"
    assert (whole.serial, whole.account) == ("0049424770", "329 975 3808")


@pytest.mark.parametrize(("field", "text", "why"), [
    (Field.TRANSIT, "122000662", "must pass the bank's check"), (Field.TRANSIT, "111000025", "The reader read 12200"),
    (Field.TRANSIT, "12200?661", "Type every digit"), (Field.ACCOUNT, "1234567899", "The reader read 12345"),
    (Field.ACCOUNT, "", "Type every digit"), (Field.SERIAL, "1021x", "Type every digit"),
    (Field.SERIAL, "10111", "The reader read 10"),
])  # fmt: skip
def test_what_cannot_be_on_the_check_is_told(field: Field, text: str, why: str) -> None:
    with pytest.raises(KeyedWrongError, match=why) as told:
        keyed(smudged(), {**RIGHT, field: text})
    assert told.value.field is field
