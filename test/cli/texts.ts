/** Model texts for the commands: a good one, one with wrong units, one that cannot be read. */

export const lif = `# Leaky integrate-and-fire neuron.
neuron LIF {
  param C   = 200 pF # membrane capacitance
  param g_L = 10 nS # leak conductance

  input I : pA from synapses, noise, current

  dv/dt = (g_L * (-70 mV - v) + I) / C : mV (unless refractory)
  v(0) = -70 mV

  threshold v > -50 mV
  reset { v = -58 mV }
  refractory 2 ms
}
`

/** In line 8 the current is divided by a conductance. */
export const wrongUnits = lif.replace('/ C :', '/ g_L :')

/** A brace is missing at the end. */
export const unreadable = 'neuron Half {\n  param C = 200 pF\n'

export const synapses = `# Exponential current.
synapse Fast {
  param tau = 5 ms
  dI/dt = -I / tau : pA
  on pre { I += weight * 1 pA }
}

# The same, slower.
synapse Slow {
  param tau = 50 ms
  dI/dt = -I / tau : pA
  on pre { I += weight * 1 pA }
}
`
