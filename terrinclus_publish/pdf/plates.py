"""Pictures drawn from the data: the bar of a table, the map of the partnerships, the matrix of the sheets."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from terrinclus_publish.drawing.earth import SPOT_STEP, View, read_home, read_spots, threads
from terrinclus_publish.drawing.icons import load_icon
from terrinclus_publish.drawing.spots import Placed, Rectangle, place_spots
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Beside, Block
from terrinclus_publish.pdf.ornaments import draw_icon
from terrinclus_publish.pdf.paragraph import Paragraph
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.text import runs_after_label
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes


class Bar(Block):
    """Shares as segments of a bar, solid, tinted and outlined in turn, each with its letter."""

    def __init__(self, setting: Setting, element: Element) -> None:
        super().__init__(setting.theme.text_width * MM)
        self.setting, self.figure, self.element = setting, element, element
        self.shares = [float(share) for share in str(element.get("data-parts")).split()]
        self.letters = str(element.get("data-lettres")).split()
        self.before, self.after = setting.style("corps").apres, setting.style("corps").interligne

    @property
    def height(self) -> float:
        """As the theme says."""
        return self.setting.theme.page.barre.hauteur * MM

    def draw(self, canvas: Canvas) -> None:
        """Draw the segments, then their letters."""
        token = self.setting.theme.page.barre
        gap = token.jeu * MM
        room = self.width - gap * (len(self.shares) - 1)
        with canvas.figure(self.figure, self.width, self.height):
            x = 0.0
            for place, (share, letter) in enumerate(zip(self.shares, self.letters, strict=True)):
                width = share * room
                self._draw_segment(canvas, place, letter, x, width)
                x += width + gap

    def _draw_segment(self, canvas: Canvas, place: int, letter: str, x: float, width: float) -> None:
        setting, token = self.setting, self.setting.theme.page.barre
        kind = ("accent", "segment", "blanc")[place % 3]
        line = setting.rule("cadre")
        canvas.setFillColor(setting.colour(kind))
        canvas.setStrokeColor(setting.colour("accent"))
        canvas.setLineWidth(line)
        inset = line / 2 if kind == "blanc" else 0.0
        canvas.rect(x + inset, inset, max(width - 2 * inset, line), self.height - 2 * inset, int(kind == "blanc"), 1)
        label = setting.line(letter, "barre" if kind == "accent" else "barre_claire", width)
        text_width = label.lines[0].width
        if text_width <= width:
            left = min(token.marge * MM, (width - text_width) / 2)
            label.draw_in(canvas, x + left, self.height / 2 + label.height / 2)


class WorldMap(Block):
    """The partnerships on the land's threads, over the page's whole width."""

    def __init__(self, setting: Setting, element: Element) -> None:
        super().__init__(setting.theme.text_width * MM)
        self.setting, self.figure, self.element = setting, element, element
        self.spots = read_spots(element.get("data-points", ""))
        self.view = View.around(self.spots)
        page = setting.theme.page
        self.full = page.format[0] * MM
        self.before = self.after = setting.style("corps").interligne

    @cached_property
    def _scale(self) -> float:
        """Points in the map's unit: the page's width, or less where the map would be too high."""
        return min(self.full, self.setting.theme.page.carte.hauteur * MM / self.view.height)

    @cached_property
    def _home(self) -> tuple[Rectangle, Paragraph] | None:
        """The home country's label and its room in the map's unit."""
        origin = read_home(self.figure.get("data-origine", ""))
        if origin is None or not self.view.shows(origin.latitude, origin.longitude):
            return None
        label = self.setting.line(origin.name, "carte_origine", self.full)
        width, height = (label.lines[0].width + HOME_MARGIN * 2) / self._scale, label.height / self._scale
        middle = self.view.x(origin.longitude), self.view.y(origin.latitude)
        return Rectangle(middle[0] - width / 2, middle[1] - height / 2, width, height), label

    @property
    def height(self) -> float:
        """As high as the view makes it."""
        return self._scale * self.view.height

    def draw(self, canvas: Canvas) -> None:
        """Draw land, the home country's name, leader lines, places, squares."""
        left = canvas.left_edge + (self.full - self._scale) / 2
        side = self.setting.theme.page.carte.point * MM
        taken = [] if self._home is None else [self._home[0]]
        squares = place_spots(self.spots, self.view, side / self._scale * SPOT_STEP, taken)
        with canvas.moved(left, 0), canvas.figure(self.figure, self._scale, self.height):
            self._draw_land(canvas)
            self._draw_home(canvas)
            for square in squares:
                self._draw_leaders(canvas, square)
            for square in squares:
                self._draw_square(canvas, square, side)

    def _draw_land(self, canvas: Canvas) -> None:
        thickness = self.setting.theme.page.carte.fil * MM
        bleed = self.setting.theme.page.fond_perdu * MM if self._scale == self.full else 0.0
        operators = []
        for x1, x2, y in threads(self.view):
            left = x1 * self._scale - (bleed if x1 <= 0 else 0.0)
            right = x2 * self._scale + (bleed if x2 >= 1 else 0.0)
            if right - left >= thickness / 2:  # less is no thread, and no press prints it
                foot = self.height - y * self._scale - thickness / 2
                operators.append(f"{left:.2f} {foot:.2f} {right - left:.2f} {thickness:.2f} re")
        canvas.setFillColor(self.setting.colour("lin"))
        canvas.fill(" ".join(operators), 0, 0)

    def _draw_home(self, canvas: Canvas) -> None:
        """The home country's name on white."""
        if self._home is None:
            return
        room, label = self._home
        x, top = room.left * self._scale, self.height - room.top * self._scale
        canvas.setFillColor(self.setting.colour("blanc"))
        canvas.rect(x, top - label.height, room.width * self._scale, label.height, 0, 1)
        label.draw_in(canvas, x + HOME_MARGIN, top)

    def _draw_leaders(self, canvas: Canvas, square: Placed) -> None:
        """A thin line and a dot for each place that the square does not stand on."""
        dot, rim = self.setting.theme.page.carte.repere * MM, self.setting.rule("cadre")
        x, y = square.x * self._scale, self.height - square.y * self._scale
        accent = self.setting.dyed(square.spot.teinte).colour("accent")
        canvas.setStrokeColor(accent)
        canvas.setLineWidth(rim)
        for place_x, place_y in square.led_to:
            to_x, to_y = place_x * self._scale, self.height - place_y * self._scale
            canvas.line(x, y, to_x, to_y)
            for side, colour in ((dot + 2 * rim, self.setting.colour("blanc")), (dot, accent)):
                canvas.setFillColor(colour)
                canvas.rect(to_x - side / 2, to_y - side / 2, side, side, 0, 1)

    def _draw_square(self, canvas: Canvas, square: Placed, side: float) -> None:
        setting = self.setting.dyed(square.spot.teinte)
        x, y = square.x * self._scale - side / 2, self.height - square.y * self._scale - side / 2
        rim = setting.rule("cadre")
        canvas.setFillColor(setting.colour("blanc"))
        canvas.rect(x - rim, y - rim, side + 2 * rim, side + 2 * rim, 0, 1)
        canvas.setFillColor(setting.colour("accent"))
        canvas.rect(x, y, side, side, 0, 1)
        number = setting.line(square.spot.text, "carte_point", side, "center")
        number.draw_in(canvas, x, y + side / 2 + number.height / 2)


HOME_MARGIN = 2.0
"""At the left and right of the home country's name, points."""


Line = tuple[Setting, Block, list[Paragraph | None], Paragraph]
"""A sheet's row: its colours, its title, a mark or nothing for each column, its ODD."""


class Matrix(Block):
    """The sheets by theme, axis and ODD, as a cloth: a weft thread for each sheet, a square where it crosses a warp."""

    def __init__(self, setting: Setting, element: Element) -> None:
        super().__init__(setting.theme.text_width * MM)
        self.setting, self.element = setting, element
        page, token = setting.theme.page, setting.theme.page.matrice
        *_, head = element[0]
        body = element[1]
        self.step, self.row = token.pas * MM, token.rang * MM
        self.left = (page.colonne_a + page.gouttiere) * MM
        self.heads = [setting.paragraph(cell, "matrice_tete", token.tete * MM) for cell in list(head)[1:-1]]
        self.corner = setting.paragraph(head[0], "tableau_tete", page.colonne_a * MM)
        self.goals = setting.paragraph(head[-1], "tableau_tete", self.full_goals, "right")
        self.themes = len([cell for cell in head if "thematique" in classes(cell)])
        self.groups = self._groups(element[0])
        self.lines = [self._line(row) for row in body]
        self.after = setting.style("corps").interligne

    def _groups(self, heads: Element) -> list[tuple[float, Paragraph]]:
        """The names over groups of columns, with their left edges, where the tree has them."""
        if len(heads) < 2:
            return []
        found, column = [], 0
        for cell in list(heads[0])[1:-1]:
            span = int(cell.get("colspan", "1"))
            left = self._x(column) - self.setting.theme.page.matrice.carre * MM / 2
            found.append((left, self.setting.paragraph(cell, "tableau_tete", span * self.step + self.step)))
            column += span
        return found

    @property
    def full_goals(self) -> float:
        """The width of the last column."""
        return float(self.setting.theme.page.matrice.odd * MM)

    def _line(self, row: Element) -> Line:
        setting = self.setting.dyed(int(str(row.get("data-teinte"))))
        name, *cells, goals = row
        indent = setting.theme.page.matrice.numero * MM
        number = setting.paragraph(name[0], "matrice_numero", indent)
        text = setting.paragraph(name, "matrice_ligne", self.setting.mm("colonne_a") - indent, runs=runs_after_label)
        title = Beside(number, text, indent)
        marks = [
            setting.paragraph(cell, "matrice_marque", self.step, "center") if cell.text else None for cell in cells
        ]
        return setting, title, marks, setting.paragraph(goals, "matrice_odd", self.full_goals, "right")

    def _x(self, column: int) -> float:
        """The middle of a warp thread."""
        gap = self.step / 2 if column >= self.themes else 0.0
        return self.left + self.step * (column + 0.5) + gap

    @cached_property
    def _head_height(self) -> float:
        return self.setting.theme.page.matrice.tete * MM

    @property
    def height(self) -> float:
        """Head and rows."""
        return self._head_height + self.row * len(self.lines) + self.row / 2

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The texts, row by row."""
        yield from ((group, 0.0) for _, group in self.groups)
        yield self.corner, 0.0
        for number, (_, title, marks, goals) in enumerate(self.lines):
            top = self._head_height + self.row * number
            yield title, top
            yield from ((mark, top) for mark in marks if mark is not None)
            yield goals, top

    def draw(self, canvas: Canvas) -> None:
        """Draw heads, warp, then each sheet's weft with its squares."""
        for left, group in (*self.groups, (0.0, self.corner)):
            group.draw_in(canvas, left, self.height)
        for column, head in enumerate(self.heads):
            self._draw_head(canvas, head, self._x(column))
        self.goals.draw_in(canvas, self.width - self.full_goals, self.height)
        self._draw_warp(canvas, len(self.heads))
        for number, line in enumerate(self.lines):
            self._draw_line(canvas, line, self.height - self._head_height - self.row * (number + 0.5))

    def _draw_head(self, canvas: Canvas, head: Paragraph, x: float) -> None:
        icon, side = (
            head.element.get("data-icone") if head.element is not None else None,
            self.step * self.setting.theme.page.matrice.icone,
        )
        foot = self.height - self._head_height + self.row / 4
        if icon:
            canvas.setFillColor(self.setting.colour("encre"))
            draw_icon(canvas, load_icon(str(icon)), x - side / 2, foot, side)
            foot += side * 1.4
        with canvas.upright(x + head.height / 2, foot):
            head.draw(canvas)

    def _draw_warp(self, canvas: Canvas, columns: int) -> None:
        thread = self.setting.theme.page.matrice.fil * MM
        canvas.setFillColor(self.setting.colour("lin"))
        for column in range(columns):
            canvas.rect(self._x(column) - thread / 2, 0, thread, self.height - self._head_height, 0, 1)

    def _draw_line(self, canvas: Canvas, line: Line, middle: float) -> None:
        setting, title, marks, goals = line
        token = setting.theme.page.matrice
        thread, side = token.fil * MM, token.carre * MM
        canvas.setFillColor(setting.colour("trame"))
        for start, end in _between([self._x(column) for column in range(len(marks))], thread, self.left):
            canvas.rect(start, middle - thread / 2, end - start, thread, 0, 1)
        title.draw_in(canvas, 0, middle + title.height / 2)
        for column, mark in enumerate(marks):
            if mark is not None:
                self._draw_mark(canvas, setting, mark, self._x(column), middle, side)
        goals.draw_in(canvas, self.width - self.full_goals, middle + goals.height / 2)

    def _draw_mark(
        self, canvas: Canvas, setting: Setting, mark: Paragraph, x: float, middle: float, side: float
    ) -> None:
        rim = setting.rule("cadre")
        canvas.setFillColor(setting.colour("blanc"))
        canvas.rect(x - side / 2 - rim, middle - side / 2 - rim, side + 2 * rim, side + 2 * rim, 0, 1)
        top = middle + mark.baseline - MARK_CENTRE * mark.style.taille
        mark.draw_in(canvas, x - self.step / 2, top)


MARK_CENTRE = 0.338
"""Of the sign ■ above the baseline, as a share of the size."""


def _between(middles: Sequence[float], thread: float, left: float) -> Iterator[tuple[float, float]]:
    """The weft's floats: it dives under every warp thread, half a thread before and after."""
    edges = [left, *(edge for x in middles for edge in (x - thread, x + thread)), middles[-1] + 3 * thread]
    return zip(edges[::2], edges[1::2], strict=True)
