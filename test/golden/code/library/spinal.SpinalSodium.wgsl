// SpinalSodium — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalSodium · initialize
struct initialize_at {
  v: u32, // mV
  h: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.h + i] = 1.0 / (1.0 + exp((-55.0 - v) * -0.14285715));
}

// SpinalSodium · step
struct step__at {
  v: u32, // mV
  h: u32,
  tau_h_1: f32,
  tau_h_2: f32,
  h_inf_1: f32,
  h_1: f32,
  h_2: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let h = reals[at.h + i];
  let m_3 = exp(0.0051282053 * v);
  let m_4 = m_3 * m_3 * m_3;
  let m_5 = m_4 * m_4;
  let m_6 = m_5 * m_5;
  let m_7 = m_6 * m_3;
  let tau_h_3 = exp(0.008928572 * v);
  let tau_h_4 = 1.0 / tau_h_3;
  let tau_h_5 = tau_h_4 * tau_h_4 * tau_h_4;
  let tau_h_6 = at.tau_h_1 * m_7 + at.tau_h_2 * (tau_h_5 * tau_h_5 * tau_h_4);
  let h_inf_2 = tau_h_3 * tau_h_3 * tau_h_3;
  let h_inf_3 = h_inf_2 * h_inf_2 * tau_h_3 * tau_h_3;
  let h_inf = 1.0 / (1.0 + at.h_inf_1 * (h_inf_3 * h_inf_3));
  let h_new = h + at.h_2 * (exprel(at.h_1 * tau_h_6) * ((h_inf - h) * tau_h_6));
  reals[at.h + i] = h_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
