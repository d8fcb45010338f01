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

;; SpinalSodium · step · once per link
export func step_link($frame i32)
  $exp = exp 3.3333333333333335
  $exp.1 = exp -3.125
  $exp.2 = exp 7.857142857142857
  $dt = v128.load64_splat $frame
  $h_1 = f64x2.mul -0.03333333333333333 $dt
  $h_2 = f64x2.mul $dt 0.03333333333333333
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)
  f64.store +40 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +48 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +56 $frame (f64x2.extract_lane 0 $h_1)
  f64.store +64 $frame (f64x2.extract_lane 0 $h_2)

;; SpinalSodium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, h 1
  $tau_h_1 = v128.load64_splat +32 $frame
  $tau_h_2 = v128.load64_splat +40 $frame
  $h_inf_1 = v128.load64_splat +48 $frame
  $h_2 = v128.load64_splat +64 $frame
  $h_1 = v128.load64_splat +56 $frame
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
          $x = f64x2.mul 0.005128205128205128 $v
          $exp = exp $x
          $m_4 = f64x2.mul (f64x2.mul $exp $exp) $exp
          $m_5 = f64x2.mul $m_4 $m_4
          $m_6 = f64x2.mul $m_5 $m_5
          $m_7 = f64x2.mul $m_6 $exp
          $x.1 = f64x2.mul 0.008928571428571428 $v
          $exp.1 = exp $x.1
          $tau_h_4 = f64x2.div 1 $exp.1
          $tau_h_5 = f64x2.mul (f64x2.mul $tau_h_4 $tau_h_4) $tau_h_4
          $tau_h_6 = f64x2.add
            (f64x2.mul $tau_h_1 $m_7)
            (f64x2.mul $tau_h_2 (f64x2.mul (f64x2.mul $tau_h_5 $tau_h_5) $tau_h_4))
          $h_inf_2 = f64x2.mul (f64x2.mul $exp.1 $exp.1) $exp.1
          $h_inf_3 = f64x2.mul (f64x2.mul (f64x2.mul $h_inf_2 $h_inf_2) $exp.1) $exp.1
          $h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $h_inf_1 (f64x2.mul $h_inf_3 $h_inf_3)))
          $h = v128.load $h.at
          $x.2 = f64x2.mul $h_1 $tau_h_6
          $exprel = exprel $x.2
          $h_new = f64x2.add
            $h
            (f64x2.mul $h_2 (f64x2.mul $exprel (f64x2.mul (f64x2.sub $h_inf $h) $tau_h_6)))
          $h = $h_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $h.at $h
          br @vector
        $v.1 = v128.load $v.at
        $x.3 = f64x2.mul 0.005128205128205128 $v.1
        $exp.2 = exp $x.3
        $m_4.1 = f64x2.mul (f64x2.mul $exp.2 $exp.2) $exp.2
        $m_5.1 = f64x2.mul $m_4.1 $m_4.1
        $m_6.1 = f64x2.mul $m_5.1 $m_5.1
        $m_7.1 = f64x2.mul $m_6.1 $exp.2
        $x.4 = f64x2.mul 0.008928571428571428 $v.1
        $exp.3 = exp $x.4
        $tau_h_4.1 = f64x2.div 1 $exp.3
        $tau_h_5.1 = f64x2.mul (f64x2.mul $tau_h_4.1 $tau_h_4.1) $tau_h_4.1
        $tau_h_6.1 = f64x2.add
          (f64x2.mul $tau_h_1 $m_7.1)
          (f64x2.mul $tau_h_2 (f64x2.mul (f64x2.mul $tau_h_5.1 $tau_h_5.1) $tau_h_4.1))
        $h_inf_2.1 = f64x2.mul (f64x2.mul $exp.3 $exp.3) $exp.3
        $h_inf_3.1 = f64x2.mul (f64x2.mul (f64x2.mul $h_inf_2.1 $h_inf_2.1) $exp.3) $exp.3
        $h_inf.1 = f64x2.div 1 (f64x2.add 1 (f64x2.mul $h_inf_1 (f64x2.mul $h_inf_3.1 $h_inf_3.1)))
        $h.1 = v128.load $h.at
        $x.5 = f64x2.mul $h_1 $tau_h_6.1
        $exprel.1 = exprel $x.5
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul $h_2 (f64x2.mul $exprel.1 (f64x2.mul (f64x2.sub $h_inf.1 $h.1) $tau_h_6.1)))
        $h.1 = $h_new.1
        v128.store $h.at $h.1
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
