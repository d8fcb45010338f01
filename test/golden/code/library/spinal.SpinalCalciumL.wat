;; SpinalCalciumL — from models/channels/spinal.livn
import memory livn.memory 1

;; SpinalCalciumL · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub -40 $v) 0.14285714285714285
      $exp = exp $x
      $m = f64x2.div 1 (f64x2.add 1 $exp)
      v128.store $m.at $m
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; SpinalCalciumL · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $decay_m_1 = f64x2.mul -0.016666666666666666 $dt
  $exp = exp $decay_m_1
  $exprel = exprel $decay_m_1
  $gain_m = f64x2.mul $dt $exprel
  $m_1 = f64x2.mul $gain_m 0.016666666666666666
  f64.store +32 $frame (f64x2.extract_lane 0 $decay_m_1)
  f64.store +40 $frame (f64x2.extract_lane 0 $exp)
  f64.store +48 $frame (f64x2.extract_lane 0 $gain_m)
  f64.store +56 $frame (f64x2.extract_lane 0 $m_1)

;; SpinalCalciumL · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, m 1
  $decay_m = v128.load64_splat +40 $frame
  $m_1 = v128.load64_splat +56 $frame
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.sub -40 $v) 0.14285714285714285
      $exp = exp $x
      $m_inf = f64x2.div 1 (f64x2.add 1 $exp)
      $m = v128.load $m.at
      $m_new = f64x2.add (f64x2.mul $decay_m $m) (f64x2.mul $m_1 $m_inf)
      $m = $m_new
      v128.store $m.at $m
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
