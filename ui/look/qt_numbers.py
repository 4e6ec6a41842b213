"""Values of Qt's enumerations, for what stands before the first paint.

The class `Qt` brings 95 enumerations and takes 15 to 20 ms at its first touch. Sign-in is painted and takes its keys
without it; what comes later says `Qt.Key.Key_F5` as everybody does. A test compares these numbers with Qt's own.
"""

ALIGN_LEFT = 0x0001
ALIGN_RIGHT = 0x0002
ALIGN_H_CENTER = 0x0004
ALIGN_TOP = 0x0020
ALIGN_V_CENTER = 0x0080
ALIGN_CENTER = ALIGN_H_CENTER | ALIGN_V_CENTER
SINGLE_LINE = 0x0100
PLAIN_TEXT = 0
NO_FOCUS = 0
STRONG_FOCUS = 11
KEY_BACKSPACE = 0x01000003
KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_DELETE = 0x01000007
KEY_UP = 0x01000013
KEY_DOWN = 0x01000015
