"""A process aside that goes wrong on purpose: `python -m tests.db.aside.child WAY`."""

import os
import signal
import sys

from app.ports.account_intake import ExtractTaken
from db.aside.frames import LENGTH, MOST_BYTES, Begin, Begun, Crashed, Finish, Slice
from db.aside.inside import Channel
from db.intake import IntakeSlice, IntakeSums
from db.keys.blobs import sealed_blob


def main(way: str) -> None:
    channel = Channel()
    channel.heard()
    if way == "nonsense":
        os.write(channel.outward, LENGTH.pack(3) + b"\xff\xff\xff")
    elif way == "endless":
        os.write(channel.outward, LENGTH.pack(MOST_BYTES + 1))
    elif way == "crash":
        channel.say(Crashed("Traceback: line 1"))
    elif way != "silent":
        channel.say(Begin("2026-11-21", "2026-11-21"))
        begun = channel.heard()
        assert isinstance(begun, Begun)
        channel.say(Slice(IntakeSlice(sealed_blob(begun.ground.key, b"{}\n"), rows(begun.ground.generation))))
        if way == "late":
            channel.say(Finish(ExtractTaken("a.csv", "ab" * 32, "x", 1, 1, 0, 0), IntakeSums(1, 0, 0, "cd" * 32)))
            channel.heard()
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    channel.heard()


def rows(generation: int) -> bytes:
    return b'[["1",%d,"1","A","","active","",0,null,"A  1","[]","{\\"key\\":\\"1\\",\\"name\\":\\"A\\"}"]]' % generation


if __name__ == "__main__":
    main(sys.argv[1])
