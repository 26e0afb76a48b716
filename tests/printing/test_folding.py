from itertools import pairwise

import pytest

from printing.fold import fold
from terrinclus_publish.printing.folding import sides, signatures


@pytest.mark.parametrize("pages", [1, 2, 4, 5, 6, 8, 12, 47, 48, 49, 80, 92, 97, 200])
@pytest.mark.parametrize("most", [4, 16, 32, 48])
def test_a_booklet_folded_and_stacked_reads_from_first_to_last(pages, most):
    total = -(-pages // 4) * 4
    sheets = [(side.left, side.right) for side in sides(pages, most)]
    assert fold(sheets, signatures(pages, most)) == list(range(1, total + 1))


@pytest.mark.parametrize("pages", [92, 97, 200])
def test_signatures_hold_no_more_than_asked_and_are_nearly_as_thick_as_one_another(pages):
    found = signatures(pages, 48)
    assert max(found) <= 48
    assert max(found) - min(found) <= 4
    assert sum(found) == -(-pages // 4) * 4


def test_the_outermost_sheet_bears_the_last_and_the_first_page():
    front, back, *_ = sides(8, 48)
    assert ((front.left, front.right), (back.left, back.right)) == ((8, 1), (2, 7))


def test_each_sheet_inside_is_one_deeper():
    depths = [side.depth for side in sides(24, 48)][::2]
    assert all(later == earlier + 1 for earlier, later in pairwise(depths))
