"""wrk as the client: closed loop, kept connections, bounded in time."""
import re
import subprocess


def wrk(port: int, connections: int, seconds: float, core: int, path: str = "/catalog/books/7") -> dict:
    """Requests answered, those that weren't 2xx or failed, and latencies in milliseconds."""
    out = subprocess.run(["taskset", "-c", str(core), "wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--latency",
                          "--timeout", "10s", f"http://127.0.0.1:{port}{path}"],
                         capture_output=True, text=True, timeout=seconds + 60, check=True).stdout
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    bad = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", out))
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    bad += sum(map(int, errors.groups())) if errors else 0

    def latency(percent: str) -> float:
        number, unit = re.search(rf"\s{percent}%\s+([\d.]+)(us|ms|s)", out).groups()
        return float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]

    return {"requests": requests, "bad": bad, "p50_ms": latency("50"), "p99_ms": latency("99")}
