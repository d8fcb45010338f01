/** Rate models, oscillators, random spike trains and sensory cells, in the notation of Brian2. */
import type { Brian2Block } from './block.ts'

export const ratesAndOscillators: readonly Brian2Block[] = [
  {
    paper: 'FitzHugh (1961)',
    kind: 'neuron',
    block: `
      dv/dt = (v - v**3/3 - w + I)/tau : 1
      dw/dt = eps*(v + a - b*w)/tau : 1
      I : 1
      a : 1 (shared)
      b : 1 (shared)
      eps : 1 (shared)
      tau : second (shared)
      threshold v > 1.
      refractory v > 1.`,
  },
  {
    paper: 'Wilson & Cowan (1972)',
    kind: 'neuron',
    block: `
      dE/dt = (-E + (1 - r*E)*S_e)/tau_e : 1
      dI/dt = (-I + (1 - r*I)*S_i)/tau_i : 1
      S_e = 1/(1 + exp(-a_e*(c1*E - c2*I + P - th_e))) - 1/(1 + exp(a_e*th_e)) : 1
      S_i = 1/(1 + exp(-a_i*(c3*E - c4*I + Q - th_i))) - 1/(1 + exp(a_i*th_i)) : 1
      P : 1
      Q : 1
      r : 1
      c1 : 1
      c2 : 1
      c3 : 1
      c4 : 1
      a_e : 1
      a_i : 1
      th_e : 1
      th_i : 1
      tau_e : second
      tau_i : second`,
  },
  {
    paper: 'Hindmarsh & Rose (1984)',
    kind: 'neuron',
    block: `
      dx/dt = (y - a*x**3 + b*x**2 - z + I)/ms : 1
      dy/dt = (c - d*x**2 - y)/ms : 1
      dz/dt = r*(s*(x - x_r) - z)/ms : 1
      a : 1
      b : 1
      c : 1
      d : 1
      r : 1
      s : 1
      x_r : 1
      I : 1
      threshold x > 1
      refractory x > 1`,
  },
  {
    paper: 'Kuramoto (1984)',
    kind: 'neuron',
    block: `
      dTheta/dt = omega + K*R*sin(Psi - Theta) + sqrt(2*D)*xi : 1
      Phase = Theta % (2*pi) : 1
      turns = Theta // (2*pi) : 1
      omega : radian/second (constant)
      K : 1/second
      R : 1
      Psi : radian
      D : 1/second
      amplitude = sigma*sqrt(dt) : 1
      sigma : second**-.5`,
  },
  {
    paper: 'Li & Rinzel (1994)',
    kind: 'neuron',
    block: `
      # calcium in an astrocyte, pumped in and out of its store
      dC/dt = J_r + J_l - J_p : mmolar
      dh/dt = (h_inf - h)/tau_h : 1
      J_r = (Omega_C*m_inf**3*h**3)*(C_T - (1 + rho_A)*C) : mmolar/second
      J_l = Omega_L*(C_T - (1 + rho_A)*C) : mmolar/second
      J_p = O_P*C**2/(C**2 + K_P**2) : mmolar/second
      m_inf = P/(P + d_1)*C/(C + d_5) : 1
      Q_2 = d_2*(P + d_1)/(P + d_3) : mmolar
      h_inf = Q_2/(Q_2 + C) : 1
      tau_h = 1/(O_2*(Q_2 + C)) : second
      P : mmolar
      C_T : mmolar
      rho_A : 1
      Omega_C : 1/second
      Omega_L : 1/second
      O_P : mmolar/second
      O_2 : 1/mmolar/second
      K_P : mmolar
      d_1 : mmolar
      d_2 : mmolar
      d_3 : mmolar
      d_5 : mmolar`,
  },
  {
    paper: 'Jansen & Rit (1995)',
    kind: 'neuron',
    block: `
      dy0/dt = y3 : volt
      dy3/dt = A*a*sigm_p - 2*a*y3 - a**2*y0 : volt/second
      dy1/dt = y4 : volt
      dy4/dt = A*a*(rate_in + c_2*sigm_e) - 2*a*y4 - a**2*y1 : volt/second
      dy2/dt = y5 : volt
      dy5/dt = B*b*(c_4*sigm_i) - 2*b*y5 - b**2*y2 : volt/second
      sigm_p = 2*e_0/(1 + exp((v_0 - (y1 - y2))/r)) : Hz
      sigm_e = 2*e_0/(1 + exp((v_0 - c_1*y0)/r)) : Hz
      sigm_i = 2*e_0/(1 + exp((v_0 - c_3*y0)/r)) : Hz
      rate_in = 120*Hz + 200*Hz*rand() : Hz (constant over dt)
      A : volt
      B : volt
      a : 1/second
      b : 1/second
      e_0 : 1/second
      v_0 : volt
      r : volt
      c_1 : 1
      c_2 : 1
      c_3 : 1
      c_4 : 1`,
  },
  {
    paper: 'Meddis (1988)',
    kind: 'neuron',
    block: `
      # hair cell: transmitter in a pool, in the cleft, in a store
      k_perm = g*clip(stim + A, 0, inf)/(clip(stim + A, 0, inf) + B) : 1/second
      dq/dt = y_make*(1 - q) + x_back*w - k_perm*q : 1
      dc/dt = k_perm*q - l_loss*c - r_take*c : 1
      dw/dt = r_take*c - x_back*w : 1
      rate = h*c : Hz
      stim : 1
      A : 1
      B : 1
      g : 1/second
      h : 1/second
      y_make : 1/second
      x_back : 1/second
      l_loss : 1/second
      r_take : 1/second
      threshold rand() < rate*dt
      refractory 1*ms`,
  },
  {
    paper: 'Troyer & Miller (1997), escape noise',
    kind: 'neuron',
    block: `
      dv/dt = (E_L - v + R*I)/tau_m : volt (unless refractory)
      hazard = rate_0*exp((v - theta)/width) : Hz
      E_L : volt
      R : ohm
      I : amp
      tau_m : second
      rate_0 : Hz
      theta : volt
      width : volt
      threshold rand() < hazard*dt
      reset { v = E_L }
      refractory 2*ms`,
  },
  {
    paper: 'Chichilnisky (2001)',
    kind: 'neuron',
    block: `
      drate_low/dt = (gain*clip(signal, 0, inf)**2 - rate_low)/tau : hertz
      signal = contrast*sin(2*pi*freq*t + phase) : 1
      is_on = signal > 0 : boolean
      rate = rate_low*int(is_on) : hertz
      contrast : 1 (constant)
      freq : hertz (shared, constant)
      phase : 1 (constant)
      gain : hertz
      tau : second
      threshold rand() < rate*dt`,
  },
  {
    paper: 'Stürzl, Kempter & van Hemmen (2000)',
    kind: 'neuron',
    block: `
      # eight legs of a scorpion on sand
      dV/dt = (-(V - E_L)*g_L + g_s*(E_s - V))/C : volt (unless refractory)
      dg_s/dt = -g_s/tau_s : siemens
      angle = -pi + 2*pi*(i % 8)/8. : radian
      leg = i // 8 : integer (constant over dt)
      arrival = 0.7*ms*cos(angle - source) : second
      source : radian (shared)
      E_L : volt
      E_s : volt
      g_L : siemens
      C : farad
      tau_s : second
      threshold V > -40*mV
      reset { V = E_L }
      refractory 1*ms`,
  },
  {
    paper: 'Gigante, Mattia & Del Giudice (2007)',
    kind: 'neuron',
    block: `
      dV/dt = -(V - V_L)/tau_m + mu - g_a*c + sigma*xi : volt (unless refractory)
      dc/dt = -c/tau_c : 1
      mu : volt/second
      sigma : volt*second**-.5
      g_a : volt*second**(-1)
      V_L : volt
      tau_m : second
      tau_c : second
      threshold V > -50*mV
      reset { V = V_L; c += 1 }
      refractory 2*ms`,
  },
  {
    paper: 'Goodman & Brette (2010)',
    kind: 'neuron',
    block: `
      sound = 5*mV*clip(level, 0, 1)**(1/3.0) : volt (constant over dt)
      dv/dt = (sound - v)/(1*ms) + sigma*(2./(1*ms))**.5*xi : volt (unless refractory)
      level : 1
      sigma : volt
      freq : Hz (constant)
      filter = 1/(2*pi*freq) : second
      threshold v > 1*mV
      reset { v = 0*mV }
      refractory 5*ms`,
  },
  {
    paper: 'Wright & Sejnowski (2001), alternating drive',
    kind: 'neuron',
    block: `
      dv/dt = (I_drive*R - v)/tau : volt (unless refractory)
      phase_on = (t % period) < period/2 : boolean
      I_drive = I0*int(phase_on and not silenced) + I1*int(t >= start) : amp
      silenced : boolean
      is_first = i == 0 or i == N - 1 : boolean (constant over dt)
      count : integer
      label : integer (constant)
      period : second (shared, constant)
      start : second (shared, constant)
      I0 : amp
      I1 : amp
      R : ohm
      tau : second
      threshold v > 10*mV
      reset { v = 0*mV; count += 1 }
      refractory silenced`,
  },
]
