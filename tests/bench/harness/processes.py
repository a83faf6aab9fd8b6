"""Processes under measurement: started here, pinned, accounted by the kernel, ended by their own id."""
import contextlib
import os
import pathlib
import resource
import signal
import socket
import subprocess
import tempfile
import time

os.environ["PATH"] += ":/usr/sbin"  # where Debian puts nginx and HAProxy
resource.setrlimit(resource.RLIMIT_NOFILE, (min(65536, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(port: int, limit_s: float = 10) -> None:
    deadline = time.monotonic() + limit_s
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.5):
            return
        if time.monotonic() > deadline:
            raise RuntimeError(f"nothing listens on 127.0.0.1:{port}")
        time.sleep(0.02)


def descendants(pid: int) -> list:
    found = [pid]
    for parent in found:
        for task in pathlib.Path(f"/proc/{parent}/task").glob("*"):
            with contextlib.suppress(OSError):
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


class Measured:
    """A server under measurement with all its children."""

    def __init__(self, command: list, core: int, port: int, workdir: pathlib.Path):
        self.log = open(workdir / "log", "wb")
        self.process = subprocess.Popen(["taskset", "-c", str(core), *map(str, command)], stdout=self.log,
                                        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.port = port
        try:
            wait_for(port)
        except RuntimeError as error:
            self.stop()
            raise RuntimeError(f"{error}; {command[0]} said: {(workdir / 'log').read_text()[-2000:]}") from None

    def cpu_s(self) -> float:
        """On-CPU time of all threads and children so far, in seconds (nanosecond accounting of the scheduler)."""
        total = 0
        for pid in descendants(self.process.pid):
            for task in pathlib.Path(f"/proc/{pid}/task").glob("*"):
                with contextlib.suppress(OSError):
                    total += int((task / "schedstat").read_text().split()[0])
        return total / 1e9

    def rss_bytes(self) -> int:
        """Proportional set size: pages shared between worker processes count once."""
        total = 0
        for pid in descendants(self.process.pid):
            with contextlib.suppress(OSError):
                for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        total += int(line.split()[1]) * 1024
        return total

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as name:
        yield pathlib.Path(name)


def cores() -> tuple:
    """(the core of what is measured, the core of everything else)."""
    available = sorted(os.sched_getaffinity(0))
    return available[0], available[-1]
