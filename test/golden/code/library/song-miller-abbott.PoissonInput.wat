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
      $may = i32x4.gt_s $rate_times_dt.chance (i32x4.shr_u $x0.15 5)
      $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
      $cells.2 = i32x4.add (i32x4.splat $i) 2 3 4 5
      if i32x4.bitmask $may
        $uniform = uniform $x0.15 $x1.16
        $taking = f64x2.lt $uniform $rate_times_dt
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.15 $x0.15
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.16 $x1.16
        $uniform.1 = uniform $last.1 $last.2
        $taking.1 = f64x2.lt $uniform.1 $rate_times_dt
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
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
