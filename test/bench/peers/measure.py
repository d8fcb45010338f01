"""What every script here does with its network: build it in Brian2, run it, print one line of JSON (see README.md)."""

import argparse
import json
import os
import tempfile
import time

import brian2
from brian2 import *

# Seconds on the machine's clock, printed by the compiled program around its loop over steps.
CLOCK = "{ timespec at; clock_gettime(CLOCK_REALTIME, &at); printf(\"%.9f\\n\", at.tv_sec + at.tv_nsec * 1e-9); }"


class Timed(Network):
    """Knows when its loop over steps began and ended; code is made before, in every run."""

    def before_run(self, namespace):
        super().before_run(namespace)
        self.begun, self.worked = time.time(), time.process_time()

    def after_run(self):
        self.ended = time.time()
        self.worked = time.process_time() - self.worked
        super().after_run()


def wire(cells, excite, inhibit, probability=0.02, delay=0 * ms):
    """Four fifths of the cells excite, the others inhibit: each anyone, with one probability."""
    count = int(0.8 * len(cells))
    parts = []
    for source, effect in ((cells[:count], excite), (cells[count:], inhibit)):
        synapses = Synapses(source, cells, on_pre=effect, delay=delay)
        synapses.connect(p=probability)
        parts.append(synapses)
    return parts


def measure(case, network, cells):
    """`network(cells)` makes the cells whose spikes count and everything else that runs."""
    given = read_words(cells)
    with tempfile.TemporaryDirectory() as folder:
        runner = run_standalone if given.mode == "cpp_standalone" else run_here
        row = dict(case=case, name="brian2", version=brian2.__version__, **runner(network, given, folder))
    line = json.dumps(row)
    print(line)
    if given.out:
        with open(given.out, "w") as file:
            file.write(line + "\n")


def read_words(cells):
    words = argparse.ArgumentParser()
    words.add_argument("--mode", choices=["cpp_standalone", "cython", "numpy"], default="cpp_standalone")
    words.add_argument("--cells", type=int, default=cells)
    words.add_argument("--duration", type=float, default=1000, help="ms")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--repeats", type=int, default=3, help="runs of the same network; the median is told")
    words.add_argument("--out", help="a file that gets the line, too")
    return words.parse_args()


def run_standalone(network, given, folder):
    start = time.time()
    set_device("cpp_standalone", build_on_run=False)
    net, spikes, parts = assemble(network, given)
    for slot in ("before_network_run", "after_network_run"):
        device.insert_code(slot, CLOCK)
    net.run(given.duration * ms, namespace=network.__globals__)
    device.build(directory=folder, compile=True, run=False)
    built = time.time()
    times, walls, calls, ready = [], [], [], []
    for _ in range(given.repeats):
        called = time.time()
        device.run(directory=folder, with_output=False, run_args=[])
        calls.append((time.time() - called) * 1000)
        begun, ended = (float(line) for line in open(os.path.join(device.results_dir, "stdout.txt")))
        times.append(device._last_run_time * 1000)
        walls.append((ended - begun) * 1000)
        ready.append((begun - called + built - start) * 1000)
    return describe(given, spikes, parts, times, walls, calls, (built - start) * 1000, ready[0])


def run_here(network, given, folder):
    start = time.time()
    prefs.codegen.target = given.mode
    # An empty store: a new model is compiled, not found.
    prefs.codegen.runtime.cython.cache_dir = folder
    net, spikes, parts = assemble(network, given)
    net.run(1 * ms, namespace=network.__globals__)
    built = (net.begun - start) * 1000
    net.store()
    times, walls, calls = [], [], []
    for _ in range(given.repeats):
        net.restore(restore_random_state=True)
        called = time.time()
        net.run(given.duration * ms, namespace=network.__globals__)
        calls.append((time.time() - called) * 1000)
        times.append(net.worked * 1000)
        walls.append((net.ended - net.begun) * 1000)
    return describe(given, spikes, parts, times, walls, calls, built, built)


def assemble(network, given):
    seed(given.seed)
    cells, parts = network(given.cells)
    spikes = SpikeMonitor(cells)
    return Timed(cells, spikes, *parts), spikes, parts


def describe(given, spikes, parts, times, walls, calls, build, ready):
    row = dict(
        mode=given.mode, cells=given.cells, steps=round(given.duration * ms / defaultclock.dt), seed=given.seed,
        connections=sum(int(part.N[:]) for part in parts if isinstance(part, Synapses)), spikes=int(spikes.num_spikes),
        runMs=float(np.median(times)), wallMs=float(np.median(walls)), callMs=float(np.median(calls)),
        buildMs=build, readyMs=ready,
    )
    if row["spikes"]:
        first = float(np.min(spikes.t / ms))
        row["textToFirstSpikeMs"] = ready + row["wallMs"] * first / given.duration
    if given.mode == "cpp_standalone":
        row["flags"] = " ".join(prefs["codegen.cpp.extra_compile_args_gcc"])
    return row
