"""Files that ``prepare`` leaves in a collection for the measured processes."""

TREE = "tree.xml"
METADATA = "metadata.pickle"
SOURCE = "guide.typ"
FONTS = "fonts"
