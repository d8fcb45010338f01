"""The networks of models/networks in Brian2: python3 brian2_networks.py --case cuba --mode cpp_standalone

Prints one line of JSON. runMs is the loop over steps alone; one thread, Brian2's own compiler flags.
"""

import argparse
import json
import tempfile
import time

from brian2 import *
import brian2

CUBA = """
dv/dt = (ge + gi - (v + 49*mV)) / (20*ms) : volt (unless refractory)
dge/dt = -ge / (5*ms) : volt
dgi/dt = -gi / (10*ms) : volt
"""

COBAHH = """
dv/dt = (I_m + (ge*(0*mV - v) + gi*(-80*mV - v)) / area) / C : volt
I_m = g_L*(-60*mV - v) - g_Na*m*m*m*h*(v - 50*mV) - g_K*n*n*n*n*(v + 90*mV) : amp/metre**2
dm/dt = a_m*(1 - m) - b_m*m : 1
dn/dt = a_n*(1 - n) - b_n*n : 1
dh/dt = a_h*(1 - h) - b_h*h : 1
dge/dt = -ge/(5*ms) : siemens
dgi/dt = -gi/(10*ms) : siemens
a_m = 0.32/mV*4*mV/exprel((13*mV - v - 63*mV)/(4*mV))/ms : Hz
b_m = 0.28/mV*5*mV/exprel((v + 63*mV - 40*mV)/(5*mV))/ms : Hz
a_h = 0.128*exp((17*mV - v - 63*mV)/(18*mV))/ms : Hz
b_h = 4/(1 + exp((40*mV - v - 63*mV)/(5*mV)))/ms : Hz
a_n = 0.032/mV*5*mV/exprel((15*mV - v - 63*mV)/(5*mV))/ms : Hz
b_n = 0.5*exp((10*mV - v - 63*mV)/(40*mV))/ms : Hz
"""

VOGELS_ABBOTT = """
dv/dt = (10*nS*(-60*mV - v) + ge*(0*mV - v) + gi*(-80*mV - v)) / (200*pF) : volt (unless refractory)
dge/dt = -ge / (5*ms) : siemens
dgi/dt = -gi / (10*ms) : siemens
"""


def wire(P, excite, inhibit, share, probability=0.02, delay=None):
    count = int(share * len(P))
    options = {} if delay is None else dict(delay=delay)
    e = Synapses(P[:count], P, on_pre=excite, **options)
    i = Synapses(P[count:], P, on_pre=inhibit, **options)
    e.connect(p=probability)
    i.connect(p=probability)
    return [e, i]


def cuba(cells):
    P = NeuronGroup(cells, CUBA, threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    P.v = "-60*mV + rand()*10*mV"
    return P, wire(P, "ge_post += 1.62*mV", "gi_post -= 9*mV", 0.8)


def cobahh(cells):
    space = dict(area=20000 * umetre**2, C=1 * ufarad / cm**2, g_L=5e-5 * siemens / cm**2,
                 g_Na=100 * msiemens / cm**2, g_K=30 * msiemens / cm**2)
    P = NeuronGroup(cells, COBAHH, threshold="v > -20*mV", refractory=3 * ms, method="exponential_euler", namespace=space)
    P.v = "-65*mV + 5*mV*randn()"
    P.ge = "clip(40 + 15*randn(), 0, inf)*nS"
    P.gi = "clip(200 + 120*randn(), 0, inf)*nS"
    return P, wire(P, "ge_post += 6*nS", "gi_post += 67*nS", 0.8)


def vogels_abbott(cells):
    P = NeuronGroup(cells, VOGELS_ABBOTT, threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exponential_euler")
    P.v = "-60*mV + 5*mV*randn()"
    P.ge = "clip(40 + 15*randn(), 0, inf)*nS"
    P.gi = "clip(200 + 120*randn(), 0, inf)*nS"
    return P, wire(P, "ge_post += 6*nS", "gi_post += 67*nS", 0.8)


def brunel(cells):
    P = NeuronGroup(cells, "dv/dt = -v/(20*ms) : volt (unless refractory)", threshold="v > 20*mV", reset="v = 10*mV", refractory=2 * ms, method="exact")
    P.v = "rand()*10*mV"
    outside = PoissonInput(P, "v", 800, 2 * 20 / (0.1 * 800 * 20) / ms, 0.1 * mV)
    return P, wire(P, "v_post += 0.1*mV", "v_post -= 0.5*mV", 0.8, probability=0.1, delay=1.5 * ms) + [outside]


def izhikevich_1000(cells):
    P = NeuronGroup(
        cells,
        """dv/dt = (0.04*v**2 + 5*v + 140 - u + thalamus + s)/ms : 1
        du/dt = a*(b*v - u)/ms : 1
        ds/dt = -s/ms : 1
        thalamus : 1
        a : 1
        b : 1
        c : 1
        d : 1
        noise : 1
        r : 1""",
        threshold="v >= 30", reset="v = c; u += d", method="euler",
    )
    count = int(0.8 * cells)
    P.r = "rand()"
    P.a = "0.02 + int(i >= %d)*0.08*r" % count
    P.b = "0.2 + int(i >= %d)*(0.05 - 0.05*r)" % count
    P.c = "-65 + int(i < %d)*15*r**2" % count
    P.d = "8 - int(i < %d)*6*r**2 - int(i >= %d)*6" % (count, count)
    P.noise = "5 - int(i >= %d)*3" % count
    P.v = -65
    P.u = "-65*b"
    P.run_regularly("thalamus = noise*randn()", dt=1 * ms)
    parts = []
    for source, strength in ((P[:count], "0.5*rand()"), (P[count:], "-rand()")):
        s = Synapses(source, P, "w : 1", on_pre="s_post += w", delay=1 * ms)
        s.connect()
        s.w = strength
        parts.append(s)
    return P, parts


def song_miller_abbott(cells):
    source = PoissonGroup(cells - 1, 15 * Hz)
    P = NeuronGroup(1, "dv/dt = (-74*mV - v + ge*(0*mV - v))/(10*ms) : volt\ndge/dt = -ge/(5*ms) : 1", threshold="v > -54*mV", reset="v = -60*mV", method="exponential_euler")
    P.v = -60 * mV
    S = Synapses(
        source, P, "w : 1\ndpre/dt = -pre/(20*ms) : 1 (event-driven)\ndpost/dt = -post/(20*ms) : 1 (event-driven)",
        on_pre="ge_post += w\npre += 0.0001\nw = clip(w + post, 0, 0.01)",
        on_post="post -= 0.000105\nw = clip(w + pre, 0, 0.01)",
    )
    S.connect()
    S.w = "0.01*rand()"
    return P, [source, S]


networks = {
    "cuba": (cuba, 4000),
    "cobahh": (cobahh, 4000),
    "vogels-abbott": (vogels_abbott, 4000),
    "brunel": (brunel, 10000),
    "izhikevich-1000": (izhikevich_1000, 1000),
    "song-miller-abbott": (song_miller_abbott, 1001),
}


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--case", choices=networks, required=True)
    words.add_argument("--mode", choices=["cpp_standalone", "cython", "numpy"], default="cpp_standalone")
    words.add_argument("--cells", type=int)
    words.add_argument("--duration", type=float, default=1000)
    words.add_argument("--repeats", type=int, default=3)
    given = words.parse_args()
    make, usual = networks[given.case]
    start = time.perf_counter()
    isStandalone = given.mode == "cpp_standalone"
    folder = tempfile.TemporaryDirectory()
    if isStandalone:
        set_device("cpp_standalone", build_on_run=False)
    else:
        prefs.codegen.target = given.mode
    P, parts = make(given.cells or usual)
    spikes = SpikeMonitor(P)
    net = Network(P, spikes, *parts)
    times = []
    if isStandalone:
        net.run(given.duration * ms)
        device.build(directory=folder.name, compile=True, run=False)
        for _ in range(given.repeats):
            device.run(directory=folder.name, with_output=False, run_args=[])
            times.append(device._last_run_time * 1000)
    else:
        net.run(1 * ms)
        begun = time.perf_counter()
        net.run(given.duration * ms)
        times.append((time.perf_counter() - begun) * 1000)
    total = (time.perf_counter() - start) * 1000
    run = sorted(times)[len(times) // 2]
    print(json.dumps(dict(
        case=given.case, name="brian2", version=brian2.__version__, mode=given.mode, cells=len(P), steps=round(given.duration * 10),
        spikes=int(spikes.num_spikes), runMs=run, readyMs=total - sum(times),
    )))


if __name__ == "__main__":
    main()
