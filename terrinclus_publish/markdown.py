"""Markdown of the sheets to HTML: paragraphs, bold, italic, links, two kinds of lists, passages in another language.

HTML is off; whatever else Markdown knows stays plain text.
"""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.attrs import attrs_plugin

DEEPEST = 100
"""Levels of nesting below which markdown-it leaves text out without a word; ``checks`` refuses less deep ones."""


class _Renderer(RendererHTML):
    """Every list item holds paragraphs, also a tight list's: renderers then know one shape of list."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        tokens[idx].hidden = False
        return super().renderToken(tokens, idx, options, env)


def _parser() -> MarkdownIt:
    parser = MarkdownIt(
        "zero", {"html": False, "xhtmlOut": True, "linkify": False, "maxNesting": DEEPEST}, renderer_cls=_Renderer
    )
    parser.enable(["list", "emphasis", "link", "escape", "balance_pairs", "backslash_escape"], ignoreInvalid=True)
    parser.use(attrs_plugin, spans=True, after=(), allowed=("lang",))
    return parser


_PARSER = _parser()


def render_blocks(text: str, field: str) -> str:
    """A text of several paragraphs as HTML; ``field`` goes to the first element's ``data-champ``."""
    tokens = _PARSER.parse(text)
    if tokens:
        tokens[0].attrSet("data-champ", field)
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {}))


def render_inline(text: str) -> str:
    """A line of text as HTML phrasing."""
    return str(_PARSER.renderInline(text))


def plain_text(text: str) -> str:
    """A line of Markdown without its markup."""
    return "".join(_texts(_PARSER.parseInline(text))).replace("\n", " ")


def _texts(tokens: Sequence[Token]) -> list[str]:
    pieces: list[str] = []
    for token in tokens:
        children: Any = token.children or []
        if children:
            pieces.extend(_texts(children))
        elif token.type in ("text", "text_special", "code_inline"):
            pieces.append(token.content)
        elif token.type == "hardbreak":
            pieces.append(" ")
    return pieces
