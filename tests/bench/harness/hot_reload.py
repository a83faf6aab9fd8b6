"""Reloading a workspace of 10,000 routes under 1,000 connections of load: failed requests, and what it adds to p99."""
import http.client
import json
import signal
import statistics
import threading
import time

from . import peers
from .load import wrk
from .processes import Measured, cores, free_port, scratch

ROUTES = 10_000


def workspace(port: int, backend: int, turn: int) -> str:
    routes = [{"name": f"r{i}", "parentRefs": [{"name": "edge"}],
               "rules": [{"matches": [{"path": {"value": f"/r{i}/{turn}"}}], "backendRefs": [{"name": "up"}]}]}
              for i in range(ROUTES - 1)]
    routes.append({"name": "steady", "parentRefs": [{"name": "edge"}],
                   "rules": [{"matches": [{"path": {"value": "/catalog"}}], "backendRefs": [{"name": "up"}]}]})
    return json.dumps({"gatehouse": 1, "name": "bench",
                       "gateways": [{"name": "edge", "listeners": [{"name": "public", "port": port}]}],
                       "routes": routes,
                       "services": [{"name": "up", "endpoints": [{"port": backend}]}]})


def wait_until_served(port: int, path: str) -> None:
    """The last file of a round came into force: reloads that were never carried out would cost nothing."""
    deadline = time.monotonic() + 10
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        if status == 200:
            return
        if time.monotonic() > deadline:
            raise RuntimeError(f"{path} is still answered with {status}: the reload did not take effect")
        time.sleep(0.05)


def run(root, quick: bool) -> dict:
    core, other = cores()
    rounds, seconds = (1, 4) if quick else (5, 8)
    quiet, reloading, bad, reloads = [], [], 0, 0
    with scratch() as workdir:
        backend = peers.upstream(workdir, other)
        port = free_port()
        file = workdir / "bench.gatehouse.json"
        file.write_text(workspace(port, backend.port, 0))
        engine = Measured([root / "build/release/bin/gatehouse-engine", "run", file, "--workers", "1"], core, port, workdir)
        try:
            wrk(port, 1000, 2, other)
            for turn in range(rounds):
                load = wrk(port, 1000, seconds, other)
                quiet.append(load["p99_ms"])
                bad += load["bad"]

                drafts = []  # written before the load begins: it has to share its cores with the engine alone
                for number in range(1, seconds + 1):
                    drafts.append(workdir / f"draft-{number}")
                    drafts[-1].write_text(workspace(port, backend.port, turn * 100 + number))
                stop = threading.Event()

                def reload():
                    nonlocal reloads
                    while drafts and not stop.wait(1.0):  # a reload a second
                        drafts.pop(0).rename(file)
                        engine.process.send_signal(signal.SIGHUP)
                        reloads += 1

                thread = threading.Thread(target=reload)
                thread.start()
                load = wrk(port, 1000, seconds, other)
                stop.set()
                thread.join()
                reloading.append(load["p99_ms"])
                bad += load["bad"]
                wait_until_served(port, f"/r0/{turn * 100 + seconds - len(drafts)}")
        finally:
            engine.stop()
            backend.stop()
    added = statistics.median(b - a for a, b in zip(quiet, reloading))
    return {"rows": [
        {"what": f"{reloads} reloads of {ROUTES:,} routes, 1,000 connections: failed requests", "figure": str(bad),
         "against": "0", "bound": "0", "holds": bad == 0 and reloads > 0},
        {"what": "p99 added by reloading", "figure": f"{added:.1f} ms",
         "against": f"p99 {statistics.median(quiet):.1f} ms without", "bound": "≤ 5 ms", "holds": added <= 5}],
        "p99_ms": {"quiet": quiet, "reloading": reloading}}
