"""models/networks/song-miller-abbott.livn in Brian2; the spikes told are those of the one cell."""

from brian2 import *
from measure import measure

tau, E_L, E_e, V_th, V_r, tau_e = 10 * ms, -74 * mV, 0 * mV, -54 * mV, -60 * mV, 5 * ms
tau_pre, tau_post, g_max, A_pre, ratio = 20 * ms, 20 * ms, 0.01, 0.01, 1.05

EQUATIONS = """
dv/dt = (E_L - v + ge*(E_e - v)) / tau : volt
dge/dt = -ge / tau_e : 1
"""

CONNECTIONS = """
w : 1
dpre/dt = -pre / tau_pre : 1 (event-driven)
dpost/dt = -post / tau_post : 1 (event-driven)
"""


def network(cells):
    source = PoissonGroup(cells - 1, 15 * Hz)
    P = NeuronGroup(1, EQUATIONS, threshold="v > V_th", reset="v = V_r", method="exponential_euler")
    P.v = V_r
    synapses = Synapses(
        source, P, CONNECTIONS,
        on_pre="ge_post += w\npre += A_pre*g_max\nw = clip(w + post, 0, g_max)",
        on_post="post -= ratio*A_pre*g_max\nw = clip(w + pre, 0, g_max)",
    )
    synapses.connect()
    synapses.w = "0.01*rand()"
    return P, [source, synapses]


measure("song-miller-abbott", network, cells=1001)
