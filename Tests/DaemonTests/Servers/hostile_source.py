"""Cameras that want all the memory there is, for the tests: python3 hostile_source.py CLIP

CLIP is a file of H.264 (Annex B). Prints "ready PORT UDP" when it listens. One port speaks RTSP and HTTP, as what it is
asked for needs; the path names the attack (see ATTACKS). MPEG-TS with 20,000 programmes goes to the UDP port.
"""
import base64
import itertools
import socket
import struct
import sys
import threading
import time

SDP_HEAD = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
MEDIA = "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:track1\r\n"
BLOCK = b"x" * 65536


def units(path):
    """The NAL units of a file."""
    data = open(path, "rb").read()
    return [unit.rstrip(b"\0") for unit in data.split(b"\0\0\1")[1:]]


UNITS = units(sys.argv[1])
KINDS = {kind: next(unit for unit in UNITS if unit[0] & 31 == kind) for kind in (5, 7, 8)}


def sdp(more=""):
    sets = ",".join(base64.b64encode(KINDS[kind]).decode() for kind in (7, 8))
    return SDP_HEAD + MEDIA + f"a=fmtp:96 packetization-mode=1;sprop-parameter-sets={sets}\r\n" + more


def rtp(payload, sequence, stamp, marker=False):
    head = struct.pack("!BBHII", 0x80, 96 | (0x80 if marker else 0), sequence & 0xFFFF, stamp & 0xFFFFFFFF, 1)
    return struct.pack("!cBH", b"$", 0, len(head) + len(payload)) + head + payload


def fragment(unit, sequence, stamp, is_first=False):
    kind = (unit[0] & 0x60) | 28
    return rtp(bytes([kind, (0x80 if is_first else 0) | (unit[0] & 31)]) + unit[1:], sequence, stamp)


def fragments_without_end(size):
    """A picture's first fragment, then others for ever, `size` bytes each."""
    unit = KINDS[5][:1] + bytes(range(1, 256)) * (size // 255 + 1)
    yield fragment(unit[:size], 0, 0, is_first=True)
    for sequence in itertools.count(1):
        yield fragment(unit[:size], sequence, 0)


def picture_first_then(attack):
    """One sound picture, so that the connection stands, then the attack."""
    for number, kind in enumerate((7, 8)):
        yield rtp(KINDS[kind], number, 0)
    for number in range(2, 8):
        unit = KINDS[5]
        yield fragment(unit[:1000], 0, number * 3600, is_first=True)
    yield from attack


class Rtsp:
    """One connection of a camera that was asked for `attack`."""

    def __init__(self, connection, attack):
        self.connection, self.attack = connection, attack

    def answer(self, number, headers="", body="", code="200 OK"):
        text = f"RTSP/1.0 {code}\r\nCSeq: {number}\r\n{headers}"
        if body:
            text += f"Content-Length: {len(body)}\r\n"
        self.connection.sendall((text + "\r\n" + body).encode())

    def serve(self, request):
        buffer = request
        while True:
            while b"\r\n\r\n" in buffer:
                text, buffer = buffer.split(b"\r\n\r\n", 1)
                self.take(text.decode(errors="replace"))
            more = self.connection.recv(65536)
            if not more:
                return
            buffer += more

    def take(self, text):
        method = text.split(" ")[0]
        number = next((line.split(":")[1].strip() for line in text.split("\r\n") if line.lower().startswith("cseq")), "1")
        if method == "DESCRIBE":
            self.describe(number)
        elif method == "SETUP":
            asked = next(line for line in text.split("\r\n") if line.startswith("Transport"))
            self.answer(number, f"{asked}\r\nSession: 1\r\n")
        elif method == "PLAY":
            self.answer(number, "Session: 1\r\n")
            threading.Thread(target=self.answers_unread, daemon=True).start()
            for packet in self.packets():
                self.connection.sendall(packet)
        else:
            self.answer(number, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n")

    def answers_unread(self):
        try:
            while self.connection.recv(65536):
                pass
        except OSError:
            pass

    def describe(self, number):
        head = f"RTSP/1.0 200 OK\r\nCSeq: {number}\r\nContent-Type: application/sdp\r\n"
        if self.attack == "sdp-length":
            self.flood(head + "Content-Length: 2000000000\r\n\r\n" + SDP_HEAD, BLOCK)
        elif self.attack == "sdp-large":
            line = b"a=source-filter:incl IN IP4 * 10.0.0.1\r\n"
            self.flood(head + "Content-Length: 120000000\r\n\r\n" + SDP_HEAD + MEDIA, line * 1000)
        elif self.attack == "headers":
            self.flood(head, b"X-More: " + b"y" * 200 + b"\r\n")
        elif self.attack == "header-line":
            self.flood(head + "X-More: ", BLOCK)
        elif self.attack == "streams":
            self.answer(number, "Content-Type: application/sdp\r\n", sdp(MEDIA * 20_000))
        elif self.attack == "redirect":
            there = f"rtsp://127.0.0.1:{PORT}/redirect"
            self.answer(number, f"Location: {there}\r\n", code="302 Found")
        elif self.attack == "slow":
            for byte in head.encode() * 1000:
                self.connection.sendall(bytes([byte]))
                time.sleep(1)
        else:
            self.answer(number, "Content-Type: application/sdp\r\n", sdp())

    def flood(self, head, block):
        self.connection.sendall(head.encode())
        while True:
            self.connection.sendall(block)

    def packets(self):
        if self.attack == "fragments":
            return fragments_without_end(60_000)
        if self.attack == "small-fragments":
            return fragments_without_end(1_400)
        return picture_first_then(fragments_without_end(60_000))


class Http:
    was_asked = False

    def __init__(self, connection, attack):
        self.connection, self.attack = connection, attack

    def serve(self, request):
        handler = {
            "playlist.m3u8": self.playlist, "variants.m3u8": self.variants, "segment.m3u8": self.one_segment,
            "elsewhere.m3u8": self.elsewhere, "sent-away.m3u8": self.sent_away, "redirect.m3u8": self.redirect,
            "slow.m3u8": self.slow, "headers.m3u8": self.headers, "cookies.m3u8": self.cookies,
            "emptied.m3u8": self.emptied, "short.ts": self.short, "tag.flv": self.tag, "rubbish.flv": self.rubbish, "segment.ts": self.segment,
        }[self.attack]
        handler()

    def head(self, kind="application/vnd.apple.mpegurl"):
        self.connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n".encode())

    def for_ever(self, block):
        while True:
            self.connection.sendall(block)

    def playlist(self):
        self.head()
        self.connection.sendall(b"#EXTM3U\n#EXT-X-TARGETDURATION:2\n")
        self.for_ever(b"#EXTINF:1,\na.ts\n" * 5000)

    def variants(self):
        self.head()
        self.connection.sendall(b"#EXTM3U\n")
        self.for_ever(b"#EXT-X-STREAM-INF:BANDWIDTH=1\nplaylist.m3u8\n" * 1000)

    def named(self, segment):
        self.head()
        self.connection.sendall(f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{segment}\n".encode())
        self.connection.close()

    def one_segment(self):
        self.named("segment.ts")

    def emptied(self):
        """A segment at first, and none when it is asked again: libavformat 5.1 reads the first of none."""
        if Http.was_asked:
            self.head()
            self.connection.sendall(b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-ENDLIST\n")
            self.connection.close()
        else:
            self.named("short.ts")
        Http.was_asked = not Http.was_asked

    def short(self):
        self.head("video/mp2t")
        self.connection.sendall(tables({1: 0x100}) + elementary(0x100, KINDS[7], KINDS[8]))
        self.connection.close()

    def elsewhere(self):
        self.named(f"http://localhost:{PORT}/segment.ts")

    def sent_away(self):
        self.sent(f"http://localhost:{PORT}/segment.m3u8")

    def redirect(self):
        self.sent(f"http://127.0.0.1:{PORT}/redirect.m3u8")

    def sent(self, there):
        self.connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n".encode())
        self.connection.close()

    def slow(self):
        self.head()
        for byte in itertools.cycle(b"#EXTM3U\n"):
            self.connection.sendall(bytes([byte]))
            time.sleep(1)

    def headers(self):
        self.connection.sendall(b"HTTP/1.1 200 OK\r\n")
        self.for_ever(b"X-More: " + b"y" * 2000 + b"\r\n")

    def cookies(self):
        self.connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in itertools.count():
            self.connection.sendall(f"Set-Cookie: c{number}={'y' * 3000}; path=/\r\n".encode())

    def tag(self):
        self.head("video/x-flv")
        self.connection.sendall(b"FLV\1\1\0\0\0\x09\0\0\0\0")
        # The largest tag that there is, of video, again and again: none holds a picture.
        tag = b"\x09\xff\xff\xff" + bytes(7) + b"\x17\1\0\0\0" + bytes(0xFFFFFF - 5) + struct.pack("!I", 0xFFFFFF + 11)
        self.for_ever(tag)

    def rubbish(self):
        self.head("video/x-flv")
        self.connection.sendall(b"FLV\1\1\0\0\0\x09\0\0\0\0")
        # Tags of sound alone.
        self.for_ever((b"\x08\0\4\0" + bytes(7) + b"\xaf\1" + bytes(1022) + struct.pack("!I", 1035)) * 50)

    def segment(self):
        self.head("video/mp2t")
        # One picture without an end, in packets of a transport stream.
        self.connection.sendall(tables({1: 0x100}) + elementary(0x100, KINDS[7], KINDS[8], KINDS[5]))
        packets = b"".join(ts_packet(0x100, bytes(range(1, 185)), False, n) for n in range(16))
        self.for_ever(packets * 20)


def crc(data):
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return struct.pack("!I", value)


def ts_packet(pid, payload, is_start, counter):
    head = struct.pack("!BHB", 0x47, (0x4000 if is_start else 0) | pid, 0x10 | counter & 15)
    return head + payload[:184].ljust(184, b"\xff")


def section(table, number, body, at=0, last=0):
    data = struct.pack("!BHHBBB", table, 0xB000 | len(body) + 9, number, 0xC1, at, last) + body
    return b"\0" + data + crc(data)


def in_packets(pid, text):
    return b"".join(
        ts_packet(pid, text[at:at + 184], at == 0, at // 184) for at in range(0, len(text), 184))


def tables(programmes, at=0, last=0):
    """A PAT of programmes by number, and the PMT of each: one stream of H.264 each."""
    pat = section(0, 1, b"".join(struct.pack("!HH", number, 0xE000 | pid + 1) for number, pid in programmes.items()), at, last)
    out = in_packets(0, pat)
    for number, pid in programmes.items():
        body = struct.pack("!HHBHH", 0xE000 | pid, 0xF000, 0x1B, 0xE000 | pid, 0xF000)
        out += in_packets(pid + 1, section(2, number, body))
    return out


def elementary(pid, *nal_units):
    data = b"\0\0\1\xe0\0\0\x80\x80\5\x21\0\1\0\1" + b"".join(b"\0\0\0\1" + unit for unit in nal_units)
    return b"".join(ts_packet(pid, data[at:at + 184], at == 0, at // 184) for at in range(0, len(data) - 184, 184))


def programmes(port):
    """20,000 programmes with a stream each, over and over, as fast as the port takes them."""
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams = []
    for first in range(1, 20_000, 200):
        of = {number: 0x20 + number * 2 % 8000 for number in range(first, first + 200)}
        text = tables(of, first // 200 % 256, 99)
        datagrams += [text[at:at + 188 * 7] for at in range(0, len(text), 188 * 7)]
    while True:
        for datagram in datagrams:
            try:
                out.sendto(datagram, ("127.0.0.1", port))
            except OSError:
                pass
            time.sleep(0.0002)


def take(connection):
    try:
        request = connection.recv(65536)
        first = request.split(b"\r\n")[0].decode(errors="replace")
        path = first.split(" ")[1]
        attack = path.split("?")[0].rstrip("/").split("/")[-1] if "/track1" not in path else path.split("/")[-2]
        (Rtsp if "RTSP" in first else Http)(connection, attack).serve(request)
    except (OSError, IndexError, KeyError, StopIteration):
        pass
    finally:
        connection.close()


listener = socket.create_server(("127.0.0.1", 0), backlog=128)
PORT = listener.getsockname()[1]
reserved = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
reserved.bind(("127.0.0.1", 0))
UDP = reserved.getsockname()[1]
reserved.close()
print("ready", PORT, UDP, flush=True)
threading.Thread(target=programmes, args=(UDP,), daemon=True).start()
while True:
    client, _ = listener.accept()
    threading.Thread(target=take, args=(client,), daemon=True).start()
