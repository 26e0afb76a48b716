"""Tables: a marked header row that is repeated, cells that fill the grid and end with a paragraph."""

from word.extract import W, paragraph_text, value


def tables(file):
    return file.body.findall(f".//{W}tbl")


def is_styled(table):
    return table.find(f"{W}tblPr/{W}tblStyle") is not None


def texts(row):
    return [" ".join(paragraph_text(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]


def test_tables_of_data_have_marked_header_rows(file):
    """One row; in the matrix, icons stand under the names, and these under the names of their groups."""
    styled = [table for table in tables(file) if is_styled(table)]
    assert styled
    for table in styled:
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        count = 3 if value(table.find(f"{W}tblPr/{W}tblStyle")) == "Matrice" else 1
        assert headers == [True] * count + [False] * (len(headers) - count)
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_rows_of_labels_are_tables_without_a_style_nor_a_header(sheet):
    plain = [table for table in tables(sheet) if not is_styled(table)]
    assert len(plain) == 6  # identity's rows, its tiles, a single tile; ODD, resources, contacts
    assert all(table.find(f".//{W}tblHeader") is None for table in plain)


def test_cells_fill_the_grid_and_end_with_a_paragraph(file):
    for table in tables(file):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            assert sum(int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in cells) == columns
            assert all(cell[-1].tag == f"{W}p" for cell in cells)


def test_no_row_is_cut_at_the_foot_of_a_page(file):
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in file.body.iter(f"{W}tr"))


def test_key_figures_are_headers_and_their_captions_data(sheet):
    figures = [table for table in tables(sheet) if value(table.find(f"{W}tblPr/{W}tblStyle")) == "Chiffres"]
    first, second = ([texts(row) for row in table.iter(f"{W}tr")] for table in figures)
    assert first == [["12\u202f000", "2"], ["jardins", "écoles"]]
    assert second == [["4"], ["années"]]


def test_a_spanning_cell_spans(sheet):
    (table,) = (table for table in tables(sheet) if texts(table.find(f"{W}tr")) == ["A", "B", "C"])
    last = table.findall(f"{W}tr")[-1]
    assert [value(cell.find(f"{W}tcPr/{W}gridSpan")) for cell in last.iter(f"{W}tc")] == [None, "2"]


def test_amounts_stand_at_the_right(sheet):
    (table,) = (table for table in tables(sheet) if texts(table.find(f"{W}tr"))[0] == "Financeur")
    amounts = [cell for row in table.iter(f"{W}tr") for cell in row.findall(f"{W}tc")[1:]]
    assert {value(cell.find(f"{W}p/{W}pPr/{W}jc")) for cell in amounts} == {"right"}


def test_a_table_that_is_not_long_stays_on_one_page(sheet):
    (table,) = (table for table in tables(sheet) if texts(table.find(f"{W}tr")) == ["A", "B", "C"])
    kept = [row.find(f".//{W}keepNext") is not None for row in table.iter(f"{W}tr")]
    assert kept == [True, True, False]


def test_a_table_stays_with_its_note(sheet):
    (table,) = (table for table in tables(sheet) if texts(table.find(f"{W}tr"))[0] == "Financeur")
    assert all(row.find(f".//{W}keepNext") is not None for row in table.iter(f"{W}tr"))


def test_tiles_stand_in_two_columns_beside_their_label(sheet):
    (row,) = (row for row in sheet.body.iter(f"{W}tr") if texts(row)[0] == "Thématiques")
    cells = [[paragraph_text(paragraph) for paragraph in cell.iter(f"{W}p")] for cell in row.iter(f"{W}tc")]
    assert cells == [["Thématiques"], ["Temps", "Jeunesse"], ["Handicap"]]


def test_one_tile_has_the_whole_width(sheet):
    (row,) = (row for row in sheet.body.iter(f"{W}tr") if texts(row)[0] == "Préconisation")
    assert texts(row) == ["Préconisation", "Temporalité"]


def test_tiles_are_read_in_the_order_of_the_tree(sheet):
    said = [paragraph_text(paragraph) for paragraph in sheet.paragraphs("Tuile")]
    assert said == ["Temps", "Jeunesse", "Handicap", "Temporalité"]
