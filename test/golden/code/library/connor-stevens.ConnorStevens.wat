;; ConnorStevens — from models/neurons/connor-stevens.livn
import memory livn.memory 1

;; ConnorStevens · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1, n 1, a 1, b 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $n@ = i32.load +32 $frame
  $a@ = i32.load +36 $frame
  $b@ = i32.load +40 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -68
      $x = f64x2.mul (f64x2.add $v 29.7) -0.1
      $1/exprel = 1/exprel $x
      $m_1 = f64x2.mul 3.8 $1/exprel
      $x.1 = f64x2.mul -0.0556 (f64x2.add $v 54.7)
      $exp = exp $x.1
      $m = f64x2.div $m_1 (f64x2.add $m_1 (f64x2.mul 15.2 $exp))
      $x.2 = f64x2.mul -0.05 (f64x2.add $v 48)
      $exp.1 = exp $x.2
      $h_1 = f64x2.mul 0.266 $exp.1
      $x.3 = f64x2.mul (f64x2.add $v 18) -0.1
      $exp.2 = exp $x.3
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 3.8 (f64x2.add 1 $exp.2)))
      $x.4 = f64x2.mul (f64x2.add $v 45.7) -0.1
      $1/exprel.1 = 1/exprel $x.4
      $n_1 = f64x2.mul 0.2 $1/exprel.1
      $x.5 = f64x2.mul -0.0125 (f64x2.add $v 55.7)
      $exp.3 = exp $x.5
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.25 $exp.3))
      $x.6 = f64x2.mul 0.0314 (f64x2.add $v 94.22)
      $exp.4 = exp $x.6
      $x.7 = f64x2.mul 0.0346 (f64x2.add $v 1.17)
      $exp.5 = exp $x.7
      $x.8 = f64x2.div (f64x2.mul 0.0761 $exp.4) (f64x2.add 1 $exp.5)
      $pow = pow $x.8 0.3333333333333333
      $a = $pow
      $x.9 = f64x2.mul 0.0688 (f64x2.add $v 53.3)
      $exp.6 = exp $x.9
      $b_1 = f64x2.add 1 $exp.6
      $b_2 = f64x2.mul $b_1 $b_1
      $b = f64x2.div 1 (f64x2.mul $b_2 $b_2)
      v128.store $v.at $v
      v128.store $m.at $m
      v128.store $h.at $h
      v128.store $n.at $n
      v128.store $a.at $a
      v128.store $b.at $b
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $a.at = i32.add $a.at 16
      $b.at = i32.add $b.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; ConnorStevens · step · once per link
export func step_link($frame i32)
  $exp = exp -2.97
  $exp.1 = exp -2.4000000000000004
  $a_h_1 = f64x2.mul 0.266 $exp.1
  $exp.2 = exp -1.8
  $exp.3 = exp -4.57
  $exp.4 = exp -0.69625
  $b_n_1 = f64x2.mul 0.25 $exp.4
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +88 $frame
  $v_1 = f64x2.neg (f64x2.div $dt $C)
  $area = v128.load64_splat +96 $frame
  $per_area = f64x2.div 1 $area
  $E_Na = v128.load64_splat +104 $frame
  $g_Na = v128.load64_splat +56 $frame
  $E_Na_times_g_Na = f64x2.mul $E_Na $g_Na
  $E_K = v128.load64_splat +112 $frame
  $g_K = v128.load64_splat +64 $frame
  $E_K_times_g_K = f64x2.mul $E_K $g_K
  $E_A = v128.load64_splat +120 $frame
  $g_A = v128.load64_splat +72 $frame
  $E_A_times_g_A = f64x2.mul $E_A $g_A
  $E_L = v128.load64_splat +128 $frame
  $g_L = v128.load64_splat +80 $frame
  $E_L_times_g_L = f64x2.mul $E_L $g_L
  $per_C = f64x2.div 1 $C
  $v_2 = f64x2.neg $per_C
  f64.store +136 $frame (f64x2.extract_lane 0 $exp)
  f64.store +144 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +160 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +168 $frame (f64x2.extract_lane 0 $b_n_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +184 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +192 $frame (f64x2.extract_lane 0 $E_Na_times_g_Na)
  f64.store +200 $frame (f64x2.extract_lane 0 $E_K_times_g_K)
  f64.store +208 $frame (f64x2.extract_lane 0 $E_A_times_g_A)
  f64.store +216 $frame (f64x2.extract_lane 0 $E_L_times_g_L)
  f64.store +224 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +232 $frame (f64x2.extract_lane 0 $v_2)

;; ConnorStevens · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, m 1, h 1, n 1, a 1, b 1, I pA, lastspike integer
  ;; shared  g_Na mS/cm^2, g_K mS/cm^2, g_A mS/cm^2, g_L mS/cm^2, C uF/cm^2, area um^2, E_Na mV, E_K mV, E_A mV, E_L mV
  $a_m_1 = v128.load64_splat +136 $frame
  $dt = v128.load64_splat $frame
  $a_h_1 = v128.load64_splat +144 $frame
  $b_h_1 = v128.load64_splat +152 $frame
  $a_n_1 = v128.load64_splat +160 $frame
  $b_n_1 = v128.load64_splat +168 $frame
  $g_Na = v128.load64_splat +56 $frame
  $g_K = v128.load64_splat +64 $frame
  $g_A = v128.load64_splat +72 $frame
  $g_L = v128.load64_splat +80 $frame
  $v_1 = v128.load64_splat +176 $frame
  $per_area = v128.load64_splat +184 $frame
  $E_Na_times_g_Na = v128.load64_splat +192 $frame
  $E_K_times_g_K = v128.load64_splat +200 $frame
  $E_A_times_g_A = v128.load64_splat +208 $frame
  $E_L_times_g_L = v128.load64_splat +216 $frame
  $per_C = v128.load64_splat +224 $frame
  $v_2 = v128.load64_splat +232 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $m@ = i32.load +28 $frame
  $h@ = i32.load +32 $frame
  $n@ = i32.load +36 $frame
  $a@ = i32.load +40 $frame
  $b@ = i32.load +44 $frame
  $I@ = i32.load +48 $frame
  $lastspike@ = i32.load +52 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $a_m_2 = f64x2.add $v 29.7
          $a_m_3 = f64x2.mul $a_m_2 -0.1
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.010000000000000002 $a_m_4
          $x = f64x2.mul -0.0125 $v
          $exp = exp $x
          $a_m_7 = f64x2.mul $exp $exp
          $a_m_8 = f64x2.mul $a_m_7 $a_m_7
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
          $a_m = f64x2.mul
            3.8
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul -0.05 $a_m_2))
                (f64x2.mul
                  $a_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -8.267195767195769e-9 $a_m_4)
                            0.00003306878306878307)
                          $a_m_5)
                        -0.001388888888888889)
                      $a_m_5)
                    0.08333333333333333)))
              (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 $a_m_9) 1))
              (f64x2.lt (f64x2.abs $a_m_3) 0.1))
          $x.1 = f64x2.mul -0.0556 (f64x2.add $v 54.7)
          $exp.1 = exp $x.1
          $b_m = f64x2.mul 15.2 $exp.1
          $m = v128.load $m.at
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel = exprel $x.2
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $a_h = f64x2.mul $a_h_1 $a_m_8
          $b_h = f64x2.div 3.8 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9))
          $h = v128.load $h.at
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.1 = exprel $x.3
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
          $a_n_2 = f64x2.add $v 45.7
          $a_n_3 = f64x2.mul $a_n_2 -0.1
          $a_n_4 = f64x2.mul $a_n_2 $a_n_2
          $a_n_5 = f64x2.mul 0.010000000000000002 $a_n_4
          $a_n = f64x2.mul
            0.2
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul -0.05 $a_n_2))
                (f64x2.mul
                  $a_n_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -8.267195767195769e-9 $a_n_4)
                            0.00003306878306878307)
                          $a_n_5)
                        -0.001388888888888889)
                      $a_n_5)
                    0.08333333333333333)))
              (f64x2.div $a_n_3 (f64x2.sub (f64x2.mul $a_n_1 $a_m_9) 1))
              (f64x2.lt (f64x2.abs $a_n_3) 0.1))
          $b_n = f64x2.mul $b_n_1 $exp
          $n = v128.load $n.at
          $x.4 = f64x2.mul (f64x2.neg (f64x2.add $a_n $b_n)) $dt
          $exprel.2 = exprel $x.4
          $n_new = f64x2.add
            $n
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
              (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n)))
          $x.5 = f64x2.mul 0.0497 (f64x2.add $v 55.96)
          $exp.2 = exp $x.5
          $tau_a = f64x2.add 0.3632 (f64x2.div 1.158 (f64x2.add 1 $exp.2))
          $x.6 = f64x2.mul 0.0314 (f64x2.add $v 94.22)
          $exp.3 = exp $x.6
          $x.7 = f64x2.mul 0.0346 (f64x2.add $v 1.17)
          $exp.4 = exp $x.7
          $x.8 = f64x2.div (f64x2.mul 0.0761 $exp.3) (f64x2.add 1 $exp.4)
          $pow = pow $x.8 0.3333333333333333
          $per_tau_a = f64x2.div 1 $tau_a
          $a = v128.load $a.at
          $x.9 = f64x2.mul (f64x2.neg $per_tau_a) $dt
          $exprel.3 = exprel $x.9
          $a_new = f64x2.add
            $a
            (f64x2.mul (f64x2.mul $dt $exprel.3) (f64x2.mul (f64x2.sub $pow $a) $per_tau_a))
          $x.10 = f64x2.mul 0.0624 (f64x2.add $v 50)
          $exp.5 = exp $x.10
          $tau_b = f64x2.add 1.24 (f64x2.div 2.678 (f64x2.add 1 $exp.5))
          $x.11 = f64x2.mul 0.0688 (f64x2.add $v 53.3)
          $exp.6 = exp $x.11
          $b_inf_1 = f64x2.add 1 $exp.6
          $b_inf_2 = f64x2.mul $b_inf_1 $b_inf_1
          $b_inf = f64x2.div 1 (f64x2.mul $b_inf_2 $b_inf_2)
          $per_tau_b = f64x2.div 1 $tau_b
          $b = v128.load $b.at
          $x.12 = f64x2.mul (f64x2.neg $per_tau_b) $dt
          $exprel.4 = exprel $x.12
          $b_new = f64x2.add
            $b
            (f64x2.mul (f64x2.mul $dt $exprel.4) (f64x2.mul (f64x2.sub $b_inf $b) $per_tau_b))
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $free = v128.or $not_refractory (v128.not (f64x2.gt $v -20))
          $not_refractory = $free
          $v_3 = f64x2.mul (f64x2.mul $m_new $m_new) $m_new
          $m = $m_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $m.at $m
          $v_4 = f64x2.mul $n_new $n_new
          $n = $n_new
          v128.store $n.at $n
          $v_5 = f64x2.mul $v_4 $v_4
          $v_6 = f64x2.mul (f64x2.mul $a_new $a_new) $a_new
          $a = $a_new
          v128.store $a.at $a
          $v_7 = f64x2.add
            (f64x2.add
              (f64x2.add (f64x2.mul (f64x2.mul $g_Na $v_3) $h_new) (f64x2.mul $g_K $v_5))
              (f64x2.mul (f64x2.mul $g_A $v_6) $b_new))
            $g_L
          $b = $b_new
          v128.store $b.at $b
          $h = $h_new
          v128.store $h.at $h
          $v_8 = f64x2.mul $v_1 $v_7
          $v_9 = f64x2.sub 6 $v_8
          $I = v128.load $I.at
          $v_new = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $v_9
                (f64x2.mul
                  $dt
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.add
                          (f64x2.add
                            (f64x2.add
                              (f64x2.mul $I $per_area)
                              (f64x2.mul $E_Na_times_g_Na (f64x2.mul $v_3 $h_new)))
                            (f64x2.mul $E_K_times_g_K $v_5))
                          (f64x2.mul $E_A_times_g_A (f64x2.mul $v_6 $b_new)))
                        $E_L_times_g_L)
                      $per_C)
                    (f64x2.mul (f64x2.mul $v_7 $v_2) $v))))
              (f64x2.sub $v_9 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_8) $v_7))))
          $taking = v128.and $free (f64x2.gt $v_new -20)
          if i64x2.bitmask $taking
            $lanes = i64x2.bitmask $taking
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
            $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
            $cell = i32.add $i 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
            $lastspike = v128.load64_zero $lastspike.at
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
        $a_m_2.1 = f64x2.add $v.1 29.7
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.1
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.010000000000000002 $a_m_4.1
        $x.13 = f64x2.mul -0.0125 $v.1
        $exp.7 = exp $x.13
        $a_m_7.1 = f64x2.mul $exp.7 $exp.7
        $a_m_8.1 = f64x2.mul $a_m_7.1 $a_m_7.1
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
        $a_m.1 = f64x2.mul
          3.8
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.05 $a_m_2.1))
              (f64x2.mul
                $a_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -8.267195767195769e-9 $a_m_4.1)
                          0.00003306878306878307)
                        $a_m_5.1)
                      -0.001388888888888889)
                    $a_m_5.1)
                  0.08333333333333333)))
            (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 $a_m_9.1) 1))
            (f64x2.lt (f64x2.abs $a_m_3.1) 0.1))
        $x.14 = f64x2.mul -0.0556 (f64x2.add $v.1 54.7)
        $exp.8 = exp $x.14
        $b_m.1 = f64x2.mul 15.2 $exp.8
        $m.1 = v128.load $m.at
        $x.15 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.5 = exprel $x.15
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $a_h.1 = f64x2.mul $a_h_1 $a_m_8.1
        $b_h.1 = f64x2.div 3.8 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9.1))
        $h.1 = v128.load $h.at
        $x.16 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.6 = exprel $x.16
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.6)
            (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1)))
        $a_n_2.1 = f64x2.add $v.1 45.7
        $a_n_3.1 = f64x2.mul $a_n_2.1 -0.1
        $a_n_4.1 = f64x2.mul $a_n_2.1 $a_n_2.1
        $a_n_5.1 = f64x2.mul 0.010000000000000002 $a_n_4.1
        $a_n.1 = f64x2.mul
          0.2
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.05 $a_n_2.1))
              (f64x2.mul
                $a_n_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -8.267195767195769e-9 $a_n_4.1)
                          0.00003306878306878307)
                        $a_n_5.1)
                      -0.001388888888888889)
                    $a_n_5.1)
                  0.08333333333333333)))
            (f64x2.div $a_n_3.1 (f64x2.sub (f64x2.mul $a_n_1 $a_m_9.1) 1))
            (f64x2.lt (f64x2.abs $a_n_3.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.7
        $n.1 = v128.load $n.at
        $x.17 = f64x2.mul (f64x2.neg (f64x2.add $a_n.1 $b_n.1)) $dt
        $exprel.7 = exprel $x.17
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1)))
        $x.18 = f64x2.mul 0.0497 (f64x2.add $v.1 55.96)
        $exp.9 = exp $x.18
        $tau_a.1 = f64x2.add 0.3632 (f64x2.div 1.158 (f64x2.add 1 $exp.9))
        $x.19 = f64x2.mul 0.0314 (f64x2.add $v.1 94.22)
        $exp.10 = exp $x.19
        $x.20 = f64x2.mul 0.0346 (f64x2.add $v.1 1.17)
        $exp.11 = exp $x.20
        $x.21 = f64x2.div (f64x2.mul 0.0761 $exp.10) (f64x2.add 1 $exp.11)
        $pow.1 = pow $x.21 0.3333333333333333
        $per_tau_a.1 = f64x2.div 1 $tau_a.1
        $a.1 = v128.load $a.at
        $x.22 = f64x2.mul (f64x2.neg $per_tau_a.1) $dt
        $exprel.8 = exprel $x.22
        $a_new.1 = f64x2.add
          $a.1
          (f64x2.mul (f64x2.mul $dt $exprel.8) (f64x2.mul (f64x2.sub $pow.1 $a.1) $per_tau_a.1))
        $x.23 = f64x2.mul 0.0624 (f64x2.add $v.1 50)
        $exp.12 = exp $x.23
        $tau_b.1 = f64x2.add 1.24 (f64x2.div 2.678 (f64x2.add 1 $exp.12))
        $x.24 = f64x2.mul 0.0688 (f64x2.add $v.1 53.3)
        $exp.13 = exp $x.24
        $b_inf_1.1 = f64x2.add 1 $exp.13
        $b_inf_2.1 = f64x2.mul $b_inf_1.1 $b_inf_1.1
        $b_inf.1 = f64x2.div 1 (f64x2.mul $b_inf_2.1 $b_inf_2.1)
        $per_tau_b.1 = f64x2.div 1 $tau_b.1
        $b.1 = v128.load $b.at
        $x.25 = f64x2.mul (f64x2.neg $per_tau_b.1) $dt
        $exprel.9 = exprel $x.25
        $b_new.1 = f64x2.add
          $b.1
          (f64x2.mul (f64x2.mul $dt $exprel.9) (f64x2.mul (f64x2.sub $b_inf.1 $b.1) $per_tau_b.1))
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 -20))
        $not_refractory.1 = $free.1
        $v_3.1 = f64x2.mul (f64x2.mul $m_new.1 $m_new.1) $m_new.1
        $m.1 = $m_new.1
        $v_4.1 = f64x2.mul $n_new.1 $n_new.1
        $n.1 = $n_new.1
        $v_5.1 = f64x2.mul $v_4.1 $v_4.1
        $v_6.1 = f64x2.mul (f64x2.mul $a_new.1 $a_new.1) $a_new.1
        $a.1 = $a_new.1
        $v_7.1 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul (f64x2.mul $g_Na $v_3.1) $h_new.1) (f64x2.mul $g_K $v_5.1))
            (f64x2.mul (f64x2.mul $g_A $v_6.1) $b_new.1))
          $g_L
        $b.1 = $b_new.1
        $h.1 = $h_new.1
        $v_8.1 = f64x2.mul $v_1 $v_7.1
        $v_9.1 = f64x2.sub 6 $v_8.1
        $I.1 = v128.load $I.at
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $v_9.1
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.add
                        (f64x2.add
                          (f64x2.add
                            (f64x2.mul $I.1 $per_area)
                            (f64x2.mul $E_Na_times_g_Na (f64x2.mul $v_3.1 $h_new.1)))
                          (f64x2.mul $E_K_times_g_K $v_5.1))
                        (f64x2.mul $E_A_times_g_A (f64x2.mul $v_6.1 $b_new.1)))
                      $E_L_times_g_L)
                    $per_C)
                  (f64x2.mul (f64x2.mul $v_7.1 $v_2) $v.1))))
            (f64x2.sub $v_9.1 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_8.1) $v_7.1))))
        v128.store $m.at $m.1
        v128.store $n.at $n.1
        v128.store $a.at $a.1
        v128.store $b.at $b.1
        v128.store $h.at $h.1
        v128.store $v.at $v_new.1
        $taking.1 = v128.and $free.1 (f64x2.gt $v_new.1 -20)
        if i64x2.bitmask $taking.1
          $lanes.1 = i64x2.bitmask $taking.1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
          $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $i $last))
          $cell.1 = i32.add $i 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.1 $last))
          $lastspike.1 = v128.load64_zero $lastspike.at
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
      $not_refractory.at = i32.add $not_refractory.at 8
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $a.at = i32.add $a.at 16
      $b.at = i32.add $b.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
