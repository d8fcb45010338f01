"""models/networks/vogels-abbott.livn in Brian2."""

from brian2 import *
from measure import measure, wire

C, g_L = 200 * pF, 10 * nS
E_L, V_th, V_r, E_e, E_i = -60 * mV, -50 * mV, -60 * mV, 0 * mV, -80 * mV
taue, taui, t_ref = 5 * ms, 10 * ms, 5 * ms

EQUATIONS = """
dv/dt = (g_L*(E_L - v) + ge*(E_e - v) + gi*(E_i - v)) / C : volt (unless refractory)
dge/dt = -ge / taue : siemens
dgi/dt = -gi / taui : siemens
"""


def network(cells):
    P = NeuronGroup(cells, EQUATIONS, threshold="v > V_th", reset="v = V_r", refractory=t_ref, method="exponential_euler")
    P.v = "-60*mV + 5*mV*randn()"
    P.ge = "clip(40 + 15*randn(), 0, inf)*nS"
    P.gi = "clip(200 + 120*randn(), 0, inf)*nS"
    return P, wire(P, "ge_post += 6*nS", "gi_post += 67*nS")


measure("vogels-abbott", network, cells=4000)
