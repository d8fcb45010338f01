;; AdEx — from models/neurons/adex.livn
import memory livn.memory 1

;; AdEx · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  E_L mV
  $E_L = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $offset = i32.shl $i 3
      $v = $E_L
      v128.store (i32.add $v@ $offset) $v
      $offset.1 = i32.shl $i 3
      $v.1 = $E_L
      v128.store +16 (i32.add $v@ $offset.1) $v.1
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; AdEx · step · once per link
export func step_link($frame i32)
  $Delta_T = v128.load64_splat +40 $frame
  $per_Delta_T = f64x2.div 1 $Delta_T
  $g_L = v128.load64_splat +32 $frame
  $g_L_times_Delta_T = f64x2.mul $g_L $Delta_T
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +64 $frame
  $dt_per_C = f64x2.div $dt $C
  $tau_w = v128.load64_splat +80 $frame
  $dt_per_tau_w = f64x2.div $dt $tau_w
  f64.store +96 $frame (f64x2.extract_lane 0 $per_Delta_T)
  f64.store +104 $frame (f64x2.extract_lane 0 $g_L_times_Delta_T)
  f64.store +112 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +120 $frame (f64x2.extract_lane 0 $dt_per_tau_w)

;; AdEx · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, w pA, I pA
  ;; shared  g_L nS, Delta_T mV, V_T mV, E_L mV, C pF, a nS, tau_w ms, V_peak mV
  $g_L_times_Delta_T = v128.load64_splat +104 $frame
  $V_T = v128.load64_splat +48 $frame
  $per_Delta_T = v128.load64_splat +96 $frame
  $dt_per_C = v128.load64_splat +112 $frame
  $g_L = v128.load64_splat +32 $frame
  $E_L = v128.load64_splat +56 $frame
  $dt_per_tau_w = v128.load64_splat +120 $frame
  $a = v128.load64_splat +72 $frame
  $V_peak = v128.load64_splat +88 $frame
  $v@ = i32.load +20 $frame
  $w@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $offset = i32.shl $i 3
      $v = v128.load (i32.add $v@ $offset)
      $x = f64x2.mul (f64x2.sub $v $V_T) $per_Delta_T
      $exp = exp $x
      $I_exp = f64x2.mul $g_L_times_Delta_T $exp
      $w = v128.load (i32.add $w@ $offset)
      $I = v128.load (i32.add $I@ $offset)
      $k_v = f64x2.mul
        $dt_per_C
        (f64x2.add (f64x2.sub (f64x2.add (f64x2.mul $g_L (f64x2.sub $E_L $v)) $I_exp) $w) $I)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $x.1 = f64x2.mul (f64x2.sub $v_mid $V_T) $per_Delta_T
      $exp.1 = exp $x.1
      $I_exp_2 = f64x2.mul $g_L_times_Delta_T $exp.1
      $k_w = f64x2.mul $dt_per_tau_w (f64x2.sub (f64x2.mul $a (f64x2.sub $v $E_L)) $w)
      $w_mid = f64x2.add $w (f64x2.mul $k_w 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.add
            (f64x2.sub (f64x2.add (f64x2.mul $g_L (f64x2.sub $E_L $v_mid)) $I_exp_2) $w_mid)
            $I))
      $w_new = f64x2.add
        $w
        (f64x2.mul $dt_per_tau_w (f64x2.sub (f64x2.mul $a (f64x2.sub $v_mid $E_L)) $w_mid))
      $taking = f64x2.gt $v_new $V_peak
      if v128.any_true $taking
        $left = i32.sub $last $i
        $lanes = i32.and
          (i64x2.bitmask $taking)
          (select 3 (i32.sub (i32.shl 1 $left) 1) (i32.ge_s $left 2))
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes 1)
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) (i32.add $i 1)
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) 1)
      $v = $v_new
      $w = $w_new
      v128.store (i32.add $v@ $offset) $v
      v128.store (i32.add $w@ $offset) $w
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
