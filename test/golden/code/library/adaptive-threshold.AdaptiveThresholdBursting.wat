;; AdaptiveThresholdBursting — from models/neurons/adaptive-threshold.livn
import memory livn.memory 1

;; AdaptiveThresholdBursting · initialize
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

;; AdaptiveThresholdBursting · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $tau = v128.load64_splat +48 $frame
  $decay_v_1 = f64x2.mul (f64x2.div -1 $tau) $dt
  $exp = exp $decay_v_1
  $exprel = exprel $decay_v_1
  $gain_v = f64x2.mul $dt $exprel
  $R = v128.load64_splat +64 $frame
  $v_1 = f64x2.mul $gain_v (f64x2.div $R $tau)
  $E_L = v128.load64_splat +56 $frame
  $v_2 = f64x2.mul $gain_v (f64x2.div $E_L $tau)
  $tau_1 = v128.load64_splat +72 $frame
  $x = f64x2.mul (f64x2.div -1 $tau_1) $dt
  $exp.1 = exp $x
  $tau_2 = v128.load64_splat +80 $frame
  $x.1 = f64x2.mul (f64x2.div -1 $tau_2) $dt
  $exp.2 = exp $x.1
  $omega = v128.load64_splat +88 $frame
  $E_L_plus_omega = f64x2.add $E_L $omega
  f64.store +96 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +104 $frame (f64x2.extract_lane 0 $decay_v_1)
  f64.store +112 $frame (f64x2.extract_lane 0 $exp)
  f64.store +120 $frame (f64x2.extract_lane 0 $gain_v)
  f64.store +128 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $v_2)
  f64.store +144 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +152 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +160 $frame (f64x2.extract_lane 0 $E_L_plus_omega)

;; AdaptiveThresholdBursting · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, I pA, fast mV, slow mV
  ;; shared  t_ref ms, tau ms, E_L mV, R Mohm, tau_1 ms, tau_2 ms, omega mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +96 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +96 $frame)))) 1)
  $decay_v = v128.load64_splat +112 $frame
  $v_2 = v128.load64_splat +136 $frame
  $v_1 = v128.load64_splat +128 $frame
  $decay_fast = v128.load64_splat +144 $frame
  $decay_slow = v128.load64_splat +152 $frame
  $E_L_plus_omega = v128.load64_splat +160 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $fast@ = i32.load +32 $frame
  $slow@ = i32.load +36 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $fast.at = i32.add $fast@ (i32.shl $first 3)
  $slow.at = i32.add $slow@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $v = v128.load $v.at
      $I = v128.load $I.at
      $v_new = f64x2.add (f64x2.mul $decay_v $v) (f64x2.add $v_2 (f64x2.mul $v_1 $I))
      $fast = v128.load $fast.at
      $fast_new = f64x2.mul $decay_fast $fast
      $slow = v128.load $slow.at
      $slow_new = f64x2.mul $decay_slow $slow
      v128.store $v.at $v_new
      v128.store $fast.at $fast_new
      v128.store $slow.at $slow_new
      $lastspike.1 = v128.load64_zero +8 $lastspike.at
      $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
      $v.1 = v128.load +16 $v.at
      $I.1 = v128.load +16 $I.at
      $v_new.1 = f64x2.add (f64x2.mul $decay_v $v.1) (f64x2.add $v_2 (f64x2.mul $v_1 $I.1))
      $fast.1 = v128.load +16 $fast.at
      $fast_new.1 = f64x2.mul $decay_fast $fast.1
      $slow.1 = v128.load +16 $slow.at
      $slow_new.1 = f64x2.mul $decay_slow $slow.1
      v128.store +16 $v.at $v_new.1
      v128.store +16 $fast.at $fast_new.1
      v128.store +16 $slow.at $slow_new.1
      $met = f64x2.gt $v_new (f64x2.add (f64x2.add $E_L_plus_omega $fast_new) $slow_new)
      $met.1 = f64x2.gt $v_new.1 (f64x2.add (f64x2.add $E_L_plus_omega $fast_new.1) $slow_new.1)
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
      $v = $v_new
      $fast = $fast_new
      $slow = $slow_new
      $v.1 = $v_new.1
      $fast.1 = $fast_new.1
      $slow.1 = $slow_new.1
      $lastspike.at = i32.add $lastspike.at 16
      $v.at = i32.add $v.at 32
      $I.at = i32.add $I.at 32
      $fast.at = i32.add $fast.at 32
      $slow.at = i32.add $slow.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; AdaptiveThresholdBursting · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  fast mV, slow mV
  ;; shared  alpha_1 mV, alpha_2 mV
  $alpha_1 = v128.load64_splat +32 $frame
  $alpha_2 = v128.load64_splat +40 $frame
  $fast@ = i32.load +20 $frame
  $slow@ = i32.load +24 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      $fast = v128.load64_splat (i32.add $fast@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $fast@ (i32.shl $i 3)) (f64x2.add $fast $alpha_1)
      $slow = v128.load64_splat (i32.add $slow@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $slow@ (i32.shl $i 3)) (f64x2.add $slow $alpha_2)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
