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
  $exp = exp -4
  $exp.1 = exp -4.98
  $exp.2 = exp -1
  $soma.b_n_1 = f64x2.mul 0.25 $exp.2
  $exp.3 = exp 0.36
  $exp.4 = exp -1.7800000000000002
  $dend.b_s_1 = f64x2.mul 0.2 $exp.4
  $exp.5 = exp -1.9814814814814814
  $dend.slow_1 = f64x2.mul 2 $exp.5
  $exp.6 = exp 2.5639730639730645
  $dend.a_c_1 = f64x2.mul $exp.6 0.052700922266139656
  $g_Ca = v128.load64_splat +72 $frame
  $dend.Ca_1 = f64x2.mul -13 (f64x2.mul $g_Ca 0.25)
  $x = f64x2.mul -0.075 $dt
  $exprel = exprel $x
  $dend.Ca_2 = f64x2.mul $dt $exprel
  $exp.7 = exp -11.725
  $exp.8 = exp -3.98
  $soma.b_m_1 = f64x2.mul 0.2 $exp.8
  $p = v128.load64_splat +96 $frame
  $soma.v_ahead_13 = f64x2.sub 1 $p
  $g_c = v128.load64_splat +88 $frame
  $negate = f64x2.neg $g_c
  $soma.v_ahead_1 = f64x2.div $negate $soma.v_ahead_13
  $soma.v_ahead_11 = f64x2.mul 0.5 $dt
  $C = v128.load64_splat +128 $frame
  $soma.v_ahead_2 = f64x2.div $soma.v_ahead_11 $C
  $area = v128.load64_splat +136 $frame
  $soma.v_ahead_3 = f64x2.div 1 (f64x2.mul $p $area)
  $E_K = v128.load64_splat +160 $frame
  $g_KDR = v128.load64_splat +152 $frame
  $E_K_times_g_KDR = f64x2.mul $E_K $g_KDR
  $g_L = v128.load64_splat +104 $frame
  $E_L = v128.load64_splat +144 $frame
  $soma.v_ahead_4 = f64x2.mul $g_L (f64x2.neg $E_L)
  $g_c_per_p = f64x2.div $g_c $p
  $per_C = f64x2.div 1 $C
  $g_Na = v128.load64_splat +168 $frame
  $E_Na = v128.load64_splat +176 $frame
  $soma.v_3 = f64x2.div (f64x2.mul $g_Na $E_Na) $C
  $soma.v_ahead_5 = f64x2.neg $soma.v_3
  $soma.v_ahead_6 = f64x2.neg $per_C
  $g_Na_per_C = f64x2.div $g_Na $C
  $soma.v_ahead_14 = f64x2.div $negate $p
  $soma.v_ahead_7 = f64x2.div (f64x2.neg $soma.v_ahead_14) $C
  $soma.v_ahead_8 = f64x2.div $g_c $soma.v_ahead_13
  $E_Ca = v128.load64_splat +80 $frame
  $E_Ca_times_g_Ca = f64x2.mul $E_Ca $g_Ca
  $g_KAHP = v128.load64_splat +112 $frame
  $E_K_times_g_KAHP = f64x2.mul $E_K $g_KAHP
  $g_KC = v128.load64_splat +120 $frame
  $E_K_times_g_KC = f64x2.mul $E_K $g_KC
  $soma.v_ahead_9 = f64x2.div $soma.v_ahead_8 $C
  $soma.v_ahead_15 = f64x2.mul $soma.v_ahead_11 $soma.v_ahead_7
  $soma.v_ahead_10 = f64x2.mul $soma.v_ahead_15 $dt
  $soma.v_ahead_12 = f64x2.mul $soma.v_ahead_15 (f64x2.mul $soma.v_ahead_11 $soma.v_ahead_9)
  $dt_per_C = f64x2.div $dt $C
  $soma.v_1 = f64x2.neg $g_Na_per_C
  $soma.v_2 = f64x2.div $soma.v_ahead_14 $C
  $soma.v_6 = f64x2.mul $dt $soma.v_ahead_7
  $soma.v_4 = f64x2.mul $soma.v_6 $dt
  $soma.v_7 = f64x2.mul $dt $soma.v_ahead_9
  $soma.v_5 = f64x2.mul $soma.v_6 $soma.v_7
  $dend.v_1 = f64x2.mul $soma.v_7 $dt
  f64.store +184 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +192 $frame (f64x2.extract_lane 0 $exp)
  f64.store +200 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +208 $frame (f64x2.extract_lane 0 $soma.b_n_1)
  f64.store +216 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +224 $frame (f64x2.extract_lane 0 $dend.b_s_1)
  f64.store +232 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +240 $frame (f64x2.extract_lane 0 $dend.slow_1)
  f64.store +248 $frame (f64x2.extract_lane 0 $dend.a_c_1)
  f64.store +256 $frame (f64x2.extract_lane 0 $dend.Ca_1)
  f64.store +264 $frame (f64x2.extract_lane 0 $dend.Ca_2)
  f64.store +272 $frame (f64x2.extract_lane 0 $exp.7)
  f64.store +280 $frame (f64x2.extract_lane 0 $soma.b_m_1)
  f64.store +288 $frame (f64x2.extract_lane 0 $exp.8)
  f64.store +296 $frame (f64x2.extract_lane 0 $soma.v_ahead_13)
  f64.store +304 $frame (f64x2.extract_lane 0 $soma.v_ahead_1)
  f64.store +312 $frame (f64x2.extract_lane 0 $soma.v_ahead_11)
  f64.store +320 $frame (f64x2.extract_lane 0 $soma.v_ahead_2)
  f64.store +328 $frame (f64x2.extract_lane 0 $soma.v_ahead_3)
  f64.store +336 $frame (f64x2.extract_lane 0 $E_K_times_g_KDR)
  f64.store +344 $frame (f64x2.extract_lane 0 $soma.v_ahead_4)
  f64.store +352 $frame (f64x2.extract_lane 0 $g_c_per_p)
  f64.store +360 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +368 $frame (f64x2.extract_lane 0 $soma.v_3)
  f64.store +376 $frame (f64x2.extract_lane 0 $soma.v_ahead_5)
  f64.store +384 $frame (f64x2.extract_lane 0 $soma.v_ahead_6)
  f64.store +392 $frame (f64x2.extract_lane 0 $g_Na_per_C)
  f64.store +400 $frame (f64x2.extract_lane 0 $soma.v_ahead_14)
  f64.store +408 $frame (f64x2.extract_lane 0 $soma.v_ahead_7)
  f64.store +416 $frame (f64x2.extract_lane 0 $soma.v_ahead_8)
  f64.store +424 $frame (f64x2.extract_lane 0 $E_Ca_times_g_Ca)
  f64.store +432 $frame (f64x2.extract_lane 0 $E_K_times_g_KAHP)
  f64.store +440 $frame (f64x2.extract_lane 0 $E_K_times_g_KC)
  f64.store +448 $frame (f64x2.extract_lane 0 $soma.v_ahead_9)
  f64.store +456 $frame (f64x2.extract_lane 0 $soma.v_ahead_15)
  f64.store +464 $frame (f64x2.extract_lane 0 $soma.v_ahead_10)
  f64.store +472 $frame (f64x2.extract_lane 0 $soma.v_ahead_12)
  f64.store +480 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +488 $frame (f64x2.extract_lane 0 $soma.v_1)
  f64.store +496 $frame (f64x2.extract_lane 0 $soma.v_2)
  f64.store +504 $frame (f64x2.extract_lane 0 $soma.v_6)
  f64.store +512 $frame (f64x2.extract_lane 0 $soma.v_4)
  f64.store +520 $frame (f64x2.extract_lane 0 $soma.v_7)
  f64.store +528 $frame (f64x2.extract_lane 0 $soma.v_5)
  f64.store +536 $frame (f64x2.extract_lane 0 $dend.v_1)

;; PinskyRinzel · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, soma.v mV, soma.h 1, soma.n 1, dend.v mV, dend.s 1, dend.c 1, dend.Ca 1, dend.q 1, soma.I pA, soma.V_ext mV, dend.V_ext mV
  ;; shared  g_Ca mS/cm^2, E_Ca mV, g_c mS/cm^2, p 1, g_L mS/cm^2, g_KAHP mS/cm^2, g_KC mS/cm^2, C uF/cm^2, area um^2, E_L mV, g_KDR mS/cm^2, E_K mV, g_Na mS/cm^2, E_Na mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +184 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +184 $frame)))) 1)
  $soma.b_h_1 = v128.load64_splat +192 $frame
  $dt = v128.load64_splat $frame
  $soma.a_n_1 = v128.load64_splat +200 $frame
  $soma.b_n_1 = v128.load64_splat +208 $frame
  $dend.a_s_1 = v128.load64_splat +216 $frame
  $dend.b_s_1 = v128.load64_splat +224 $frame
  $dend.b_s_2 = v128.load64_splat +232 $frame
  $dend.slow_1 = v128.load64_splat +240 $frame
  $dend.a_c_1 = v128.load64_splat +248 $frame
  $dend.Ca_2 = v128.load64_splat +264 $frame
  $dend.Ca_1 = v128.load64_splat +256 $frame
  $E_Ca = v128.load64_splat +80 $frame
  $soma.a_m_1 = v128.load64_splat +272 $frame
  $soma.b_m_1 = v128.load64_splat +280 $frame
  $soma.b_m_2 = v128.load64_splat +288 $frame
  $soma.v_ahead_1 = v128.load64_splat +304 $frame
  $g_L = v128.load64_splat +104 $frame
  $g_Ca = v128.load64_splat +72 $frame
  $g_KAHP = v128.load64_splat +112 $frame
  $g_KC = v128.load64_splat +120 $frame
  $soma.v_ahead_2 = v128.load64_splat +320 $frame
  $soma.v_ahead_3 = v128.load64_splat +328 $frame
  $soma.v_ahead_4 = v128.load64_splat +344 $frame
  $E_K_times_g_KDR = v128.load64_splat +336 $frame
  $g_c_per_p = v128.load64_splat +352 $frame
  $per_C = v128.load64_splat +360 $frame
  $g_KDR = v128.load64_splat +152 $frame
  $soma.v_ahead_6 = v128.load64_splat +384 $frame
  $g_Na_per_C = v128.load64_splat +392 $frame
  $soma.v_ahead_7 = v128.load64_splat +408 $frame
  $soma.v_ahead_8 = v128.load64_splat +416 $frame
  $E_Ca_times_g_Ca = v128.load64_splat +424 $frame
  $E_K_times_g_KAHP = v128.load64_splat +432 $frame
  $E_K_times_g_KC = v128.load64_splat +440 $frame
  $soma.v_ahead_9 = v128.load64_splat +448 $frame
  $soma.v_ahead_5 = v128.load64_splat +376 $frame
  $soma.v_ahead_10 = v128.load64_splat +464 $frame
  $soma.v_ahead_11 = v128.load64_splat +312 $frame
  $soma.v_ahead_12 = v128.load64_splat +472 $frame
  $dt_per_C = v128.load64_splat +480 $frame
  $soma.v_1 = v128.load64_splat +488 $frame
  $soma.v_2 = v128.load64_splat +496 $frame
  $soma.v_3 = v128.load64_splat +368 $frame
  $soma.v_5 = v128.load64_splat +528 $frame
  $soma.v_4 = v128.load64_splat +512 $frame
  $dend.v_1 = v128.load64_splat +536 $frame
  $lastspike@ = i32.load +20 $frame
  $soma.v@ = i32.load +24 $frame
  $soma.h@ = i32.load +28 $frame
  $soma.n@ = i32.load +32 $frame
  $dend.v@ = i32.load +36 $frame
  $dend.s@ = i32.load +40 $frame
  $dend.c@ = i32.load +44 $frame
  $dend.Ca@ = i32.load +48 $frame
  $dend.q@ = i32.load +52 $frame
  $soma.I@ = i32.load +56 $frame
  $soma.V_ext@ = i32.load +60 $frame
  $dend.V_ext@ = i32.load +64 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $soma.v.at = i32.add $soma.v@ (i32.shl $first 3)
  $soma.h.at = i32.add $soma.h@ (i32.shl $first 3)
  $soma.n.at = i32.add $soma.n@ (i32.shl $first 3)
  $dend.v.at = i32.add $dend.v@ (i32.shl $first 3)
  $dend.s.at = i32.add $dend.s@ (i32.shl $first 3)
  $dend.c.at = i32.add $dend.c@ (i32.shl $first 3)
  $dend.Ca.at = i32.add $dend.Ca@ (i32.shl $first 3)
  $dend.q.at = i32.add $dend.q@ (i32.shl $first 3)
  $soma.I.at = i32.add $soma.I@ (i32.shl $first 3)
  $soma.V_ext.at = i32.add $soma.V_ext@ (i32.shl $first 3)
  $dend.V_ext.at = i32.add $dend.V_ext@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $soma.v = v128.load $soma.v.at
          $x = f64x2.mul (f64x2.sub -43 $soma.v) 0.05555555555555555
          $exp = exp $x
          $soma.a_h = f64x2.mul 0.128 $exp
          $x.1 = f64x2.mul -0.025 $soma.v
          $exp.1 = exp $x.1
          $soma.b_h_3 = f64x2.mul $exp.1 $exp.1
          $soma.b_h_4 = f64x2.mul $soma.b_h_3 $soma.b_h_3
          $soma.b_h_5 = f64x2.mul $soma.b_h_4 $soma.b_h_4
          $soma.b_h = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.b_h_1 $soma.b_h_5))
          $soma.h = v128.load $soma.h.at
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $soma.a_h $soma.b_h)) $dt
          $exprel = exprel $x.2
          $soma.h_new = f64x2.add
            $soma.h
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $soma.a_h (f64x2.sub 1 $soma.h)) (f64x2.mul $soma.b_h $soma.h)))
          $soma.a_n_2 = f64x2.sub -24.9 $soma.v
          $soma.a_n_3 = f64x2.mul $soma.a_n_2 0.2
          $soma.a_n_4 = f64x2.mul $soma.a_n_2 $soma.a_n_2
          $soma.a_n_5 = f64x2.mul 0.04000000000000001 $soma.a_n_4
          $soma.a_n = f64x2.mul
            0.08
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $soma.a_n_2))
                (f64x2.mul
                  $soma.a_n_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $soma.a_n_4)
                            0.00003306878306878307)
                          $soma.a_n_5)
                        -0.001388888888888889)
                      $soma.a_n_5)
                    0.08333333333333333)))
              (f64x2.div $soma.a_n_3 (f64x2.sub (f64x2.mul $soma.a_n_1 $soma.b_h_5) 1))
              (f64x2.lt (f64x2.abs $soma.a_n_3) 0.1))
          $soma.b_n = f64x2.mul $soma.b_n_1 $exp.1
          $soma.n = v128.load $soma.n.at
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $soma.a_n $soma.b_n)) $dt
          $exprel.1 = exprel $x.3
          $soma.n_new = f64x2.add
            $soma.n
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $soma.a_n (f64x2.sub 1 $soma.n)) (f64x2.mul $soma.b_n $soma.n)))
          $dend.v = v128.load $dend.v.at
          $x.4 = f64x2.mul -0.008 $dend.v
          $exp.2 = exp $x.4
          $dend.a_s_3 = f64x2.mul $exp.2 $exp.2
          $dend.a_s_4 = f64x2.mul $dend.a_s_3 $dend.a_s_3
          $dend.a_s_5 = f64x2.mul $dend.a_s_4 $dend.a_s_4
          $dend.a_s = f64x2.div
            1.6
            (f64x2.add 1 (f64x2.mul $dend.a_s_1 (f64x2.mul $dend.a_s_5 $exp.2)))
          $dend.b_s_3 = f64x2.add $dend.v 8.9
          $dend.b_s_4 = f64x2.mul $dend.b_s_3 $dend.b_s_3
          $dend.b_s_5 = f64x2.mul 0.04000000000000001 $dend.b_s_4
          $dend.b_s_6 = f64x2.mul $dend.a_s_5 $dend.a_s_4
          $dend.b_s_7 = f64x2.mul (f64x2.mul $dend.b_s_6 $dend.b_s_6) $exp.2
          $dend.b_s = f64x2.mul
            0.1
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $dend.b_s_3))
                (f64x2.mul
                  $dend.b_s_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $dend.b_s_4)
                            0.00003306878306878307)
                          $dend.b_s_5)
                        -0.001388888888888889)
                      $dend.b_s_5)
                    0.08333333333333333)))
              (f64x2.div
                (f64x2.mul $dend.b_s_1 (f64x2.mul $dend.b_s_3 $dend.b_s_7))
                (f64x2.sub 1 (f64x2.mul $dend.b_s_2 $dend.b_s_7)))
              (f64x2.lt (f64x2.abs (f64x2.mul $dend.b_s_3 0.2)) 0.1))
          $dend.s = v128.load $dend.s.at
          $x.5 = f64x2.mul (f64x2.neg (f64x2.add $dend.a_s $dend.b_s)) $dt
          $exprel.2 = exprel $x.5
          $dend.s_new = f64x2.add
            $dend.s
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
              (f64x2.sub (f64x2.mul $dend.a_s (f64x2.sub 1 $dend.s)) (f64x2.mul $dend.b_s $dend.s)))
          $x.6 = f64x2.mul 0.003367003367003367 $dend.v
          $exp.3 = exp $x.6
          $dend.slow_3 = f64x2.div 1 $exp.3
          $dend.slow_4 = f64x2.mul $dend.slow_3 $dend.slow_3
          $dend.slow_5 = f64x2.mul (f64x2.mul $dend.slow_4 $dend.slow_4) $dend.slow_3
          $dend.slow = f64x2.mul
            $dend.slow_1
            (f64x2.mul (f64x2.mul $dend.slow_5 $dend.slow_5) $dend.slow_3)
          $dend.a_c_2 = f64x2.le $dend.v -10
          $dend.a_c_3 = f64x2.mul $exp.3 $exp.3
          $dend.a_c_4 = f64x2.mul (f64x2.mul $dend.a_c_3 $dend.a_c_3) $exp.3
          $dend.a_c = v128.bitselect
            (f64x2.mul
              $dend.a_c_1
              (f64x2.mul (f64x2.mul (f64x2.mul $dend.a_c_4 $dend.a_c_4) $exp.3) $dend.a_c_4))
            $dend.slow
            $dend.a_c_2
          $dend.b_c = v128.bitselect (f64x2.sub $dend.slow $dend.a_c) 0 $dend.a_c_2
          $dend.c = v128.load $dend.c.at
          $x.7 = f64x2.mul (f64x2.neg (f64x2.add $dend.a_c $dend.b_c)) $dt
          $exprel.3 = exprel $x.7
          $dend.c_new = f64x2.add
            $dend.c
            (f64x2.mul
              (f64x2.mul $dt $exprel.3)
              (f64x2.sub (f64x2.mul $dend.a_c (f64x2.sub 1 $dend.c)) (f64x2.mul $dend.b_c $dend.c)))
          $dend.Ca_3 = f64x2.add $dend.s $dend.s_new
          $dend.Ca = v128.load $dend.Ca.at
          $dend.Ca_new = f64x2.add
            $dend.Ca
            (f64x2.mul
              $dend.Ca_2
              (f64x2.sub
                (f64x2.mul
                  $dend.Ca_1
                  (f64x2.mul (f64x2.mul $dend.Ca_3 $dend.Ca_3) (f64x2.sub $dend.v $E_Ca)))
                (f64x2.mul 0.075 $dend.Ca)))
          $dend.q_1 = f64x2.pmin (f64x2.mul 0.00001 (f64x2.add $dend.Ca $dend.Ca_new)) 0.01
          $dend.q = v128.load $dend.q.at
          $x.8 = f64x2.mul (f64x2.neg (f64x2.add $dend.q_1 0.001)) $dt
          $exprel.4 = exprel $x.8
          $dend.q_new = f64x2.add
            $dend.q
            (f64x2.mul
              (f64x2.mul $dt $exprel.4)
              (f64x2.sub (f64x2.mul $dend.q_1 (f64x2.sub 1 $dend.q)) (f64x2.mul 0.001 $dend.q)))
          $dend.Ca = $dend.Ca_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $dend.Ca.at $dend.Ca
          $dend.s = $dend.s_new
          v128.store $dend.s.at $dend.s
          $soma.n = $soma.n_new
          v128.store $soma.n.at $soma.n
          $soma.h = $soma.h_new
          v128.store $soma.h.at $soma.h
          $lastspike = v128.load64_zero $lastspike.at
          $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
          $soma.a_m_2 = f64x2.sub -46.9 $soma.v
          $soma.a_m_3 = f64x2.mul $soma.a_m_2 0.25
          $soma.a_m_4 = f64x2.mul $soma.a_m_2 $soma.a_m_2
          $soma.a_m_5 = f64x2.mul 0.0625 $soma.a_m_4
          $soma.a_m = f64x2.mul
            1.28
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.125 $soma.a_m_2))
                (f64x2.mul
                  $soma.a_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -5.166997354497355e-8 $soma.a_m_4)
                            0.00003306878306878307)
                          $soma.a_m_5)
                        -0.001388888888888889)
                      $soma.a_m_5)
                    0.08333333333333333)))
              (f64x2.div
                $soma.a_m_3
                (f64x2.sub (f64x2.mul $soma.a_m_1 (f64x2.mul $soma.b_h_5 $soma.b_h_3)) 1))
              (f64x2.lt (f64x2.abs $soma.a_m_3) 0.1))
          $soma.b_m_3 = f64x2.add $soma.v 19.9
          $soma.b_m_4 = f64x2.mul $soma.b_m_3 $soma.b_m_3
          $soma.b_m_5 = f64x2.mul 0.04000000000000001 $soma.b_m_4
          $soma.b_m = f64x2.mul
            1.4
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $soma.b_m_3))
                (f64x2.mul
                  $soma.b_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $soma.b_m_4)
                            0.00003306878306878307)
                          $soma.b_m_5)
                        -0.001388888888888889)
                      $soma.b_m_5)
                    0.08333333333333333)))
              (f64x2.div
                (f64x2.mul $soma.b_m_1 (f64x2.mul $soma.b_m_3 $soma.b_h_5))
                (f64x2.sub 1 (f64x2.mul $soma.b_m_2 $soma.b_h_5)))
              (f64x2.lt (f64x2.abs (f64x2.mul $soma.b_m_3 0.2)) 0.1))
          $soma.m = f64x2.div $soma.a_m (f64x2.add $soma.a_m $soma.b_m)
          $soma.v_ahead_16 = f64x2.mul $dend.s_new $dend.s_new
          $soma.v_ahead_17 = f64x2.pmin (f64x2.mul $dend.Ca_new 0.004) 1
          $soma.v_ahead_18 = f64x2.sub
            $soma.v_ahead_1
            (f64x2.add
              (f64x2.add
                (f64x2.add $g_L (f64x2.mul $g_Ca $soma.v_ahead_16))
                (f64x2.mul $g_KAHP $dend.q_new))
              (f64x2.mul (f64x2.mul $g_KC $dend.c_new) $soma.v_ahead_17))
          $dend.q = $dend.q_new
          v128.store $dend.q.at $dend.q
          $dend.c = $dend.c_new
          v128.store $dend.c.at $dend.c
          $soma.v_ahead_19 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_2 $soma.v_ahead_18)
          $soma.V_ext = v128.load $soma.V_ext.at
          $dend.V_ext = v128.load $dend.V_ext.at
          $soma.V_ext_minus_dend.V_ext = f64x2.sub $soma.V_ext $dend.V_ext
          $soma.I = v128.load $soma.I.at
          $soma.v_ahead_20 = f64x2.mul
            (f64x2.sub
              (f64x2.mul $soma.I $soma.v_ahead_3)
              (f64x2.add
                (f64x2.sub $soma.v_ahead_4 (f64x2.mul $E_K_times_g_KDR $soma.n_new))
                (f64x2.mul $g_c_per_p $soma.V_ext_minus_dend.V_ext)))
            $per_C
          $soma.v_ahead_21 = f64x2.mul (f64x2.mul $soma.m $soma.m) $soma.h_new
          $soma.v_ahead_22 = f64x2.add (f64x2.add $g_L (f64x2.mul $g_KDR $soma.n_new)) $g_c_per_p
          $soma.v_ahead_23 = f64x2.sub
            (f64x2.mul $soma.v_ahead_22 $soma.v_ahead_6)
            (f64x2.mul $g_Na_per_C $soma.v_ahead_21)
          $soma.v_ahead_24 = f64x2.mul $soma.v_ahead_7 $dend.v
          $soma.v_ahead_25 = f64x2.mul $soma.v_ahead_18 $per_C
          $soma.v_ahead_26 = f64x2.add
            (f64x2.add
              (f64x2.mul
                (f64x2.sub
                  (f64x2.mul $soma.v_ahead_8 $soma.V_ext_minus_dend.V_ext)
                  (f64x2.sub
                    (f64x2.sub
                      (f64x2.sub $soma.v_ahead_4 (f64x2.mul $E_Ca_times_g_Ca $soma.v_ahead_16))
                      (f64x2.mul $E_K_times_g_KAHP $dend.q_new))
                    (f64x2.mul $E_K_times_g_KC (f64x2.mul $dend.c_new $soma.v_ahead_17))))
                $per_C)
              (f64x2.mul $soma.v_ahead_25 $dend.v))
            (f64x2.mul $soma.v_ahead_9 $soma.v)
          $soma.v_ahead = f64x2.add
            $soma.v
            (f64x2.div
              (f64x2.add
                (f64x2.mul
                  $soma.v_ahead_19
                  (f64x2.mul
                    $dt
                    (f64x2.add
                      (f64x2.add
                        (f64x2.sub $soma.v_ahead_20 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_21))
                        (f64x2.mul $soma.v_ahead_23 $soma.v))
                      $soma.v_ahead_24)))
                (f64x2.mul $soma.v_ahead_10 $soma.v_ahead_26))
              (f64x2.sub
                (f64x2.mul
                  (f64x2.sub 1 (f64x2.mul $soma.v_ahead_11 $soma.v_ahead_23))
                  $soma.v_ahead_19)
                $soma.v_ahead_12))
          $x.9 = f64x2.mul (f64x2.sub -46.9 $soma.v_ahead) 0.25
          $1/exprel = 1/exprel $x.9
          $soma.a_m_ahead = f64x2.mul 1.28 $1/exprel
          $x.10 = f64x2.mul (f64x2.add $soma.v_ahead 19.9) 0.2
          $1/exprel.1 = 1/exprel $x.10
          $soma.b_m_ahead = f64x2.mul 1.4 $1/exprel.1
          $soma.m_ahead = f64x2.div $soma.a_m_ahead (f64x2.add $soma.a_m_ahead $soma.b_m_ahead)
          $soma.v_8 = f64x2.mul $dt (f64x2.add $soma.v_ahead_25 $soma.v_ahead_9)
          $soma.v_9 = f64x2.sub 6 $soma.v_8
          $soma.v_10 = f64x2.sub 3 $soma.v_8
          $soma.v_11 = f64x2.sub
            $soma.v_9
            (f64x2.mul $dt_per_C (f64x2.mul $soma.v_10 $soma.v_ahead_18))
          $soma.v_12 = f64x2.mul (f64x2.mul $soma.m_ahead $soma.m_ahead) $soma.h_new
          $soma.v_13 = f64x2.sub
            (f64x2.mul
              0.5
              (f64x2.sub (f64x2.mul $soma.v_1 $soma.v_ahead_21) (f64x2.mul $g_Na_per_C $soma.v_12)))
            (f64x2.mul $soma.v_ahead_22 $per_C)
          $soma.v_14 = f64x2.mul $dt (f64x2.sub $soma.v_13 $soma.v_2)
          $soma.v_15 = f64x2.sub 6 $soma.v_14
          $soma.v_16 = f64x2.add
            (f64x2.add
              (f64x2.add
                $soma.v_ahead_20
                (f64x2.mul
                  0.5
                  (f64x2.sub
                    (f64x2.mul $soma.v_3 $soma.v_ahead_21)
                    (f64x2.mul $soma.v_ahead_5 $soma.v_12))))
              (f64x2.mul $soma.v_13 $soma.v))
            $soma.v_ahead_24
          $soma.v_17 = f64x2.sub 3 $soma.v_14
          $soma.v_18 = f64x2.sub $soma.v_15 (f64x2.mul (f64x2.mul $dt $soma.v_17) $soma.v_13)
          $soma.v_19 = f64x2.div
            1
            (f64x2.sub
              (f64x2.mul $soma.v_18 $soma.v_11)
              (f64x2.mul $soma.v_5 (f64x2.mul $soma.v_17 $soma.v_10)))
          $soma.v_new = f64x2.add
            $soma.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_11 (f64x2.mul $soma.v_15 (f64x2.mul $dt $soma.v_16)))
                (f64x2.mul $soma.v_4 (f64x2.mul $soma.v_17 (f64x2.mul $soma.v_9 $soma.v_ahead_26))))
              $soma.v_19)
          $dend.v_new = f64x2.add
            $dend.v
            (f64x2.mul
              (f64x2.add
                (f64x2.mul $soma.v_18 (f64x2.mul $soma.v_9 (f64x2.mul $dt $soma.v_ahead_26)))
                (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_10 (f64x2.mul $soma.v_15 $soma.v_16))))
              $soma.v_19)
          $dend.v = $dend.v_new
          v128.store $dend.v.at $dend.v
          $taking = v128.and $free (f64x2.gt $soma.v_new -10)
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
          v128.store $soma.v.at $soma.v
          br @vector
        $soma.v.1 = v128.load $soma.v.at
        $x.11 = f64x2.mul (f64x2.sub -43 $soma.v.1) 0.05555555555555555
        $exp.4 = exp $x.11
        $soma.a_h.1 = f64x2.mul 0.128 $exp.4
        $x.12 = f64x2.mul -0.025 $soma.v.1
        $exp.5 = exp $x.12
        $soma.b_h_3.1 = f64x2.mul $exp.5 $exp.5
        $soma.b_h_4.1 = f64x2.mul $soma.b_h_3.1 $soma.b_h_3.1
        $soma.b_h_5.1 = f64x2.mul $soma.b_h_4.1 $soma.b_h_4.1
        $soma.b_h.1 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $soma.b_h_1 $soma.b_h_5.1))
        $soma.h.1 = v128.load $soma.h.at
        $x.13 = f64x2.mul (f64x2.neg (f64x2.add $soma.a_h.1 $soma.b_h.1)) $dt
        $exprel.5 = exprel $x.13
        $soma.h_new.1 = f64x2.add
          $soma.h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub
              (f64x2.mul $soma.a_h.1 (f64x2.sub 1 $soma.h.1))
              (f64x2.mul $soma.b_h.1 $soma.h.1)))
        $soma.a_n_2.1 = f64x2.sub -24.9 $soma.v.1
        $soma.a_n_3.1 = f64x2.mul $soma.a_n_2.1 0.2
        $soma.a_n_4.1 = f64x2.mul $soma.a_n_2.1 $soma.a_n_2.1
        $soma.a_n_5.1 = f64x2.mul 0.04000000000000001 $soma.a_n_4.1
        $soma.a_n.1 = f64x2.mul
          0.08
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $soma.a_n_2.1))
              (f64x2.mul
                $soma.a_n_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $soma.a_n_4.1)
                          0.00003306878306878307)
                        $soma.a_n_5.1)
                      -0.001388888888888889)
                    $soma.a_n_5.1)
                  0.08333333333333333)))
            (f64x2.div $soma.a_n_3.1 (f64x2.sub (f64x2.mul $soma.a_n_1 $soma.b_h_5.1) 1))
            (f64x2.lt (f64x2.abs $soma.a_n_3.1) 0.1))
        $soma.b_n.1 = f64x2.mul $soma.b_n_1 $exp.5
        $soma.n.1 = v128.load $soma.n.at
        $x.14 = f64x2.mul (f64x2.neg (f64x2.add $soma.a_n.1 $soma.b_n.1)) $dt
        $exprel.6 = exprel $x.14
        $soma.n_new.1 = f64x2.add
          $soma.n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.6)
            (f64x2.sub
              (f64x2.mul $soma.a_n.1 (f64x2.sub 1 $soma.n.1))
              (f64x2.mul $soma.b_n.1 $soma.n.1)))
        $dend.v.1 = v128.load $dend.v.at
        $x.15 = f64x2.mul -0.008 $dend.v.1
        $exp.6 = exp $x.15
        $dend.a_s_3.1 = f64x2.mul $exp.6 $exp.6
        $dend.a_s_4.1 = f64x2.mul $dend.a_s_3.1 $dend.a_s_3.1
        $dend.a_s_5.1 = f64x2.mul $dend.a_s_4.1 $dend.a_s_4.1
        $dend.a_s.1 = f64x2.div
          1.6
          (f64x2.add 1 (f64x2.mul $dend.a_s_1 (f64x2.mul $dend.a_s_5.1 $exp.6)))
        $dend.b_s_3.1 = f64x2.add $dend.v.1 8.9
        $dend.b_s_4.1 = f64x2.mul $dend.b_s_3.1 $dend.b_s_3.1
        $dend.b_s_5.1 = f64x2.mul 0.04000000000000001 $dend.b_s_4.1
        $dend.b_s_6.1 = f64x2.mul $dend.a_s_5.1 $dend.a_s_4.1
        $dend.b_s_7.1 = f64x2.mul (f64x2.mul $dend.b_s_6.1 $dend.b_s_6.1) $exp.6
        $dend.b_s.1 = f64x2.mul
          0.1
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $dend.b_s_3.1))
              (f64x2.mul
                $dend.b_s_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $dend.b_s_4.1)
                          0.00003306878306878307)
                        $dend.b_s_5.1)
                      -0.001388888888888889)
                    $dend.b_s_5.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $dend.b_s_1 (f64x2.mul $dend.b_s_3.1 $dend.b_s_7.1))
              (f64x2.sub 1 (f64x2.mul $dend.b_s_2 $dend.b_s_7.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $dend.b_s_3.1 0.2)) 0.1))
        $dend.s.1 = v128.load $dend.s.at
        $x.16 = f64x2.mul (f64x2.neg (f64x2.add $dend.a_s.1 $dend.b_s.1)) $dt
        $exprel.7 = exprel $x.16
        $dend.s_new.1 = f64x2.add
          $dend.s.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub
              (f64x2.mul $dend.a_s.1 (f64x2.sub 1 $dend.s.1))
              (f64x2.mul $dend.b_s.1 $dend.s.1)))
        $x.17 = f64x2.mul 0.003367003367003367 $dend.v.1
        $exp.7 = exp $x.17
        $dend.slow_3.1 = f64x2.div 1 $exp.7
        $dend.slow_4.1 = f64x2.mul $dend.slow_3.1 $dend.slow_3.1
        $dend.slow_5.1 = f64x2.mul (f64x2.mul $dend.slow_4.1 $dend.slow_4.1) $dend.slow_3.1
        $dend.slow.1 = f64x2.mul
          $dend.slow_1
          (f64x2.mul (f64x2.mul $dend.slow_5.1 $dend.slow_5.1) $dend.slow_3.1)
        $dend.a_c_2.1 = f64x2.le $dend.v.1 -10
        $dend.a_c_3.1 = f64x2.mul $exp.7 $exp.7
        $dend.a_c_4.1 = f64x2.mul (f64x2.mul $dend.a_c_3.1 $dend.a_c_3.1) $exp.7
        $dend.a_c.1 = v128.bitselect
          (f64x2.mul
            $dend.a_c_1
            (f64x2.mul (f64x2.mul (f64x2.mul $dend.a_c_4.1 $dend.a_c_4.1) $exp.7) $dend.a_c_4.1))
          $dend.slow.1
          $dend.a_c_2.1
        $dend.b_c.1 = v128.bitselect (f64x2.sub $dend.slow.1 $dend.a_c.1) 0 $dend.a_c_2.1
        $dend.c.1 = v128.load $dend.c.at
        $x.18 = f64x2.mul (f64x2.neg (f64x2.add $dend.a_c.1 $dend.b_c.1)) $dt
        $exprel.8 = exprel $x.18
        $dend.c_new.1 = f64x2.add
          $dend.c.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.8)
            (f64x2.sub
              (f64x2.mul $dend.a_c.1 (f64x2.sub 1 $dend.c.1))
              (f64x2.mul $dend.b_c.1 $dend.c.1)))
        $dend.Ca_3.1 = f64x2.add $dend.s.1 $dend.s_new.1
        $dend.Ca.1 = v128.load $dend.Ca.at
        $dend.Ca_new.1 = f64x2.add
          $dend.Ca.1
          (f64x2.mul
            $dend.Ca_2
            (f64x2.sub
              (f64x2.mul
                $dend.Ca_1
                (f64x2.mul (f64x2.mul $dend.Ca_3.1 $dend.Ca_3.1) (f64x2.sub $dend.v.1 $E_Ca)))
              (f64x2.mul 0.075 $dend.Ca.1)))
        $dend.q_1.1 = f64x2.pmin (f64x2.mul 0.00001 (f64x2.add $dend.Ca.1 $dend.Ca_new.1)) 0.01
        $dend.q.1 = v128.load $dend.q.at
        $x.19 = f64x2.mul (f64x2.neg (f64x2.add $dend.q_1.1 0.001)) $dt
        $exprel.9 = exprel $x.19
        $dend.q_new.1 = f64x2.add
          $dend.q.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.9)
            (f64x2.sub (f64x2.mul $dend.q_1.1 (f64x2.sub 1 $dend.q.1)) (f64x2.mul 0.001 $dend.q.1)))
        $dend.Ca.1 = $dend.Ca_new.1
        $dend.s.1 = $dend.s_new.1
        $soma.n.1 = $soma.n_new.1
        $soma.h.1 = $soma.h_new.1
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $soma.a_m_2.1 = f64x2.sub -46.9 $soma.v.1
        $soma.a_m_3.1 = f64x2.mul $soma.a_m_2.1 0.25
        $soma.a_m_4.1 = f64x2.mul $soma.a_m_2.1 $soma.a_m_2.1
        $soma.a_m_5.1 = f64x2.mul 0.0625 $soma.a_m_4.1
        $soma.a_m.1 = f64x2.mul
          1.28
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.125 $soma.a_m_2.1))
              (f64x2.mul
                $soma.a_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -5.166997354497355e-8 $soma.a_m_4.1)
                          0.00003306878306878307)
                        $soma.a_m_5.1)
                      -0.001388888888888889)
                    $soma.a_m_5.1)
                  0.08333333333333333)))
            (f64x2.div
              $soma.a_m_3.1
              (f64x2.sub (f64x2.mul $soma.a_m_1 (f64x2.mul $soma.b_h_5.1 $soma.b_h_3.1)) 1))
            (f64x2.lt (f64x2.abs $soma.a_m_3.1) 0.1))
        $soma.b_m_3.1 = f64x2.add $soma.v.1 19.9
        $soma.b_m_4.1 = f64x2.mul $soma.b_m_3.1 $soma.b_m_3.1
        $soma.b_m_5.1 = f64x2.mul 0.04000000000000001 $soma.b_m_4.1
        $soma.b_m.1 = f64x2.mul
          1.4
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $soma.b_m_3.1))
              (f64x2.mul
                $soma.b_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $soma.b_m_4.1)
                          0.00003306878306878307)
                        $soma.b_m_5.1)
                      -0.001388888888888889)
                    $soma.b_m_5.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $soma.b_m_1 (f64x2.mul $soma.b_m_3.1 $soma.b_h_5.1))
              (f64x2.sub 1 (f64x2.mul $soma.b_m_2 $soma.b_h_5.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $soma.b_m_3.1 0.2)) 0.1))
        $soma.m.1 = f64x2.div $soma.a_m.1 (f64x2.add $soma.a_m.1 $soma.b_m.1)
        $soma.v_ahead_16.1 = f64x2.mul $dend.s_new.1 $dend.s_new.1
        $soma.v_ahead_17.1 = f64x2.pmin (f64x2.mul $dend.Ca_new.1 0.004) 1
        $soma.v_ahead_18.1 = f64x2.sub
          $soma.v_ahead_1
          (f64x2.add
            (f64x2.add
              (f64x2.add $g_L (f64x2.mul $g_Ca $soma.v_ahead_16.1))
              (f64x2.mul $g_KAHP $dend.q_new.1))
            (f64x2.mul (f64x2.mul $g_KC $dend.c_new.1) $soma.v_ahead_17.1))
        $dend.q.1 = $dend.q_new.1
        $dend.c.1 = $dend.c_new.1
        $soma.v_ahead_19.1 = f64x2.sub 1 (f64x2.mul $soma.v_ahead_2 $soma.v_ahead_18.1)
        $soma.V_ext.1 = v128.load $soma.V_ext.at
        $dend.V_ext.1 = v128.load $dend.V_ext.at
        $soma.V_ext_minus_dend.V_ext.1 = f64x2.sub $soma.V_ext.1 $dend.V_ext.1
        $soma.I.1 = v128.load $soma.I.at
        $soma.v_ahead_20.1 = f64x2.mul
          (f64x2.sub
            (f64x2.mul $soma.I.1 $soma.v_ahead_3)
            (f64x2.add
              (f64x2.sub $soma.v_ahead_4 (f64x2.mul $E_K_times_g_KDR $soma.n_new.1))
              (f64x2.mul $g_c_per_p $soma.V_ext_minus_dend.V_ext.1)))
          $per_C
        $soma.v_ahead_21.1 = f64x2.mul (f64x2.mul $soma.m.1 $soma.m.1) $soma.h_new.1
        $soma.v_ahead_22.1 = f64x2.add (f64x2.add $g_L (f64x2.mul $g_KDR $soma.n_new.1)) $g_c_per_p
        $soma.v_ahead_23.1 = f64x2.sub
          (f64x2.mul $soma.v_ahead_22.1 $soma.v_ahead_6)
          (f64x2.mul $g_Na_per_C $soma.v_ahead_21.1)
        $soma.v_ahead_24.1 = f64x2.mul $soma.v_ahead_7 $dend.v.1
        $soma.v_ahead_25.1 = f64x2.mul $soma.v_ahead_18.1 $per_C
        $soma.v_ahead_26.1 = f64x2.add
          (f64x2.add
            (f64x2.mul
              (f64x2.sub
                (f64x2.mul $soma.v_ahead_8 $soma.V_ext_minus_dend.V_ext.1)
                (f64x2.sub
                  (f64x2.sub
                    (f64x2.sub $soma.v_ahead_4 (f64x2.mul $E_Ca_times_g_Ca $soma.v_ahead_16.1))
                    (f64x2.mul $E_K_times_g_KAHP $dend.q_new.1))
                  (f64x2.mul $E_K_times_g_KC (f64x2.mul $dend.c_new.1 $soma.v_ahead_17.1))))
              $per_C)
            (f64x2.mul $soma.v_ahead_25.1 $dend.v.1))
          (f64x2.mul $soma.v_ahead_9 $soma.v.1)
        $soma.v_ahead.1 = f64x2.add
          $soma.v.1
          (f64x2.div
            (f64x2.add
              (f64x2.mul
                $soma.v_ahead_19.1
                (f64x2.mul
                  $dt
                  (f64x2.add
                    (f64x2.add
                      (f64x2.sub $soma.v_ahead_20.1 (f64x2.mul $soma.v_ahead_5 $soma.v_ahead_21.1))
                      (f64x2.mul $soma.v_ahead_23.1 $soma.v.1))
                    $soma.v_ahead_24.1)))
              (f64x2.mul $soma.v_ahead_10 $soma.v_ahead_26.1))
            (f64x2.sub
              (f64x2.mul
                (f64x2.sub 1 (f64x2.mul $soma.v_ahead_11 $soma.v_ahead_23.1))
                $soma.v_ahead_19.1)
              $soma.v_ahead_12))
        $x.20 = f64x2.mul (f64x2.sub -46.9 $soma.v_ahead.1) 0.25
        $1/exprel.2 = 1/exprel $x.20
        $soma.a_m_ahead.1 = f64x2.mul 1.28 $1/exprel.2
        $x.21 = f64x2.mul (f64x2.add $soma.v_ahead.1 19.9) 0.2
        $1/exprel.3 = 1/exprel $x.21
        $soma.b_m_ahead.1 = f64x2.mul 1.4 $1/exprel.3
        $soma.m_ahead.1 = f64x2.div
          $soma.a_m_ahead.1
          (f64x2.add $soma.a_m_ahead.1 $soma.b_m_ahead.1)
        $soma.v_8.1 = f64x2.mul $dt (f64x2.add $soma.v_ahead_25.1 $soma.v_ahead_9)
        $soma.v_9.1 = f64x2.sub 6 $soma.v_8.1
        $soma.v_10.1 = f64x2.sub 3 $soma.v_8.1
        $soma.v_11.1 = f64x2.sub
          $soma.v_9.1
          (f64x2.mul $dt_per_C (f64x2.mul $soma.v_10.1 $soma.v_ahead_18.1))
        $soma.v_12.1 = f64x2.mul (f64x2.mul $soma.m_ahead.1 $soma.m_ahead.1) $soma.h_new.1
        $soma.v_13.1 = f64x2.sub
          (f64x2.mul
            0.5
            (f64x2.sub
              (f64x2.mul $soma.v_1 $soma.v_ahead_21.1)
              (f64x2.mul $g_Na_per_C $soma.v_12.1)))
          (f64x2.mul $soma.v_ahead_22.1 $per_C)
        $soma.v_14.1 = f64x2.mul $dt (f64x2.sub $soma.v_13.1 $soma.v_2)
        $soma.v_15.1 = f64x2.sub 6 $soma.v_14.1
        $soma.v_16.1 = f64x2.add
          (f64x2.add
            (f64x2.add
              $soma.v_ahead_20.1
              (f64x2.mul
                0.5
                (f64x2.sub
                  (f64x2.mul $soma.v_3 $soma.v_ahead_21.1)
                  (f64x2.mul $soma.v_ahead_5 $soma.v_12.1))))
            (f64x2.mul $soma.v_13.1 $soma.v.1))
          $soma.v_ahead_24.1
        $soma.v_17.1 = f64x2.sub 3 $soma.v_14.1
        $soma.v_18.1 = f64x2.sub $soma.v_15.1 (f64x2.mul (f64x2.mul $dt $soma.v_17.1) $soma.v_13.1)
        $soma.v_19.1 = f64x2.div
          1
          (f64x2.sub
            (f64x2.mul $soma.v_18.1 $soma.v_11.1)
            (f64x2.mul $soma.v_5 (f64x2.mul $soma.v_17.1 $soma.v_10.1)))
        $soma.v_new.1 = f64x2.add
          $soma.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_11.1 (f64x2.mul $soma.v_15.1 (f64x2.mul $dt $soma.v_16.1)))
              (f64x2.mul
                $soma.v_4
                (f64x2.mul $soma.v_17.1 (f64x2.mul $soma.v_9.1 $soma.v_ahead_26.1))))
            $soma.v_19.1)
        $dend.v_new.1 = f64x2.add
          $dend.v.1
          (f64x2.mul
            (f64x2.add
              (f64x2.mul $soma.v_18.1 (f64x2.mul $soma.v_9.1 (f64x2.mul $dt $soma.v_ahead_26.1)))
              (f64x2.mul $dend.v_1 (f64x2.mul $soma.v_10.1 (f64x2.mul $soma.v_15.1 $soma.v_16.1))))
            $soma.v_19.1)
        $dend.v.1 = $dend.v_new.1
        v128.store $dend.Ca.at $dend.Ca.1
        v128.store $dend.s.at $dend.s.1
        v128.store $soma.n.at $soma.n.1
        v128.store $soma.h.at $soma.h.1
        v128.store $dend.q.at $dend.q.1
        v128.store $dend.c.at $dend.c.1
        v128.store $dend.v.at $dend.v.1
        v128.store $soma.v.at $soma.v_new.1
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
      $lastspike.at = i32.add $lastspike.at 8
      $soma.v.at = i32.add $soma.v.at 16
      $soma.h.at = i32.add $soma.h.at 16
      $soma.n.at = i32.add $soma.n.at 16
      $dend.v.at = i32.add $dend.v.at 16
      $dend.s.at = i32.add $dend.s.at 16
      $dend.c.at = i32.add $dend.c.at 16
      $dend.Ca.at = i32.add $dend.Ca.at 16
      $dend.q.at = i32.add $dend.q.at 16
      $soma.I.at = i32.add $soma.I.at 16
      $soma.V_ext.at = i32.add $soma.V_ext.at 16
      $dend.V_ext.at = i32.add $dend.V_ext.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
