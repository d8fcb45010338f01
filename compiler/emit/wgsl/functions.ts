/** Functions that WGSL lacks, or of which it promises too few digits: text. */

export const exprel = `\
/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}`

export const expm1 = `\
/// exp(x) - 1, exact near 0.
fn expm1(x: f32) -> f32 {
  return select(exp(x) - 1.0, x * exprel(x), abs(x) <= 0.5);
}`

export const log1p = `\
/// log(1 + x), exact near 0.
fn log1p(x: f32) -> f32 {
  if (abs(x) > 0.25) {
    return log(1.0 + x);
  }
  let s = x / (2.0 + x);
  let z = s * s;
  return 2.0 * s * (1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0)))));
}`

export const hyperbolicTangent = `\
/// tanh(x), without the overflow of its parts.
fn bounded_tanh(x: f32) -> f32 {
  let e = expm1(-2.0 * abs(x));
  return select(1.0, -1.0, x < 0.0) * (-e / (2.0 + e));
}`

export const modulo = `\
/// The remainder with the sign of the divisor.
fn modulo(x: f32, y: f32) -> f32 {
  return x - floor(x / y) * y;
}`

export const power = `\
/// x to the power of y, where only a whole y makes sense of a negative x.
fn power(x: f32, y: f32) -> f32 {
  let size = pow(abs(x), y);
  let isOdd = modulo(y, 2.0) == 1.0;
  return select(size, -size, x < 0.0 && isOdd);
}`

export const sineHyperbolic = `\
/// sinh(x), exact near 0.
fn exact_sinh(x: f32) -> f32 {
  let a = abs(x);
  if (a > 0.5) {
    let e = exp(a);
    return sign(x) * 0.5 * (e - 1.0 / e);
  }
  let z = x * x;
  return x * (1.0 + z * (1.0 / 6.0 + z * (1.0 / 120.0 + z * (1.0 / 5040.0))));
}`

export const arcTangent = `\
/// atan(x) to the last digits, which the language does not promise (coefficients of Cephes, Moshier 1992).
fn exact_atan(x: f32) -> f32 {
  let a = abs(x);
  var turn = 0.0;
  var s = a;
  if (a > 2.4142136) {
    turn = 1.5707964;
    s = -1.0 / a;
  } else if (a > 0.41421357) {
    turn = 0.7853982;
    s = (a - 1.0) / (a + 1.0);
  }
  let z = s * s;
  let tail = ((0.080537446 * z - 0.13877685) * z + 0.1997771) * z - 0.3333295;
  return select(1.0, -1.0, x < 0.0) * (turn + (tail * z * s + s));
}`

export const arcTangentOfTwo = `\
/// The angle of (x, y).
fn exact_atan2(y: f32, x: f32) -> f32 {
  if (abs(x) < abs(y)) {
    return select(-1.5707964, 1.5707964, y > 0.0) - exact_atan(x / y);
  }
  let angle = select(exact_atan(y / x), 0.0, y == 0.0);
  return angle + select(0.0, select(3.1415927, -3.1415927, y < 0.0), x < 0.0);
}`

export const arcSine = `\
/// asin(x) to the last digits (coefficients of Cephes, Moshier 1992).
fn exact_asin(x: f32) -> f32 {
  let a = abs(x);
  let isLarge = a > 0.5;
  let z = select(a * a, 0.5 * (1.0 - a), isLarge);
  let s = select(a, sqrt(z), isLarge);
  let tail = (((0.042163199 * z + 0.02418131) * z + 0.045470026) * z + 0.074953003) * z + 0.16666752;
  let angle = tail * z * s + s;
  return select(1.0, -1.0, x < 0.0) * select(angle, 1.5707964 - 2.0 * angle, isLarge);
}`

export const arcCosine = `\
/// acos(x) to the last digits.
fn exact_acos(x: f32) -> f32 {
  if (x > 0.5) {
    return 2.0 * exact_asin(sqrt(0.5 * (1.0 - x)));
  }
  return 1.5707964 - exact_asin(x);
}`

/** x^n as products in the order of the operator table: of the halves, then of x. */
export function wholePowerText(n: number): string {
  const head = `fn ${powerName(n)}(x: f32) -> f32 {\n`
  const lines: string[] = []
  const product = (m: number): string => {
    if (m === 1) return 'x'
    const half = product(m >> 1)
    lines.push(`  let x${m} = ${half} * ${half}${m % 2 === 1 ? ' * x' : ''};`)
    return `x${m}`
  }
  const result = product(n)
  return `${head}${lines.join('\n')}\n  return ${result};\n}`
}

/** `square`, `cube`, `power4` … `power16`. */
export function powerName(n: number): string {
  if (n === 2) return 'square'
  return n === 3 ? 'cube' : `power${n}`
}
