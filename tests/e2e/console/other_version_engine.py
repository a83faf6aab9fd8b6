#!/usr/bin/env python3
"""An engine of another version: answers the console's hello with a contract of its own time."""
import json
import socket
import sys

path = sys.argv[sys.argv.index("--socket") + 1]
sys.stdin.readline()  # the token
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
console, _ = server.accept()
lines = console.makefile("rw")
hello = json.loads(lines.readline())
lines.write(json.dumps({"jsonrpc": "2.0", "id": hello["id"], "error": {
    "code": 1, "message": "The console speaks another contract; this engine, 9.0.0, speaks version 99."}}) + "\n")
lines.flush()
lines.readline()
