"""Why the system refuses a file, in an author's words: what it says itself is English on some machines."""

import errno

_REASONS = {
    errno.ENOENT: "il n'existe pas",
    errno.EACCES: "l'accès est refusé",
    errno.EPERM: "l'accès est refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "un fichier porte le nom d'un de ses dossiers",
    errno.EEXIST: "un fichier porte déjà ce nom",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.EIO: "le disque ne répond pas comme il faut",
}


def why(error: OSError) -> str:
    """The reason, without a capital or a final stop, to stand between brackets."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
