"""The numbers that stand for Qt's enumerations before the first paint are Qt's own."""

from PySide6.QtCore import Qt

from ui.look import qt_numbers


def test_the_numbers_are_those_of_qt() -> None:
    align, key, policy = Qt.AlignmentFlag, Qt.Key, Qt.FocusPolicy
    assert {name: value for name, value in vars(qt_numbers).items() if name.isupper()} == {
        "ALIGN_LEFT": align.AlignLeft.value, "ALIGN_RIGHT": align.AlignRight.value,
        "ALIGN_H_CENTER": align.AlignHCenter.value, "ALIGN_TOP": align.AlignTop.value,
        "ALIGN_V_CENTER": align.AlignVCenter.value, "ALIGN_CENTER": align.AlignCenter.value,
        "SINGLE_LINE": Qt.TextFlag.TextSingleLine.value, "PLAIN_TEXT": Qt.TextFormat.PlainText.value,
        "NO_FOCUS": policy.NoFocus.value, "STRONG_FOCUS": policy.StrongFocus.value,
        "KEY_BACKSPACE": key.Key_Backspace.value, "KEY_RETURN": key.Key_Return.value,
        "KEY_ENTER": key.Key_Enter.value, "KEY_DELETE": key.Key_Delete.value,
        "KEY_UP": key.Key_Up.value, "KEY_DOWN": key.Key_Down.value,
    }
