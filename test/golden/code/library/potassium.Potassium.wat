;; Potassium — from models/channels/potassium.livn
import memory livn.memory 1

;; Potassium · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, n 1
  $v@ = i32.load +20 $frame
  $n@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.add $v 55) -0.1
      $1/exprel = 1/exprel $x
      $n_1 = f64x2.mul 0.1 $1/exprel
      $x.1 = f64x2.mul (f64x2.add $v 65) -0.0125
      $exp = exp $x.1
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.125 $exp))
      v128.store $n.at $n
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; Potassium · step · once per link
export func step_link($frame i32)
  $exp = exp -5.5
  $exp.1 = exp -0.8125
  $b_n_1 = f64x2.mul 0.125 $exp.1
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $b_n_1)

;; Potassium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, n 1
  $a_n_1 = v128.load64_splat +32 $frame
  $b_n_1 = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $v@ = i32.load +20 $frame
  $n@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $a_n_2 = f64x2.add $v 55
          $a_n_3 = f64x2.mul $a_n_2 -0.1
          $a_n_4 = f64x2.mul $a_n_2 $a_n_2
          $a_n_5 = f64x2.mul 0.010000000000000002 $a_n_4
          $x = f64x2.mul -0.0125 $v
          $exp = exp $x
          $a_n_7 = f64x2.mul $exp $exp
          $a_n_8 = f64x2.mul $a_n_7 $a_n_7
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
              (f64x2.div $a_n_3 (f64x2.sub (f64x2.mul $a_n_1 (f64x2.mul $a_n_8 $a_n_8)) 1))
              (f64x2.lt (f64x2.abs $a_n_3) 0.1))
          $b_n = f64x2.mul $b_n_1 $exp
          $n = v128.load $n.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $a_n $b_n)) $dt
          $exprel = exprel $x.1
          $n_new = f64x2.add
            $n
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n)))
          $n = $n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $n.at $n
          br @vector
        $v.1 = v128.load $v.at
        $a_n_2.1 = f64x2.add $v.1 55
        $a_n_3.1 = f64x2.mul $a_n_2.1 -0.1
        $a_n_4.1 = f64x2.mul $a_n_2.1 $a_n_2.1
        $a_n_5.1 = f64x2.mul 0.010000000000000002 $a_n_4.1
        $x.2 = f64x2.mul -0.0125 $v.1
        $exp.1 = exp $x.2
        $a_n_7.1 = f64x2.mul $exp.1 $exp.1
        $a_n_8.1 = f64x2.mul $a_n_7.1 $a_n_7.1
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
            (f64x2.div $a_n_3.1 (f64x2.sub (f64x2.mul $a_n_1 (f64x2.mul $a_n_8.1 $a_n_8.1)) 1))
            (f64x2.lt (f64x2.abs $a_n_3.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.1
        $n.1 = v128.load $n.at
        $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_n.1 $b_n.1)) $dt
        $exprel.1 = exprel $x.3
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.1)
            (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1)))
        $n.1 = $n_new.1
        v128.store $n.at $n.1
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
