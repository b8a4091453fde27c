"""An RTSP server with a password and with faults, for the tests: /usr/bin/python3 rtsp_server.py --help

Prints "ready PORT" when it listens. Serves an H.264 file (Annex B, an access unit delimiter before each access unit)
in a loop at its own pace, at /stream0, /stream1, ...; what each path sends is named in the same order.
"""
import argparse
import random

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

DELIMITER = b"\x00\x00\x00\x01\x09"
CAPS = "video/x-h264,stream-format=byte-stream,alignment=au"
PARSED = f'( appsrc name=src format=time is-live=true caps="{CAPS}" ! h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96 )'
RAW = f'( appsrc name=src format=time is-live=true caps="{CAPS}" ! rtph264pay name=pay0 pt=96 )'
WRONG = "( videotestsrc is-live=true ! video/x-raw,width=320,height=180,framerate=10/1 ! vp8enc deadline=1 ! rtpvp8pay name=pay0 pt=96 )"


def access_units(path):
    data = open(path, "rb").read()
    starts, at = [], data.find(DELIMITER)
    while at >= 0:
        starts.append(at)
        at = data.find(DELIMITER, at + 4)
    return [data[a:b] for a, b in zip(starts, starts[1:] + [len(data)])]


class Stream(GstRtspServer.RTSPMediaFactory):
    """One path; every client has a run of its own."""

    def __init__(self, units, rate, fault):
        super().__init__()
        self.units, self.rate, self.fault = units, rate, fault
        self.set_shared(False)
        self.set_launch(WRONG if fault == "wrong-codec" else RAW if fault == "garbage" else PARSED)

    def do_configure(self, media):
        if self.fault == "wrong-codec":
            return
        source = media.get_element().get_by_name("src")
        state = {"n": 0, "fed": False}

        def feed(*_):
            if not state["fed"]:
                state["fed"] = True
                push()
                GLib.timeout_add(1000 // self.rate, push)

        def push():
            n = state["n"]
            state["n"] += 1
            if self.fault == "short" and n >= self.rate:
                source.emit("end-of-stream")
                return False
            if self.fault == "garbage":
                noise = bytes(random.randrange(1, 256) for _ in range(400))
                data = DELIMITER + b"\xf0" + b"\x00\x00\x00\x01" + (b"\x65" if n % 25 == 0 else b"\x41") + noise
            else:
                data = self.units[n % len(self.units)]
            buffer = Gst.Buffer.new_wrapped(data)
            stamp = 0 if self.fault == "zero-pts" else n * Gst.SECOND // self.rate
            buffer.pts = buffer.dts = stamp
            buffer.duration = Gst.SECOND // self.rate
            return source.emit("push-buffer", buffer) == Gst.FlowReturn.OK

        source.connect("need-data", feed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("clip")
    parser.add_argument("--port", default="0")
    parser.add_argument("--user", default="viewer")
    parser.add_argument("--password", required=True)
    parser.add_argument("--method", choices=["basic", "digest"], default="digest")
    parser.add_argument("--rate", type=int, default=25)
    parser.add_argument("streams", nargs="+", help="good, garbage, wrong-codec, zero-pts, short")
    asked = parser.parse_args()
    Gst.init(None)
    units = access_units(asked.clip)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(asked.port)
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    if asked.method == "digest":
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(asked.user, asked.password, token)
    else:
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(asked.user, asked.password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    for right in ("access", "construct"):
        permissions.add_permission_for_role("viewer", f"media.factory.{right}", True)
    for index, fault in enumerate(asked.streams):
        stream = Stream(units, asked.rate, fault)
        stream.set_permissions(permissions)
        server.get_mount_points().add_factory(f"/stream{index}", stream)
    server.attach(None)
    print("ready", server.get_bound_port(), flush=True)
    GLib.MainLoop().run()


main()
