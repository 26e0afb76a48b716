"""What goes wrong when a file is damaged."""

import pikepdf

DAMAGE = (
    pikepdf.PdfError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
)
"""What reading a damaged file raises, whichever part of it is damaged."""
