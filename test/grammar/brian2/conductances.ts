/** Neurons with voltage-dependent conductances, in the notation of Brian2. */
import type { Brian2Block } from './block.ts'

export const conductances: readonly Brian2Block[] = [
  {
    paper: 'Hodgkin & Huxley (1952)',
    kind: 'neuron',
    block: `
      dv/dt = (I - gl*(v - El) - gna*(m*m*m)*h*(v - ENa) - gk*(n*n*n*n)*(v - EK))/Cm : volt
      dm/dt = alpha_m*(1 - m) - beta_m*m : 1
      dn/dt = alpha_n*(1 - n) - beta_n*n : 1
      dh/dt = alpha_h*(1 - h) - beta_h*h : 1
      alpha_m = 0.1*(mV**-1)*10*mV/exprel((-(v + 40*mV))/(10*mV))/ms : Hz
      beta_m = 4*exp(-(v + 65*mV)/(18*mV))/ms : Hz
      alpha_h = 0.07*exp(-(v + 65*mV)/(20*mV))/ms : Hz
      beta_h = 1./(exp(-(v + 35*mV)/(10*mV)) + 1)/ms : Hz
      alpha_n = 0.01*(mV**-1)*10*mV/exprel((-(v + 55*mV))/(10*mV))/ms : Hz
      beta_n = .125*exp(-(v + 65*mV)/(80*mV))/ms : Hz
      I : amp
      Cm : farad
      gl : siemens
      gna : siemens
      gk : siemens
      El : volt
      ENa : volt
      EK : volt
      threshold m > 0.5
      refractory m > 0.5`,
  },
  {
    paper: 'Rall (1964), a patch of passive membrane',
    kind: 'neuron',
    block: `
      Im = gl*(El - v) : amp/meter**2
      dv/dt = (Im + Ie)/Cm : volt
      gl : siemens/meter**2 (constant)
      El : volt (constant)
      Cm : farad/meter**2 (constant)
      Ie : amp/meter**2`,
  },
  {
    paper: 'Connor & Stevens (1971)',
    kind: 'neuron',
    block: `
      dv/dt = (I - gL*(v - EL) - INa - IK - IA)/C : volt
      INa = gNa*m**3*h*(v - ENa) : amp/meter**2
      IK = gK*n**4*(v - EK) : amp/meter**2
      IA = gA*a**3*b*(v - EA) : amp/meter**2
      a_inf = (0.0761*exp(0.0314/mV*(v + 94.22*mV))
               /(1 + exp(0.0346/mV*(v + 1.17*mV))))**(1./3) : 1
      b_inf = (1/(1 + exp(0.0688/mV*(v + 53.3*mV))))**4 : 1
      tau_a = 0.3632*ms + 1.158*ms/(1 + exp(0.0497/mV*(v + 55.96*mV))) : second
      tau_b = 1.24*ms + 2.678*ms/(1 + exp(0.0624/mV*(v + 50*mV))) : second
      da/dt = (a_inf - a)/tau_a : 1
      db/dt = (b_inf - b)/tau_b : 1
      dm/dt = 3.8*((1 - m)/exprel(-(v + 29.7*mV)/(10*mV)) - 4*m*exp(-(v + 54.7*mV)/(18*mV)))/ms : 1
      dh/dt = 3.8*(0.07*exp(-(v + 48*mV)/(20*mV))*(1 - h) - h/(1 + exp(-(v + 18*mV)/(10*mV))))/ms : 1
      dn/dt = 1.9*(0.1*(1 - n)/exprel(-(v + 45.7*mV)/(10*mV)) - .125*n*exp(-(v + 55.7*mV)/(80*mV)))/ms : 1
      I : amp/meter**2
      C : farad/meter**2
      gL : siemens/meter**2
      gNa : siemens/meter**2
      gK : siemens/meter**2
      gA : siemens/meter**2
      EL : volt
      ENa : volt
      EK : volt
      EA : volt`,
  },
  {
    paper: 'Morris & Lecar (1981)',
    kind: 'neuron',
    block: `
      dV/dt = (-g_L*(V - V_L) - g_Ca*M_inf*(V - V_Ca) - g_K*N_K*(V - V_K) + I)/C : volt
      dN_K/dt = lambda_K*(N_inf - N_K) : 1
      M_inf = 0.5*(1 + tanh((V - V1)/V2)) : 1
      N_inf = 0.5*(1 + tanh((V - V3)/V4)) : 1
      lambda_K = phi*cosh((V - V3)/(2*V4)) : 1/second
      phi : 1/second (constant)
      g_L : siemens
      g_Ca : siemens
      g_K : siemens
      V_L : volt
      V_Ca : volt
      V_K : volt
      V1 : volt
      V2 : volt
      V3 : volt
      V4 : volt
      C : farad
      I : amp
      threshold V > 0*mV
      refractory V > 0*mV`,
  },
  {
    paper: 'Traub & Miles (1991)',
    kind: 'neuron',
    block: `
      dv/dt = (gl*(El - v) + ge*(Ee - v) + gi*(Ei - v)-
               g_na*(m*m*m)*h*(v - ENa)-
               g_kd*(n*n*n*n)*(v - EK))/Cm : volt
      dm/dt = alpha_m*(1 - m) - beta_m*m : 1
      dn/dt = alpha_n*(1 - n) - beta_n*n : 1
      dh/dt = alpha_h*(1 - h) - beta_h*h : 1
      dge/dt = -ge*(1./taue) : siemens
      dgi/dt = -gi*(1./taui) : siemens
      alpha_m = 0.32*(mV**-1)*4*mV/exprel((13*mV - v + VT)/(4*mV))/ms : Hz
      beta_m = 0.28*(mV**-1)*5*mV/exprel((v - VT - 40*mV)/(5*mV))/ms : Hz
      alpha_h = 0.128*exp((17*mV - v + VT)/(18*mV))/ms : Hz
      beta_h = 4./(1 + exp((40*mV - v + VT)/(5*mV)))/ms : Hz
      alpha_n = 0.032*(mV**-1)*5*mV/exprel((15*mV - v + VT)/(5*mV))/ms : Hz
      beta_n = .5*exp((10*mV - v + VT)/(40*mV))/ms : Hz
      Cm : farad
      gl : siemens
      g_na : siemens
      g_kd : siemens
      El : volt
      Ee : volt
      Ei : volt
      ENa : volt
      EK : volt
      VT : volt
      taue : second
      taui : second
      threshold v > -20*mV
      refractory 3*ms`,
  },
  {
    paper: 'Wang & Buzsáki (1996)',
    kind: 'neuron',
    block: `
      dv/dt = (-gNa*m**3*h*(v - ENa) - gK*n**4*(v - EK) - gL*(v - EL) - Isyn + Iapp)/Cm : volt
      m = alpha_m/(alpha_m + beta_m) : 1
      alpha_m = 0.1/mV*10*mV/exprel(-(v + 35*mV)/(10*mV))/ms : Hz
      beta_m = 4*exp(-(v + 60*mV)/(18*mV))/ms : Hz
      dh/dt = 5*(alpha_h*(1 - h) - beta_h*h) : 1
      alpha_h = 0.07*exp(-(v + 58*mV)/(20*mV))/ms : Hz
      beta_h = 1./(exp(-0.1/mV*(v + 28*mV)) + 1)/ms : Hz
      dn/dt = 5*(alpha_n*(1 - n) - beta_n*n) : 1
      alpha_n = 0.01/mV*10*mV/exprel(-(v + 34*mV)/(10*mV))/ms : Hz
      beta_n = 0.125*exp(-(v + 44*mV)/(80*mV))/ms : Hz
      # the cell's own output variable, gated by its own voltage
      ds/dt = 12/ms*F*(1 - s) - 0.1/ms*s : 1
      F = 1/(1 + exp(-v/(2*mV))) : 1
      Isyn : amp
      Iapp : amp
      Cm : farad
      gNa : siemens
      gK : siemens
      gL : siemens
      ENa : volt
      EK : volt
      EL : volt
      threshold v > 0*mV
      refractory v > 0*mV`,
  },
  {
    paper: 'Destexhe, Rudolph, Fellous & Sejnowski (2001)',
    kind: 'neuron',
    block: `
      dv/dt = (g_l*(E_l - v) + ge*(E_e - v) + gi*(E_i - v))/C_m : volt
      dge/dt = (ge0 - ge)/tau_e + sigma_e*sqrt(2/tau_e)*xi_e : siemens
      dgi/dt = (gi0 - gi)/tau_i + sigma_i*sqrt(2/tau_i)*xi_i : siemens
      D_e = 2*sigma_e**2/tau_e : siemens**2/second    # diffusion coefficient
      g_l : siemens
      C_m : farad
      E_l : volt
      E_e : volt
      E_i : volt
      ge0 : siemens
      gi0 : siemens
      sigma_e : siemens
      sigma_i : siemens
      tau_e : second
      tau_i : second`,
  },
]
