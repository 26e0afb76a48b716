"""The structure tree as objects of the file (ISO 32000-1, 14.7), with what PDF/UA-1 asks of each element."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument

from terrinclus_publish.pdf.objects import Raw, number_of, page_reference, text_string
from terrinclus_publish.pdf.structure import FIRST_ANNOTATION_KEY, ROLE_MAP, Annotation, Kid, Mark, Node, Structure


def structure_tree(document: PDFDocument, structure: Structure) -> Raw:
    """The root of the tree; it and all below get their numbers and their bytes."""
    root, tree = Raw(), Raw()
    root_number = number_of(document, root, "StructTreeRoot")
    nodes = list(structure.order())
    elements = [Raw() for _ in nodes]
    for place, (node, element) in enumerate(zip(nodes, elements, strict=True)):
        node.number = number_of(document, element, f"Element{place}")
    pages = [page_reference(document, page) for page in range(len(document.Pages.pages))]
    for node, element in zip(nodes, elements, strict=True):
        element.content = _element(node, pages, root_number, structure)
    tree_number = number_of(document, tree, "ParentTree")
    tree.content = _parent_tree(structure)
    roles = "".join(f"/{own}/{standard}" for own, standard in ROLE_MAP.items())
    root.content = (
        f"<</Type/StructTreeRoot/K {structure.root.number} 0 R/ParentTree {tree_number} 0 R"
        f"/ParentTreeNextKey {FIRST_ANNOTATION_KEY + len(structure.annotated)}/RoleMap<<{roles}>>>>"
    ).encode("ascii")
    return root


def _parent_tree(structure: Structure) -> bytes:
    pages = (
        f"{page}[{' '.join([f'{node.number} 0 R' for node in nodes])}]"
        for page, nodes in sorted(structure.marks.items())
    )
    links = (f" {FIRST_ANNOTATION_KEY + key} {node.number} 0 R" for key, node in enumerate(structure.annotated))
    return f"<</Nums[{''.join([*pages, *links])}]>>".encode("ascii")


def _element(node: Node, pages: Sequence[str], root: int, structure: Structure) -> bytes:
    """One structure element: its type, parent, page, kids, attributes."""
    kids = node.kids
    parent = node.parent.number if node.parent is not None else root
    page = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
    on = "" if page is None else f"/Pg {pages[page]}"
    holds = f"/K[{' '.join([_kid(kid, page, pages) for kid in kids])}]" if kids else ""
    return f"<</S/{node.kind}/P {parent} 0 R{on}{holds}{_attributes(node, structure)}>>".encode("latin-1")


def _kid(kid: Kid, page: int | None, pages: Sequence[str]) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {kid.number} 0 R>>"
    return str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"


def _attributes(node: Node, structure: Structure) -> str:
    """Language, alternative text, and what is said of figures, cells and lists."""
    element, found = node.element, ""
    if element is None:
        return found
    language = structure.language_of(node)
    if language:
        found += f"/Lang{text_string(language)}"
    if node.kind == "Figure":
        found += f"/Alt{text_string(str(element.get('alt') or element.get('aria-label')))}"
    if node.box is not None:
        found += f"/A<</O/Layout/BBox[{' '.join(f'{value:.2f}' for value in node.box)}]>>"
    if node.kind in ("TH", "TD"):
        found += _cell_attributes(node)
    if node.kind == "L" and element.tag == "ol":
        found += "/A<</O/List/ListNumbering/Decimal>>"
    return found


def _cell_attributes(node: Node) -> str:
    """Scope of heads and spans of cells (PDF/UA-1 7.5)."""
    element, values = node.element, ""
    scope = element.get("scope") if element is not None else None
    span = element.get("colspan") if element is not None else None
    if node.kind == "TH":
        values = f"/Scope/{'Row' if scope == 'row' else 'Column'}"
    if span:
        values += f"/ColSpan {int(span)}"
    return f"/A<</O/Table{values}>>" if values else ""
