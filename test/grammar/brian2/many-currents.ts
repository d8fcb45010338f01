/** Neurons whose firing patterns come from many currents, in the notation of Brian2. */
import type { Brian2Block } from './block.ts'

export const manyCurrents: readonly Brian2Block[] = [
  {
    paper: 'Chay & Keizer (1983)',
    kind: 'neuron',
    block: `
      # pancreatic beta cell: bursts ride on slow calcium
      dv/dt = -(g_Ca*m_inf*(v - E_Ca) + (g_K*n + g_KCa*Ca/(Ca + K_d))*(v - E_K)
                + g_L*(v - E_L))/C_m : volt
      dn/dt = (n_inf - n)/tau_n : 1
      dCa/dt = f*(-alpha*g_Ca*m_inf*(v - E_Ca) - k_Ca*Ca) : mmolar
      m_inf = 1/(1 + exp((-20*mV - v)/(12*mV))) : 1
      n_inf = 1/(1 + exp((-16*mV - v)/(5.6*mV))) : 1
      alpha : mmolar/coulomb
      k_Ca : 1/second
      K_d : mmolar
      f : 1
      tau_n : second
      g_Ca : siemens
      g_K : siemens
      g_KCa : siemens
      g_L : siemens
      E_Ca : volt
      E_K : volt
      E_L : volt
      C_m : farad`,
  },
  {
    paper: 'Golomb & Amitai (1997)',
    kind: 'neuron',
    block: `
      dv/dt = (-I_Na - I_NaP - I_Kdr - I_Kslow - g_L*(v - E_L) + I_app)/C : volt
      I_Na = g_Na*m_inf**3*h*(v - E_Na) : amp/meter**2
      I_NaP = g_NaP*p_inf*(v - E_Na) : amp/meter**2
      I_Kdr = g_Kdr*n**4*(v - E_K) : amp/meter**2
      I_Kslow = g_Kslow*z_s*(v - E_K) : amp/meter**2
      m_inf = 1/(1 + exp(-(v + 30*mV)/(9.5*mV))) : 1
      p_inf = 1/(1 + exp(-(v + 40*mV)/(5*mV))) : 1
      dh/dt = (1/(1 + exp((v + 53*mV)/(7*mV))) - h)
              /(0.37*ms + 2.78*ms/(1 + exp((v + 40.5*mV)/(6*mV)))) : 1
      dn/dt = (1/(1 + exp(-(v + 30*mV)/(10*mV))) - n)
              /(0.37*ms + 1.85*ms/(1 + exp((v + 27*mV)/(15*mV)))) : 1
      dz_s/dt = (1/(1 + exp(-(v + 39*mV)/(5*mV))) - z_s)/(75*ms) : 1
      I_app : amp/meter**2
      C : farad/meter**2
      g_Na : siemens/meter**2
      g_NaP : siemens/meter**2
      g_Kdr : siemens/meter**2
      g_Kslow : siemens/meter**2
      g_L : siemens/meter**2
      E_Na : volt
      E_K : volt
      E_L : volt`,
  },
  {
    paper: 'Rothman & Manis (2003)',
    kind: 'neuron',
    block: `
      dv/dt = (ileak + ina + ikht + ih + I)/C : volt
      ileak = gl*(El - v) : amp
      ina = gnabar*m**3*h*(ENa - v) : amp
      ikht = gkhtbar*(nf*n**2 + (1 - nf)*p)*(EK - v) : amp
      ih = ghbar*r*(Eh - v) : amp
      vu = v/mV : 1    # voltage as a pure number
      dm/dt = q10*(minf - m)/mtau : 1
      minf = 1./(1 + exp(-(vu + 38.)/7.)) : 1
      mtau = ((10./(5*exp((vu + 60)/18.) + 36.*exp(-(vu + 60)/25.))) + 0.04)*ms : second
      dh/dt = q10*(hinf - h)/htau : 1
      hinf = 1./(1 + exp((vu + 65.)/6.)) : 1
      htau = ((100./(7*exp((vu + 60)/11.) + 10.*exp(-(vu + 60)/25.))) + 0.6)*ms : second
      dn/dt = q10*((1 + exp(-(vu + 15)/5.))**-0.5 - n)/ntau : 1
      ntau = ((100./(11*exp((vu + 60)/24.) + 21*exp(-(vu + 60)/23.))) + 0.7)*ms : second
      dp/dt = q10*(1./(1 + exp(-(vu + 23)/6.)) - p)/ptau : 1
      ptau = ((100./(4*exp((vu + 60)/32.) + 5*exp(-(vu + 60)/22.))) + 5)*ms : second
      dr/dt = q10*(1./(1 + exp((vu + 76.)/7.)) - r)/rtau : 1
      rtau = ((1e5/(237.*exp((vu + 60.)/12.) + 17.*exp(-(vu + 60.)/14.))) + 25.)*ms : second
      q10 = 3.**((celsius - 22)/10.) : 1
      celsius : 1 (constant)
      nf : 1 (constant)
      I : amp
      C : farad
      gl : siemens
      gnabar : siemens
      gkhtbar : siemens
      ghbar : siemens
      El : volt
      ENa : volt
      EK : volt
      Eh : volt`,
  },
  {
    paper: 'Pospischil et al. (2008)',
    kind: 'neuron',
    block: `
      dv/dt = (I/area - g_leak*(v - E_leak) - g_Na*m**3*h*(v - E_Na)
               - g_Kd*n**4*(v - E_K) - g_M*p*(v - E_K))/C_m : volt
      dm/dt = -0.32/mV*(v - VT - 13*mV)/(exp(-(v - VT - 13*mV)/(4*mV)) - 1)/ms*(1 - m)
              - 0.28/mV*(v - VT - 40*mV)/(exp((v - VT - 40*mV)/(5*mV)) - 1)/ms*m : 1
      dh/dt = 0.128*exp(-(v - VT - 17*mV)/(18*mV))/ms*(1 - h)
              - 4/(1 + exp(-(v - VT - 40*mV)/(5*mV)))/ms*h : 1
      dn/dt = -0.032/mV*(v - VT - 15*mV)/(exp(-(v - VT - 15*mV)/(5*mV)) - 1)/ms*(1 - n)
              - 0.5*exp(-(v - VT - 10*mV)/(40*mV))/ms*n : 1
      dp/dt = (p_inf - p)/tau_p : 1
      p_inf = 1/(1 + exp(-(v + 35*mV)/(10*mV))) : 1
      tau_p = tau_max/(3.3*exp((v + 35*mV)/(20*mV)) + exp(-(v + 35*mV)/(20*mV))) : second
      tau_max : second (constant)
      area : meter**2 (constant)
      I : amp
      C_m : farad*meter**-2
      g_leak : siemens*meter**-2
      g_Na : siemens*meter**-2
      g_Kd : siemens*meter**-2
      g_M : siemens*meter**-2
      E_leak : volt
      E_Na : volt
      E_K : volt
      VT : volt
      threshold v > -20*mV
      refractory v > -20*mV`,
  },
  {
    paper: 'Pinsky & Rinzel (1994), reduced to one calcium current',
    kind: 'neuron',
    block: `
      dVs/dt = (-g_L*(Vs - V_L) + g_c/p*(Vd - Vs) + Is/p)/Cm : volt
      dVd/dt = (-g_L*(Vd - V_L) - I_Ca + g_c/(1 - p)*(Vs - Vd))/Cm : volt
      I_Ca = g_Ca*s**2*(Vd - V_Ca) : amp/meter**2
      ds/dt = 1.6*(1 - s)/(1 + exp(-0.072*(Vd/mV - 5)))/ms
              - 0.1*s/exprel((Vd + 8.9*mV)/(5*mV))/ms : 1
      dCa/dt = -0.13*I_Ca/(uA/cm**2)/ms - 0.075*Ca/ms : 1
      chi = clip(Ca/250., 0, 1) : 1
      Is : amp/meter**2
      p : 1 (constant, shared)
      Cm : farad/meter**2
      g_L : siemens/meter**2
      g_c : siemens/meter**2
      g_Ca : siemens/meter**2
      V_L : volt
      V_Ca : volt
      threshold Vs > 0*mV
      refractory 2*ms`,
  },
  {
    paper: 'Golowasch, Casey, Abbott & Marder (1999)',
    kind: 'neuron',
    block: `
      # conductances are regulated by the average calcium entry
      dv/dt = (g_Ca*m_Ca**3*h_Ca*(E_Ca - v) + g_K*n**4*(E_K - v) + g_L*(E_L - v))/Cm : volt
      dm_Ca/dt = (1/(1 + exp((-61.2*mV - v)/(3*mV))) - m_Ca)/(30*ms) : 1
      dh_Ca/dt = (1/(1 + exp((v + 75.2*mV)/(5*mV))) - h_Ca)/(150*ms) : 1
      dn/dt = (1/(1 + exp((-51*mV - v)/(4*mV))) - n)/(2*ms) : 1
      dz/dt = tanh(S - z)/tau_z : 1
      S = clip(-g_Ca*m_Ca**3*h_Ca*(v - E_Ca)/nA, 0, 1) : 1
      g_Ca = 0.5*(1 + tanh(z))*g_max : siemens
      g_K = 0.5*(1 - tanh(z))*g_max : siemens
      g_max : siemens
      g_L : siemens
      E_Ca : volt
      E_K : volt
      E_L : volt
      Cm : farad
      tau_z : second`,
  },
]
