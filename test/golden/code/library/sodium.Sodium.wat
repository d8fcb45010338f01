;; Sodium — from models/channels/sodium.livn
import memory livn.memory 1

;; Sodium · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
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
      v128.store $m.at $m
      v128.store $h.at $h
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; Sodium · step · once per link
export func step_link($frame i32)
  $exp = exp -4
  $exp.1 = exp -3.6111111111111107
  $b_m_1 = f64x2.mul 4 $exp.1
  $exp.2 = exp -3.25
  $a_h_1 = f64x2.mul 0.07 $exp.2
  $exp.3 = exp -3.5
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $b_m_1)
  f64.store +48 $frame (f64x2.extract_lane 0 $a_h_1)
  f64.store +56 $frame (f64x2.extract_lane 0 $exp.3)

;; Sodium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, m 1, h 1
  $a_m_1 = v128.load64_splat +32 $frame
  $b_m_1 = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $a_h_1 = v128.load64_splat +48 $frame
  $b_h_1 = v128.load64_splat +56 $frame
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
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
          $x = f64x2.mul -0.005555555555555556 $v
          $exp = exp $x
          $a_m_7 = f64x2.mul $exp $exp
          $a_m_8 = f64x2.mul $a_m_7 $a_m_7
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
          $a_m_10 = f64x2.mul $a_m_9 $exp
          $a_m_11 = f64x2.mul $a_m_10 $exp
          $a_m_12 = f64x2.mul $a_m_11 $a_m_9
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
            (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 $a_m_12) 1))
            (f64x2.lt (f64x2.abs $a_m_3) 0.1)
          $b_m = f64x2.mul $b_m_1 $a_m_11
          $m = v128.load $m.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel = exprel $x.1
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $a_h = f64x2.mul $a_h_1 $a_m_10
          $b_h = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_12) 1)
          $h = v128.load $h.at
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.1 = exprel $x.2
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
          $h = $h_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $h.at $h
          $m = $m_new
          v128.store $m.at $m
          br @vector
        $v.1 = v128.load $v.at
        $a_m_2.1 = f64x2.add $v.1 40
        $a_m_3.1 = f64x2.mul $a_m_2.1 -0.1
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.010000000000000002 $a_m_4.1
        $x.3 = f64x2.mul -0.005555555555555556 $v.1
        $exp.1 = exp $x.3
        $a_m_7.1 = f64x2.mul $exp.1 $exp.1
        $a_m_8.1 = f64x2.mul $a_m_7.1 $a_m_7.1
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
        $a_m_10.1 = f64x2.mul $a_m_9.1 $exp.1
        $a_m_11.1 = f64x2.mul $a_m_10.1 $exp.1
        $a_m_12.1 = f64x2.mul $a_m_11.1 $a_m_9.1
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
          (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 $a_m_12.1) 1))
          (f64x2.lt (f64x2.abs $a_m_3.1) 0.1)
        $b_m.1 = f64x2.mul $b_m_1 $a_m_11.1
        $m.1 = v128.load $m.at
        $x.4 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.2 = exprel $x.4
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.2)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $a_h.1 = f64x2.mul $a_h_1 $a_m_10.1
        $b_h.1 = f64x2.div 1 (f64x2.add (f64x2.mul $b_h_1 $a_m_12.1) 1)
        $h.1 = v128.load $h.at
        $x.5 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.3 = exprel $x.5
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.3)
            (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1)))
        $h.1 = $h_new.1
        $m.1 = $m_new.1
        v128.store $h.at $h.1
        v128.store $m.at $m.1
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
