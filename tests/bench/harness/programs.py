"""Benchmarks that are programs of ours: they print {"rows": [...]} themselves."""
import json
import os
import subprocess


def run_program(root, name: str, quick: bool) -> dict:
    environment = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={root}/tests/support/offscreen.json")
    command = [root / "build/release/bin" / name, "--json", *(["--quick"] if quick else [])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, env=environment)
    if done.returncode not in (0, 1):  # 1: a bound is missed; the rows say which
        raise RuntimeError(f"{name}: {done.stderr[-2000:]}")
    return json.loads(done.stdout)
