"""`python -m evaluation.more`: public benchmarks that are fetched apart, from the folder in DRAGOMAN_BENCH."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark: the folder that it lies in, where it comes from, and what scores it."""

    title: str
    folder: str  # under DRAGOMAN_BENCH
    source: str
    module: str
    arguments: tuple[str, ...]  # before the folder


BENCHMARKS = (
    Benchmark(
        "expressions of time, MEANTIME",
        "meantime",
        "MEANTIME English, NewsReader project, CC BY 4.0",
        "evaluation.timex",
        ("meantime",),
    ),
    Benchmark(
        "expressions of time, TempEval-3 TBAQ",
        "TempEval3/Training/TBAQ-cleaned",
        "data/TempEval3 of github:qiangning/StructTempRel-EMNLP17",
        "evaluation.timex",
        ("timeml",),
    ),
    Benchmark(
        "events by class and party, PLOVER",
        "plover",
        "PLOVER gold standard records, Open Event Data Alliance, CC BY-SA 4.0",
        "evaluation.plover",
        (),
    ),
    Benchmark(
        "coreference of events across documents, ECB+, the development topics with gold mentions",
        "ecbplus",
        "ECB+ 1.0, Cybulska and Vossen 2014, annotation under CC BY 3.0",
        "evaluation.ecbplus",
        (),
    ),
    Benchmark(
        "sources, cues and contents of attributions, PolNeAR, its development part",
        "PolNeAR/data/dev",
        "github:networkdynamics/PolNeAR; its news text is third parties'",
        "evaluation.polnear",
        (),
    ),
)


def main() -> int:
    """Exit code 0 where every benchmark that is there ran; what is not there is named."""
    given = os.environ.get("DRAGOMAN_BENCH")
    if not given:
        print("evaluate-more: DRAGOMAN_BENCH names no folder; nothing is measured. It holds:")
        for benchmark in BENCHMARKS:
            print(f"  {benchmark.folder}/    {benchmark.title}: {benchmark.source}")
        return 0
    failed = 0
    for benchmark in BENCHMARKS:
        folder = Path(given) / benchmark.folder
        print(f"== {benchmark.title}", flush=True)
        if not folder.is_dir():
            print(f"left out: {folder} is not there; it comes from {benchmark.source}")
            continue
        command = [sys.executable, "-m", benchmark.module, *benchmark.arguments, str(folder)]
        failed += subprocess.run(command, stdin=subprocess.DEVNULL).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
