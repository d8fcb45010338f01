;; PyramidalSodium — from models/channels/pinsky-rinzel.livn
import memory livn.memory 1

;; PyramidalSodium · initialize
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
      $x = f64x2.mul (f64x2.sub -43 $v) 0.05555555555555555
      $exp = exp $x
      $h_1 = f64x2.mul 0.128 $exp
      $x.1 = f64x2.mul (f64x2.sub -20 $v) 0.2
      $exp.1 = exp $x.1
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 4 (f64x2.add 1 $exp.1)))
      v128.store $h.at $h
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; PyramidalSodium · step · once per link
export func step_link($frame i32)
  $exp = exp -4
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)

;; PyramidalSodium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, h 1
  $h_1 = v128.load64_splat +32 $frame
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
          $x = f64x2.mul -0.05 $v
          $exp = exp $x
          $m_10 = f64x2.mul $exp $exp
          $m_11 = f64x2.mul $m_10 $m_10
          $x.1 = f64x2.mul (f64x2.sub -43 $v) 0.05555555555555555
          $exp.1 = exp $x.1
          $h_2 = f64x2.mul 0.128 $exp.1
          $h_3 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $h_1 $m_11))
          $h = v128.load $h.at
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $h_2 $h_3)) $dt
          $exprel = exprel $x.2
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $h_2 (f64x2.sub 1 $h)) (f64x2.mul $h_3 $h)))
          $h = $h_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $h.at $h
          br @vector
        $v.1 = v128.load $v.at
        $x.3 = f64x2.mul -0.05 $v.1
        $exp.2 = exp $x.3
        $m_10.1 = f64x2.mul $exp.2 $exp.2
        $m_11.1 = f64x2.mul $m_10.1 $m_10.1
        $x.4 = f64x2.mul (f64x2.sub -43 $v.1) 0.05555555555555555
        $exp.3 = exp $x.4
        $h_2.1 = f64x2.mul 0.128 $exp.3
        $h_3.1 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $h_1 $m_11.1))
        $h.1 = v128.load $h.at
        $x.5 = f64x2.mul (f64x2.neg (f64x2.add $h_2.1 $h_3.1)) $dt
        $exprel.1 = exprel $x.5
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.1)
            (f64x2.sub (f64x2.mul $h_2.1 (f64x2.sub 1 $h.1)) (f64x2.mul $h_3.1 $h.1)))
        $h.1 = $h_new.1
        v128.store $h.at $h.1
      $v.at = i32.add $v.at 16
      $h.at = i32.add $h.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
