"""From an error of PyYAML to a French message. Its English words only choose the rule; the line gives what is said.

Rules are small functions in a chain: the first that knows the case answers with a wording and an index in the text.
"""

from terrinclus_publish.reading import lines, signs
from terrinclus_publish.reading.snag import Answer, Snag
from terrinclus_publish.reading.wording import clip, word

_RULES = (
    lines.tab,
    lines.comment_in_text,
    signs.special_start,
    signs.dash_in_line,
    signs.block_header,
    signs.quoted,
    signs.after_quotes,
    signs.after_brackets,
    signs.unclosed_bracket,
    lines.colon,
    lines.stray,
    lines.document_start,
    lines.misaligned,
)


def diagnose(snag: Snag) -> Answer:
    """What is wrong, and where."""
    for rule in _RULES:
        if answer := rule(snag):
            return answer
    return word(
        "yaml-syntax",
        "Cette ligne ne se lit pas : « {line} »",
        "Vérifiez les espaces du début, les deux-points et les guillemets, en comparant avec une fiche qui marche",
        line=clip(snag.line.strip()),
    ), snag.index
