"""Medians with ranges, and the table that people read."""
import os
import pathlib
import statistics


def machine() -> dict:
    model = next((line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), "unknown")
    return {"cores": os.cpu_count(), "cpu": model}


def summary(values: list) -> dict:
    return {"median": statistics.median(values), "min": min(values), "max": max(values), "runs": len(values)}


def ratio(ours: list, theirs: list) -> dict:
    """Pair by pair: round i of ours against round i of theirs, so that a drifting machine cancels out."""
    return summary([a / b for a, b in zip(ours, theirs)])


def spread(figure: dict, unit: str, digits: int = 2) -> str:
    return (f"{figure['median']:.{digits}f} {unit} ({figure['min']:.{digits}f}–{figure['max']:.{digits}f})").replace(" (", " (", 1)


def table(results: dict) -> str:
    lines = ["| benchmark | figure | against | bound | holds |", "|---|---|---|---|---|"]
    for name, figures in results.items():
        for row in figures["rows"]:
            holds = {True: "yes", False: "**no**"}.get(row.get("holds"), "–")
            lines.append(f"| {name}: {row['what']} | {row['figure']} | {row.get('against', '–')} "
                         f"| {row.get('bound', '–')} | {holds} |")
    info = machine()
    lines.append("")
    lines.append(f"Medians (ranges) on {info['cores']} cores of {info['cpu']}.")
    return "\n".join(lines) + "\n"
