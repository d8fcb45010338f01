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

;; SpinalPotassium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, n 1
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
          $tau_n_1 = f64x2.add $v 40
          $x = f64x2.mul $tau_n_1 0.025
          $exp = exp $x
          $x.1 = f64x2.mul $tau_n_1 -0.02
          $exp.1 = exp $x.1
          $tau_n = f64x2.div 7 (f64x2.add $exp $exp.1)
          $x.2 = f64x2.mul (f64x2.sub -28 $v) 0.06666666666666667
          $exp.2 = exp $x.2
          $n_inf = f64x2.div 1 (f64x2.add 1 $exp.2)
          $n = v128.load $n.at
          $x.3 = f64x2.mul (f64x2.div -1 $tau_n) $dt
          $exprel = exprel $x.3
          $n_new = f64x2.add
            $n
            (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.div (f64x2.sub $n_inf $n) $tau_n))
          $n = $n_new
          br_if @unusual (v128.any_true $far)
          v128.store $n.at $n
          br @vector
        $v.1 = v128.load $v.at
        $tau_n_1.1 = f64x2.add $v.1 40
        $x.4 = f64x2.mul $tau_n_1.1 0.025
        $exp.3 = exp $x.4
        $x.5 = f64x2.mul $tau_n_1.1 -0.02
        $exp.4 = exp $x.5
        $tau_n.1 = f64x2.div 7 (f64x2.add $exp.3 $exp.4)
        $x.6 = f64x2.mul (f64x2.sub -28 $v.1) 0.06666666666666667
        $exp.5 = exp $x.6
        $n_inf.1 = f64x2.div 1 (f64x2.add 1 $exp.5)
        $n.1 = v128.load $n.at
        $x.7 = f64x2.mul (f64x2.div -1 $tau_n.1) $dt
        $exprel.1 = exprel $x.7
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul (f64x2.mul $dt $exprel.1) (f64x2.div (f64x2.sub $n_inf.1 $n.1) $tau_n.1))
        $n.1 = $n_new.1
        v128.store $n.at $n.1
      $v.at = i32.add $v.at 16
      $n.at = i32.add $n.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
