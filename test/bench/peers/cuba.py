"""models/networks/cuba.livn in Brian2."""

from brian2 import *
from measure import measure, wire

El, Vt, Vr = -49 * mV, -50 * mV, -60 * mV
taum, taue, taui = 20 * ms, 5 * ms, 10 * ms

EQUATIONS = """
dv/dt = (ge + gi - (v - El)) / taum : volt (unless refractory)
dge/dt = -ge / taue : volt
dgi/dt = -gi / taui : volt
"""


def network(cells):
    P = NeuronGroup(cells, EQUATIONS, threshold="v > Vt", reset="v = Vr", refractory=5 * ms, method="exact")
    P.v = "Vr + rand() * (Vt - Vr)"
    return P, wire(P, "ge_post += 1.62*mV", "gi_post -= 9*mV")


measure("cuba", network, cells=4000)
