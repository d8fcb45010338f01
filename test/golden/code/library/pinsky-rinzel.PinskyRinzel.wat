;; PinskyRinzel — from models/neurons/pinsky-rinzel.livn
import memory livn.memory 1

;; PinskyRinzel · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  soma.v mV, soma.h 1, soma.n 1, dend.v mV, dend.s 1, dend.c 1, dend.q 1, dend.Ca 1
  $soma.v@ = i32.load +20 $frame
  $soma.h@ = i32.load +24 $frame
  $soma.n@ = i32.load +28 $frame
  $dend.v@ = i32.load +32 $frame
  $dend.s@ = i32.load +36 $frame
  $dend.c@ = i32.load +40 $frame
  $dend.q@ = i32.load +44 $frame
  $dend.Ca@ = i32.load +48 $frame
  $i = $first
  $soma.v.at = i32.add $soma.v@ (i32.shl $first 3)
  $soma.h.at = i32.add $soma.h@ (i32.shl $first 3)
  $soma.n.at = i32.add $soma.n@ (i32.shl $first 3)
  $dend.v.at = i32.add $dend.v@ (i32.shl $first 3)
  $dend.s.at = i32.add $dend.s@ (i32.shl $first 3)
  $dend.c.at = i32.add $dend.c@ (i32.shl $first 3)
  $dend.q.at = i32.add $dend.q@ (i32.shl $first 3)
  $dend.Ca.at = i32.add $dend.Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $soma.v = -62.9
      $x = f64x2.mul (f64x2.sub -43 $soma.v) 0.05555555555555555
      $exp = exp $x
      $soma.h_1 = f64x2.mul 0.128 $exp
      $x.1 = f64x2.mul (f64x2.sub -20 $soma.v) 0.2
      $exp.1 = exp $x.1
      $soma.h = f64x2.div $soma.h_1 (f64x2.add $soma.h_1 (f64x2.div 4 (f64x2.add 1 $exp.1)))
      $x.2 = f64x2.mul (f64x2.sub -24.9 $soma.v) 0.2
      $1/exprel = 1/exprel $x.2
      $soma.n_1 = f64x2.mul 0.08 $1/exprel
      $x.3 = f64x2.sub -1 (f64x2.mul 0.025 $soma.v)
      $exp.2 = exp $x.3
      $soma.n = f64x2.div $soma.n_1 (f64x2.add $soma.n_1 (f64x2.mul 0.25 $exp.2))
      $dend.v = -62.9
      $dend.s = 0.009
      $dend.c = 0.007
      $dend.q = 0.01
      $dend.Ca = 0.2
      v128.store $soma.v.at $soma.v
      v128.store $soma.h.at $soma.h
      v128.store $soma.n.at $soma.n
      v128.store $dend.v.at $dend.v
      v128.store $dend.s.at $dend.s
      v128.store $dend.c.at $dend.c
      v128.store $dend.q.at $dend.q
      v128.store $dend.Ca.at $dend.Ca
      $soma.v.at = i32.add $soma.v.at 16
      $soma.h.at = i32.add $soma.h.at 16
      $soma.n.at = i32.add $soma.n.at 16
      $dend.v.at = i32.add $dend.v.at 16
      $dend.s.at = i32.add $dend.s.at 16
      $dend.c.at = i32.add $dend.c.at 16
      $dend.q.at = i32.add $dend.q.at 16
      $dend.Ca.at = i32.add $dend.Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; PinskyRinzel · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $exp = exp -11.725
  $exp.1 = exp -3.98
  $soma.b_m_1 = f64x2.mul 0.2 $exp.1
  $p = v128.load64_splat +128 $frame
  $area = v128.load64_splat +136 $frame
  $k_soma.v_1 = f64x2.div 1 (f64x2.mul $p $area)
  $per_p = f64x2.div 1 $p
  $C = v128.load64_splat +144 $frame
  $dt_per_C = f64x2.div $dt $C
  $exp.2 = exp -4
  $exp.3 = exp -4.98
  $exp.4 = exp -1
  $soma.b_n_1 = f64x2.mul 0.25 $exp.4
  $k_dend.v_1 = f64x2.div 1 (f64x2.sub 1 $p)
  f64.store +184 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +192 $frame (f64x2.extract_lane 0 $exp)
  f64.store +200 $frame (f64x2.extract_lane 0 $soma.b_m_1)
  f64.store +208 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +216 $frame (f64x2.extract_lane 0 $k_soma.v_1)
  f64.store +224 $frame (f64x2.extract_lane 0 $per_p)
  f64.store +232 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +240 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +248 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +256 $frame (f64x2.extract_lane 0 $soma.b_n_1)
  f64.store +264 $frame (f64x2.extract_lane 0 $k_dend.v_1)

;; PinskyRinzel · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, soma.v mV, soma.h 1, soma.n 1, soma.V_ext mV, dend.v mV, dend.V_ext mV, soma.I pA, dend.s 1, dend.q 1, dend.c 1, dend.Ca 1
  ;; shared  g_L mS/cm^2, E_L mV, g_Na mS/cm^2, E_Na mV, g_KDR mS/cm^2, E_K mV, g_c mS/cm^2, p 1, area um^2, C uF/cm^2, g_Ca mS/cm^2, E_Ca mV, g_KAHP mS/cm^2, g_KC mS/cm^2
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +184 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +184 $frame)))) 1)
  $g_L = v128.load64_splat +72 $frame
  $E_L = v128.load64_splat +80 $frame
  $soma.a_m_1 = v128.load64_splat +192 $frame
  $soma.b_m_1 = v128.load64_splat +200 $frame
  $soma.b_m_3 = v128.load64_splat +208 $frame
  $g_Na = v128.load64_splat +88 $frame
  $E_Na = v128.load64_splat +96 $frame
  $g_KDR = v128.load64_splat +104 $frame
  $E_K = v128.load64_splat +112 $frame
  $g_c = v128.load64_splat +120 $frame
  $k_soma.v_1 = v128.load64_splat +216 $frame
  $dt_per_C = v128.load64_splat +232 $frame
  $per_p = v128.load64_splat +224 $frame
  $soma.b_h_1 = v128.load64_splat +240 $frame
  $dt = v128.load64_splat $frame
  $soma.a_n_1 = v128.load64_splat +248 $frame
  $soma.b_n_1 = v128.load64_splat +256 $frame
  $g_Ca = v128.load64_splat +152 $frame
  $E_Ca = v128.load64_splat +160 $frame
  $g_KAHP = v128.load64_splat +168 $frame
  $g_KC = v128.load64_splat +176 $frame
  $k_dend.v_1 = v128.load64_splat +264 $frame
  $lastspike@ = i32.load +20 $frame
  $soma.v@ = i32.load +24 $frame
  $soma.h@ = i32.load +28 $frame
  $soma.n@ = i32.load +32 $frame
  $soma.V_ext@ = i32.load +36 $frame
  $dend.v@ = i32.load +40 $frame
  $dend.V_ext@ = i32.load +44 $frame
  $soma.I@ = i32.load +48 $frame
  $dend.s@ = i32.load +52 $frame
  $dend.q@ = i32.load +56 $frame
  $dend.c@ = i32.load +60 $frame
  $dend.Ca@ = i32.load +64 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $soma.v.at = i32.add $soma.v@ (i32.shl $first 3)
  $soma.h.at = i32.add $soma.h@ (i32.shl $first 3)
  $soma.n.at = i32.add $soma.n@ (i32.shl $first 3)
  $soma.V_ext.at = i32.add $soma.V_ext@ (i32.shl $first 3)
  $dend.v.at = i32.add $dend.v@ (i32.shl $first 3)
  $dend.V_ext.at = i32.add $dend.V_ext@ (i32.shl $first 3)
  $soma.I.at = i32.add $soma.I@ (i32.shl $first 3)
  $dend.s.at = i32.add $dend.s@ (i32.shl $first 3)
  $dend.q.at = i32.add $dend.q@ (i32.shl $first 3)
  $dend.c.at = i32.add $dend.c@ (i32.shl $first 3)
  $dend.Ca.at = i32.add $dend.Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $lastspike = v128.load64_zero $lastspike.at
          $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
          $soma.v = v128.load $soma.v.at
          $soma.I_L = f64x2.mul $g_L (f64x2.sub $soma.v $E_L)
          $soma.a_m_3 = f64x2.sub -46.9 $soma.v
          $soma.a_m_4 = f64x2.mul $soma.a_m_3 0.25
          $soma.a_m_5 = f64x2.mul $soma.a_m_3 $soma.a_m_3
          $soma.a_m_6 = f64x2.mul 0.0625 $soma.a_m_5
          $x = f64x2.mul -0.025 $soma.v
          $exp = exp $x
          $soma.a_m_8 = f64x2.mul $exp $exp
          $soma.a_m_9 = f64x2.mul $soma.a_m_8 $soma.a_m_8
          $soma.a_m_10 = f64x2.mul $soma.a_m_9 $exp
          $soma.a_m = f64x2.mul
            1.28
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.125 $soma.a_m_3))
                (f64x2.mul
                  $soma.a_m_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -5.166997354497355e-8 $soma.a_m_5)
                            0.00003306878306878307)
                          $soma.a_m_6)
                        -0.001388888888888889)
                      $soma.a_m_6)
                    0.08333333333333333)))
              (f64x2.div
                $soma.a_m_4
                (f64x2.sub (f64x2.mul $soma.a_m_1 (f64x2.mul $soma.a_m_10 $soma.a_m_10)) 1))
              (f64x2.lt (f64x2.abs $soma.a_m_4) 0.1))
          $soma.b_m_4 = f64x2.add $soma.v 19.9
          $soma.b_m_5 = f64x2.mul $soma.b_m_4 $soma.b_m_4
          $soma.b_m_6 = f64x2.mul 0.04000000000000001 $soma.b_m_5
          $soma.b_m_7 = f64x2.mul $soma.a_m_9 $soma.a_m_9
          $soma.b_m = f64x2.mul
            1.4
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $soma.b_m_4))
                (f64x2.mul
                  $soma.b_m_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $soma.b_m_5)
                            0.00003306878306878307)
                          $soma.b_m_6)
                        -0.001388888888888889)
                      $soma.b_m_6)
                    0.08333333333333333)))
              (f64x2.div
                (f64x2.mul $soma.b_m_1 (f64x2.mul $soma.b_m_4 $soma.b_m_7))
                (f64x2.sub 1 (f64x2.mul $soma.b_m_3 $soma.b_m_7)))
              (f64x2.lt (f64x2.abs (f64x2.mul $soma.b_m_4 0.2)) 0.1))
          $soma.m = f64x2.div $soma.a_m (f64x2.add $soma.a_m $soma.b_m)
          $soma.h = v128.load $soma.h.at
          $soma.I_Na = f64x2.mul
            (f64x2.mul (f64x2.mul $g_Na (f64x2.mul $soma.m $soma.m)) $soma.h)
            (f64x2.sub $soma.v $E_Na)
          $soma.n = v128.load $soma.n.at
          $soma.I_KDR = f64x2.mul (f64x2.mul $g_KDR $soma.n) (f64x2.sub $soma.v $E_K)
          $soma.V_ext = v128.load $soma.V_ext.at
          $dend.v = v128.load $dend.v.at
          $dend.V_ext = v128.load $dend.V_ext.at
          $soma.I_c = f64x2.mul
            $g_c
            (f64x2.sub (f64x2.sub (f64x2.add $soma.v $soma.V_ext) $dend.v) $dend.V_ext)
          $soma.I = v128.load $soma.I.at
          $k_soma.v_2 = f64x2.mul $soma.I $k_soma.v_1
          $k_soma.v = f64x2.mul
            $dt_per_C
            (f64x2.sub
              $k_soma.v_2
              (f64x2.add
                (f64x2.add (f64x2.add $soma.I_L $soma.I_Na) $soma.I_KDR)
                (f64x2.mul $soma.I_c $per_p)))
          $soma.v_mid = f64x2.add $soma.v (f64x2.mul $k_soma.v 0.5)
          $soma.I_L_2 = f64x2.mul $g_L (f64x2.sub $soma.v_mid $E_L)
          $x.1 = f64x2.mul (f64x2.sub -46.9 $soma.v_mid) 0.25
          $1/exprel = 1/exprel $x.1
          $soma.a_m_2 = f64x2.mul 1.28 $1/exprel
          $x.2 = f64x2.mul (f64x2.add $soma.v_mid 19.9) 0.2
          $1/exprel.1 = 1/exprel $x.2
          $soma.b_m_2 = f64x2.mul 1.4 $1/exprel.1
          $soma.m_2 = f64x2.div $soma.a_m_2 (f64x2.add $soma.a_m_2 $soma.b_m_2)
          $x.3 = f64x2.mul (f64x2.sub -43 $soma.v) 0.05555555555555555
          $exp.1 = exp $x.3
          $soma.a_h = f64x2.mul 0.128 $exp.1
          $soma.b_h = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.b_h_1 $soma.b_m_7))
          $k_soma.h = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul $soma.a_h (f64x2.sub 1 $soma.h)) (f64x2.mul $soma.b_h $soma.h))
          $soma.h_mid = f64x2.add $soma.h (f64x2.mul $k_soma.h 0.5)
          $soma.I_Na_2 = f64x2.mul
            (f64x2.mul (f64x2.mul $g_Na (f64x2.mul $soma.m_2 $soma.m_2)) $soma.h_mid)
            (f64x2.sub $soma.v_mid $E_Na)
          $soma.a_n_3 = f64x2.sub -24.9 $soma.v
          $soma.a_n_4 = f64x2.mul $soma.a_n_3 0.2
          $soma.a_n_5 = f64x2.mul $soma.a_n_3 $soma.a_n_3
          $soma.a_n_6 = f64x2.mul 0.04000000000000001 $soma.a_n_5
          $soma.a_n = f64x2.mul
            0.08
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $soma.a_n_3))
                (f64x2.mul
                  $soma.a_n_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $soma.a_n_5)
                            0.00003306878306878307)
                          $soma.a_n_6)
                        -0.001388888888888889)
                      $soma.a_n_6)
                    0.08333333333333333)))
              (f64x2.div $soma.a_n_4 (f64x2.sub (f64x2.mul $soma.a_n_1 $soma.b_m_7) 1))
              (f64x2.lt (f64x2.abs $soma.a_n_4) 0.1))
          $soma.b_n = f64x2.mul $soma.b_n_1 $exp
          $k_soma.n = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul $soma.a_n (f64x2.sub 1 $soma.n)) (f64x2.mul $soma.b_n $soma.n))
          $soma.n_mid = f64x2.add $soma.n (f64x2.mul $k_soma.n 0.5)
          $soma.I_KDR_2 = f64x2.mul (f64x2.mul $g_KDR $soma.n_mid) (f64x2.sub $soma.v_mid $E_K)
          $dend.I_L = f64x2.mul $g_L (f64x2.sub $dend.v $E_L)
          $dend.s = v128.load $dend.s.at
          $dend.I_Ca = f64x2.mul
            (f64x2.mul $g_Ca (f64x2.mul $dend.s $dend.s))
            (f64x2.sub $dend.v $E_Ca)
          $dend.v_minus_E_K = f64x2.sub $dend.v $E_K
          $dend.q = v128.load $dend.q.at
          $dend.I_KAHP = f64x2.mul (f64x2.mul $g_KAHP $dend.q) $dend.v_minus_E_K
          $dend.c = v128.load $dend.c.at
          $dend.Ca = v128.load $dend.Ca.at
          $dend.I_KC = f64x2.mul
            (f64x2.mul (f64x2.mul $g_KC $dend.c) (f64x2.pmin (f64x2.mul $dend.Ca 0.004) 1))
            $dend.v_minus_E_K
          $k_dend.v = f64x2.mul
            $dt_per_C
            (f64x2.sub
              (f64x2.mul $soma.I_c $k_dend.v_1)
              (f64x2.add (f64x2.add (f64x2.add $dend.I_L $dend.I_Ca) $dend.I_KAHP) $dend.I_KC))
          $dend.v_mid = f64x2.add $dend.v (f64x2.mul $k_dend.v 0.5)
          $soma.I_c_2 = f64x2.mul
            $g_c
            (f64x2.sub (f64x2.sub (f64x2.add $soma.v_mid $soma.V_ext) $dend.v_mid) $dend.V_ext)
          $soma.v_new = f64x2.add
            $soma.v
            (f64x2.mul
              $dt_per_C
              (f64x2.sub
                $k_soma.v_2
                (f64x2.add
                  (f64x2.add (f64x2.add $soma.I_L_2 $soma.I_Na_2) $soma.I_KDR_2)
                  (f64x2.mul $soma.I_c_2 $per_p))))
          $x.4 = f64x2.mul (f64x2.sub -43 $soma.v_mid) 0.05555555555555555
          $exp.2 = exp $x.4
          $soma.a_h_2 = f64x2.mul 0.128 $exp.2
          $x.5 = f64x2.mul (f64x2.sub -20 $soma.v_mid) 0.2
          $exp.3 = exp $x.5
          $soma.b_h_2 = f64x2.div 4 (f64x2.add 1 $exp.3)
          $soma.h_new = f64x2.add
            $soma.h
            (f64x2.mul
              $dt
              (f64x2.sub
                (f64x2.mul $soma.a_h_2 (f64x2.sub 1 $soma.h_mid))
                (f64x2.mul $soma.b_h_2 $soma.h_mid)))
          $x.6 = f64x2.mul (f64x2.sub -24.9 $soma.v_mid) 0.2
          $1/exprel.2 = 1/exprel $x.6
          $soma.a_n_2 = f64x2.mul 0.08 $1/exprel.2
          $x.7 = f64x2.sub -1 (f64x2.mul 0.025 $soma.v_mid)
          $exp.4 = exp $x.7
          $soma.b_n_2 = f64x2.mul 0.25 $exp.4
          $soma.n_new = f64x2.add
            $soma.n
            (f64x2.mul
              $dt
              (f64x2.sub
                (f64x2.mul $soma.a_n_2 (f64x2.sub 1 $soma.n_mid))
                (f64x2.mul $soma.b_n_2 $soma.n_mid)))
          $dend.I_L_2 = f64x2.mul $g_L (f64x2.sub $dend.v_mid $E_L)
          $x.8 = f64x2.mul -0.072 (f64x2.sub $dend.v 5)
          $exp.5 = exp $x.8
          $dend.a_s = f64x2.div 1.6 (f64x2.add 1 $exp.5)
          $x.9 = f64x2.mul (f64x2.add $dend.v 8.9) 0.2
          $1/exprel.3 = 1/exprel $x.9
          $dend.b_s = f64x2.mul 0.1 $1/exprel.3
          $k_dend.s = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul $dend.a_s (f64x2.sub 1 $dend.s)) (f64x2.mul $dend.b_s $dend.s))
          $dend.s_mid = f64x2.add $dend.s (f64x2.mul $k_dend.s 0.5)
          $dend.I_Ca_2 = f64x2.mul
            (f64x2.mul $g_Ca (f64x2.mul $dend.s_mid $dend.s_mid))
            (f64x2.sub $dend.v_mid $E_Ca)
          $dend.a_q = f64x2.pmin (f64x2.mul 0.00002 $dend.Ca) 0.01
          $k_dend.q = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul $dend.a_q (f64x2.sub 1 $dend.q)) (f64x2.mul 0.001 $dend.q))
          $dend.q_mid = f64x2.add $dend.q (f64x2.mul $k_dend.q 0.5)
          $dend.v_mid_minus_E_K = f64x2.sub $dend.v_mid $E_K
          $dend.I_KAHP_2 = f64x2.mul (f64x2.mul $g_KAHP $dend.q_mid) $dend.v_mid_minus_E_K
          $x.10 = f64x2.mul (f64x2.sub -53.5 $dend.v) 0.037037037037037035
          $exp.6 = exp $x.10
          $dend.slow = f64x2.mul 2 $exp.6
          $dend.a_c_1 = f64x2.le $dend.v -10
          $x.11 = f64x2.sub
            (f64x2.mul (f64x2.add $dend.v 50) 0.09090909090909091)
            (f64x2.mul (f64x2.add $dend.v 53.5) 0.037037037037037035)
          $exp.7 = exp $x.11
          $dend.a_c = v128.bitselect (f64x2.mul $exp.7 0.052700922266139656) $dend.slow $dend.a_c_1
          $dend.b_c = v128.bitselect (f64x2.sub $dend.slow $dend.a_c) 0 $dend.a_c_1
          $k_dend.c = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul $dend.a_c (f64x2.sub 1 $dend.c)) (f64x2.mul $dend.b_c $dend.c))
          $dend.c_mid = f64x2.add $dend.c (f64x2.mul $k_dend.c 0.5)
          $k_dend.Ca = f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul -13 $dend.I_Ca) (f64x2.mul 0.075 $dend.Ca))
          $dend.Ca_mid = f64x2.add $dend.Ca (f64x2.mul $k_dend.Ca 0.5)
          $dend.I_KC_2 = f64x2.mul
            (f64x2.mul (f64x2.mul $g_KC $dend.c_mid) (f64x2.pmin (f64x2.mul $dend.Ca_mid 0.004) 1))
            $dend.v_mid_minus_E_K
          $dend.v_new = f64x2.add
            $dend.v
            (f64x2.mul
              $dt_per_C
              (f64x2.sub
                (f64x2.mul $soma.I_c_2 $k_dend.v_1)
                (f64x2.add
                  (f64x2.add (f64x2.add $dend.I_L_2 $dend.I_Ca_2) $dend.I_KAHP_2)
                  $dend.I_KC_2)))
          $x.12 = f64x2.mul -0.072 (f64x2.sub $dend.v_mid 5)
          $exp.8 = exp $x.12
          $dend.a_s_2 = f64x2.div 1.6 (f64x2.add 1 $exp.8)
          $x.13 = f64x2.mul (f64x2.add $dend.v_mid 8.9) 0.2
          $1/exprel.4 = 1/exprel $x.13
          $dend.b_s_2 = f64x2.mul 0.1 $1/exprel.4
          $dend.s_new = f64x2.add
            $dend.s
            (f64x2.mul
              $dt
              (f64x2.sub
                (f64x2.mul $dend.a_s_2 (f64x2.sub 1 $dend.s_mid))
                (f64x2.mul $dend.b_s_2 $dend.s_mid)))
          $x.14 = f64x2.mul (f64x2.sub -53.5 $dend.v_mid) 0.037037037037037035
          $exp.9 = exp $x.14
          $dend.slow_2 = f64x2.mul 2 $exp.9
          $dend.a_c_3 = f64x2.le $dend.v_mid -10
          $x.15 = f64x2.sub
            (f64x2.mul (f64x2.add $dend.v_mid 50) 0.09090909090909091)
            (f64x2.mul (f64x2.add $dend.v_mid 53.5) 0.037037037037037035)
          $exp.10 = exp $x.15
          $dend.a_c_2 = v128.bitselect
            (f64x2.mul $exp.10 0.052700922266139656)
            $dend.slow_2
            $dend.a_c_3
          $dend.b_c_2 = v128.bitselect (f64x2.sub $dend.slow_2 $dend.a_c_2) 0 $dend.a_c_3
          $dend.c_new = f64x2.add
            $dend.c
            (f64x2.mul
              $dt
              (f64x2.sub
                (f64x2.mul $dend.a_c_2 (f64x2.sub 1 $dend.c_mid))
                (f64x2.mul $dend.b_c_2 $dend.c_mid)))
          $dend.a_q_2 = f64x2.pmin (f64x2.mul 0.00002 $dend.Ca_mid) 0.01
          $dend.q_new = f64x2.add
            $dend.q
            (f64x2.mul
              $dt
              (f64x2.sub
                (f64x2.mul $dend.a_q_2 (f64x2.sub 1 $dend.q_mid))
                (f64x2.mul 0.001 $dend.q_mid)))
          $dend.Ca_new = f64x2.add
            $dend.Ca
            (f64x2.mul $dt (f64x2.sub (f64x2.mul -13 $dend.I_Ca_2) (f64x2.mul 0.075 $dend.Ca_mid)))
          $taking = v128.and $free (f64x2.gt $soma.v_new -10)
          br_if @unusual (v128.any_true $far)
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
          $soma.v = $soma.v_new
          $soma.h = $soma.h_new
          $soma.n = $soma.n_new
          $dend.v = $dend.v_new
          $dend.s = $dend.s_new
          $dend.c = $dend.c_new
          $dend.q = $dend.q_new
          $dend.Ca = $dend.Ca_new
          v128.store $soma.v.at $soma.v
          v128.store $soma.h.at $soma.h
          v128.store $soma.n.at $soma.n
          v128.store $dend.v.at $dend.v
          v128.store $dend.s.at $dend.s
          v128.store $dend.c.at $dend.c
          v128.store $dend.q.at $dend.q
          v128.store $dend.Ca.at $dend.Ca
          br @vector
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $soma.v.1 = v128.load $soma.v.at
        $soma.I_L.1 = f64x2.mul $g_L (f64x2.sub $soma.v.1 $E_L)
        $soma.a_m_3.1 = f64x2.sub -46.9 $soma.v.1
        $soma.a_m_4.1 = f64x2.mul $soma.a_m_3.1 0.25
        $soma.a_m_5.1 = f64x2.mul $soma.a_m_3.1 $soma.a_m_3.1
        $soma.a_m_6.1 = f64x2.mul 0.0625 $soma.a_m_5.1
        $x.16 = f64x2.mul -0.025 $soma.v.1
        $exp.11 = exp $x.16
        $soma.a_m_8.1 = f64x2.mul $exp.11 $exp.11
        $soma.a_m_9.1 = f64x2.mul $soma.a_m_8.1 $soma.a_m_8.1
        $soma.a_m_10.1 = f64x2.mul $soma.a_m_9.1 $exp.11
        $soma.a_m.1 = f64x2.mul
          1.28
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.125 $soma.a_m_3.1))
              (f64x2.mul
                $soma.a_m_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -5.166997354497355e-8 $soma.a_m_5.1)
                          0.00003306878306878307)
                        $soma.a_m_6.1)
                      -0.001388888888888889)
                    $soma.a_m_6.1)
                  0.08333333333333333)))
            (f64x2.div
              $soma.a_m_4.1
              (f64x2.sub (f64x2.mul $soma.a_m_1 (f64x2.mul $soma.a_m_10.1 $soma.a_m_10.1)) 1))
            (f64x2.lt (f64x2.abs $soma.a_m_4.1) 0.1))
        $soma.b_m_4.1 = f64x2.add $soma.v.1 19.9
        $soma.b_m_5.1 = f64x2.mul $soma.b_m_4.1 $soma.b_m_4.1
        $soma.b_m_6.1 = f64x2.mul 0.04000000000000001 $soma.b_m_5.1
        $soma.b_m_7.1 = f64x2.mul $soma.a_m_9.1 $soma.a_m_9.1
        $soma.b_m.1 = f64x2.mul
          1.4
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $soma.b_m_4.1))
              (f64x2.mul
                $soma.b_m_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $soma.b_m_5.1)
                          0.00003306878306878307)
                        $soma.b_m_6.1)
                      -0.001388888888888889)
                    $soma.b_m_6.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $soma.b_m_1 (f64x2.mul $soma.b_m_4.1 $soma.b_m_7.1))
              (f64x2.sub 1 (f64x2.mul $soma.b_m_3 $soma.b_m_7.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $soma.b_m_4.1 0.2)) 0.1))
        $soma.m.1 = f64x2.div $soma.a_m.1 (f64x2.add $soma.a_m.1 $soma.b_m.1)
        $soma.h.1 = v128.load $soma.h.at
        $soma.I_Na.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $g_Na (f64x2.mul $soma.m.1 $soma.m.1)) $soma.h.1)
          (f64x2.sub $soma.v.1 $E_Na)
        $soma.n.1 = v128.load $soma.n.at
        $soma.I_KDR.1 = f64x2.mul (f64x2.mul $g_KDR $soma.n.1) (f64x2.sub $soma.v.1 $E_K)
        $soma.V_ext.1 = v128.load $soma.V_ext.at
        $dend.v.1 = v128.load $dend.v.at
        $dend.V_ext.1 = v128.load $dend.V_ext.at
        $soma.I_c.1 = f64x2.mul
          $g_c
          (f64x2.sub (f64x2.sub (f64x2.add $soma.v.1 $soma.V_ext.1) $dend.v.1) $dend.V_ext.1)
        $soma.I.1 = v128.load $soma.I.at
        $k_soma.v_2.1 = f64x2.mul $soma.I.1 $k_soma.v_1
        $k_soma.v.1 = f64x2.mul
          $dt_per_C
          (f64x2.sub
            $k_soma.v_2.1
            (f64x2.add
              (f64x2.add (f64x2.add $soma.I_L.1 $soma.I_Na.1) $soma.I_KDR.1)
              (f64x2.mul $soma.I_c.1 $per_p)))
        $soma.v_mid.1 = f64x2.add $soma.v.1 (f64x2.mul $k_soma.v.1 0.5)
        $soma.I_L_2.1 = f64x2.mul $g_L (f64x2.sub $soma.v_mid.1 $E_L)
        $x.17 = f64x2.mul (f64x2.sub -46.9 $soma.v_mid.1) 0.25
        $1/exprel.5 = 1/exprel $x.17
        $soma.a_m_2.1 = f64x2.mul 1.28 $1/exprel.5
        $x.18 = f64x2.mul (f64x2.add $soma.v_mid.1 19.9) 0.2
        $1/exprel.6 = 1/exprel $x.18
        $soma.b_m_2.1 = f64x2.mul 1.4 $1/exprel.6
        $soma.m_2.1 = f64x2.div $soma.a_m_2.1 (f64x2.add $soma.a_m_2.1 $soma.b_m_2.1)
        $x.19 = f64x2.mul (f64x2.sub -43 $soma.v.1) 0.05555555555555555
        $exp.12 = exp $x.19
        $soma.a_h.1 = f64x2.mul 0.128 $exp.12
        $soma.b_h.1 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.b_h_1 $soma.b_m_7.1))
        $k_soma.h.1 = f64x2.mul
          $dt
          (f64x2.sub
            (f64x2.mul $soma.a_h.1 (f64x2.sub 1 $soma.h.1))
            (f64x2.mul $soma.b_h.1 $soma.h.1))
        $soma.h_mid.1 = f64x2.add $soma.h.1 (f64x2.mul $k_soma.h.1 0.5)
        $soma.I_Na_2.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $g_Na (f64x2.mul $soma.m_2.1 $soma.m_2.1)) $soma.h_mid.1)
          (f64x2.sub $soma.v_mid.1 $E_Na)
        $soma.a_n_3.1 = f64x2.sub -24.9 $soma.v.1
        $soma.a_n_4.1 = f64x2.mul $soma.a_n_3.1 0.2
        $soma.a_n_5.1 = f64x2.mul $soma.a_n_3.1 $soma.a_n_3.1
        $soma.a_n_6.1 = f64x2.mul 0.04000000000000001 $soma.a_n_5.1
        $soma.a_n.1 = f64x2.mul
          0.08
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $soma.a_n_3.1))
              (f64x2.mul
                $soma.a_n_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $soma.a_n_5.1)
                          0.00003306878306878307)
                        $soma.a_n_6.1)
                      -0.001388888888888889)
                    $soma.a_n_6.1)
                  0.08333333333333333)))
            (f64x2.div $soma.a_n_4.1 (f64x2.sub (f64x2.mul $soma.a_n_1 $soma.b_m_7.1) 1))
            (f64x2.lt (f64x2.abs $soma.a_n_4.1) 0.1))
        $soma.b_n.1 = f64x2.mul $soma.b_n_1 $exp.11
        $k_soma.n.1 = f64x2.mul
          $dt
          (f64x2.sub
            (f64x2.mul $soma.a_n.1 (f64x2.sub 1 $soma.n.1))
            (f64x2.mul $soma.b_n.1 $soma.n.1))
        $soma.n_mid.1 = f64x2.add $soma.n.1 (f64x2.mul $k_soma.n.1 0.5)
        $soma.I_KDR_2.1 = f64x2.mul (f64x2.mul $g_KDR $soma.n_mid.1) (f64x2.sub $soma.v_mid.1 $E_K)
        $dend.I_L.1 = f64x2.mul $g_L (f64x2.sub $dend.v.1 $E_L)
        $dend.s.1 = v128.load $dend.s.at
        $dend.I_Ca.1 = f64x2.mul
          (f64x2.mul $g_Ca (f64x2.mul $dend.s.1 $dend.s.1))
          (f64x2.sub $dend.v.1 $E_Ca)
        $dend.v_minus_E_K.1 = f64x2.sub $dend.v.1 $E_K
        $dend.q.1 = v128.load $dend.q.at
        $dend.I_KAHP.1 = f64x2.mul (f64x2.mul $g_KAHP $dend.q.1) $dend.v_minus_E_K.1
        $dend.c.1 = v128.load $dend.c.at
        $dend.Ca.1 = v128.load $dend.Ca.at
        $dend.I_KC.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $g_KC $dend.c.1) (f64x2.pmin (f64x2.mul $dend.Ca.1 0.004) 1))
          $dend.v_minus_E_K.1
        $k_dend.v.1 = f64x2.mul
          $dt_per_C
          (f64x2.sub
            (f64x2.mul $soma.I_c.1 $k_dend.v_1)
            (f64x2.add (f64x2.add (f64x2.add $dend.I_L.1 $dend.I_Ca.1) $dend.I_KAHP.1) $dend.I_KC.1))
        $dend.v_mid.1 = f64x2.add $dend.v.1 (f64x2.mul $k_dend.v.1 0.5)
        $soma.I_c_2.1 = f64x2.mul
          $g_c
          (f64x2.sub
            (f64x2.sub (f64x2.add $soma.v_mid.1 $soma.V_ext.1) $dend.v_mid.1)
            $dend.V_ext.1)
        $soma.v_new.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.sub
              $k_soma.v_2.1
              (f64x2.add
                (f64x2.add (f64x2.add $soma.I_L_2.1 $soma.I_Na_2.1) $soma.I_KDR_2.1)
                (f64x2.mul $soma.I_c_2.1 $per_p))))
        $x.20 = f64x2.mul (f64x2.sub -43 $soma.v_mid.1) 0.05555555555555555
        $exp.13 = exp $x.20
        $soma.a_h_2.1 = f64x2.mul 0.128 $exp.13
        $x.21 = f64x2.mul (f64x2.sub -20 $soma.v_mid.1) 0.2
        $exp.14 = exp $x.21
        $soma.b_h_2.1 = f64x2.div 4 (f64x2.add 1 $exp.14)
        $soma.h_new.1 = f64x2.add
          $soma.h.1
          (f64x2.mul
            $dt
            (f64x2.sub
              (f64x2.mul $soma.a_h_2.1 (f64x2.sub 1 $soma.h_mid.1))
              (f64x2.mul $soma.b_h_2.1 $soma.h_mid.1)))
        $x.22 = f64x2.mul (f64x2.sub -24.9 $soma.v_mid.1) 0.2
        $1/exprel.7 = 1/exprel $x.22
        $soma.a_n_2.1 = f64x2.mul 0.08 $1/exprel.7
        $x.23 = f64x2.sub -1 (f64x2.mul 0.025 $soma.v_mid.1)
        $exp.15 = exp $x.23
        $soma.b_n_2.1 = f64x2.mul 0.25 $exp.15
        $soma.n_new.1 = f64x2.add
          $soma.n.1
          (f64x2.mul
            $dt
            (f64x2.sub
              (f64x2.mul $soma.a_n_2.1 (f64x2.sub 1 $soma.n_mid.1))
              (f64x2.mul $soma.b_n_2.1 $soma.n_mid.1)))
        $dend.I_L_2.1 = f64x2.mul $g_L (f64x2.sub $dend.v_mid.1 $E_L)
        $x.24 = f64x2.mul -0.072 (f64x2.sub $dend.v.1 5)
        $exp.16 = exp $x.24
        $dend.a_s.1 = f64x2.div 1.6 (f64x2.add 1 $exp.16)
        $x.25 = f64x2.mul (f64x2.add $dend.v.1 8.9) 0.2
        $1/exprel.8 = 1/exprel $x.25
        $dend.b_s.1 = f64x2.mul 0.1 $1/exprel.8
        $k_dend.s.1 = f64x2.mul
          $dt
          (f64x2.sub
            (f64x2.mul $dend.a_s.1 (f64x2.sub 1 $dend.s.1))
            (f64x2.mul $dend.b_s.1 $dend.s.1))
        $dend.s_mid.1 = f64x2.add $dend.s.1 (f64x2.mul $k_dend.s.1 0.5)
        $dend.I_Ca_2.1 = f64x2.mul
          (f64x2.mul $g_Ca (f64x2.mul $dend.s_mid.1 $dend.s_mid.1))
          (f64x2.sub $dend.v_mid.1 $E_Ca)
        $dend.a_q.1 = f64x2.pmin (f64x2.mul 0.00002 $dend.Ca.1) 0.01
        $k_dend.q.1 = f64x2.mul
          $dt
          (f64x2.sub (f64x2.mul $dend.a_q.1 (f64x2.sub 1 $dend.q.1)) (f64x2.mul 0.001 $dend.q.1))
        $dend.q_mid.1 = f64x2.add $dend.q.1 (f64x2.mul $k_dend.q.1 0.5)
        $dend.v_mid_minus_E_K.1 = f64x2.sub $dend.v_mid.1 $E_K
        $dend.I_KAHP_2.1 = f64x2.mul (f64x2.mul $g_KAHP $dend.q_mid.1) $dend.v_mid_minus_E_K.1
        $x.26 = f64x2.mul (f64x2.sub -53.5 $dend.v.1) 0.037037037037037035
        $exp.17 = exp $x.26
        $dend.slow.1 = f64x2.mul 2 $exp.17
        $dend.a_c_1.1 = f64x2.le $dend.v.1 -10
        $x.27 = f64x2.sub
          (f64x2.mul (f64x2.add $dend.v.1 50) 0.09090909090909091)
          (f64x2.mul (f64x2.add $dend.v.1 53.5) 0.037037037037037035)
        $exp.18 = exp $x.27
        $dend.a_c.1 = v128.bitselect
          (f64x2.mul $exp.18 0.052700922266139656)
          $dend.slow.1
          $dend.a_c_1.1
        $dend.b_c.1 = v128.bitselect (f64x2.sub $dend.slow.1 $dend.a_c.1) 0 $dend.a_c_1.1
        $k_dend.c.1 = f64x2.mul
          $dt
          (f64x2.sub
            (f64x2.mul $dend.a_c.1 (f64x2.sub 1 $dend.c.1))
            (f64x2.mul $dend.b_c.1 $dend.c.1))
        $dend.c_mid.1 = f64x2.add $dend.c.1 (f64x2.mul $k_dend.c.1 0.5)
        $k_dend.Ca.1 = f64x2.mul
          $dt
          (f64x2.sub (f64x2.mul -13 $dend.I_Ca.1) (f64x2.mul 0.075 $dend.Ca.1))
        $dend.Ca_mid.1 = f64x2.add $dend.Ca.1 (f64x2.mul $k_dend.Ca.1 0.5)
        $dend.I_KC_2.1 = f64x2.mul
          (f64x2.mul
            (f64x2.mul $g_KC $dend.c_mid.1)
            (f64x2.pmin (f64x2.mul $dend.Ca_mid.1 0.004) 1))
          $dend.v_mid_minus_E_K.1
        $dend.v_new.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.sub
              (f64x2.mul $soma.I_c_2.1 $k_dend.v_1)
              (f64x2.add
                (f64x2.add (f64x2.add $dend.I_L_2.1 $dend.I_Ca_2.1) $dend.I_KAHP_2.1)
                $dend.I_KC_2.1)))
        $x.28 = f64x2.mul -0.072 (f64x2.sub $dend.v_mid.1 5)
        $exp.19 = exp $x.28
        $dend.a_s_2.1 = f64x2.div 1.6 (f64x2.add 1 $exp.19)
        $x.29 = f64x2.mul (f64x2.add $dend.v_mid.1 8.9) 0.2
        $1/exprel.9 = 1/exprel $x.29
        $dend.b_s_2.1 = f64x2.mul 0.1 $1/exprel.9
        $dend.s_new.1 = f64x2.add
          $dend.s.1
          (f64x2.mul
            $dt
            (f64x2.sub
              (f64x2.mul $dend.a_s_2.1 (f64x2.sub 1 $dend.s_mid.1))
              (f64x2.mul $dend.b_s_2.1 $dend.s_mid.1)))
        $x.30 = f64x2.mul (f64x2.sub -53.5 $dend.v_mid.1) 0.037037037037037035
        $exp.20 = exp $x.30
        $dend.slow_2.1 = f64x2.mul 2 $exp.20
        $dend.a_c_3.1 = f64x2.le $dend.v_mid.1 -10
        $x.31 = f64x2.sub
          (f64x2.mul (f64x2.add $dend.v_mid.1 50) 0.09090909090909091)
          (f64x2.mul (f64x2.add $dend.v_mid.1 53.5) 0.037037037037037035)
        $exp.21 = exp $x.31
        $dend.a_c_2.1 = v128.bitselect
          (f64x2.mul $exp.21 0.052700922266139656)
          $dend.slow_2.1
          $dend.a_c_3.1
        $dend.b_c_2.1 = v128.bitselect (f64x2.sub $dend.slow_2.1 $dend.a_c_2.1) 0 $dend.a_c_3.1
        $dend.c_new.1 = f64x2.add
          $dend.c.1
          (f64x2.mul
            $dt
            (f64x2.sub
              (f64x2.mul $dend.a_c_2.1 (f64x2.sub 1 $dend.c_mid.1))
              (f64x2.mul $dend.b_c_2.1 $dend.c_mid.1)))
        $dend.a_q_2.1 = f64x2.pmin (f64x2.mul 0.00002 $dend.Ca_mid.1) 0.01
        $dend.q_new.1 = f64x2.add
          $dend.q.1
          (f64x2.mul
            $dt
            (f64x2.sub
              (f64x2.mul $dend.a_q_2.1 (f64x2.sub 1 $dend.q_mid.1))
              (f64x2.mul 0.001 $dend.q_mid.1)))
        $dend.Ca_new.1 = f64x2.add
          $dend.Ca.1
          (f64x2.mul
            $dt
            (f64x2.sub (f64x2.mul -13 $dend.I_Ca_2.1) (f64x2.mul 0.075 $dend.Ca_mid.1)))
        $taking.1 = v128.and $free.1 (f64x2.gt $soma.v_new.1 -10)
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
        $soma.v.1 = $soma.v_new.1
        $soma.h.1 = $soma.h_new.1
        $soma.n.1 = $soma.n_new.1
        $dend.v.1 = $dend.v_new.1
        $dend.s.1 = $dend.s_new.1
        $dend.c.1 = $dend.c_new.1
        $dend.q.1 = $dend.q_new.1
        $dend.Ca.1 = $dend.Ca_new.1
        v128.store $soma.v.at $soma.v.1
        v128.store $soma.h.at $soma.h.1
        v128.store $soma.n.at $soma.n.1
        v128.store $dend.v.at $dend.v.1
        v128.store $dend.s.at $dend.s.1
        v128.store $dend.c.at $dend.c.1
        v128.store $dend.q.at $dend.q.1
        v128.store $dend.Ca.at $dend.Ca.1
      $lastspike.at = i32.add $lastspike.at 8
      $soma.v.at = i32.add $soma.v.at 16
      $soma.h.at = i32.add $soma.h.at 16
      $soma.n.at = i32.add $soma.n.at 16
      $soma.V_ext.at = i32.add $soma.V_ext.at 16
      $dend.v.at = i32.add $dend.v.at 16
      $dend.V_ext.at = i32.add $dend.V_ext.at 16
      $soma.I.at = i32.add $soma.I.at 16
      $dend.s.at = i32.add $dend.s.at 16
      $dend.q.at = i32.add $dend.q.at 16
      $dend.c.at = i32.add $dend.c.at 16
      $dend.Ca.at = i32.add $dend.Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
