;; HodgkinHuxley — from models/neurons/hodgkin-huxley.livn
import memory livn.memory 1

;; HodgkinHuxley · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1, n 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $n@ = i32.load +32 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -65
      $x = f64x2.mul (f64x2.add $v 40) -0.1
      $1/exprel = 1/exprel $x
      $m_2 = f64x2.add $v 65
      $x.1 = f64x2.mul $m_2 -0.05555555555555555
      $exp = exp $x.1
      $m = f64x2.div $1/exprel (f64x2.add $1/exprel (f64x2.mul 4 $exp))
      $x.2 = f64x2.mul $m_2 -0.05
      $exp.1 = exp $x.2
      $h_1 = f64x2.mul 0.07 $exp.1
      $x.3 = f64x2.mul (f64x2.add $v 35) -0.1
      $exp.2 = exp $x.3
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 1 (f64x2.add $exp.2 1)))
      $x.4 = f64x2.mul (f64x2.add $v 55) -0.1
      $1/exprel.1 = 1/exprel $x.4
      $n_1 = f64x2.mul 0.1 $1/exprel.1
      $x.5 = f64x2.mul $m_2 -0.0125
      $exp.3 = exp $x.5
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.125 $exp.3))
      v128.store $v.at $v
      v128.store $m.at $m
      v128.store $h.at $h
      v128.store $n.at $n
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; HodgkinHuxley · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $exp = exp -4
  $exp.1 = exp -3.25
  $a_h_1 = f64x2.mul 0.07 $exp.1
  $exp.2 = exp -3.5
  $exp.3 = exp -5.5
  $exp.4 = exp -0.8125
  $b_n_1 = f64x2.mul 0.125 $exp.4
  $C = v128.load64_splat +72 $frame
  $v_1 = f64x2.neg (f64x2.div $dt $C)
  $area = v128.load64_splat +80 $frame
  $per_area = f64x2.div 1 $area
  $E_Na = v128.load64_splat +88 $frame
  $g_Na = v128.load64_splat +48 $frame
  $E_Na_times_g_Na = f64x2.mul $E_Na $g_Na
  $E_K = v128.load64_splat +96 $frame
  $g_K = v128.load64_splat +56 $frame
  $E_K_times_g_K = f64x2.mul $E_K $g_K
  $per_C = f64x2.div 1 $C
  $v_2 = f64x2.neg $per_C
  f64.store +112 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +120 $frame (f64x2.extract_lane 0 $exp)
  f64.store +128 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +144 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +152 $frame (f64x2.extract_lane 0 $b_n_1)
  f64.store +160 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +168 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +176 $frame (f64x2.extract_lane 0 $E_Na_times_g_Na)
  f64.store +184 $frame (f64x2.extract_lane 0 $E_K_times_g_K)
  f64.store +192 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +200 $frame (f64x2.extract_lane 0 $v_2)

;; HodgkinHuxley · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, m 1, h 1, n 1, I pA, V_ext mV
  ;; shared  g_Na mS/cm^2, g_K mS/cm^2, g_L mS/cm^2, C uF/cm^2, area um^2, E_Na mV, E_K mV, E_L mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +112 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +112 $frame)))) 1)
  $a_m_1 = v128.load64_splat +120 $frame
  $dt = v128.load64_splat $frame
  $a_h_1 = v128.load64_splat +128 $frame
  $b_h_1 = v128.load64_splat +136 $frame
  $a_n_1 = v128.load64_splat +144 $frame
  $b_n_1 = v128.load64_splat +152 $frame
  $g_Na = v128.load64_splat +48 $frame
  $g_K = v128.load64_splat +56 $frame
  $g_L = v128.load64_splat +64 $frame
  $v_1 = v128.load64_splat +160 $frame
  $per_area = v128.load64_splat +168 $frame
  $E_Na_times_g_Na = v128.load64_splat +176 $frame
  $E_K_times_g_K = v128.load64_splat +184 $frame
  $E_L = v128.load64_splat +104 $frame
  $per_C = v128.load64_splat +192 $frame
  $v_2 = v128.load64_splat +200 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $m@ = i32.load +28 $frame
  $h@ = i32.load +32 $frame
  $n@ = i32.load +36 $frame
  $I@ = i32.load +40 $frame
  $V_ext@ = i32.load +44 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $a_m_2 = f64x2.add $v 40
          $a_m_3 = f64x2.mul $a_m_2 -0.1
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.010000000000000002 $a_m_4
          $x = f64x2.mul -0.0125 $v
          $exp = exp $x
          $a_m_7 = f64x2.mul $exp $exp
          $a_m_8 = f64x2.mul $a_m_7 $a_m_7
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
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
            (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 $a_m_9) 1))
            (f64x2.lt (f64x2.abs $a_m_3) 0.1)
          $x.1 = f64x2.mul (f64x2.add $v 65) -0.05555555555555555
          $exp.1 = exp $x.1
          $b_m = f64x2.mul 4 $exp.1
          $m = v128.load $m.at
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel = exprel $x.2
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $a_h = f64x2.mul $a_h_1 $a_m_8
          $b_h = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_9) 1)
          $h = v128.load $h.at
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.1 = exprel $x.3
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
          $a_n_2 = f64x2.add $v 55
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
          $lastspike = v128.load64_zero $lastspike.at
          $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
          $v_3 = f64x2.mul (f64x2.mul $m_new $m_new) $m_new
          $m = $m_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $m.at $m
          $v_4 = f64x2.mul $n_new $n_new
          $n = $n_new
          v128.store $n.at $n
          $v_5 = f64x2.mul $v_4 $v_4
          $v_6 = f64x2.add
            (f64x2.add (f64x2.mul (f64x2.mul $g_Na $v_3) $h_new) (f64x2.mul $g_K $v_5))
            $g_L
          $h = $h_new
          v128.store $h.at $h
          $v_7 = f64x2.mul $v_1 $v_6
          $v_8 = f64x2.sub 6 $v_7
          $I = v128.load $I.at
          $V_ext = v128.load $V_ext.at
          $v_new = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $v_8
                (f64x2.mul
                  $dt
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.add
                          (f64x2.add
                            (f64x2.mul $I $per_area)
                            (f64x2.mul $E_Na_times_g_Na (f64x2.mul $v_3 $h_new)))
                          (f64x2.mul $E_K_times_g_K $v_5))
                        (f64x2.mul (f64x2.add $V_ext $E_L) $g_L))
                      $per_C)
                    (f64x2.mul (f64x2.mul $v_6 $v_2) $v))))
              (f64x2.sub $v_8 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_7) $v_6))))
          $taking = v128.and $free (f64x2.gt $v_new 0)
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
          $v = $v_new
          v128.store $v.at $v
          br @vector
        $v.1 = v128.load $v.at
        $a_m_2.1 = f64x2.add $v.1 40
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.1
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.010000000000000002 $a_m_4.1
        $x.5 = f64x2.mul -0.0125 $v.1
        $exp.2 = exp $x.5
        $a_m_7.1 = f64x2.mul $exp.2 $exp.2
        $a_m_8.1 = f64x2.mul $a_m_7.1 $a_m_7.1
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
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
          (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 $a_m_9.1) 1))
          (f64x2.lt (f64x2.abs $a_m_3.1) 0.1)
        $x.6 = f64x2.mul (f64x2.add $v.1 65) -0.05555555555555555
        $exp.3 = exp $x.6
        $b_m.1 = f64x2.mul 4 $exp.3
        $m.1 = v128.load $m.at
        $x.7 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.3 = exprel $x.7
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.3)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $a_h.1 = f64x2.mul $a_h_1 $a_m_8.1
        $b_h.1 = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_9.1) 1)
        $h.1 = v128.load $h.at
        $x.8 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.4 = exprel $x.8
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.4)
            (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1)))
        $a_n_2.1 = f64x2.add $v.1 55
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
            (f64x2.div $a_n_3.1 (f64x2.sub (f64x2.mul $a_n_1 $a_m_9.1) 1))
            (f64x2.lt (f64x2.abs $a_n_3.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.2
        $n.1 = v128.load $n.at
        $x.9 = f64x2.mul (f64x2.neg (f64x2.add $a_n.1 $b_n.1)) $dt
        $exprel.5 = exprel $x.9
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1)))
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $v_3.1 = f64x2.mul (f64x2.mul $m_new.1 $m_new.1) $m_new.1
        $m.1 = $m_new.1
        $v_4.1 = f64x2.mul $n_new.1 $n_new.1
        $n.1 = $n_new.1
        $v_5.1 = f64x2.mul $v_4.1 $v_4.1
        $v_6.1 = f64x2.add
          (f64x2.add (f64x2.mul (f64x2.mul $g_Na $v_3.1) $h_new.1) (f64x2.mul $g_K $v_5.1))
          $g_L
        $h.1 = $h_new.1
        $v_7.1 = f64x2.mul $v_1 $v_6.1
        $v_8.1 = f64x2.sub 6 $v_7.1
        $I.1 = v128.load $I.at
        $V_ext.1 = v128.load $V_ext.at
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $v_8.1
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.add
                        (f64x2.add
                          (f64x2.mul $I.1 $per_area)
                          (f64x2.mul $E_Na_times_g_Na (f64x2.mul $v_3.1 $h_new.1)))
                        (f64x2.mul $E_K_times_g_K $v_5.1))
                      (f64x2.mul (f64x2.add $V_ext.1 $E_L) $g_L))
                    $per_C)
                  (f64x2.mul (f64x2.mul $v_6.1 $v_2) $v.1))))
            (f64x2.sub $v_8.1 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_7.1) $v_6.1))))
        v128.store $m.at $m.1
        v128.store $n.at $n.1
        v128.store $h.at $h.1
        v128.store $v.at $v_new.1
        $taking.1 = v128.and $free.1 (f64x2.gt $v_new.1 0)
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
        $v.1 = $v_new.1
      $lastspike.at = i32.add $lastspike.at 8
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $I.at = i32.add $I.at 16
      $V_ext.at = i32.add $V_ext.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
