"""Benchmarks that are programs of ours: they print {"rows": [...]} themselves."""
import json
import os
import subprocess


def run_program(root, name: str, quick: bool) -> dict:
    environment = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={root}/tests/support/offscreen.json")
    command = [root / "build/release/bin" / name, "--json", *(["--quick"] if quick else [])]
    return json.loads(subprocess.run(command, capture_output=True, text=True, timeout=600, check=True,
                                     env=environment).stdout)
