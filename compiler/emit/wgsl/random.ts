/** Random numbers in WGSL: the words of ir/random.ts, made into f32. */

export const threefry = `\
/// Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds.
fn threefry(seed: u32, stream: u32, cell: u32, step: u32) -> vec2<u32> {
  let parity = 0x1bd11bdau ^ seed ^ stream;
  var x = cell + seed;
  var y = step + stream;
${rounds()}
  return vec2<u32>(x, y);
}`

function rounds(): string {
  const rotations = [13, 15, 26, 6, 17, 29, 16, 24]
  const keys = ['seed', 'stream', 'parity']
  const lines: string[] = []
  for (let round = 0; round < 13; round++) {
    const bits = rotations[round % 8] ?? 0
    lines.push('  x += y;', `  y = ((y << ${bits}u) | (y >> ${32 - bits}u)) ^ x;`)
    if (round % 4 !== 3) continue
    const k = (round + 1) / 4
    lines.push(`  x += ${keys[k % 3]};`, `  y += ${keys[(k + 1) % 3]} + ${k}u;`)
  }
  return lines.join('\n')
}

export const uniform = `\
/// Uniform on [0, 1): the first 24 bits.
fn uniform_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  return f32(threefry(seed, stream, cell, step).x >> 8u) * 5.9604645e-8;
}`

export const normal = `\
/// Standard normal by Box and Muller; the angle is folded to a quarter turn before it is rounded.
fn normal_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let words = threefry(seed, stream, cell, step);
  let u = f32(words.x >> 1u) * 4.656613e-10 + 2.3283064e-10;
  let turn = abs(bitcast<i32>(words.y ^ 0x80000000u)) - 0x40000000;
  return sqrt(max(0.0, -2.0 * log(u))) * sin(f32(turn) * 1.4629181e-9);
}`

export const poisson = `\
/// Poisson count by inversion; for large means from the matching normal.
fn poisson(mean: f32, seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  if (!(mean > 0.0)) {
    return 0.0;
  }
  if (mean > 64.0) {
    let z = normal_number(seed, stream ^ 0x165667b1u, cell, step);
    let root = sqrt(mean);
    let skewed = (z * z - 1.0) / 6.0 - z * (z * z + 2.0) / (72.0 * root);
    return max(0.0, floor(mean + root * z + skewed + 0.5));
  }
  // Cells 2k and 2k + 1 share two words.
  let words = threefry(seed, stream, cell >> 1u, step);
  let u = f32(select(words.x, words.y, (cell & 1u) == 1u) >> 8u) * 5.9604645e-8;
  var count = 0.0;
  var term = exp(-mean);
  var sum = term;
  while (u >= sum && count < 1000.0) {
    count += 1.0;
    term *= mean * (1.0 / count);
    sum += term;
  }
  return count;
}`

export const gamma = `\
/// Gamma variate of scale 1 after Marsaglia and Tsang (2000); a shape below 1 is drawn one higher and scaled down.
fn gamma(shape: f32, seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let d = select(shape, shape + 1.0, shape < 1.0) - 1.0 / 3.0;
  let c = 1.0 / sqrt(9.0 * d);
  var result = d;
  for (var attempt = 1u; attempt <= 64u; attempt++) {
    let key = stream + attempt * 0x9e3779b1u;
    let z = normal_number(seed, key, cell, step);
    let root = 1.0 + c * z;
    let v = root * root * root;
    let u = uniform_number(seed, key ^ 0x85ebca6bu, cell, step);
    if (v > 0.0 && log(1.0 - u) < 0.5 * z * z + d - d * v + d * log(v)) {
      result = d * v;
      break;
    }
  }
  if (shape >= 1.0) {
    return result;
  }
  let u = uniform_number(seed, stream ^ 0x5bd1e995u, cell, step);
  return result * pow(u, 1.0 / shape);
}`
