"""An ICC profile of an imaginary press, made here: tests need none of the machine's.

A version 2 output profile (ICC.1:2001-04) of CMYK with tables in both directions, coarse but sound: black replaces what
the three other inks have in common.
"""

import struct
from itertools import product

GRID = 9
WHITE = (0.9642, 1.0, 0.8249)
"""D50."""
TO_RGB = ((3.1339, -1.6169, -0.4906), (-0.9785, 1.9160, 0.0333), (0.0720, -0.2290, 1.4057))
FROM_RGB = ((0.4361, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))


def imaginary_press() -> bytes:
    """The profile's bytes, the same each time."""
    tags = {
        b"desc": _description("Imaginary press, FOGRA39"),
        b"cprt": b"text\0\0\0\0" + b"no copyright\0",
        b"wtpt": b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in WHITE),
        b"A2B0": _table(4, 3, (_lab(*inks) for inks in product(_steps(5), repeat=4)), 5),
        b"B2A0": _table(3, 4, (_inks(*lab) for lab in product(_steps(GRID), repeat=3)), GRID),
    }
    head = struct.pack(">I", len(tags))
    place = 128 + 4 + 12 * len(tags)
    body = b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        head += name + struct.pack(">II", place + len(body), len(data))
        body += data
    size = 128 + len(head) + len(body)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"prtr", b"CMYK", b"Lab ")
    header += bytes(12) + b"acsp" + bytes(28) + b"".join(_fixed(value) for value in WHITE)
    return header + bytes(128 - len(header)) + head + body


def _steps(count):
    return [step / (count - 1) for step in range(count)]


def _fixed(value):
    return struct.pack(">i", round(value * 65536))


def _description(text):
    data = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + bytes(4 + 4 + 2 + 1 + 67)


def _table(inputs, outputs, values, grid):
    """A « lut8Type » whose curves are straight."""
    identity = [65536 if row == column else 0 for row in range(3) for column in range(3)]
    head = b"mft1\0\0\0\0" + struct.pack(">BBBB9i", inputs, outputs, grid, 0, *identity)
    ramp = bytes(range(256))
    cells = bytes(min(255, max(0, round(part * 255))) for value in values for part in value)
    return head + ramp * inputs + cells + ramp * outputs


def _lab(cyan, magenta, yellow, black):
    """Inks to Lab as eight bits have it, 0 to 1."""
    linear = [((1 - ink) * (1 - black)) ** 2.2 for ink in (cyan, magenta, yellow)]
    xyz = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in FROM_RGB]
    x, y, z = (_curve(value / white) for value, white in zip(xyz, WHITE, strict=True))
    return (116 * y - 16) / 100, (500 * (x - y) + 128) / 255, (200 * (y - z) + 128) / 255


def _inks(lightness, a, b):
    y = (lightness * 100 + 16) / 116
    x, z = y + (a * 255 - 128) / 500, y - (b * 255 - 128) / 200
    xyz = [_uncurve(value) * white for value, white in zip((x, y, z), WHITE, strict=True)]
    rgb = [max(0.0, min(1.0, sum(m * v for m, v in zip(row, xyz, strict=True)))) ** (1 / 2.2) for row in TO_RGB]
    black = 1 - max(rgb)
    return (*((1 - value - black) / (1 - black) if black < 1 else 0.0 for value in rgb), black)


def _curve(value):
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


def _uncurve(value):
    return value**3 if value > 0.2069 else (value - 16 / 116) / 7.787
