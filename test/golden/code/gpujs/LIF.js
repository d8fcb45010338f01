// v
function (lastspike_of, v_of, I_of, silent_steps, decay_v, v_1, gain_v_per_C, V_th) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  if ((free > 0.5)) {
    const v_new = decay_v * v + (v_1 + gain_v_per_C * I)
    v = v_new
    if (v_new > V_th) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  return v
}

// lastspike
function (lastspike_of, v_of, I_of, silent_steps, decay_v, v_1, gain_v_per_C, V_th) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  if ((free > 0.5)) {
    const v_new = decay_v * v + (v_1 + gain_v_per_C * I)
    v = v_new
    if (v_new > V_th) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  return lastspike
}

// spike
function (lastspike_of, v_of, I_of, silent_steps, decay_v, v_1, gain_v_per_C, V_th) {
  let lastspike = lastspike_of[this.thread.x]
  let v = v_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const free = -lastspike >= silent_steps ? 1.0 : 0.0
  if ((free > 0.5)) {
    const v_new = decay_v * v + (v_1 + gain_v_per_C * I)
    v = v_new
    if (v_new > V_th) {
      fired_spike = 1.0
      lastspike = 0.0
    }
  }
  return fired_spike
}
