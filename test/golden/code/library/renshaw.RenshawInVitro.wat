;; RenshawInVitro — from models/neurons/renshaw.livn
import memory livn.memory 1

;; RenshawInVitro · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, Na.h 1, K.n 1, A.a 1, A.b 1, CaN.m 1, CaN.h 1, Ca mM
  ;; shared  V_rest mV, Ca_rest mM
  $V_rest = v128.load64_splat +56 $frame
  $Ca_rest = v128.load64_splat +64 $frame
  $v@ = i32.load +20 $frame
  $Na.h@ = i32.load +24 $frame
  $K.n@ = i32.load +28 $frame
  $A.a@ = i32.load +32 $frame
  $A.b@ = i32.load +36 $frame
  $CaN.m@ = i32.load +40 $frame
  $CaN.h@ = i32.load +44 $frame
  $Ca@ = i32.load +48 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $Na.h.at = i32.add $Na.h@ (i32.shl $first 3)
  $K.n.at = i32.add $K.n@ (i32.shl $first 3)
  $A.a.at = i32.add $A.a@ (i32.shl $first 3)
  $A.b.at = i32.add $A.b@ (i32.shl $first 3)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $V_rest
      $x = f64x2.mul (f64x2.sub -55 $v) -0.14285714285714285
      $exp = exp $x
      $Na.h = f64x2.div 1 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.sub -28 $v) 0.06666666666666667
      $exp.1 = exp $x.1
      $K.n = f64x2.div 1 (f64x2.add 1 $exp.1)
      $x.2 = f64x2.mul (f64x2.sub -36 $v) 0.125
      $exp.2 = exp $x.2
      $A.a = f64x2.div 1 (f64x2.add 1 $exp.2)
      $x.3 = f64x2.mul (f64x2.sub -66 $v) -0.125
      $exp.3 = exp $x.3
      $A.b = f64x2.div 1 (f64x2.add 1 $exp.3)
      $x.4 = f64x2.mul (f64x2.sub -30 $v) 0.2
      $exp.4 = exp $x.4
      $CaN.m = f64x2.div 1 (f64x2.add 1 $exp.4)
      $x.5 = f64x2.mul (f64x2.sub -45 $v) -0.2
      $exp.5 = exp $x.5
      $CaN.h = f64x2.div 1 (f64x2.add 1 $exp.5)
      $Ca = $Ca_rest
      v128.store $v.at $v
      v128.store $Na.h.at $Na.h
      v128.store $K.n.at $K.n
      v128.store $A.a.at $A.a
      v128.store $A.b.at $A.b
      v128.store $CaN.m.at $CaN.m
      v128.store $CaN.h.at $CaN.h
      v128.store $Ca.at $Ca
      $v.at = i32.add $v.at 16
      $Na.h.at = i32.add $Na.h.at 16
      $K.n.at = i32.add $K.n.at 16
      $A.a.at = i32.add $A.a.at 16
      $A.b.at = i32.add $A.b.at 16
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $Ca.at = i32.add $Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; RenshawInVitro · step · once per link
export func step_link($frame i32)
  $CaN.T = v128.load64_splat +72 $frame
  $CaN.f = f64x2.div (f64x2.mul 18 $CaN.T) 293.15
  $CaN.Ca_o = v128.load64_splat +80 $frame
  $per_CaN.Ca_o = f64x2.div 1 $CaN.Ca_o
  $per_CaN.f = f64x2.div 1 $CaN.f
  $exp = exp 3.3333333333333335
  $exp.1 = exp -3.125
  $dt = v128.load64_splat $frame
  $Na.h_1 = f64x2.mul -0.03333333333333333 $dt
  $Na.h_2 = f64x2.mul $dt 0.03333333333333333
  $exp.2 = exp 1
  $exp.3 = exp -0.8
  $exp.4 = exp -1.8666666666666667
  $K.n_1 = f64x2.mul -0.14285714285714285 $dt
  $K.n_2 = f64x2.mul $dt 0.14285714285714285
  $exp.5 = exp -4.5
  $x = f64x2.neg $dt
  $exprel = exprel $x
  $A.a_1 = f64x2.mul $dt $exprel
  $exp.6 = exp 8.25
  $x.1 = f64x2.mul -0.06666666666666667 $dt
  $exprel.1 = exprel $x.1
  $A.b_1 = f64x2.mul (f64x2.mul $dt $exprel.1) 0.06666666666666667
  $exp.7 = exp -6
  $x.2 = f64x2.mul -0.25 $dt
  $exprel.2 = exprel $x.2
  $CaN.m_1 = f64x2.mul (f64x2.mul $dt $exprel.2) 0.25
  $exp.8 = exp 9
  $x.3 = f64x2.mul -0.025 $dt
  $exprel.3 = exprel $x.3
  $CaN.h_1 = f64x2.mul (f64x2.mul $dt $exprel.3) 0.025
  $V_rest = v128.load64_splat +112 $frame
  $x.4 = f64x2.div (f64x2.sub -30 $V_rest) 5
  $exp.9 = exp $x.4
  $CaN.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.9)
  $Ca_rest = v128.load64_splat +120 $frame
  $Ca_rest_per_CaN.Ca_o = f64x2.div $Ca_rest $CaN.Ca_o
  $CaN.g = v128.load64_splat +104 $frame
  $x.5 = f64x2.div (f64x2.sub -45 $V_rest) -5
  $exp.10 = exp $x.5
  $x.6 = f64x2.div $V_rest $CaN.f
  $1/exprel = 1/exprel $x.6
  $CaN.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $CaN.g (f64x2.mul $CaN.I_rest_1 $CaN.I_rest_1)) (f64x2.add 1 $exp.10))
    (f64x2.sub
      (f64x2.mul $Ca_rest_per_CaN.Ca_o $V_rest)
      (f64x2.mul (f64x2.mul (f64x2.sub 1 $Ca_rest_per_CaN.Ca_o) $CaN.f) $1/exprel))
  $Ca_1 = f64x2.mul (f64x2.mul $CaN.g 0.25) 0.5
  $f = v128.load64_splat +128 $frame
  $k_Ca = v128.load64_splat +136 $frame
  $x.7 = f64x2.mul (f64x2.mul $f (f64x2.neg $k_Ca)) $dt
  $exprel.4 = exprel $x.7
  $Ca_2 = f64x2.mul (f64x2.mul $dt $exprel.4) $f
  $x.8 = f64x2.div (f64x2.sub -35 $V_rest) 7.8
  $exp.11 = exp $x.8
  $Na.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.11)
  $Na.g = v128.load64_splat +152 $frame
  $x.9 = f64x2.div (f64x2.sub -55 $V_rest) -7
  $exp.12 = exp $x.9
  $Na.E = v128.load64_splat +160 $frame
  $Na.I_rest = f64x2.mul
    (f64x2.div
      (f64x2.mul $Na.g (f64x2.mul (f64x2.mul $Na.I_rest_1 $Na.I_rest_1) $Na.I_rest_1))
      (f64x2.add 1 $exp.12))
    (f64x2.sub $V_rest $Na.E)
  $x.10 = f64x2.div (f64x2.sub -28 $V_rest) 15
  $exp.13 = exp $x.10
  $K.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.13)
  $K.I_rest_2 = f64x2.mul $K.I_rest_1 $K.I_rest_1
  $K.g = v128.load64_splat +168 $frame
  $K.E = v128.load64_splat +176 $frame
  $K.I_rest = f64x2.mul
    (f64x2.mul $K.g (f64x2.mul $K.I_rest_2 $K.I_rest_2))
    (f64x2.sub $V_rest $K.E)
  $A.g = v128.load64_splat +184 $frame
  $x.11 = f64x2.div (f64x2.sub -36 $V_rest) 8
  $exp.14 = exp $x.11
  $x.12 = f64x2.div (f64x2.sub -66 $V_rest) -8
  $exp.15 = exp $x.12
  $A.E = v128.load64_splat +192 $frame
  $A.I_rest = f64x2.mul
    (f64x2.div (f64x2.div $A.g (f64x2.add 1 $exp.14)) (f64x2.add 1 $exp.15))
    (f64x2.sub $V_rest $A.E)
  $KCa.g = v128.load64_splat +200 $frame
  $KCa.K_d = v128.load64_splat +208 $frame
  $KCa.E = v128.load64_splat +216 $frame
  $KCa.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $KCa.g $Ca_rest) (f64x2.add $Ca_rest $KCa.K_d))
    (f64x2.sub $V_rest $KCa.E)
  $g_L = v128.load64_splat +224 $frame
  $E_L = v128.load64_splat +232 $frame
  $I_hold = f64x2.add
    (f64x2.add
      (f64x2.add (f64x2.add (f64x2.add $Na.I_rest $K.I_rest) $A.I_rest) $KCa.I_rest)
      $CaN.I_rest)
    (f64x2.mul $g_L (f64x2.sub $V_rest $E_L))
  $diameter = v128.load64_splat +240 $frame
  $area = f64x2.mul 3.141592653589793 (f64x2.mul $diameter $diameter)
  $per_area = f64x2.div 1 $area
  $v_ahead_1 = f64x2.neg (f64x2.mul $K.g $K.E)
  $A.E_times_A.g = f64x2.mul $A.E $A.g
  $E_L_times_g_L = f64x2.mul $E_L $g_L
  $C = v128.load64_splat +248 $frame
  $per_C = f64x2.div 1 $C
  $CaN.f_times_CaN.g = f64x2.mul $CaN.f $CaN.g
  $Na.E_times_Na.g = f64x2.mul $Na.E $Na.g
  $CaN.g_per_CaN.Ca_o = f64x2.div $CaN.g $CaN.Ca_o
  $v_ahead_2 = f64x2.neg $per_C
  $Na.g_per_C = f64x2.div $Na.g $C
  $v_ahead_3 = f64x2.mul 0.5 $dt
  $v_1 = f64x2.neg $Na.g_per_C
  f64.store +256 $frame (f64x2.extract_lane 0 $CaN.f)
  f64.store +264 $frame (f64x2.extract_lane 0 $per_CaN.Ca_o)
  f64.store +272 $frame (f64x2.extract_lane 0 $per_CaN.f)
  f64.store +280 $frame (f64x2.extract_lane 0 $exp)
  f64.store +288 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +296 $frame (f64x2.extract_lane 0 $Na.h_1)
  f64.store +304 $frame (f64x2.extract_lane 0 $Na.h_2)
  f64.store +312 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +320 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +328 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +336 $frame (f64x2.extract_lane 0 $K.n_1)
  f64.store +344 $frame (f64x2.extract_lane 0 $K.n_2)
  f64.store +352 $frame (f64x2.extract_lane 0 $exp.5)
  f64.store +360 $frame (f64x2.extract_lane 0 $A.a_1)
  f64.store +368 $frame (f64x2.extract_lane 0 $exp.6)
  f64.store +376 $frame (f64x2.extract_lane 0 $A.b_1)
  f64.store +384 $frame (f64x2.extract_lane 0 $exp.7)
  f64.store +392 $frame (f64x2.extract_lane 0 $CaN.m_1)
  f64.store +400 $frame (f64x2.extract_lane 0 $exp.8)
  f64.store +408 $frame (f64x2.extract_lane 0 $CaN.h_1)
  f64.store +416 $frame (f64x2.extract_lane 0 $CaN.I_rest_1)
  f64.store +424 $frame (f64x2.extract_lane 0 $Ca_rest_per_CaN.Ca_o)
  f64.store +432 $frame (f64x2.extract_lane 0 $CaN.I_rest)
  f64.store +440 $frame (f64x2.extract_lane 0 $Ca_1)
  f64.store +448 $frame (f64x2.extract_lane 0 $Ca_2)
  f64.store +456 $frame (f64x2.extract_lane 0 $Na.I_rest_1)
  f64.store +464 $frame (f64x2.extract_lane 0 $Na.I_rest)
  f64.store +472 $frame (f64x2.extract_lane 0 $K.I_rest_1)
  f64.store +480 $frame (f64x2.extract_lane 0 $K.I_rest_2)
  f64.store +488 $frame (f64x2.extract_lane 0 $K.I_rest)
  f64.store +496 $frame (f64x2.extract_lane 0 $A.I_rest)
  f64.store +504 $frame (f64x2.extract_lane 0 $KCa.I_rest)
  f64.store +512 $frame (f64x2.extract_lane 0 $I_hold)
  f64.store +520 $frame (f64x2.extract_lane 0 $area)
  f64.store +528 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +536 $frame (f64x2.extract_lane 0 $v_ahead_1)
  f64.store +544 $frame (f64x2.extract_lane 0 $A.E_times_A.g)
  f64.store +552 $frame (f64x2.extract_lane 0 $E_L_times_g_L)
  f64.store +560 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +568 $frame (f64x2.extract_lane 0 $CaN.f_times_CaN.g)
  f64.store +576 $frame (f64x2.extract_lane 0 $Na.E_times_Na.g)
  f64.store +584 $frame (f64x2.extract_lane 0 $CaN.g_per_CaN.Ca_o)
  f64.store +592 $frame (f64x2.extract_lane 0 $v_ahead_2)
  f64.store +600 $frame (f64x2.extract_lane 0 $Na.g_per_C)
  f64.store +608 $frame (f64x2.extract_lane 0 $v_ahead_3)
  f64.store +616 $frame (f64x2.extract_lane 0 $v_1)

;; RenshawInVitro · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, Ca mM, not_refractory boolean, lastspike integer, Na.h 1, K.n 1, A.a 1, A.b 1, CaN.m 1, CaN.h 1, I pA, V_ext mV
  ;; shared  CaN.T kelvin, CaN.Ca_o mM, V_th mV, t_ref ms, CaN.g mS/cm^2, V_rest mV, Ca_rest mM, f 1, k_Ca 1/ms, alpha mM*cm^2/mA/ms, Na.g mS/cm^2, Na.E mV, K.g mS/cm^2, K.E mV, A.g mS/cm^2, A.E mV, KCa.g mS/cm^2, KCa.K_d uM, KCa.E mV, g_L mS/cm^2, E_L mV, diameter um, C uF/cm^2
  $per_CaN.Ca_o = v128.load64_splat +264 $frame
  $per_CaN.f = v128.load64_splat +272 $frame
  $CaN.f = v128.load64_splat +256 $frame
  $V_th = v128.load64_splat +88 $frame
  $t = f64.mul (f64.convert_i32_s $step) (f64.load $frame)
  $t.1 = f64x2.splat $t
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $t_ref = v128.load64_splat +96 $frame
  $Na.tau_h_1 = v128.load64_splat +280 $frame
  $Na.tau_h_2 = v128.load64_splat +288 $frame
  $Na.h_2 = v128.load64_splat +304 $frame
  $Na.h_1 = v128.load64_splat +296 $frame
  $K.tau_n_1 = v128.load64_splat +312 $frame
  $K.tau_n_2 = v128.load64_splat +320 $frame
  $K.n_inf_1 = v128.load64_splat +328 $frame
  $K.n_2 = v128.load64_splat +344 $frame
  $K.n_1 = v128.load64_splat +336 $frame
  $A.a_inf_1 = v128.load64_splat +352 $frame
  $A.a_1 = v128.load64_splat +360 $frame
  $A.b_inf_1 = v128.load64_splat +368 $frame
  $A.b_1 = v128.load64_splat +376 $frame
  $CaN.m_inf_1 = v128.load64_splat +384 $frame
  $CaN.m_1 = v128.load64_splat +392 $frame
  $CaN.h_inf_1 = v128.load64_splat +400 $frame
  $CaN.h_1 = v128.load64_splat +408 $frame
  $Ca_2 = v128.load64_splat +448 $frame
  $alpha = v128.load64_splat +144 $frame
  $CaN.I_rest = v128.load64_splat +432 $frame
  $Ca_1 = v128.load64_splat +440 $frame
  $k_Ca = v128.load64_splat +136 $frame
  $Ca_rest = v128.load64_splat +120 $frame
  $KCa.g = v128.load64_splat +200 $frame
  $KCa.K_d = v128.load64_splat +208 $frame
  $I_hold = v128.load64_splat +512 $frame
  $per_area = v128.load64_splat +528 $frame
  $g_L = v128.load64_splat +224 $frame
  $v_ahead_1 = v128.load64_splat +536 $frame
  $A.E_times_A.g = v128.load64_splat +544 $frame
  $KCa.E = v128.load64_splat +216 $frame
  $E_L_times_g_L = v128.load64_splat +552 $frame
  $per_C = v128.load64_splat +560 $frame
  $CaN.f_times_CaN.g = v128.load64_splat +568 $frame
  $Na.E_times_Na.g = v128.load64_splat +576 $frame
  $K.g = v128.load64_splat +168 $frame
  $A.g = v128.load64_splat +184 $frame
  $CaN.g_per_CaN.Ca_o = v128.load64_splat +584 $frame
  $v_ahead_2 = v128.load64_splat +592 $frame
  $Na.g_per_C = v128.load64_splat +600 $frame
  $v_ahead_3 = v128.load64_splat +608 $frame
  $v_1 = v128.load64_splat +616 $frame
  $v@ = i32.load +20 $frame
  $Ca@ = i32.load +24 $frame
  $not_refractory@ = i32.load +28 $frame
  $lastspike@ = i32.load +32 $frame
  $Na.h@ = i32.load +36 $frame
  $K.n@ = i32.load +40 $frame
  $A.a@ = i32.load +44 $frame
  $A.b@ = i32.load +48 $frame
  $CaN.m@ = i32.load +52 $frame
  $CaN.h@ = i32.load +56 $frame
  $I@ = i32.load +60 $frame
  $V_ext@ = i32.load +64 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $Na.h.at = i32.add $Na.h@ (i32.shl $first 3)
  $K.n.at = i32.add $K.n@ (i32.shl $first 3)
  $A.a.at = i32.add $A.a@ (i32.shl $first 3)
  $A.b.at = i32.add $A.b@ (i32.shl $first 3)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $x = f64x2.mul -0.0033333333333333335 $v
          $exp = exp $x
          $Na.tau_h_4 = f64x2.div 1 $exp
          $Na.tau_h_5 = f64x2.mul $Na.tau_h_4 $Na.tau_h_4
          $Na.tau_h_6 = f64x2.mul (f64x2.mul $Na.tau_h_5 $Na.tau_h_5) $Na.tau_h_4
          $Na.tau_h_7 = f64x2.mul $Na.tau_h_6 $Na.tau_h_6
          $x.1 = f64x2.mul 0.0125 $v
          $exp.1 = exp $x.1
          $Na.tau_h_9 = f64x2.div 1 $exp.1
          $Na.tau_h_10 = f64x2.mul $Na.tau_h_9 $Na.tau_h_9
          $Na.tau_h_11 = f64x2.add
            (f64x2.mul $Na.tau_h_1 (f64x2.mul $Na.tau_h_7 $Na.tau_h_7))
            (f64x2.mul $Na.tau_h_2 (f64x2.mul (f64x2.mul $Na.tau_h_10 $Na.tau_h_10) $Na.tau_h_9))
          $x.2 = f64x2.mul (f64x2.sub -55 $v) -0.14285714285714285
          $exp.2 = exp $x.2
          $Na.h_inf = f64x2.div 1 (f64x2.add 1 $exp.2)
          $Na.h = v128.load $Na.h.at
          $x.3 = f64x2.mul $Na.h_1 $Na.tau_h_11
          $exprel = exprel $x.3
          $Na.h_new = f64x2.add
            $Na.h
            (f64x2.mul
              $Na.h_2
              (f64x2.mul $exprel (f64x2.mul (f64x2.sub $Na.h_inf $Na.h) $Na.tau_h_11)))
          $K.tau_n_3 = f64x2.mul $exp.1 $exp.1
          $K.tau_n_4 = f64x2.mul $exp $exp
          $K.tau_n_5 = f64x2.mul $K.tau_n_4 $exp
          $K.tau_n_6 = f64x2.add
            (f64x2.mul $K.tau_n_1 $K.tau_n_3)
            (f64x2.mul $K.tau_n_2 (f64x2.mul $K.tau_n_5 $K.tau_n_5))
          $K.n_inf_2 = f64x2.mul $K.tau_n_5 $K.tau_n_4
          $K.n_inf_3 = f64x2.mul $K.n_inf_2 $K.n_inf_2
          $K.n_inf = f64x2.div
            1
            (f64x2.add 1 (f64x2.mul $K.n_inf_1 (f64x2.mul $K.n_inf_3 $K.n_inf_3)))
          $K.n = v128.load $K.n.at
          $x.4 = f64x2.mul $K.n_1 $K.tau_n_6
          $exprel.1 = exprel $x.4
          $K.n_new = f64x2.add
            $K.n
            (f64x2.mul
              $K.n_2
              (f64x2.mul $exprel.1 (f64x2.mul (f64x2.sub $K.n_inf $K.n) $K.tau_n_6)))
          $Na.h = $Na.h_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $Na.h.at $Na.h
          $x.5 = f64x2.mul (f64x2.sub -35 $v) 0.12820512820512822
          $exp.3 = exp $x.5
          $Na.m = f64x2.div 1 (f64x2.add 1 $exp.3)
          $Ca = v128.load $Ca.at
          $Ca_times_per_CaN.Ca_o = f64x2.mul $Ca $per_CaN.Ca_o
          $x.6 = f64x2.mul $v $per_CaN.f
          $1/exprel = 1/exprel $x.6
          $CaN.force = f64x2.sub
            (f64x2.mul $Ca_times_per_CaN.Ca_o $v)
            (f64x2.mul (f64x2.mul (f64x2.sub 1 $Ca_times_per_CaN.Ca_o) $CaN.f) $1/exprel)
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $lastspike = v128.load64_zero $lastspike.at
          $free = v128.or
            $not_refractory
            (v128.not
              (v128.or
                (f64x2.gt $v $V_th)
                (f64x2.lt
                  (f64x2.sub
                    $t.1
                    (f64x2.sub
                      $t.1
                      (f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $lastspike)) $dt)))
                  $t_ref)))
          $not_refractory = $free
          $A.a_inf_2 = f64x2.mul $K.tau_n_3 $K.tau_n_3
          $A.a_inf_3 = f64x2.mul $A.a_inf_2 $exp.1
          $A.a_inf_4 = f64x2.mul $A.a_inf_3 $A.a_inf_3
          $A.a_inf_5 = f64x2.pmin $A.a_inf_4 1e+30
          $A.a_inf = f64x2.div $A.a_inf_5 (f64x2.add $A.a_inf_5 $A.a_inf_1)
          $A.a = v128.load $A.a.at
          $A.a_new = f64x2.add $A.a (f64x2.mul $A.a_1 (f64x2.sub $A.a_inf $A.a))
          $A.b_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $A.b_inf_1 $A.a_inf_4))
          $A.b = v128.load $A.b.at
          $A.b_new = f64x2.add $A.b (f64x2.mul $A.b_1 (f64x2.sub $A.b_inf $A.b))
          $CaN.m_inf_2 = f64x2.mul $A.a_inf_2 $A.a_inf_2
          $CaN.m_inf_3 = f64x2.mul $CaN.m_inf_2 $CaN.m_inf_2
          $CaN.m_inf_4 = f64x2.pmin $CaN.m_inf_3 1e+30
          $CaN.m_inf = f64x2.div $CaN.m_inf_4 (f64x2.add $CaN.m_inf_4 $CaN.m_inf_1)
          $CaN.m = v128.load $CaN.m.at
          $CaN.m_new = f64x2.add $CaN.m (f64x2.mul $CaN.m_1 (f64x2.sub $CaN.m_inf $CaN.m))
          $CaN.h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.h_inf_1 $CaN.m_inf_3))
          $CaN.h = v128.load $CaN.h.at
          $CaN.h_new = f64x2.add $CaN.h (f64x2.mul $CaN.h_1 (f64x2.sub $CaN.h_inf $CaN.h))
          $Ca_3 = f64x2.add $CaN.m $CaN.m_new
          $CaN.m = $CaN.m_new
          v128.store $CaN.m.at $CaN.m
          $Ca_new = f64x2.add
            $Ca
            (f64x2.mul
              $Ca_2
              (f64x2.sub
                (f64x2.mul
                  $alpha
                  (f64x2.add
                    (f64x2.pmax
                      (f64x2.sub
                        $CaN.I_rest
                        (f64x2.mul
                          (f64x2.mul
                            $Ca_1
                            (f64x2.mul (f64x2.mul $Ca_3 $Ca_3) (f64x2.add $CaN.h $CaN.h_new)))
                          $CaN.force))
                      0)
                    0))
                (f64x2.mul $k_Ca (f64x2.sub $Ca $Ca_rest))))
          $CaN.h = $CaN.h_new
          v128.store $CaN.h.at $CaN.h
          $v_ahead_4 = f64x2.mul $K.n_new $K.n_new
          $K.n = $K.n_new
          v128.store $K.n.at $K.n
          $v_ahead_5 = f64x2.mul $v_ahead_4 $v_ahead_4
          $v_ahead_6 = f64x2.div (f64x2.mul $KCa.g $Ca_new) (f64x2.add $Ca_new $KCa.K_d)
          $Ca = $Ca_new
          v128.store $Ca.at $Ca
          $I = v128.load $I.at
          $V_ext = v128.load $V_ext.at
          $v_ahead_7 = f64x2.mul
            (f64x2.sub
              (f64x2.add (f64x2.add $I_hold (f64x2.mul $I $per_area)) (f64x2.mul $g_L $V_ext))
              (f64x2.sub
                (f64x2.sub
                  (f64x2.sub
                    (f64x2.mul $v_ahead_1 $v_ahead_5)
                    (f64x2.mul $A.E_times_A.g (f64x2.mul $A.a_new $A.b_new)))
                  (f64x2.mul $KCa.E $v_ahead_6))
                $E_L_times_g_L))
            $per_C
          $A.b = $A.b_new
          v128.store $A.b.at $A.b
          $A.a = $A.a_new
          v128.store $A.a.at $A.a
          $v_ahead_8 = f64x2.sub 1 (f64x2.mul $Ca_new $per_CaN.Ca_o)
          $v_ahead_9 = f64x2.mul (f64x2.mul $CaN.m_new $CaN.m_new) $CaN.h_new
          $v_ahead_10 = f64x2.mul (f64x2.mul (f64x2.mul $Na.m $Na.m) $Na.m) $Na.h_new
          $v_ahead_11 = f64x2.mul
            (f64x2.add
              (f64x2.mul $CaN.f_times_CaN.g (f64x2.mul (f64x2.mul $v_ahead_8 $1/exprel) $v_ahead_9))
              (f64x2.mul $Na.E_times_Na.g $v_ahead_10))
            $per_C
          $v_ahead_12 = f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.mul $K.g $v_ahead_5)
                  (f64x2.mul (f64x2.mul $A.g $A.a_new) $A.b_new))
                $v_ahead_6)
              (f64x2.mul $CaN.g_per_CaN.Ca_o (f64x2.mul $v_ahead_9 $Ca_new)))
            $g_L
          $v_ahead_13 = f64x2.sub
            (f64x2.mul $v_ahead_12 $v_ahead_2)
            (f64x2.mul $Na.g_per_C $v_ahead_10)
          $v_ahead = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $dt
                (f64x2.add (f64x2.add $v_ahead_7 $v_ahead_11) (f64x2.mul $v_ahead_13 $v)))
              (f64x2.sub 1 (f64x2.mul $v_ahead_3 $v_ahead_13)))
          $x.7 = f64x2.mul (f64x2.sub -35 $v_ahead) 0.12820512820512822
          $exp.4 = exp $x.7
          $Na.m_ahead = f64x2.div 1 (f64x2.add 1 $exp.4)
          $v_2 = f64x2.mul (f64x2.mul (f64x2.mul $Na.m_ahead $Na.m_ahead) $Na.m_ahead) $Na.h_new
          $v_3 = f64x2.sub
            (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $v_ahead_10) (f64x2.mul $Na.g_per_C $v_2)))
            (f64x2.mul $v_ahead_12 $per_C)
          $v_4 = f64x2.mul $dt $v_3
          $v_5 = f64x2.sub 6 $v_4
          $x.8 = f64x2.mul $v_ahead $per_CaN.f
          $1/exprel.1 = 1/exprel $x.8
          $v_new = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $v_5
                (f64x2.mul
                  $dt
                  (f64x2.add
                    (f64x2.add
                      $v_ahead_7
                      (f64x2.mul
                        0.5
                        (f64x2.add
                          $v_ahead_11
                          (f64x2.mul
                            (f64x2.add
                              (f64x2.mul
                                $CaN.f_times_CaN.g
                                (f64x2.mul (f64x2.mul $v_ahead_8 $1/exprel.1) $v_ahead_9))
                              (f64x2.mul $Na.E_times_Na.g $v_2))
                            $per_C))))
                    (f64x2.mul $v_3 $v))))
              (f64x2.sub $v_5 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_4)) $v_3)))
          $taking = v128.and $free (f64x2.gt $v_new $V_th)
          if i64x2.bitmask $taking
            $lanes = i64x2.bitmask $taking
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
            $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
            $cell = i32.add $i 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
            $lastspike = v128.bitselect
              $step.1
              $lastspike
              (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
            v128.store64_lane lane=0 $lastspike.at $lastspike
            $not_refractory = v128.bitselect (f64x2.ne 0 0) $not_refractory $taking
          $v = $v_new
          v128.store $v.at $v
          $mask = $not_refractory
          v128.store64_lane lane=0
            $not_refractory.at
            (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
          br @vector
        $v.1 = v128.load $v.at
        $x.9 = f64x2.mul -0.0033333333333333335 $v.1
        $exp.5 = exp $x.9
        $Na.tau_h_4.1 = f64x2.div 1 $exp.5
        $Na.tau_h_5.1 = f64x2.mul $Na.tau_h_4.1 $Na.tau_h_4.1
        $Na.tau_h_6.1 = f64x2.mul (f64x2.mul $Na.tau_h_5.1 $Na.tau_h_5.1) $Na.tau_h_4.1
        $Na.tau_h_7.1 = f64x2.mul $Na.tau_h_6.1 $Na.tau_h_6.1
        $x.10 = f64x2.mul 0.0125 $v.1
        $exp.6 = exp $x.10
        $Na.tau_h_9.1 = f64x2.div 1 $exp.6
        $Na.tau_h_10.1 = f64x2.mul $Na.tau_h_9.1 $Na.tau_h_9.1
        $Na.tau_h_11.1 = f64x2.add
          (f64x2.mul $Na.tau_h_1 (f64x2.mul $Na.tau_h_7.1 $Na.tau_h_7.1))
          (f64x2.mul
            $Na.tau_h_2
            (f64x2.mul (f64x2.mul $Na.tau_h_10.1 $Na.tau_h_10.1) $Na.tau_h_9.1))
        $x.11 = f64x2.mul (f64x2.sub -55 $v.1) -0.14285714285714285
        $exp.7 = exp $x.11
        $Na.h_inf.1 = f64x2.div 1 (f64x2.add 1 $exp.7)
        $Na.h.1 = v128.load $Na.h.at
        $x.12 = f64x2.mul $Na.h_1 $Na.tau_h_11.1
        $exprel.2 = exprel $x.12
        $Na.h_new.1 = f64x2.add
          $Na.h.1
          (f64x2.mul
            $Na.h_2
            (f64x2.mul $exprel.2 (f64x2.mul (f64x2.sub $Na.h_inf.1 $Na.h.1) $Na.tau_h_11.1)))
        $K.tau_n_3.1 = f64x2.mul $exp.6 $exp.6
        $K.tau_n_4.1 = f64x2.mul $exp.5 $exp.5
        $K.tau_n_5.1 = f64x2.mul $K.tau_n_4.1 $exp.5
        $K.tau_n_6.1 = f64x2.add
          (f64x2.mul $K.tau_n_1 $K.tau_n_3.1)
          (f64x2.mul $K.tau_n_2 (f64x2.mul $K.tau_n_5.1 $K.tau_n_5.1))
        $K.n_inf_2.1 = f64x2.mul $K.tau_n_5.1 $K.tau_n_4.1
        $K.n_inf_3.1 = f64x2.mul $K.n_inf_2.1 $K.n_inf_2.1
        $K.n_inf.1 = f64x2.div
          1
          (f64x2.add 1 (f64x2.mul $K.n_inf_1 (f64x2.mul $K.n_inf_3.1 $K.n_inf_3.1)))
        $K.n.1 = v128.load $K.n.at
        $x.13 = f64x2.mul $K.n_1 $K.tau_n_6.1
        $exprel.3 = exprel $x.13
        $K.n_new.1 = f64x2.add
          $K.n.1
          (f64x2.mul
            $K.n_2
            (f64x2.mul $exprel.3 (f64x2.mul (f64x2.sub $K.n_inf.1 $K.n.1) $K.tau_n_6.1)))
        $Na.h.1 = $Na.h_new.1
        $x.14 = f64x2.mul (f64x2.sub -35 $v.1) 0.12820512820512822
        $exp.8 = exp $x.14
        $Na.m.1 = f64x2.div 1 (f64x2.add 1 $exp.8)
        $Ca.1 = v128.load $Ca.at
        $Ca_times_per_CaN.Ca_o.1 = f64x2.mul $Ca.1 $per_CaN.Ca_o
        $x.15 = f64x2.mul $v.1 $per_CaN.f
        $1/exprel.2 = 1/exprel $x.15
        $CaN.force.1 = f64x2.sub
          (f64x2.mul $Ca_times_per_CaN.Ca_o.1 $v.1)
          (f64x2.mul (f64x2.mul (f64x2.sub 1 $Ca_times_per_CaN.Ca_o.1) $CaN.f) $1/exprel.2)
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = v128.or
          $not_refractory.1
          (v128.not
            (v128.or
              (f64x2.gt $v.1 $V_th)
              (f64x2.lt
                (f64x2.sub
                  $t.1
                  (f64x2.sub
                    $t.1
                    (f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $lastspike.1)) $dt)))
                $t_ref)))
        $not_refractory.1 = $free.1
        $A.a_inf_2.1 = f64x2.mul $K.tau_n_3.1 $K.tau_n_3.1
        $A.a_inf_3.1 = f64x2.mul $A.a_inf_2.1 $exp.6
        $A.a_inf_4.1 = f64x2.mul $A.a_inf_3.1 $A.a_inf_3.1
        $A.a_inf_5.1 = f64x2.pmin $A.a_inf_4.1 1e+30
        $A.a_inf.1 = f64x2.div $A.a_inf_5.1 (f64x2.add $A.a_inf_5.1 $A.a_inf_1)
        $A.a.1 = v128.load $A.a.at
        $A.a_new.1 = f64x2.add $A.a.1 (f64x2.mul $A.a_1 (f64x2.sub $A.a_inf.1 $A.a.1))
        $A.b_inf.1 = f64x2.div 1 (f64x2.add 1 (f64x2.mul $A.b_inf_1 $A.a_inf_4.1))
        $A.b.1 = v128.load $A.b.at
        $A.b_new.1 = f64x2.add $A.b.1 (f64x2.mul $A.b_1 (f64x2.sub $A.b_inf.1 $A.b.1))
        $CaN.m_inf_2.1 = f64x2.mul $A.a_inf_2.1 $A.a_inf_2.1
        $CaN.m_inf_3.1 = f64x2.mul $CaN.m_inf_2.1 $CaN.m_inf_2.1
        $CaN.m_inf_4.1 = f64x2.pmin $CaN.m_inf_3.1 1e+30
        $CaN.m_inf.1 = f64x2.div $CaN.m_inf_4.1 (f64x2.add $CaN.m_inf_4.1 $CaN.m_inf_1)
        $CaN.m.1 = v128.load $CaN.m.at
        $CaN.m_new.1 = f64x2.add $CaN.m.1 (f64x2.mul $CaN.m_1 (f64x2.sub $CaN.m_inf.1 $CaN.m.1))
        $CaN.h_inf.1 = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.h_inf_1 $CaN.m_inf_3.1))
        $CaN.h.1 = v128.load $CaN.h.at
        $CaN.h_new.1 = f64x2.add $CaN.h.1 (f64x2.mul $CaN.h_1 (f64x2.sub $CaN.h_inf.1 $CaN.h.1))
        $Ca_3.1 = f64x2.add $CaN.m.1 $CaN.m_new.1
        $CaN.m.1 = $CaN.m_new.1
        $Ca_new.1 = f64x2.add
          $Ca.1
          (f64x2.mul
            $Ca_2
            (f64x2.sub
              (f64x2.mul
                $alpha
                (f64x2.add
                  (f64x2.pmax
                    (f64x2.sub
                      $CaN.I_rest
                      (f64x2.mul
                        (f64x2.mul
                          $Ca_1
                          (f64x2.mul (f64x2.mul $Ca_3.1 $Ca_3.1) (f64x2.add $CaN.h.1 $CaN.h_new.1)))
                        $CaN.force.1))
                    0)
                  0))
              (f64x2.mul $k_Ca (f64x2.sub $Ca.1 $Ca_rest))))
        $CaN.h.1 = $CaN.h_new.1
        $v_ahead_4.1 = f64x2.mul $K.n_new.1 $K.n_new.1
        $K.n.1 = $K.n_new.1
        $v_ahead_5.1 = f64x2.mul $v_ahead_4.1 $v_ahead_4.1
        $v_ahead_6.1 = f64x2.div (f64x2.mul $KCa.g $Ca_new.1) (f64x2.add $Ca_new.1 $KCa.K_d)
        $Ca.1 = $Ca_new.1
        $I.1 = v128.load $I.at
        $V_ext.1 = v128.load $V_ext.at
        $v_ahead_7.1 = f64x2.mul
          (f64x2.sub
            (f64x2.add (f64x2.add $I_hold (f64x2.mul $I.1 $per_area)) (f64x2.mul $g_L $V_ext.1))
            (f64x2.sub
              (f64x2.sub
                (f64x2.sub
                  (f64x2.mul $v_ahead_1 $v_ahead_5.1)
                  (f64x2.mul $A.E_times_A.g (f64x2.mul $A.a_new.1 $A.b_new.1)))
                (f64x2.mul $KCa.E $v_ahead_6.1))
              $E_L_times_g_L))
          $per_C
        $A.b.1 = $A.b_new.1
        $A.a.1 = $A.a_new.1
        $v_ahead_8.1 = f64x2.sub 1 (f64x2.mul $Ca_new.1 $per_CaN.Ca_o)
        $v_ahead_9.1 = f64x2.mul (f64x2.mul $CaN.m_new.1 $CaN.m_new.1) $CaN.h_new.1
        $v_ahead_10.1 = f64x2.mul (f64x2.mul (f64x2.mul $Na.m.1 $Na.m.1) $Na.m.1) $Na.h_new.1
        $v_ahead_11.1 = f64x2.mul
          (f64x2.add
            (f64x2.mul
              $CaN.f_times_CaN.g
              (f64x2.mul (f64x2.mul $v_ahead_8.1 $1/exprel.2) $v_ahead_9.1))
            (f64x2.mul $Na.E_times_Na.g $v_ahead_10.1))
          $per_C
        $v_ahead_12.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.mul $K.g $v_ahead_5.1)
                (f64x2.mul (f64x2.mul $A.g $A.a_new.1) $A.b_new.1))
              $v_ahead_6.1)
            (f64x2.mul $CaN.g_per_CaN.Ca_o (f64x2.mul $v_ahead_9.1 $Ca_new.1)))
          $g_L
        $v_ahead_13.1 = f64x2.sub
          (f64x2.mul $v_ahead_12.1 $v_ahead_2)
          (f64x2.mul $Na.g_per_C $v_ahead_10.1)
        $v_ahead.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $dt
              (f64x2.add (f64x2.add $v_ahead_7.1 $v_ahead_11.1) (f64x2.mul $v_ahead_13.1 $v.1)))
            (f64x2.sub 1 (f64x2.mul $v_ahead_3 $v_ahead_13.1)))
        $x.16 = f64x2.mul (f64x2.sub -35 $v_ahead.1) 0.12820512820512822
        $exp.9 = exp $x.16
        $Na.m_ahead.1 = f64x2.div 1 (f64x2.add 1 $exp.9)
        $v_2.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $Na.m_ahead.1 $Na.m_ahead.1) $Na.m_ahead.1)
          $Na.h_new.1
        $v_3.1 = f64x2.sub
          (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $v_ahead_10.1) (f64x2.mul $Na.g_per_C $v_2.1)))
          (f64x2.mul $v_ahead_12.1 $per_C)
        $v_4.1 = f64x2.mul $dt $v_3.1
        $v_5.1 = f64x2.sub 6 $v_4.1
        $x.17 = f64x2.mul $v_ahead.1 $per_CaN.f
        $1/exprel.3 = 1/exprel $x.17
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $v_5.1
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.add
                    $v_ahead_7.1
                    (f64x2.mul
                      0.5
                      (f64x2.add
                        $v_ahead_11.1
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul
                              $CaN.f_times_CaN.g
                              (f64x2.mul (f64x2.mul $v_ahead_8.1 $1/exprel.3) $v_ahead_9.1))
                            (f64x2.mul $Na.E_times_Na.g $v_2.1))
                          $per_C))))
                  (f64x2.mul $v_3.1 $v.1))))
            (f64x2.sub $v_5.1 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_4.1)) $v_3.1)))
        v128.store $Na.h.at $Na.h.1
        v128.store $CaN.m.at $CaN.m.1
        v128.store $CaN.h.at $CaN.h.1
        v128.store $K.n.at $K.n.1
        v128.store $Ca.at $Ca.1
        v128.store $A.b.at $A.b.1
        v128.store $A.a.at $A.a.1
        v128.store $v.at $v_new.1
        $taking.1 = v128.and $free.1 (f64x2.gt $v_new.1 $V_th)
        if i64x2.bitmask $taking.1
          $lanes.1 = i64x2.bitmask $taking.1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
          $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $i $last))
          $cell.1 = i32.add $i 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.1 $last))
          $lastspike.1 = v128.bitselect
            $step.1
            $lastspike.1
            (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
          v128.store64_lane lane=0 $lastspike.at $lastspike.1
          $not_refractory.1 = v128.bitselect (f64x2.ne 0 0) $not_refractory.1 $taking.1
        $v.1 = $v_new.1
        $mask.1 = $not_refractory.1
        v128.store64_lane lane=0
          $not_refractory.at
          (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask.1 $mask.1) 1)
      $v.at = i32.add $v.at 16
      $Ca.at = i32.add $Ca.at 16
      $not_refractory.at = i32.add $not_refractory.at 8
      $lastspike.at = i32.add $lastspike.at 8
      $Na.h.at = i32.add $Na.h.at 16
      $K.n.at = i32.add $K.n.at 16
      $A.a.at = i32.add $A.a.at 16
      $A.b.at = i32.add $A.b.at 16
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $I.at = i32.add $I.at 16
      $V_ext.at = i32.add $V_ext.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
