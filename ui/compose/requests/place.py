"""Where the socket of a data folder is: a name both sides work out, in a folder that only its owner may enter.

The environment has no say in it: a timed job knows nothing of the desktop's variables and has to find the same place.
The name is short, because a socket's path may have some hundred bytes and a data folder's may have more.
"""

import hashlib
import os
import stat
import sys
from pathlib import Path

OWNER_ONLY = 0o700
PIPE = r"\\.\pipe\citytill-"
RUNTIME = Path("/run/user")
COMMON = Path("/tmp")  # noqa: S108 - the folder made in it is entered only when it is ours alone
_NAME_DIGITS = 16


class PlaceNotOursError(OSError):
    """The folder for the socket belongs to somebody else, or others may enter it."""


def family() -> str:
    """What `multiprocessing.connection` calls the kind of socket."""
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def address_of(folder: Path) -> str:
    """The socket of a data folder, for this user of the computer; nothing is made."""
    name = hashlib.sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()[:_NAME_DIGITS]
    return PIPE + name if sys.platform == "win32" else str(_runtime_folder() / name)


def make_ready(address: str) -> None:
    """Make the owner's folder and clear a socket that a killed window left; only for who holds the data folder's lock.

    Raises:
        PlaceNotOursError: the folder is not safe to use.
        OSError: it cannot be made.
    """
    if sys.platform == "win32":
        return  # a pipe goes with its process, and others may not write to it
    path = Path(address)
    path.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    found = path.parent.lstat()
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    if not is_ours or stat.S_IMODE(found.st_mode) & ~OWNER_ONLY:
        raise PlaceNotOursError(str(path.parent))
    path.unlink(missing_ok=True)


def _runtime_folder() -> Path:
    """The system's folder for sockets of this user, which is gone with the session, or one of our own."""
    user = str(os.getuid()) if sys.platform != "win32" else ""
    usual = RUNTIME / user
    return usual / "citytill" if os.access(usual, os.W_OK) else COMMON / f"citytill-{user}"
