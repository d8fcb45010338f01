;; CA1OLM — from models/neurons/ca1-interneurons.livn
import memory livn.memory 1

;; CA1OLM · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  soma.v mV, dend.v mV, soma.Na.h 1, soma.K.n 1, dend.Ca_L.s 1, dend.Ca_L.r 1, dend.KCa.c 1, dend.Ca mM
  ;; shared  V_rest mV, Ca_rest mM
  $V_rest = v128.load64_splat +56 $frame
  $Ca_rest = v128.load64_splat +64 $frame
  $soma.v@ = i32.load +20 $frame
  $dend.v@ = i32.load +24 $frame
  $soma.Na.h@ = i32.load +28 $frame
  $soma.K.n@ = i32.load +32 $frame
  $dend.Ca_L.s@ = i32.load +36 $frame
  $dend.Ca_L.r@ = i32.load +40 $frame
  $dend.KCa.c@ = i32.load +44 $frame
  $dend.Ca@ = i32.load +48 $frame
  $i = $first
  $soma.v.at = i32.add $soma.v@ (i32.shl $first 3)
  $dend.v.at = i32.add $dend.v@ (i32.shl $first 3)
  $soma.Na.h.at = i32.add $soma.Na.h@ (i32.shl $first 3)
  $soma.K.n.at = i32.add $soma.K.n@ (i32.shl $first 3)
  $dend.Ca_L.s.at = i32.add $dend.Ca_L.s@ (i32.shl $first 3)
  $dend.Ca_L.r.at = i32.add $dend.Ca_L.r@ (i32.shl $first 3)
  $dend.KCa.c.at = i32.add $dend.KCa.c@ (i32.shl $first 3)
  $dend.Ca.at = i32.add $dend.Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $soma.v = $V_rest
      $x = f64x2.mul (f64x2.sub -43 $soma.v) 0.05555555555555555
      $exp = exp $x
      $soma.Na.h_1 = f64x2.mul 0.128 $exp
      $x.1 = f64x2.mul (f64x2.sub -20 $soma.v) 0.2
      $exp.1 = exp $x.1
      $soma.Na.h = f64x2.div
        $soma.Na.h_1
        (f64x2.add $soma.Na.h_1 (f64x2.div 4 (f64x2.add 1 $exp.1)))
      $x.2 = f64x2.mul (f64x2.sub -24.9 $soma.v) 0.2
      $1/exprel = 1/exprel $x.2
      $soma.K.n_1 = f64x2.mul 0.08 $1/exprel
      $x.3 = f64x2.sub -1 (f64x2.mul 0.025 $soma.v)
      $exp.2 = exp $x.3
      $soma.K.n = f64x2.div $soma.K.n_1 (f64x2.add $soma.K.n_1 (f64x2.mul 0.25 $exp.2))
      $dend.v = $V_rest
      $x.4 = f64x2.mul (f64x2.sub 5 $dend.v) 0.1
      $exp.3 = exp $x.4
      $dend.Ca_L.s_1 = f64x2.div 5 (f64x2.add 1 $exp.3)
      $x.5 = f64x2.mul (f64x2.add $dend.v 8.9) 0.2
      $1/exprel.1 = 1/exprel $x.5
      $dend.Ca_L.s = f64x2.div $dend.Ca_L.s_1 (f64x2.add $dend.Ca_L.s_1 (f64x2.mul 0.2 $1/exprel.1))
      $x.6 = f64x2.mul -0.03035 (f64x2.add $dend.v 38.5)
      $exp.4 = exp $x.6
      $dend.Ca_L.r_1 = f64x2.mul 0.1673 $exp.4
      $x.7 = f64x2.mul 0.3 (f64x2.sub 8.9 $dend.v)
      $exp.5 = exp $x.7
      $dend.Ca_L.r = f64x2.div
        $dend.Ca_L.r_1
        (f64x2.add $dend.Ca_L.r_1 (f64x2.div 0.5 (f64x2.add 1 $exp.5)))
      $dend.KCa.c_1 = f64x2.add $dend.v 10.1
      $x.8 = f64x2.neg (f64x2.abs (f64x2.mul $dend.KCa.c_1 9.84251968503937))
      $exp.6 = exp $x.8
      $log1p = log1p $exp.6
      $x.9 = f64x2.mul
        -0.00925
        (f64x2.add (f64x2.add (f64x2.pmax (f64x2.mul $dend.KCa.c_1 -9.84251968503937) 0) 0) $log1p)
      $exp.7 = exp $x.9
      $dend.KCa.c = $exp.7
      $dend.Ca = $Ca_rest
      v128.store $soma.v.at $soma.v
      v128.store $soma.Na.h.at $soma.Na.h
      v128.store $soma.K.n.at $soma.K.n
      v128.store $dend.v.at $dend.v
      v128.store $dend.Ca_L.s.at $dend.Ca_L.s
      v128.store $dend.Ca_L.r.at $dend.Ca_L.r
      v128.store $dend.KCa.c.at $dend.KCa.c
      v128.store $dend.Ca.at $dend.Ca
      $soma.v.at = i32.add $soma.v.at 16
      $dend.v.at = i32.add $dend.v.at 16
      $soma.Na.h.at = i32.add $soma.Na.h.at 16
      $soma.K.n.at = i32.add $soma.K.n.at 16
      $dend.Ca_L.s.at = i32.add $dend.Ca_L.s.at 16
      $dend.Ca_L.r.at = i32.add $dend.Ca_L.r.at 16
      $dend.KCa.c.at = i32.add $dend.KCa.c.at 16
      $dend.Ca.at = i32.add $dend.Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; CA1OLM · step · once per link
export func step_link($frame i32)
  $exp = exp -11.725
  $exp.1 = exp -3.98
  $soma.Na.m_3 = f64x2.mul 0.2 $exp.1
  $dend.Ca_L.T = v128.load64_splat +80 $frame
  $dend.Ca_L.f = f64x2.div (f64x2.mul 18 $dend.Ca_L.T) 293.15
  $dend.Ca_L.Ca_o = v128.load64_splat +88 $frame
  $dend.Ca_L.force_1 = f64x2.div 1 $dend.Ca_L.Ca_o
  $per_dend.Ca_L.f = f64x2.div 1 $dend.Ca_L.f
  $exp.2 = exp -4
  $exp.3 = exp -4.98
  $exp.4 = exp -1
  $soma.K.n_2 = f64x2.mul 0.25 $exp.4
  $exp.5 = exp 0.5
  $exp.6 = exp -1.7800000000000002
  $dend.Ca_L.s_2 = f64x2.mul 0.2 $exp.6
  $exp.7 = exp 2.67
  $dend.KCa.T = v128.load64_splat +112 $frame
  $x = f64x2.div (f64x2.sub $dend.KCa.T 309.15) 10
  $pow = pow 3 $x
  $dend.KCa.tau_c_1 = f64x2.div 3.627 $pow
  $V_rest = v128.load64_splat +120 $frame
  $x.1 = f64x2.div (f64x2.sub 5 $V_rest) 10
  $exp.8 = exp $x.1
  $dend.Ca_L.s_rest_1 = f64x2.div 5 (f64x2.add 1 $exp.8)
  $x.2 = f64x2.div (f64x2.add $V_rest 8.9) 5
  $1/exprel = 1/exprel $x.2
  $dend.Ca_L.s_rest = f64x2.div
    $dend.Ca_L.s_rest_1
    (f64x2.add $dend.Ca_L.s_rest_1 (f64x2.mul 0.2 $1/exprel))
  $x.3 = f64x2.mul -0.03035 (f64x2.add $V_rest 38.5)
  $exp.9 = exp $x.3
  $dend.Ca_L.r_rest_1 = f64x2.mul 0.1673 $exp.9
  $x.4 = f64x2.mul 0.3 (f64x2.sub 8.9 $V_rest)
  $exp.10 = exp $x.4
  $dend.Ca_L.r_rest = f64x2.div
    $dend.Ca_L.r_rest_1
    (f64x2.add $dend.Ca_L.r_rest_1 (f64x2.div 0.5 (f64x2.add 1 $exp.10)))
  $Ca_rest = v128.load64_splat +136 $frame
  $dend.Ca_L.I_rest_1 = f64x2.div $Ca_rest $dend.Ca_L.Ca_o
  $dend.Ca_L.g = v128.load64_splat +128 $frame
  $x.5 = f64x2.div $V_rest $dend.Ca_L.f
  $1/exprel.1 = 1/exprel $x.5
  $dend.Ca_L.I_rest = f64x2.mul
    (f64x2.mul
      (f64x2.mul $dend.Ca_L.g (f64x2.mul $dend.Ca_L.s_rest $dend.Ca_L.s_rest))
      $dend.Ca_L.r_rest)
    (f64x2.sub
      (f64x2.mul $dend.Ca_L.I_rest_1 $V_rest)
      (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.Ca_L.I_rest_1) $dend.Ca_L.f) $1/exprel.1))
  $dend.Ca_1 = f64x2.mul (f64x2.mul $dend.Ca_L.g 0.25) 0.5
  $dt = v128.load64_splat $frame
  $k_Ca = v128.load64_splat +144 $frame
  $x.6 = f64x2.mul (f64x2.neg $k_Ca) $dt
  $exprel = exprel $x.6
  $dend.Ca_2 = f64x2.mul $dt $exprel
  $p = v128.load64_splat +168 $frame
  $g_axial_1 = f64x2.sub 1 $p
  $g_c = v128.load64_splat +160 $frame
  $diameter = v128.load64_splat +176 $frame
  $L = v128.load64_splat +184 $frame
  $g_axial = f64x2.mul
    (f64x2.mul (f64x2.mul (f64x2.mul (f64x2.mul 2 $g_c) $g_axial_1) 3.141592653589793) $diameter)
    $L
  $dend.area_1 = f64x2.mul (f64x2.mul 3.141592653589793 $diameter) $L
  $dend.area = f64x2.mul $dend.area_1 $g_axial_1
  $C_m = v128.load64_splat +192 $frame
  $C_ratio = v128.load64_splat +200 $frame
  $soma.C = f64x2.mul $C_m $C_ratio
  $soma.area = f64x2.mul $dend.area_1 $p
  $x.7 = f64x2.div (f64x2.sub -46.9 $V_rest) 4
  $1/exprel.2 = 1/exprel $x.7
  $soma.Na.I_rest_1 = f64x2.mul 1.28 $1/exprel.2
  $x.8 = f64x2.div (f64x2.add $V_rest 19.9) 5
  $1/exprel.3 = 1/exprel $x.8
  $soma.Na.I_rest_2 = f64x2.div
    $soma.Na.I_rest_1
    (f64x2.add $soma.Na.I_rest_1 (f64x2.mul 1.4 $1/exprel.3))
  $x.9 = f64x2.div (f64x2.sub -43 $V_rest) 18
  $exp.11 = exp $x.9
  $soma.Na.I_rest_3 = f64x2.mul 0.128 $exp.11
  $soma.Na.g = v128.load64_splat +208 $frame
  $x.10 = f64x2.div (f64x2.sub -20 $V_rest) 5
  $exp.12 = exp $x.10
  $soma.Na.E = v128.load64_splat +216 $frame
  $soma.Na.I_rest = f64x2.mul
    (f64x2.div
      (f64x2.mul
        (f64x2.mul $soma.Na.g (f64x2.mul $soma.Na.I_rest_2 $soma.Na.I_rest_2))
        $soma.Na.I_rest_3)
      (f64x2.add $soma.Na.I_rest_3 (f64x2.div 4 (f64x2.add 1 $exp.12))))
    (f64x2.sub $V_rest $soma.Na.E)
  $x.11 = f64x2.div (f64x2.sub -24.9 $V_rest) 5
  $1/exprel.4 = 1/exprel $x.11
  $soma.K.I_rest_1 = f64x2.mul 0.08 $1/exprel.4
  $soma.K.g = v128.load64_splat +224 $frame
  $x.12 = f64x2.sub -1 (f64x2.mul 0.025 $V_rest)
  $exp.13 = exp $x.12
  $soma.K.E = v128.load64_splat +232 $frame
  $soma.K.I_rest = f64x2.mul
    (f64x2.div
      (f64x2.mul $soma.K.g $soma.K.I_rest_1)
      (f64x2.add $soma.K.I_rest_1 (f64x2.mul 0.25 $exp.13)))
    (f64x2.sub $V_rest $soma.K.E)
  $E_L = v128.load64_splat +248 $frame
  $V_rest_minus_E_L = f64x2.sub $V_rest $E_L
  $g_L_s = v128.load64_splat +240 $frame
  $soma.I_hold = f64x2.add
    (f64x2.add $soma.Na.I_rest $soma.K.I_rest)
    (f64x2.mul $g_L_s $V_rest_minus_E_L)
  $dend.KCa.I_rest_1 = f64x2.add $V_rest 10.1
  $dend.KCa.g = v128.load64_splat +256 $frame
  $x.13 = f64x2.neg (f64x2.abs (f64x2.div $dend.KCa.I_rest_1 0.1016))
  $exp.14 = exp $x.13
  $log1p = log1p $exp.14
  $x.14 = f64x2.mul
    -0.00925
    (f64x2.add
      (f64x2.add (f64x2.pmax (f64x2.div (f64x2.neg $dend.KCa.I_rest_1) 0.1016) 0) 0)
      $log1p)
  $exp.15 = exp $x.14
  $x.15 = f64x2.add (f64x2.mul 0.003453 $Ca_rest) 0.08095
  $sin = sin $x.15
  $x.16 = f64x2.sub (f64x2.mul 0.01634 $Ca_rest) 2.34
  $sin.1 = sin $x.16
  $x.17 = f64x2.sub (f64x2.mul 0.0348 $Ca_rest) 0.9918
  $sin.2 = sin $x.17
  $dend.KCa.E = v128.load64_splat +264 $frame
  $dend.KCa.I_rest = f64x2.mul
    (f64x2.mul
      (f64x2.mul $dend.KCa.g $exp.15)
      (f64x2.add
        (f64x2.add (f64x2.mul 1.073 $sin) (f64x2.mul 0.08408 $sin.1))
        (f64x2.mul 0.01811 $sin.2)))
    (f64x2.sub $V_rest $dend.KCa.E)
  $g_L_d = v128.load64_splat +272 $frame
  $dend.I_hold = f64x2.add
    (f64x2.add $dend.Ca_L.I_rest $dend.KCa.I_rest)
    (f64x2.mul $g_L_d $V_rest_minus_E_L)
  $soma.v_ahead_1 = f64x2.div $dend.Ca_L.g $dend.Ca_L.Ca_o
  $per_C_m = f64x2.div 1 $C_m
  $soma.v_ahead_2 = f64x2.neg $per_C_m
  $soma.v_ahead_3 = f64x2.div (f64x2.div $g_axial $C_m) $dend.area
  $soma.v_ahead_4 = f64x2.mul 0.5 $dt
  $per_soma.area = f64x2.div 1 $soma.area
  $soma.K.E_times_soma.K.g = f64x2.mul $soma.K.E $soma.K.g
  $E_L_times_g_L_s = f64x2.mul $E_L $g_L_s
  $per_soma.C = f64x2.div 1 $soma.C
  $soma.v_2 = f64x2.div (f64x2.mul $soma.Na.g $soma.Na.E) $soma.C
  $soma.v_ahead_5 = f64x2.neg $soma.v_2
  $soma.v_ahead_6 = f64x2.neg $per_soma.C
  $soma.v_ahead_7 = f64x2.div (f64x2.div $g_axial $soma.C) $soma.area
  $soma.Na.g_per_soma.C = f64x2.div $soma.Na.g $soma.C
  $per_dend.area = f64x2.div 1 $dend.area
  $dend.KCa.E_times_dend.KCa.g = f64x2.mul $dend.KCa.E $dend.KCa.g
  $E_L_times_g_L_d = f64x2.mul $E_L $g_L_d
  $soma.v_3 = f64x2.div (f64x2.mul $dend.Ca_L.g $dend.Ca_L.f) $C_m
  $soma.v_ahead_8 = f64x2.neg $soma.v_3
  $soma.v_ahead_11 = f64x2.mul $soma.v_ahead_4 $soma.v_ahead_7
  $soma.v_ahead_9 = f64x2.mul $soma.v_ahead_11 $dt
  $soma.v_ahead_12 = f64x2.mul $soma.v_ahead_4 $soma.v_ahead_3
  $soma.v_ahead_10 = f64x2.mul $soma.v_ahead_11 $soma.v_ahead_12
  $dend.v_ahead_1 = f64x2.mul $soma.v_ahead_12 $dt
  $soma.v_1 = f64x2.neg $soma.Na.g_per_soma.C
  $soma.v_6 = f64x2.mul $dt $soma.v_ahead_7
  $soma.v_4 = f64x2.mul $soma.v_6 $dt
  $soma.v_7 = f64x2.mul $dt $soma.v_ahead_3
  $soma.v_5 = f64x2.mul $soma.v_6 $soma.v_7
  $dend.v_1 = f64x2.mul $soma.v_7 $dt
  f64.store +280 $frame (f64x2.extract_lane 0 $exp)
  f64.store +288 $frame (f64x2.extract_lane 0 $soma.Na.m_3)
  f64.store +296 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +304 $frame (f64x2.extract_lane 0 $dend.Ca_L.f)
  f64.store +312 $frame (f64x2.extract_lane 0 $dend.Ca_L.force_1)
  f64.store +320 $frame (f64x2.extract_lane 0 $per_dend.Ca_L.f)
  f64.store +328 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +336 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +344 $frame (f64x2.extract_lane 0 $soma.K.n_2)
  f64.store +352 $frame (f64x2.extract_lane 0 $exp.5)
  f64.store +360 $frame (f64x2.extract_lane 0 $dend.Ca_L.s_2)
  f64.store +368 $frame (f64x2.extract_lane 0 $exp.6)
  f64.store +376 $frame (f64x2.extract_lane 0 $exp.7)
  f64.store +384 $frame (f64x2.extract_lane 0 $dend.KCa.tau_c_1)
  f64.store +392 $frame (f64x2.extract_lane 0 $dend.Ca_L.s_rest_1)
  f64.store +400 $frame (f64x2.extract_lane 0 $dend.Ca_L.s_rest)
  f64.store +408 $frame (f64x2.extract_lane 0 $dend.Ca_L.r_rest_1)
  f64.store +416 $frame (f64x2.extract_lane 0 $dend.Ca_L.r_rest)
  f64.store +424 $frame (f64x2.extract_lane 0 $dend.Ca_L.I_rest_1)
  f64.store +432 $frame (f64x2.extract_lane 0 $dend.Ca_L.I_rest)
  f64.store +440 $frame (f64x2.extract_lane 0 $dend.Ca_1)
  f64.store +448 $frame (f64x2.extract_lane 0 $dend.Ca_2)
  f64.store +456 $frame (f64x2.extract_lane 0 $g_axial_1)
  f64.store +464 $frame (f64x2.extract_lane 0 $g_axial)
  f64.store +472 $frame (f64x2.extract_lane 0 $dend.area_1)
  f64.store +480 $frame (f64x2.extract_lane 0 $dend.area)
  f64.store +488 $frame (f64x2.extract_lane 0 $soma.C)
  f64.store +496 $frame (f64x2.extract_lane 0 $soma.area)
  f64.store +504 $frame (f64x2.extract_lane 0 $soma.Na.I_rest_1)
  f64.store +512 $frame (f64x2.extract_lane 0 $soma.Na.I_rest_2)
  f64.store +520 $frame (f64x2.extract_lane 0 $soma.Na.I_rest_3)
  f64.store +528 $frame (f64x2.extract_lane 0 $soma.Na.I_rest)
  f64.store +536 $frame (f64x2.extract_lane 0 $soma.K.I_rest_1)
  f64.store +544 $frame (f64x2.extract_lane 0 $soma.K.I_rest)
  f64.store +552 $frame (f64x2.extract_lane 0 $V_rest_minus_E_L)
  f64.store +560 $frame (f64x2.extract_lane 0 $soma.I_hold)
  f64.store +568 $frame (f64x2.extract_lane 0 $dend.KCa.I_rest_1)
  f64.store +576 $frame (f64x2.extract_lane 0 $dend.KCa.I_rest)
  f64.store +584 $frame (f64x2.extract_lane 0 $dend.I_hold)
  f64.store +592 $frame (f64x2.extract_lane 0 $soma.v_ahead_1)
  f64.store +600 $frame (f64x2.extract_lane 0 $per_C_m)
  f64.store +608 $frame (f64x2.extract_lane 0 $soma.v_ahead_2)
  f64.store +616 $frame (f64x2.extract_lane 0 $soma.v_ahead_3)
  f64.store +624 $frame (f64x2.extract_lane 0 $soma.v_ahead_4)
  f64.store +632 $frame (f64x2.extract_lane 0 $per_soma.area)
  f64.store +640 $frame (f64x2.extract_lane 0 $soma.K.E_times_soma.K.g)
  f64.store +648 $frame (f64x2.extract_lane 0 $E_L_times_g_L_s)
  f64.store +656 $frame (f64x2.extract_lane 0 $per_soma.C)
  f64.store +664 $frame (f64x2.extract_lane 0 $soma.v_2)
  f64.store +672 $frame (f64x2.extract_lane 0 $soma.v_ahead_5)
  f64.store +680 $frame (f64x2.extract_lane 0 $soma.v_ahead_6)
  f64.store +688 $frame (f64x2.extract_lane 0 $soma.v_ahead_7)
  f64.store +696 $frame (f64x2.extract_lane 0 $soma.Na.g_per_soma.C)
  f64.store +704 $frame (f64x2.extract_lane 0 $per_dend.area)
  f64.store +712 $frame (f64x2.extract_lane 0 $dend.KCa.E_times_dend.KCa.g)
  f64.store +720 $frame (f64x2.extract_lane 0 $E_L_times_g_L_d)
  f64.store +728 $frame (f64x2.extract_lane 0 $soma.v_3)
  f64.store +736 $frame (f64x2.extract_lane 0 $soma.v_ahead_8)
  f64.store +744 $frame (f64x2.extract_lane 0 $soma.v_ahead_11)
  f64.store +752 $frame (f64x2.extract_lane 0 $soma.v_ahead_9)
  f64.store +760 $frame (f64x2.extract_lane 0 $soma.v_ahead_12)
  f64.store +768 $frame (f64x2.extract_lane 0 $soma.v_ahead_10)
  f64.store +776 $frame (f64x2.extract_lane 0 $dend.v_ahead_1)
  f64.store +784 $frame (f64x2.extract_lane 0 $soma.v_1)
  f64.store +792 $frame (f64x2.extract_lane 0 $soma.v_6)
  f64.store +800 $frame (f64x2.extract_lane 0 $soma.v_4)
  f64.store +808 $frame (f64x2.extract_lane 0 $soma.v_7)
  f64.store +816 $frame (f64x2.extract_lane 0 $soma.v_5)
  f64.store +824 $frame (f64x2.extract_lane 0 $dend.v_1)

;; CA1OLM · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  soma.v mV, dend.Ca mM, dend.v mV, not_refractory boolean, lastspike integer, soma.Na.h 1, soma.K.n 1, dend.Ca_L.s 1, dend.Ca_L.r 1, dend.KCa.c 1, soma.I pA, soma.V_ext mV, dend.I pA, dend.V_ext mV
  ;; shared  dend.Ca_L.T kelvin, dend.Ca_L.Ca_o mM, V_th mV, t_ref ms, dend.KCa.T kelvin, V_rest mV, dend.Ca_L.g mS/cm^2, Ca_rest mM, k_Ca 1/ms, d_Ca mM*cm^2/mA/ms, g_c mS/cm^2, p 1, diameter um, L um, C_m uF/cm^2, C_ratio 1, soma.Na.g mS/cm^2, soma.Na.E mV, soma.K.g mS/cm^2, soma.K.E mV, g_L_s mS/cm^2, E_L mV, dend.KCa.g mS/cm^2, dend.KCa.E mV, g_L_d mS/cm^2
  $soma.Na.m_1 = v128.load64_splat +280 $frame
  $soma.Na.m_3 = v128.load64_splat +288 $frame
  $soma.Na.m_4 = v128.load64_splat +296 $frame
  $dend.Ca_L.force_1 = v128.load64_splat +312 $frame
  $per_dend.Ca_L.f = v128.load64_splat +320 $frame
  $dend.Ca_L.f = v128.load64_splat +304 $frame
  $V_th = v128.load64_splat +96 $frame
  $t = f64.mul (f64.convert_i32_s $step) (f64.load $frame)
  $t.1 = f64x2.splat $t
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $t_ref = v128.load64_splat +104 $frame
  $soma.Na.h_1 = v128.load64_splat +328 $frame
  $soma.K.n_1 = v128.load64_splat +336 $frame
  $soma.K.n_2 = v128.load64_splat +344 $frame
  $dend.Ca_L.s_1 = v128.load64_splat +352 $frame
  $dend.Ca_L.s_2 = v128.load64_splat +360 $frame
  $dend.Ca_L.s_3 = v128.load64_splat +368 $frame
  $dend.Ca_L.r_1 = v128.load64_splat +376 $frame
  $dend.KCa.tau_c_1 = v128.load64_splat +384 $frame
  $dend.Ca_2 = v128.load64_splat +448 $frame
  $d_Ca = v128.load64_splat +152 $frame
  $dend.Ca_L.I_rest = v128.load64_splat +432 $frame
  $dend.Ca_1 = v128.load64_splat +440 $frame
  $k_Ca = v128.load64_splat +144 $frame
  $Ca_rest = v128.load64_splat +136 $frame
  $soma.v_ahead_1 = v128.load64_splat +592 $frame
  $dend.KCa.g = v128.load64_splat +256 $frame
  $g_L_d = v128.load64_splat +272 $frame
  $soma.v_ahead_2 = v128.load64_splat +608 $frame
  $soma.v_ahead_3 = v128.load64_splat +616 $frame
  $soma.v_ahead_4 = v128.load64_splat +624 $frame
  $soma.I_hold = v128.load64_splat +560 $frame
  $per_soma.area = v128.load64_splat +632 $frame
  $g_L_s = v128.load64_splat +240 $frame
  $soma.K.E_times_soma.K.g = v128.load64_splat +640 $frame
  $E_L_times_g_L_s = v128.load64_splat +648 $frame
  $per_soma.C = v128.load64_splat +656 $frame
  $soma.K.g = v128.load64_splat +224 $frame
  $soma.v_ahead_6 = v128.load64_splat +680 $frame
  $soma.v_ahead_7 = v128.load64_splat +688 $frame
  $soma.Na.g_per_soma.C = v128.load64_splat +696 $frame
  $soma.v_ahead_5 = v128.load64_splat +672 $frame
  $dend.I_hold = v128.load64_splat +584 $frame
  $per_dend.area = v128.load64_splat +704 $frame
  $dend.KCa.E_times_dend.KCa.g = v128.load64_splat +712 $frame
  $E_L_times_g_L_d = v128.load64_splat +720 $frame
  $per_C_m = v128.load64_splat +600 $frame
  $soma.v_ahead_8 = v128.load64_splat +736 $frame
  $soma.v_ahead_10 = v128.load64_splat +768 $frame
  $soma.v_ahead_9 = v128.load64_splat +752 $frame
  $dend.v_ahead_1 = v128.load64_splat +776 $frame
  $soma.v_1 = v128.load64_splat +784 $frame
  $soma.v_2 = v128.load64_splat +664 $frame
  $soma.v_3 = v128.load64_splat +728 $frame
  $soma.v_5 = v128.load64_splat +816 $frame
  $soma.v_4 = v128.load64_splat +800 $frame
  $dend.v_1 = v128.load64_splat +824 $frame
  $soma.v@ = i32.load +20 $frame
  $dend.Ca@ = i32.load +24 $frame
  $dend.v@ = i32.load +28 $frame
  $not_refractory@ = i32.load +32 $frame
  $lastspike@ = i32.load +36 $frame
  $soma.Na.h@ = i32.load +40 $frame
  $soma.K.n@ = i32.load +44 $frame
  $dend.Ca_L.s@ = i32.load +48 $frame
  $dend.Ca_L.r@ = i32.load +52 $frame
  $dend.KCa.c@ = i32.load +56 $frame
  $soma.I@ = i32.load +60 $frame
  $soma.V_ext@ = i32.load +64 $frame
  $dend.I@ = i32.load +68 $frame
  $dend.V_ext@ = i32.load +72 $frame
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
          $x = f64x2.mul -0.025 $soma.v
          $exp = exp $x
          $soma.Na.m_10 = f64x2.mul $exp $exp
          $soma.Na.m_11 = f64x2.mul $soma.Na.m_10 $soma.Na.m_10
          $soma.Na.m_12 = f64x2.mul $soma.Na.m_11 $soma.Na.m_11
          $x.1 = f64x2.mul (f64x2.sub -43 $soma.v) 0.05555555555555555
          $exp.1 = exp $x.1
          $soma.Na.h_2 = f64x2.mul 0.128 $exp.1
          $soma.Na.h_3 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.Na.h_1 $soma.Na.m_12))
          $soma.Na.h = v128.load (i32.add $soma.Na.h@ $offset8)
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $soma.Na.h_2 $soma.Na.h_3)) $dt
          $exprel = exprel $x.2
          $soma.Na.h_new = f64x2.add
            $soma.Na.h
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub
                (f64x2.mul $soma.Na.h_2 (f64x2.sub 1 $soma.Na.h))
                (f64x2.mul $soma.Na.h_3 $soma.Na.h)))
          $soma.K.n_3 = f64x2.sub -24.9 $soma.v
          $soma.K.n_4 = f64x2.mul $soma.K.n_3 0.2
          $soma.K.n_5 = f64x2.mul $soma.K.n_3 $soma.K.n_3
          $soma.K.n_6 = f64x2.mul 0.04000000000000001 $soma.K.n_5
          $soma.K.n_7 = f64x2.mul
            0.08
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $soma.K.n_3))
                (f64x2.mul
                  $soma.K.n_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $soma.K.n_5)
                            0.00003306878306878307)
                          $soma.K.n_6)
                        -0.001388888888888889)
                      $soma.K.n_6)
                    0.08333333333333333)))
              (f64x2.div $soma.K.n_4 (f64x2.sub (f64x2.mul $soma.K.n_1 $soma.Na.m_12) 1))
              (f64x2.lt (f64x2.abs $soma.K.n_4) 0.1))
          $soma.K.n_8 = f64x2.mul $soma.K.n_2 $exp
          $soma.K.n = v128.load (i32.add $soma.K.n@ $offset8)
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $soma.K.n_7 $soma.K.n_8)) $dt
          $exprel.1 = exprel $x.3
          $soma.K.n_new = f64x2.add
            $soma.K.n
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub
                (f64x2.mul $soma.K.n_7 (f64x2.sub 1 $soma.K.n))
                (f64x2.mul $soma.K.n_8 $soma.K.n)))
          $dend.v = v128.load (i32.add $dend.v@ $offset8)
          $x.4 = f64x2.mul -0.1 $dend.v
          $exp.2 = exp $x.4
          $dend.Ca_L.s_5 = f64x2.div 5 (f64x2.add 1 (f64x2.mul $dend.Ca_L.s_1 $exp.2))
          $dend.Ca_L.s_6 = f64x2.add $dend.v 8.9
          $dend.Ca_L.s_7 = f64x2.mul $dend.Ca_L.s_6 $dend.Ca_L.s_6
          $dend.Ca_L.s_8 = f64x2.mul 0.04000000000000001 $dend.Ca_L.s_7
          $dend.Ca_L.s_9 = f64x2.mul $exp.2 $exp.2
          $dend.Ca_L.s_10 = f64x2.mul
            0.2
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $dend.Ca_L.s_6))
                (f64x2.mul
                  $dend.Ca_L.s_8
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $dend.Ca_L.s_7)
                            0.00003306878306878307)
                          $dend.Ca_L.s_8)
                        -0.001388888888888889)
                      $dend.Ca_L.s_8)
                    0.08333333333333333)))
              (f64x2.div
                (f64x2.mul $dend.Ca_L.s_2 (f64x2.mul $dend.Ca_L.s_6 $dend.Ca_L.s_9))
                (f64x2.sub 1 (f64x2.mul $dend.Ca_L.s_3 $dend.Ca_L.s_9)))
              (f64x2.lt (f64x2.abs (f64x2.mul $dend.Ca_L.s_6 0.2)) 0.1))
          $dend.Ca_L.s = v128.load (i32.add $dend.Ca_L.s@ $offset8)
          $x.5 = f64x2.mul (f64x2.neg (f64x2.add $dend.Ca_L.s_5 $dend.Ca_L.s_10)) $dt
          $exprel.2 = exprel $x.5
          $dend.Ca_L.s_new = f64x2.add
            $dend.Ca_L.s
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
              (f64x2.sub
                (f64x2.mul $dend.Ca_L.s_5 (f64x2.sub 1 $dend.Ca_L.s))
                (f64x2.mul $dend.Ca_L.s_10 $dend.Ca_L.s)))
          $x.6 = f64x2.mul -0.03035 (f64x2.add $dend.v 38.5)
          $exp.3 = exp $x.6
          $dend.Ca_L.r_2 = f64x2.mul 0.1673 $exp.3
          $dend.Ca_L.r_3 = f64x2.div
            0.5
            (f64x2.add 1 (f64x2.mul $dend.Ca_L.r_1 (f64x2.mul $dend.Ca_L.s_9 $exp.2)))
          $dend.Ca_L.r = v128.load (i32.add $dend.Ca_L.r@ $offset8)
          $x.7 = f64x2.mul (f64x2.neg (f64x2.add $dend.Ca_L.r_2 $dend.Ca_L.r_3)) $dt
          $exprel.3 = exprel $x.7
          $dend.Ca_L.r_new = f64x2.add
            $dend.Ca_L.r
            (f64x2.mul
              (f64x2.mul $dt $exprel.3)
              (f64x2.sub
                (f64x2.mul $dend.Ca_L.r_2 (f64x2.sub 1 $dend.Ca_L.r))
                (f64x2.mul $dend.Ca_L.r_3 $dend.Ca_L.r)))
          $x.8 = f64x2.mul 0.03704 $dend.v
          $exp.4 = exp $x.8
          $dend.KCa.tau_c = f64x2.mul $dend.KCa.tau_c_1 $exp.4
          $dend.KCa.c_1 = f64x2.div 1 $dend.KCa.tau_c
          $dend.KCa.c_2 = f64x2.add $dend.v 10.1
          $dend.KCa.c = v128.load (i32.add $dend.KCa.c@ $offset8)
          $x.9 = f64x2.mul (f64x2.neg $dend.KCa.c_1) $dt
          $exprel.4 = exprel $x.9
          $x.10 = f64x2.neg (f64x2.abs (f64x2.mul $dend.KCa.c_2 9.84251968503937))
          $exp.5 = exp $x.10
          $log1p = log1p $exp.5
          $x.11 = f64x2.mul
            -0.00925
            (f64x2.add
              (f64x2.add (f64x2.pmax (f64x2.mul $dend.KCa.c_2 -9.84251968503937) 0) 0)
              $log1p)
          $exp.6 = exp $x.11
          $dend.KCa.c_new = f64x2.add
            $dend.KCa.c
            (f64x2.mul
              (f64x2.mul $dt $exprel.4)
              (f64x2.mul (f64x2.sub $exp.6 $dend.KCa.c) $dend.KCa.c_1))
          $soma.K.n = $soma.K.n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store (i32.add $soma.K.n@ $offset8) $soma.K.n
          $soma.Na.h = $soma.Na.h_new
          v128.store (i32.add $soma.Na.h@ $offset8) $soma.Na.h
          $soma.Na.m_5 = f64x2.sub -46.9 $soma.v
          $soma.Na.m_6 = f64x2.mul $soma.Na.m_5 0.25
          $soma.Na.m_7 = f64x2.mul $soma.Na.m_5 $soma.Na.m_5
          $soma.Na.m_8 = f64x2.mul 0.0625 $soma.Na.m_7
          $soma.Na.m_13 = f64x2.mul
            1.28
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.125 $soma.Na.m_5))
                (f64x2.mul
                  $soma.Na.m_8
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -5.166997354497355e-8 $soma.Na.m_7)
                            0.00003306878306878307)
                          $soma.Na.m_8)
                        -0.001388888888888889)
                      $soma.Na.m_8)
                    0.08333333333333333)))
              (f64x2.div
                $soma.Na.m_6
                (f64x2.sub (f64x2.mul $soma.Na.m_1 (f64x2.mul $soma.Na.m_12 $soma.Na.m_10)) 1))
              (f64x2.lt (f64x2.abs $soma.Na.m_6) 0.1))
          $soma.Na.m_14 = f64x2.add $soma.v 19.9
          $soma.Na.m_15 = f64x2.mul $soma.Na.m_14 $soma.Na.m_14
          $soma.Na.m_16 = f64x2.mul 0.04000000000000001 $soma.Na.m_15
          $soma.Na.m = f64x2.div
            $soma.Na.m_13
            (f64x2.add
              $soma.Na.m_13
              (f64x2.mul
                1.4
                (v128.bitselect
                  (f64x2.add
                    (f64x2.sub 1 (f64x2.mul 0.1 $soma.Na.m_14))
                    (f64x2.mul
                      $soma.Na.m_16
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul
                              (f64x2.add
                                (f64x2.mul -3.3068783068783076e-8 $soma.Na.m_15)
                                0.00003306878306878307)
                              $soma.Na.m_16)
                            -0.001388888888888889)
                          $soma.Na.m_16)
                        0.08333333333333333)))
                  (f64x2.div
                    (f64x2.mul $soma.Na.m_3 (f64x2.mul $soma.Na.m_14 $soma.Na.m_12))
                    (f64x2.sub 1 (f64x2.mul $soma.Na.m_4 $soma.Na.m_12)))
                  (f64x2.lt (f64x2.abs (f64x2.mul $soma.Na.m_14 0.2)) 0.1))))
          $dend.Ca = v128.load (i32.add $dend.Ca@ $offset8)
          $dend.Ca_L.force_3 = f64x2.mul $dend.Ca $dend.Ca_L.force_1
          $x.12 = f64x2.mul $dend.v $per_dend.Ca_L.f
          $1/exprel = 1/exprel $x.12
          $dend.Ca_L.force = f64x2.sub
            (f64x2.mul $dend.Ca_L.force_3 $dend.v)
            (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.Ca_L.force_3) $dend.Ca_L.f) $1/exprel)
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
          $dend.Ca_3 = f64x2.add $dend.Ca_L.s $dend.Ca_L.s_new
          $dend.Ca_L.s = $dend.Ca_L.s_new
          v128.store (i32.add $dend.Ca_L.s@ $offset8) $dend.Ca_L.s
          $dend.Ca_new = f64x2.add
            $dend.Ca
            (f64x2.mul
              $dend.Ca_2
              (f64x2.sub
                (f64x2.mul
                  $d_Ca
                  (f64x2.add
                    (f64x2.pmax
                      (f64x2.sub
                        $dend.Ca_L.I_rest
                        (f64x2.mul
                          (f64x2.mul
                            $dend.Ca_1
                            (f64x2.mul
                              (f64x2.mul $dend.Ca_3 $dend.Ca_3)
                              (f64x2.add $dend.Ca_L.r $dend.Ca_L.r_new)))
                          $dend.Ca_L.force))
                      0)
                    0))
                (f64x2.mul $k_Ca (f64x2.sub $dend.Ca $Ca_rest))))
          $dend.Ca_L.r = $dend.Ca_L.r_new
          v128.store (i32.add $dend.Ca_L.r@ $offset8) $dend.Ca_L.r
          $soma.v_ahead_13 = f64x2.mul
            (f64x2.mul $dend.Ca_L.s_new $dend.Ca_L.s_new)
            $dend.Ca_L.r_new
          $x.13 = f64x2.add (f64x2.mul 0.003453 $dend.Ca_new) 0.08095
          $sin = sin $x.13
          $x.14 = f64x2.sub (f64x2.mul 0.01634 $dend.Ca_new) 2.34
          $sin.1 = sin $x.14
          $x.15 = f64x2.sub (f64x2.mul 0.0348 $dend.Ca_new) 0.9918
          $sin.2 = sin $x.15
          $soma.v_ahead_14 = f64x2.add
            (f64x2.add (f64x2.mul 1.073 $sin) (f64x2.mul 0.08408 $sin.1))
            (f64x2.mul 0.01811 $sin.2)
          $dend.Ca = $dend.Ca_new
          v128.store (i32.add $dend.Ca@ $offset8) $dend.Ca
          $soma.v_ahead_15 = f64x2.sub
            (f64x2.mul
              (f64x2.add
                (f64x2.add
                  (f64x2.mul $soma.v_ahead_1 (f64x2.mul $soma.v_ahead_13 $dend.Ca_new))
                  (f64x2.mul (f64x2.mul $dend.KCa.g $dend.KCa.c_new) $soma.v_ahead_14))
                $g_L_d)
              $soma.v_ahead_2)
            $soma.v_ahead_3
          $dend.KCa.c = $dend.KCa.c_new
          v128.store (i32.add $dend.KCa.c@ $offset8) $dend.KCa.c
          $soma.v_ahead_16 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_4 $soma.v_ahead_15)
          $soma.I = v128.load (i32.add $soma.I@ $offset8)
          $soma.V_ext = v128.load (i32.add $soma.V_ext@ $offset8)
          $soma.v_ahead_17 = f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.add $soma.I_hold (f64x2.mul $soma.I $per_soma.area))
                  (f64x2.mul $g_L_s $soma.V_ext))
                (f64x2.mul $soma.K.E_times_soma.K.g $soma.K.n_new))
              $E_L_times_g_L_s)
            $per_soma.C
          $soma.v_ahead_18 = f64x2.mul (f64x2.mul $soma.Na.m $soma.Na.m) $soma.Na.h_new
          $soma.v_ahead_19 = f64x2.sub
            (f64x2.mul (f64x2.add (f64x2.mul $soma.K.g $soma.K.n_new) $g_L_s) $soma.v_ahead_6)
            $soma.v_ahead_7
          $soma.v_ahead_20 = f64x2.sub
            $soma.v_ahead_19
            (f64x2.mul $soma.Na.g_per_soma.C $soma.v_ahead_18)
          $soma.v_ahead_21 = f64x2.mul $soma.v_ahead_7 $dend.v
          $soma.v_ahead_22 = f64x2.add
            (f64x2.add
              (f64x2.sub $soma.v_ahead_17 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_18))
              (f64x2.mul $soma.v_ahead_20 $soma.v))
            $soma.v_ahead_21
          $dend.I = v128.load (i32.add $dend.I@ $offset8)
          $dend.V_ext = v128.load (i32.add $dend.V_ext@ $offset8)
          $soma.v_ahead_23 = f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add
                  (f64x2.add $dend.I_hold (f64x2.mul $dend.I $per_dend.area))
                  (f64x2.mul $g_L_d $dend.V_ext))
                (f64x2.mul
                  $dend.KCa.E_times_dend.KCa.g
                  (f64x2.mul $dend.KCa.c_new $soma.v_ahead_14)))
              $E_L_times_g_L_d)
            $per_C_m
          $soma.v_ahead_24 = f64x2.sub 1 (f64x2.mul $dend.Ca_new $dend.Ca_L.force_1)
          $soma.v_ahead_25 = f64x2.mul $soma.v_ahead_13 (f64x2.mul $soma.v_ahead_24 $1/exprel)
          $soma.v_ahead_26 = f64x2.mul $soma.v_ahead_15 $dend.v
          $soma.v_ahead_27 = f64x2.mul $soma.v_ahead_3 $soma.v
          $soma.v_ahead_28 = f64x2.add
            (f64x2.add
              (f64x2.sub $soma.v_ahead_23 (f64x2.mul $soma.v_ahead_8 $soma.v_ahead_25))
              $soma.v_ahead_26)
            $soma.v_ahead_27
          $soma.v_ahead_29 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_4 $soma.v_ahead_20)
          $soma.v_ahead_30 = f64x2.div
            1
            (f64x2.sub (f64x2.mul $soma.v_ahead_29 $soma.v_ahead_16) $soma.v_ahead_10)
          $soma.v_ahead = f64x2.add
            $soma.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_ahead_16 (f64x2.mul $dt $soma.v_ahead_22))
                (f64x2.mul $soma.v_ahead_9 $soma.v_ahead_28))
              $soma.v_ahead_30)
          $x.16 = f64x2.mul (f64x2.sub -46.9 $soma.v_ahead) 0.25
          $1/exprel.1 = 1/exprel $x.16
          $soma.Na.m_ahead_1 = f64x2.mul 1.28 $1/exprel.1
          $x.17 = f64x2.mul (f64x2.add $soma.v_ahead 19.9) 0.2
          $1/exprel.2 = 1/exprel $x.17
          $soma.Na.m_ahead = f64x2.div
            $soma.Na.m_ahead_1
            (f64x2.add $soma.Na.m_ahead_1 (f64x2.mul 1.4 $1/exprel.2))
          $dend.v_ahead = f64x2.add
            $dend.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_ahead_29 (f64x2.mul $dt $soma.v_ahead_28))
                (f64x2.mul $dend.v_ahead_1 $soma.v_ahead_22))
              $soma.v_ahead_30)
          $soma.v_8 = f64x2.mul $dt (f64x2.add $soma.v_ahead_15 $soma.v_ahead_3)
          $soma.v_9 = f64x2.sub 6 $soma.v_8
          $soma.v_10 = f64x2.sub 3 $soma.v_8
          $soma.v_11 = f64x2.sub $soma.v_9 (f64x2.mul (f64x2.mul $dt $soma.v_10) $soma.v_ahead_15)
          $soma.v_12 = f64x2.mul (f64x2.mul $soma.Na.m_ahead $soma.Na.m_ahead) $soma.Na.h_new
          $soma.v_13 = f64x2.add
            $soma.v_ahead_19
            (f64x2.mul
              0.5
              (f64x2.sub
                (f64x2.mul $soma.v_1 $soma.v_ahead_18)
                (f64x2.mul $soma.Na.g_per_soma.C $soma.v_12)))
          $soma.v_14 = f64x2.mul $dt (f64x2.add $soma.v_13 $soma.v_ahead_7)
          $soma.v_15 = f64x2.sub 6 $soma.v_14
          $soma.v_16 = f64x2.add
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_17
                (f64x2.mul
                  0.5
                  (f64x2.sub
                    (f64x2.mul $soma.v_2 $soma.v_ahead_18)
                    (f64x2.mul $soma.v_ahead_5 $soma.v_12))))
              (f64x2.mul $soma.v_13 $soma.v))
            $soma.v_ahead_21
          $soma.v_17 = f64x2.sub 3 $soma.v_14
          $x.18 = f64x2.mul $dend.v_ahead $per_dend.Ca_L.f
          $1/exprel.3 = 1/exprel $x.18
          $soma.v_18 = f64x2.add
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_23
                (f64x2.mul
                  0.5
                  (f64x2.sub
                    (f64x2.mul $soma.v_3 $soma.v_ahead_25)
                    (f64x2.mul
                      $soma.v_ahead_8
                      (f64x2.mul $soma.v_ahead_13 (f64x2.mul $soma.v_ahead_24 $1/exprel.3))))))
              $soma.v_ahead_26)
            $soma.v_ahead_27
          $soma.v_19 = f64x2.sub $soma.v_15 (f64x2.mul (f64x2.mul $dt $soma.v_17) $soma.v_13)
          $soma.v_20 = f64x2.div
            1
            (f64x2.sub
              (f64x2.mul $soma.v_19 $soma.v_11)
              (f64x2.mul $soma.v_5 (f64x2.mul $soma.v_17 $soma.v_10)))
          $soma.v_new = f64x2.add
            $soma.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_11 (f64x2.mul $soma.v_15 (f64x2.mul $dt $soma.v_16)))
                (f64x2.mul $soma.v_4 (f64x2.mul $soma.v_17 (f64x2.mul $soma.v_9 $soma.v_18))))
              $soma.v_20)
          $dend.v_new = f64x2.add
            $dend.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_19 (f64x2.mul $soma.v_9 (f64x2.mul $dt $soma.v_18)))
                (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_10 (f64x2.mul $soma.v_15 $soma.v_16))))
              $soma.v_20)
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
        $x.19 = f64x2.mul -0.025 $soma.v.1
        $exp.7 = exp $x.19
        $soma.Na.m_10.1 = f64x2.mul $exp.7 $exp.7
        $soma.Na.m_11.1 = f64x2.mul $soma.Na.m_10.1 $soma.Na.m_10.1
        $soma.Na.m_12.1 = f64x2.mul $soma.Na.m_11.1 $soma.Na.m_11.1
        $x.20 = f64x2.mul (f64x2.sub -43 $soma.v.1) 0.05555555555555555
        $exp.8 = exp $x.20
        $soma.Na.h_2.1 = f64x2.mul 0.128 $exp.8
        $soma.Na.h_3.1 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.Na.h_1 $soma.Na.m_12.1))
        $soma.Na.h.1 = v128.load (i32.add $soma.Na.h@ $offset8)
        $x.21 = f64x2.mul (f64x2.neg (f64x2.add $soma.Na.h_2.1 $soma.Na.h_3.1)) $dt
        $exprel.5 = exprel $x.21
        $soma.Na.h_new.1 = f64x2.add
          $soma.Na.h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub
              (f64x2.mul $soma.Na.h_2.1 (f64x2.sub 1 $soma.Na.h.1))
              (f64x2.mul $soma.Na.h_3.1 $soma.Na.h.1)))
        $soma.K.n_3.1 = f64x2.sub -24.9 $soma.v.1
        $soma.K.n_4.1 = f64x2.mul $soma.K.n_3.1 0.2
        $soma.K.n_5.1 = f64x2.mul $soma.K.n_3.1 $soma.K.n_3.1
        $soma.K.n_6.1 = f64x2.mul 0.04000000000000001 $soma.K.n_5.1
        $soma.K.n_7.1 = f64x2.mul
          0.08
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $soma.K.n_3.1))
              (f64x2.mul
                $soma.K.n_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $soma.K.n_5.1)
                          0.00003306878306878307)
                        $soma.K.n_6.1)
                      -0.001388888888888889)
                    $soma.K.n_6.1)
                  0.08333333333333333)))
            (f64x2.div $soma.K.n_4.1 (f64x2.sub (f64x2.mul $soma.K.n_1 $soma.Na.m_12.1) 1))
            (f64x2.lt (f64x2.abs $soma.K.n_4.1) 0.1))
        $soma.K.n_8.1 = f64x2.mul $soma.K.n_2 $exp.7
        $soma.K.n.1 = v128.load (i32.add $soma.K.n@ $offset8)
        $x.22 = f64x2.mul (f64x2.neg (f64x2.add $soma.K.n_7.1 $soma.K.n_8.1)) $dt
        $exprel.6 = exprel $x.22
        $soma.K.n_new.1 = f64x2.add
          $soma.K.n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.6)
            (f64x2.sub
              (f64x2.mul $soma.K.n_7.1 (f64x2.sub 1 $soma.K.n.1))
              (f64x2.mul $soma.K.n_8.1 $soma.K.n.1)))
        $dend.v.1 = v128.load (i32.add $dend.v@ $offset8)
        $x.23 = f64x2.mul -0.1 $dend.v.1
        $exp.9 = exp $x.23
        $dend.Ca_L.s_5.1 = f64x2.div 5 (f64x2.add 1 (f64x2.mul $dend.Ca_L.s_1 $exp.9))
        $dend.Ca_L.s_6.1 = f64x2.add $dend.v.1 8.9
        $dend.Ca_L.s_7.1 = f64x2.mul $dend.Ca_L.s_6.1 $dend.Ca_L.s_6.1
        $dend.Ca_L.s_8.1 = f64x2.mul 0.04000000000000001 $dend.Ca_L.s_7.1
        $dend.Ca_L.s_9.1 = f64x2.mul $exp.9 $exp.9
        $dend.Ca_L.s_10.1 = f64x2.mul
          0.2
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $dend.Ca_L.s_6.1))
              (f64x2.mul
                $dend.Ca_L.s_8.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $dend.Ca_L.s_7.1)
                          0.00003306878306878307)
                        $dend.Ca_L.s_8.1)
                      -0.001388888888888889)
                    $dend.Ca_L.s_8.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $dend.Ca_L.s_2 (f64x2.mul $dend.Ca_L.s_6.1 $dend.Ca_L.s_9.1))
              (f64x2.sub 1 (f64x2.mul $dend.Ca_L.s_3 $dend.Ca_L.s_9.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $dend.Ca_L.s_6.1 0.2)) 0.1))
        $dend.Ca_L.s.1 = v128.load (i32.add $dend.Ca_L.s@ $offset8)
        $x.24 = f64x2.mul (f64x2.neg (f64x2.add $dend.Ca_L.s_5.1 $dend.Ca_L.s_10.1)) $dt
        $exprel.7 = exprel $x.24
        $dend.Ca_L.s_new.1 = f64x2.add
          $dend.Ca_L.s.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub
              (f64x2.mul $dend.Ca_L.s_5.1 (f64x2.sub 1 $dend.Ca_L.s.1))
              (f64x2.mul $dend.Ca_L.s_10.1 $dend.Ca_L.s.1)))
        $x.25 = f64x2.mul -0.03035 (f64x2.add $dend.v.1 38.5)
        $exp.10 = exp $x.25
        $dend.Ca_L.r_2.1 = f64x2.mul 0.1673 $exp.10
        $dend.Ca_L.r_3.1 = f64x2.div
          0.5
          (f64x2.add 1 (f64x2.mul $dend.Ca_L.r_1 (f64x2.mul $dend.Ca_L.s_9.1 $exp.9)))
        $dend.Ca_L.r.1 = v128.load (i32.add $dend.Ca_L.r@ $offset8)
        $x.26 = f64x2.mul (f64x2.neg (f64x2.add $dend.Ca_L.r_2.1 $dend.Ca_L.r_3.1)) $dt
        $exprel.8 = exprel $x.26
        $dend.Ca_L.r_new.1 = f64x2.add
          $dend.Ca_L.r.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.8)
            (f64x2.sub
              (f64x2.mul $dend.Ca_L.r_2.1 (f64x2.sub 1 $dend.Ca_L.r.1))
              (f64x2.mul $dend.Ca_L.r_3.1 $dend.Ca_L.r.1)))
        $x.27 = f64x2.mul 0.03704 $dend.v.1
        $exp.11 = exp $x.27
        $dend.KCa.tau_c.1 = f64x2.mul $dend.KCa.tau_c_1 $exp.11
        $dend.KCa.c_1.1 = f64x2.div 1 $dend.KCa.tau_c.1
        $dend.KCa.c_2.1 = f64x2.add $dend.v.1 10.1
        $dend.KCa.c.1 = v128.load (i32.add $dend.KCa.c@ $offset8)
        $x.28 = f64x2.mul (f64x2.neg $dend.KCa.c_1.1) $dt
        $exprel.9 = exprel $x.28
        $x.29 = f64x2.neg (f64x2.abs (f64x2.mul $dend.KCa.c_2.1 9.84251968503937))
        $exp.12 = exp $x.29
        $log1p.1 = log1p $exp.12
        $x.30 = f64x2.mul
          -0.00925
          (f64x2.add
            (f64x2.add (f64x2.pmax (f64x2.mul $dend.KCa.c_2.1 -9.84251968503937) 0) 0)
            $log1p.1)
        $exp.13 = exp $x.30
        $dend.KCa.c_new.1 = f64x2.add
          $dend.KCa.c.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.9)
            (f64x2.mul (f64x2.sub $exp.13 $dend.KCa.c.1) $dend.KCa.c_1.1))
        $soma.K.n.1 = $soma.K.n_new.1
        $soma.Na.h.1 = $soma.Na.h_new.1
        $soma.Na.m_5.1 = f64x2.sub -46.9 $soma.v.1
        $soma.Na.m_6.1 = f64x2.mul $soma.Na.m_5.1 0.25
        $soma.Na.m_7.1 = f64x2.mul $soma.Na.m_5.1 $soma.Na.m_5.1
        $soma.Na.m_8.1 = f64x2.mul 0.0625 $soma.Na.m_7.1
        $soma.Na.m_13.1 = f64x2.mul
          1.28
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.125 $soma.Na.m_5.1))
              (f64x2.mul
                $soma.Na.m_8.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -5.166997354497355e-8 $soma.Na.m_7.1)
                          0.00003306878306878307)
                        $soma.Na.m_8.1)
                      -0.001388888888888889)
                    $soma.Na.m_8.1)
                  0.08333333333333333)))
            (f64x2.div
              $soma.Na.m_6.1
              (f64x2.sub (f64x2.mul $soma.Na.m_1 (f64x2.mul $soma.Na.m_12.1 $soma.Na.m_10.1)) 1))
            (f64x2.lt (f64x2.abs $soma.Na.m_6.1) 0.1))
        $soma.Na.m_14.1 = f64x2.add $soma.v.1 19.9
        $soma.Na.m_15.1 = f64x2.mul $soma.Na.m_14.1 $soma.Na.m_14.1
        $soma.Na.m_16.1 = f64x2.mul 0.04000000000000001 $soma.Na.m_15.1
        $soma.Na.m.1 = f64x2.div
          $soma.Na.m_13.1
          (f64x2.add
            $soma.Na.m_13.1
            (f64x2.mul
              1.4
              (v128.bitselect
                (f64x2.add
                  (f64x2.sub 1 (f64x2.mul 0.1 $soma.Na.m_14.1))
                  (f64x2.mul
                    $soma.Na.m_16.1
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul
                            (f64x2.add
                              (f64x2.mul -3.3068783068783076e-8 $soma.Na.m_15.1)
                              0.00003306878306878307)
                            $soma.Na.m_16.1)
                          -0.001388888888888889)
                        $soma.Na.m_16.1)
                      0.08333333333333333)))
                (f64x2.div
                  (f64x2.mul $soma.Na.m_3 (f64x2.mul $soma.Na.m_14.1 $soma.Na.m_12.1))
                  (f64x2.sub 1 (f64x2.mul $soma.Na.m_4 $soma.Na.m_12.1)))
                (f64x2.lt (f64x2.abs (f64x2.mul $soma.Na.m_14.1 0.2)) 0.1))))
        $dend.Ca.1 = v128.load (i32.add $dend.Ca@ $offset8)
        $dend.Ca_L.force_3.1 = f64x2.mul $dend.Ca.1 $dend.Ca_L.force_1
        $x.31 = f64x2.mul $dend.v.1 $per_dend.Ca_L.f
        $1/exprel.4 = 1/exprel $x.31
        $dend.Ca_L.force.1 = f64x2.sub
          (f64x2.mul $dend.Ca_L.force_3.1 $dend.v.1)
          (f64x2.mul (f64x2.mul (f64x2.sub 1 $dend.Ca_L.force_3.1) $dend.Ca_L.f) $1/exprel.4)
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
        $dend.Ca_3.1 = f64x2.add $dend.Ca_L.s.1 $dend.Ca_L.s_new.1
        $dend.Ca_L.s.1 = $dend.Ca_L.s_new.1
        $dend.Ca_new.1 = f64x2.add
          $dend.Ca.1
          (f64x2.mul
            $dend.Ca_2
            (f64x2.sub
              (f64x2.mul
                $d_Ca
                (f64x2.add
                  (f64x2.pmax
                    (f64x2.sub
                      $dend.Ca_L.I_rest
                      (f64x2.mul
                        (f64x2.mul
                          $dend.Ca_1
                          (f64x2.mul
                            (f64x2.mul $dend.Ca_3.1 $dend.Ca_3.1)
                            (f64x2.add $dend.Ca_L.r.1 $dend.Ca_L.r_new.1)))
                        $dend.Ca_L.force.1))
                    0)
                  0))
              (f64x2.mul $k_Ca (f64x2.sub $dend.Ca.1 $Ca_rest))))
        $dend.Ca_L.r.1 = $dend.Ca_L.r_new.1
        $soma.v_ahead_13.1 = f64x2.mul
          (f64x2.mul $dend.Ca_L.s_new.1 $dend.Ca_L.s_new.1)
          $dend.Ca_L.r_new.1
        $x.32 = f64x2.add (f64x2.mul 0.003453 $dend.Ca_new.1) 0.08095
        $sin.3 = sin $x.32
        $x.33 = f64x2.sub (f64x2.mul 0.01634 $dend.Ca_new.1) 2.34
        $sin.4 = sin $x.33
        $x.34 = f64x2.sub (f64x2.mul 0.0348 $dend.Ca_new.1) 0.9918
        $sin.5 = sin $x.34
        $soma.v_ahead_14.1 = f64x2.add
          (f64x2.add (f64x2.mul 1.073 $sin.3) (f64x2.mul 0.08408 $sin.4))
          (f64x2.mul 0.01811 $sin.5)
        $dend.Ca.1 = $dend.Ca_new.1
        $soma.v_ahead_15.1 = f64x2.sub
          (f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.mul $soma.v_ahead_1 (f64x2.mul $soma.v_ahead_13.1 $dend.Ca_new.1))
                (f64x2.mul (f64x2.mul $dend.KCa.g $dend.KCa.c_new.1) $soma.v_ahead_14.1))
              $g_L_d)
            $soma.v_ahead_2)
          $soma.v_ahead_3
        $dend.KCa.c.1 = $dend.KCa.c_new.1
        $soma.v_ahead_16.1 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_4 $soma.v_ahead_15.1)
        $soma.I.1 = v128.load (i32.add $soma.I@ $offset8)
        $soma.V_ext.1 = v128.load (i32.add $soma.V_ext@ $offset8)
        $soma.v_ahead_17.1 = f64x2.mul
          (f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.add $soma.I_hold (f64x2.mul $soma.I.1 $per_soma.area))
                (f64x2.mul $g_L_s $soma.V_ext.1))
              (f64x2.mul $soma.K.E_times_soma.K.g $soma.K.n_new.1))
            $E_L_times_g_L_s)
          $per_soma.C
        $soma.v_ahead_18.1 = f64x2.mul (f64x2.mul $soma.Na.m.1 $soma.Na.m.1) $soma.Na.h_new.1
        $soma.v_ahead_19.1 = f64x2.sub
          (f64x2.mul (f64x2.add (f64x2.mul $soma.K.g $soma.K.n_new.1) $g_L_s) $soma.v_ahead_6)
          $soma.v_ahead_7
        $soma.v_ahead_20.1 = f64x2.sub
          $soma.v_ahead_19.1
          (f64x2.mul $soma.Na.g_per_soma.C $soma.v_ahead_18.1)
        $soma.v_ahead_21.1 = f64x2.mul $soma.v_ahead_7 $dend.v.1
        $soma.v_ahead_22.1 = f64x2.add
          (f64x2.add
            (f64x2.sub $soma.v_ahead_17.1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_18.1))
            (f64x2.mul $soma.v_ahead_20.1 $soma.v.1))
          $soma.v_ahead_21.1
        $dend.I.1 = v128.load (i32.add $dend.I@ $offset8)
        $dend.V_ext.1 = v128.load (i32.add $dend.V_ext@ $offset8)
        $soma.v_ahead_23.1 = f64x2.mul
          (f64x2.add
            (f64x2.add
              (f64x2.add
                (f64x2.add $dend.I_hold (f64x2.mul $dend.I.1 $per_dend.area))
                (f64x2.mul $g_L_d $dend.V_ext.1))
              (f64x2.mul
                $dend.KCa.E_times_dend.KCa.g
                (f64x2.mul $dend.KCa.c_new.1 $soma.v_ahead_14.1)))
            $E_L_times_g_L_d)
          $per_C_m
        $soma.v_ahead_24.1 = f64x2.sub 1 (f64x2.mul $dend.Ca_new.1 $dend.Ca_L.force_1)
        $soma.v_ahead_25.1 = f64x2.mul $soma.v_ahead_13.1 (f64x2.mul $soma.v_ahead_24.1 $1/exprel.4)
        $soma.v_ahead_26.1 = f64x2.mul $soma.v_ahead_15.1 $dend.v.1
        $soma.v_ahead_27.1 = f64x2.mul $soma.v_ahead_3 $soma.v.1
        $soma.v_ahead_28.1 = f64x2.add
          (f64x2.add
            (f64x2.sub $soma.v_ahead_23.1 (f64x2.mul $soma.v_ahead_8 $soma.v_ahead_25.1))
            $soma.v_ahead_26.1)
          $soma.v_ahead_27.1
        $soma.v_ahead_29.1 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_4 $soma.v_ahead_20.1)
        $soma.v_ahead_30.1 = f64x2.div
          1
          (f64x2.sub (f64x2.mul $soma.v_ahead_29.1 $soma.v_ahead_16.1) $soma.v_ahead_10)
        $soma.v_ahead.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_ahead_16.1 (f64x2.mul $dt $soma.v_ahead_22.1))
              (f64x2.mul $soma.v_ahead_9 $soma.v_ahead_28.1))
            $soma.v_ahead_30.1)
        $x.35 = f64x2.mul (f64x2.sub -46.9 $soma.v_ahead.1) 0.25
        $1/exprel.5 = 1/exprel $x.35
        $soma.Na.m_ahead_1.1 = f64x2.mul 1.28 $1/exprel.5
        $x.36 = f64x2.mul (f64x2.add $soma.v_ahead.1 19.9) 0.2
        $1/exprel.6 = 1/exprel $x.36
        $soma.Na.m_ahead.1 = f64x2.div
          $soma.Na.m_ahead_1.1
          (f64x2.add $soma.Na.m_ahead_1.1 (f64x2.mul 1.4 $1/exprel.6))
        $dend.v_ahead.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_ahead_29.1 (f64x2.mul $dt $soma.v_ahead_28.1))
              (f64x2.mul $dend.v_ahead_1 $soma.v_ahead_22.1))
            $soma.v_ahead_30.1)
        $soma.v_8.1 = f64x2.mul $dt (f64x2.add $soma.v_ahead_15.1 $soma.v_ahead_3)
        $soma.v_9.1 = f64x2.sub 6 $soma.v_8.1
        $soma.v_10.1 = f64x2.sub 3 $soma.v_8.1
        $soma.v_11.1 = f64x2.sub
          $soma.v_9.1
          (f64x2.mul (f64x2.mul $dt $soma.v_10.1) $soma.v_ahead_15.1)
        $soma.v_12.1 = f64x2.mul (f64x2.mul $soma.Na.m_ahead.1 $soma.Na.m_ahead.1) $soma.Na.h_new.1
        $soma.v_13.1 = f64x2.add
          $soma.v_ahead_19.1
          (f64x2.mul
            0.5
            (f64x2.sub
              (f64x2.mul $soma.v_1 $soma.v_ahead_18.1)
              (f64x2.mul $soma.Na.g_per_soma.C $soma.v_12.1)))
        $soma.v_14.1 = f64x2.mul $dt (f64x2.add $soma.v_13.1 $soma.v_ahead_7)
        $soma.v_15.1 = f64x2.sub 6 $soma.v_14.1
        $soma.v_16.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              $soma.v_ahead_17.1
              (f64x2.mul
                0.5
                (f64x2.sub
                  (f64x2.mul $soma.v_2 $soma.v_ahead_18.1)
                  (f64x2.mul $soma.v_ahead_5 $soma.v_12.1))))
            (f64x2.mul $soma.v_13.1 $soma.v.1))
          $soma.v_ahead_21.1
        $soma.v_17.1 = f64x2.sub 3 $soma.v_14.1
        $x.37 = f64x2.mul $dend.v_ahead.1 $per_dend.Ca_L.f
        $1/exprel.7 = 1/exprel $x.37
        $soma.v_18.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              $soma.v_ahead_23.1
              (f64x2.mul
                0.5
                (f64x2.sub
                  (f64x2.mul $soma.v_3 $soma.v_ahead_25.1)
                  (f64x2.mul
                    $soma.v_ahead_8
                    (f64x2.mul $soma.v_ahead_13.1 (f64x2.mul $soma.v_ahead_24.1 $1/exprel.7))))))
            $soma.v_ahead_26.1)
          $soma.v_ahead_27.1
        $soma.v_19.1 = f64x2.sub $soma.v_15.1 (f64x2.mul (f64x2.mul $dt $soma.v_17.1) $soma.v_13.1)
        $soma.v_20.1 = f64x2.div
          1
          (f64x2.sub
            (f64x2.mul $soma.v_19.1 $soma.v_11.1)
            (f64x2.mul $soma.v_5 (f64x2.mul $soma.v_17.1 $soma.v_10.1)))
        $soma.v_new.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_11.1 (f64x2.mul $soma.v_15.1 (f64x2.mul $dt $soma.v_16.1)))
              (f64x2.mul $soma.v_4 (f64x2.mul $soma.v_17.1 (f64x2.mul $soma.v_9.1 $soma.v_18.1))))
            $soma.v_20.1)
        $dend.v_new.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_19.1 (f64x2.mul $soma.v_9.1 (f64x2.mul $dt $soma.v_18.1)))
              (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_10.1 (f64x2.mul $soma.v_15.1 $soma.v_16.1))))
            $soma.v_20.1)
        $dend.v.1 = $dend.v_new.1
        v128.store (i32.add $soma.K.n@ $offset8) $soma.K.n.1
        v128.store (i32.add $soma.Na.h@ $offset8) $soma.Na.h.1
        v128.store (i32.add $dend.Ca_L.s@ $offset8) $dend.Ca_L.s.1
        v128.store (i32.add $dend.Ca_L.r@ $offset8) $dend.Ca_L.r.1
        v128.store (i32.add $dend.Ca@ $offset8) $dend.Ca.1
        v128.store (i32.add $dend.KCa.c@ $offset8) $dend.KCa.c.1
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
