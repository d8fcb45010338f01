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
      $x.1 = f64x2.mul
        -0.00925
        (f64x2.add (f64x2.add (f64x2.pmax (f64x2.mul $c_1 -9.84251968503937) 0) 0) $log1p)
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
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $x = f64x2.mul 0.03704 $v
          $exp = exp $x
          $tau_c = f64x2.mul $tau_c_1 $exp
          $per_tau_c = f64x2.div 1 $tau_c
          $c_1 = f64x2.add $v 10.1
          $c = v128.load $c.at
          $x.1 = f64x2.mul (f64x2.neg $per_tau_c) $dt
          $exprel = exprel $x.1
          $x.2 = f64x2.neg (f64x2.abs (f64x2.mul $c_1 9.84251968503937))
          $exp.1 = exp $x.2
          $log1p = log1p $exp.1
          $x.3 = f64x2.mul
            -0.00925
            (f64x2.add (f64x2.add (f64x2.pmax (f64x2.mul $c_1 -9.84251968503937) 0) 0) $log1p)
          $exp.2 = exp $x.3
          $c_new = f64x2.add
            $c
            (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.mul (f64x2.sub $exp.2 $c) $per_tau_c))
          $c = $c_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $c.at $c
          br @vector
        $v.1 = v128.load $v.at
        $x.4 = f64x2.mul 0.03704 $v.1
        $exp.3 = exp $x.4
        $tau_c.1 = f64x2.mul $tau_c_1 $exp.3
        $per_tau_c.1 = f64x2.div 1 $tau_c.1
        $c_1.1 = f64x2.add $v.1 10.1
        $c.1 = v128.load $c.at
        $x.5 = f64x2.mul (f64x2.neg $per_tau_c.1) $dt
        $exprel.1 = exprel $x.5
        $x.6 = f64x2.neg (f64x2.abs (f64x2.mul $c_1.1 9.84251968503937))
        $exp.4 = exp $x.6
        $log1p.1 = log1p $exp.4
        $x.7 = f64x2.mul
          -0.00925
          (f64x2.add (f64x2.add (f64x2.pmax (f64x2.mul $c_1.1 -9.84251968503937) 0) 0) $log1p.1)
        $exp.5 = exp $x.7
        $c_new.1 = f64x2.add
          $c.1
          (f64x2.mul (f64x2.mul $dt $exprel.1) (f64x2.mul (f64x2.sub $exp.5 $c.1) $per_tau_c.1))
        $c.1 = $c_new.1
        v128.store $c.at $c.1
      $v.at = i32.add $v.at 16
      $c.at = i32.add $c.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
