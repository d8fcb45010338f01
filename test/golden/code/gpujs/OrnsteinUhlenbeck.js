// I
function (I_of, draw_0_of, decay_I, I_1, I_2) {
  let I = I_of[this.thread.x]
  let draw_0 = draw_0_of[this.thread.x]
  let fired_spike = 0.0
  const I_new = decay_I * I + I_1 + I_2 * draw_0
  I = I_new
  return I
}

// spike
function (I_of, draw_0_of, decay_I, I_1, I_2) {
  let I = I_of[this.thread.x]
  let draw_0 = draw_0_of[this.thread.x]
  let fired_spike = 0.0
  const I_new = decay_I * I + I_1 + I_2 * draw_0
  I = I_new
  return fired_spike
}
