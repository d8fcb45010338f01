;; HodgkinHuxley — from models/neurons/hodgkin-huxley.livn
import memory livn.memory 1

;; HodgkinHuxley · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, m 1, h 1, n 1
  $v@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $n@ = i32.load +32 $frame
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $offset = i32.shl $i 3
      $v = -65
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
      $x.4 = f64x2.mul (f64x2.add $v 55) -0.1
      $1/exprel.1 = 1/exprel $x.4
      $n_1 = f64x2.mul 0.1 $1/exprel.1
      $x.5 = f64x2.mul $m_2 -0.0125
      $exp.3 = exp $x.5
      $n = f64x2.div $n_1 (f64x2.add $n_1 (f64x2.mul 0.125 $exp.3))
      v128.store (i32.add $v@ $offset) $v
      v128.store (i32.add $m@ $offset) $m
      v128.store (i32.add $h@ $offset) $h
      v128.store (i32.add $n@ $offset) $n
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; HodgkinHuxley · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $C = v128.load64_splat +96 $frame
  $dt_per_C = f64x2.div $dt $C
  $v_1 = f64x2.neg $dt_per_C
  $area = v128.load64_splat +104 $frame
  $per_area = f64x2.div 1 $area
  f64.store +112 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +120 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +128 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $per_area)

;; HodgkinHuxley · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, m 1, h 1, v mV, n 1, I pA
  ;; shared  g_Na mS/cm^2, E_Na mV, g_K mS/cm^2, E_K mV, g_L mS/cm^2, E_L mV, C uF/cm^2, area um^2
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +112 $frame
  $g_Na = v128.load64_splat +48 $frame
  $E_Na = v128.load64_splat +56 $frame
  $g_K = v128.load64_splat +64 $frame
  $E_K = v128.load64_splat +72 $frame
  $g_L = v128.load64_splat +80 $frame
  $E_L = v128.load64_splat +88 $frame
  $dt_per_C = v128.load64_splat +120 $frame
  $v_1 = v128.load64_splat +128 $frame
  $per_area = v128.load64_splat +136 $frame
  $dt = v128.load64_splat $frame
  $lastspike@ = i32.load +20 $frame
  $m@ = i32.load +24 $frame
  $h@ = i32.load +28 $frame
  $v@ = i32.load +32 $frame
  $n@ = i32.load +36 $frame
  $I@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $offset = i32.shl $i 2
      $offset.1 = i32.shl $i 3
      $lastspike = v128.load64_zero (i32.add $lastspike@ $offset)
      $free = f64x2.ge (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $lastspike)) $silent_steps
      $m = v128.load (i32.add $m@ $offset.1)
      $h = v128.load (i32.add $h@ $offset.1)
      $I_Na_1 = f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m $m) $m)) $h
      $v = v128.load (i32.add $v@ $offset.1)
      $I_Na = f64x2.mul $I_Na_1 (f64x2.sub $v $E_Na)
      $n = v128.load (i32.add $n@ $offset.1)
      $n_squared = f64x2.mul $n $n
      $I_K_1 = f64x2.mul $g_K (f64x2.mul $n_squared $n_squared)
      $I_K = f64x2.mul $I_K_1 (f64x2.sub $v $E_K)
      $I_L = f64x2.mul $g_L (f64x2.sub $v $E_L)
      $x = f64x2.mul $v_1 (f64x2.add (f64x2.add $I_Na_1 $I_K_1) $g_L)
      $exprel = exprel $x
      $I = v128.load (i32.add $I@ $offset.1)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.mul
            $exprel
            (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.mul $I $per_area) $I_Na) $I_K) $I_L)))
      $x.1 = f64x2.mul (f64x2.add $v 40) -0.1
      $1/exprel = 1/exprel $x.1
      $a_m = f64x2.mul 1 $1/exprel
      $b_m_1 = f64x2.add $v 65
      $x.2 = f64x2.mul $b_m_1 -0.05555555555555555
      $exp = exp $x.2
      $b_m = f64x2.mul 4 $exp
      $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
      $exprel.1 = exprel $x.3
      $m_new = f64x2.add
        $m
        (f64x2.mul
          (f64x2.mul $dt $exprel.1)
          (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
      $x.4 = f64x2.mul $b_m_1 -0.05
      $exp.1 = exp $x.4
      $a_h = f64x2.mul 0.07 $exp.1
      $x.5 = f64x2.mul (f64x2.add $v 35) -0.1
      $exp.2 = exp $x.5
      $b_h = f64x2.div 1 (f64x2.add $exp.2 1)
      $x.6 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
      $exprel.2 = exprel $x.6
      $h_new = f64x2.add
        $h
        (f64x2.mul
          (f64x2.mul $dt $exprel.2)
          (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
      $x.7 = f64x2.mul (f64x2.add $v 55) -0.1
      $1/exprel.1 = 1/exprel $x.7
      $a_n = f64x2.mul 0.1 $1/exprel.1
      $x.8 = f64x2.mul $b_m_1 -0.0125
      $exp.3 = exp $x.8
      $b_n = f64x2.mul 0.125 $exp.3
      $x.9 = f64x2.mul (f64x2.neg (f64x2.add $a_n $b_n)) $dt
      $exprel.3 = exprel $x.9
      $n_new = f64x2.add
        $n
        (f64x2.mul
          (f64x2.mul $dt $exprel.3)
          (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n)))
      $taking = v128.and $free (f64x2.gt $v_new 0)
      if v128.any_true $taking
        $left = i32.sub $last $i
        $lanes = i32.and
          (i64x2.bitmask $taking)
          (select 3 (i32.sub (i32.shl 1 $left) 1) (i32.ge_s $left 2))
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes 1)
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) (i32.add $i 1)
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) 1)
        $lastspike = v128.bitselect
          $step.1
          $lastspike
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
        v128.store64_lane lane=0 (i32.add $lastspike@ $offset) $lastspike
      $v = $v_new
      $m = $m_new
      $h = $h_new
      $n = $n_new
      v128.store (i32.add $v@ $offset.1) $v
      v128.store (i32.add $m@ $offset.1) $m
      v128.store (i32.add $h@ $offset.1) $h
      v128.store (i32.add $n@ $offset.1) $n
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
