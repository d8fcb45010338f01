;; TraubMiles — from models/neurons/traub-miles.livn
import memory livn.memory 1

;; TraubMiles · initialize
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
      $v = -67
      $x = f64x2.mul (f64x2.add $v 54) -0.25
      $1/exprel = 1/exprel $x
      $m_1 = f64x2.mul 1.28 $1/exprel
      $m_2 = f64x2.add $v 27
      $x.1 = f64x2.mul $m_2 0.2
      $1/exprel.1 = 1/exprel $x.1
      $m = f64x2.div $m_1 (f64x2.add $m_1 (f64x2.mul 1.4 $1/exprel.1))
      $x.2 = f64x2.mul (f64x2.add $v 50) -0.05555555555555555
      $exp = exp $x.2
      $h_1 = f64x2.mul 0.128 $exp
      $x.3 = f64x2.mul $m_2 -0.2
      $exp.1 = exp $x.3
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 4 (f64x2.add 1 $exp.1)))
      $x.4 = f64x2.mul (f64x2.add $v 52) -0.2
      $1/exprel.2 = 1/exprel $x.4
      $n_1 = f64x2.mul 0.16 $1/exprel.2
      $x.5 = f64x2.mul (f64x2.add $v 57) -0.025
      $exp.2 = exp $x.5
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.5 $exp.2))
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

;; TraubMiles · step · once per link
export func step_link($frame i32)
  $exp = exp -13.5
  $exp.1 = exp -5.4
  $b_m_1 = f64x2.mul 0.2 $exp.1
  $exp.2 = exp -10.4
  $exp.3 = exp -1.425
  $b_n_1 = f64x2.mul 0.5 $exp.3
  $dt = v128.load64_splat $frame
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
  $E_L = v128.load64_splat +104 $frame
  $g_L = v128.load64_splat +64 $frame
  $E_L_times_g_L = f64x2.mul $E_L $g_L
  $per_C = f64x2.div 1 $C
  $v_2 = f64x2.neg $per_C
  f64.store +112 $frame (f64x2.extract_lane 0 $exp)
  f64.store +120 $frame (f64x2.extract_lane 0 $b_m_1)
  f64.store +128 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +136 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +144 $frame (f64x2.extract_lane 0 $b_n_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +160 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +168 $frame (f64x2.extract_lane 0 $E_Na_times_g_Na)
  f64.store +176 $frame (f64x2.extract_lane 0 $E_K_times_g_K)
  f64.store +184 $frame (f64x2.extract_lane 0 $E_L_times_g_L)
  f64.store +192 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +200 $frame (f64x2.extract_lane 0 $v_2)

;; TraubMiles · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, m 1, h 1, n 1, I pA, lastspike integer
  ;; shared  g_Na mS/cm^2, g_K mS/cm^2, g_L mS/cm^2, C uF/cm^2, area um^2, E_Na mV, E_K mV, E_L mV
  $a_m_1 = v128.load64_splat +112 $frame
  $b_m_2 = v128.load64_splat +128 $frame
  $b_m_1 = v128.load64_splat +120 $frame
  $dt = v128.load64_splat $frame
  $a_n_1 = v128.load64_splat +136 $frame
  $b_n_1 = v128.load64_splat +144 $frame
  $g_Na = v128.load64_splat +48 $frame
  $g_K = v128.load64_splat +56 $frame
  $g_L = v128.load64_splat +64 $frame
  $v_1 = v128.load64_splat +152 $frame
  $per_area = v128.load64_splat +160 $frame
  $E_Na_times_g_Na = v128.load64_splat +168 $frame
  $E_K_times_g_K = v128.load64_splat +176 $frame
  $E_L_times_g_L = v128.load64_splat +184 $frame
  $per_C = v128.load64_splat +192 $frame
  $v_2 = v128.load64_splat +200 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $m@ = i32.load +28 $frame
  $h@ = i32.load +32 $frame
  $n@ = i32.load +36 $frame
  $I@ = i32.load +40 $frame
  $lastspike@ = i32.load +44 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
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
          $a_m_2 = f64x2.add $v 54
          $a_m_3 = f64x2.mul $a_m_2 -0.25
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.0625 $a_m_4
          $x = f64x2.mul -0.025 $v
          $exp = exp $x
          $a_m_7 = f64x2.mul $exp $exp
          $a_m_8 = f64x2.mul $a_m_7 $a_m_7
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
          $a_m = f64x2.mul
            1.28
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul -0.125 $a_m_2))
                (f64x2.mul
                  $a_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -5.166997354497355e-8 $a_m_4)
                            0.00003306878306878307)
                          $a_m_5)
                        -0.001388888888888889)
                      $a_m_5)
                    0.08333333333333333)))
              (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 (f64x2.mul $a_m_9 $a_m_7)) 1))
              (f64x2.lt (f64x2.abs $a_m_3) 0.1))
          $b_m_3 = f64x2.add $v 27
          $b_m_4 = f64x2.mul $b_m_3 $b_m_3
          $b_m_5 = f64x2.mul 0.04000000000000001 $b_m_4
          $b_m_6 = f64x2.mul $b_m_2 $a_m_9
          $b_m = f64x2.mul
            1.4
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $b_m_3))
                (f64x2.mul
                  $b_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $b_m_4)
                            0.00003306878306878307)
                          $b_m_5)
                        -0.001388888888888889)
                      $b_m_5)
                    0.08333333333333333)))
              (f64x2.div (f64x2.mul $b_m_1 (f64x2.mul $b_m_3 $a_m_9)) (f64x2.sub 1 $b_m_6))
              (f64x2.lt (f64x2.abs (f64x2.mul $b_m_3 0.2)) 0.1))
          $m = v128.load $m.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel = exprel $x.1
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $x.2 = f64x2.mul (f64x2.add $v 50) -0.05555555555555555
          $exp.1 = exp $x.2
          $a_h = f64x2.mul 0.128 $exp.1
          $b_h = f64x2.div 4 (f64x2.add 1 $b_m_6)
          $h = v128.load $h.at
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.1 = exprel $x.3
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
          $a_n_2 = f64x2.add $v 52
          $a_n_3 = f64x2.mul $a_n_2 -0.2
          $a_n_4 = f64x2.mul $a_n_2 $a_n_2
          $a_n_5 = f64x2.mul 0.04000000000000001 $a_n_4
          $a_n = f64x2.mul
            0.16
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul -0.1 $a_n_2))
                (f64x2.mul
                  $a_n_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $a_n_4)
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
          $v_6 = f64x2.add
            (f64x2.add (f64x2.mul (f64x2.mul $g_Na $v_3) $h_new) (f64x2.mul $g_K $v_5))
            $g_L
          $h = $h_new
          v128.store $h.at $h
          $v_7 = f64x2.mul $v_1 $v_6
          $v_8 = f64x2.sub 6 $v_7
          $I = v128.load $I.at
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
                        $E_L_times_g_L)
                      $per_C)
                    (f64x2.mul (f64x2.mul $v_6 $v_2) $v))))
              (f64x2.sub $v_8 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_7) $v_6))))
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
        $a_m_2.1 = f64x2.add $v.1 54
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.25
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.0625 $a_m_4.1
        $x.5 = f64x2.mul -0.025 $v.1
        $exp.2 = exp $x.5
        $a_m_7.1 = f64x2.mul $exp.2 $exp.2
        $a_m_8.1 = f64x2.mul $a_m_7.1 $a_m_7.1
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
        $a_m.1 = f64x2.mul
          1.28
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.125 $a_m_2.1))
              (f64x2.mul
                $a_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -5.166997354497355e-8 $a_m_4.1)
                          0.00003306878306878307)
                        $a_m_5.1)
                      -0.001388888888888889)
                    $a_m_5.1)
                  0.08333333333333333)))
            (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 (f64x2.mul $a_m_9.1 $a_m_7.1)) 1))
            (f64x2.lt (f64x2.abs $a_m_3.1) 0.1))
        $b_m_3.1 = f64x2.add $v.1 27
        $b_m_4.1 = f64x2.mul $b_m_3.1 $b_m_3.1
        $b_m_5.1 = f64x2.mul 0.04000000000000001 $b_m_4.1
        $b_m_6.1 = f64x2.mul $b_m_2 $a_m_9.1
        $b_m.1 = f64x2.mul
          1.4
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $b_m_3.1))
              (f64x2.mul
                $b_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $b_m_4.1)
                          0.00003306878306878307)
                        $b_m_5.1)
                      -0.001388888888888889)
                    $b_m_5.1)
                  0.08333333333333333)))
            (f64x2.div (f64x2.mul $b_m_1 (f64x2.mul $b_m_3.1 $a_m_9.1)) (f64x2.sub 1 $b_m_6.1))
            (f64x2.lt (f64x2.abs (f64x2.mul $b_m_3.1 0.2)) 0.1))
        $m.1 = v128.load $m.at
        $x.6 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.3 = exprel $x.6
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.3)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $x.7 = f64x2.mul (f64x2.add $v.1 50) -0.05555555555555555
        $exp.3 = exp $x.7
        $a_h.1 = f64x2.mul 0.128 $exp.3
        $b_h.1 = f64x2.div 4 (f64x2.add 1 $b_m_6.1)
        $h.1 = v128.load $h.at
        $x.8 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.4 = exprel $x.8
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.4)
            (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1)))
        $a_n_2.1 = f64x2.add $v.1 52
        $a_n_3.1 = f64x2.mul $a_n_2.1 -0.2
        $a_n_4.1 = f64x2.mul $a_n_2.1 $a_n_2.1
        $a_n_5.1 = f64x2.mul 0.04000000000000001 $a_n_4.1
        $a_n.1 = f64x2.mul
          0.16
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul -0.1 $a_n_2.1))
              (f64x2.mul
                $a_n_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $a_n_4.1)
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
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 -20))
        $not_refractory.1 = $free.1
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
                      $E_L_times_g_L)
                    $per_C)
                  (f64x2.mul (f64x2.mul $v_6.1 $v_2) $v.1))))
            (f64x2.sub $v_8.1 (f64x2.mul $v_1 (f64x2.mul (f64x2.sub 3 $v_7.1) $v_6.1))))
        v128.store $m.at $m.1
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
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
