;; GLIF1 — from models/neurons/glif.livn
import memory livn.memory 1

;; GLIF1 · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  E_L mV
  $E_L = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $E_L
      $v.1 = $E_L
      v128.store $v.at $v
      v128.store +16 $v.at $v.1
      $v.at = i32.add $v.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; GLIF1 · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $tau_m = v128.load64_splat +48 $frame
  $decay_v_1 = f64x2.mul (f64x2.div -1 $tau_m) $dt
  $exp = exp $decay_v_1
  $exprel = exprel $decay_v_1
  $gain_v = f64x2.mul $dt $exprel
  $gain_v_per_tau_m = f64x2.div $gain_v $tau_m
  $E_L = v128.load64_splat +56 $frame
  $v_1 = f64x2.mul $gain_v (f64x2.div $E_L $tau_m)
  $g_L = v128.load64_splat +64 $frame
  $v_2 = f64x2.mul $gain_v (f64x2.div (f64x2.div 1 $g_L) $tau_m)
  f64.store +80 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +88 $frame (f64x2.extract_lane 0 $decay_v_1)
  f64.store +96 $frame (f64x2.extract_lane 0 $exp)
  f64.store +104 $frame (f64x2.extract_lane 0 $gain_v)
  f64.store +112 $frame (f64x2.extract_lane 0 $gain_v_per_tau_m)
  f64.store +120 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +128 $frame (f64x2.extract_lane 0 $v_2)

;; GLIF1 · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, V_ext mV, I pA
  ;; shared  t_ref ms, tau_m ms, E_L mV, g_L nS, V_th mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +80 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +80 $frame)))) 1)
  $decay_v = v128.load64_splat +96 $frame
  $v_1 = v128.load64_splat +120 $frame
  $gain_v_per_tau_m = v128.load64_splat +112 $frame
  $v_2 = v128.load64_splat +128 $frame
  $V_th = v128.load64_splat +72 $frame
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
        (f64x2.mul $decay_v $v)
        (f64x2.add (f64x2.add $v_1 (f64x2.mul $gain_v_per_tau_m $V_ext)) (f64x2.mul $v_2 $I))
      $v = v128.bitselect $v_new $v $free
      v128.store $v.at $v
      $lastspike.1 = v128.load64_zero +8 $lastspike.at
      $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
      $v.1 = v128.load +16 $v.at
      $V_ext.1 = v128.load +16 $V_ext.at
      $I.1 = v128.load +16 $I.at
      $v_new.1 = f64x2.add
        (f64x2.mul $decay_v $v.1)
        (f64x2.add (f64x2.add $v_1 (f64x2.mul $gain_v_per_tau_m $V_ext.1)) (f64x2.mul $v_2 $I.1))
      $v.1 = v128.bitselect $v_new.1 $v.1 $free.1
      v128.store +16 $v.at $v.1
      $met = f64x2.gt $v_new $V_th
      $met.1 = f64x2.gt $v_new.1 $V_th
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

;; GLIF1 · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  E_L mV
  $E_L = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $E_L
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
