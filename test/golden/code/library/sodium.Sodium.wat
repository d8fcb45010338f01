;; Sodium — from models/channels/sodium.livn
import memory livn.memory 1

;; Sodium · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $offset = i32.shl $i 3
      $v = v128.load (i32.add $v@ $offset)
      $x = f64x2.mul (f64x2.add $v 40) -0.1
      $1/exprel = 1/exprel $x
      $m_1 = f64x2.mul 1 $1/exprel
      $m_2 = f64x2.add $v 65
      $x.1 = f64x2.mul $m_2 -0.05555555555555555
      $exp = exp $x.1
      $m = f64x2.div $m_1 (f64x2.add $m_1 (f64x2.mul 4 $exp))
      $x.2 = f64x2.mul $m_2 -0.05
      $exp.1 = exp $x.2
      $h_1 = f64x2.mul 0.07 $exp.1
      $x.3 = f64x2.mul (f64x2.add $v 35) -0.1
      $exp.2 = exp $x.3
      $h = f64x2.div $h_1 (f64x2.add $h_1 (f64x2.div 1 (f64x2.add $exp.2 1)))
      v128.store (i32.add $m@ $offset) $m
      v128.store (i32.add $h@ $offset) $h
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; Sodium · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, m 1, h 1
  $dt = v128.load64_splat $frame
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $offset = i32.shl $i 3
      $v = v128.load (i32.add $v@ $offset)
      $x = f64x2.mul (f64x2.add $v 40) -0.1
      $1/exprel = 1/exprel $x
      $a_m = f64x2.mul 1 $1/exprel
      $b_m_1 = f64x2.add $v 65
      $x.1 = f64x2.mul $b_m_1 -0.05555555555555555
      $exp = exp $x.1
      $b_m = f64x2.mul 4 $exp
      $m = v128.load (i32.add $m@ $offset)
      $x.2 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
      $exprel = exprel $x.2
      $m_new = f64x2.add
        $m
        (f64x2.mul
          (f64x2.mul $dt $exprel)
          (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
      $x.3 = f64x2.mul $b_m_1 -0.05
      $exp.1 = exp $x.3
      $a_h = f64x2.mul 0.07 $exp.1
      $x.4 = f64x2.mul (f64x2.add $v 35) -0.1
      $exp.2 = exp $x.4
      $b_h = f64x2.div 1 (f64x2.add $exp.2 1)
      $h = v128.load (i32.add $h@ $offset)
      $x.5 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
      $exprel.1 = exprel $x.5
      $h_new = f64x2.add
        $h
        (f64x2.mul
          (f64x2.mul $dt $exprel.1)
          (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
      $m = $m_new
      $h = $h_new
      v128.store (i32.add $m@ $offset) $m
      v128.store (i32.add $h@ $offset) $h
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
