"""What poppler reads in every PDF: the structure's text in the order of the HTML tree, the title."""

import subprocess

from words import tree_text, words


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8")


def structure_text(report):
    """The texts in quotation marks of « pdfinfo -struct-text »; what a figure shows is left out."""
    pieces, figure = [], None
    for line in report.splitlines():
        indent = len(line) - len(line.lstrip())
        if figure is not None and indent <= figure:
            figure = None
        if line.strip().startswith("Figure"):
            figure = indent
        elif figure is None and line.strip().startswith('"'):
            pieces.append(line.strip()[1:-1])
    return "".join(words("\n".join(pieces)))


def test_poppler_reads_the_structure_in_the_order_of_the_tree(pdfinfo, collection_documents, collection_files):
    for document in collection_documents:
        read = structure_text(run(pdfinfo, "-struct-text", str(collection_files[document.name])))
        assert read == "".join(words(tree_text(document.tree))), document.name


def test_poppler_reports_a_tagged_file_with_its_title(pdfinfo, collection_documents, collection_files):
    for document in collection_documents:
        report = run(pdfinfo, str(collection_files[document.name]))
        said = dict(line.split(":", 1) for line in report.splitlines() if ":" in line)
        assert (said["Tagged"].strip(), said["Title"].strip()) == ("yes", document.metadata.title)
