;; PyramidalCalcium — from models/channels/pinsky-rinzel.livn
import memory livn.memory 1

;; PyramidalCalcium · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, s 1, r 1
  $v@ = i32.load +20 $frame
  $s@ = i32.load +24 $frame
  $r@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $s.at = i32.add $s@ (i32.shl $first 3)
  $r.at = i32.add $r@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub 5 $v) 0.1
      $exp = exp $x
      $s_1 = f64x2.div 5 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.add $v 8.9) 0.2
      $1/exprel = 1/exprel $x.1
      $s = f64x2.div $s_1 (f64x2.add $s_1 (f64x2.mul 0.2 $1/exprel))
      $x.2 = f64x2.mul -0.03035 (f64x2.add $v 38.5)
      $exp.1 = exp $x.2
      $r_1 = f64x2.mul 0.1673 $exp.1
      $x.3 = f64x2.mul 0.3 (f64x2.sub 8.9 $v)
      $exp.2 = exp $x.3
      $r.4 = f64x2.div $r_1 (f64x2.add $r_1 (f64x2.div 0.5 (f64x2.add 1 $exp.2)))
      v128.store $s.at $s
      v128.store $r.at $r.4
      $v.at = i32.add $v.at 16
      $s.at = i32.add $s.at 16
      $r.at = i32.add $r.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; PyramidalCalcium · step · once per link
export func step_link($frame i32)
  $exp = exp 0.5
  $exp.1 = exp -1.7800000000000002
  $s_2 = f64x2.mul 0.2 $exp.1
  $exp.2 = exp 2.67
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $s_2)
  f64.store +48 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +56 $frame (f64x2.extract_lane 0 $exp.2)

;; PyramidalCalcium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, s 1, r 1
  $s_1 = v128.load64_splat +32 $frame
  $s_2 = v128.load64_splat +40 $frame
  $s_3 = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $r_1 = v128.load64_splat +56 $frame
  $v@ = i32.load +20 $frame
  $s@ = i32.load +24 $frame
  $r@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $s.at = i32.add $s@ (i32.shl $first 3)
  $r.at = i32.add $r@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $x = f64x2.mul -0.1 $v
          $exp = exp $x
          $s_5 = f64x2.div 5 (f64x2.add 1 (f64x2.mul $s_1 $exp))
          $s_6 = f64x2.add $v 8.9
          $s_7 = f64x2.mul $s_6 $s_6
          $s_8 = f64x2.mul 0.04000000000000001 $s_7
          $s_9 = f64x2.mul $exp $exp
          $s_10 = f64x2.mul
            0.2
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $s_6))
                (f64x2.mul
                  $s_8
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add (f64x2.mul -3.3068783068783076e-8 $s_7) 0.00003306878306878307)
                          $s_8)
                        -0.001388888888888889)
                      $s_8)
                    0.08333333333333333)))
              (f64x2.div (f64x2.mul $s_2 (f64x2.mul $s_6 $s_9)) (f64x2.sub 1 (f64x2.mul $s_3 $s_9)))
              (f64x2.lt (f64x2.abs (f64x2.mul $s_6 0.2)) 0.1))
          $s = v128.load $s.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $s_5 $s_10)) $dt
          $exprel = exprel $x.1
          $s_new = f64x2.add
            $s
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $s_5 (f64x2.sub 1 $s)) (f64x2.mul $s_10 $s)))
          $x.2 = f64x2.mul -0.03035 (f64x2.add $v 38.5)
          $exp.1 = exp $x.2
          $r_2 = f64x2.mul 0.1673 $exp.1
          $r_3 = f64x2.div 0.5 (f64x2.add 1 (f64x2.mul $r_1 (f64x2.mul $s_9 $exp)))
          $r.2 = v128.load $r.at
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $r_2 $r_3)) $dt
          $exprel.1 = exprel $x.3
          $r_new = f64x2.add
            $r.2
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $r_2 (f64x2.sub 1 $r.2)) (f64x2.mul $r_3 $r.2)))
          $r.2 = $r_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $r.at $r.2
          $s = $s_new
          v128.store $s.at $s
          br @vector
        $v.1 = v128.load $v.at
        $x.4 = f64x2.mul -0.1 $v.1
        $exp.2 = exp $x.4
        $s_5.1 = f64x2.div 5 (f64x2.add 1 (f64x2.mul $s_1 $exp.2))
        $s_6.1 = f64x2.add $v.1 8.9
        $s_7.1 = f64x2.mul $s_6.1 $s_6.1
        $s_8.1 = f64x2.mul 0.04000000000000001 $s_7.1
        $s_9.1 = f64x2.mul $exp.2 $exp.2
        $s_10.1 = f64x2.mul
          0.2
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $s_6.1))
              (f64x2.mul
                $s_8.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add (f64x2.mul -3.3068783068783076e-8 $s_7.1) 0.00003306878306878307)
                        $s_8.1)
                      -0.001388888888888889)
                    $s_8.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $s_2 (f64x2.mul $s_6.1 $s_9.1))
              (f64x2.sub 1 (f64x2.mul $s_3 $s_9.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $s_6.1 0.2)) 0.1))
        $s.1 = v128.load $s.at
        $x.5 = f64x2.mul (f64x2.neg (f64x2.add $s_5.1 $s_10.1)) $dt
        $exprel.2 = exprel $x.5
        $s_new.1 = f64x2.add
          $s.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.2)
            (f64x2.sub (f64x2.mul $s_5.1 (f64x2.sub 1 $s.1)) (f64x2.mul $s_10.1 $s.1)))
        $x.6 = f64x2.mul -0.03035 (f64x2.add $v.1 38.5)
        $exp.3 = exp $x.6
        $r_2.1 = f64x2.mul 0.1673 $exp.3
        $r_3.1 = f64x2.div 0.5 (f64x2.add 1 (f64x2.mul $r_1 (f64x2.mul $s_9.1 $exp.2)))
        $r.6 = v128.load $r.at
        $x.7 = f64x2.mul (f64x2.neg (f64x2.add $r_2.1 $r_3.1)) $dt
        $exprel.3 = exprel $x.7
        $r_new.1 = f64x2.add
          $r.6
          (f64x2.mul
            (f64x2.mul $dt $exprel.3)
            (f64x2.sub (f64x2.mul $r_2.1 (f64x2.sub 1 $r.6)) (f64x2.mul $r_3.1 $r.6)))
        $r.6 = $r_new.1
        $s.1 = $s_new.1
        v128.store $r.at $r.6
        v128.store $s.at $s.1
      $v.at = i32.add $v.at 16
      $s.at = i32.add $s.at 16
      $r.at = i32.add $r.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
