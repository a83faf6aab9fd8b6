"""Memory with 4,000 idle connections that have each made one request, against HAProxy."""
import socket

from . import peers
from .processes import cores, scratch

REQUEST = b"GET /catalog/books/7 HTTP/1.1\r\nHost: bench\r\n\r\n"


def hold(port: int, count: int) -> list:
    held = []
    for _ in range(count):
        s = socket.create_connection(("127.0.0.1", port), 10)
        s.sendall(REQUEST)
        answer = b""
        while b"}" not in answer:
            answer += s.recv(4096)
        held.append(s)
    return held


def run(root, quick: bool) -> dict:
    core, other = cores()
    count = 500 if quick else 4000
    used = {}
    with scratch() as workdir:
        backend = peers.upstream(workdir, other)
        try:
            for name, start in (("gatehouse", lambda: peers.gatehouse(root, workdir, core, backend.port)),
                                ("haproxy", lambda: peers.haproxy(workdir, core, backend.port))):
                server = start()
                try:
                    empty = server.rss_bytes()
                    held = hold(server.port, count)
                    used[name] = (server.rss_bytes(), server.rss_bytes() - empty)
                    for s in held:
                        s.close()
                finally:
                    server.stop()
        finally:
            backend.stop()
    mib = {name: total / 2**20 for name, (total, _) in used.items()}
    return {"rows": [{"what": f"memory, {count} idle connections", "figure": f"{mib['gatehouse']:.1f} MiB",
                      "against": f"haproxy {mib['haproxy']:.1f} MiB", "bound": "≤ haproxy",
                      "holds": mib["gatehouse"] <= mib["haproxy"]}],
            "bytes_a_connection": {name: grown / count for name, (_, grown) in used.items()}}
