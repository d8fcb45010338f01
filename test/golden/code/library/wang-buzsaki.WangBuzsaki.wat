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
  $exp = exp -3.5
  $area = v128.load64_splat +96 $frame
  $per_area = f64x2.div 1 $area
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +104 $frame
  $dt_per_C = f64x2.div $dt $C
  $exp.1 = exp -2.9000000000000004
  $a_h_1 = f64x2.mul 0.07 $exp.1
  $exp.2 = exp -2.8000000000000003
  $phi = v128.load64_splat +112 $frame
  $dt_times_phi = f64x2.mul $dt $phi
  $exp.3 = exp -3.4000000000000004
  $exp.4 = exp -0.55
  $b_n_1 = f64x2.mul 0.125 $exp.4
  f64.store +120 $frame (f64x2.extract_lane 0 $exp)
  f64.store +128 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +136 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +144 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +160 $frame (f64x2.extract_lane 0 $dt_times_phi)
  f64.store +168 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +176 $frame (f64x2.extract_lane 0 $b_n_1)

;; WangBuzsaki · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, h 1, n 1, I pA, lastspike integer
  ;; shared  g_Na mS/cm^2, E_Na mV, g_K mS/cm^2, E_K mV, g_L mS/cm^2, E_L mV, area um^2, C uF/cm^2, phi 1
  $a_m_1 = v128.load64_splat +120 $frame
  $g_Na = v128.load64_splat +48 $frame
  $E_Na = v128.load64_splat +56 $frame
  $g_K = v128.load64_splat +64 $frame
  $E_K = v128.load64_splat +72 $frame
  $g_L = v128.load64_splat +80 $frame
  $E_L = v128.load64_splat +88 $frame
  $per_area = v128.load64_splat +128 $frame
  $dt_per_C = v128.load64_splat +136 $frame
  $a_h_1 = v128.load64_splat +144 $frame
  $b_h_1 = v128.load64_splat +152 $frame
  $dt_times_phi = v128.load64_splat +160 $frame
  $a_n_1 = v128.load64_splat +168 $frame
  $b_n_1 = v128.load64_splat +176 $frame
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
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $v = v128.load $v.at
          $free = v128.or $not_refractory (v128.not (f64x2.gt $v -20))
          $a_m_3 = f64x2.add $v 35
          $a_m_4 = f64x2.mul $a_m_3 -0.1
          $a_m_5 = f64x2.mul $a_m_3 $a_m_3
          $a_m_6 = f64x2.mul 0.010000000000000002 $a_m_5
          $x = f64x2.mul -0.0125 $v
          $exp = exp $x
          $a_m_8 = f64x2.mul $exp $exp
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
          $a_m_10 = f64x2.mul $a_m_9 $a_m_9
          $a_m = v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.05 $a_m_3))
              (f64x2.mul
                $a_m_6
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add (f64x2.mul -8.267195767195769e-9 $a_m_5) 0.00003306878306878307)
                        $a_m_6)
                      -0.001388888888888889)
                    $a_m_6)
                  0.08333333333333333)))
            (f64x2.div $a_m_4 (f64x2.sub (f64x2.mul $a_m_1 $a_m_10) 1))
            (f64x2.lt (f64x2.abs $a_m_4) 0.1)
          $x.1 = f64x2.mul (f64x2.add $v 60) -0.05555555555555555
          $exp.1 = exp $x.1
          $b_m = f64x2.mul 4 $exp.1
          $m = f64x2.div $a_m (f64x2.add $a_m $b_m)
          $h = v128.load $h.at
          $I_Na = f64x2.mul
            (f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m $m) $m)) $h)
            (f64x2.sub $v $E_Na)
          $n = v128.load $n.at
          $n_squared = f64x2.mul $n $n
          $I_K = f64x2.mul (f64x2.mul $g_K (f64x2.mul $n_squared $n_squared)) (f64x2.sub $v $E_K)
          $I_L = f64x2.mul $g_L (f64x2.sub $v $E_L)
          $I = v128.load $I.at
          $I_times_per_area = f64x2.mul $I $per_area
          $k_v = f64x2.mul
            $dt_per_C
            (f64x2.sub (f64x2.sub (f64x2.sub $I_times_per_area $I_Na) $I_K) $I_L)
          $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
          $x.2 = f64x2.mul (f64x2.add $v_mid 35) -0.1
          $1/exprel = 1/exprel $x.2
          $a_m_2 = f64x2.mul 1 $1/exprel
          $x.3 = f64x2.mul (f64x2.add $v_mid 60) -0.05555555555555555
          $exp.2 = exp $x.3
          $b_m_2 = f64x2.mul 4 $exp.2
          $m_2 = f64x2.div $a_m_2 (f64x2.add $a_m_2 $b_m_2)
          $a_h = f64x2.mul $a_h_1 $a_m_9
          $b_h = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_10) 1)
          $k_h = f64x2.mul
            $dt_times_phi
            (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h))
          $h_mid = f64x2.add $h (f64x2.mul $k_h 0.5)
          $I_Na_2 = f64x2.mul
            (f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m_2 $m_2) $m_2)) $h_mid)
            (f64x2.sub $v_mid $E_Na)
          $a_n_3 = f64x2.add $v 34
          $a_n_4 = f64x2.mul $a_n_3 -0.1
          $a_n_5 = f64x2.mul $a_n_3 $a_n_3
          $a_n_6 = f64x2.mul 0.010000000000000002 $a_n_5
          $a_n = f64x2.mul
            0.1
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul -0.05 $a_n_3))
                (f64x2.mul
                  $a_n_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -8.267195767195769e-9 $a_n_5)
                            0.00003306878306878307)
                          $a_n_6)
                        -0.001388888888888889)
                      $a_n_6)
                    0.08333333333333333)))
              (f64x2.div $a_n_4 (f64x2.sub (f64x2.mul $a_n_1 $a_m_10) 1))
              (f64x2.lt (f64x2.abs $a_n_4) 0.1))
          $b_n = f64x2.mul $b_n_1 $exp
          $k_n = f64x2.mul
            $dt_times_phi
            (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n))
          $n_mid = f64x2.add $n (f64x2.mul $k_n 0.5)
          $n_mid_squared = f64x2.mul $n_mid $n_mid
          $I_K_2 = f64x2.mul
            (f64x2.mul $g_K (f64x2.mul $n_mid_squared $n_mid_squared))
            (f64x2.sub $v_mid $E_K)
          $I_L_2 = f64x2.mul $g_L (f64x2.sub $v_mid $E_L)
          $v_new = f64x2.add
            $v
            (f64x2.mul
              $dt_per_C
              (f64x2.sub (f64x2.sub (f64x2.sub $I_times_per_area $I_Na_2) $I_K_2) $I_L_2))
          $x.4 = f64x2.mul (f64x2.add $v_mid 58) -0.05
          $exp.3 = exp $x.4
          $a_h_2 = f64x2.mul 0.07 $exp.3
          $x.5 = f64x2.mul (f64x2.add $v_mid 28) -0.1
          $exp.4 = exp $x.5
          $b_h_2 = f64x2.div 1 (f64x2.add $exp.4 1)
          $h_new = f64x2.add
            $h
            (f64x2.mul
              $dt_times_phi
              (f64x2.sub (f64x2.mul $a_h_2 (f64x2.sub 1 $h_mid)) (f64x2.mul $b_h_2 $h_mid)))
          $x.6 = f64x2.mul (f64x2.add $v_mid 34) -0.1
          $1/exprel.1 = 1/exprel $x.6
          $a_n_2 = f64x2.mul 0.1 $1/exprel.1
          $x.7 = f64x2.mul (f64x2.add $v_mid 44) -0.0125
          $exp.5 = exp $x.7
          $b_n_2 = f64x2.mul 0.125 $exp.5
          $n_new = f64x2.add
            $n
            (f64x2.mul
              $dt_times_phi
              (f64x2.sub (f64x2.mul $a_n_2 (f64x2.sub 1 $n_mid)) (f64x2.mul $b_n_2 $n_mid)))
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
          $h = $h_new
          $n = $n_new
          $mask = $not_refractory
          v128.store64_lane lane=0
            $not_refractory.at
            (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
          v128.store $v.at $v
          v128.store $h.at $h
          v128.store $n.at $n
          br @vector
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $v.1 = v128.load $v.at
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 -20))
        $a_m_3.1 = f64x2.add $v.1 35
        $a_m_4.1 = f64x2.mul $a_m_3.1 -0.1
        $a_m_5.1 = f64x2.mul $a_m_3.1 $a_m_3.1
        $a_m_6.1 = f64x2.mul 0.010000000000000002 $a_m_5.1
        $x.8 = f64x2.mul -0.0125 $v.1
        $exp.6 = exp $x.8
        $a_m_8.1 = f64x2.mul $exp.6 $exp.6
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
        $a_m_10.1 = f64x2.mul $a_m_9.1 $a_m_9.1
        $a_m.1 = v128.bitselect
          (f64x2.add
            (f64x2.sub 1 (f64x2.mul -0.05 $a_m_3.1))
            (f64x2.mul
              $a_m_6.1
              (f64x2.add
                (f64x2.mul
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add (f64x2.mul -8.267195767195769e-9 $a_m_5.1) 0.00003306878306878307)
                      $a_m_6.1)
                    -0.001388888888888889)
                  $a_m_6.1)
                0.08333333333333333)))
          (f64x2.div $a_m_4.1 (f64x2.sub (f64x2.mul $a_m_1 $a_m_10.1) 1))
          (f64x2.lt (f64x2.abs $a_m_4.1) 0.1)
        $x.9 = f64x2.mul (f64x2.add $v.1 60) -0.05555555555555555
        $exp.7 = exp $x.9
        $b_m.1 = f64x2.mul 4 $exp.7
        $m.1 = f64x2.div $a_m.1 (f64x2.add $a_m.1 $b_m.1)
        $h.1 = v128.load $h.at
        $I_Na.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m.1 $m.1) $m.1)) $h.1)
          (f64x2.sub $v.1 $E_Na)
        $n.1 = v128.load $n.at
        $n_squared.1 = f64x2.mul $n.1 $n.1
        $I_K.1 = f64x2.mul
          (f64x2.mul $g_K (f64x2.mul $n_squared.1 $n_squared.1))
          (f64x2.sub $v.1 $E_K)
        $I_L.1 = f64x2.mul $g_L (f64x2.sub $v.1 $E_L)
        $I.1 = v128.load $I.at
        $I_times_per_area.1 = f64x2.mul $I.1 $per_area
        $k_v.1 = f64x2.mul
          $dt_per_C
          (f64x2.sub (f64x2.sub (f64x2.sub $I_times_per_area.1 $I_Na.1) $I_K.1) $I_L.1)
        $v_mid.1 = f64x2.add $v.1 (f64x2.mul $k_v.1 0.5)
        $x.10 = f64x2.mul (f64x2.add $v_mid.1 35) -0.1
        $1/exprel.2 = 1/exprel $x.10
        $a_m_2.1 = f64x2.mul 1 $1/exprel.2
        $x.11 = f64x2.mul (f64x2.add $v_mid.1 60) -0.05555555555555555
        $exp.8 = exp $x.11
        $b_m_2.1 = f64x2.mul 4 $exp.8
        $m_2.1 = f64x2.div $a_m_2.1 (f64x2.add $a_m_2.1 $b_m_2.1)
        $a_h.1 = f64x2.mul $a_h_1 $a_m_9.1
        $b_h.1 = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_10.1) 1)
        $k_h.1 = f64x2.mul
          $dt_times_phi
          (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1))
        $h_mid.1 = f64x2.add $h.1 (f64x2.mul $k_h.1 0.5)
        $I_Na_2.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m_2.1 $m_2.1) $m_2.1)) $h_mid.1)
          (f64x2.sub $v_mid.1 $E_Na)
        $a_n_3.1 = f64x2.add $v.1 34
        $a_n_4.1 = f64x2.mul $a_n_3.1 -0.1
        $a_n_5.1 = f64x2.mul $a_n_3.1 $a_n_3.1
        $a_n_6.1 = f64x2.mul 0.010000000000000002 $a_n_5.1
        $a_n.1 = f64x2.mul
          0.1
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.05 $a_n_3.1))
              (f64x2.mul
                $a_n_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -8.267195767195769e-9 $a_n_5.1)
                          0.00003306878306878307)
                        $a_n_6.1)
                      -0.001388888888888889)
                    $a_n_6.1)
                  0.08333333333333333)))
            (f64x2.div $a_n_4.1 (f64x2.sub (f64x2.mul $a_n_1 $a_m_10.1) 1))
            (f64x2.lt (f64x2.abs $a_n_4.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.6
        $k_n.1 = f64x2.mul
          $dt_times_phi
          (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1))
        $n_mid.1 = f64x2.add $n.1 (f64x2.mul $k_n.1 0.5)
        $n_mid_squared.1 = f64x2.mul $n_mid.1 $n_mid.1
        $I_K_2.1 = f64x2.mul
          (f64x2.mul $g_K (f64x2.mul $n_mid_squared.1 $n_mid_squared.1))
          (f64x2.sub $v_mid.1 $E_K)
        $I_L_2.1 = f64x2.mul $g_L (f64x2.sub $v_mid.1 $E_L)
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.sub (f64x2.sub (f64x2.sub $I_times_per_area.1 $I_Na_2.1) $I_K_2.1) $I_L_2.1))
        $x.12 = f64x2.mul (f64x2.add $v_mid.1 58) -0.05
        $exp.9 = exp $x.12
        $a_h_2.1 = f64x2.mul 0.07 $exp.9
        $x.13 = f64x2.mul (f64x2.add $v_mid.1 28) -0.1
        $exp.10 = exp $x.13
        $b_h_2.1 = f64x2.div 1 (f64x2.add $exp.10 1)
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            $dt_times_phi
            (f64x2.sub (f64x2.mul $a_h_2.1 (f64x2.sub 1 $h_mid.1)) (f64x2.mul $b_h_2.1 $h_mid.1)))
        $x.14 = f64x2.mul (f64x2.add $v_mid.1 34) -0.1
        $1/exprel.3 = 1/exprel $x.14
        $a_n_2.1 = f64x2.mul 0.1 $1/exprel.3
        $x.15 = f64x2.mul (f64x2.add $v_mid.1 44) -0.0125
        $exp.11 = exp $x.15
        $b_n_2.1 = f64x2.mul 0.125 $exp.11
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            $dt_times_phi
            (f64x2.sub (f64x2.mul $a_n_2.1 (f64x2.sub 1 $n_mid.1)) (f64x2.mul $b_n_2.1 $n_mid.1)))
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
        $h.1 = $h_new.1
        $n.1 = $n_new.1
        $mask.1 = $not_refractory.1
        v128.store64_lane lane=0
          $not_refractory.at
          (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask.1 $mask.1) 1)
        v128.store $v.at $v.1
        v128.store $h.at $h.1
        v128.store $n.at $n.1
      $not_refractory.at = i32.add $not_refractory.at 8
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
