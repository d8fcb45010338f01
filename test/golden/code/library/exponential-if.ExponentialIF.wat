;; ExponentialIF — from models/neurons/exponential-if.livn
import memory livn.memory 1

;; ExponentialIF · initialize
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

;; ExponentialIF · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $Delta_T = v128.load64_splat +48 $frame
  $per_Delta_T = f64x2.div 1 $Delta_T
  $g_L = v128.load64_splat +40 $frame
  $g_L_times_Delta_T = f64x2.mul $g_L $Delta_T
  $area = v128.load64_splat +72 $frame
  $per_area = f64x2.div 1 $area
  $C = v128.load64_splat +80 $frame
  $dt_per_C = f64x2.div $dt $C
  f64.store +96 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +104 $frame (f64x2.extract_lane 0 $per_Delta_T)
  f64.store +112 $frame (f64x2.extract_lane 0 $g_L_times_Delta_T)
  f64.store +120 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +128 $frame (f64x2.extract_lane 0 $dt_per_C)

;; ExponentialIF · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, I pA
  ;; shared  t_ref ms, g_L mS/cm^2, Delta_T mV, V_T mV, E_L mV, area um^2, C uF/cm^2, V_peak mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +96 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +96 $frame)))) 1)
  $g_L_times_Delta_T = v128.load64_splat +112 $frame
  $V_T = v128.load64_splat +56 $frame
  $per_Delta_T = v128.load64_splat +104 $frame
  $per_area = v128.load64_splat +120 $frame
  $dt_per_C = v128.load64_splat +128 $frame
  $g_L = v128.load64_splat +40 $frame
  $E_L = v128.load64_splat +64 $frame
  $V_peak = v128.load64_splat +88 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub $v $V_T) $per_Delta_T
      $exp = exp $x
      $I_exp = f64x2.mul $g_L_times_Delta_T $exp
      $I = v128.load $I.at
      $I_times_per_area = f64x2.mul $I $per_area
      $k_v = f64x2.mul
        $dt_per_C
        (f64x2.add (f64x2.add (f64x2.mul $g_L (f64x2.sub $E_L $v)) $I_exp) $I_times_per_area)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $x.1 = f64x2.mul (f64x2.sub $v_mid $V_T) $per_Delta_T
      $exp.1 = exp $x.1
      $I_exp_2 = f64x2.mul $g_L_times_Delta_T $exp.1
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.add
            (f64x2.add (f64x2.mul $g_L (f64x2.sub $E_L $v_mid)) $I_exp_2)
            $I_times_per_area))
      $v = v128.bitselect $v_new $v $free
      v128.store $v.at $v
      $taking = v128.and $free (f64x2.gt $v_new $V_peak)
      if i64x2.bitmask $taking
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
      $lastspike.at = i32.add $lastspike.at 8
      $v.at = i32.add $v.at 16
      $I.at = i32.add $I.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; ExponentialIF · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  V_r mV
  $V_r = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $V_r
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
