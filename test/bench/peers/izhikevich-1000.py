"""models/networks/izhikevich-1000.livn in Brian2."""

from brian2 import *
from measure import measure

EQUATIONS = """
dv/dt = (0.04*v**2 + 5*v + 140 - u + thalamus + s)/ms : 1
du/dt = a*(b*v - u)/ms : 1
ds/dt = -s/ms : 1
thalamus : 1
a : 1
b : 1
c : 1
d : 1
noise : 1
r : 1
"""


def network(cells):
    P = NeuronGroup(cells, EQUATIONS, threshold="v >= 30", reset="v = c; u += d", method="euler")
    count = int(0.8 * cells)
    E, I = P[:count], P[count:]
    P.r = "rand()"
    E.a, E.b, E.c, E.d, E.noise = 0.02, 0.2, "-65 + 15*r**2", "8 - 6*r**2", 5
    I.a, I.b, I.c, I.d, I.noise = "0.02 + 0.08*r", "0.25 - 0.05*r", -65, 2, 2
    P.v = -65
    P.u = "-65*b"
    P.run_regularly("thalamus = noise*randn()", dt=1 * ms)
    parts = []
    for source, strength in ((E, "0.5*rand()"), (I, "-rand()")):
        synapses = Synapses(source, P, "w : 1", on_pre="s_post += w", delay=1 * ms)
        synapses.connect()
        synapses.w = strength
        parts.append(synapses)
    return P, parts


measure("izhikevich-1000", network, cells=1000)
