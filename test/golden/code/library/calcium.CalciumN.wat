;; CalciumN — from models/channels/calcium.livn
import memory livn.memory 1

;; CalciumN · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul (f64x2.add $v 30) -0.2
      $exp = exp $x
      $m = f64x2.div 1 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.add $v 45) 0.2
      $exp.1 = exp $x.1
      $h = f64x2.div 1 (f64x2.add 1 $exp.1)
      v128.store $m.at $m
      v128.store $h.at $h
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; CalciumN · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $decay_m_1 = f64x2.mul -0.25 $dt
  $exp = exp $decay_m_1
  $exprel = exprel $decay_m_1
  $gain_m = f64x2.mul $dt $exprel
  $exp.1 = exp -6
  $m_1 = f64x2.mul $gain_m 0.25
  $decay_h_1 = f64x2.mul -0.025 $dt
  $exp.2 = exp $decay_h_1
  $exprel.1 = exprel $decay_h_1
  $gain_h = f64x2.mul $dt $exprel.1
  $exp.3 = exp 9
  $h_1 = f64x2.mul $gain_h 0.025
  f64.store +32 $frame (f64x2.extract_lane 0 $decay_m_1)
  f64.store +40 $frame (f64x2.extract_lane 0 $exp)
  f64.store +48 $frame (f64x2.extract_lane 0 $gain_m)
  f64.store +56 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +64 $frame (f64x2.extract_lane 0 $m_1)
  f64.store +72 $frame (f64x2.extract_lane 0 $decay_h_1)
  f64.store +80 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +88 $frame (f64x2.extract_lane 0 $gain_h)
  f64.store +96 $frame (f64x2.extract_lane 0 $exp.3)
  f64.store +104 $frame (f64x2.extract_lane 0 $h_1)

;; CalciumN · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, m 1, h 1
  $m_inf_1 = v128.load64_splat +56 $frame
  $decay_m = v128.load64_splat +40 $frame
  $m_1 = v128.load64_splat +64 $frame
  $h_inf_1 = v128.load64_splat +96 $frame
  $decay_h = v128.load64_splat +80 $frame
  $h_1 = v128.load64_splat +104 $frame
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul 0.2 $v
      $exp = exp $x
      $m_inf_3 = f64x2.pmin $exp 1e+30
      $m_inf = f64x2.div $m_inf_3 (f64x2.add $m_inf_3 $m_inf_1)
      $m = v128.load $m.at
      $m_new = f64x2.add (f64x2.mul $decay_m $m) (f64x2.mul $m_1 $m_inf)
      $h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $h_inf_1 $exp))
      $h = v128.load $h.at
      $h_new = f64x2.add (f64x2.mul $decay_h $h) (f64x2.mul $h_1 $h_inf)
      $m = $m_new
      $h = $h_new
      v128.store $m.at $m
      v128.store $h.at $h
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
