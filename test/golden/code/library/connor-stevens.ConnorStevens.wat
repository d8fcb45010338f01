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
      $far = 0x0
      block @vector
        block @unusual
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
          br_if @unusual (v128.any_true $far)
          v128.store $v.at $v
          v128.store $m.at $m
          v128.store $h.at $h
          v128.store $n.at $n
          v128.store $a.at $a
          v128.store $b.at $b
          br @vector
        $v.1 = -68
        $x.10 = f64x2.mul (f64x2.add $v.1 29.7) -0.1
        $1/exprel.2 = 1/exprel $x.10
        $m_1.1 = f64x2.mul 3.8 $1/exprel.2
        $x.11 = f64x2.mul -0.0556 (f64x2.add $v.1 54.7)
        $exp.7 = exp $x.11
        $m.1 = f64x2.div $m_1.1 (f64x2.add $m_1.1 (f64x2.mul 15.2 $exp.7))
        $x.12 = f64x2.mul -0.05 (f64x2.add $v.1 48)
        $exp.8 = exp $x.12
        $h_1.1 = f64x2.mul 0.266 $exp.8
        $x.13 = f64x2.mul (f64x2.add $v.1 18) -0.1
        $exp.9 = exp $x.13
        $h.1 = f64x2.div $h_1.1 (f64x2.add $h_1.1 (f64x2.div 3.8 (f64x2.add 1 $exp.9)))
        $x.14 = f64x2.mul (f64x2.add $v.1 45.7) -0.1
        $1/exprel.3 = 1/exprel $x.14
        $n_1.1 = f64x2.mul 0.2 $1/exprel.3
        $x.15 = f64x2.mul -0.0125 (f64x2.add $v.1 55.7)
        $exp.10 = exp $x.15
        $n.1 = f64x2.div $n_1.1 (f64x2.add $n_1.1 (f64x2.mul 0.25 $exp.10))
        $x.16 = f64x2.mul 0.0314 (f64x2.add $v.1 94.22)
        $exp.11 = exp $x.16
        $x.17 = f64x2.mul 0.0346 (f64x2.add $v.1 1.17)
        $exp.12 = exp $x.17
        $x.18 = f64x2.div (f64x2.mul 0.0761 $exp.11) (f64x2.add 1 $exp.12)
        $pow.1 = pow $x.18 0.3333333333333333
        $a.1 = $pow.1
        $x.19 = f64x2.mul 0.0688 (f64x2.add $v.1 53.3)
        $exp.13 = exp $x.19
        $b_1.1 = f64x2.add 1 $exp.13
        $b_2.1 = f64x2.mul $b_1.1 $b_1.1
        $b.1 = f64x2.div 1 (f64x2.mul $b_2.1 $b_2.1)
        v128.store $v.at $v.1
        v128.store $m.at $m.1
        v128.store $h.at $h.1
        v128.store $n.at $n.1
        v128.store $a.at $a.1
        v128.store $b.at $b.1
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
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +120 $frame
  $dt_per_C = f64x2.div $dt $C
  $v_1 = f64x2.neg $dt_per_C
  $area = v128.load64_splat +128 $frame
  $per_area = f64x2.div 1 $area
  $exp = exp -2.97
  $exp.1 = exp -2.4000000000000004
  $a_h_1 = f64x2.mul 0.266 $exp.1
  $exp.2 = exp -1.8
  $exp.3 = exp -4.57
  $exp.4 = exp -0.69625
  $b_n_1 = f64x2.mul 0.25 $exp.4
  f64.store +136 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +144 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +160 $frame (f64x2.extract_lane 0 $exp)
  f64.store +168 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +184 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +192 $frame (f64x2.extract_lane 0 $b_n_1)

;; ConnorStevens · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, m 1, h 1, n 1, a 1, b 1, I pA, lastspike integer
  ;; shared  g_Na mS/cm^2, E_Na mV, g_K mS/cm^2, E_K mV, g_A mS/cm^2, E_A mV, g_L mS/cm^2, E_L mV, C uF/cm^2, area um^2
  $g_Na = v128.load64_splat +56 $frame
  $E_Na = v128.load64_splat +64 $frame
  $g_K = v128.load64_splat +72 $frame
  $E_K = v128.load64_splat +80 $frame
  $g_A = v128.load64_splat +88 $frame
  $E_A = v128.load64_splat +96 $frame
  $g_L = v128.load64_splat +104 $frame
  $E_L = v128.load64_splat +112 $frame
  $dt_per_C = v128.load64_splat +136 $frame
  $v_1 = v128.load64_splat +144 $frame
  $per_area = v128.load64_splat +152 $frame
  $a_m_1 = v128.load64_splat +160 $frame
  $dt = v128.load64_splat $frame
  $a_h_1 = v128.load64_splat +168 $frame
  $b_h_1 = v128.load64_splat +176 $frame
  $a_n_1 = v128.load64_splat +184 $frame
  $b_n_1 = v128.load64_splat +192 $frame
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
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $v = v128.load $v.at
          $free = v128.or $not_refractory (v128.not (f64x2.gt $v -20))
          $m = v128.load $m.at
          $h = v128.load $h.at
          $I_Na_1 = f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m $m) $m)) $h
          $I_Na = f64x2.mul $I_Na_1 (f64x2.sub $v $E_Na)
          $n = v128.load $n.at
          $n_squared = f64x2.mul $n $n
          $I_K_1 = f64x2.mul $g_K (f64x2.mul $n_squared $n_squared)
          $I_K = f64x2.mul $I_K_1 (f64x2.sub $v $E_K)
          $a = v128.load $a.at
          $b = v128.load $b.at
          $I_A_1 = f64x2.mul (f64x2.mul $g_A (f64x2.mul (f64x2.mul $a $a) $a)) $b
          $I_A = f64x2.mul $I_A_1 (f64x2.sub $v $E_A)
          $I_L = f64x2.mul $g_L (f64x2.sub $v $E_L)
          $x = f64x2.mul $v_1 (f64x2.add (f64x2.add (f64x2.add $I_Na_1 $I_K_1) $I_A_1) $g_L)
          $exprel = exprel $x
          $I = v128.load $I.at
          $v_new = f64x2.add
            $v
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel
                (f64x2.sub
                  (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.mul $I $per_area) $I_Na) $I_K) $I_A)
                  $I_L)))
          $a_m_2 = f64x2.add $v 29.7
          $a_m_3 = f64x2.mul $a_m_2 -0.1
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.010000000000000002 $a_m_4
          $x.1 = f64x2.mul -0.0125 $v
          $exp = exp $x.1
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
          $x.2 = f64x2.mul -0.0556 (f64x2.add $v 54.7)
          $exp.1 = exp $x.2
          $b_m = f64x2.mul 15.2 $exp.1
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel.1 = exprel $x.3
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $a_h = f64x2.mul $a_h_1 $a_m_8
          $b_h = f64x2.div 3.8 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9))
          $x.4 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.2 = exprel $x.4
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
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
          $x.5 = f64x2.mul (f64x2.neg (f64x2.add $a_n $b_n)) $dt
          $exprel.3 = exprel $x.5
          $n_new = f64x2.add
            $n
            (f64x2.mul
              (f64x2.mul $dt $exprel.3)
              (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n)))
          $x.6 = f64x2.mul 0.0497 (f64x2.add $v 55.96)
          $exp.2 = exp $x.6
          $tau_a = f64x2.add 0.3632 (f64x2.div 1.158 (f64x2.add 1 $exp.2))
          $x.7 = f64x2.mul 0.0314 (f64x2.add $v 94.22)
          $exp.3 = exp $x.7
          $x.8 = f64x2.mul 0.0346 (f64x2.add $v 1.17)
          $exp.4 = exp $x.8
          $x.9 = f64x2.div (f64x2.mul 0.0761 $exp.3) (f64x2.add 1 $exp.4)
          $pow = pow $x.9 0.3333333333333333
          $x.10 = f64x2.mul (f64x2.div -1 $tau_a) $dt
          $exprel.4 = exprel $x.10
          $a_new = f64x2.add
            $a
            (f64x2.mul (f64x2.mul $dt $exprel.4) (f64x2.div (f64x2.sub $pow $a) $tau_a))
          $x.11 = f64x2.mul 0.0624 (f64x2.add $v 50)
          $exp.5 = exp $x.11
          $tau_b = f64x2.add 1.24 (f64x2.div 2.678 (f64x2.add 1 $exp.5))
          $x.12 = f64x2.mul 0.0688 (f64x2.add $v 53.3)
          $exp.6 = exp $x.12
          $b_inf_1 = f64x2.add 1 $exp.6
          $b_inf_2 = f64x2.mul $b_inf_1 $b_inf_1
          $b_inf = f64x2.div 1 (f64x2.mul $b_inf_2 $b_inf_2)
          $x.13 = f64x2.mul (f64x2.div -1 $tau_b) $dt
          $exprel.5 = exprel $x.13
          $b_new = f64x2.add
            $b
            (f64x2.mul (f64x2.mul $dt $exprel.5) (f64x2.div (f64x2.sub $b_inf $b) $tau_b))
          $not_refractory = $free
          $taking = v128.and $free (f64x2.gt $v_new -20)
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
            $lastspike = v128.load64_zero $lastspike.at
            $lastspike = v128.bitselect
              $step.1
              $lastspike
              (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
            v128.store64_lane lane=0 $lastspike.at $lastspike
            $not_refractory = v128.bitselect (f64x2.ne 0 0) $not_refractory $taking
          $v = $v_new
          $m = $m_new
          $h = $h_new
          $n = $n_new
          $a = $a_new
          $b = $b_new
          $mask = $not_refractory
          v128.store64_lane lane=0
            $not_refractory.at
            (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
          v128.store $v.at $v
          v128.store $m.at $m
          v128.store $h.at $h
          v128.store $n.at $n
          v128.store $a.at $a
          v128.store $b.at $b
          br @vector
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $v.1 = v128.load $v.at
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 -20))
        $m.1 = v128.load $m.at
        $h.1 = v128.load $h.at
        $I_Na_1.1 = f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m.1 $m.1) $m.1)) $h.1
        $I_Na.1 = f64x2.mul $I_Na_1.1 (f64x2.sub $v.1 $E_Na)
        $n.1 = v128.load $n.at
        $n_squared.1 = f64x2.mul $n.1 $n.1
        $I_K_1.1 = f64x2.mul $g_K (f64x2.mul $n_squared.1 $n_squared.1)
        $I_K.1 = f64x2.mul $I_K_1.1 (f64x2.sub $v.1 $E_K)
        $a.1 = v128.load $a.at
        $b.1 = v128.load $b.at
        $I_A_1.1 = f64x2.mul (f64x2.mul $g_A (f64x2.mul (f64x2.mul $a.1 $a.1) $a.1)) $b.1
        $I_A.1 = f64x2.mul $I_A_1.1 (f64x2.sub $v.1 $E_A)
        $I_L.1 = f64x2.mul $g_L (f64x2.sub $v.1 $E_L)
        $x.14 = f64x2.mul $v_1 (f64x2.add (f64x2.add (f64x2.add $I_Na_1.1 $I_K_1.1) $I_A_1.1) $g_L)
        $exprel.6 = exprel $x.14
        $I.1 = v128.load $I.at
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.mul
              $exprel.6
              (f64x2.sub
                (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.mul $I.1 $per_area) $I_Na.1) $I_K.1) $I_A.1)
                $I_L.1)))
        $a_m_2.1 = f64x2.add $v.1 29.7
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.1
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.010000000000000002 $a_m_4.1
        $x.15 = f64x2.mul -0.0125 $v.1
        $exp.7 = exp $x.15
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
        $x.16 = f64x2.mul -0.0556 (f64x2.add $v.1 54.7)
        $exp.8 = exp $x.16
        $b_m.1 = f64x2.mul 15.2 $exp.8
        $x.17 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.7 = exprel $x.17
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $a_h.1 = f64x2.mul $a_h_1 $a_m_8.1
        $b_h.1 = f64x2.div 3.8 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9.1))
        $x.18 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.8 = exprel $x.18
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.8)
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
        $x.19 = f64x2.mul (f64x2.neg (f64x2.add $a_n.1 $b_n.1)) $dt
        $exprel.9 = exprel $x.19
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.9)
            (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1)))
        $x.20 = f64x2.mul 0.0497 (f64x2.add $v.1 55.96)
        $exp.9 = exp $x.20
        $tau_a.1 = f64x2.add 0.3632 (f64x2.div 1.158 (f64x2.add 1 $exp.9))
        $x.21 = f64x2.mul 0.0314 (f64x2.add $v.1 94.22)
        $exp.10 = exp $x.21
        $x.22 = f64x2.mul 0.0346 (f64x2.add $v.1 1.17)
        $exp.11 = exp $x.22
        $x.23 = f64x2.div (f64x2.mul 0.0761 $exp.10) (f64x2.add 1 $exp.11)
        $pow.1 = pow $x.23 0.3333333333333333
        $x.24 = f64x2.mul (f64x2.div -1 $tau_a.1) $dt
        $exprel.10 = exprel $x.24
        $a_new.1 = f64x2.add
          $a.1
          (f64x2.mul (f64x2.mul $dt $exprel.10) (f64x2.div (f64x2.sub $pow.1 $a.1) $tau_a.1))
        $x.25 = f64x2.mul 0.0624 (f64x2.add $v.1 50)
        $exp.12 = exp $x.25
        $tau_b.1 = f64x2.add 1.24 (f64x2.div 2.678 (f64x2.add 1 $exp.12))
        $x.26 = f64x2.mul 0.0688 (f64x2.add $v.1 53.3)
        $exp.13 = exp $x.26
        $b_inf_1.1 = f64x2.add 1 $exp.13
        $b_inf_2.1 = f64x2.mul $b_inf_1.1 $b_inf_1.1
        $b_inf.1 = f64x2.div 1 (f64x2.mul $b_inf_2.1 $b_inf_2.1)
        $x.27 = f64x2.mul (f64x2.div -1 $tau_b.1) $dt
        $exprel.11 = exprel $x.27
        $b_new.1 = f64x2.add
          $b.1
          (f64x2.mul (f64x2.mul $dt $exprel.11) (f64x2.div (f64x2.sub $b_inf.1 $b.1) $tau_b.1))
        $not_refractory.1 = $free.1
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
        $m.1 = $m_new.1
        $h.1 = $h_new.1
        $n.1 = $n_new.1
        $a.1 = $a_new.1
        $b.1 = $b_new.1
        $mask.1 = $not_refractory.1
        v128.store64_lane lane=0
          $not_refractory.at
          (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask.1 $mask.1) 1)
        v128.store $v.at $v.1
        v128.store $m.at $m.1
        v128.store $h.at $h.1
        v128.store $n.at $n.1
        v128.store $a.at $a.1
        v128.store $b.at $b.1
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
