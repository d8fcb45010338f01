;; PoissonInput — from models/networks/song-miller-abbott.livn
import memory livn.memory 1

;; PoissonInput · step · once per link
export func step_link($frame i32)
  $rate = v128.load64_splat +24 $frame
  $dt = v128.load64_splat $frame
  $rate_times_dt = f64x2.mul $rate $dt
  f64.store +32 $frame (f64x2.extract_lane 0 $rate_times_dt)

;; PoissonInput · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; shared  rate Hz
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +40 $frame)
  $step.1 = i32x4.splat $step
  $rate_times_dt = v128.load64_splat +32 $frame
  $rate_times_dt.chance = i32x4.splat
    (i32.trunc_sat_f64_s (f64.ceil (f64.mul (f64.load +32 $frame) 134217728)))
  $spike.count = i32.load $spike
  $i = $first
  $end = i32.sub $last 4
  block @done
    br_if @done (i32.ge_s $i $end)
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
      $may = i32x4.gt_s $rate_times_dt.chance (i32x4.shr_u $x0.15 5)
      $cells.1 = i32x4.add (i32x4.splat $i) 4 5 6 7
      $mixed.1 = v128.xor (v128.xor $seed $stream) 466688986
      $x1.17 = i32x4.add $step.1 $stream
      $shared.4 = i32x4.add $seed $x1.17
      $x0.16 = i32x4.add $cells.1 $shared.4
      $x1.18 = v128.xor (v128.or (i32x4.shl $x1.17 13) (i32x4.shr_u $x1.17 19)) $x0.16
      $x0.17 = i32x4.add $x0.16 $x1.18
      $x1.19 = v128.xor (v128.or (i32x4.shl $x1.18 15) (i32x4.shr_u $x1.18 17)) $x0.17
      $x0.18 = i32x4.add $x0.17 $x1.19
      $x1.20 = v128.xor (v128.or (i32x4.shl $x1.19 26) (i32x4.shr_u $x1.19 6)) $x0.18
      $x0.19 = i32x4.add $x0.18 $x1.20
      $x1.21 = v128.xor (v128.or (i32x4.shl $x1.20 6) (i32x4.shr_u $x1.20 26)) $x0.19
      $x0.20 = i32x4.add $x0.19 $stream
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
      $shared.7 = i32x4.add $stream 3
      $x1.32 = i32x4.add $x1.31 $shared.7
      $x0.31 = i32x4.add $x0.30 $x1.32
      $x1.33 = v128.xor (v128.or (i32x4.shl $x1.32 17) (i32x4.shr_u $x1.32 15)) $x0.31
      $may.1 = i32x4.gt_s $rate_times_dt.chance (i32x4.shr_u $x0.31 5)
      $cells.2 = i32x4.add (i32x4.splat $i) 0 1 2 3
      $cells.3 = i32x4.add (i32x4.splat $i) 2 3 4 5
      $cells.4 = i32x4.add (i32x4.splat $i) 4 5 6 7
      $cells.5 = i32x4.add (i32x4.splat $i) 6 7 8 9
      if i32x4.bitmask (v128.or $may $may.1)
        $uniform = uniform $x0.15 $x1.16
        $taking = f64x2.lt $uniform $rate_times_dt
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.15 $x0.15
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.16 $x1.16
        $uniform.1 = uniform $last.1 $last.2
        $taking.1 = f64x2.lt $uniform.1 $rate_times_dt
        $uniform.2 = uniform $x0.31 $x1.33
        $taking.2 = f64x2.lt $uniform.2 $rate_times_dt
        $last.3 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.31 $x0.31
        $last.4 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.33 $x1.33
        $uniform.3 = uniform $last.3 $last.4
        $taking.3 = f64x2.lt $uniform.3 $rate_times_dt
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lanes.1 = i64x2.bitmask $taking.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
        $lanes.2 = i64x2.bitmask $taking.2
        $cell.3 = i32.add $i 4
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.3
        $spike.count = i32.add $spike.count (i32.and $lanes.2 (i32.lt_s $cell.3 $last))
        $cell.4 = i32.add $i 5
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.4
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.2 1) (i32.lt_s $cell.4 $last))
        $lanes.3 = i64x2.bitmask $taking.3
        $cell.5 = i32.add $i 6
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.5
        $spike.count = i32.add $spike.count (i32.and $lanes.3 (i32.lt_s $cell.5 $last))
        $cell.6 = i32.add $i 7
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.6
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.3 1) (i32.lt_s $cell.6 $last))
      $i = i32.add $i 8
      br_if @next-cells (i32.lt_s $i $end)
  if i32.lt_s $i $last
    $cells.6 = i32x4.add (i32x4.splat $i) 0 1 2 3
    $mixed.2 = v128.xor (v128.xor $seed $stream) 466688986
    $x1.34 = i32x4.add $step.1 $stream
    $shared.8 = i32x4.add $seed $x1.34
    $x0.32 = i32x4.add $cells.6 $shared.8
    $x1.35 = v128.xor (v128.or (i32x4.shl $x1.34 13) (i32x4.shr_u $x1.34 19)) $x0.32
    $x0.33 = i32x4.add $x0.32 $x1.35
    $x1.36 = v128.xor (v128.or (i32x4.shl $x1.35 15) (i32x4.shr_u $x1.35 17)) $x0.33
    $x0.34 = i32x4.add $x0.33 $x1.36
    $x1.37 = v128.xor (v128.or (i32x4.shl $x1.36 26) (i32x4.shr_u $x1.36 6)) $x0.34
    $x0.35 = i32x4.add $x0.34 $x1.37
    $x1.38 = v128.xor (v128.or (i32x4.shl $x1.37 6) (i32x4.shr_u $x1.37 26)) $x0.35
    $x0.36 = i32x4.add $x0.35 $stream
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
    $shared.11 = i32x4.add $stream 3
    $x1.49 = i32x4.add $x1.48 $shared.11
    $x0.47 = i32x4.add $x0.46 $x1.49
    $x1.50 = v128.xor (v128.or (i32x4.shl $x1.49 17) (i32x4.shr_u $x1.49 15)) $x0.47
    $may.2 = i32x4.gt_s $rate_times_dt.chance (i32x4.shr_u $x0.47 5)
    $cells.7 = i32x4.add (i32x4.splat $i) 0 1 2 3
    $cells.8 = i32x4.add (i32x4.splat $i) 2 3 4 5
    if i32x4.bitmask $may.2
      $uniform.4 = uniform $x0.47 $x1.50
      $taking.4 = f64x2.lt $uniform.4 $rate_times_dt
      $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.47 $x0.47
      $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.50 $x1.50
      $uniform.5 = uniform $last.5 $last.6
      $taking.5 = f64x2.lt $uniform.5 $rate_times_dt
      $lanes.4 = i64x2.bitmask $taking.4
      i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
      $spike.count = i32.add $spike.count (i32.and $lanes.4 (i32.lt_s $i $last))
      $cell.7 = i32.add $i 1
      i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.7
      $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes.4 1) (i32.lt_s $cell.7 $last))
      $lanes.5 = i64x2.bitmask $taking.5
      $cell.8 = i32.add $i 2
      i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.8
      $spike.count = i32.add $spike.count (i32.and $lanes.5 (i32.lt_s $cell.8 $last))
      $cell.9 = i32.add $i 3
      i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.9
      $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes.5 1) (i32.lt_s $cell.9 $last))
  i32.store $spike $spike.count
