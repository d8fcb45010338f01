"""Writes the reference traces in this folder: python3 make_references.py [CASE ...] (needs brian2; see README.md)."""

import json
import os
import sys

import numpy as np
from brian2 import *

prefs.codegen.target = "numpy"
folder = os.path.dirname(os.path.abspath(__file__))
cases = {}


def case(function):
    cases[function.__name__.replace("_", "-")] = function
    return function


def plain(values):
    return [v.item() if hasattr(v, "item") else v for v in np.asarray(values).ravel()]


class Recording:
    """One network with its monitors, and the file they end up in."""

    def __init__(self, name, about, duration, dt=0.1):
        start_scope()
        defaultclock.dt = dt * ms
        self.file = dict(
            name=name, about=about, brian2=version(), numpy=np.__version__, python=sys.version.split()[0],
            script="make_references.py", dt=dt, duration=duration, populations={}, projections=[], spikes={}, states={},
        )
        self.net = Network()
        self.monitors = []

    def cells(self, name, group, **states):
        """`states`: variable=(unit, cells, every n-th step)."""
        self.file["populations"][name] = dict(count=group.N, dt=float(group.clock.dt / ms), set={})
        self.net.add(group)
        for event in group.events:
            spikes = EventMonitor(group, event)
            self.net.add(spikes)
            key = name if event == "spike" else name + "." + event
            self.monitors.append(("spikes", key, spikes, group.clock.dt))
        for variable, (unit, which, every) in states.items():
            # Sampled first of all in a step: what stands there before anything is written.
            monitor = StateMonitor(group, variable, record=which, dt=every * group.clock.dt, order=-1)
            self.net.add(monitor)
            self.monitors.append(("states", name, monitor, (variable, unit, which, every)))

    def given(self, name, variable, values):
        """Values per cell, in the unit of the model file."""
        self.file["populations"][name]["set"][variable] = plain(values)

    def connect(self, synapses, pre, post, label, weight=None, delays=None, **parameters):
        entry = dict(pre=pre, post=post, synapse=label, i=plain(synapses.i), j=plain(synapses.j))
        if weight is not None:
            entry["weight"] = plain(weight)
        for name, values in (delays or {}).items():
            entry[name] = plain(values)
        entry.update({name: plain(values) for name, values in parameters.items()})
        self.file["projections"].append(entry)
        self.net.add(synapses)

    def connections(self, key, monitor, variable, which, every):
        self.net.add(monitor)
        self.monitors.append(("connections", key, monitor, (variable, 1, which, every)))

    def write(self, *more):
        self.net.add(*more)
        self.net.run(self.file["duration"] * ms)
        for kind, name, monitor, extra in self.monitors:
            if kind == "spikes":
                steps = np.rint(monitor.t / extra).astype(int)
                self.file["spikes"][name] = dict(i=plain(monitor.i), step=plain(steps))
                continue
            variable, unit, which, every = extra
            values = np.asarray(getattr(monitor, variable) / unit)
            rows = [[float(x) for x in row] for row in values]
            self.file["states"].setdefault(name, {})[variable] = dict(cells=list(which), every=every, values=rows)
        with open(os.path.join(folder, self.file["name"] + ".json"), "w") as out:
            json.dump(self.file, out, separators=(",", ":"))
            out.write("\n")


def version():
    import brian2
    return brian2.__version__


def ring(n, reach):
    i = np.repeat(np.arange(n), reach)
    j = (i + np.tile(np.arange(1, reach + 1), n)) % n
    return i, j


def dyadic(k, n=1024):
    """A number below 1 that single precision holds exactly."""
    return ((k * 617 + 123) % n) / n


LIF = """
dv/dt = (ge + gi - (v + 49*mV)) / (20*ms) : volt (unless refractory)
dge/dt = -ge / (5*ms) : volt
dgi/dt = -gi / (10*ms) : volt
"""


def lif(n, **options):
    group = NeuronGroup(n, LIF, threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact", **options)
    group.v = (-60 + 10 * dyadic(np.arange(n))) * mV
    return group


@case
def currents(name="currents"):
    r = Recording(name, "exponential currents, no delay: what arrives in the step of its spike", 100)
    g = lif(30)
    r.cells("P", g, v=(mV, [0, 7, 29], 2), ge=(mV, [0, 7], 5))
    r.given("P", "v", g.v / mV)
    for label, amount, reach in (("Excite", 1.62, 6), ("Inhibit", -9.0, 2)):
        s = Synapses(g, g, "w : 1", on_pre=("ge" if amount > 0 else "gi") + "_post += w * %r*mV" % amount)
        i, j = ring(30, reach)
        s.connect(i=i, j=j)
        s.w = 0.5 + dyadic(np.arange(len(i)))
        r.connect(s, "P", "P", label, weight=s.w)
    r.write()


@case
def delays(name="delays"):
    r = Recording(name, "different delays: rounded half up to steps, earlier spikes first", 100)
    g = lif(30)
    r.cells("P", g, v=(mV, [0, 7, 29], 2))
    r.given("P", "v", g.v / mV)
    s = Synapses(g, g, "w : 1", on_pre="ge_post += w * 2*mV")
    i, j = ring(30, 8)
    s.connect(i=i, j=j)
    s.w = 0.25 + dyadic(np.arange(len(i)))
    d = 0.04 * (1 + (np.arange(len(i)) * 7) % 60)
    s.delay = d * ms
    r.connect(s, "P", "P", "Excite", weight=s.w, delays=dict(delay=d))
    r.write()


@case
def held(name="held"):
    r = Recording(name, "jumps of a held voltage: nothing is written to a refractory cell, whatever the delay", 100)
    eqs = "dv/dt = (20*mV*drive - v) / (10*ms) : volt (unless refractory)\ndrive : 1"
    g = NeuronGroup(20, eqs, threshold="v > 15*mV", reset="v = 0*mV", refractory=2.06 * ms, method="exact")
    g.drive = 0.5 + dyadic(np.arange(20))
    g.v = 14 * dyadic(np.arange(20) + 40) * mV
    r.cells("P", g, v=(mV, [0, 3, 19], 1))
    r.given("P", "v", g.v / mV)
    r.given("P", "drive", g.drive)
    i, j = ring(20, 7)
    s = Synapses(g, g, "w : 1", on_pre="v_post += w*mV")
    s.connect(i=i, j=j)
    s.w = 4 * dyadic(np.arange(len(i))) - 1
    d = 0.1 * ((np.arange(len(i)) * 5) % 30)
    s.delay = d * ms
    r.connect(s, "P", "P", "Jump", weight=s.w, delays=dict(delay=d))
    u = Synapses(g, g, on_pre="v_post += 0.75*mV", delay=1.5 * ms)
    u.connect(i=i, j=(j + 3) % 20)
    r.connect(u, "P", "P", "Later", delays=dict(delay=np.full(len(i), 1.5)))
    r.write()


@case
def hodgkin_huxley(name="hodgkin-huxley"):
    r = Recording(name, "conductances onto Hodgkin-Huxley cells, exponential Euler", 60)
    eqs = """
    dv/dt = (I_m + (ge*(0*mV - v) + gi*(-80*mV - v)) / area) / C : volt
    I_m = g_L*(-60*mV - v) - g_Na*m**3*h*(v - 50*mV) - g_K*n**4*(v + 90*mV) : amp/metre**2
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
    space = dict(area=20000 * umetre**2, C=1 * ufarad / cm**2, g_L=5e-5 * siemens / cm**2, g_Na=100 * msiemens / cm**2, g_K=30 * msiemens / cm**2)
    g = NeuronGroup(20, eqs, threshold="v > -20*mV", refractory=3 * ms, method="exponential_euler", namespace=space)
    g.v = (-70 + 10 * dyadic(np.arange(20))) * mV
    g.ge = (30 + 30 * dyadic(np.arange(20) + 5)) * nS
    r.cells("P", g, v=(mV, [0, 11], 3), m=(1, [0], 5))
    r.given("P", "v", g.v / mV)
    r.given("P", "ge", g.ge / nS)
    i, j = ring(20, 4)
    s = Synapses(g, g, on_pre="ge_post += 6*nS")
    s.connect(i=i, j=j)
    r.connect(s, "P", "P", "Excite")
    t = Synapses(g, g, on_pre="gi_post += 67*nS")
    t.connect(i=np.arange(0, 20, 5), j=(np.arange(0, 20, 5) * 3 + 1) % 20)
    r.connect(t, "P", "P", "Inhibit")
    r.write()


@case
def izhikevich(name="izhikevich"):
    r = Recording(name, "two variables, forward Euler, parameters that differ from cell to cell", 150)
    eqs = """
    dv/dt = (0.04/mV*v**2 + 5*v + 140*mV - u + drive*mV + s*mV) / ms : volt
    du/dt = a*(b*v - u) : volt
    ds/dt = -s/(3*ms) : 1
    a : hertz
    b : 1
    drive : 1
    """
    g = NeuronGroup(20, eqs, threshold="v >= 30*mV", reset="v = -65*mV; u += 8*mV", method="euler")
    k = np.arange(20)
    g.a = (0.02 + 0.08 * dyadic(k)) / ms
    g.b = 0.2 + 0.05 * dyadic(k + 9)
    g.drive = 6 + 6 * dyadic(k + 3)
    g.v = -65 * mV
    g.u = (-13 - dyadic(k)) * mV
    r.cells("P", g, v=(mV, [0, 9], 5), u=(mV, [0], 10))
    for variable, unit in (("a", 1 / ms), ("b", 1), ("drive", 1), ("v", mV), ("u", mV)):
        r.given("P", variable, getattr(g, variable) / unit)
    i, j = ring(20, 5)
    s = Synapses(g, g, on_pre="s_post += 1.5", delay=1 * ms)
    s.connect(i=i, j=j)
    r.connect(s, "P", "P", "Excite", delays=dict(delay=np.full(len(i), 1.0)))
    r.write()


@case
def adaptive(name="adaptive"):
    r = Recording(name, "adaptive exponential cells, fourth-order Runge-Kutta", 120)
    eqs = """
    dv/dt = (30*nS*(-70.6*mV - v) + 30*nS*2*mV*exp((v + 50.4*mV)/(2*mV)) - w + drive*pA) / (281*pF) : volt
    dw/dt = (4*nS*(v + 70.6*mV) - w) / (144*ms) : amp
    drive : 1
    """
    g = NeuronGroup(10, eqs, threshold="v > -40*mV", reset="v = -70.6*mV; w += 80.5*pA", method="rk4")
    g.v = -70.6 * mV
    g.drive = 700 + 600 * dyadic(np.arange(10))
    r.cells("P", g, v=(mV, [0, 9], 4), w=(pA, [0], 8))
    r.given("P", "drive", g.drive)
    r.given("P", "v", g.v / mV)
    r.write()


@case
def midpoint(name="midpoint"):
    r = Recording(name, "a nonlinear equation with time in it, second-order Runge-Kutta", 80)
    eqs = "dv/dt = (v*v/mV/20 + drive*mV*(1 + sin(2*pi*t/(20*ms)))) / (10*ms) : volt (unless refractory)\ndrive : 1"
    g = NeuronGroup(10, eqs, threshold="v > 30*mV", reset="v = -20*mV", refractory=1 * ms, method="rk2")
    g.drive = 3 + 4 * dyadic(np.arange(10))
    g.v = -20 * mV
    r.cells("P", g, v=(mV, [0, 9], 2))
    r.given("P", "drive", g.drive)
    r.given("P", "v", g.v / mV)
    r.write()


@case
def prolonged(name="prolonged"):
    r = Recording(name, "a boolean refractory condition prolongs what a spike began", 80)
    eqs = "dv/dt = (30*mV - v) / (10*ms) : volt\ndx/dt = -x / (4*ms) : 1"
    g = NeuronGroup(5, eqs, threshold="v > 20*mV", reset="x += 1; v -= 8*mV", refractory="x > 0.5", method="exact")
    g.v = 20 * dyadic(np.arange(5)) * mV
    r.cells("P", g, v=(mV, [0, 4], 1), x=(1, [0], 2))
    r.given("P", "v", g.v / mV)
    r.write()


STDP = """
w : 1
dpre/dt = -pre/(20*ms) : 1 (%s)
dpost/dt = -post/(25*ms) : 1 (%s)
"""


def stdp(name, advance, about):
    r = Recording(name, about, 150)
    source = NeuronGroup(12, "dv/dt = 1/(period*ms) : 1\nperiod : 1", threshold="v >= 1", reset="v -= 1", method="euler")
    source.period = 9 + 8 * dyadic(np.arange(12))
    source.v = dyadic(np.arange(12) + 4)
    target = NeuronGroup(4, "dv/dt = (ge - v)/(10*ms) : volt\ndge/dt = -ge/(4*ms) : volt", threshold="v > 5*mV", reset="v = 0*mV", method="exact")
    r.cells("A", source)
    r.cells("B", target, v=(mV, [0, 3], 3))
    r.given("A", "period", source.period)
    r.given("A", "v", source.v)
    s = Synapses(
        source, target, STDP % (advance, advance), method="exact",
        on_pre="ge_post += w*6*mV\npre += 0.05\nw = clip(w + post, 0, 1)", on_post="post -= 0.06\nw = clip(w + pre, 0, 1)",
    )
    s.connect()
    s.w = 0.25 + 0.5 * dyadic(np.arange(48))
    s.delay = "0.3*ms"
    r.connect(s, "A", "B", "S", weight=np.asarray(s.w).copy(), delays=dict(delay=np.full(48, 0.3)))
    r.connections("A_B_S", StateMonitor(s, "w", record=[0, 5, 47], dt=1 * ms, order=-1), "w", [0, 5, 47], 10)
    r.write()


@case
def stdp_event_driven(name="stdp-event-driven"):
    stdp(name, "event-driven", "pair STDP whose traces wait for events; delivery sees the weight before the change")


@case
def stdp_clock_driven(name="stdp-clock-driven"):
    stdp(name, "clock-driven", "the same with traces that advance every step")


@case
def depression(name="depression"):
    r = Recording(name, "short-term plasticity scales what a spike delivers", 200)
    source = NeuronGroup(6, "dv/dt = 1/(period*ms) : 1\nperiod : 1", threshold="v >= 1", reset="v -= 1", method="euler")
    source.period = 15 + 20 * dyadic(np.arange(6))
    target = NeuronGroup(3, "dg/dt = -g/(5*ms) : siemens", method="exact")
    r.cells("A", source)
    r.cells("B", target, g=(nS, [0, 1, 2], 3))
    r.given("A", "period", source.period)
    s = Synapses(
        source, target, "dx/dt = (1 - x)/(800*ms) : 1 (event-driven)\ndu/dt = (0.5 - u)/(50*ms) : 1 (event-driven)\nw : 1",
        on_pre="u += 0.5*(1 - u)\ng_post += w*u*x*2*nS\nx -= u*x", method="exact",
    )
    s.connect()
    s.x = 1
    s.u = 0.5
    s.w = 0.5 + dyadic(np.arange(18))
    r.connect(s, "A", "B", "S", weight=s.w)
    r.write()


@case
def gap_junctions(name="gap-junctions"):
    r = Recording(name, "summed currents are added up from the state before the step", 100)
    eqs = "dv/dt = (drive*mV - v + 10*mV*I) / (10*ms) : volt\nI : 1\ndrive : 1"
    g = NeuronGroup(10, eqs, threshold="v > 12*mV", reset="v = 0*mV", method="euler")
    g.drive = 11 + 6 * dyadic(np.arange(10))
    r.cells("P", g, v=(mV, [0, 9], 1))
    r.given("P", "drive", g.drive)
    s = Synapses(g, g, "w : 1\nI_post = w*(v_pre - v_post)/(20*mV) : 1 (summed)")
    i, j = ring(10, 3)
    s.connect(i=i, j=j)
    s.w = 0.5 * dyadic(np.arange(30))
    r.connect(s, "P", "P", "Gap", weight=s.w)
    r.write()


@case
def receptors(name="receptors"):
    r = Recording(name, "a nonlinear equation on every connection, summed per target", 120)
    source = NeuronGroup(8, "dv/dt = 1/(period*ms) : 1\nperiod : 1", threshold="v >= 1", reset="v -= 1", method="euler")
    source.period = 12 + 15 * dyadic(np.arange(8))
    target = NeuronGroup(4, "dv/dt = (-60*mV - v + G*(0*mV - v)) / (20*ms) : volt\nG : 1", method="exponential_euler")
    target.v = -60 * mV
    r.cells("A", source)
    r.cells("B", target, v=(mV, [0, 3], 2))
    r.given("A", "period", source.period)
    r.given("B", "v", target.v / mV)
    s = Synapses(
        source, target, "dr/dt = x*(1 - r)/ms - r/(40*ms) : 1 (clock-driven)\ndx/dt = -x/(2*ms) : 1 (clock-driven)\nw : 1\nG_post = w*r : 1 (summed)",
        on_pre="x += 0.5", method="euler",
    )
    i = np.repeat(np.arange(8), 2)
    s.connect(i=i, j=(i + np.tile([0, 2], 8)) % 4)
    s.w = 0.5 * dyadic(np.arange(16))
    r.connect(s, "A", "B", "S", weight=s.w)
    r.write()


@case
def two_clocks(name="two-clocks"):
    r = Recording(name, "populations on clocks of their own; delays count in steps of the source", 100)
    fast = NeuronGroup(6, "dv/dt = (1.2 - v)/(8*ms) : 1", threshold="v > 1", reset="v = 0", method="exact", dt=0.05 * ms)
    slow = NeuronGroup(6, "dv/dt = (g - v)/(10*ms) : 1\ndg/dt = -g/(5*ms) : 1", threshold="v > 0.5", reset="v = 0", method="exact", dt=0.2 * ms)
    fast.v = dyadic(np.arange(6))
    r.file["dt"] = 0.05
    r.cells("F", fast, v=(1, [0, 5], 4))
    r.cells("S", slow, v=(1, [0, 5], 2))
    r.given("F", "v", fast.v)
    s = Synapses(fast, slow, "w : 1", on_pre="g_post += w", delay=0.4 * ms)
    i, j = np.repeat(np.arange(6), 3), np.tile([0, 1, 2], 6)
    s.connect(i=i, j=(i + j) % 6)
    s.w = 0.75 * dyadic(np.arange(18))
    r.connect(s, "F", "S", "Up", weight=s.w, delays=dict(delay=np.full(18, 0.4)))
    t = Synapses(slow, fast, on_pre="v_post -= 0.125", delay=0.6 * ms)
    t.connect(i=np.arange(6), j=(np.arange(6) + 1) % 6)
    r.connect(t, "S", "F", "Down", delays=dict(delay=np.full(6, 0.6)))
    r.write()


@case
def custom_events(name="custom-events"):
    r = Recording(name, "a second kind of event: its condition after the threshold, its action after the reset", 100)
    g = NeuronGroup(6, "dv/dt = (1.5*drive - v)/(10*ms) : 1\ndb/dt = -b/(30*ms) : 1\ndrive : 1", threshold="v > 1", reset="v = 0; b += 0.25", events={"tired": "b > 0.5"}, method="exact")
    g.run_on_event("tired", "b = 0")
    g.drive = 1 + dyadic(np.arange(6))
    r.cells("P", g, v=(1, [0, 5], 2), b=(1, [0, 5], 2))
    r.given("P", "drive", g.drive)
    s = Synapses(g, g, on_pre="v_post -= 0.25", on_event={"pre": "tired"}, delay=0.5 * ms)
    s.connect(i=np.arange(6), j=(np.arange(6) + 1) % 6)
    r.connect(s, "P", "P", "Calm", delays=dict(delay=np.full(6, 0.5)))
    r.write()


@case
def regular(name="regular"):
    r = Recording(name, "an action on its own clock, first at time 0", 80)
    g = NeuronGroup(4, "dv/dt = -v/(20*ms) : 1\nstrength : 1", threshold="v > 1", reset="v = 0", method="exact")
    g.run_regularly("v += strength", dt=2.5 * ms)
    g.strength = 0.1 + 0.2 * dyadic(np.arange(4))
    r.cells("P", g, v=(1, [0, 3], 1))
    r.given("P", "strength", g.strength)
    r.write()


@case
def two_pathways(name="two-pathways"):
    r = Recording(name, "two pathways of one connection, each with its delay, and one on the postsynaptic spike", 120)
    source = NeuronGroup(5, "dv/dt = 1/(period*ms) : 1\nperiod : 1", threshold="v >= 1", reset="v -= 1", method="euler")
    source.period = 10 + 10 * dyadic(np.arange(5))
    target = NeuronGroup(5, "dv/dt = (g - v)/(10*ms) : 1\ndg/dt = -g/(5*ms) : 1", threshold="v > 0.25", reset="v = 0", method="exact")
    r.cells("A", source)
    r.cells("B", target, v=(1, [0, 4], 2), g=(1, [0, 4], 2))
    r.given("A", "period", source.period)
    s = Synapses(source, target, "w : 1", on_pre={"first": "g_post += w", "later": "w *= 0.75"}, on_post={"back": "w += 0.0625"})
    i = np.repeat(np.arange(5), 3)
    s.connect(i=i, j=(i + np.tile([0, 1, 3], 5)) % 5)
    s.w = 0.5 + 0.25 * dyadic(np.arange(15))
    first = 0.1 * (1 + (np.arange(15) * 3) % 10)
    s.first.delay = first * ms
    s.later.delay = 2 * ms
    s.back.delay = 0.7 * ms
    r.connect(
        s, "A", "B", "S", weight=np.asarray(s.w).copy(),
        delays=dict(delay_first=first, delay_later=np.full(15, 2.0), delay_back=np.full(15, 0.7)),
    )
    r.connections("A_B_S", StateMonitor(s, "w", record=[0, 14], dt=1 * ms, order=-1), "w", [0, 14], 10)
    r.write()


if __name__ == "__main__":
    for wanted in sys.argv[1:] or cases:
        cases[wanted]()
        print(wanted)
