;; SpinalPotassium — from models/channels/spinal.livn
import memory livn.memory 1

;; SpinalPotassium · initialize
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
      $x = f64x2.mul (f64x2.sub -28 $v) 0.06666666666666667
      $exp = exp $x
      $n = f64x2.div 1 (f64x2.add 1 $exp)
      v128.store $n.at $n
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; SpinalPotassium · step · once per link
export func step_link($frame i32)
  $exp = exp 1
  $exp.1 = exp -0.8
  $dt = v128.load64_splat $frame
  $n_1 = f64x2.mul -0.14285714285714285 $dt
  $n_2 = f64x2.mul $dt 0.14285714285714285
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +48 $frame (f64x2.extract_lane 0 $n_1)
  f64.store +56 $frame (f64x2.extract_lane 0 $n_2)

;; SpinalPotassium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, n 1
  $tau_n_1 = v128.load64_splat +32 $frame
  $tau_n_2 = v128.load64_splat +40 $frame
  $n_2 = v128.load64_splat +56 $frame
  $n_1 = v128.load64_splat +48 $frame
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
          $x = f64x2.mul 0.005 $v
          $exp = exp $x
          $tau_n_4 = f64x2.mul $exp $exp
          $tau_n_5 = f64x2.div 1 $exp
          $tau_n_6 = f64x2.mul $tau_n_5 $tau_n_5
          $tau_n_7 = f64x2.add
            (f64x2.mul $tau_n_1 (f64x2.mul (f64x2.mul $tau_n_4 $tau_n_4) $exp))
            (f64x2.mul $tau_n_2 (f64x2.mul $tau_n_6 $tau_n_6))
          $x.1 = f64x2.mul (f64x2.sub -28 $v) 0.06666666666666667
          $exp.1 = exp $x.1
          $n_inf = f64x2.div 1 (f64x2.add 1 $exp.1)
          $n = v128.load $n.at
          $x.2 = f64x2.mul $n_1 $tau_n_7
          $exprel = exprel $x.2
          $n_new = f64x2.add
            $n
            (f64x2.mul $n_2 (f64x2.mul $exprel (f64x2.mul (f64x2.sub $n_inf $n) $tau_n_7)))
          $n = $n_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $n.at $n
          br @vector
        $v.1 = v128.load $v.at
        $x.3 = f64x2.mul 0.005 $v.1
        $exp.2 = exp $x.3
        $tau_n_4.1 = f64x2.mul $exp.2 $exp.2
        $tau_n_5.1 = f64x2.div 1 $exp.2
        $tau_n_6.1 = f64x2.mul $tau_n_5.1 $tau_n_5.1
        $tau_n_7.1 = f64x2.add
          (f64x2.mul $tau_n_1 (f64x2.mul (f64x2.mul $tau_n_4.1 $tau_n_4.1) $exp.2))
          (f64x2.mul $tau_n_2 (f64x2.mul $tau_n_6.1 $tau_n_6.1))
        $x.4 = f64x2.mul (f64x2.sub -28 $v.1) 0.06666666666666667
        $exp.3 = exp $x.4
        $n_inf.1 = f64x2.div 1 (f64x2.add 1 $exp.3)
        $n.1 = v128.load $n.at
        $x.5 = f64x2.mul $n_1 $tau_n_7.1
        $exprel.1 = exprel $x.5
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul $n_2 (f64x2.mul $exprel.1 (f64x2.mul (f64x2.sub $n_inf.1 $n.1) $tau_n_7.1)))
        $n.1 = $n_new.1
        v128.store $n.at $n.1
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
