;; PinkCurrent — from models/noise/pink-current.livn
import memory livn.memory 1

;; PinkCurrent · initialize · once per link
export func initialize_link($frame i32)
  $level = v128.load64_splat +48 $frame
  $sigma = v128.load64_splat +56 $frame
  $a_1 = f64x2.div (f64x2.mul $level $sigma) 2.449489742783178
  f64.store +64 $frame (f64x2.extract_lane 0 $a_1)

;; PinkCurrent · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  a pA, b pA, c pA, d pA, e pA, f pA
  ;; shared  level 1, sigma pA
  $a_1 = v128.load64_splat +64 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +72 $frame)
  $step.1 = i32x4.splat $step
  $stream.1 = i32x4.splat (i32.load +76 $frame)
  $stream.2 = i32x4.splat (i32.load +80 $frame)
  $stream.3 = i32x4.splat (i32.load +84 $frame)
  $stream.4 = i32x4.splat (i32.load +88 $frame)
  $stream.5 = i32x4.splat (i32.load +92 $frame)
  $a@ = i32.load +20 $frame
  $b@ = i32.load +24 $frame
  $c@ = i32.load +28 $frame
  $d@ = i32.load +32 $frame
  $e@ = i32.load +36 $frame
  $f@ = i32.load +40 $frame
  $i = $first
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  $c.at = i32.add $c@ (i32.shl $first 3)
  $d.at = i32.add $d@ (i32.shl $first 3)
  $e.at = i32.add $e@ (i32.shl $first 3)
  $f.at = i32.add $f@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add $cells $shared
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
      $mixed.1 = v128.xor (v128.xor $seed $stream.1) 466688986
      $x1.17 = i32x4.add $step.1 $stream.1
      $shared.4 = i32x4.add $seed $x1.17
      $x0.16 = i32x4.add $cells $shared.4
      $x1.18 = v128.xor (v128.or (i32x4.shl $x1.17 13) (i32x4.shr_u $x1.17 19)) $x0.16
      $x0.17 = i32x4.add $x0.16 $x1.18
      $x1.19 = v128.xor (v128.or (i32x4.shl $x1.18 15) (i32x4.shr_u $x1.18 17)) $x0.17
      $x0.18 = i32x4.add $x0.17 $x1.19
      $x1.20 = v128.xor (v128.or (i32x4.shl $x1.19 26) (i32x4.shr_u $x1.19 6)) $x0.18
      $x0.19 = i32x4.add $x0.18 $x1.20
      $x1.21 = v128.xor (v128.or (i32x4.shl $x1.20 6) (i32x4.shr_u $x1.20 26)) $x0.19
      $x0.20 = i32x4.add $x0.19 $stream.1
      $shared.5 = i32x4.add $mixed.1 1
      $x1.22 = i32x4.add $x1.21 $shared.5
      $x0.21 = i32x4.add $x0.20 $x1.22
      $x1.23 = v128.xor (v128.or (i32x4.shl $x1.22 17) (i32x4.shr_u $x1.22 15)) $x0.21
      $x0.22 = i32x4.add $x0.21 $x1.23
      $x1.24 = v128.xor (v128.or (i32x4.shl $x1.23 29) (i32x4.shr_u $x1.23 3)) $x0.22
      $x0.23 = i32x4.add $x0.22 $x1.24
      $x1.25 = v128.xor (v128.or (i32x4.shl $x1.24 16) (i32x4.shr_u $x1.24 16)) $x0.23
      $x0.24 = i32x4.add $x0.23 $x1.25
      $x1.26 = v128.xor (v128.or (i32x4.shl $x1.25 24) (i32x4.shr_u $x1.25 8)) $x0.24
      $x0.25 = i32x4.add $x0.24 $mixed.1
      $shared.6 = i32x4.add $seed 2
      $x1.27 = i32x4.add $x1.26 $shared.6
      $x0.26 = i32x4.add $x0.25 $x1.27
      $x1.28 = v128.xor (v128.or (i32x4.shl $x1.27 13) (i32x4.shr_u $x1.27 19)) $x0.26
      $x0.27 = i32x4.add $x0.26 $x1.28
      $x1.29 = v128.xor (v128.or (i32x4.shl $x1.28 15) (i32x4.shr_u $x1.28 17)) $x0.27
      $x0.28 = i32x4.add $x0.27 $x1.29
      $x1.30 = v128.xor (v128.or (i32x4.shl $x1.29 26) (i32x4.shr_u $x1.29 6)) $x0.28
      $x0.29 = i32x4.add $x0.28 $x1.30
      $x1.31 = v128.xor (v128.or (i32x4.shl $x1.30 6) (i32x4.shr_u $x1.30 26)) $x0.29
      $x0.30 = i32x4.add $x0.29 $seed
      $shared.7 = i32x4.add $stream.1 3
      $x1.32 = i32x4.add $x1.31 $shared.7
      $x0.31 = i32x4.add $x0.30 $x1.32
      $x1.33 = v128.xor (v128.or (i32x4.shl $x1.32 17) (i32x4.shr_u $x1.32 15)) $x0.31
      $mixed.2 = v128.xor (v128.xor $seed $stream.2) 466688986
      $x1.34 = i32x4.add $step.1 $stream.2
      $shared.8 = i32x4.add $seed $x1.34
      $x0.32 = i32x4.add $cells $shared.8
      $x1.35 = v128.xor (v128.or (i32x4.shl $x1.34 13) (i32x4.shr_u $x1.34 19)) $x0.32
      $x0.33 = i32x4.add $x0.32 $x1.35
      $x1.36 = v128.xor (v128.or (i32x4.shl $x1.35 15) (i32x4.shr_u $x1.35 17)) $x0.33
      $x0.34 = i32x4.add $x0.33 $x1.36
      $x1.37 = v128.xor (v128.or (i32x4.shl $x1.36 26) (i32x4.shr_u $x1.36 6)) $x0.34
      $x0.35 = i32x4.add $x0.34 $x1.37
      $x1.38 = v128.xor (v128.or (i32x4.shl $x1.37 6) (i32x4.shr_u $x1.37 26)) $x0.35
      $x0.36 = i32x4.add $x0.35 $stream.2
      $shared.9 = i32x4.add $mixed.2 1
      $x1.39 = i32x4.add $x1.38 $shared.9
      $x0.37 = i32x4.add $x0.36 $x1.39
      $x1.40 = v128.xor (v128.or (i32x4.shl $x1.39 17) (i32x4.shr_u $x1.39 15)) $x0.37
      $x0.38 = i32x4.add $x0.37 $x1.40
      $x1.41 = v128.xor (v128.or (i32x4.shl $x1.40 29) (i32x4.shr_u $x1.40 3)) $x0.38
      $x0.39 = i32x4.add $x0.38 $x1.41
      $x1.42 = v128.xor (v128.or (i32x4.shl $x1.41 16) (i32x4.shr_u $x1.41 16)) $x0.39
      $x0.40 = i32x4.add $x0.39 $x1.42
      $x1.43 = v128.xor (v128.or (i32x4.shl $x1.42 24) (i32x4.shr_u $x1.42 8)) $x0.40
      $x0.41 = i32x4.add $x0.40 $mixed.2
      $shared.10 = i32x4.add $seed 2
      $x1.44 = i32x4.add $x1.43 $shared.10
      $x0.42 = i32x4.add $x0.41 $x1.44
      $x1.45 = v128.xor (v128.or (i32x4.shl $x1.44 13) (i32x4.shr_u $x1.44 19)) $x0.42
      $x0.43 = i32x4.add $x0.42 $x1.45
      $x1.46 = v128.xor (v128.or (i32x4.shl $x1.45 15) (i32x4.shr_u $x1.45 17)) $x0.43
      $x0.44 = i32x4.add $x0.43 $x1.46
      $x1.47 = v128.xor (v128.or (i32x4.shl $x1.46 26) (i32x4.shr_u $x1.46 6)) $x0.44
      $x0.45 = i32x4.add $x0.44 $x1.47
      $x1.48 = v128.xor (v128.or (i32x4.shl $x1.47 6) (i32x4.shr_u $x1.47 26)) $x0.45
      $x0.46 = i32x4.add $x0.45 $seed
      $shared.11 = i32x4.add $stream.2 3
      $x1.49 = i32x4.add $x1.48 $shared.11
      $x0.47 = i32x4.add $x0.46 $x1.49
      $x1.50 = v128.xor (v128.or (i32x4.shl $x1.49 17) (i32x4.shr_u $x1.49 15)) $x0.47
      $mixed.3 = v128.xor (v128.xor $seed $stream.3) 466688986
      $x1.51 = i32x4.add $step.1 $stream.3
      $shared.12 = i32x4.add $seed $x1.51
      $x0.48 = i32x4.add $cells $shared.12
      $x1.52 = v128.xor (v128.or (i32x4.shl $x1.51 13) (i32x4.shr_u $x1.51 19)) $x0.48
      $x0.49 = i32x4.add $x0.48 $x1.52
      $x1.53 = v128.xor (v128.or (i32x4.shl $x1.52 15) (i32x4.shr_u $x1.52 17)) $x0.49
      $x0.50 = i32x4.add $x0.49 $x1.53
      $x1.54 = v128.xor (v128.or (i32x4.shl $x1.53 26) (i32x4.shr_u $x1.53 6)) $x0.50
      $x0.51 = i32x4.add $x0.50 $x1.54
      $x1.55 = v128.xor (v128.or (i32x4.shl $x1.54 6) (i32x4.shr_u $x1.54 26)) $x0.51
      $x0.52 = i32x4.add $x0.51 $stream.3
      $shared.13 = i32x4.add $mixed.3 1
      $x1.56 = i32x4.add $x1.55 $shared.13
      $x0.53 = i32x4.add $x0.52 $x1.56
      $x1.57 = v128.xor (v128.or (i32x4.shl $x1.56 17) (i32x4.shr_u $x1.56 15)) $x0.53
      $x0.54 = i32x4.add $x0.53 $x1.57
      $x1.58 = v128.xor (v128.or (i32x4.shl $x1.57 29) (i32x4.shr_u $x1.57 3)) $x0.54
      $x0.55 = i32x4.add $x0.54 $x1.58
      $x1.59 = v128.xor (v128.or (i32x4.shl $x1.58 16) (i32x4.shr_u $x1.58 16)) $x0.55
      $x0.56 = i32x4.add $x0.55 $x1.59
      $x1.60 = v128.xor (v128.or (i32x4.shl $x1.59 24) (i32x4.shr_u $x1.59 8)) $x0.56
      $x0.57 = i32x4.add $x0.56 $mixed.3
      $shared.14 = i32x4.add $seed 2
      $x1.61 = i32x4.add $x1.60 $shared.14
      $x0.58 = i32x4.add $x0.57 $x1.61
      $x1.62 = v128.xor (v128.or (i32x4.shl $x1.61 13) (i32x4.shr_u $x1.61 19)) $x0.58
      $x0.59 = i32x4.add $x0.58 $x1.62
      $x1.63 = v128.xor (v128.or (i32x4.shl $x1.62 15) (i32x4.shr_u $x1.62 17)) $x0.59
      $x0.60 = i32x4.add $x0.59 $x1.63
      $x1.64 = v128.xor (v128.or (i32x4.shl $x1.63 26) (i32x4.shr_u $x1.63 6)) $x0.60
      $x0.61 = i32x4.add $x0.60 $x1.64
      $x1.65 = v128.xor (v128.or (i32x4.shl $x1.64 6) (i32x4.shr_u $x1.64 26)) $x0.61
      $x0.62 = i32x4.add $x0.61 $seed
      $shared.15 = i32x4.add $stream.3 3
      $x1.66 = i32x4.add $x1.65 $shared.15
      $x0.63 = i32x4.add $x0.62 $x1.66
      $x1.67 = v128.xor (v128.or (i32x4.shl $x1.66 17) (i32x4.shr_u $x1.66 15)) $x0.63
      $mixed.4 = v128.xor (v128.xor $seed $stream.4) 466688986
      $x1.68 = i32x4.add $step.1 $stream.4
      $shared.16 = i32x4.add $seed $x1.68
      $x0.64 = i32x4.add $cells $shared.16
      $x1.69 = v128.xor (v128.or (i32x4.shl $x1.68 13) (i32x4.shr_u $x1.68 19)) $x0.64
      $x0.65 = i32x4.add $x0.64 $x1.69
      $x1.70 = v128.xor (v128.or (i32x4.shl $x1.69 15) (i32x4.shr_u $x1.69 17)) $x0.65
      $x0.66 = i32x4.add $x0.65 $x1.70
      $x1.71 = v128.xor (v128.or (i32x4.shl $x1.70 26) (i32x4.shr_u $x1.70 6)) $x0.66
      $x0.67 = i32x4.add $x0.66 $x1.71
      $x1.72 = v128.xor (v128.or (i32x4.shl $x1.71 6) (i32x4.shr_u $x1.71 26)) $x0.67
      $x0.68 = i32x4.add $x0.67 $stream.4
      $shared.17 = i32x4.add $mixed.4 1
      $x1.73 = i32x4.add $x1.72 $shared.17
      $x0.69 = i32x4.add $x0.68 $x1.73
      $x1.74 = v128.xor (v128.or (i32x4.shl $x1.73 17) (i32x4.shr_u $x1.73 15)) $x0.69
      $x0.70 = i32x4.add $x0.69 $x1.74
      $x1.75 = v128.xor (v128.or (i32x4.shl $x1.74 29) (i32x4.shr_u $x1.74 3)) $x0.70
      $x0.71 = i32x4.add $x0.70 $x1.75
      $x1.76 = v128.xor (v128.or (i32x4.shl $x1.75 16) (i32x4.shr_u $x1.75 16)) $x0.71
      $x0.72 = i32x4.add $x0.71 $x1.76
      $x1.77 = v128.xor (v128.or (i32x4.shl $x1.76 24) (i32x4.shr_u $x1.76 8)) $x0.72
      $x0.73 = i32x4.add $x0.72 $mixed.4
      $shared.18 = i32x4.add $seed 2
      $x1.78 = i32x4.add $x1.77 $shared.18
      $x0.74 = i32x4.add $x0.73 $x1.78
      $x1.79 = v128.xor (v128.or (i32x4.shl $x1.78 13) (i32x4.shr_u $x1.78 19)) $x0.74
      $x0.75 = i32x4.add $x0.74 $x1.79
      $x1.80 = v128.xor (v128.or (i32x4.shl $x1.79 15) (i32x4.shr_u $x1.79 17)) $x0.75
      $x0.76 = i32x4.add $x0.75 $x1.80
      $x1.81 = v128.xor (v128.or (i32x4.shl $x1.80 26) (i32x4.shr_u $x1.80 6)) $x0.76
      $x0.77 = i32x4.add $x0.76 $x1.81
      $x1.82 = v128.xor (v128.or (i32x4.shl $x1.81 6) (i32x4.shr_u $x1.81 26)) $x0.77
      $x0.78 = i32x4.add $x0.77 $seed
      $shared.19 = i32x4.add $stream.4 3
      $x1.83 = i32x4.add $x1.82 $shared.19
      $x0.79 = i32x4.add $x0.78 $x1.83
      $x1.84 = v128.xor (v128.or (i32x4.shl $x1.83 17) (i32x4.shr_u $x1.83 15)) $x0.79
      $mixed.5 = v128.xor (v128.xor $seed $stream.5) 466688986
      $x1.85 = i32x4.add $step.1 $stream.5
      $shared.20 = i32x4.add $seed $x1.85
      $x0.80 = i32x4.add $cells $shared.20
      $x1.86 = v128.xor (v128.or (i32x4.shl $x1.85 13) (i32x4.shr_u $x1.85 19)) $x0.80
      $x0.81 = i32x4.add $x0.80 $x1.86
      $x1.87 = v128.xor (v128.or (i32x4.shl $x1.86 15) (i32x4.shr_u $x1.86 17)) $x0.81
      $x0.82 = i32x4.add $x0.81 $x1.87
      $x1.88 = v128.xor (v128.or (i32x4.shl $x1.87 26) (i32x4.shr_u $x1.87 6)) $x0.82
      $x0.83 = i32x4.add $x0.82 $x1.88
      $x1.89 = v128.xor (v128.or (i32x4.shl $x1.88 6) (i32x4.shr_u $x1.88 26)) $x0.83
      $x0.84 = i32x4.add $x0.83 $stream.5
      $shared.21 = i32x4.add $mixed.5 1
      $x1.90 = i32x4.add $x1.89 $shared.21
      $x0.85 = i32x4.add $x0.84 $x1.90
      $x1.91 = v128.xor (v128.or (i32x4.shl $x1.90 17) (i32x4.shr_u $x1.90 15)) $x0.85
      $x0.86 = i32x4.add $x0.85 $x1.91
      $x1.92 = v128.xor (v128.or (i32x4.shl $x1.91 29) (i32x4.shr_u $x1.91 3)) $x0.86
      $x0.87 = i32x4.add $x0.86 $x1.92
      $x1.93 = v128.xor (v128.or (i32x4.shl $x1.92 16) (i32x4.shr_u $x1.92 16)) $x0.87
      $x0.88 = i32x4.add $x0.87 $x1.93
      $x1.94 = v128.xor (v128.or (i32x4.shl $x1.93 24) (i32x4.shr_u $x1.93 8)) $x0.88
      $x0.89 = i32x4.add $x0.88 $mixed.5
      $shared.22 = i32x4.add $seed 2
      $x1.95 = i32x4.add $x1.94 $shared.22
      $x0.90 = i32x4.add $x0.89 $x1.95
      $x1.96 = v128.xor (v128.or (i32x4.shl $x1.95 13) (i32x4.shr_u $x1.95 19)) $x0.90
      $x0.91 = i32x4.add $x0.90 $x1.96
      $x1.97 = v128.xor (v128.or (i32x4.shl $x1.96 15) (i32x4.shr_u $x1.96 17)) $x0.91
      $x0.92 = i32x4.add $x0.91 $x1.97
      $x1.98 = v128.xor (v128.or (i32x4.shl $x1.97 26) (i32x4.shr_u $x1.97 6)) $x0.92
      $x0.93 = i32x4.add $x0.92 $x1.98
      $x1.99 = v128.xor (v128.or (i32x4.shl $x1.98 6) (i32x4.shr_u $x1.98 26)) $x0.93
      $x0.94 = i32x4.add $x0.93 $seed
      $shared.23 = i32x4.add $stream.5 3
      $x1.100 = i32x4.add $x1.99 $shared.23
      $x0.95 = i32x4.add $x0.94 $x1.100
      $x1.101 = v128.xor (v128.or (i32x4.shl $x1.100 17) (i32x4.shr_u $x1.100 15)) $x0.95
      $word = $x0.15
      $word.1 = $x1.16
      $word.2 = $x0.31
      $word.3 = $x1.33
      $word.4 = $x0.47
      $word.5 = $x1.50
      $word.6 = $x0.63
      $word.7 = $x1.67
      $word.8 = $x0.79
      $word.9 = $x1.84
      $word.10 = $x0.95
      $word.11 = $x1.101
      $end = i32.add $i 4
      loop @next-vector
        $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
        $normal = normal $word $word.1
        $a = f64x2.mul $a_1 $normal
        $normal.1 = normal $word.2 $word.3
        $b = f64x2.mul $a_1 $normal.1
        $normal.2 = normal $word.4 $word.5
        $c = f64x2.mul $a_1 $normal.2
        $normal.3 = normal $word.6 $word.7
        $d = f64x2.mul $a_1 $normal.3
        $normal.4 = normal $word.8 $word.9
        $e = f64x2.mul $a_1 $normal.4
        $normal.5 = normal $word.10 $word.11
        $f.6 = f64x2.mul $a_1 $normal.5
        v128.store $a.at $a
        v128.store $b.at $b
        v128.store $c.at $c
        v128.store $d.at $d
        v128.store $e.at $e
        v128.store $f.at $f.6
        $a.at = i32.add $a.at 16
        $b.at = i32.add $b.at 16
        $c.at = i32.add $c.at 16
        $d.at = i32.add $d.at 16
        $e.at = i32.add $e.at 16
        $f.at = i32.add $f.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        $four.2 = $word.2
        $last.3 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.2 $four.2
        $word.2 = $last.3
        $four.3 = $word.3
        $last.4 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.3 $four.3
        $word.3 = $last.4
        $four.4 = $word.4
        $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.4 $four.4
        $word.4 = $last.5
        $four.5 = $word.5
        $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.5 $four.5
        $word.5 = $last.6
        $four.6 = $word.6
        $last.7 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.6 $four.6
        $word.6 = $last.7
        $four.7 = $word.7
        $last.8 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.7 $four.7
        $word.7 = $last.8
        $four.8 = $word.8
        $last.9 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.8 $four.8
        $word.8 = $last.9
        $four.9 = $word.9
        $last.10 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.9 $four.9
        $word.9 = $last.10
        $four.10 = $word.10
        $last.11 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.10 $four.10
        $word.10 = $last.11
        $four.11 = $word.11
        $last.12 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.11 $four.11
        $word.11 = $last.12
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)

;; PinkCurrent · step · once per link
export func step_link($frame i32)
  $tau = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $decay_a_1 = f64x2.mul (f64x2.div -1 $tau) $dt
  $exp = exp $decay_a_1
  $level = v128.load64_splat +56 $frame
  $sigma = v128.load64_splat +64 $frame
  $s = f64x2.div (f64x2.mul $level $sigma) 2.449489742783178
  $sqrt_dt = f64x2.sqrt $dt
  $x = f64x2.mul 2 $decay_a_1
  $exprel = exprel $x
  $a_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $tau))) (f64x2.sqrt $exprel))
    $sqrt_dt
  $decay_b_1 = f64x2.mul 4 $tau
  $decay_b_2 = f64x2.mul (f64x2.div -1 $decay_b_1) $dt
  $exp.1 = exp $decay_b_2
  $x.1 = f64x2.mul 2 $decay_b_2
  $exprel.1 = exprel $x.1
  $b_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $decay_b_1))) (f64x2.sqrt $exprel.1))
    $sqrt_dt
  $decay_c_1 = f64x2.mul 16 $tau
  $decay_c_2 = f64x2.mul (f64x2.div -1 $decay_c_1) $dt
  $exp.2 = exp $decay_c_2
  $x.2 = f64x2.mul 2 $decay_c_2
  $exprel.2 = exprel $x.2
  $c_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $decay_c_1))) (f64x2.sqrt $exprel.2))
    $sqrt_dt
  $decay_d_1 = f64x2.mul 64 $tau
  $decay_d_2 = f64x2.mul (f64x2.div -1 $decay_d_1) $dt
  $exp.3 = exp $decay_d_2
  $x.3 = f64x2.mul 2 $decay_d_2
  $exprel.3 = exprel $x.3
  $d_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $decay_d_1))) (f64x2.sqrt $exprel.3))
    $sqrt_dt
  $decay_e_1 = f64x2.mul 256 $tau
  $decay_e_2 = f64x2.mul (f64x2.div -1 $decay_e_1) $dt
  $exp.4 = exp $decay_e_2
  $x.4 = f64x2.mul 2 $decay_e_2
  $exprel.4 = exprel $x.4
  $e_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $decay_e_1))) (f64x2.sqrt $exprel.4))
    $sqrt_dt
  $decay_f_1 = f64x2.mul 1024 $tau
  $decay_f_2 = f64x2.mul (f64x2.div -1 $decay_f_1) $dt
  $exp.5 = exp $decay_f_2
  $x.5 = f64x2.mul 2 $decay_f_2
  $exprel.5 = exprel $x.5
  $f_1 = f64x2.mul
    (f64x2.mul (f64x2.mul $s (f64x2.sqrt (f64x2.div 2 $decay_f_1))) (f64x2.sqrt $exprel.5))
    $sqrt_dt
  f64.store +72 $frame (f64x2.extract_lane 0 $decay_a_1)
  f64.store +80 $frame (f64x2.extract_lane 0 $exp)
  f64.store +88 $frame (f64x2.extract_lane 0 $s)
  f64.store +96 $frame (f64x2.extract_lane 0 $sqrt_dt)
  f64.store +104 $frame (f64x2.extract_lane 0 $a_1)
  f64.store +112 $frame (f64x2.extract_lane 0 $decay_b_1)
  f64.store +120 $frame (f64x2.extract_lane 0 $decay_b_2)
  f64.store +128 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +136 $frame (f64x2.extract_lane 0 $b_1)
  f64.store +144 $frame (f64x2.extract_lane 0 $decay_c_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $decay_c_2)
  f64.store +160 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +168 $frame (f64x2.extract_lane 0 $c_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $decay_d_1)
  f64.store +184 $frame (f64x2.extract_lane 0 $decay_d_2)
  f64.store +192 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +200 $frame (f64x2.extract_lane 0 $d_1)
  f64.store +208 $frame (f64x2.extract_lane 0 $decay_e_1)
  f64.store +216 $frame (f64x2.extract_lane 0 $decay_e_2)
  f64.store +224 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +232 $frame (f64x2.extract_lane 0 $e_1)
  f64.store +240 $frame (f64x2.extract_lane 0 $decay_f_1)
  f64.store +248 $frame (f64x2.extract_lane 0 $decay_f_2)
  f64.store +256 $frame (f64x2.extract_lane 0 $exp.5)
  f64.store +264 $frame (f64x2.extract_lane 0 $f_1)

;; PinkCurrent · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  a pA, b pA, c pA, d pA, e pA, f pA
  ;; shared  tau ms, level 1, sigma pA
  $decay_a = v128.load64_splat +80 $frame
  $a_1 = v128.load64_splat +104 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +272 $frame)
  $step.1 = i32x4.splat $step
  $decay_b = v128.load64_splat +128 $frame
  $b_1 = v128.load64_splat +136 $frame
  $stream.1 = i32x4.splat (i32.load +276 $frame)
  $decay_c = v128.load64_splat +160 $frame
  $c_1 = v128.load64_splat +168 $frame
  $stream.2 = i32x4.splat (i32.load +280 $frame)
  $decay_d = v128.load64_splat +192 $frame
  $d_1 = v128.load64_splat +200 $frame
  $stream.3 = i32x4.splat (i32.load +284 $frame)
  $decay_e = v128.load64_splat +224 $frame
  $e_1 = v128.load64_splat +232 $frame
  $stream.4 = i32x4.splat (i32.load +288 $frame)
  $decay_f = v128.load64_splat +256 $frame
  $f_1 = v128.load64_splat +264 $frame
  $stream.5 = i32x4.splat (i32.load +292 $frame)
  $a@ = i32.load +20 $frame
  $b@ = i32.load +24 $frame
  $c@ = i32.load +28 $frame
  $d@ = i32.load +32 $frame
  $e@ = i32.load +36 $frame
  $f@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  $c.at = i32.add $c@ (i32.shl $first 3)
  $d.at = i32.add $d@ (i32.shl $first 3)
  $e.at = i32.add $e@ (i32.shl $first 3)
  $f.at = i32.add $f@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add $cells $shared
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
      $mixed.1 = v128.xor (v128.xor $seed $stream.1) 466688986
      $x1.17 = i32x4.add $step.1 $stream.1
      $shared.4 = i32x4.add $seed $x1.17
      $x0.16 = i32x4.add $cells $shared.4
      $x1.18 = v128.xor (v128.or (i32x4.shl $x1.17 13) (i32x4.shr_u $x1.17 19)) $x0.16
      $x0.17 = i32x4.add $x0.16 $x1.18
      $x1.19 = v128.xor (v128.or (i32x4.shl $x1.18 15) (i32x4.shr_u $x1.18 17)) $x0.17
      $x0.18 = i32x4.add $x0.17 $x1.19
      $x1.20 = v128.xor (v128.or (i32x4.shl $x1.19 26) (i32x4.shr_u $x1.19 6)) $x0.18
      $x0.19 = i32x4.add $x0.18 $x1.20
      $x1.21 = v128.xor (v128.or (i32x4.shl $x1.20 6) (i32x4.shr_u $x1.20 26)) $x0.19
      $x0.20 = i32x4.add $x0.19 $stream.1
      $shared.5 = i32x4.add $mixed.1 1
      $x1.22 = i32x4.add $x1.21 $shared.5
      $x0.21 = i32x4.add $x0.20 $x1.22
      $x1.23 = v128.xor (v128.or (i32x4.shl $x1.22 17) (i32x4.shr_u $x1.22 15)) $x0.21
      $x0.22 = i32x4.add $x0.21 $x1.23
      $x1.24 = v128.xor (v128.or (i32x4.shl $x1.23 29) (i32x4.shr_u $x1.23 3)) $x0.22
      $x0.23 = i32x4.add $x0.22 $x1.24
      $x1.25 = v128.xor (v128.or (i32x4.shl $x1.24 16) (i32x4.shr_u $x1.24 16)) $x0.23
      $x0.24 = i32x4.add $x0.23 $x1.25
      $x1.26 = v128.xor (v128.or (i32x4.shl $x1.25 24) (i32x4.shr_u $x1.25 8)) $x0.24
      $x0.25 = i32x4.add $x0.24 $mixed.1
      $shared.6 = i32x4.add $seed 2
      $x1.27 = i32x4.add $x1.26 $shared.6
      $x0.26 = i32x4.add $x0.25 $x1.27
      $x1.28 = v128.xor (v128.or (i32x4.shl $x1.27 13) (i32x4.shr_u $x1.27 19)) $x0.26
      $x0.27 = i32x4.add $x0.26 $x1.28
      $x1.29 = v128.xor (v128.or (i32x4.shl $x1.28 15) (i32x4.shr_u $x1.28 17)) $x0.27
      $x0.28 = i32x4.add $x0.27 $x1.29
      $x1.30 = v128.xor (v128.or (i32x4.shl $x1.29 26) (i32x4.shr_u $x1.29 6)) $x0.28
      $x0.29 = i32x4.add $x0.28 $x1.30
      $x1.31 = v128.xor (v128.or (i32x4.shl $x1.30 6) (i32x4.shr_u $x1.30 26)) $x0.29
      $x0.30 = i32x4.add $x0.29 $seed
      $shared.7 = i32x4.add $stream.1 3
      $x1.32 = i32x4.add $x1.31 $shared.7
      $x0.31 = i32x4.add $x0.30 $x1.32
      $x1.33 = v128.xor (v128.or (i32x4.shl $x1.32 17) (i32x4.shr_u $x1.32 15)) $x0.31
      $mixed.2 = v128.xor (v128.xor $seed $stream.2) 466688986
      $x1.34 = i32x4.add $step.1 $stream.2
      $shared.8 = i32x4.add $seed $x1.34
      $x0.32 = i32x4.add $cells $shared.8
      $x1.35 = v128.xor (v128.or (i32x4.shl $x1.34 13) (i32x4.shr_u $x1.34 19)) $x0.32
      $x0.33 = i32x4.add $x0.32 $x1.35
      $x1.36 = v128.xor (v128.or (i32x4.shl $x1.35 15) (i32x4.shr_u $x1.35 17)) $x0.33
      $x0.34 = i32x4.add $x0.33 $x1.36
      $x1.37 = v128.xor (v128.or (i32x4.shl $x1.36 26) (i32x4.shr_u $x1.36 6)) $x0.34
      $x0.35 = i32x4.add $x0.34 $x1.37
      $x1.38 = v128.xor (v128.or (i32x4.shl $x1.37 6) (i32x4.shr_u $x1.37 26)) $x0.35
      $x0.36 = i32x4.add $x0.35 $stream.2
      $shared.9 = i32x4.add $mixed.2 1
      $x1.39 = i32x4.add $x1.38 $shared.9
      $x0.37 = i32x4.add $x0.36 $x1.39
      $x1.40 = v128.xor (v128.or (i32x4.shl $x1.39 17) (i32x4.shr_u $x1.39 15)) $x0.37
      $x0.38 = i32x4.add $x0.37 $x1.40
      $x1.41 = v128.xor (v128.or (i32x4.shl $x1.40 29) (i32x4.shr_u $x1.40 3)) $x0.38
      $x0.39 = i32x4.add $x0.38 $x1.41
      $x1.42 = v128.xor (v128.or (i32x4.shl $x1.41 16) (i32x4.shr_u $x1.41 16)) $x0.39
      $x0.40 = i32x4.add $x0.39 $x1.42
      $x1.43 = v128.xor (v128.or (i32x4.shl $x1.42 24) (i32x4.shr_u $x1.42 8)) $x0.40
      $x0.41 = i32x4.add $x0.40 $mixed.2
      $shared.10 = i32x4.add $seed 2
      $x1.44 = i32x4.add $x1.43 $shared.10
      $x0.42 = i32x4.add $x0.41 $x1.44
      $x1.45 = v128.xor (v128.or (i32x4.shl $x1.44 13) (i32x4.shr_u $x1.44 19)) $x0.42
      $x0.43 = i32x4.add $x0.42 $x1.45
      $x1.46 = v128.xor (v128.or (i32x4.shl $x1.45 15) (i32x4.shr_u $x1.45 17)) $x0.43
      $x0.44 = i32x4.add $x0.43 $x1.46
      $x1.47 = v128.xor (v128.or (i32x4.shl $x1.46 26) (i32x4.shr_u $x1.46 6)) $x0.44
      $x0.45 = i32x4.add $x0.44 $x1.47
      $x1.48 = v128.xor (v128.or (i32x4.shl $x1.47 6) (i32x4.shr_u $x1.47 26)) $x0.45
      $x0.46 = i32x4.add $x0.45 $seed
      $shared.11 = i32x4.add $stream.2 3
      $x1.49 = i32x4.add $x1.48 $shared.11
      $x0.47 = i32x4.add $x0.46 $x1.49
      $x1.50 = v128.xor (v128.or (i32x4.shl $x1.49 17) (i32x4.shr_u $x1.49 15)) $x0.47
      $mixed.3 = v128.xor (v128.xor $seed $stream.3) 466688986
      $x1.51 = i32x4.add $step.1 $stream.3
      $shared.12 = i32x4.add $seed $x1.51
      $x0.48 = i32x4.add $cells $shared.12
      $x1.52 = v128.xor (v128.or (i32x4.shl $x1.51 13) (i32x4.shr_u $x1.51 19)) $x0.48
      $x0.49 = i32x4.add $x0.48 $x1.52
      $x1.53 = v128.xor (v128.or (i32x4.shl $x1.52 15) (i32x4.shr_u $x1.52 17)) $x0.49
      $x0.50 = i32x4.add $x0.49 $x1.53
      $x1.54 = v128.xor (v128.or (i32x4.shl $x1.53 26) (i32x4.shr_u $x1.53 6)) $x0.50
      $x0.51 = i32x4.add $x0.50 $x1.54
      $x1.55 = v128.xor (v128.or (i32x4.shl $x1.54 6) (i32x4.shr_u $x1.54 26)) $x0.51
      $x0.52 = i32x4.add $x0.51 $stream.3
      $shared.13 = i32x4.add $mixed.3 1
      $x1.56 = i32x4.add $x1.55 $shared.13
      $x0.53 = i32x4.add $x0.52 $x1.56
      $x1.57 = v128.xor (v128.or (i32x4.shl $x1.56 17) (i32x4.shr_u $x1.56 15)) $x0.53
      $x0.54 = i32x4.add $x0.53 $x1.57
      $x1.58 = v128.xor (v128.or (i32x4.shl $x1.57 29) (i32x4.shr_u $x1.57 3)) $x0.54
      $x0.55 = i32x4.add $x0.54 $x1.58
      $x1.59 = v128.xor (v128.or (i32x4.shl $x1.58 16) (i32x4.shr_u $x1.58 16)) $x0.55
      $x0.56 = i32x4.add $x0.55 $x1.59
      $x1.60 = v128.xor (v128.or (i32x4.shl $x1.59 24) (i32x4.shr_u $x1.59 8)) $x0.56
      $x0.57 = i32x4.add $x0.56 $mixed.3
      $shared.14 = i32x4.add $seed 2
      $x1.61 = i32x4.add $x1.60 $shared.14
      $x0.58 = i32x4.add $x0.57 $x1.61
      $x1.62 = v128.xor (v128.or (i32x4.shl $x1.61 13) (i32x4.shr_u $x1.61 19)) $x0.58
      $x0.59 = i32x4.add $x0.58 $x1.62
      $x1.63 = v128.xor (v128.or (i32x4.shl $x1.62 15) (i32x4.shr_u $x1.62 17)) $x0.59
      $x0.60 = i32x4.add $x0.59 $x1.63
      $x1.64 = v128.xor (v128.or (i32x4.shl $x1.63 26) (i32x4.shr_u $x1.63 6)) $x0.60
      $x0.61 = i32x4.add $x0.60 $x1.64
      $x1.65 = v128.xor (v128.or (i32x4.shl $x1.64 6) (i32x4.shr_u $x1.64 26)) $x0.61
      $x0.62 = i32x4.add $x0.61 $seed
      $shared.15 = i32x4.add $stream.3 3
      $x1.66 = i32x4.add $x1.65 $shared.15
      $x0.63 = i32x4.add $x0.62 $x1.66
      $x1.67 = v128.xor (v128.or (i32x4.shl $x1.66 17) (i32x4.shr_u $x1.66 15)) $x0.63
      $mixed.4 = v128.xor (v128.xor $seed $stream.4) 466688986
      $x1.68 = i32x4.add $step.1 $stream.4
      $shared.16 = i32x4.add $seed $x1.68
      $x0.64 = i32x4.add $cells $shared.16
      $x1.69 = v128.xor (v128.or (i32x4.shl $x1.68 13) (i32x4.shr_u $x1.68 19)) $x0.64
      $x0.65 = i32x4.add $x0.64 $x1.69
      $x1.70 = v128.xor (v128.or (i32x4.shl $x1.69 15) (i32x4.shr_u $x1.69 17)) $x0.65
      $x0.66 = i32x4.add $x0.65 $x1.70
      $x1.71 = v128.xor (v128.or (i32x4.shl $x1.70 26) (i32x4.shr_u $x1.70 6)) $x0.66
      $x0.67 = i32x4.add $x0.66 $x1.71
      $x1.72 = v128.xor (v128.or (i32x4.shl $x1.71 6) (i32x4.shr_u $x1.71 26)) $x0.67
      $x0.68 = i32x4.add $x0.67 $stream.4
      $shared.17 = i32x4.add $mixed.4 1
      $x1.73 = i32x4.add $x1.72 $shared.17
      $x0.69 = i32x4.add $x0.68 $x1.73
      $x1.74 = v128.xor (v128.or (i32x4.shl $x1.73 17) (i32x4.shr_u $x1.73 15)) $x0.69
      $x0.70 = i32x4.add $x0.69 $x1.74
      $x1.75 = v128.xor (v128.or (i32x4.shl $x1.74 29) (i32x4.shr_u $x1.74 3)) $x0.70
      $x0.71 = i32x4.add $x0.70 $x1.75
      $x1.76 = v128.xor (v128.or (i32x4.shl $x1.75 16) (i32x4.shr_u $x1.75 16)) $x0.71
      $x0.72 = i32x4.add $x0.71 $x1.76
      $x1.77 = v128.xor (v128.or (i32x4.shl $x1.76 24) (i32x4.shr_u $x1.76 8)) $x0.72
      $x0.73 = i32x4.add $x0.72 $mixed.4
      $shared.18 = i32x4.add $seed 2
      $x1.78 = i32x4.add $x1.77 $shared.18
      $x0.74 = i32x4.add $x0.73 $x1.78
      $x1.79 = v128.xor (v128.or (i32x4.shl $x1.78 13) (i32x4.shr_u $x1.78 19)) $x0.74
      $x0.75 = i32x4.add $x0.74 $x1.79
      $x1.80 = v128.xor (v128.or (i32x4.shl $x1.79 15) (i32x4.shr_u $x1.79 17)) $x0.75
      $x0.76 = i32x4.add $x0.75 $x1.80
      $x1.81 = v128.xor (v128.or (i32x4.shl $x1.80 26) (i32x4.shr_u $x1.80 6)) $x0.76
      $x0.77 = i32x4.add $x0.76 $x1.81
      $x1.82 = v128.xor (v128.or (i32x4.shl $x1.81 6) (i32x4.shr_u $x1.81 26)) $x0.77
      $x0.78 = i32x4.add $x0.77 $seed
      $shared.19 = i32x4.add $stream.4 3
      $x1.83 = i32x4.add $x1.82 $shared.19
      $x0.79 = i32x4.add $x0.78 $x1.83
      $x1.84 = v128.xor (v128.or (i32x4.shl $x1.83 17) (i32x4.shr_u $x1.83 15)) $x0.79
      $mixed.5 = v128.xor (v128.xor $seed $stream.5) 466688986
      $x1.85 = i32x4.add $step.1 $stream.5
      $shared.20 = i32x4.add $seed $x1.85
      $x0.80 = i32x4.add $cells $shared.20
      $x1.86 = v128.xor (v128.or (i32x4.shl $x1.85 13) (i32x4.shr_u $x1.85 19)) $x0.80
      $x0.81 = i32x4.add $x0.80 $x1.86
      $x1.87 = v128.xor (v128.or (i32x4.shl $x1.86 15) (i32x4.shr_u $x1.86 17)) $x0.81
      $x0.82 = i32x4.add $x0.81 $x1.87
      $x1.88 = v128.xor (v128.or (i32x4.shl $x1.87 26) (i32x4.shr_u $x1.87 6)) $x0.82
      $x0.83 = i32x4.add $x0.82 $x1.88
      $x1.89 = v128.xor (v128.or (i32x4.shl $x1.88 6) (i32x4.shr_u $x1.88 26)) $x0.83
      $x0.84 = i32x4.add $x0.83 $stream.5
      $shared.21 = i32x4.add $mixed.5 1
      $x1.90 = i32x4.add $x1.89 $shared.21
      $x0.85 = i32x4.add $x0.84 $x1.90
      $x1.91 = v128.xor (v128.or (i32x4.shl $x1.90 17) (i32x4.shr_u $x1.90 15)) $x0.85
      $x0.86 = i32x4.add $x0.85 $x1.91
      $x1.92 = v128.xor (v128.or (i32x4.shl $x1.91 29) (i32x4.shr_u $x1.91 3)) $x0.86
      $x0.87 = i32x4.add $x0.86 $x1.92
      $x1.93 = v128.xor (v128.or (i32x4.shl $x1.92 16) (i32x4.shr_u $x1.92 16)) $x0.87
      $x0.88 = i32x4.add $x0.87 $x1.93
      $x1.94 = v128.xor (v128.or (i32x4.shl $x1.93 24) (i32x4.shr_u $x1.93 8)) $x0.88
      $x0.89 = i32x4.add $x0.88 $mixed.5
      $shared.22 = i32x4.add $seed 2
      $x1.95 = i32x4.add $x1.94 $shared.22
      $x0.90 = i32x4.add $x0.89 $x1.95
      $x1.96 = v128.xor (v128.or (i32x4.shl $x1.95 13) (i32x4.shr_u $x1.95 19)) $x0.90
      $x0.91 = i32x4.add $x0.90 $x1.96
      $x1.97 = v128.xor (v128.or (i32x4.shl $x1.96 15) (i32x4.shr_u $x1.96 17)) $x0.91
      $x0.92 = i32x4.add $x0.91 $x1.97
      $x1.98 = v128.xor (v128.or (i32x4.shl $x1.97 26) (i32x4.shr_u $x1.97 6)) $x0.92
      $x0.93 = i32x4.add $x0.92 $x1.98
      $x1.99 = v128.xor (v128.or (i32x4.shl $x1.98 6) (i32x4.shr_u $x1.98 26)) $x0.93
      $x0.94 = i32x4.add $x0.93 $seed
      $shared.23 = i32x4.add $stream.5 3
      $x1.100 = i32x4.add $x1.99 $shared.23
      $x0.95 = i32x4.add $x0.94 $x1.100
      $x1.101 = v128.xor (v128.or (i32x4.shl $x1.100 17) (i32x4.shr_u $x1.100 15)) $x0.95
      $word = $x0.15
      $word.1 = $x1.16
      $word.2 = $x0.31
      $word.3 = $x1.33
      $word.4 = $x0.47
      $word.5 = $x1.50
      $word.6 = $x0.63
      $word.7 = $x1.67
      $word.8 = $x0.79
      $word.9 = $x1.84
      $word.10 = $x0.95
      $word.11 = $x1.101
      $end = i32.add $i 4
      loop @next-vector
        $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
        $a = v128.load $a.at
        $normal = normal $word $word.1
        $a_new = f64x2.add (f64x2.mul $decay_a $a) (f64x2.mul $a_1 $normal)
        $b = v128.load $b.at
        $normal.1 = normal $word.2 $word.3
        $b_new = f64x2.add (f64x2.mul $decay_b $b) (f64x2.mul $b_1 $normal.1)
        $c = v128.load $c.at
        $normal.2 = normal $word.4 $word.5
        $c_new = f64x2.add (f64x2.mul $decay_c $c) (f64x2.mul $c_1 $normal.2)
        $d = v128.load $d.at
        $normal.3 = normal $word.6 $word.7
        $d_new = f64x2.add (f64x2.mul $decay_d $d) (f64x2.mul $d_1 $normal.3)
        $e = v128.load $e.at
        $normal.4 = normal $word.8 $word.9
        $e_new = f64x2.add (f64x2.mul $decay_e $e) (f64x2.mul $e_1 $normal.4)
        $f.5 = v128.load $f.at
        $normal.5 = normal $word.10 $word.11
        $f_new = f64x2.add (f64x2.mul $decay_f $f.5) (f64x2.mul $f_1 $normal.5)
        $a = $a_new
        $b = $b_new
        $c = $c_new
        $d = $d_new
        $e = $e_new
        $f.5 = $f_new
        v128.store $a.at $a
        v128.store $b.at $b
        v128.store $c.at $c
        v128.store $d.at $d
        v128.store $e.at $e
        v128.store $f.at $f.5
        $a.at = i32.add $a.at 16
        $b.at = i32.add $b.at 16
        $c.at = i32.add $c.at 16
        $d.at = i32.add $d.at 16
        $e.at = i32.add $e.at 16
        $f.at = i32.add $f.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        $four.2 = $word.2
        $last.3 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.2 $four.2
        $word.2 = $last.3
        $four.3 = $word.3
        $last.4 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.3 $four.3
        $word.3 = $last.4
        $four.4 = $word.4
        $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.4 $four.4
        $word.4 = $last.5
        $four.5 = $word.5
        $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.5 $four.5
        $word.5 = $last.6
        $four.6 = $word.6
        $last.7 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.6 $four.6
        $word.6 = $last.7
        $four.7 = $word.7
        $last.8 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.7 $four.7
        $word.7 = $last.8
        $four.8 = $word.8
        $last.9 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.8 $four.8
        $word.8 = $last.9
        $four.9 = $word.9
        $last.10 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.9 $four.9
        $word.9 = $last.10
        $four.10 = $word.10
        $last.11 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.10 $four.10
        $word.10 = $last.11
        $four.11 = $word.11
        $last.12 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.11 $four.11
        $word.11 = $last.12
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
