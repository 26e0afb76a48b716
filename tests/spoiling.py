"""What becomes of a spoiled sheet: it is built, or refused with the place of every fault, in time."""

import signal

from terrinclus_publish.build.formats import OWN
from terrinclus_publish.build.orders import FicheMaking, ReviewOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.work import carry_out
from terrinclus_publish.faults import Level

SECONDS = 5
"""What a sheet may take, however it was spoiled; more under other work on the machine."""


def built_or_refused(root, content):
    """What came of a sheet's bytes: the codes of its faults. Fails on a fault without a place, or of the program's."""
    if hasattr(signal, "SIGALRM"):
        signal.alarm(4 * SECONDS)
    (root / "sheets" / "essai.yaml").write_bytes(content)
    place = Folder(root)
    (reviewed,) = carry_out(ReviewOrder(("sheets/essai.yaml",)), place)
    faults = list(reviewed.faults)
    for fault in faults:
        assert fault.place.file == "sheets/essai.yaml"
        assert fault.message
        assert fault.place.line > 0 or fault.code in WHOLE_FILE, fault
    if reviewed.is_sound:
        product = carry_out(FicheMaking("essai", "sheets/essai.yaml", 0, OWN, ""), place)
        failures = [fault for found in product.faults.values() for fault in found]
        assert not failures, failures
        assert set(product.files) == set(OWN)
    return {fault.code for fault in faults if fault.level is Level.ERROR}


WHOLE_FILE = {"file-too-large", "empty-file", "encoding", "missing-key", "missing-field", "not-a-mapping"}
"""Faults that are of the file as a whole."""
