"""Computes the minimax polynomials, and a quotient of two, of compiler/emit/wasm/polynomials/coefficients.ts.

    python3 test/compiler/emit/wasm/coefficients.py > compiler/emit/wasm/polynomials/coefficients.ts

Needs mpmath (1.3 or later) and nothing else. Each polynomial p approximates a function f on an interval so that the
largest weight(x) * |f(x) - p(x)| is as small as it can be (Remez exchange in 60 digits); the weight makes that the
error of the whole function in units of its result. Coefficients are then rounded to the precision they are used in.
"""
import struct
from mpmath import (mp, mpf, exp, log, sin, cos, atan, asin, tanh, sqrt, pi, matrix, lu_solve)

mp.dps = 60


def value_of(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def remez(f, weight, low, high, count):
    """Coefficients, lowest power first, of the best polynomial with `count` of them, and its weighted error."""
    low, high = mpf(low), mpf(high)
    nodes, grid = spread(low, high, count + 1)
    f_grid, w_grid = [f(x) for x in grid], [weight(x) for x in grid]
    for _ in range(12):
        system, right = matrix(count + 1, count + 1), matrix(count + 1, 1)
        for row, x in enumerate(nodes):
            for power in range(count):
                system[row, power] = x ** power
            system[row, count] = (-1) ** row / weight(x)
            right[row] = f(x)
        solution = lu_solve(system, right)
        coefficients = [solution[k] for k in range(count)]
        error = [w * (y - value_of(coefficients, x)) for x, y, w in zip(grid, f_grid, w_grid)]
        largest = max(abs(e) for e in error)
        if largest < abs(solution[count]) * (1 + mpf(10) ** -4):
            break
        nodes = extrema(grid, error, count + 1)
    return coefficients, largest


def spread(low, high, count):
    """So many points to begin with, and the many on which the error is looked for, both denser at the ends."""
    middle, half = (low + high) / 2, (high - low) / 2
    nodes = [middle - half * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]
    return nodes, [middle - half * cos(pi * k / 1500) for k in range(1501)]


def remez_ratio(f, low, high, degrees):
    """Coefficients of the best quotient, whose denominator has 1 before its highest power, and its relative error."""
    over_degree, under_degree = degrees
    count = over_degree + under_degree + 1
    nodes, grid = spread(mpf(low), mpf(high), count + 1)
    f_grid = [f(x) for x in grid]
    under = [mpf(0)] * under_degree + [mpf(1)]
    for _ in range(12):
        # The error stands before the denominator: a few rounds until the one of the last round is the one found.
        for _ in range(6):
            system, right = matrix(count + 1, count + 1), matrix(count + 1, 1)
            for row, x in enumerate(nodes):
                for power in range(over_degree + 1):
                    system[row, power] = x ** power
                for power in range(under_degree):
                    system[row, over_degree + 1 + power] = -f(x) * x ** power
                system[row, count] = (-1) ** row * f(x) * value_of(under, x)
                right[row] = f(x) * x ** under_degree
            solution = lu_solve(system, right)
            over = [solution[k] for k in range(over_degree + 1)]
            under = [solution[over_degree + 1 + k] for k in range(under_degree)] + [mpf(1)]
        error = [value_of(over, x) / value_of(under, x) / y - 1 for x, y in zip(grid, f_grid)]
        largest = max(abs(e) for e in error)
        if largest < abs(solution[count]) * (1 + mpf(10) ** -4):
            break
        nodes = extrema(grid, error, count + 1)
    return over, under[:-1], largest


def extrema(grid, error, count):
    """One point of largest error for each stretch of equal sign, the `count` most telling neighbours of them."""
    found = []
    for x, e in zip(grid, error):
        if found and (found[-1][1] > 0) == (e > 0):
            if abs(e) > abs(found[-1][1]):
                found[-1] = (x, e)
        else:
            found.append((x, e))
    while len(found) > count:
        found.pop(0 if abs(found[0][1]) < abs(found[-1][1]) else -1)
    return [x for x, _ in found]


def rounded(c, precision):
    if precision == 'f64':
        return float(c)
    return struct.unpack('f', struct.pack('f', float(c)))[0]


def near_zero(f, expansion, reach=mpf('1e-6')):
    """f, by its Taylor series where the closed form cancels."""
    return lambda x: value_of(expansion, x) if abs(x) < reach else f(x)


# e^r = 1 + r + r^2 q(r); the weight is that of e^r - 1, so expm1 and exprel can use the same q.
half_log2 = log(2) / 2 * mpf('1.0001')
exp_tail = near_zero(lambda r: (exp(r) - 1 - r) / r ** 2, [1 / mp.factorial(k + 2) for k in range(9)], mpf('1e-5'))

# log((1+s)/(1-s)) = 2s + s^3 L(s^2) for mantissas in [sqrt(1/2), sqrt(2)].
s_max = (sqrt(2) - 1) / (sqrt(2) + 1) * mpf('1.0001')
log_tail = near_zero(
    lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) - 2 * sqrt(z)) / sqrt(z) ** 3,
    [mpf(2) / (2 * k + 3) for k in range(9)])

# sin r = r + r^3 S(r^2), cos r = 1 - r^2/2 + r^4 C(r^2) on a quarter turn.
quarter = pi / 4 * mpf('1.001')
sin_tail = near_zero(lambda z: (sin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3,
                     [(-1) ** (k + 1) / mp.factorial(2 * k + 3) for k in range(9)])
cos_tail = near_zero(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z ** 2,
                     [(-1) ** k / mp.factorial(2 * k + 4) for k in range(9)])

# atan x = x + x^3 A(x^2) below tan(pi/8); asin x = x + x^3 B(x^2) below 1/2.
tan_eighth = sqrt(2) - 1
atan_tail = near_zero(lambda z: (atan(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3,
                      [(-1) ** (k + 1) / mpf(2 * k + 3) for k in range(9)])
asin_tail = near_zero(lambda z: (asin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3,
                      [mpf(1) / 6, mpf(3) / 40, mpf(5) / 112, mpf(35) / 1152, mpf(63) / 2816, mpf(231) / 13312])

# (e^x - 1) / x = 2t / (1 - xt) with t = tanh(x/2) / x, a function of x^2, for |x| <= 4 ln 2.
tanh_ratio = near_zero(lambda z: tanh(sqrt(z) / 2) / sqrt(z), [mpf(1) / 2, mpf(-1) / 24, mpf(1) / 240, mpf(-17) / 40320])
tanh_reach = (4 * log(2)) ** 2 * mpf('1.0001')

polynomials = [
    # name, what it is, f, weight, interval, number of coefficients in f64 and in f32
    ('expTail', 'e^r = 1 + r + r^2 q(r) for |r| <= ln(2)/2', exp_tail,
     lambda r: abs(r) + mpf('1e-6'), (-half_log2, half_log2), 10, 5),
    ('logTail', 'log((1+s)/(1-s)) = 2s + s^3 q(s^2) for |s| <= (sqrt(2)-1)/(sqrt(2)+1)', log_tail,
     lambda z: z / 2 + mpf('1e-6'), (0, s_max ** 2), 7, 3),
    ('sinTail', 'sin r = r + r^3 q(r^2) for |r| <= pi/4', sin_tail,
     lambda z: z + mpf('1e-6'), (0, quarter ** 2), 6, 3),
    ('halfTurnTail', 'sin r = r + r^3 q(r^2) for |r| <= pi/2', sin_tail,
     lambda z: z + mpf('1e-6'), (0, (pi / 2) ** 2 * mpf('1.0001')), 8, 4),
    ('cosTail', 'cos r = 1 - r^2/2 + r^4 q(r^2) for |r| <= pi/4', cos_tail,
     lambda z: z ** 2 + mpf('1e-6'), (0, quarter ** 2), 6, 3),
    ('atanTail', 'arctan x = x + x^3 q(x^2) for |x| <= tan(pi/8)', atan_tail,
     lambda z: z + mpf('1e-6'), (0, tan_eighth ** 2 * mpf('1.0001')), 11, 5),
    ('asinTail', 'arcsin x = x + x^3 q(x^2) for |x| <= 1/2', asin_tail,
     lambda z: z + mpf('1e-6'), (0, mpf('0.2501')), 13, 6),
]

print('/** Minimax coefficients, lowest power first: written by test/compiler/emit/wasm/coefficients.py, not by hand. */')
for name, meaning, f, weight, (low, high), wide, narrow in polynomials:
    lines, errors = [], []
    for precision, count in (('f64', wide), ('f32', narrow)):
        coefficients, error = remez(f, weight, low, high, count)
        errors.append(f'{precision} {mp.nstr(error, 2)}')
        numbers = ''.join(f'    {rounded(c, precision)!r},\n' for c in coefficients)
        lines.append(f'  {precision}: [\n{numbers}  ],')
    print(f'\n/** {meaning}; relative error {", ".join(errors)}. */')
    print(f'export const {name} = {{')
    print('\n'.join(lines))
    print('} as const')

lines, errors = [], []
for precision, degrees in (('f64', (3, 4)), ('f32', (2, 2))):
    over, under, error = remez_ratio(tanh_ratio, 0, tanh_reach, degrees)
    errors.append(f'{precision} {mp.nstr(error, 2)}')
    over, under = ([rounded(c, precision) for c in part] for part in (over, under))
    over[0] = under[0] / 2  # (e^0 - 1) / 0 is exactly 1
    lines.append(f'  {precision}: {{ over: {over!r}, under: {under!r} }},')
print('\n/** tanh(x/2) / x = p(x^2) / q(x^2) for |x| <= 4 ln(2), and 1 is the last coefficient of q; relative error '
      f'{", ".join(errors)}. */')
print('export const tanhRatio = {')
print('\n'.join(lines))
print('} as const')
