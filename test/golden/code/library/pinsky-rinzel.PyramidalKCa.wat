;; PyramidalKCa — from models/channels/pinsky-rinzel.livn
import memory livn.memory 1

;; PyramidalKCa · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, c 1
  $v@ = i32.load +20 $frame
  $c@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $c.at = i32.add $c@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $c_1 = f64x2.add $v 10.1
      $x = f64x2.neg (f64x2.abs (f64x2.mul $c_1 9.84251968503937))
      $exp = exp $x
      $log1p = log1p $exp
      $x.1 = f64x2.mul -0.00925 (f64x2.add (f64x2.max (f64x2.mul $c_1 -9.84251968503937) 0) $log1p)
      $exp.1 = exp $x.1
      $c = $exp.1
      v128.store $c.at $c
      $v.at = i32.add $v.at 16
      $c.at = i32.add $c.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; PyramidalKCa · step · once per link
export func step_link($frame i32)
  $T = v128.load64_splat +32 $frame
  $x = f64x2.div (f64x2.sub $T 309.15) 10
  $pow = pow 3 $x
  $tau_c_1 = f64x2.div 3.627 $pow
  f64.store +40 $frame (f64x2.extract_lane 0 $tau_c_1)

;; PyramidalKCa · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, c 1
  ;; shared  T kelvin
  $tau_c_1 = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $v@ = i32.load +20 $frame
  $c@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $c.at = i32.add $c@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul 0.03704 $v
      $exp = exp $x
      $tau_c = f64x2.mul $tau_c_1 $exp
      $c_1 = f64x2.add $v 10.1
      $c = v128.load $c.at
      $x.1 = f64x2.mul (f64x2.div -1 $tau_c) $dt
      $exprel = exprel $x.1
      $x.2 = f64x2.neg (f64x2.abs (f64x2.mul $c_1 9.84251968503937))
      $exp.1 = exp $x.2
      $log1p = log1p $exp.1
      $x.3 = f64x2.mul -0.00925 (f64x2.add (f64x2.max (f64x2.mul $c_1 -9.84251968503937) 0) $log1p)
      $exp.2 = exp $x.3
      $c_new = f64x2.add
        $c
        (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.div (f64x2.sub $exp.2 $c) $tau_c))
      $c = $c_new
      v128.store $c.at $c
      $v.at = i32.add $v.at 16
      $c.at = i32.add $c.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
