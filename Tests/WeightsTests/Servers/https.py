#!/usr/bin/env python3
"""Serves a folder over HTTPS, as an owner of weights would; can break off, or refuse to go on in the middle.

    https.py FOLDER CERTIFICATE KEY

Prints its port. Names that begin with `broken-` end after half of what was asked for the first time; those that begin
with `whole-` are given from the beginning alone; `moved-NAME` is found at NAME over plain HTTP, which nobody may follow.
"""

import http.server
import ssl
import sys
from pathlib import Path

FOLDER, CERTIFICATE, KEY = sys.argv[1:4]
BROKEN = set()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.lstrip("/")
        if name.startswith("moved-"):
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/{name.removeprefix('moved-')}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = Path(FOLDER) / name
        if not path.is_file():
            self.send_error(404)
            return
        data, start = path.read_bytes(), 0
        wanted = self.headers.get("Range")
        if wanted and not name.startswith("whole-"):
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        part = data[start:]
        if name.startswith("broken-") and name not in BROKEN:
            BROKEN.add(name)
            self.wfile.write(part[: len(part) // 2])
            self.wfile.flush()
            self.close_connection = True
            self.connection.close()
            return
        self.wfile.write(part)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERTIFICATE, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
