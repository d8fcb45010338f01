;; MorrisLecar — from models/neurons/morris-lecar.livn
import memory livn.memory 1

;; MorrisLecar · initialize · once per link
export func initialize_link($frame i32)
  $V_4 = v128.load64_splat +40 $frame
  $w_1 = f64x2.div 1 $V_4
  f64.store +48 $frame (f64x2.extract_lane 0 $w_1)

;; MorrisLecar · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, w 1
  ;; shared  V_3 mV, V_4 mV
  $V_3 = v128.load64_splat +32 $frame
  $w_1 = v128.load64_splat +48 $frame
  $v@ = i32.load +20 $frame
  $w@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $w.at = i32.add $w@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -60
      $x = f64x2.mul (f64x2.sub $v $V_3) $w_1
      $tanh = tanh $x
      $w = f64x2.mul (f64x2.add 1 $tanh) 0.5
      v128.store $v.at $v
      v128.store $w.at $w
      $v.at = i32.add $v.at 16
      $w.at = i32.add $w.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; MorrisLecar · step · once per link
export func step_link($frame i32)
  $V_4 = v128.load64_splat +56 $frame
  $rate_1 = f64x2.div 1 (f64x2.mul 2 $V_4)
  $w_inf_1 = f64x2.div 1 $V_4
  $area = v128.load64_splat +64 $frame
  $per_area = f64x2.div 1 $area
  $g_Ca = v128.load64_splat +72 $frame
  $v_ahead_4 = f64x2.mul $g_Ca 0.5
  $E_Ca = v128.load64_splat +80 $frame
  $v_ahead_1 = f64x2.mul $E_Ca $v_ahead_4
  $E_K = v128.load64_splat +96 $frame
  $g_K = v128.load64_splat +88 $frame
  $E_K_times_g_K = f64x2.mul $E_K $g_K
  $E_L = v128.load64_splat +112 $frame
  $g_L = v128.load64_splat +104 $frame
  $E_L_times_g_L = f64x2.mul $E_L $g_L
  $C = v128.load64_splat +120 $frame
  $per_C = f64x2.div 1 $C
  $V_2 = v128.load64_splat +136 $frame
  $v_ahead_2 = f64x2.div 1 $V_2
  $v_2 = f64x2.div (f64x2.mul $v_ahead_4 $E_Ca) $C
  $v_ahead_3 = f64x2.neg $v_2
  $v_ahead_5 = f64x2.neg $per_C
  $v_ahead_6 = f64x2.div $v_ahead_4 $C
  $dt = v128.load64_splat $frame
  $v_ahead_7 = f64x2.mul 0.5 $dt
  $v_1 = f64x2.neg $v_ahead_6
  f64.store +144 $frame (f64x2.extract_lane 0 $rate_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $w_inf_1)
  f64.store +160 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +168 $frame (f64x2.extract_lane 0 $v_ahead_4)
  f64.store +176 $frame (f64x2.extract_lane 0 $v_ahead_1)
  f64.store +184 $frame (f64x2.extract_lane 0 $E_K_times_g_K)
  f64.store +192 $frame (f64x2.extract_lane 0 $E_L_times_g_L)
  f64.store +200 $frame (f64x2.extract_lane 0 $per_C)
  f64.store +208 $frame (f64x2.extract_lane 0 $v_ahead_2)
  f64.store +216 $frame (f64x2.extract_lane 0 $v_2)
  f64.store +224 $frame (f64x2.extract_lane 0 $v_ahead_3)
  f64.store +232 $frame (f64x2.extract_lane 0 $v_ahead_5)
  f64.store +240 $frame (f64x2.extract_lane 0 $v_ahead_6)
  f64.store +248 $frame (f64x2.extract_lane 0 $v_ahead_7)
  f64.store +256 $frame (f64x2.extract_lane 0 $v_1)

;; MorrisLecar · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v mV, w 1, I pA, lastspike integer
  ;; shared  phi 1/ms, V_3 mV, V_4 mV, area um^2, g_Ca mS/cm^2, E_Ca mV, g_K mS/cm^2, E_K mV, g_L mS/cm^2, E_L mV, C uF/cm^2, V_1 mV, V_2 mV
  $V_3 = v128.load64_splat +48 $frame
  $phi = v128.load64_splat +40 $frame
  $rate_1 = v128.load64_splat +144 $frame
  $w_inf_1 = v128.load64_splat +152 $frame
  $dt = v128.load64_splat $frame
  $per_area = v128.load64_splat +160 $frame
  $v_ahead_1 = v128.load64_splat +176 $frame
  $E_K_times_g_K = v128.load64_splat +184 $frame
  $E_L_times_g_L = v128.load64_splat +192 $frame
  $per_C = v128.load64_splat +200 $frame
  $V_1 = v128.load64_splat +128 $frame
  $v_ahead_2 = v128.load64_splat +208 $frame
  $v_ahead_4 = v128.load64_splat +168 $frame
  $g_K = v128.load64_splat +88 $frame
  $g_L = v128.load64_splat +104 $frame
  $v_ahead_5 = v128.load64_splat +232 $frame
  $v_ahead_6 = v128.load64_splat +240 $frame
  $v_ahead_3 = v128.load64_splat +224 $frame
  $v_ahead_7 = v128.load64_splat +248 $frame
  $v_1 = v128.load64_splat +256 $frame
  $v_2 = v128.load64_splat +216 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $w@ = i32.load +28 $frame
  $I@ = i32.load +32 $frame
  $lastspike@ = i32.load +36 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $w.at = i32.add $w@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $rate_2 = f64x2.sub $v $V_3
          $x = f64x2.mul $rate_2 $rate_1
          $cosh = cosh $x
          $rate = f64x2.mul $phi $cosh
          $x.1 = f64x2.mul $rate_2 $w_inf_1
          $tanh = tanh $x.1
          $w_inf = f64x2.mul (f64x2.add 1 $tanh) 0.5
          $w.1 = v128.load $w.at
          $x.2 = f64x2.mul (f64x2.neg $rate) $dt
          $exprel = exprel $x.2
          $w_new = f64x2.add
            $w.1
            (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.mul $rate (f64x2.sub $w_inf $w.1)))
          $not_refractory = i64x2.neg
            (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
          $free = v128.or $not_refractory (v128.not (f64x2.gt $v 0))
          $not_refractory = $free
          $I = v128.load $I.at
          $v_ahead_8 = f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.add (f64x2.mul $I $per_area) $v_ahead_1)
                (f64x2.mul $E_K_times_g_K $w_new))
              $E_L_times_g_L)
            $per_C
          $w.1 = $w_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $w.at $w.1
          $x.3 = f64x2.mul (f64x2.sub $v $V_1) $v_ahead_2
          $tanh.1 = tanh $x.3
          $v_ahead_10 = f64x2.add (f64x2.add $v_ahead_4 (f64x2.mul $g_K $w_new)) $g_L
          $v_ahead_11 = f64x2.sub (f64x2.mul $v_ahead_10 $v_ahead_5) (f64x2.mul $v_ahead_6 $tanh.1)
          $v_ahead = f64x2.add
            $v
            (f64x2.div
              (f64x2.mul
                $dt
                (f64x2.add
                  (f64x2.sub $v_ahead_8 (f64x2.mul $v_ahead_3 $tanh.1))
                  (f64x2.mul $v_ahead_11 $v)))
              (f64x2.sub 1 (f64x2.mul $v_ahead_7 $v_ahead_11)))
          $x.4 = f64x2.mul (f64x2.sub $v_ahead $V_1) $v_ahead_2
          $tanh.2 = tanh $x.4
          $v_4 = f64x2.sub
            (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $tanh.1) (f64x2.mul $v_ahead_6 $tanh.2)))
            (f64x2.mul $v_ahead_10 $per_C)
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
                      $v_ahead_8
                      (f64x2.mul
                        0.5
                        (f64x2.sub (f64x2.mul $v_2 $tanh.1) (f64x2.mul $v_ahead_3 $tanh.2))))
                    (f64x2.mul $v_4 $v))))
              (f64x2.sub $v_6 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_5)) $v_4)))
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
        $rate_2.1 = f64x2.sub $v.1 $V_3
        $x.5 = f64x2.mul $rate_2.1 $rate_1
        $cosh.1 = cosh $x.5
        $rate.1 = f64x2.mul $phi $cosh.1
        $x.6 = f64x2.mul $rate_2.1 $w_inf_1
        $tanh.3 = tanh $x.6
        $w_inf.1 = f64x2.mul (f64x2.add 1 $tanh.3) 0.5
        $w.3 = v128.load $w.at
        $x.7 = f64x2.mul (f64x2.neg $rate.1) $dt
        $exprel.1 = exprel $x.7
        $w_new.1 = f64x2.add
          $w.3
          (f64x2.mul (f64x2.mul $dt $exprel.1) (f64x2.mul $rate.1 (f64x2.sub $w_inf.1 $w.3)))
        $not_refractory.1 = i64x2.neg
          (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
        $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 0))
        $not_refractory.1 = $free.1
        $I.1 = v128.load $I.at
        $v_ahead_8.1 = f64x2.mul
          (f64x2.add
            (f64x2.add
              (f64x2.add (f64x2.mul $I.1 $per_area) $v_ahead_1)
              (f64x2.mul $E_K_times_g_K $w_new.1))
            $E_L_times_g_L)
          $per_C
        $w.3 = $w_new.1
        $x.8 = f64x2.mul (f64x2.sub $v.1 $V_1) $v_ahead_2
        $tanh.4 = tanh $x.8
        $v_ahead_10.1 = f64x2.add (f64x2.add $v_ahead_4 (f64x2.mul $g_K $w_new.1)) $g_L
        $v_ahead_11.1 = f64x2.sub
          (f64x2.mul $v_ahead_10.1 $v_ahead_5)
          (f64x2.mul $v_ahead_6 $tanh.4)
        $v_ahead.1 = f64x2.add
          $v.1
          (f64x2.div
            (f64x2.mul
              $dt
              (f64x2.add
                (f64x2.sub $v_ahead_8.1 (f64x2.mul $v_ahead_3 $tanh.4))
                (f64x2.mul $v_ahead_11.1 $v.1)))
            (f64x2.sub 1 (f64x2.mul $v_ahead_7 $v_ahead_11.1)))
        $x.9 = f64x2.mul (f64x2.sub $v_ahead.1 $V_1) $v_ahead_2
        $tanh.5 = tanh $x.9
        $v_4.1 = f64x2.sub
          (f64x2.mul 0.5 (f64x2.sub (f64x2.mul $v_1 $tanh.4) (f64x2.mul $v_ahead_6 $tanh.5)))
          (f64x2.mul $v_ahead_10.1 $per_C)
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
                    $v_ahead_8.1
                    (f64x2.mul
                      0.5
                      (f64x2.sub (f64x2.mul $v_2 $tanh.4) (f64x2.mul $v_ahead_3 $tanh.5))))
                  (f64x2.mul $v_4.1 $v.1))))
            (f64x2.sub $v_6.1 (f64x2.mul (f64x2.mul $dt (f64x2.sub 3 $v_5.1)) $v_4.1)))
        v128.store $w.at $w.3
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
      $w.at = i32.add $w.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
