"""CPU time per proxied request at equal work, against the better of nginx and HAProxy in the same rounds."""
from . import peers
from .figures import ratio, spread, summary
from .load import wrk
from .processes import cores, scratch

BOUNDS = {64: 1.0, 1000: 0.85, 4000: 0.85}


def check_count(counted: int, load: dict, connections: int) -> None:
    """/metrics says what the client says, but for the requests that the client cut when its time was over."""
    if not load["requests"] <= counted <= load["requests"] + connections:
        raise RuntimeError(f"/metrics counted {counted} requests, the client {load['requests']} at {connections} connections")


def run(root, quick: bool) -> dict:
    core, other = cores()
    rounds, seconds = (2, 1) if quick else (7, 4)
    rows = []
    raw = {}
    with scratch() as workdir:
        backend = peers.upstream(workdir, other)
        servers = {"gatehouse": peers.gatehouse_workspace(root, workdir, core, backend.port),
                   "nginx": peers.nginx(workdir, core, backend.port),
                   "haproxy": peers.haproxy(workdir, core, backend.port)}
        try:
            for connections, bound in BOUNDS.items():
                cost = {name: [] for name in servers}
                for server in servers.values():  # warm: connections, caches, branch predictors
                    wrk(server.port, connections, 1, other)
                for _ in range(rounds):
                    for name, server in servers.items():
                        counted = server.requests() if name == "gatehouse" else 0
                        before = server.cpu_s()
                        load = wrk(server.port, connections, seconds, other)
                        if load["bad"]:
                            raise RuntimeError(f"{name}: {load['bad']} requests failed at {connections} connections")
                        cost[name].append((server.cpu_s() - before) / load["requests"] * 1e6)
                        if name == "gatehouse":
                            check_count(server.requests() - counted, load, connections)
                raw[connections] = cost
                best = min(("nginx", "haproxy"), key=lambda name: summary(cost[name])["median"])
                against = ratio(cost["gatehouse"], cost[best])
                rows.append({"what": f"CPU a request, {connections} connections",
                             "figure": spread(summary(cost["gatehouse"]), "µs", 1),
                             "against": f"{best} {spread(summary(cost[best]), 'µs', 1)}; ratio {spread(against, '')}",
                             "bound": f"≤ {bound}", "holds": against["median"] <= bound, "ratio": against})
        finally:
            for server in [*servers.values(), backend]:
                server.stop()
    return {"rows": rows, "raw_us": raw}
