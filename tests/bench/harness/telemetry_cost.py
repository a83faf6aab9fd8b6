"""CPU a request with telemetry and records on, against the same engine with both off, in turn."""
from . import peers
from .figures import ratio, spread, summary
from .load import wrk
from .processes import cores, scratch


def run(root, quick: bool) -> dict:
    core, other = cores()
    rounds, seconds = (2, 1) if quick else (11, 3)
    with scratch() as workdir:
        backend = peers.upstream(workdir, other)
        servers = {"on": peers.gatehouse(root, workdir, core, backend.port),
                   "off": peers.gatehouse(root, workdir, core, backend.port, "--no-telemetry")}
        cost = {name: [] for name in servers}
        try:
            for server in servers.values():
                wrk(server.port, 64, 1, other)
            for index in range(rounds):
                order = list(servers.items())
                for name, server in order if index % 2 else reversed(order):
                    before = server.cpu_s()
                    load = wrk(server.port, 64, seconds, other)
                    cost[name].append((server.cpu_s() - before) / load["requests"] * 1e6)
        finally:
            for server in [*servers.values(), backend]:
                server.stop()
    against = ratio(cost["on"], cost["off"])
    return {"rows": [{"what": "telemetry and records on", "figure": spread(summary(cost["on"]), "µs", 2),
                      "against": f"off {spread(summary(cost['off']), 'µs', 2)}; ratio {spread(against, '', 3)}",
                      "bound": "≤ 1.02", "holds": against["median"] <= 1.02, "ratio": against}], "raw_us": cost}
