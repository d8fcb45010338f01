;; SpinalTypeA — from models/channels/spinal.livn
import memory livn.memory 1

;; SpinalTypeA · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, a 1, b 1
  $v@ = i32.load +20 $frame
  $a@ = i32.load +24 $frame
  $b@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub -36 $v) 0.125
      $exp = exp $x
      $a = f64x2.div 1 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.sub -66 $v) -0.125
      $exp.1 = exp $x.1
      $b = f64x2.div 1 (f64x2.add 1 $exp.1)
      v128.store $a.at $a
      v128.store $b.at $b
      $v.at = i32.add $v.at 16
      $a.at = i32.add $a.at 16
      $b.at = i32.add $b.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; SpinalTypeA · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $negate = f64x2.neg $dt
  $exp = exp $negate
  $exprel = exprel $negate
  $gain_a = f64x2.mul $dt $exprel
  $exp.1 = exp -4.5
  $decay_b_1 = f64x2.mul -0.06666666666666667 $dt
  $exp.2 = exp $decay_b_1
  $exprel.1 = exprel $decay_b_1
  $gain_b = f64x2.mul $dt $exprel.1
  $exp.3 = exp 8.25
  $b_1 = f64x2.mul $gain_b 0.06666666666666667
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $gain_a)
  f64.store +48 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +56 $frame (f64x2.extract_lane 0 $decay_b_1)
  f64.store +64 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +72 $frame (f64x2.extract_lane 0 $gain_b)
  f64.store +80 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +88 $frame (f64x2.extract_lane 0 $b_1)

;; SpinalTypeA · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, a 1, b 1
  $a_inf_1 = v128.load64_splat +48 $frame
  $decay_a = v128.load64_splat +32 $frame
  $gain_a = v128.load64_splat +40 $frame
  $b_inf_1 = v128.load64_splat +80 $frame
  $decay_b = v128.load64_splat +64 $frame
  $b_1 = v128.load64_splat +88 $frame
  $v@ = i32.load +20 $frame
  $a@ = i32.load +24 $frame
  $b@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $a.at = i32.add $a@ (i32.shl $first 3)
  $b.at = i32.add $b@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul 0.125 $v
      $exp = exp $x
      $a_inf_3 = f64x2.pmin $exp 1e+30
      $a_inf = f64x2.div $a_inf_3 (f64x2.add $a_inf_3 $a_inf_1)
      $a = v128.load $a.at
      $a_new = f64x2.add (f64x2.mul $decay_a $a) (f64x2.mul $gain_a $a_inf)
      $b_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $b_inf_1 $exp))
      $b = v128.load $b.at
      $b_new = f64x2.add (f64x2.mul $decay_b $b) (f64x2.mul $b_1 $b_inf)
      $a = $a_new
      $b = $b_new
      v128.store $a.at $a
      v128.store $b.at $b
      $v.at = i32.add $v.at 16
      $a.at = i32.add $a.at 16
      $b.at = i32.add $b.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
