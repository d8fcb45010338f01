;; AdEx — from models/neurons/adex.livn
import memory livn.memory 1

;; AdEx · initialize
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

;; AdEx · step · once per link
export func step_link($frame i32)
  $Delta_T = v128.load64_splat +56 $frame
  $per_Delta_T = f64x2.div 1 $Delta_T
  $g_L = v128.load64_splat +48 $frame
  $g_L_times_Delta_T = f64x2.mul $g_L $Delta_T
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +80 $frame
  $dt_per_C = f64x2.div $dt $C
  $tau_w = v128.load64_splat +96 $frame
  $dt_per_tau_w = f64x2.div $dt $tau_w
  f64.store +104 $frame (f64x2.extract_lane 0 $per_Delta_T)
  f64.store +112 $frame (f64x2.extract_lane 0 $g_L_times_Delta_T)
  f64.store +120 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +128 $frame (f64x2.extract_lane 0 $dt_per_tau_w)

;; AdEx · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, V_ext mV, w pA, I pA
  ;; shared  V_peak mV, g_L nS, Delta_T mV, V_T mV, E_L mV, C pF, a nS, tau_w ms
  $V_peak = v128.load64_splat +40 $frame
  $g_L_times_Delta_T = v128.load64_splat +112 $frame
  $V_T = v128.load64_splat +64 $frame
  $per_Delta_T = v128.load64_splat +104 $frame
  $dt_per_C = v128.load64_splat +120 $frame
  $g_L = v128.load64_splat +48 $frame
  $E_L = v128.load64_splat +72 $frame
  $dt_per_tau_w = v128.load64_splat +128 $frame
  $a = v128.load64_splat +88 $frame
  $v@ = i32.load +20 $frame
  $V_ext@ = i32.load +24 $frame
  $w@ = i32.load +28 $frame
  $I@ = i32.load +32 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  $w.at = i32.add $w@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $peak = f64x2.min $v $V_peak
      $x = f64x2.mul (f64x2.sub $peak $V_T) $per_Delta_T
      $exp = exp $x
      $I_exp = f64x2.mul $g_L_times_Delta_T $exp
      $V_ext = v128.load $V_ext.at
      $w = v128.load $w.at
      $I = v128.load $I.at
      $k_v = f64x2.mul
        $dt_per_C
        (f64x2.add
          (f64x2.sub (f64x2.add (f64x2.mul $g_L (f64x2.add (f64x2.sub $E_L $v) $V_ext)) $I_exp) $w)
          $I)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $peak_2 = f64x2.min $v_mid $V_peak
      $x.1 = f64x2.mul (f64x2.sub $peak_2 $V_T) $per_Delta_T
      $exp.1 = exp $x.1
      $I_exp_2 = f64x2.mul $g_L_times_Delta_T $exp.1
      $k_w = f64x2.mul $dt_per_tau_w (f64x2.sub (f64x2.mul $a (f64x2.sub $peak $E_L)) $w)
      $w_mid = f64x2.add $w (f64x2.mul $k_w 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.add
            (f64x2.sub
              (f64x2.add (f64x2.mul $g_L (f64x2.add (f64x2.sub $E_L $v_mid) $V_ext)) $I_exp_2)
              $w_mid)
            $I))
      $w_new = f64x2.add
        $w
        (f64x2.mul $dt_per_tau_w (f64x2.sub (f64x2.mul $a (f64x2.sub $peak_2 $E_L)) $w_mid))
      v128.store $v.at $v_new
      v128.store $w.at $w_new
      $taking = f64x2.gt $v_new $V_peak
      if i64x2.bitmask $taking
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
      $v = $v_new
      $w = $w_new
      $v.at = i32.add $v.at 16
      $V_ext.at = i32.add $V_ext.at 16
      $w.at = i32.add $w.at 16
      $I.at = i32.add $I.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; AdEx · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, w pA
  ;; shared  V_r mV, b pA
  $V_r = v128.load64_splat +32 $frame
  $b = v128.load64_splat +40 $frame
  $v@ = i32.load +20 $frame
  $w@ = i32.load +24 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $V_r
      $w = v128.load64_splat (i32.add $w@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $w@ (i32.shl $i 3)) (f64x2.add $w $b)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
