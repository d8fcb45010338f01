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
