"""The prompts that Word shows in content controls until they are filled in."""

from terrinclus_publish.reading.word.normalise import W
from terrinclus_publish.reading.word.styles import Styles, is_on, value
from terrinclus_publish.stylenames import is_prompt
from terrinclus_publish.tree import Element

ASKED = f"{W}asked"
"""The attribute of a run that is a prompt, from here to where runs are read."""


def mark_prompts(root: Element, styles: Styles) -> None:
    """Mark the runs of controls that show their prompt (ECMA-376 part 1, 17.5.2), as far as they look like one.

    Why both: some applications leave the control's mark where an answer was typed.
    """
    for control in root.iter(f"{W}sdt"):
        if not is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
            continue
        for run in control.iter(f"{W}r"):
            if is_prompt(styles.name(value(run.find(f"{W}rPr/{W}rStyle")))):
                run.set(ASKED, "1")
