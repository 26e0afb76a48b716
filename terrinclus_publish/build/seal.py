"""Contents that only this user can have written: a cache that came with somebody else's collection is not believed."""

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from terrinclus_publish.collection import user_folder

KEY_BYTES = 32
_SIGNATURE_BYTES = 32


@dataclass(frozen=True, slots=True)
class Seal:
    """Signs contents with a key (HMAC-SHA256), and tells whether one was signed with it and is whole."""

    key: bytes

    def sign(self, content: bytes) -> bytes:
        """The content with its signature before it."""
        return hmac.digest(self.key, content, "sha256") + content

    def open(self, signed: bytes) -> bytes | None:
        """The content; None where it is damaged, or another's."""
        signature, content = signed[:_SIGNATURE_BYTES], signed[_SIGNATURE_BYTES:]
        return content if hmac.compare_digest(signature, hmac.digest(self.key, content, "sha256")) else None


def user_seal() -> Seal:
    """The seal of the user of this machine, made at its first use; where it cannot be kept, one for this run only."""
    try:
        return Seal(_kept_key(user_folder() / "sceau"))
    except (OSError, RuntimeError):
        return Seal(secrets.token_bytes(KEY_BYTES))


def _kept_key(file: Path) -> bytes:
    if file.is_file() and len(key := file.read_bytes()) == KEY_BYTES:
        return key
    file.parent.mkdir(parents=True, exist_ok=True)
    key, temporary = secrets.token_bytes(KEY_BYTES), file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(key)
    temporary.replace(file)
    return key
