"""models/networks/brunel.livn in Brian2."""

from brian2 import *
from measure import measure, wire

tau, theta, V_r, t_ref = 20 * ms, 20 * mV, 10 * mV, 2 * ms
J, g, C_ext, eta = 0.1 * mV, 5, 800, 2
nu_ext = eta * theta / (J * C_ext * tau)


def network(cells):
    P = NeuronGroup(cells, "dv/dt = -v/tau : volt (unless refractory)", threshold="v > theta", reset="v = V_r", refractory=t_ref, method="exact")
    P.v = "rand() * V_r"
    outside = PoissonInput(P, "v", C_ext, nu_ext, J)
    return P, wire(P, "v_post += J", "v_post -= g*J", probability=0.1, delay=1.5 * ms) + [outside]


measure("brunel", network, cells=10000)
