"""models/networks/cobahh.livn in Brian2."""

from brian2 import *
from measure import measure, wire

area = 20000 * umetre**2
C = 1 * ufarad / cm**2
g_L, g_Na, g_K = 50 * usiemens / cm**2, 100 * msiemens / cm**2, 30 * msiemens / cm**2
E_L, E_Na, E_K, E_e, E_i, V_T = -60 * mV, 50 * mV, -90 * mV, 0 * mV, -80 * mV, -63 * mV
taue, taui = 5 * ms, 10 * ms

EQUATIONS = """
dv/dt = (I_m + (ge*(E_e - v) + gi*(E_i - v)) / area) / C : volt
I_m = g_L*(E_L - v) - g_Na*(m*m*m)*h*(v - E_Na) - g_K*(n*n*n*n)*(v - E_K) : amp/metre**2
dm/dt = a_m*(1 - m) - b_m*m : 1
dn/dt = a_n*(1 - n) - b_n*n : 1
dh/dt = a_h*(1 - h) - b_h*h : 1
dge/dt = -ge/taue : siemens
dgi/dt = -gi/taui : siemens
a_m = 0.32/mV*4*mV/exprel((13*mV - v + V_T)/(4*mV))/ms : Hz
b_m = 0.28/mV*5*mV/exprel((v - V_T - 40*mV)/(5*mV))/ms : Hz
a_h = 0.128*exp((17*mV - v + V_T)/(18*mV))/ms : Hz
b_h = 4/(1 + exp((40*mV - v + V_T)/(5*mV)))/ms : Hz
a_n = 0.032/mV*5*mV/exprel((15*mV - v + V_T)/(5*mV))/ms : Hz
b_n = 0.5*exp((10*mV - v + V_T)/(40*mV))/ms : Hz
"""


def network(cells):
    P = NeuronGroup(cells, EQUATIONS, threshold="v > -20*mV", refractory=3 * ms, method="exponential_euler")
    P.v = "-65*mV + 5*mV*randn()"
    P.ge = "clip(40 + 15*randn(), 0, inf)*nS"
    P.gi = "clip(200 + 120*randn(), 0, inf)*nS"
    return P, wire(P, "ge_post += 6*nS", "gi_post += 67*nS")


measure("cobahh", network, cells=4000)
