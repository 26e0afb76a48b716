"""Files that ``prepare`` leaves in a collection for the measured processes, and what these make of them."""

TREE = "tree.xml"
METADATA = "metadata.pickle"
SOURCE = "guide.typ"
FONTS = "fonts"
OURS = "ours.pdf"
TYPSTS = "typst.pdf"
