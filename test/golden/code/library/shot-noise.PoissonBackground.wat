;; PoissonBackground — from models/noise/shot-noise.livn
import memory livn.memory 1

;; PoissonBackground · initialize · once per link
export func initialize_link($frame i32)
  $n = v128.load64_splat +24 $frame
  $rate = v128.load64_splat +32 $frame
  $q = v128.load64_splat +40 $frame
  $tau = v128.load64_splat +48 $frame
  $g_1 = f64x2.mul (f64x2.mul (f64x2.mul $n $rate) $q) $tau
  f64.store +56 $frame (f64x2.extract_lane 0 $g_1)

;; PoissonBackground · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  g nS
  ;; shared  n 1, rate Hz, q nS, tau ms
  $g_1 = v128.load64_splat +56 $frame
  $g@ = i32.load +20 $frame
  $i = $first
  $g.at = i32.add $g@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $g = $g_1
      $g.1 = $g_1
      v128.store $g.at $g
      v128.store +16 $g.at $g.1
      $g.at = i32.add $g.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; PoissonBackground · step · once per link
export func step_link($frame i32)
  $tau = v128.load64_splat +24 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau) $dt
  $exp = exp $x
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)

;; PoissonBackground · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  g nS
  ;; shared  tau ms
  $decay_g = v128.load64_splat +32 $frame
  $g@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $g.at = i32.add $g@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $g = v128.load $g.at
      $g_new = f64x2.mul $decay_g $g
      $g = $g_new
      $g.1 = v128.load +16 $g.at
      $g_new.1 = f64x2.mul $decay_g $g.1
      $g.1 = $g_new.1
      v128.store $g.at $g
      v128.store +16 $g.at $g.1
      $g.at = i32.add $g.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; PoissonBackground · on_step · once per link
export func on_step_link($frame i32)
  $n = v128.load64_splat +32 $frame
  $rate = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $g_1 = f64x2.mul (f64x2.mul $n $rate) $dt
  f64.store +48 $frame (f64x2.extract_lane 0 $g_1)

;; PoissonBackground · on_step
export func on_step($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  g nS
  ;; shared  q nS, n 1, rate Hz
  $q = v128.load64_splat +24 $frame
  $g_1 = v128.load64_splat +48 $frame
  $limits = limits $g_1
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +56 $frame)
  $step.1 = i32x4.splat $step
  $g@ = i32.load +20 $frame
  $i = $first
  $g.at = i32.add $g@ (i32.shl $first 3)
  $end = i32.sub $last 4
  block @done
    br_if @done (i32.ge_s $i $end)
    loop @next-cells
      $blocks = i32x4.add (i32x4.splat (i32.shr_u $i 1)) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add $blocks $shared
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0
      $x0.1 = i32x4.add $x0 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.3
      $x0.4 = i32x4.add $x0.3 $stream
      $shared.1 = i32x4.add $mixed 1
      $x1.5 = i32x4.add $x1.4 $shared.1
      $x0.5 = i32x4.add $x0.4 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.5
      $x0.6 = i32x4.add $x0.5 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.8
      $x0.9 = i32x4.add $x0.8 $mixed
      $shared.2 = i32x4.add $seed 2
      $x1.10 = i32x4.add $x1.9 $shared.2
      $x0.10 = i32x4.add $x0.9 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.10
      $x0.11 = i32x4.add $x0.10 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.13
      $x0.14 = i32x4.add $x0.13 $seed
      $shared.3 = i32x4.add $stream 3
      $x1.15 = i32x4.add $x1.14 $shared.3
      $x0.15 = i32x4.add $x0.14 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.15
      $word = i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 $x0.15 $x1.16
      $word.1 = i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 $x0.15 $x1.16
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $cells.1 = i32x4.add (i32x4.splat $i) 4 5 6 7
      $counts = counts $word $word.1
      $cells.2 = i32x4.add (i32x4.splat $i) 0 1 2 3
      $g = v128.load $g.at
      $count.4 = f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_u $counts)
      $poisson = poisson $g_1
      $g = f64x2.add $g (f64x2.mul $q $poisson)
      v128.store $g.at $g
      $cells.3 = i32x4.add (i32x4.splat $i) 2 3 4 5
      $g.1 = v128.load +16 $g.at
      $four.2 = i32x4.extend_low_i16x8_u $counts
      $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.2 $four.2
      $count.5 = f64x2.convert_low_i32x4_s $last.5
      $poisson.1 = poisson $g_1
      $g.1 = f64x2.add $g.1 (f64x2.mul $q $poisson.1)
      v128.store +16 $g.at $g.1
      $cells.4 = i32x4.add (i32x4.splat $i) 4 5 6 7
      $g.2 = v128.load +32 $g.at
      $count.6 = f64x2.convert_low_i32x4_s (i32x4.extend_high_i16x8_u $counts)
      $poisson.2 = poisson $g_1
      $g.2 = f64x2.add $g.2 (f64x2.mul $q $poisson.2)
      v128.store +32 $g.at $g.2
      $cells.5 = i32x4.add (i32x4.splat $i) 6 7 8 9
      $g.3 = v128.load +48 $g.at
      $four.3 = i32x4.extend_high_i16x8_u $counts
      $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.3 $four.3
      $count.7 = f64x2.convert_low_i32x4_s $last.6
      $poisson.3 = poisson $g_1
      $g.3 = f64x2.add $g.3 (f64x2.mul $q $poisson.3)
      v128.store +48 $g.at $g.3
      $g.at = i32.add $g.at 64
      $i = i32.add $i 8
      br_if @next-cells (i32.lt_s $i $end)
  if i32.lt_s $i $last
    $blocks.1 = i32x4.add (i32x4.splat (i32.shr_u $i 1)) 0 1 2 3
    $mixed.7 = v128.xor (v128.xor $seed $stream) 466688986
    $x1.119 = i32x4.add $step.1 $stream
    $shared.28 = i32x4.add $seed $x1.119
    $x0.112 = i32x4.add $blocks.1 $shared.28
    $x1.120 = v128.xor (v128.or (i32x4.shl $x1.119 13) (i32x4.shr_u $x1.119 19)) $x0.112
    $x0.113 = i32x4.add $x0.112 $x1.120
    $x1.121 = v128.xor (v128.or (i32x4.shl $x1.120 15) (i32x4.shr_u $x1.120 17)) $x0.113
    $x0.114 = i32x4.add $x0.113 $x1.121
    $x1.122 = v128.xor (v128.or (i32x4.shl $x1.121 26) (i32x4.shr_u $x1.121 6)) $x0.114
    $x0.115 = i32x4.add $x0.114 $x1.122
    $x1.123 = v128.xor (v128.or (i32x4.shl $x1.122 6) (i32x4.shr_u $x1.122 26)) $x0.115
    $x0.116 = i32x4.add $x0.115 $stream
    $shared.29 = i32x4.add $mixed.7 1
    $x1.124 = i32x4.add $x1.123 $shared.29
    $x0.117 = i32x4.add $x0.116 $x1.124
    $x1.125 = v128.xor (v128.or (i32x4.shl $x1.124 17) (i32x4.shr_u $x1.124 15)) $x0.117
    $x0.118 = i32x4.add $x0.117 $x1.125
    $x1.126 = v128.xor (v128.or (i32x4.shl $x1.125 29) (i32x4.shr_u $x1.125 3)) $x0.118
    $x0.119 = i32x4.add $x0.118 $x1.126
    $x1.127 = v128.xor (v128.or (i32x4.shl $x1.126 16) (i32x4.shr_u $x1.126 16)) $x0.119
    $x0.120 = i32x4.add $x0.119 $x1.127
    $x1.128 = v128.xor (v128.or (i32x4.shl $x1.127 24) (i32x4.shr_u $x1.127 8)) $x0.120
    $x0.121 = i32x4.add $x0.120 $mixed.7
    $shared.30 = i32x4.add $seed 2
    $x1.129 = i32x4.add $x1.128 $shared.30
    $x0.122 = i32x4.add $x0.121 $x1.129
    $x1.130 = v128.xor (v128.or (i32x4.shl $x1.129 13) (i32x4.shr_u $x1.129 19)) $x0.122
    $x0.123 = i32x4.add $x0.122 $x1.130
    $x1.131 = v128.xor (v128.or (i32x4.shl $x1.130 15) (i32x4.shr_u $x1.130 17)) $x0.123
    $x0.124 = i32x4.add $x0.123 $x1.131
    $x1.132 = v128.xor (v128.or (i32x4.shl $x1.131 26) (i32x4.shr_u $x1.131 6)) $x0.124
    $x0.125 = i32x4.add $x0.124 $x1.132
    $x1.133 = v128.xor (v128.or (i32x4.shl $x1.132 6) (i32x4.shr_u $x1.132 26)) $x0.125
    $x0.126 = i32x4.add $x0.125 $seed
    $shared.31 = i32x4.add $stream 3
    $x1.134 = i32x4.add $x1.133 $shared.31
    $x0.127 = i32x4.add $x0.126 $x1.134
    $x1.135 = v128.xor (v128.or (i32x4.shl $x1.134 17) (i32x4.shr_u $x1.134 15)) $x0.127
    $word.4 = i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 $x0.127 $x1.135
    $word.5 = i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 $x0.127 $x1.135
    $cells.6 = i32x4.add (i32x4.splat $i) 0 1 2 3
    $cells.7 = i32x4.add (i32x4.splat $i) 4 5 6 7
    $counts.5 = counts $word.4 $word.5
    $cells.8 = i32x4.add (i32x4.splat $i) 0 1 2 3
    $g.4 = v128.load $g.at
    $count.12 = f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_u $counts.5)
    $poisson.4 = poisson $g_1
    $g.4 = f64x2.add $g.4 (f64x2.mul $q $poisson.4)
    v128.store $g.at $g.4
    $cells.9 = i32x4.add (i32x4.splat $i) 2 3 4 5
    $g.5 = v128.load +16 $g.at
    $four.6 = i32x4.extend_low_i16x8_u $counts.5
    $last.11 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.6 $four.6
    $count.13 = f64x2.convert_low_i32x4_s $last.11
    $poisson.5 = poisson $g_1
    $g.5 = f64x2.add $g.5 (f64x2.mul $q $poisson.5)
    v128.store +16 $g.at $g.5
