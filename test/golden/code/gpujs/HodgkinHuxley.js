// lastspike
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return lastspike
}

// m
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return m
}

// h
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return h
}

// n
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return n
}

// v
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return v
}

// spike
function (
  lastspike_of,
  v_of,
  m_of,
  h_of,
  n_of,
  I_of,
  V_ext_of,
  silent_steps,
  a_m_1,
  dt,
  a_h_1,
  b_h_1,
  a_n_1,
  b_n_1,
  g_Na,
  g_K,
  g_L,
  v_1,
  per_area,
  E_Na_times_g_Na,
  E_K_times_g_K,
  E_L,
  per_C,
  v_2,
) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let m = m_of[this.thread.x]
  let h = h_of[this.thread.x]
  let n = n_of[this.thread.x]
  let I = I_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  const a_m_2 = v + 40.0
  const a_m_3 = a_m_2 * -0.1
  const a_m_4 = a_m_2 * a_m_2
  const a_m_5 = 0.01 * a_m_4
  const a_m_6 = Math.exp(-0.0125 * v)
  const a_m_7 = a_m_6 * a_m_6
  const a_m_8 = a_m_7 * a_m_7
  const a_m_9 = a_m_8 * a_m_8
  const a_m =
    Math.abs(a_m_3) < 0.1
      ? 1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336)
      : a_m_3 / (a_m_1 * a_m_9 - 1.0)
  const b_m = 4.0 * Math.exp((v + 65.0) * -0.055555556)
  const m_new = m + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1.0 - m) - b_m * m)
  const a_h = a_h_1 * a_m_8
  const b_h = 1.0 / (b_h_1 * a_m_9 + 1.0)
  const h_new = h + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1.0 - h) - b_h * h)
  const a_n_2 = v + 55.0
  const a_n_3 = a_n_2 * -0.1
  const a_n_4 = a_n_2 * a_n_2
  const a_n_5 = 0.01 * a_n_4
  const a_n =
    0.1 *
    (Math.abs(a_n_3) < 0.1
      ? 1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336)
      : a_n_3 / (a_n_1 * a_m_9 - 1.0))
  const b_n = b_n_1 * a_m_6
  const n_new = n + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1.0 - n) - b_n * n)
  const v_3 = m_new * m_new * m_new
  const v_4 = n_new * n_new
  const v_5 = v_4 * v_4
  const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
  const v_7 = v_1 * v_6
  const v_8 = 6.0 - v_7
  const v_new =
    v +
    (v_8 *
      (dt *
        ((I * per_area +
          E_Na_times_g_Na * (v_3 * h_new) +
          E_K_times_g_K * v_5 +
          (V_ext + E_L) * g_L) *
          per_C +
          v_6 * v_2 * v))) /
      (v_8 - v_1 * ((3.0 - v_7) * v_6))
  if ((free > 0.5)) {
    if (v_new > 0.0) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  m = m_new
  h = h_new
  n = n_new
  v = v_new
  return fired_spike
}
