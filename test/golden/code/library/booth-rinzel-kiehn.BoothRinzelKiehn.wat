;; BoothRinzelKiehn — from models/neurons/booth-rinzel-kiehn.livn
import memory livn.memory 1

;; BoothRinzelKiehn · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  soma.v mV, dend.v mV, soma.Na.h 1, soma.K.n 1, soma.CaN.m 1, soma.CaN.h 1, soma.Ca mM, dend.CaN.m 1, dend.CaN.h 1, dend.CaL.m 1, dend.Ca mM
  ;; shared  V_rest mV, Ca_rest mM
  $V_rest = v128.load64_splat +64 $frame
  $Ca_rest = v128.load64_splat +72 $frame
  $soma.v@ = i32.load +20 $frame
  $dend.v@ = i32.load +24 $frame
  $soma.Na.h@ = i32.load +28 $frame
  $soma.K.n@ = i32.load +32 $frame
  $soma.CaN.m@ = i32.load +36 $frame
  $soma.CaN.h@ = i32.load +40 $frame
  $soma.Ca@ = i32.load +44 $frame
  $dend.CaN.m@ = i32.load +48 $frame
  $dend.CaN.h@ = i32.load +52 $frame
  $dend.CaL.m@ = i32.load +56 $frame
  $dend.Ca@ = i32.load +60 $frame
  $i = $first
  $soma.v.at = i32.add $soma.v@ (i32.shl $first 3)
  $dend.v.at = i32.add $dend.v@ (i32.shl $first 3)
  $soma.Na.h.at = i32.add $soma.Na.h@ (i32.shl $first 3)
  $soma.K.n.at = i32.add $soma.K.n@ (i32.shl $first 3)
  $soma.CaN.m.at = i32.add $soma.CaN.m@ (i32.shl $first 3)
  $soma.CaN.h.at = i32.add $soma.CaN.h@ (i32.shl $first 3)
  $soma.Ca.at = i32.add $soma.Ca@ (i32.shl $first 3)
  $dend.CaN.m.at = i32.add $dend.CaN.m@ (i32.shl $first 3)
  $dend.CaN.h.at = i32.add $dend.CaN.h@ (i32.shl $first 3)
  $dend.CaL.m.at = i32.add $dend.CaL.m@ (i32.shl $first 3)
  $dend.Ca.at = i32.add $dend.Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $soma.v = $V_rest
      $x = f64x2.mul (f64x2.sub -55 $soma.v) -0.14285714285714285
      $exp = exp $x
      $soma.Na.h = f64x2.div 1 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.sub -28 $soma.v) 0.06666666666666667
      $exp.1 = exp $x.1
      $soma.K.n = f64x2.div 1 (f64x2.add 1 $exp.1)
      $x.2 = f64x2.mul (f64x2.sub -30 $soma.v) 0.2
      $exp.2 = exp $x.2
      $soma.CaN.m = f64x2.div 1 (f64x2.add 1 $exp.2)
      $x.3 = f64x2.mul (f64x2.sub -45 $soma.v) -0.2
      $exp.3 = exp $x.3
      $soma.CaN.h = f64x2.div 1 (f64x2.add 1 $exp.3)
      $soma.Ca = $Ca_rest
      $dend.v = $V_rest
      $x.4 = f64x2.mul (f64x2.sub -30 $dend.v) 0.2
      $exp.4 = exp $x.4
      $dend.CaN.m = f64x2.div 1 (f64x2.add 1 $exp.4)
      $x.5 = f64x2.mul (f64x2.sub -45 $dend.v) -0.2
      $exp.5 = exp $x.5
      $dend.CaN.h = f64x2.div 1 (f64x2.add 1 $exp.5)
      $x.6 = f64x2.mul (f64x2.sub -40 $dend.v) 0.14285714285714285
      $exp.6 = exp $x.6
      $dend.CaL.m = f64x2.div 1 (f64x2.add 1 $exp.6)
      $dend.Ca = $Ca_rest
      v128.store $soma.v.at $soma.v
      v128.store $soma.Na.h.at $soma.Na.h
      v128.store $soma.K.n.at $soma.K.n
      v128.store $soma.CaN.m.at $soma.CaN.m
      v128.store $soma.CaN.h.at $soma.CaN.h
      v128.store $soma.Ca.at $soma.Ca
      v128.store $dend.v.at $dend.v
      v128.store $dend.CaN.m.at $dend.CaN.m
      v128.store $dend.CaN.h.at $dend.CaN.h
      v128.store $dend.CaL.m.at $dend.CaL.m
      v128.store $dend.Ca.at $dend.Ca
      $soma.v.at = i32.add $soma.v.at 16
      $dend.v.at = i32.add $dend.v.at 16
      $soma.Na.h.at = i32.add $soma.Na.h.at 16
      $soma.K.n.at = i32.add $soma.K.n.at 16
      $soma.CaN.m.at = i32.add $soma.CaN.m.at 16
      $soma.CaN.h.at = i32.add $soma.CaN.h.at 16
      $soma.Ca.at = i32.add $soma.Ca.at 16
      $dend.CaN.m.at = i32.add $dend.CaN.m.at 16
      $dend.CaN.h.at = i32.add $dend.CaN.h.at 16
      $dend.CaL.m.at = i32.add $dend.CaL.m.at 16
      $dend.Ca.at = i32.add $dend.Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; BoothRinzelKiehn · step · once per link
export func step_link($frame i32)
  $soma.CaN.T = v128.load64_splat +88 $frame
  $soma.CaN.f = f64x2.div (f64x2.mul 18 $soma.CaN.T) 293.15
  $soma.CaN.Ca_o = v128.load64_splat +96 $frame
  $soma.CaN.force_1 = f64x2.div 1 $soma.CaN.Ca_o
  $per_soma.CaN.f = f64x2.div 1 $soma.CaN.f
  $dend.CaN.T = v128.load64_splat +104 $frame
  $dend.CaN.f = f64x2.div (f64x2.mul 18 $dend.CaN.T) 293.15
  $dend.CaN.Ca_o = v128.load64_splat +112 $frame
  $dend.CaN.force_1 = f64x2.div 1 $dend.CaN.Ca_o
  $per_dend.CaN.f = f64x2.div 1 $dend.CaN.f
  $dend.CaL.T = v128.load64_splat +120 $frame
  $dend.CaL.f = f64x2.div (f64x2.mul 12.5 $dend.CaL.T) 293.15
  $dend.CaL.Ca_o = v128.load64_splat +128 $frame
  $dend.CaL.force_1 = f64x2.div 1 $dend.CaL.Ca_o
  $per_dend.CaL.f = f64x2.div 1 $dend.CaL.f
  $exp = exp 3.3333333333333335
  $exp.1 = exp -3.125
  $exp.2 = exp 7.857142857142857
  $dt = v128.load64_splat $frame
  $soma.Na.h_1 = f64x2.mul -0.03333333333333333 $dt
  $soma.Na.h_2 = f64x2.mul $dt 0.03333333333333333
  $exp.3 = exp 1
  $exp.4 = exp -0.8
  $exp.5 = exp -1.8666666666666667
  $soma.K.n_1 = f64x2.mul -0.14285714285714285 $dt
  $soma.K.n_2 = f64x2.mul $dt 0.14285714285714285
  $exp.6 = exp -6
  $x = f64x2.mul -0.25 $dt
  $exprel = exprel $x
  $soma.CaN.m_1 = f64x2.mul (f64x2.mul $dt $exprel) 0.25
  $exp.7 = exp 9
  $x.1 = f64x2.mul -0.025 $dt
  $exprel.1 = exprel $x.1
  $soma.CaN.h_1 = f64x2.mul (f64x2.mul $dt $exprel.1) 0.025
  $exp.8 = exp -5.7142857142857135
  $x.2 = f64x2.mul -0.016666666666666666 $dt
  $exprel.2 = exprel $x.2
  $dend.CaL.m_1 = f64x2.mul (f64x2.mul $dt $exprel.2) 0.016666666666666666
  $V_rest = v128.load64_splat +160 $frame
  $x.3 = f64x2.div (f64x2.sub -30 $V_rest) 5
  $exp.9 = exp $x.3
  $soma.CaN.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.9)
  $soma.CaN.I_rest_2 = f64x2.mul $soma.CaN.I_rest_1 $soma.CaN.I_rest_1
  $x.4 = f64x2.div (f64x2.sub -45 $V_rest) -5
  $exp.10 = exp $x.4
  $soma.CaN.I_rest_3 = f64x2.add 1 $exp.10
  $Ca_rest = v128.load64_splat +168 $frame
  $soma.CaN.I_rest_4 = f64x2.div $Ca_rest $soma.CaN.Ca_o
  $soma.CaN.g = v128.load64_splat +152 $frame
  $x.5 = f64x2.div $V_rest $soma.CaN.f
  $1/exprel = 1/exprel $x.5
  $soma.CaN.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $soma.CaN.g $soma.CaN.I_rest_2) $soma.CaN.I_rest_3)
    (f64x2.sub
      (f64x2.mul $soma.CaN.I_rest_4 $V_rest)
      (f64x2.mul (f64x2.mul (f64x2.sub 1 $soma.CaN.I_rest_4) $soma.CaN.f) $1/exprel))
  $soma.Ca_1 = f64x2.mul (f64x2.mul $soma.CaN.g 0.25) 0.5
  $soma.f = v128.load64_splat +176 $frame
  $soma.k_Ca = v128.load64_splat +184 $frame
  $x.6 = f64x2.mul (f64x2.mul $soma.f (f64x2.neg $soma.k_Ca)) $dt
  $exprel.3 = exprel $x.6
  $soma.Ca_2 = f64x2.mul (f64x2.mul $dt $exprel.3) $soma.f
  $dend.CaN.I_rest_1 = f64x2.div $Ca_rest $dend.CaN.Ca_o
  $dend.CaN.g = v128.load64_splat +200 $frame
  $x.7 = f64x2.div $V_rest $dend.CaN.f
  $1/exprel.1 = 1/exprel $x.7
  $dend.CaN.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $dend.CaN.g $soma.CaN.I_rest_2) $soma.CaN.I_rest_3)
    (f64x2.sub
      (f64x2.mul $dend.CaN.I_rest_1 $V_rest)
      (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaN.I_rest_1) $dend.CaN.f) $1/exprel.1))
  $dend.CaL.I_rest_1 = f64x2.div $Ca_rest $dend.CaL.Ca_o
  $dend.CaL.g = v128.load64_splat +208 $frame
  $x.8 = f64x2.div (f64x2.sub -40 $V_rest) 7
  $exp.11 = exp $x.8
  $x.9 = f64x2.div $V_rest $dend.CaL.f
  $1/exprel.2 = 1/exprel $x.9
  $dend.CaL.I_rest = f64x2.mul
    (f64x2.div $dend.CaL.g (f64x2.add 1 $exp.11))
    (f64x2.sub
      (f64x2.mul $dend.CaL.I_rest_1 $V_rest)
      (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaL.I_rest_1) $dend.CaL.f) $1/exprel.2))
  $dend.I_Ca_rest = f64x2.add $dend.CaN.I_rest $dend.CaL.I_rest
  $dend.Ca_1 = f64x2.mul (f64x2.mul $dend.CaN.g 0.25) 0.5
  $dend.Ca_2 = f64x2.mul $dend.CaL.g 0.5
  $dend.f = v128.load64_splat +216 $frame
  $dend.k_Ca = v128.load64_splat +224 $frame
  $x.10 = f64x2.mul (f64x2.mul $dend.f (f64x2.neg $dend.k_Ca)) $dt
  $exprel.4 = exprel $x.10
  $dend.Ca_3 = f64x2.mul (f64x2.mul $dt $exprel.4) $dend.f
  $p = v128.load64_splat +248 $frame
  $g_axial_1 = f64x2.sub 1 $p
  $g_c = v128.load64_splat +240 $frame
  $diameter = v128.load64_splat +256 $frame
  $L = v128.load64_splat +264 $frame
  $g_axial = f64x2.mul
    (f64x2.mul (f64x2.mul (f64x2.mul (f64x2.mul 2 $g_c) $g_axial_1) 3.141592653589793) $diameter)
    $L
  $dend.area_1 = f64x2.mul (f64x2.mul 3.141592653589793 $diameter) $L
  $dend.area = f64x2.mul $dend.area_1 $g_axial_1
  $C_m = v128.load64_splat +272 $frame
  $C_ratio = v128.load64_splat +280 $frame
  $soma.C = f64x2.mul $C_m $C_ratio
  $soma.area = f64x2.mul $dend.area_1 $p
  $x.11 = f64x2.div (f64x2.sub -35 $V_rest) 7.8
  $exp.12 = exp $x.11
  $soma.Na.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.12)
  $soma.Na.g = v128.load64_splat +288 $frame
  $x.12 = f64x2.div (f64x2.sub -55 $V_rest) -7
  $exp.13 = exp $x.12
  $soma.Na.E = v128.load64_splat +296 $frame
  $soma.Na.I_rest = f64x2.mul
    (f64x2.div
      (f64x2.mul
        $soma.Na.g
        (f64x2.mul (f64x2.mul $soma.Na.I_rest_1 $soma.Na.I_rest_1) $soma.Na.I_rest_1))
      (f64x2.add 1 $exp.13))
    (f64x2.sub $V_rest $soma.Na.E)
  $x.13 = f64x2.div (f64x2.sub -28 $V_rest) 15
  $exp.14 = exp $x.13
  $soma.K.I_rest_1 = f64x2.div 1 (f64x2.add 1 $exp.14)
  $soma.K.I_rest_2 = f64x2.mul $soma.K.I_rest_1 $soma.K.I_rest_1
  $soma.K.g = v128.load64_splat +304 $frame
  $soma.K.E = v128.load64_splat +312 $frame
  $soma.K.I_rest = f64x2.mul
    (f64x2.mul $soma.K.g (f64x2.mul $soma.K.I_rest_2 $soma.K.I_rest_2))
    (f64x2.sub $V_rest $soma.K.E)
  $soma.KCa.g = v128.load64_splat +320 $frame
  $soma.KCa.K_d = v128.load64_splat +328 $frame
  $soma.KCa.E = v128.load64_splat +336 $frame
  $soma.KCa.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $soma.KCa.g $Ca_rest) (f64x2.add $Ca_rest $soma.KCa.K_d))
    (f64x2.sub $V_rest $soma.KCa.E)
  $E_L = v128.load64_splat +352 $frame
  $V_rest_minus_E_L = f64x2.sub $V_rest $E_L
  $soma.g_L = v128.load64_splat +344 $frame
  $soma.I_hold = f64x2.add
    (f64x2.add
      (f64x2.add (f64x2.add $soma.Na.I_rest $soma.K.I_rest) $soma.KCa.I_rest)
      $soma.CaN.I_rest)
    (f64x2.mul $soma.g_L $V_rest_minus_E_L)
  $dend.KCa.g = v128.load64_splat +360 $frame
  $dend.KCa.K_d = v128.load64_splat +368 $frame
  $dend.KCa.E = v128.load64_splat +376 $frame
  $dend.KCa.I_rest = f64x2.mul
    (f64x2.div (f64x2.mul $dend.KCa.g $Ca_rest) (f64x2.add $Ca_rest $dend.KCa.K_d))
    (f64x2.sub $V_rest $dend.KCa.E)
  $dend.g_L = v128.load64_splat +384 $frame
  $dend.I_hold = f64x2.add
    (f64x2.add $dend.KCa.I_rest $dend.I_Ca_rest)
    (f64x2.mul $dend.g_L $V_rest_minus_E_L)
  $soma.v_ahead_1 = f64x2.div $dend.CaN.g $dend.CaN.Ca_o
  $soma.v_ahead_2 = f64x2.div $dend.CaL.g $dend.CaL.Ca_o
  $per_C_m = f64x2.div 1 $C_m
  $soma.v_ahead_3 = f64x2.neg $per_C_m
  $soma.v_ahead_4 = f64x2.div (f64x2.div $g_axial $C_m) $dend.area
  $soma.v_ahead_5 = f64x2.mul 0.5 $dt
  $per_soma.area = f64x2.div 1 $soma.area
  $soma.K.E_times_soma.K.g = f64x2.mul $soma.K.E $soma.K.g
  $E_L_times_soma.g_L = f64x2.mul $E_L $soma.g_L
  $per_soma.C = f64x2.div 1 $soma.C
  $soma.CaN.f_times_soma.CaN.g = f64x2.mul $soma.CaN.f $soma.CaN.g
  $soma.Na.E_times_soma.Na.g = f64x2.mul $soma.Na.E $soma.Na.g
  $soma.v_ahead_6 = f64x2.div $soma.CaN.g $soma.CaN.Ca_o
  $soma.v_ahead_7 = f64x2.neg $per_soma.C
  $soma.v_ahead_8 = f64x2.div (f64x2.div $g_axial $soma.C) $soma.area
  $soma.Na.g_per_soma.C = f64x2.div $soma.Na.g $soma.C
  $per_dend.area = f64x2.div 1 $dend.area
  $E_L_times_dend.g_L = f64x2.mul $E_L $dend.g_L
  $dend.CaL.f_times_dend.CaL.g = f64x2.mul $dend.CaL.f $dend.CaL.g
  $dend.CaN.f_times_dend.CaN.g = f64x2.mul $dend.CaN.f $dend.CaN.g
  $soma.v_ahead_11 = f64x2.mul $soma.v_ahead_5 $soma.v_ahead_8
  $soma.v_ahead_9 = f64x2.mul $soma.v_ahead_11 $dt
  $soma.v_ahead_12 = f64x2.mul $soma.v_ahead_5 $soma.v_ahead_4
  $soma.v_ahead_10 = f64x2.mul $soma.v_ahead_11 $soma.v_ahead_12
  $dend.v_ahead_1 = f64x2.mul $soma.v_ahead_12 $dt
  $soma.v_1 = f64x2.neg $soma.Na.g_per_soma.C
  $soma.v_4 = f64x2.mul $dt $soma.v_ahead_8
  $soma.v_2 = f64x2.mul $soma.v_4 $dt
  $soma.v_5 = f64x2.mul $dt $soma.v_ahead_4
  $soma.v_3 = f64x2.mul $soma.v_4 $soma.v_5
  $dend.v_1 = f64x2.mul $soma.v_5 $dt
  f64.store +392 $frame (f64x2.extract_lane 0 $soma.CaN.f)
  f64.store +400 $frame (f64x2.extract_lane 0 $soma.CaN.force_1)
  f64.store +408 $frame (f64x2.extract_lane 0 $per_soma.CaN.f)
  f64.store +416 $frame (f64x2.extract_lane 0 $dend.CaN.f)
  f64.store +424 $frame (f64x2.extract_lane 0 $dend.CaN.force_1)
  f64.store +432 $frame (f64x2.extract_lane 0 $per_dend.CaN.f)
  f64.store +440 $frame (f64x2.extract_lane 0 $dend.CaL.f)
  f64.store +448 $frame (f64x2.extract_lane 0 $dend.CaL.force_1)
  f64.store +456 $frame (f64x2.extract_lane 0 $per_dend.CaL.f)
  f64.store +464 $frame (f64x2.extract_lane 0 $exp)
  f64.store +472 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +480 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +488 $frame (f64x2.extract_lane 0 $soma.Na.h_1)
  f64.store +496 $frame (f64x2.extract_lane 0 $soma.Na.h_2)
  f64.store +504 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +512 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +520 $frame (f64x2.extract_lane 0 $exp.5)
  f64.store +528 $frame (f64x2.extract_lane 0 $soma.K.n_1)
  f64.store +536 $frame (f64x2.extract_lane 0 $soma.K.n_2)
  f64.store +544 $frame (f64x2.extract_lane 0 $exp.6)
  f64.store +552 $frame (f64x2.extract_lane 0 $soma.CaN.m_1)
  f64.store +560 $frame (f64x2.extract_lane 0 $exp.7)
  f64.store +568 $frame (f64x2.extract_lane 0 $soma.CaN.h_1)
  f64.store +576 $frame (f64x2.extract_lane 0 $exp.8)
  f64.store +584 $frame (f64x2.extract_lane 0 $dend.CaL.m_1)
  f64.store +592 $frame (f64x2.extract_lane 0 $soma.CaN.I_rest_1)
  f64.store +600 $frame (f64x2.extract_lane 0 $soma.CaN.I_rest_2)
  f64.store +608 $frame (f64x2.extract_lane 0 $soma.CaN.I_rest_3)
  f64.store +616 $frame (f64x2.extract_lane 0 $soma.CaN.I_rest_4)
  f64.store +624 $frame (f64x2.extract_lane 0 $soma.CaN.I_rest)
  f64.store +632 $frame (f64x2.extract_lane 0 $soma.Ca_1)
  f64.store +640 $frame (f64x2.extract_lane 0 $soma.Ca_2)
  f64.store +648 $frame (f64x2.extract_lane 0 $dend.CaN.I_rest_1)
  f64.store +656 $frame (f64x2.extract_lane 0 $dend.CaN.I_rest)
  f64.store +664 $frame (f64x2.extract_lane 0 $dend.CaL.I_rest_1)
  f64.store +672 $frame (f64x2.extract_lane 0 $dend.CaL.I_rest)
  f64.store +680 $frame (f64x2.extract_lane 0 $dend.I_Ca_rest)
  f64.store +688 $frame (f64x2.extract_lane 0 $dend.Ca_1)
  f64.store +696 $frame (f64x2.extract_lane 0 $dend.Ca_2)
  f64.store +704 $frame (f64x2.extract_lane 0 $dend.Ca_3)
  f64.store +712 $frame (f64x2.extract_lane 0 $g_axial_1)
  f64.store +720 $frame (f64x2.extract_lane 0 $g_axial)
  f64.store +728 $frame (f64x2.extract_lane 0 $dend.area_1)
  f64.store +736 $frame (f64x2.extract_lane 0 $dend.area)
  f64.store +744 $frame (f64x2.extract_lane 0 $soma.C)
  f64.store +752 $frame (f64x2.extract_lane 0 $soma.area)
  f64.store +760 $frame (f64x2.extract_lane 0 $soma.Na.I_rest_1)
  f64.store +768 $frame (f64x2.extract_lane 0 $soma.Na.I_rest)
  f64.store +776 $frame (f64x2.extract_lane 0 $soma.K.I_rest_1)
  f64.store +784 $frame (f64x2.extract_lane 0 $soma.K.I_rest_2)
  f64.store +792 $frame (f64x2.extract_lane 0 $soma.K.I_rest)
  f64.store +800 $frame (f64x2.extract_lane 0 $soma.KCa.I_rest)
  f64.store +808 $frame (f64x2.extract_lane 0 $V_rest_minus_E_L)
  f64.store +816 $frame (f64x2.extract_lane 0 $soma.I_hold)
  f64.store +824 $frame (f64x2.extract_lane 0 $dend.KCa.I_rest)
  f64.store +832 $frame (f64x2.extract_lane 0 $dend.I_hold)
  f64.store +840 $frame (f64x2.extract_lane 0 $soma.v_ahead_1)
  f64.store +848 $frame (f64x2.extract_lane 0 $soma.v_ahead_2)
  f64.store +856 $frame (f64x2.extract_lane 0 $per_C_m)
  f64.store +864 $frame (f64x2.extract_lane 0 $soma.v_ahead_3)
  f64.store +872 $frame (f64x2.extract_lane 0 $soma.v_ahead_4)
  f64.store +880 $frame (f64x2.extract_lane 0 $soma.v_ahead_5)
  f64.store +888 $frame (f64x2.extract_lane 0 $per_soma.area)
  f64.store +896 $frame (f64x2.extract_lane 0 $soma.K.E_times_soma.K.g)
  f64.store +904 $frame (f64x2.extract_lane 0 $E_L_times_soma.g_L)
  f64.store +912 $frame (f64x2.extract_lane 0 $per_soma.C)
  f64.store +920 $frame (f64x2.extract_lane 0 $soma.CaN.f_times_soma.CaN.g)
  f64.store +928 $frame (f64x2.extract_lane 0 $soma.Na.E_times_soma.Na.g)
  f64.store +936 $frame (f64x2.extract_lane 0 $soma.v_ahead_6)
  f64.store +944 $frame (f64x2.extract_lane 0 $soma.v_ahead_7)
  f64.store +952 $frame (f64x2.extract_lane 0 $soma.v_ahead_8)
  f64.store +960 $frame (f64x2.extract_lane 0 $soma.Na.g_per_soma.C)
  f64.store +968 $frame (f64x2.extract_lane 0 $per_dend.area)
  f64.store +976 $frame (f64x2.extract_lane 0 $E_L_times_dend.g_L)
  f64.store +984 $frame (f64x2.extract_lane 0 $dend.CaL.f_times_dend.CaL.g)
  f64.store +992 $frame (f64x2.extract_lane 0 $dend.CaN.f_times_dend.CaN.g)
  f64.store +1000 $frame (f64x2.extract_lane 0 $soma.v_ahead_11)
  f64.store +1008 $frame (f64x2.extract_lane 0 $soma.v_ahead_9)
  f64.store +1016 $frame (f64x2.extract_lane 0 $soma.v_ahead_12)
  f64.store +1024 $frame (f64x2.extract_lane 0 $soma.v_ahead_10)
  f64.store +1032 $frame (f64x2.extract_lane 0 $dend.v_ahead_1)
  f64.store +1040 $frame (f64x2.extract_lane 0 $soma.v_1)
  f64.store +1048 $frame (f64x2.extract_lane 0 $soma.v_4)
  f64.store +1056 $frame (f64x2.extract_lane 0 $soma.v_2)
  f64.store +1064 $frame (f64x2.extract_lane 0 $soma.v_5)
  f64.store +1072 $frame (f64x2.extract_lane 0 $soma.v_3)
  f64.store +1080 $frame (f64x2.extract_lane 0 $dend.v_1)

;; BoothRinzelKiehn · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  soma.v mV, soma.Ca mM, dend.Ca mM, dend.v mV, not_refractory boolean, lastspike integer, soma.Na.h 1, soma.K.n 1, soma.CaN.m 1, soma.CaN.h 1, dend.CaN.m 1, dend.CaN.h 1, dend.CaL.m 1, soma.I pA, soma.V_ext mV, dend.I pA, dend.V_ext mV
  ;; shared  soma.CaN.T kelvin, soma.CaN.Ca_o mM, dend.CaN.T kelvin, dend.CaN.Ca_o mM, dend.CaL.T kelvin, dend.CaL.Ca_o mM, V_th mV, t_ref ms, soma.CaN.g mS/cm^2, V_rest mV, Ca_rest mM, soma.f 1, soma.k_Ca 1/ms, soma.alpha mM*cm^2/mA/ms, dend.CaN.g mS/cm^2, dend.CaL.g mS/cm^2, dend.f 1, dend.k_Ca 1/ms, dend.alpha mM*cm^2/mA/ms, g_c mS/cm^2, p 1, diameter um, L um, C_m uF/cm^2, C_ratio 1, soma.Na.g mS/cm^2, soma.Na.E mV, soma.K.g mS/cm^2, soma.K.E mV, soma.KCa.g mS/cm^2, soma.KCa.K_d uM, soma.KCa.E mV, soma.g_L mS/cm^2, E_L mV, dend.KCa.g mS/cm^2, dend.KCa.K_d uM, dend.KCa.E mV, dend.g_L mS/cm^2
  $soma.CaN.force_1 = v128.load64_splat +400 $frame
  $per_soma.CaN.f = v128.load64_splat +408 $frame
  $soma.CaN.f = v128.load64_splat +392 $frame
  $dend.CaN.force_1 = v128.load64_splat +424 $frame
  $per_dend.CaN.f = v128.load64_splat +432 $frame
  $dend.CaN.f = v128.load64_splat +416 $frame
  $dend.CaL.force_1 = v128.load64_splat +448 $frame
  $per_dend.CaL.f = v128.load64_splat +456 $frame
  $dend.CaL.f = v128.load64_splat +440 $frame
  $V_th = v128.load64_splat +136 $frame
  $t = f64.mul (f64.convert_i32_s $step) (f64.load $frame)
  $t.1 = f64x2.splat $t
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $t_ref = v128.load64_splat +144 $frame
  $soma.Na.tau_h_1 = v128.load64_splat +464 $frame
  $soma.Na.tau_h_2 = v128.load64_splat +472 $frame
  $soma.Na.h_inf_1 = v128.load64_splat +480 $frame
  $soma.Na.h_2 = v128.load64_splat +496 $frame
  $soma.Na.h_1 = v128.load64_splat +488 $frame
  $soma.K.tau_n_1 = v128.load64_splat +504 $frame
  $soma.K.tau_n_2 = v128.load64_splat +512 $frame
  $soma.K.n_inf_1 = v128.load64_splat +520 $frame
  $soma.K.n_2 = v128.load64_splat +536 $frame
  $soma.K.n_1 = v128.load64_splat +528 $frame
  $soma.CaN.m_inf_1 = v128.load64_splat +544 $frame
  $soma.CaN.m_1 = v128.load64_splat +552 $frame
  $soma.CaN.h_inf_1 = v128.load64_splat +560 $frame
  $soma.CaN.h_1 = v128.load64_splat +568 $frame
  $dend.CaL.m_inf_1 = v128.load64_splat +576 $frame
  $dend.CaL.m_1 = v128.load64_splat +584 $frame
  $soma.Ca_2 = v128.load64_splat +640 $frame
  $soma.alpha = v128.load64_splat +192 $frame
  $soma.CaN.I_rest = v128.load64_splat +624 $frame
  $soma.Ca_1 = v128.load64_splat +632 $frame
  $soma.k_Ca = v128.load64_splat +184 $frame
  $Ca_rest = v128.load64_splat +168 $frame
  $dend.Ca_3 = v128.load64_splat +704 $frame
  $dend.alpha = v128.load64_splat +232 $frame
  $dend.I_Ca_rest = v128.load64_splat +680 $frame
  $dend.Ca_1 = v128.load64_splat +688 $frame
  $dend.Ca_2 = v128.load64_splat +696 $frame
  $dend.k_Ca = v128.load64_splat +224 $frame
  $dend.KCa.g = v128.load64_splat +360 $frame
  $dend.KCa.K_d = v128.load64_splat +368 $frame
  $soma.v_ahead_1 = v128.load64_splat +840 $frame
  $soma.v_ahead_2 = v128.load64_splat +848 $frame
  $dend.g_L = v128.load64_splat +384 $frame
  $soma.v_ahead_3 = v128.load64_splat +864 $frame
  $soma.v_ahead_4 = v128.load64_splat +872 $frame
  $soma.v_ahead_5 = v128.load64_splat +880 $frame
  $soma.KCa.g = v128.load64_splat +320 $frame
  $soma.KCa.K_d = v128.load64_splat +328 $frame
  $soma.I_hold = v128.load64_splat +816 $frame
  $per_soma.area = v128.load64_splat +888 $frame
  $soma.g_L = v128.load64_splat +344 $frame
  $soma.K.E_times_soma.K.g = v128.load64_splat +896 $frame
  $soma.KCa.E = v128.load64_splat +336 $frame
  $E_L_times_soma.g_L = v128.load64_splat +904 $frame
  $per_soma.C = v128.load64_splat +912 $frame
  $soma.CaN.f_times_soma.CaN.g = v128.load64_splat +920 $frame
  $soma.Na.E_times_soma.Na.g = v128.load64_splat +928 $frame
  $soma.K.g = v128.load64_splat +304 $frame
  $soma.v_ahead_6 = v128.load64_splat +936 $frame
  $soma.v_ahead_7 = v128.load64_splat +944 $frame
  $soma.v_ahead_8 = v128.load64_splat +952 $frame
  $soma.Na.g_per_soma.C = v128.load64_splat +960 $frame
  $dend.I_hold = v128.load64_splat +832 $frame
  $per_dend.area = v128.load64_splat +968 $frame
  $dend.KCa.E = v128.load64_splat +376 $frame
  $E_L_times_dend.g_L = v128.load64_splat +976 $frame
  $per_C_m = v128.load64_splat +856 $frame
  $dend.CaL.f_times_dend.CaL.g = v128.load64_splat +984 $frame
  $dend.CaN.f_times_dend.CaN.g = v128.load64_splat +992 $frame
  $soma.v_ahead_10 = v128.load64_splat +1024 $frame
  $soma.v_ahead_9 = v128.load64_splat +1008 $frame
  $dend.v_ahead_1 = v128.load64_splat +1032 $frame
  $soma.v_1 = v128.load64_splat +1040 $frame
  $soma.v_3 = v128.load64_splat +1072 $frame
  $soma.v_2 = v128.load64_splat +1056 $frame
  $dend.v_1 = v128.load64_splat +1080 $frame
  $soma.v@ = i32.load +20 $frame
  $soma.Ca@ = i32.load +24 $frame
  $dend.Ca@ = i32.load +28 $frame
  $dend.v@ = i32.load +32 $frame
  $not_refractory@ = i32.load +36 $frame
  $lastspike@ = i32.load +40 $frame
  $soma.Na.h@ = i32.load +44 $frame
  $soma.K.n@ = i32.load +48 $frame
  $soma.CaN.m@ = i32.load +52 $frame
  $soma.CaN.h@ = i32.load +56 $frame
  $dend.CaN.m@ = i32.load +60 $frame
  $dend.CaN.h@ = i32.load +64 $frame
  $dend.CaL.m@ = i32.load +68 $frame
  $soma.I@ = i32.load +72 $frame
  $soma.V_ext@ = i32.load +76 $frame
  $dend.I@ = i32.load +80 $frame
  $dend.V_ext@ = i32.load +84 $frame
  $spike.count = i32.load $spike
  $i = $first
  $offset8 = i32.shl $first 3
  $offset4 = i32.shl $first 2
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $soma.v = v128.load (i32.add $soma.v@ $offset8)
          $x = f64x2.mul 0.009523809523809523 $soma.v
          $exp = exp $x
          $soma.Na.tau_h_4 = f64x2.mul (f64x2.mul $exp $exp) $exp
          $soma.Na.tau_h_5 = f64x2.mul $soma.Na.tau_h_4 $soma.Na.tau_h_4
          $soma.Na.tau_h_6 = f64x2.mul $soma.Na.tau_h_5 $exp
          $x.1 = f64x2.mul -0.0025 $soma.v
          $exp.1 = exp $x.1
          $soma.Na.tau_h_8 = f64x2.mul $exp.1 $exp.1
          $soma.Na.tau_h_9 = f64x2.mul $soma.Na.tau_h_8 $soma.Na.tau_h_8
          $soma.Na.tau_h_10 = f64x2.mul $soma.Na.tau_h_9 $soma.Na.tau_h_9
          $soma.Na.tau_h_11 = f64x2.mul
            (f64x2.mul $soma.Na.tau_h_10 $soma.Na.tau_h_8)
            $soma.Na.tau_h_8
          $soma.Na.tau_h_12 = f64x2.add
            (f64x2.mul $soma.Na.tau_h_1 $soma.Na.tau_h_6)
            (f64x2.mul
              $soma.Na.tau_h_2
              (f64x2.mul (f64x2.mul $soma.Na.tau_h_11 $soma.Na.tau_h_11) $exp.1))
          $soma.Na.h_inf_2 = f64x2.mul (f64x2.mul $soma.Na.tau_h_6 $soma.Na.tau_h_6) $exp
          $soma.Na.h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $soma.Na.h_inf_1 $soma.Na.h_inf_2))
          $soma.Na.h = v128.load (i32.add $soma.Na.h@ $offset8)
          $x.2 = f64x2.mul $soma.Na.h_1 $soma.Na.tau_h_12
          $exprel = exprel $x.2
          $soma.Na.h_new = f64x2.add
            $soma.Na.h
            (f64x2.mul
              $soma.Na.h_2
              (f64x2.mul
                $exprel
                (f64x2.mul (f64x2.sub $soma.Na.h_inf $soma.Na.h) $soma.Na.tau_h_12)))
          $soma.K.tau_n_3 = f64x2.div 1 $exp.1
          $soma.K.tau_n_4 = f64x2.mul $soma.K.tau_n_3 $soma.K.tau_n_3
          $soma.K.tau_n_5 = f64x2.mul (f64x2.mul $soma.K.tau_n_4 $soma.K.tau_n_4) $soma.K.tau_n_3
          $soma.K.tau_n_6 = f64x2.add
            (f64x2.mul $soma.K.tau_n_1 (f64x2.mul $soma.K.tau_n_5 $soma.K.tau_n_5))
            (f64x2.mul $soma.K.tau_n_2 $soma.Na.tau_h_10)
          $soma.K.n_inf_2 = f64x2.pmin $soma.Na.tau_h_6 1e+30
          $soma.K.n_inf = f64x2.div $soma.K.n_inf_2 (f64x2.add $soma.K.n_inf_2 $soma.K.n_inf_1)
          $soma.K.n = v128.load (i32.add $soma.K.n@ $offset8)
          $x.3 = f64x2.mul $soma.K.n_1 $soma.K.tau_n_6
          $exprel.1 = exprel $x.3
          $soma.K.n_new = f64x2.add
            $soma.K.n
            (f64x2.mul
              $soma.K.n_2
              (f64x2.mul $exprel.1 (f64x2.mul (f64x2.sub $soma.K.n_inf $soma.K.n) $soma.K.tau_n_6)))
          $soma.K.n = $soma.K.n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store (i32.add $soma.K.n@ $offset8) $soma.K.n
          $soma.Na.h = $soma.Na.h_new
          v128.store (i32.add $soma.Na.h@ $offset8) $soma.Na.h
          $x.4 = f64x2.mul (f64x2.sub -35 $soma.v) 0.12820512820512822
          $exp.2 = exp $x.4
          $soma.Na.m = f64x2.div 1 (f64x2.add 1 $exp.2)
          $soma.Ca = v128.load (i32.add $soma.Ca@ $offset8)
          $soma.CaN.force_3 = f64x2.mul $soma.Ca $soma.CaN.force_1
          $x.5 = f64x2.mul $soma.v $per_soma.CaN.f
          $1/exprel = 1/exprel $x.5
          $soma.CaN.force = f64x2.sub
            (f64x2.mul $soma.CaN.force_3 $soma.v)
            (f64x2.mul (f64x2.mul (f64x2.sub 1 $soma.CaN.force_3) $soma.CaN.f) $1/exprel)
          $dend.Ca = v128.load (i32.add $dend.Ca@ $offset8)
          $dend.CaN.force_3 = f64x2.mul $dend.Ca $dend.CaN.force_1
          $dend.v = v128.load (i32.add $dend.v@ $offset8)
          $x.6 = f64x2.mul $dend.v $per_dend.CaN.f
          $1/exprel.1 = 1/exprel $x.6
          $dend.CaN.force = f64x2.sub
            (f64x2.mul $dend.CaN.force_3 $dend.v)
            (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaN.force_3) $dend.CaN.f) $1/exprel.1)
          $dend.CaL.force_3 = f64x2.mul $dend.Ca $dend.CaL.force_1
          $x.7 = f64x2.mul $dend.v $per_dend.CaL.f
          $1/exprel.2 = 1/exprel $x.7
          $dend.CaL.force = f64x2.sub
            (f64x2.mul $dend.CaL.force_3 $dend.v)
            (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaL.force_3) $dend.CaL.f) $1/exprel.2)
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero (i32.add $not_refractory@ $offset4)))
          $lastspike = v128.load64_zero (i32.add $lastspike@ $offset4)
          $free = v128.or
            $not_refractory
            (v128.not
              (v128.or
                (f64x2.gt $soma.v $V_th)
                (f64x2.lt
                  (f64x2.sub
                    $t.1
                    (f64x2.sub
                      $t.1
                      (f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $lastspike)) $dt)))
                  $t_ref)))
          $not_refractory = $free
          $soma.CaN.m_inf_2 = f64x2.mul $soma.Na.h_inf_2 $soma.Na.tau_h_5
          $soma.CaN.m_inf_3 = f64x2.pmin $soma.CaN.m_inf_2 1e+30
          $soma.CaN.m_inf = f64x2.div
            $soma.CaN.m_inf_3
            (f64x2.add $soma.CaN.m_inf_3 $soma.CaN.m_inf_1)
          $soma.CaN.m = v128.load (i32.add $soma.CaN.m@ $offset8)
          $soma.CaN.m_new = f64x2.add
            $soma.CaN.m
            (f64x2.mul $soma.CaN.m_1 (f64x2.sub $soma.CaN.m_inf $soma.CaN.m))
          $soma.CaN.h_inf = f64x2.div
            1
            (f64x2.add 1 (f64x2.mul $soma.CaN.h_inf_1 $soma.CaN.m_inf_2))
          $soma.CaN.h = v128.load (i32.add $soma.CaN.h@ $offset8)
          $soma.CaN.h_new = f64x2.add
            $soma.CaN.h
            (f64x2.mul $soma.CaN.h_1 (f64x2.sub $soma.CaN.h_inf $soma.CaN.h))
          $x.8 = f64x2.mul -0.02857142857142857 $dend.v
          $exp.3 = exp $x.8
          $dend.CaN.m_inf_2 = f64x2.mul $exp.3 $exp.3
          $dend.CaN.m_inf_3 = f64x2.mul (f64x2.mul $dend.CaN.m_inf_2 $dend.CaN.m_inf_2) $exp.3
          $dend.CaN.m_inf_4 = f64x2.mul $dend.CaN.m_inf_3 $dend.CaN.m_inf_2
          $dend.CaN.m_inf = f64x2.div
            1
            (f64x2.add 1 (f64x2.mul $soma.CaN.m_inf_1 $dend.CaN.m_inf_4))
          $dend.CaN.m = v128.load (i32.add $dend.CaN.m@ $offset8)
          $dend.CaN.m_new = f64x2.add
            $dend.CaN.m
            (f64x2.mul $soma.CaN.m_1 (f64x2.sub $dend.CaN.m_inf $dend.CaN.m))
          $dend.CaN.h_inf_1 = f64x2.pmin $dend.CaN.m_inf_4 1e+30
          $dend.CaN.h_inf = f64x2.div
            $dend.CaN.h_inf_1
            (f64x2.add $dend.CaN.h_inf_1 $soma.CaN.h_inf_1)
          $dend.CaN.h = v128.load (i32.add $dend.CaN.h@ $offset8)
          $dend.CaN.h_new = f64x2.add
            $dend.CaN.h
            (f64x2.mul $soma.CaN.h_1 (f64x2.sub $dend.CaN.h_inf $dend.CaN.h))
          $dend.CaL.m_inf = f64x2.div
            1
            (f64x2.add 1 (f64x2.mul $dend.CaL.m_inf_1 $dend.CaN.m_inf_3))
          $dend.CaL.m = v128.load (i32.add $dend.CaL.m@ $offset8)
          $dend.CaL.m_new = f64x2.add
            $dend.CaL.m
            (f64x2.mul $dend.CaL.m_1 (f64x2.sub $dend.CaL.m_inf $dend.CaL.m))
          $soma.Ca_3 = f64x2.add $soma.CaN.m $soma.CaN.m_new
          $soma.CaN.m = $soma.CaN.m_new
          v128.store (i32.add $soma.CaN.m@ $offset8) $soma.CaN.m
          $soma.Ca_new = f64x2.add
            $soma.Ca
            (f64x2.mul
              $soma.Ca_2
              (f64x2.sub
                (f64x2.mul
                  $soma.alpha
                  (f64x2.add
                    (f64x2.pmax
                      (f64x2.sub
                        $soma.CaN.I_rest
                        (f64x2.mul
                          (f64x2.mul
                            $soma.Ca_1
                            (f64x2.mul
                              (f64x2.mul $soma.Ca_3 $soma.Ca_3)
                              (f64x2.add $soma.CaN.h $soma.CaN.h_new)))
                          $soma.CaN.force))
                      0)
                    0))
                (f64x2.mul $soma.k_Ca (f64x2.sub $soma.Ca $Ca_rest))))
          $soma.CaN.h = $soma.CaN.h_new
          v128.store (i32.add $soma.CaN.h@ $offset8) $soma.CaN.h
          $dend.Ca_4 = f64x2.add $dend.CaN.m $dend.CaN.m_new
          $dend.CaN.m = $dend.CaN.m_new
          v128.store (i32.add $dend.CaN.m@ $offset8) $dend.CaN.m
          $dend.Ca_new = f64x2.add
            $dend.Ca
            (f64x2.mul
              $dend.Ca_3
              (f64x2.sub
                (f64x2.mul
                  $dend.alpha
                  (f64x2.add
                    (f64x2.pmax
                      (f64x2.sub
                        $dend.I_Ca_rest
                        (f64x2.add
                          (f64x2.mul
                            (f64x2.mul
                              $dend.Ca_1
                              (f64x2.mul
                                (f64x2.mul $dend.Ca_4 $dend.Ca_4)
                                (f64x2.add $dend.CaN.h $dend.CaN.h_new)))
                            $dend.CaN.force)
                          (f64x2.mul
                            (f64x2.mul $dend.Ca_2 (f64x2.add $dend.CaL.m $dend.CaL.m_new))
                            $dend.CaL.force)))
                      0)
                    0))
                (f64x2.mul $dend.k_Ca (f64x2.sub $dend.Ca $Ca_rest))))
          $dend.CaL.m = $dend.CaL.m_new
          v128.store (i32.add $dend.CaL.m@ $offset8) $dend.CaL.m
          $dend.CaN.h = $dend.CaN.h_new
          v128.store (i32.add $dend.CaN.h@ $offset8) $dend.CaN.h
          $soma.v_ahead_13 = f64x2.div
            (f64x2.mul $dend.KCa.g $dend.Ca_new)
            (f64x2.add $dend.Ca_new $dend.KCa.K_d)
          $dend.Ca = $dend.Ca_new
          v128.store (i32.add $dend.Ca@ $offset8) $dend.Ca
          $soma.v_ahead_14 = f64x2.mul (f64x2.mul $dend.CaN.m_new $dend.CaN.m_new) $dend.CaN.h_new
          $soma.v_ahead_15 = f64x2.sub
            (f64x2.mul
              (f64x2.add
                (f64x2.add
                  $soma.v_ahead_13
                  (f64x2.add
                    (f64x2.mul $soma.v_ahead_1 (f64x2.mul $soma.v_ahead_14 $dend.Ca_new))
                    (f64x2.mul $soma.v_ahead_2 (f64x2.mul $dend.CaL.m_new $dend.Ca_new))))
                $dend.g_L)
              $soma.v_ahead_3)
            $soma.v_ahead_4
          $soma.v_ahead_16 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_15)
          $soma.v_ahead_17 = f64x2.mul $soma.K.n_new $soma.K.n_new
          $soma.v_ahead_18 = f64x2.mul $soma.v_ahead_17 $soma.v_ahead_17
          $soma.v_ahead_19 = f64x2.div
            (f64x2.mul $soma.KCa.g $soma.Ca_new)
            (f64x2.add $soma.Ca_new $soma.KCa.K_d)
          $soma.Ca = $soma.Ca_new
          v128.store (i32.add $soma.Ca@ $offset8) $soma.Ca
          $soma.I = v128.load (i32.add $soma.I@ $offset8)
          $soma.V_ext = v128.load (i32.add $soma.V_ext@ $offset8)
          $soma.v_ahead_20 = f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.add
                    (f64x2.add $soma.I_hold (f64x2.mul $soma.I $per_soma.area))
                    (f64x2.mul $soma.g_L $soma.V_ext))
                  (f64x2.mul $soma.K.E_times_soma.K.g $soma.v_ahead_18))
                (f64x2.mul $soma.KCa.E $soma.v_ahead_19))
              $E_L_times_soma.g_L)
            $per_soma.C
          $soma.v_ahead_21 = f64x2.sub 1 (f64x2.mul $soma.Ca_new $soma.CaN.force_1)
          $soma.v_ahead_22 = f64x2.mul (f64x2.mul $soma.CaN.m_new $soma.CaN.m_new) $soma.CaN.h_new
          $soma.v_ahead_23 = f64x2.mul
            (f64x2.mul (f64x2.mul $soma.Na.m $soma.Na.m) $soma.Na.m)
            $soma.Na.h_new
          $soma.v_ahead_24 = f64x2.mul
            (f64x2.add
              (f64x2.mul
                $soma.CaN.f_times_soma.CaN.g
                (f64x2.mul (f64x2.mul $soma.v_ahead_21 $1/exprel) $soma.v_ahead_22))
              (f64x2.mul $soma.Na.E_times_soma.Na.g $soma.v_ahead_23))
            $per_soma.C
          $soma.v_ahead_25 = f64x2.sub
            (f64x2.mul
              (f64x2.add
                (f64x2.add
                  (f64x2.add (f64x2.mul $soma.K.g $soma.v_ahead_18) $soma.v_ahead_19)
                  (f64x2.mul $soma.v_ahead_6 (f64x2.mul $soma.v_ahead_22 $soma.Ca_new)))
                $soma.g_L)
              $soma.v_ahead_7)
            $soma.v_ahead_8
          $soma.v_ahead_26 = f64x2.sub
            $soma.v_ahead_25
            (f64x2.mul $soma.Na.g_per_soma.C $soma.v_ahead_23)
          $soma.v_ahead_27 = f64x2.mul $soma.v_ahead_8 $dend.v
          $soma.v_ahead_28 = f64x2.add
            (f64x2.add
              (f64x2.add $soma.v_ahead_20 $soma.v_ahead_24)
              (f64x2.mul $soma.v_ahead_26 $soma.v))
            $soma.v_ahead_27
          $dend.I = v128.load (i32.add $dend.I@ $offset8)
          $dend.V_ext = v128.load (i32.add $dend.V_ext@ $offset8)
          $soma.v_ahead_29 = f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.add $dend.I_hold (f64x2.mul $dend.I $per_dend.area))
                  (f64x2.mul $dend.g_L $dend.V_ext))
                (f64x2.mul $dend.KCa.E $soma.v_ahead_13))
              $E_L_times_dend.g_L)
            $per_C_m
          $soma.v_ahead_30 = f64x2.sub 1 (f64x2.mul $dend.Ca_new $dend.CaL.force_1)
          $soma.v_ahead_31 = f64x2.sub 1 (f64x2.mul $dend.Ca_new $dend.CaN.force_1)
          $soma.v_ahead_32 = f64x2.mul
            (f64x2.add
              (f64x2.mul
                $dend.CaL.f_times_dend.CaL.g
                (f64x2.mul (f64x2.mul $soma.v_ahead_30 $1/exprel.2) $dend.CaL.m_new))
              (f64x2.mul
                $dend.CaN.f_times_dend.CaN.g
                (f64x2.mul (f64x2.mul $soma.v_ahead_31 $1/exprel.1) $soma.v_ahead_14)))
            $per_C_m
          $soma.v_ahead_33 = f64x2.mul $soma.v_ahead_15 $dend.v
          $soma.v_ahead_34 = f64x2.mul $soma.v_ahead_4 $soma.v
          $soma.v_ahead_35 = f64x2.add
            (f64x2.add (f64x2.add $soma.v_ahead_29 $soma.v_ahead_32) $soma.v_ahead_33)
            $soma.v_ahead_34
          $soma.v_ahead_36 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_26)
          $soma.v_ahead_37 = f64x2.div
            1
            (f64x2.sub (f64x2.mul $soma.v_ahead_36 $soma.v_ahead_16) $soma.v_ahead_10)
          $soma.v_ahead = f64x2.add
            $soma.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_ahead_16 (f64x2.mul $dt $soma.v_ahead_28))
                (f64x2.mul $soma.v_ahead_9 $soma.v_ahead_35))
              $soma.v_ahead_37)
          $x.9 = f64x2.mul (f64x2.sub -35 $soma.v_ahead) 0.12820512820512822
          $exp.4 = exp $x.9
          $soma.Na.m_ahead = f64x2.div 1 (f64x2.add 1 $exp.4)
          $dend.v_ahead = f64x2.add
            $dend.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_ahead_36 (f64x2.mul $dt $soma.v_ahead_35))
                (f64x2.mul $dend.v_ahead_1 $soma.v_ahead_28))
              $soma.v_ahead_37)
          $soma.v_6 = f64x2.mul $dt (f64x2.add $soma.v_ahead_15 $soma.v_ahead_4)
          $soma.v_7 = f64x2.sub 6 $soma.v_6
          $soma.v_8 = f64x2.sub 3 $soma.v_6
          $soma.v_9 = f64x2.sub $soma.v_7 (f64x2.mul (f64x2.mul $dt $soma.v_8) $soma.v_ahead_15)
          $soma.v_10 = f64x2.mul
            (f64x2.mul (f64x2.mul $soma.Na.m_ahead $soma.Na.m_ahead) $soma.Na.m_ahead)
            $soma.Na.h_new
          $soma.v_11 = f64x2.add
            $soma.v_ahead_25
            (f64x2.mul
              0.5
              (f64x2.sub
                (f64x2.mul $soma.v_1 $soma.v_ahead_23)
                (f64x2.mul $soma.Na.g_per_soma.C $soma.v_10)))
          $soma.v_12 = f64x2.mul $dt (f64x2.add $soma.v_11 $soma.v_ahead_8)
          $soma.v_13 = f64x2.sub 6 $soma.v_12
          $x.10 = f64x2.mul $soma.v_ahead $per_soma.CaN.f
          $1/exprel.3 = 1/exprel $x.10
          $soma.v_14 = f64x2.add
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_20
                (f64x2.mul
                  0.5
                  (f64x2.add
                    $soma.v_ahead_24
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          $soma.CaN.f_times_soma.CaN.g
                          (f64x2.mul (f64x2.mul $soma.v_ahead_21 $1/exprel.3) $soma.v_ahead_22))
                        (f64x2.mul $soma.Na.E_times_soma.Na.g $soma.v_10))
                      $per_soma.C))))
              (f64x2.mul $soma.v_11 $soma.v))
            $soma.v_ahead_27
          $soma.v_15 = f64x2.sub 3 $soma.v_12
          $x.11 = f64x2.mul $dend.v_ahead $per_dend.CaL.f
          $1/exprel.4 = 1/exprel $x.11
          $x.12 = f64x2.mul $dend.v_ahead $per_dend.CaN.f
          $1/exprel.5 = 1/exprel $x.12
          $soma.v_16 = f64x2.add
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_29
                (f64x2.mul
                  0.5
                  (f64x2.add
                    $soma.v_ahead_32
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          $dend.CaL.f_times_dend.CaL.g
                          (f64x2.mul (f64x2.mul $soma.v_ahead_30 $1/exprel.4) $dend.CaL.m_new))
                        (f64x2.mul
                          $dend.CaN.f_times_dend.CaN.g
                          (f64x2.mul (f64x2.mul $soma.v_ahead_31 $1/exprel.5) $soma.v_ahead_14)))
                      $per_C_m))))
              $soma.v_ahead_33)
            $soma.v_ahead_34
          $soma.v_17 = f64x2.sub $soma.v_13 (f64x2.mul (f64x2.mul $dt $soma.v_15) $soma.v_11)
          $soma.v_18 = f64x2.div
            1
            (f64x2.sub
              (f64x2.mul $soma.v_17 $soma.v_9)
              (f64x2.mul $soma.v_3 (f64x2.mul $soma.v_15 $soma.v_8)))
          $soma.v_new = f64x2.add
            $soma.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_9 (f64x2.mul $soma.v_13 (f64x2.mul $dt $soma.v_14)))
                (f64x2.mul $soma.v_2 (f64x2.mul $soma.v_15 (f64x2.mul $soma.v_7 $soma.v_16))))
              $soma.v_18)
          $dend.v_new = f64x2.add
            $dend.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_17 (f64x2.mul $soma.v_7 (f64x2.mul $dt $soma.v_16)))
                (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_8 (f64x2.mul $soma.v_13 $soma.v_14))))
              $soma.v_18)
          $dend.v = $dend.v_new
          v128.store (i32.add $dend.v@ $offset8) $dend.v
          $taking = v128.and $free (f64x2.gt $soma.v_new $V_th)
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
            v128.store64_lane lane=0 (i32.add $lastspike@ $offset4) $lastspike
            $not_refractory = v128.bitselect (f64x2.ne 0 0) $not_refractory $taking
          $soma.v = $soma.v_new
          v128.store (i32.add $soma.v@ $offset8) $soma.v
          $mask = $not_refractory
          v128.store64_lane lane=0
            (i32.add $not_refractory@ $offset4)
            (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
          br @vector
        $soma.v.1 = v128.load (i32.add $soma.v@ $offset8)
        $x.13 = f64x2.mul 0.009523809523809523 $soma.v.1
        $exp.5 = exp $x.13
        $soma.Na.tau_h_4.1 = f64x2.mul (f64x2.mul $exp.5 $exp.5) $exp.5
        $soma.Na.tau_h_5.1 = f64x2.mul $soma.Na.tau_h_4.1 $soma.Na.tau_h_4.1
        $soma.Na.tau_h_6.1 = f64x2.mul $soma.Na.tau_h_5.1 $exp.5
        $x.14 = f64x2.mul -0.0025 $soma.v.1
        $exp.6 = exp $x.14
        $soma.Na.tau_h_8.1 = f64x2.mul $exp.6 $exp.6
        $soma.Na.tau_h_9.1 = f64x2.mul $soma.Na.tau_h_8.1 $soma.Na.tau_h_8.1
        $soma.Na.tau_h_10.1 = f64x2.mul $soma.Na.tau_h_9.1 $soma.Na.tau_h_9.1
        $soma.Na.tau_h_11.1 = f64x2.mul
          (f64x2.mul $soma.Na.tau_h_10.1 $soma.Na.tau_h_8.1)
          $soma.Na.tau_h_8.1
        $soma.Na.tau_h_12.1 = f64x2.add
          (f64x2.mul $soma.Na.tau_h_1 $soma.Na.tau_h_6.1)
          (f64x2.mul
            $soma.Na.tau_h_2
            (f64x2.mul (f64x2.mul $soma.Na.tau_h_11.1 $soma.Na.tau_h_11.1) $exp.6))
        $soma.Na.h_inf_2.1 = f64x2.mul (f64x2.mul $soma.Na.tau_h_6.1 $soma.Na.tau_h_6.1) $exp.5
        $soma.Na.h_inf.1 = f64x2.div 1 (f64x2.add 1 (f64x2.mul $soma.Na.h_inf_1 $soma.Na.h_inf_2.1))
        $soma.Na.h.1 = v128.load (i32.add $soma.Na.h@ $offset8)
        $x.15 = f64x2.mul $soma.Na.h_1 $soma.Na.tau_h_12.1
        $exprel.2 = exprel $x.15
        $soma.Na.h_new.1 = f64x2.add
          $soma.Na.h.1
          (f64x2.mul
            $soma.Na.h_2
            (f64x2.mul
              $exprel.2
              (f64x2.mul (f64x2.sub $soma.Na.h_inf.1 $soma.Na.h.1) $soma.Na.tau_h_12.1)))
        $soma.K.tau_n_3.1 = f64x2.div 1 $exp.6
        $soma.K.tau_n_4.1 = f64x2.mul $soma.K.tau_n_3.1 $soma.K.tau_n_3.1
        $soma.K.tau_n_5.1 = f64x2.mul
          (f64x2.mul $soma.K.tau_n_4.1 $soma.K.tau_n_4.1)
          $soma.K.tau_n_3.1
        $soma.K.tau_n_6.1 = f64x2.add
          (f64x2.mul $soma.K.tau_n_1 (f64x2.mul $soma.K.tau_n_5.1 $soma.K.tau_n_5.1))
          (f64x2.mul $soma.K.tau_n_2 $soma.Na.tau_h_10.1)
        $soma.K.n_inf_2.1 = f64x2.pmin $soma.Na.tau_h_6.1 1e+30
        $soma.K.n_inf.1 = f64x2.div $soma.K.n_inf_2.1 (f64x2.add $soma.K.n_inf_2.1 $soma.K.n_inf_1)
        $soma.K.n.1 = v128.load (i32.add $soma.K.n@ $offset8)
        $x.16 = f64x2.mul $soma.K.n_1 $soma.K.tau_n_6.1
        $exprel.3 = exprel $x.16
        $soma.K.n_new.1 = f64x2.add
          $soma.K.n.1
          (f64x2.mul
            $soma.K.n_2
            (f64x2.mul
              $exprel.3
              (f64x2.mul (f64x2.sub $soma.K.n_inf.1 $soma.K.n.1) $soma.K.tau_n_6.1)))
        $soma.K.n.1 = $soma.K.n_new.1
        $soma.Na.h.1 = $soma.Na.h_new.1
        $x.17 = f64x2.mul (f64x2.sub -35 $soma.v.1) 0.12820512820512822
        $exp.7 = exp $x.17
        $soma.Na.m.1 = f64x2.div 1 (f64x2.add 1 $exp.7)
        $soma.Ca.1 = v128.load (i32.add $soma.Ca@ $offset8)
        $soma.CaN.force_3.1 = f64x2.mul $soma.Ca.1 $soma.CaN.force_1
        $x.18 = f64x2.mul $soma.v.1 $per_soma.CaN.f
        $1/exprel.6 = 1/exprel $x.18
        $soma.CaN.force.1 = f64x2.sub
          (f64x2.mul $soma.CaN.force_3.1 $soma.v.1)
          (f64x2.mul (f64x2.mul (f64x2.sub 1 $soma.CaN.force_3.1) $soma.CaN.f) $1/exprel.6)
        $dend.Ca.1 = v128.load (i32.add $dend.Ca@ $offset8)
        $dend.CaN.force_3.1 = f64x2.mul $dend.Ca.1 $dend.CaN.force_1
        $dend.v.1 = v128.load (i32.add $dend.v@ $offset8)
        $x.19 = f64x2.mul $dend.v.1 $per_dend.CaN.f
        $1/exprel.7 = 1/exprel $x.19
        $dend.CaN.force.1 = f64x2.sub
          (f64x2.mul $dend.CaN.force_3.1 $dend.v.1)
          (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaN.force_3.1) $dend.CaN.f) $1/exprel.7)
        $dend.CaL.force_3.1 = f64x2.mul $dend.Ca.1 $dend.CaL.force_1
        $x.20 = f64x2.mul $dend.v.1 $per_dend.CaL.f
        $1/exprel.8 = 1/exprel $x.20
        $dend.CaL.force.1 = f64x2.sub
          (f64x2.mul $dend.CaL.force_3.1 $dend.v.1)
          (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.CaL.force_3.1) $dend.CaL.f) $1/exprel.8)
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero (i32.add $not_refractory@ $offset4)))
        $lastspike.1 = v128.load64_zero (i32.add $lastspike@ $offset4)
        $free.1 = v128.or
          $not_refractory.1
          (v128.not
            (v128.or
              (f64x2.gt $soma.v.1 $V_th)
              (f64x2.lt
                (f64x2.sub
                  $t.1
                  (f64x2.sub
                    $t.1
                    (f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $lastspike.1)) $dt)))
                $t_ref)))
        $not_refractory.1 = $free.1
        $soma.CaN.m_inf_2.1 = f64x2.mul $soma.Na.h_inf_2.1 $soma.Na.tau_h_5.1
        $soma.CaN.m_inf_3.1 = f64x2.pmin $soma.CaN.m_inf_2.1 1e+30
        $soma.CaN.m_inf.1 = f64x2.div
          $soma.CaN.m_inf_3.1
          (f64x2.add $soma.CaN.m_inf_3.1 $soma.CaN.m_inf_1)
        $soma.CaN.m.1 = v128.load (i32.add $soma.CaN.m@ $offset8)
        $soma.CaN.m_new.1 = f64x2.add
          $soma.CaN.m.1
          (f64x2.mul $soma.CaN.m_1 (f64x2.sub $soma.CaN.m_inf.1 $soma.CaN.m.1))
        $soma.CaN.h_inf.1 = f64x2.div
          1
          (f64x2.add 1 (f64x2.mul $soma.CaN.h_inf_1 $soma.CaN.m_inf_2.1))
        $soma.CaN.h.1 = v128.load (i32.add $soma.CaN.h@ $offset8)
        $soma.CaN.h_new.1 = f64x2.add
          $soma.CaN.h.1
          (f64x2.mul $soma.CaN.h_1 (f64x2.sub $soma.CaN.h_inf.1 $soma.CaN.h.1))
        $x.21 = f64x2.mul -0.02857142857142857 $dend.v.1
        $exp.8 = exp $x.21
        $dend.CaN.m_inf_2.1 = f64x2.mul $exp.8 $exp.8
        $dend.CaN.m_inf_3.1 = f64x2.mul (f64x2.mul $dend.CaN.m_inf_2.1 $dend.CaN.m_inf_2.1) $exp.8
        $dend.CaN.m_inf_4.1 = f64x2.mul $dend.CaN.m_inf_3.1 $dend.CaN.m_inf_2.1
        $dend.CaN.m_inf.1 = f64x2.div
          1
          (f64x2.add 1 (f64x2.mul $soma.CaN.m_inf_1 $dend.CaN.m_inf_4.1))
        $dend.CaN.m.1 = v128.load (i32.add $dend.CaN.m@ $offset8)
        $dend.CaN.m_new.1 = f64x2.add
          $dend.CaN.m.1
          (f64x2.mul $soma.CaN.m_1 (f64x2.sub $dend.CaN.m_inf.1 $dend.CaN.m.1))
        $dend.CaN.h_inf_1.1 = f64x2.pmin $dend.CaN.m_inf_4.1 1e+30
        $dend.CaN.h_inf.1 = f64x2.div
          $dend.CaN.h_inf_1.1
          (f64x2.add $dend.CaN.h_inf_1.1 $soma.CaN.h_inf_1)
        $dend.CaN.h.1 = v128.load (i32.add $dend.CaN.h@ $offset8)
        $dend.CaN.h_new.1 = f64x2.add
          $dend.CaN.h.1
          (f64x2.mul $soma.CaN.h_1 (f64x2.sub $dend.CaN.h_inf.1 $dend.CaN.h.1))
        $dend.CaL.m_inf.1 = f64x2.div
          1
          (f64x2.add 1 (f64x2.mul $dend.CaL.m_inf_1 $dend.CaN.m_inf_3.1))
        $dend.CaL.m.1 = v128.load (i32.add $dend.CaL.m@ $offset8)
        $dend.CaL.m_new.1 = f64x2.add
          $dend.CaL.m.1
          (f64x2.mul $dend.CaL.m_1 (f64x2.sub $dend.CaL.m_inf.1 $dend.CaL.m.1))
        $soma.Ca_3.1 = f64x2.add $soma.CaN.m.1 $soma.CaN.m_new.1
        $soma.CaN.m.1 = $soma.CaN.m_new.1
        $soma.Ca_new.1 = f64x2.add
          $soma.Ca.1
          (f64x2.mul
            $soma.Ca_2
            (f64x2.sub
              (f64x2.mul
                $soma.alpha
                (f64x2.add
                  (f64x2.pmax
                    (f64x2.sub
                      $soma.CaN.I_rest
                      (f64x2.mul
                        (f64x2.mul
                          $soma.Ca_1
                          (f64x2.mul
                            (f64x2.mul $soma.Ca_3.1 $soma.Ca_3.1)
                            (f64x2.add $soma.CaN.h.1 $soma.CaN.h_new.1)))
                        $soma.CaN.force.1))
                    0)
                  0))
              (f64x2.mul $soma.k_Ca (f64x2.sub $soma.Ca.1 $Ca_rest))))
        $soma.CaN.h.1 = $soma.CaN.h_new.1
        $dend.Ca_4.1 = f64x2.add $dend.CaN.m.1 $dend.CaN.m_new.1
        $dend.CaN.m.1 = $dend.CaN.m_new.1
        $dend.Ca_new.1 = f64x2.add
          $dend.Ca.1
          (f64x2.mul
            $dend.Ca_3
            (f64x2.sub
              (f64x2.mul
                $dend.alpha
                (f64x2.add
                  (f64x2.pmax
                    (f64x2.sub
                      $dend.I_Ca_rest
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.mul
                            $dend.Ca_1
                            (f64x2.mul
                              (f64x2.mul $dend.Ca_4.1 $dend.Ca_4.1)
                              (f64x2.add $dend.CaN.h.1 $dend.CaN.h_new.1)))
                          $dend.CaN.force.1)
                        (f64x2.mul
                          (f64x2.mul $dend.Ca_2 (f64x2.add $dend.CaL.m.1 $dend.CaL.m_new.1))
                          $dend.CaL.force.1)))
                    0)
                  0))
              (f64x2.mul $dend.k_Ca (f64x2.sub $dend.Ca.1 $Ca_rest))))
        $dend.CaL.m.1 = $dend.CaL.m_new.1
        $dend.CaN.h.1 = $dend.CaN.h_new.1
        $soma.v_ahead_13.1 = f64x2.div
          (f64x2.mul $dend.KCa.g $dend.Ca_new.1)
          (f64x2.add $dend.Ca_new.1 $dend.KCa.K_d)
        $dend.Ca.1 = $dend.Ca_new.1
        $soma.v_ahead_14.1 = f64x2.mul
          (f64x2.mul $dend.CaN.m_new.1 $dend.CaN.m_new.1)
          $dend.CaN.h_new.1
        $soma.v_ahead_15.1 = f64x2.sub
          (f64x2.mul
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_13.1
                (f64x2.add
                  (f64x2.mul $soma.v_ahead_1 (f64x2.mul $soma.v_ahead_14.1 $dend.Ca_new.1))
                  (f64x2.mul $soma.v_ahead_2 (f64x2.mul $dend.CaL.m_new.1 $dend.Ca_new.1))))
              $dend.g_L)
            $soma.v_ahead_3)
          $soma.v_ahead_4
        $soma.v_ahead_16.1 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_15.1)
        $soma.v_ahead_17.1 = f64x2.mul $soma.K.n_new.1 $soma.K.n_new.1
        $soma.v_ahead_18.1 = f64x2.mul $soma.v_ahead_17.1 $soma.v_ahead_17.1
        $soma.v_ahead_19.1 = f64x2.div
          (f64x2.mul $soma.KCa.g $soma.Ca_new.1)
          (f64x2.add $soma.Ca_new.1 $soma.KCa.K_d)
        $soma.Ca.1 = $soma.Ca_new.1
        $soma.I.1 = v128.load (i32.add $soma.I@ $offset8)
        $soma.V_ext.1 = v128.load (i32.add $soma.V_ext@ $offset8)
        $soma.v_ahead_20.1 = f64x2.mul
          (f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.add $soma.I_hold (f64x2.mul $soma.I.1 $per_soma.area))
                  (f64x2.mul $soma.g_L $soma.V_ext.1))
                (f64x2.mul $soma.K.E_times_soma.K.g $soma.v_ahead_18.1))
              (f64x2.mul $soma.KCa.E $soma.v_ahead_19.1))
            $E_L_times_soma.g_L)
          $per_soma.C
        $soma.v_ahead_21.1 = f64x2.sub 1 (f64x2.mul $soma.Ca_new.1 $soma.CaN.force_1)
        $soma.v_ahead_22.1 = f64x2.mul
          (f64x2.mul $soma.CaN.m_new.1 $soma.CaN.m_new.1)
          $soma.CaN.h_new.1
        $soma.v_ahead_23.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $soma.Na.m.1 $soma.Na.m.1) $soma.Na.m.1)
          $soma.Na.h_new.1
        $soma.v_ahead_24.1 = f64x2.mul
          (f64x2.add
            (f64x2.mul
              $soma.CaN.f_times_soma.CaN.g
              (f64x2.mul (f64x2.mul $soma.v_ahead_21.1 $1/exprel.6) $soma.v_ahead_22.1))
            (f64x2.mul $soma.Na.E_times_soma.Na.g $soma.v_ahead_23.1))
          $per_soma.C
        $soma.v_ahead_25.1 = f64x2.sub
          (f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add (f64x2.mul $soma.K.g $soma.v_ahead_18.1) $soma.v_ahead_19.1)
                (f64x2.mul $soma.v_ahead_6 (f64x2.mul $soma.v_ahead_22.1 $soma.Ca_new.1)))
              $soma.g_L)
            $soma.v_ahead_7)
          $soma.v_ahead_8
        $soma.v_ahead_26.1 = f64x2.sub
          $soma.v_ahead_25.1
          (f64x2.mul $soma.Na.g_per_soma.C $soma.v_ahead_23.1)
        $soma.v_ahead_27.1 = f64x2.mul $soma.v_ahead_8 $dend.v.1
        $soma.v_ahead_28.1 = f64x2.add
          (f64x2.add
            (f64x2.add $soma.v_ahead_20.1 $soma.v_ahead_24.1)
            (f64x2.mul $soma.v_ahead_26.1 $soma.v.1))
          $soma.v_ahead_27.1
        $dend.I.1 = v128.load (i32.add $dend.I@ $offset8)
        $dend.V_ext.1 = v128.load (i32.add $dend.V_ext@ $offset8)
        $soma.v_ahead_29.1 = f64x2.mul
          (f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.add $dend.I_hold (f64x2.mul $dend.I.1 $per_dend.area))
                (f64x2.mul $dend.g_L $dend.V_ext.1))
              (f64x2.mul $dend.KCa.E $soma.v_ahead_13.1))
            $E_L_times_dend.g_L)
          $per_C_m
        $soma.v_ahead_30.1 = f64x2.sub 1 (f64x2.mul $dend.Ca_new.1 $dend.CaL.force_1)
        $soma.v_ahead_31.1 = f64x2.sub 1 (f64x2.mul $dend.Ca_new.1 $dend.CaN.force_1)
        $soma.v_ahead_32.1 = f64x2.mul
          (f64x2.add
            (f64x2.mul
              $dend.CaL.f_times_dend.CaL.g
              (f64x2.mul (f64x2.mul $soma.v_ahead_30.1 $1/exprel.8) $dend.CaL.m_new.1))
            (f64x2.mul
              $dend.CaN.f_times_dend.CaN.g
              (f64x2.mul (f64x2.mul $soma.v_ahead_31.1 $1/exprel.7) $soma.v_ahead_14.1)))
          $per_C_m
        $soma.v_ahead_33.1 = f64x2.mul $soma.v_ahead_15.1 $dend.v.1
        $soma.v_ahead_34.1 = f64x2.mul $soma.v_ahead_4 $soma.v.1
        $soma.v_ahead_35.1 = f64x2.add
          (f64x2.add (f64x2.add $soma.v_ahead_29.1 $soma.v_ahead_32.1) $soma.v_ahead_33.1)
          $soma.v_ahead_34.1
        $soma.v_ahead_36.1 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_26.1)
        $soma.v_ahead_37.1 = f64x2.div
          1
          (f64x2.sub (f64x2.mul $soma.v_ahead_36.1 $soma.v_ahead_16.1) $soma.v_ahead_10)
        $soma.v_ahead.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_ahead_16.1 (f64x2.mul $dt $soma.v_ahead_28.1))
              (f64x2.mul $soma.v_ahead_9 $soma.v_ahead_35.1))
            $soma.v_ahead_37.1)
        $x.22 = f64x2.mul (f64x2.sub -35 $soma.v_ahead.1) 0.12820512820512822
        $exp.9 = exp $x.22
        $soma.Na.m_ahead.1 = f64x2.div 1 (f64x2.add 1 $exp.9)
        $dend.v_ahead.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_ahead_36.1 (f64x2.mul $dt $soma.v_ahead_35.1))
              (f64x2.mul $dend.v_ahead_1 $soma.v_ahead_28.1))
            $soma.v_ahead_37.1)
        $soma.v_6.1 = f64x2.mul $dt (f64x2.add $soma.v_ahead_15.1 $soma.v_ahead_4)
        $soma.v_7.1 = f64x2.sub 6 $soma.v_6.1
        $soma.v_8.1 = f64x2.sub 3 $soma.v_6.1
        $soma.v_9.1 = f64x2.sub
          $soma.v_7.1
          (f64x2.mul (f64x2.mul $dt $soma.v_8.1) $soma.v_ahead_15.1)
        $soma.v_10.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $soma.Na.m_ahead.1 $soma.Na.m_ahead.1) $soma.Na.m_ahead.1)
          $soma.Na.h_new.1
        $soma.v_11.1 = f64x2.add
          $soma.v_ahead_25.1
          (f64x2.mul
            0.5
            (f64x2.sub
              (f64x2.mul $soma.v_1 $soma.v_ahead_23.1)
              (f64x2.mul $soma.Na.g_per_soma.C $soma.v_10.1)))
        $soma.v_12.1 = f64x2.mul $dt (f64x2.add $soma.v_11.1 $soma.v_ahead_8)
        $soma.v_13.1 = f64x2.sub 6 $soma.v_12.1
        $x.23 = f64x2.mul $soma.v_ahead.1 $per_soma.CaN.f
        $1/exprel.9 = 1/exprel $x.23
        $soma.v_14.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              $soma.v_ahead_20.1
              (f64x2.mul
                0.5
                (f64x2.add
                  $soma.v_ahead_24.1
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        $soma.CaN.f_times_soma.CaN.g
                        (f64x2.mul (f64x2.mul $soma.v_ahead_21.1 $1/exprel.9) $soma.v_ahead_22.1))
                      (f64x2.mul $soma.Na.E_times_soma.Na.g $soma.v_10.1))
                    $per_soma.C))))
            (f64x2.mul $soma.v_11.1 $soma.v.1))
          $soma.v_ahead_27.1
        $soma.v_15.1 = f64x2.sub 3 $soma.v_12.1
        $x.24 = f64x2.mul $dend.v_ahead.1 $per_dend.CaL.f
        $1/exprel.10 = 1/exprel $x.24
        $x.25 = f64x2.mul $dend.v_ahead.1 $per_dend.CaN.f
        $1/exprel.11 = 1/exprel $x.25
        $soma.v_16.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              $soma.v_ahead_29.1
              (f64x2.mul
                0.5
                (f64x2.add
                  $soma.v_ahead_32.1
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        $dend.CaL.f_times_dend.CaL.g
                        (f64x2.mul (f64x2.mul $soma.v_ahead_30.1 $1/exprel.10) $dend.CaL.m_new.1))
                      (f64x2.mul
                        $dend.CaN.f_times_dend.CaN.g
                        (f64x2.mul (f64x2.mul $soma.v_ahead_31.1 $1/exprel.11) $soma.v_ahead_14.1)))
                    $per_C_m))))
            $soma.v_ahead_33.1)
          $soma.v_ahead_34.1
        $soma.v_17.1 = f64x2.sub $soma.v_13.1 (f64x2.mul (f64x2.mul $dt $soma.v_15.1) $soma.v_11.1)
        $soma.v_18.1 = f64x2.div
          1
          (f64x2.sub
            (f64x2.mul $soma.v_17.1 $soma.v_9.1)
            (f64x2.mul $soma.v_3 (f64x2.mul $soma.v_15.1 $soma.v_8.1)))
        $soma.v_new.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_9.1 (f64x2.mul $soma.v_13.1 (f64x2.mul $dt $soma.v_14.1)))
              (f64x2.mul $soma.v_2 (f64x2.mul $soma.v_15.1 (f64x2.mul $soma.v_7.1 $soma.v_16.1))))
            $soma.v_18.1)
        $dend.v_new.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_17.1 (f64x2.mul $soma.v_7.1 (f64x2.mul $dt $soma.v_16.1)))
              (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_8.1 (f64x2.mul $soma.v_13.1 $soma.v_14.1))))
            $soma.v_18.1)
        $dend.v.1 = $dend.v_new.1
        v128.store (i32.add $soma.K.n@ $offset8) $soma.K.n.1
        v128.store (i32.add $soma.Na.h@ $offset8) $soma.Na.h.1
        v128.store (i32.add $soma.CaN.m@ $offset8) $soma.CaN.m.1
        v128.store (i32.add $soma.CaN.h@ $offset8) $soma.CaN.h.1
        v128.store (i32.add $dend.CaN.m@ $offset8) $dend.CaN.m.1
        v128.store (i32.add $dend.CaL.m@ $offset8) $dend.CaL.m.1
        v128.store (i32.add $dend.CaN.h@ $offset8) $dend.CaN.h.1
        v128.store (i32.add $dend.Ca@ $offset8) $dend.Ca.1
        v128.store (i32.add $soma.Ca@ $offset8) $soma.Ca.1
        v128.store (i32.add $dend.v@ $offset8) $dend.v.1
        v128.store (i32.add $soma.v@ $offset8) $soma.v_new.1
        $taking.1 = v128.and $free.1 (f64x2.gt $soma.v_new.1 $V_th)
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
          v128.store64_lane lane=0 (i32.add $lastspike@ $offset4) $lastspike.1
          $not_refractory.1 = v128.bitselect (f64x2.ne 0 0) $not_refractory.1 $taking.1
        $soma.v.1 = $soma.v_new.1
        $mask.1 = $not_refractory.1
        v128.store64_lane lane=0
          (i32.add $not_refractory@ $offset4)
          (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask.1 $mask.1) 1)
      $offset8 = i32.add $offset8 16
      $offset4 = i32.add $offset4 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
