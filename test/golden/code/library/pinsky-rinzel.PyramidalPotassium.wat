;; PyramidalPotassium — from models/channels/pinsky-rinzel.livn
import memory livn.memory 1

;; PyramidalPotassium · initialize
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
      $x = f64x2.mul (f64x2.sub -24.9 $v) 0.2
      $1/exprel = 1/exprel $x
      $n_1 = f64x2.mul 0.08 $1/exprel
      $x.1 = f64x2.sub -1 (f64x2.mul 0.025 $v)
      $exp = exp $x.1
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.25 $exp))
      v128.store $n.at $n
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; PyramidalPotassium · step · once per link
export func step_link($frame i32)
  $exp = exp -4.98
  $exp.1 = exp -1
  $n_2 = f64x2.mul 0.25 $exp.1
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $n_2)

;; PyramidalPotassium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  n 1, v mV
  $n_1 = v128.load64_splat +32 $frame
  $n_2 = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $n@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $n.at = i32.add $n@ (i32.shl $first 3)
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $n_3 = f64x2.sub -24.9 $v
          $n_4 = f64x2.mul $n_3 0.2
          $n_5 = f64x2.mul $n_3 $n_3
          $n_6 = f64x2.mul 0.04000000000000001 $n_5
          $x = f64x2.mul -0.025 $v
          $exp = exp $x
          $n_8 = f64x2.mul $exp $exp
          $n_9 = f64x2.mul $n_8 $n_8
          $n_10 = f64x2.mul
            0.08
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $n_3))
                (f64x2.mul
                  $n_6
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add (f64x2.mul -3.3068783068783076e-8 $n_5) 0.00003306878306878307)
                          $n_6)
                        -0.001388888888888889)
                      $n_6)
                    0.08333333333333333)))
              (f64x2.div $n_4 (f64x2.sub (f64x2.mul $n_1 (f64x2.mul $n_9 $n_9)) 1))
              (f64x2.lt (f64x2.abs $n_4) 0.1))
          $n_11 = f64x2.mul $n_2 $exp
          $n = v128.load $n.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $n_10 $n_11)) $dt
          $exprel = exprel $x.1
          $n_new = f64x2.add
            $n
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $n_10 (f64x2.sub 1 $n)) (f64x2.mul $n_11 $n)))
          $n = $n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $n.at $n
          br @vector
        $v.1 = v128.load $v.at
        $n_3.1 = f64x2.sub -24.9 $v.1
        $n_4.1 = f64x2.mul $n_3.1 0.2
        $n_5.1 = f64x2.mul $n_3.1 $n_3.1
        $n_6.1 = f64x2.mul 0.04000000000000001 $n_5.1
        $x.2 = f64x2.mul -0.025 $v.1
        $exp.1 = exp $x.2
        $n_8.1 = f64x2.mul $exp.1 $exp.1
        $n_9.1 = f64x2.mul $n_8.1 $n_8.1
        $n_10.1 = f64x2.mul
          0.08
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $n_3.1))
              (f64x2.mul
                $n_6.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add (f64x2.mul -3.3068783068783076e-8 $n_5.1) 0.00003306878306878307)
                        $n_6.1)
                      -0.001388888888888889)
                    $n_6.1)
                  0.08333333333333333)))
            (f64x2.div $n_4.1 (f64x2.sub (f64x2.mul $n_1 (f64x2.mul $n_9.1 $n_9.1)) 1))
            (f64x2.lt (f64x2.abs $n_4.1) 0.1))
        $n_11.1 = f64x2.mul $n_2 $exp.1
        $n.1 = v128.load $n.at
        $x.3 = f64x2.mul (f64x2.neg (f64x2.add $n_10.1 $n_11.1)) $dt
        $exprel.1 = exprel $x.3
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.1)
            (f64x2.sub (f64x2.mul $n_10.1 (f64x2.sub 1 $n.1)) (f64x2.mul $n_11.1 $n.1)))
        $n.1 = $n_new.1
        v128.store $n.at $n.1
      $n.at = i32.add $n.at 16
      $v.at = i32.add $v.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
