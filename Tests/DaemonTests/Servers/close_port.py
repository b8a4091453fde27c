"""Takes the port away on which a process listens: python3 close_port.py PROCESS PORT

The socket is taken out of the process (pidfd_getfd(2), for which one must be its owner) and shut down.
"""
import ctypes
import os
import socket
import sys


def main():
    process, port = int(sys.argv[1]), int(sys.argv[2])
    with open("/proc/net/tcp") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    listening = {row[9] for row in rows if int(row[1].split(":")[1], 16) == port and row[3] == "0A"}
    call = ctypes.CDLL(None, use_errno=True).syscall
    handle = os.pidfd_open(process)
    for name in os.listdir(f"/proc/{process}/fd"):
        link = os.readlink(f"/proc/{process}/fd/{name}")
        if link.startswith("socket:[") and link[8:-1] in listening:
            taken = call(438, handle, int(name), 0)
            if taken < 0:
                sys.exit(os.strerror(ctypes.get_errno()))
            socket.socket(fileno=taken).shutdown(socket.SHUT_RDWR)
            return
    sys.exit(f"process {process} does not listen on {port}")


main()
