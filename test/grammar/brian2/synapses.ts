/** Synapses and plasticity, in the notation of Brian2. */
import type { Brian2Block } from './block.ts'

export const synapses: readonly Brian2Block[] = [
  {
    paper: 'Diesmann, Gewaltig & Aertsen (1999)',
    kind: 'neuron',
    block: `
      dV/dt = (-(V - Vr) + x)*(1./taum) : volt (unless refractory)
      dx/dt = (-x + y)*(1./taupsp) : volt
      dy/dt = -y*(1./taupsp) + 25.27*mV/ms
              + (39.24*mV/ms**0.5)*xi : volt
      Vr : volt (constant, shared)
      taum : second (constant, shared)
      taupsp : second (constant, shared)
      threshold V > -55*mV
      reset { V = Vr }
      refractory 1*ms`,
  },
  {
    paper: 'Jahr & Stevens (1990)',
    kind: 'neuron',
    block: `
      dv/dt = (g_L*(E_L - v) - I_nmda)/C : volt
      I_nmda = g_nmda*(v - E_nmda)/(1 + Mg/(3.57*mmolar)*exp(-0.062*v/mV)) : amp
      dg_nmda/dt = -g_nmda/tau_slow + a*x*(1*nS - g_nmda) : siemens
      dx/dt = -x/tau_fast : 1
      Mg : mmolar (constant)
      a : 1/second
      tau_slow : second
      tau_fast : second
      g_L : siemens
      C : farad
      E_L : volt
      E_nmda : volt`,
  },
  {
    paper: 'Sherman & Rinzel (1992)',
    kind: 'synapse',
    block: `
      # gap junction
      g_gap : siemens
      I = g_gap*(v_pre - v_post) : amp (summed)`,
  },
  {
    paper: 'Wang (2002)',
    kind: 'neuron',
    block: `
      dv/dt = (-g_m*(v - V_L) - I_syn)/C_m : volt (unless refractory)
      I_syn = I_AMPA_ext + I_AMPA_rec
              + I_NMDA_rec + I_GABA_rec : amp
      I_AMPA_ext = g_ext*(v - V_E)*s_ext : amp
      I_AMPA_rec = g_rec*(v - V_E)*s_AMPA : amp
      I_NMDA_rec = g_N*(v - V_E)/(1 + Mg2*exp(-0.062*v/mV)/3.57)*s_NMDA_tot : amp
      I_GABA_rec = g_G*(v - V_I)*s_GABA : amp
      ds_ext/dt = -s_ext/tau_AMPA : 1
      ds_AMPA/dt = -s_AMPA/tau_AMPA : 1
      ds_GABA/dt = -s_GABA/tau_GABA : 1
      ds_NMDA/dt = -s_NMDA/tau_NMDA + alpha*x*(1 - s_NMDA) : 1
      dx/dt = -x/tau_rise : 1
      s_NMDA_tot : 1
      Mg2 : 1
      alpha : Hz
      g_m : siemens
      g_ext : siemens
      g_rec : siemens
      g_N : siemens
      g_G : siemens
      C_m : farad
      V_L : volt
      V_E : volt
      V_I : volt
      tau_AMPA : second
      tau_GABA : second
      tau_NMDA : second
      tau_rise : second
      threshold v > -50*mV
      reset { v = -55*mV; x += 1 }
      refractory 2*ms`,
  },
  {
    paper: 'Kuramoto (1984), coupling',
    kind: 'synapse',
    block: `
      K : 1/second
      I = K*sin(Theta_pre - Theta_post)/N_pre : 1/second (summed)`,
  },
  {
    paper: 'Tsodyks & Markram (1998)',
    kind: 'plasticity',
    block: `
      dx/dt = (1 - x)/tau_rec : 1 (event-driven)
      du/dt = (U - u)/tau_fac : 1 (event-driven)
      U : 1 (constant)
      tau_rec : second (constant)
      tau_fac : second (constant)
      on pre {
        u += U*(1 - u)
        deliver weight*u*x
        x *= 1 - u
      }`,
  },
  {
    paper: 'Song, Miller & Abbott (2000)',
    kind: 'plasticity',
    block: `
      dApre/dt = -Apre/taupre : 1 (event-driven)
      dApost/dt = -Apost/taupost : 1 (event-driven)
      taupre : second (constant, shared)
      taupost : second (constant, shared)
      dApre_0 : 1 (constant, shared)
      dApost_0 : 1 (constant, shared)
      gmax : 1 (constant, shared)
      on pre { Apre += dApre_0
               weight = clip(weight + Apost, 0, gmax) }
      on post { Apost += dApost_0
                weight = clip(weight + Apre, 0, gmax) }`,
  },
  {
    paper: 'Pfister & Gerstner (2006)',
    kind: 'plasticity',
    block: `
      dr1/dt = -r1/tau_plus : 1 (event-driven)
      dr2/dt = -r2/tau_x : 1 (event-driven)
      do1/dt = -o1/tau_minus : 1 (event-driven)
      do2/dt = -o2/tau_y : 1 (event-driven)
      tau_plus : second
      tau_minus : second
      tau_x : second
      tau_y : second
      A2 : 1
      A3 : 1
      B2 : 1
      B3 : 1
      on pre { weight = clip(weight - o1*(B2 + B3*r2), 0, 1); r1 += 1; r2 += 1 }
      on post { weight = clip(weight + r1*(A2 + A3*o2), 0, 1); o1 += 1; o2 += 1 }`,
  },
  {
    paper: 'Clopath, Büsing, Vasilaki & Gerstner (2010)',
    kind: 'neuron',
    block: `
      dv/dt = (g_L*(E_L - v) + g_L*D_T*exp((v - V_T)/D_T) + z_ad + I)/C : volt
      du_minus/dt = (v - u_minus)/tau_minus : volt    # low-passed voltages
      du_plus/dt = (v - u_plus)/tau_plus : volt
      dV_T/dt = -(V_T - V_T_rest)/tau_VT : volt
      dz_ad/dt = -z_ad/tau_z : amp
      ltd = clip(u_minus - theta_minus, 0*mV, inf*mV) : volt
      ltp = clip(v - theta_plus, 0*mV, inf*mV)*clip(u_plus - theta_minus, 0*mV, inf*mV) : volt**2
      I : amp
      g_L : siemens
      E_L : volt
      D_T : volt
      C : farad
      V_T_rest : volt
      theta_minus : volt
      theta_plus : volt
      tau_minus : second
      tau_plus : second
      tau_VT : second
      tau_z : second
      threshold v > 20*mV
      reset { v = E_L
              V_T = 30.4*mV + V_T_rest
              z_ad = 400*pA }`,
  },
  {
    paper: 'Graupner & Brunel (2012)',
    kind: 'plasticity',
    block: `
      dcal/dt = -cal/tau_Ca : 1
      drho/dt = (-rho*(1 - rho)*(rho_star - rho)
                 + gamma_p*(1 - rho)*int(cal > theta_p)
                 - gamma_d*rho*int(cal > theta_d))/tau : 1
      tau_Ca : second
      tau : second
      rho_star : 1
      gamma_p : 1
      gamma_d : 1
      theta_p : 1
      theta_d : 1
      C_pre : 1
      C_post : 1
      on pre { cal += C_pre; weight = 0.2 + 4.8*rho }
      on post { cal += C_post }`,
  },
  {
    paper: 'Vogels, Sprekeler, Zenke, Clopath & Gerstner (2011)',
    kind: 'plasticity',
    block: `
      dx_p/dt = -x_p/tau : 1 (event-driven)
      dx_q/dt = -x_q/tau : 1 (event-driven)
      tau : second
      eta : 1
      rho0 : Hz
      w_max : 1
      on pre { x_p += 1; weight = clip(weight + (x_q - 2*rho0*tau)*eta, 0, w_max) }
      on post { x_q += 1; weight = clip(weight + x_p*eta, 0, w_max) }`,
  },
  {
    paper: 'Naud, Bathellier & Gerstner (2014), soma and dendrite',
    kind: 'neuron',
    block: `
      dV_s/dt = -(V_s - E_L)/tau_s + (g_s*plateau + I_s - w_s)/C_s : volt (unless refractory)
      dV_d/dt = -(V_d - E_L)/tau_d + (g_d*plateau + c_d*bap + I_d - w_d)/C_d : volt
      dw_s/dt = -w_s/tau_ws : amp
      dw_d/dt = (-w_d + a_d*(V_d - E_L))/tau_wd : amp
      plateau = 1/(1 + exp(-(V_d - E_d)/D_d)) : 1
      bap = int((t - lastspike) > 0.5*ms)*int((t - lastspike) < 2.5*ms) : 1
      g_s : amp
      g_d : amp
      c_d : amp
      I_s : amp
      I_d : amp
      a_d : siemens
      C_s : farad
      C_d : farad
      E_L : volt
      E_d : volt
      D_d : volt
      tau_s : second
      tau_d : second
      tau_ws : second
      tau_wd : second
      b_s : amp
      threshold V_s > -50*mV
      reset { V_s = E_L; w_s += b_s }
      refractory 3*ms`,
  },
  {
    paper: 'Zenke, Agnes & Gerstner (2015)',
    kind: 'neuron',
    block: `
      dU/dt = (U_rest - U + g_ex/g_unit*(U_ex - U) + g_gaba/g_unit*(U_inh - U) + adapt*(U_inh - U))/tau_m : volt
      dg_ampa/dt = -g_ampa/tau_ampa : siemens
      dg_nmda/dt = (g_ampa - g_nmda)/tau_nmda : siemens
      dg_gaba/dt = -g_gaba/tau_gaba : siemens
      g_ex = alpha*g_ampa + (1 - alpha)*g_nmda : siemens
      dadapt/dt = -adapt/tau_a : 1
      dtheta/dt = (theta_rest - theta)/tau_thr : volt
      alpha : 1
      g_unit : siemens
      U_rest : volt
      U_ex : volt
      U_inh : volt
      theta_rest : volt
      tau_m : second
      tau_ampa : second
      tau_nmda : second
      tau_gaba : second
      tau_a : second
      tau_thr : second
      threshold U > theta
      reset { U = U_rest; theta = 50*mV; adapt += 0.1 }`,
  },
]
