/** Point neurons that integrate and fire, in the notation of Brian2. */
import type { Brian2Block } from './block.ts'

export const integrateAndFire: readonly Brian2Block[] = [
  {
    paper: 'Lapicque (1907)',
    kind: 'neuron',
    block: `
      dv/dt = (R*I - v)/tau : volt
      R : ohm (constant)
      I : amp
      tau : second (constant, shared)
      v_th : volt (constant)
      threshold v > v_th
      reset { v = 0*mV }`,
  },
  {
    paper: 'Stein (1965)',
    kind: 'neuron',
    block: `
      # leak towards rest, jumps from outside
      dv/dt = -v/tau : volt (unless refractory)
      tau : second
      theta : volt
      threshold v >= theta
      reset { v = 0*volt }
      refractory 1.5*ms`,
  },
  {
    paper: 'Brunel & Hakim (1999)',
    kind: 'neuron',
    block: `
      dV/dt = (-V + mu_ext + sigma*sqrt(tau)*xi)/tau : volt (unless refractory)
      mu_ext : volt (shared, constant)
      sigma : volt (shared, constant)
      tau : second (shared, constant)
      threshold V > 20*mV
      reset { V = 10*mV }
      refractory 2*ms`,
  },
  {
    paper: 'Brunel (2000)',
    kind: 'neuron',
    block: `
      dv/dt = -(v - E_L)/tau_m : volt (unless refractory)
      E_L : volt (constant)
      tau_m : second (constant)
      threshold v > 20*mV + E_L
      reset { v = E_L + 10*mV }
      refractory tau_rp
      tau_rp : second (constant)`,
  },
  {
    paper: 'Vogels & Abbott (2005), currents',
    kind: 'neuron',
    block: `
      dv/dt = (ge + gi - (v - El))/taum : volt (unless refractory)
      dge/dt = -ge/taue : volt    # excitatory
      dgi/dt = -gi/taui : volt    # inhibitory
      El : volt (constant, shared)
      taum : second (constant, shared)
      taue : second (constant, shared)
      taui : second (constant, shared)
      threshold v > -50*mV
      reset { v = -60*mV }
      refractory 5*ms`,
  },
  {
    paper: 'Vogels & Abbott (2005), conductances',
    kind: 'neuron',
    block: `
      dv/dt = (ge*(Ee - v) + gi*(Ei - v) - (v - El))*(1./taum) : volt (unless refractory)
      dge/dt = -ge*(1./taue) : 1
      dgi/dt = -gi*(1./taui) : 1
      Ee : volt
      Ei : volt
      El : volt
      taum : second
      taue : second
      taui : second
      threshold v > -50*mV
      reset { v = El }
      refractory 5*ms`,
  },
  {
    paper: 'Fourcaud-Trocmé, Hansel, van Vreeswijk & Brunel (2003)',
    kind: 'neuron',
    block: `
      dv/dt = (gL*(EL - v)
               + gL*DeltaT*exp((v - VT)/DeltaT)
               + I)/Cm : volt (unless refractory)
      I = I0 + sigma*randn() : amp (constant over dt)
      I0 : amp
      sigma : amp
      gL : siemens
      EL : volt
      VT : volt
      DeltaT : volt
      Cm : farad
      threshold v > 0*mV
      reset { v = -68*mV }
      refractory 1.7*ms`,
  },
  {
    paper: 'Brette & Gerstner (2005)',
    kind: 'neuron',
    block: `
      dvm/dt = (gL*(EL - vm) + gL*DeltaT*exp((vm - VT)/DeltaT) + I - w)/C : volt
      dw/dt = (a*(vm - EL) - w)/tauw : amp
      I : amp
      C : farad
      gL : siemens
      EL : volt
      VT : volt
      DeltaT : volt
      tauw : second
      a : siemens
      b : amp
      Vr : volt
      threshold vm > VT + 5*DeltaT
      reset { vm = Vr; w += b }`,
  },
  {
    paper: 'Izhikevich (2003)',
    kind: 'neuron',
    block: `
      dv/dt = (0.04/ms/mV)*v**2 + (5/ms)*v + 140*mV/ms - u + I : volt
      du/dt = a*(b*v - u) : volt/second
      I : volt/second
      a : Hz (constant)
      b : Hz (constant)
      c : volt (constant)
      d : volt/second (constant)
      threshold v >= 30*mV
      reset { v = c
              u += d }`,
  },
  {
    paper: 'Hansel & Mato (2003)',
    kind: 'neuron',
    block: `
      # quadratic integrate-and-fire
      dv/dt = (alpha*(v - vc)**2 + R*(I - Ic))/tau : volt
      alpha : 1/volt
      vc : volt
      R : ohm
      I : amp
      Ic : amp
      tau : second
      threshold v > 20*mV
      reset { v = -80*mV }`,
  },
  {
    paper: 'Benda & Herz (2003)',
    kind: 'neuron',
    block: `
      f = clip(gain*(I - I_rheo - A), 0*Hz, inf*Hz) : hertz
      dA/dt = (k*f - A)/tau_A : amp
      gain : hertz/amp
      I : amp
      I_rheo : amp
      k : amp*second
      tau_A : second`,
  },
  {
    paper: 'Touboul & Brette (2008)',
    kind: 'neuron',
    block: `
      dv/dt = ((v/mV)**4*mV + 2*a*v - w + I)/ms : volt
      dw/dt = a*(b*v - w)/ms : volt
      a : 1
      b : 1
      I : volt
      threshold v > 50*mV
      reset { v = -1*mV; w += 10*mV }`,
  },
  {
    paper: 'Kobayashi, Tsubo & Shinomoto (2009)',
    kind: 'neuron',
    block: `
      dv/dt = (-v + R*I)/taum : volt
      dH1/dt = -H1/tau1 : volt
      dH2/dt = -H2/tau2 : volt
      theta = H1 + H2 + omega : volt
      R : ohm
      I : amp
      taum : second
      tau1 : second
      tau2 : second
      omega : volt
      alpha1 : volt
      alpha2 : volt
      threshold v > theta
      reset { H1 += alpha1
              H2 += alpha2 }
      refractory 2*ms`,
  },
  {
    paper: 'Mihalas & Niebur (2009)',
    kind: 'neuron',
    block: `
      dI1/dt = -k1*I1 : amp
      dI2/dt = -k2*I2 : amp
      dV/dt = (Ie + I1 + I2 - G*(V - EL))/C : volt
      dTheta/dt = a*(V - EL) - b*(Theta - Theta_inf) : volt
      k1 : 1/second
      k2 : 1/second
      a : 1/second
      b : 1/second
      G : siemens
      C : farad
      EL : volt
      Ie : amp
      Theta_inf : volt
      Theta_reset : volt
      threshold V > Theta
      reset { I1 = 10*pA; I2 = -0.6*nA; V = EL; Theta = max(Theta_reset, Theta) }`,
  },
  {
    paper: 'Platkiewicz & Brette (2011)',
    kind: 'neuron',
    block: `
      dv/dt = (EL - v + R*I)/tau : volt (unless refractory)
      dtheta/dt = (theta_inf - theta)/tau_theta : volt
      # the threshold follows the voltage through sodium inactivation
      theta_inf = VT + ka*log(1 + exp((v - Vi)/ki)) : volt
      EL : volt
      R : ohm
      I : amp
      tau : second
      tau_theta : second
      VT : volt
      Vi : volt
      ka : volt
      ki : volt
      threshold v > theta
      reset { v = EL }
      refractory 5*ms`,
  },
  {
    paper: 'Rossant, Leijon, Magnusson & Brette (2011)',
    kind: 'neuron',
    block: `
      dv/dt = -v/taum + sigma*sqrt(2/taum)*xi_1 + s/taum : volt
      ds/dt = -s/taus + sigma*sqrt(2/taus)*xi_2 : volt
      taum : second
      taus : second
      sigma : volt
      threshold v > 1*mV
      reset { v = 0*mV; s = 0*mV }`,
  },
  {
    paper: 'Teeter et al. (2018)',
    kind: 'neuron',
    block: `
      dv/dt = (I + I_after - (v - EL)/R)/C : volt (unless refractory)
      dI_after/dt = -I_after/tau_after : amp
      dth_s/dt = -b_s*th_s : volt            # threshold, spike part
      dth_v/dt = a_v*(v - EL) - b_v*th_v : volt
      I : amp
      EL : volt
      R : ohm
      C : farad
      tau_after : second
      b_s : second**-1
      a_v : second**-1
      b_v : second**-1
      th_inf : volt
      threshold v > th_inf + th_s + th_v
      reset { v = EL + 0.3*(v - EL) - 2*mV
              I_after += 40*pA
              th_s += 3*mV }
      refractory 3*ms`,
  },
]
