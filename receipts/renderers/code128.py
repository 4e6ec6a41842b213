"""Code 128 set B as bars and spaces (ISO/IEC 15417): for paper that a window paints and for the PDF."""

import re

START_B = 104
STOP = 106
_MODULUS = 103
_FIRST_SIGN = 32
_LAST_SIGN = 126
# The widths of bar, space, bar, space ... of the symbols 0 to 106, in modules; the stop symbol has a bar more.
_WIDTHS = re.findall(
    r"\d+",
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 "
    "113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 "
    "212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 "
    "113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
    "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 "
    "241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 "
    "214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 "
    "211232 2331112",
)


def bars(data: str) -> tuple[int, ...]:
    """The widths in modules of bar, space, bar ... of the whole symbol, without quiet zones (10 modules a side).

    Raises:
        ValueError: a character is not of set B (printable ASCII), or there is none.
    """
    if not data or any(not _FIRST_SIGN <= ord(sign) <= _LAST_SIGN for sign in data):
        raise ValueError(f"not Code 128 set B: {data!r}")
    values = [ord(sign) - _FIRST_SIGN for sign in data]
    check = (START_B + sum(place * value for place, value in enumerate(values, 1))) % _MODULUS
    return tuple(int(width) for value in (START_B, *values, check, STOP) for width in _WIDTHS[value])
