;; SpinalSodium — from models/channels/spinal.livn
import memory livn.memory 1

;; SpinalSodium · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, h 1
  $v@ = i32.load +20 $frame
  $h@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub -55 $v) -0.14285714285714285
      $exp = exp $x
      $h = f64x2.div 1 (f64x2.add 1 $exp)
      v128.store $h.at $h
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; SpinalSodium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, h 1
  $dt = v128.load64_splat $frame
  $v@ = i32.load +20 $frame
  $h@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $tau_h_1 = f64x2.add $v 50
          $x = f64x2.mul $tau_h_1 0.06666666666666667
          $exp = exp $x
          $x.1 = f64x2.mul $tau_h_1 -0.0625
          $exp.1 = exp $x.1
          $tau_h = f64x2.div 30 (f64x2.add $exp $exp.1)
          $x.2 = f64x2.mul (f64x2.sub -55 $v) -0.14285714285714285
          $exp.2 = exp $x.2
          $h_inf = f64x2.div 1 (f64x2.add 1 $exp.2)
          $h = v128.load $h.at
          $x.3 = f64x2.mul (f64x2.div -1 $tau_h) $dt
          $exprel = exprel $x.3
          $h_new = f64x2.add
            $h
            (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.div (f64x2.sub $h_inf $h) $tau_h))
          $h = $h_new
          br_if @unusual (v128.any_true $far)
          v128.store $h.at $h
          br @vector
        $v.1 = v128.load $v.at
        $tau_h_1.1 = f64x2.add $v.1 50
        $x.4 = f64x2.mul $tau_h_1.1 0.06666666666666667
        $exp.3 = exp $x.4
        $x.5 = f64x2.mul $tau_h_1.1 -0.0625
        $exp.4 = exp $x.5
        $tau_h.1 = f64x2.div 30 (f64x2.add $exp.3 $exp.4)
        $x.6 = f64x2.mul (f64x2.sub -55 $v.1) -0.14285714285714285
        $exp.5 = exp $x.6
        $h_inf.1 = f64x2.div 1 (f64x2.add 1 $exp.5)
        $h.1 = v128.load $h.at
        $x.7 = f64x2.mul (f64x2.div -1 $tau_h.1) $dt
        $exprel.1 = exprel $x.7
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul (f64x2.mul $dt $exprel.1) (f64x2.div (f64x2.sub $h_inf.1 $h.1) $tau_h.1))
        $h.1 = $h_new.1
        v128.store $h.at $h.1
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
