#!/usr/bin/env python3
"""A current ClickHouse behind its HTTP interface, without a server: chdb from PyPI, as much of the interface as gijiroku uses.

    chdb_server.py PORT FOLDER
"""
import http.server
import os
import sys
import tempfile
import urllib.parse

from chdb import session

PORT, FOLDER = int(sys.argv[1]), sys.argv[2]
SESSION = session.Session(os.path.join(FOLDER, "data"))
SETTINGS = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(200, b"Ok.\n")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        given = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query, keep_blank_values=True))
        query = given.pop("query", None)
        given.pop("wait_end_of_query", None)
        try:
            for name, value in given.items():
                if SETTINGS.get(name) != value:
                    SESSION.query(f"SET {name} = {int(value)}")
                    SETTINGS[name] = value
            if query is None:
                result = SESSION.query(body.decode(), "TabSeparated")
            else:
                # The rows come from a file: chdb has no stream to read them from.
                statement, form = query.rsplit(" FORMAT ", 1)
                with tempfile.NamedTemporaryFile(dir=FOLDER) as rows:
                    rows.write(body)
                    rows.flush()
                    result = SESSION.query(f"{statement} SELECT * FROM file('{rows.name}', '{form}')", "TabSeparated")
            self.answer(200, bytes(result.bytes()) if result is not None else b"")
        except Exception as problem:
            self.answer(500, str(problem).encode())


print(SESSION.query("SELECT version()", "TabSeparated"), end="", flush=True)
http.server.HTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
