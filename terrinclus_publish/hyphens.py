"""Where a line may end after a word's own hyphen."""

import re

BREAKABLE_HYPHEN = re.compile(r"(?<=[a-zà-ÿ]{3}-)(?=[a-zà-ÿ]{3})")
"""The place after a hyphen between two words of three small letters or more; a name is never cut there, nor a date
(Code typographique).
"""
