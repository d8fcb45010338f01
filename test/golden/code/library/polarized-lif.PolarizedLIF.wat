;; PolarizedLIF — from models/neurons/polarized-lif.livn
import memory livn.memory 1

;; PolarizedLIF · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  $seed = i32x4.splat (i32.load +8 $frame)
  $step.1 = i32x4.splat $step
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed -1815456974) 466688986
      $x0 = i32x4.add $cells $seed
      $x1 = i32x4.add $step.1 -1815456974
      $x0.1 = i32x4.add $x0 $x1
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.3
      $x0.4 = i32x4.add $x0.3 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.4
      $x0.5 = i32x4.add $x0.4 -1815456974
      $x1.5 = i32x4.add (i32x4.add $x1.4 $mixed) 1
      $x0.6 = i32x4.add $x0.5 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.8
      $x0.9 = i32x4.add $x0.8 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.9
      $x0.10 = i32x4.add $x0.9 $mixed
      $x1.10 = i32x4.add (i32x4.add $x1.9 $seed) 2
      $x0.11 = i32x4.add $x0.10 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.13
      $x0.14 = i32x4.add $x0.13 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.14
      $x0.15 = i32x4.add $x0.14 $seed
      $x1.15 = i32x4.add (i32x4.add $x1.14 -1815456974) 3
      $x0.16 = i32x4.add $x0.15 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.16
      $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
      $normal = normal $x0.16 $x1.16
      $v = f64x2.add -70 (f64x2.mul 2 $normal)
      v128.store $v.at $v
      $cells.2 = i32x4.add (i32x4.splat $i) 2 3 4 5
      $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.16 $x0.16
      $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.16 $x1.16
      $normal.1 = normal $last.1 $last.2
      $v.1 = f64x2.add -70 (f64x2.mul 2 $normal.1)
      v128.store +16 $v.at $v.1
      $v.at = i32.add $v.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; PolarizedLIF · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $g_L = v128.load64_splat +40 $frame
  $C = v128.load64_splat +48 $frame
  $x = f64x2.mul (f64x2.div (f64x2.neg $g_L) $C) $dt
  $exprel = exprel $x
  $v_1 = f64x2.div (f64x2.mul $dt $exprel) $C
  f64.store +72 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +80 $frame (f64x2.extract_lane 0 $v_1)

;; PolarizedLIF · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, V_ext mV, I pA
  ;; shared  g_L nS, C pF, E_L mV, polarization 1
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +72 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +72 $frame)))) 1)
  $v_1 = v128.load64_splat +80 $frame
  $g_L = v128.load64_splat +40 $frame
  $E_L = v128.load64_splat +56 $frame
  $polarization = v128.load64_splat +64 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $V_ext@ = i32.load +28 $frame
  $I@ = i32.load +32 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $v = v128.load $v.at
      $V_ext = v128.load $V_ext.at
      $I = v128.load $I.at
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $v_1
          (f64x2.add
            (f64x2.mul $g_L (f64x2.sub (f64x2.sub $E_L (f64x2.mul $polarization $V_ext)) $v))
            $I))
      $v = v128.bitselect $v_new $v $free
      v128.store $v.at $v
      $lastspike.1 = v128.load64_zero +8 $lastspike.at
      $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
      $v.1 = v128.load +16 $v.at
      $V_ext.1 = v128.load +16 $V_ext.at
      $I.1 = v128.load +16 $I.at
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $v_1
          (f64x2.add
            (f64x2.mul $g_L (f64x2.sub (f64x2.sub $E_L (f64x2.mul $polarization $V_ext.1)) $v.1))
            $I.1))
      $v.1 = v128.bitselect $v_new.1 $v.1 $free.1
      v128.store +16 $v.at $v.1
      $met = f64x2.gt $v_new -50
      $met.1 = f64x2.gt $v_new.1 -50
      if i64x2.bitmask (v128.or $met $met.1)
        $taking = v128.and $free $met
        $taking.1 = v128.and $free.1 $met.1
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lastspike = v128.bitselect
          $step.1
          $lastspike
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
        v128.store64_lane lane=0 $lastspike.at $lastspike
        $lanes.1 = i64x2.bitmask $taking.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
        $lastspike.1 = v128.bitselect
          $step.1
          $lastspike.1
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
        v128.store64_lane +8 lane=0 $lastspike.at $lastspike.1
      $lastspike.at = i32.add $lastspike.at 16
      $v.at = i32.add $v.at 32
      $V_ext.at = i32.add $V_ext.at 32
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; PolarizedLIF · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) -58
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
