;; WangBuzsaki — from models/neurons/wang-buzsaki.livn
import memory livn.memory 1

;; WangBuzsaki · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, h 1, n 1
  $v@ = i32.load +20 $frame
  $h@ = i32.load +24 $frame
  $n@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -64
      $x = f64x2.mul (f64x2.add $v 58) -0.05
      $exp = exp $x
      $h_1 = f64x2.mul 0.07 $exp
      $x.1 = f64x2.mul (f64x2.add $v 28) -0.1
      $exp.1 = exp $x.1
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 1 (f64x2.add $exp.1 1)))
      $x.2 = f64x2.mul (f64x2.add $v 34) -0.1
      $1/exprel = 1/exprel $x.2
      $n_1 = f64x2.mul 0.1 $1/exprel
      $x.3 = f64x2.mul (f64x2.add $v 44) -0.0125
      $exp.2 = exp $x.3
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.125 $exp.2))
      v128.store $v.at $v
      v128.store $h.at $h
      v128.store $n.at $n
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; WangBuzsaki · step · once per link
export func step_link($frame i32)
  $exp = exp -2.9000000000000004
  $a_h_1 = f64x2.mul 0.07 $exp
  $exp.1 = exp -2.8000000000000003
  $phi = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $phi_times_dt = f64x2.mul $phi $dt
  $dt_times_phi = f64x2.mul $dt $phi
  $exp.2 = exp -3.4000000000000004
  $exp.3 = exp -0.55
  $b_n_1 = f64x2.mul 0.125 $exp.3
  $exp.4 = exp -3.5
  $area = v128.load64_splat +56 $frame
  $per_area = f64x2.div 1 $area
  $E_K = v128.load64_splat +72 $frame
  $g_K = v128.load64_splat +64 $frame
  $E_K_times_g_K = f64x2.mul $E_K $g_K
  $E_L = v128.load64_splat +88 $frame
  $g_L = v128.load64_splat +80 $frame
  $E_L_times_g_L = f64x2.mul $E_L $g_L
  $C = v128.load64_splat +96 $frame
  $per_C = f64x2.div 1 $C
  $g_Na = v128.load64_splat +104 $frame
  $E_Na = v128.load64_splat +112 $frame
  $v_2 = f64x2.div (f64x2.mul $g_Na $E_Na) $C
  $v_ahead_1 = f64x2.neg $v_2
  $v_ahead_2 = f64x2.neg $per_C
  $g_Na_per_C = f64x2.div $g_Na $C
  $v_ahead_3 = f64x2.mul 0.5 $dt
  $v_1 = f64x2.neg $g_Na_per_C
  f64.store +120 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +128 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +136 $frame (f64x2.extract_lane 0 $phi_times_dt)
  f64.store +144 $frame (f64x2.extract_lane 0 $dt_times_phi)
  f64.store +152 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +160 $frame (f64x2.extract_lane 0 $b_n_1)
  f64.store +168 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +176 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +184 $frame (f64x2.extract_lane 0 $E_K_times_g_K)
  f64.store +192 $frame (f64x2.extract_lane 0 $E_L_times_g_L)
  f64.store +200 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +208 $frame (f64x2.extract_lane 0 $v_2)
  f64.store +216 $frame (f64x2.extract_lane 0 $v_ahead_1)
  f64.store +224 $frame (f64x2.extract_lane 0 $v_ahead_2)
  f64.store +232 $frame (f64x2.extract_lane 0 $g_Na_per_C)
  f64.store +240 $frame (f64x2.extract_lane 0 $v_ahead_3)
  f64.store +248 $frame (f64x2.extract_lane 0 $v_1)

;; WangBuzsaki · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, h 1, n 1, I pA, lastspike integer
  ;; shared  phi 1, area um^2, g_K mS/cm^2, E_K mV, g_L mS/cm^2, E_L mV, C uF/cm^2, g_Na mS/cm^2, E_Na mV
  $a_h_1 = v128.load64_splat +120 $frame
  $b_h_1 = v128.load64_splat +128 $frame
  $dt_times_phi = v128.load64_splat +144 $frame
  $phi_times_dt = v128.load64_splat +136 $frame
  $a_n_1 = v128.load64_splat +152 $frame
  $b_n_1 = v128.load64_splat +160 $frame
  $a_m_1 = v128.load64_splat +168 $frame
  $per_area = v128.load64_splat +176 $frame
  $E_K_times_g_K = v128.load64_splat +184 $frame
  $E_L_times_g_L = v128.load64_splat +192 $frame
  $per_C = v128.load64_splat +200 $frame
  $g_K = v128.load64_splat +64 $frame
  $g_L = v128.load64_splat +80 $frame
  $v_ahead_2 = v128.load64_splat +224 $frame
  $g_Na_per_C = v128.load64_splat +232 $frame
  $dt = v128.load64_splat $frame
  $v_ahead_1 = v128.load64_splat +216 $frame
  $v_ahead_3 = v128.load64_splat +240 $frame
  $v_1 = v128.load64_splat +248 $frame
  $v_2 = v128.load64_splat +208 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $n@ = i32.load +32 $frame
  $I@ = i32.load +36 $frame
  $lastspike@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $x = f64x2.mul -0.0125 $v
          $exp = exp $x
          $a_h_3 = f64x2.mul $exp $exp
          $a_h_4 = f64x2.mul $a_h_3 $a_h_3
          $a_h = f64x2.mul $a_h_1 $a_h_4
          $b_h_2 = f64x2.mul $a_h_4 $a_h_4
          $b_h = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $b_h_2) 1)
          $h = v128.load $h.at
          $x.1 = f64x2.mul $phi_times_dt (f64x2.neg (f64x2.add $a_h $b_h))
          $exprel = exprel $x.1
          $h_new = f64x2.add
            $h
            (f64x2.mul
              $dt_times_phi
              (f64x2.mul $exprel (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h))))
          $a_n_2 = f64x2.add $v 34
          $a_n_3 = f64x2.mul $a_n_2 -0.1
          $a_n_4 = f64x2.mul $a_n_2 $a_n_2
          $a_n_5 = f64x2.mul 0.010000000000000002 $a_n_4
          $a_n = f64x2.mul
            0.1
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
              (f64x2.div $a_n_3 (f64x2.sub (f64x2.mul $a_n_1 $b_h_2) 1))
              (f64x2.lt (f64x2.abs $a_n_3) 0.1))
          $b_n = f64x2.mul $b_n_1 $exp
          $n = v128.load $n.at
          $x.2 = f64x2.mul $phi_times_dt (f64x2.neg (f64x2.add $a_n $b_n))
          $exprel.1 = exprel $x.2
          $n_new = f64x2.add
            $n
            (f64x2.mul
              $dt_times_phi
              (f64x2.mul
                $exprel.1
                (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n))))
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $free = v128.or $not_refractory (v128.not (f64x2.gt $v -20))
          $not_refractory = $free
          $a_m_2 = f64x2.add $v 35
          $a_m_3 = f64x2.mul $a_m_2 -0.1
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.010000000000000002 $a_m_4
          $a_m = v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.05 $a_m_2))
              (f64x2.mul
                $a_m_5
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add (f64x2.mul -8.267195767195769e-9 $a_m_4) 0.00003306878306878307)
                        $a_m_5)
                      -0.001388888888888889)
                    $a_m_5)
                  0.08333333333333333)))
            (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 $b_h_2) 1))
            (f64x2.lt (f64x2.abs $a_m_3) 0.1)
          $x.3 = f64x2.mul (f64x2.add $v 60) -0.05555555555555555
          $exp.1 = exp $x.3
          $b_m = f64x2.mul 4 $exp.1
          $m = f64x2.div $a_m (f64x2.add $a_m $b_m)
          $v_ahead_4 = f64x2.mul $n_new $n_new
          $n = $n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $n.at $n
          $v_ahead_5 = f64x2.mul $v_ahead_4 $v_ahead_4
          $I = v128.load $I.at
          $v_ahead_6 = f64x2.mul
            (f64x2.add
              (f64x2.add (f64x2.mul $I $per_area) (f64x2.mul $E_K_times_g_K $v_ahead_5))
              $E_L_times_g_L)
            $per_C
          $v_ahead_7 = f64x2.mul (f64x2.mul (f64x2.mul $m $m) $m) $h_new
          $h = $h_new
          v128.store $h.at $h
          $v_ahead_8 = f64x2.add (f64x2.mul $g_K $v_ahead_5) $g_L
          $v_ahead_9 = f64x2.sub
            (f64x2.mul $v_ahead_8 $v_ahead_2)
            (f64x2.mul $g_Na_per_C $v_ahead_7)
          $v_ahead = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.sub $v_ahead_6 (f64x2.mul $v_ahead_1 $v_ahead_7))
                  (f64x2.mul $v_ahead_9 $v)))
              (f64x2.sub 1 (f64x2.mul $v_ahead_3 $v_ahead_9)))
          $x.4 = f64x2.mul (f64x2.add $v_ahead 35) -0.1
          $1/exprel = 1/exprel $x.4
          $x.5 = f64x2.mul (f64x2.add $v_ahead 60) -0.05555555555555555
          $exp.2 = exp $x.5
          $b_m_ahead = f64x2.mul 4 $exp.2
          $m_ahead = f64x2.div $1/exprel (f64x2.add $1/exprel $b_m_ahead)
          $v_3 = f64x2.mul (f64x2.mul (f64x2.mul $m_ahead $m_ahead) $m_ahead) $h_new
          $v_4 = f64x2.sub
            (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $v_ahead_7) (f64x2.mul $g_Na_per_C $v_3)))
            (f64x2.mul $v_ahead_8 $per_C)
          $v_5 = f64x2.mul $dt $v_4
          $v_6 = f64x2.sub 6 $v_5
          $v_new = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $v_6
                (f64x2.mul
                  $dt
                  (f64x2.add
                    (f64x2.add
                      $v_ahead_6
                      (f64x2.mul
                        0.5
                        (f64x2.sub (f64x2.mul $v_2 $v_ahead_7) (f64x2.mul $v_ahead_1 $v_3))))
                    (f64x2.mul $v_4 $v))))
              (f64x2.sub $v_6 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_5)) $v_4)))
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
        $x.6 = f64x2.mul -0.0125 $v.1
        $exp.3 = exp $x.6
        $a_h_3.1 = f64x2.mul $exp.3 $exp.3
        $a_h_4.1 = f64x2.mul $a_h_3.1 $a_h_3.1
        $a_h.1 = f64x2.mul $a_h_1 $a_h_4.1
        $b_h_2.1 = f64x2.mul $a_h_4.1 $a_h_4.1
        $b_h.1 = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $b_h_2.1) 1)
        $h.1 = v128.load $h.at
        $x.7 = f64x2.mul $phi_times_dt (f64x2.neg (f64x2.add $a_h.1 $b_h.1))
        $exprel.2 = exprel $x.7
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            $dt_times_phi
            (f64x2.mul
              $exprel.2
              (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1))))
        $a_n_2.1 = f64x2.add $v.1 34
        $a_n_3.1 = f64x2.mul $a_n_2.1 -0.1
        $a_n_4.1 = f64x2.mul $a_n_2.1 $a_n_2.1
        $a_n_5.1 = f64x2.mul 0.010000000000000002 $a_n_4.1
        $a_n.1 = f64x2.mul
          0.1
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
            (f64x2.div $a_n_3.1 (f64x2.sub (f64x2.mul $a_n_1 $b_h_2.1) 1))
            (f64x2.lt (f64x2.abs $a_n_3.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.3
        $n.1 = v128.load $n.at
        $x.8 = f64x2.mul $phi_times_dt (f64x2.neg (f64x2.add $a_n.1 $b_n.1))
        $exprel.3 = exprel $x.8
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            $dt_times_phi
            (f64x2.mul
              $exprel.3
              (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1))))
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 -20))
        $not_refractory.1 = $free.1
        $a_m_2.1 = f64x2.add $v.1 35
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.1
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.010000000000000002 $a_m_4.1
        $a_m.1 = v128.bitselect
          (f64x2.add
            (f64x2.sub 1 (f64x2.mul -0.05 $a_m_2.1))
            (f64x2.mul
              $a_m_5.1
              (f64x2.add
                (f64x2.mul
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add (f64x2.mul -8.267195767195769e-9 $a_m_4.1) 0.00003306878306878307)
                      $a_m_5.1)
                    -0.001388888888888889)
                  $a_m_5.1)
                0.08333333333333333)))
          (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 $b_h_2.1) 1))
          (f64x2.lt (f64x2.abs $a_m_3.1) 0.1)
        $x.9 = f64x2.mul (f64x2.add $v.1 60) -0.05555555555555555
        $exp.4 = exp $x.9
        $b_m.1 = f64x2.mul 4 $exp.4
        $m.1 = f64x2.div $a_m.1 (f64x2.add $a_m.1 $b_m.1)
        $v_ahead_4.1 = f64x2.mul $n_new.1 $n_new.1
        $n.1 = $n_new.1
        $v_ahead_5.1 = f64x2.mul $v_ahead_4.1 $v_ahead_4.1
        $I.1 = v128.load $I.at
        $v_ahead_6.1 = f64x2.mul
          (f64x2.add
            (f64x2.add (f64x2.mul $I.1 $per_area) (f64x2.mul $E_K_times_g_K $v_ahead_5.1))
            $E_L_times_g_L)
          $per_C
        $v_ahead_7.1 = f64x2.mul (f64x2.mul (f64x2.mul $m.1 $m.1) $m.1) $h_new.1
        $h.1 = $h_new.1
        $v_ahead_8.1 = f64x2.add (f64x2.mul $g_K $v_ahead_5.1) $g_L
        $v_ahead_9.1 = f64x2.sub
          (f64x2.mul $v_ahead_8.1 $v_ahead_2)
          (f64x2.mul $g_Na_per_C $v_ahead_7.1)
        $v_ahead.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $dt
              (f64x2.add
                (f64x2.sub $v_ahead_6.1 (f64x2.mul $v_ahead_1 $v_ahead_7.1))
                (f64x2.mul $v_ahead_9.1 $v.1)))
            (f64x2.sub 1 (f64x2.mul $v_ahead_3 $v_ahead_9.1)))
        $x.10 = f64x2.mul (f64x2.add $v_ahead.1 35) -0.1
        $1/exprel.1 = 1/exprel $x.10
        $x.11 = f64x2.mul (f64x2.add $v_ahead.1 60) -0.05555555555555555
        $exp.5 = exp $x.11
        $b_m_ahead.1 = f64x2.mul 4 $exp.5
        $m_ahead.1 = f64x2.div $1/exprel.1 (f64x2.add $1/exprel.1 $b_m_ahead.1)
        $v_3.1 = f64x2.mul (f64x2.mul (f64x2.mul $m_ahead.1 $m_ahead.1) $m_ahead.1) $h_new.1
        $v_4.1 = f64x2.sub
          (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $v_ahead_7.1) (f64x2.mul $g_Na_per_C $v_3.1)))
          (f64x2.mul $v_ahead_8.1 $per_C)
        $v_5.1 = f64x2.mul $dt $v_4.1
        $v_6.1 = f64x2.sub 6 $v_5.1
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $v_6.1
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.add
                    $v_ahead_6.1
                    (f64x2.mul
                      0.5
                      (f64x2.sub (f64x2.mul $v_2 $v_ahead_7.1) (f64x2.mul $v_ahead_1 $v_3.1))))
                  (f64x2.mul $v_4.1 $v.1))))
            (f64x2.sub $v_6.1 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_5.1)) $v_4.1)))
        v128.store $n.at $n.1
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
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
