;; HindmarshRose — from models/neurons/hindmarsh-rose.livn
import memory livn.memory 1

;; HindmarshRose · initialize · once per link
export func initialize_link($frame i32)
  $c = v128.load64_splat +40 $frame
  $d = v128.load64_splat +48 $frame
  $x_0 = v128.load64_splat +32 $frame
  $y_1 = f64x2.sub $c (f64x2.mul $d (f64x2.mul $x_0 $x_0))
  f64.store +56 $frame (f64x2.extract_lane 0 $y_1)

;; HindmarshRose · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v 1, y 1, z 1
  ;; shared  x_0 1, c 1, d 1
  $x_0 = v128.load64_splat +32 $frame
  $y_1 = v128.load64_splat +56 $frame
  $v@ = i32.load +20 $frame
  $y@ = i32.load +24 $frame
  $z@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $y.at = i32.add $y@ (i32.shl $first 3)
  $z.at = i32.add $z@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $x_0
      $y = $y_1
      $z = 0
      $v.1 = $x_0
      $y.1 = $y_1
      $z.1 = 0
      v128.store $v.at $v
      v128.store $y.at $y
      v128.store $z.at $z
      v128.store +16 $v.at $v.1
      v128.store +16 $y.at $y.1
      v128.store +16 $z.at $z.1
      $v.at = i32.add $v.at 32
      $y.at = i32.add $y.at 32
      $z.at = i32.add $z.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; HindmarshRose · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $tau = v128.load64_splat +64 $frame
  $dt_per_tau = f64x2.div $dt $tau
  $I_unit = v128.load64_splat +88 $frame
  $per_I_unit = f64x2.div 1 $I_unit
  $r = v128.load64_splat +96 $frame
  $k_z_1 = f64x2.mul $dt (f64x2.div $r $tau)
  f64.store +120 $frame (f64x2.extract_lane 0 $dt_per_tau)
  f64.store +128 $frame (f64x2.extract_lane 0 $per_I_unit)
  f64.store +136 $frame (f64x2.extract_lane 0 $k_z_1)

;; HindmarshRose · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v 1, y 1, z 1, I pA, lastspike integer
  ;; shared  c 1, d 1, tau ms, a 1, b 1, I_unit pA, r 1, s 1, x_0 1
  $dt_per_tau = v128.load64_splat +120 $frame
  $c = v128.load64_splat +48 $frame
  $d = v128.load64_splat +56 $frame
  $per_I_unit = v128.load64_splat +128 $frame
  $a = v128.load64_splat +72 $frame
  $b = v128.load64_splat +80 $frame
  $k_z_1 = v128.load64_splat +136 $frame
  $s = v128.load64_splat +104 $frame
  $x_0 = v128.load64_splat +112 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $y@ = i32.load +28 $frame
  $z@ = i32.load +32 $frame
  $I@ = i32.load +36 $frame
  $lastspike@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $y.at = i32.add $y@ (i32.shl $first 3)
  $z.at = i32.add $z@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $not_refractory = i64x2.neg (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
      $v = v128.load $v.at
      $free = v128.or $not_refractory (v128.not (f64x2.gt $v 0))
      $v_squared = f64x2.mul $v $v
      $y = v128.load $y.at
      $k_y = f64x2.mul $dt_per_tau (f64x2.sub (f64x2.sub $c (f64x2.mul $d $v_squared)) $y)
      $y_mid = f64x2.add $y (f64x2.mul $k_y 0.5)
      $I = v128.load $I.at
      $I_times_per_I_unit = f64x2.mul $I $per_I_unit
      $z = v128.load $z.at
      $k_v = f64x2.mul
        $dt_per_tau
        (f64x2.add
          (f64x2.sub
            (f64x2.add
              (f64x2.sub $y (f64x2.mul $a (f64x2.mul $v_squared $v)))
              (f64x2.mul $b $v_squared))
            $z)
          $I_times_per_I_unit)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $k_z = f64x2.mul $k_z_1 (f64x2.sub (f64x2.mul $s (f64x2.sub $v $x_0)) $z)
      $z_mid = f64x2.add $z (f64x2.mul $k_z 0.5)
      $v_mid_squared = f64x2.mul $v_mid $v_mid
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_tau
          (f64x2.add
            (f64x2.sub
              (f64x2.add
                (f64x2.sub $y_mid (f64x2.mul $a (f64x2.mul $v_mid_squared $v_mid)))
                (f64x2.mul $b $v_mid_squared))
              $z_mid)
            $I_times_per_I_unit))
      $y_new = f64x2.add
        $y
        (f64x2.mul $dt_per_tau (f64x2.sub (f64x2.sub $c (f64x2.mul $d $v_mid_squared)) $y_mid))
      $z_new = f64x2.add
        $z
        (f64x2.mul $k_z_1 (f64x2.sub (f64x2.mul $s (f64x2.sub $v_mid $x_0)) $z_mid))
      $not_refractory = $free
      v128.store $v.at $v_new
      v128.store $y.at $y_new
      v128.store $z.at $z_new
      $taking = v128.and $free (f64x2.gt $v_new 1)
      if i64x2.bitmask $taking
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lastspike = v128.load64_zero $lastspike.at
        $lastspike = v128.bitselect
          $step.1
          $lastspike
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
        v128.store64_lane lane=0 $lastspike.at $lastspike
        $not_refractory = v128.bitselect (f64x2.ne 0 0) $not_refractory $taking
      $v = $v_new
      $y = $y_new
      $z = $z_new
      $mask = $not_refractory
      v128.store64_lane lane=0
        $not_refractory.at
        (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
      $not_refractory.at = i32.add $not_refractory.at 8
      $v.at = i32.add $v.at 16
      $y.at = i32.add $y.at 16
      $z.at = i32.add $z.at 16
      $I.at = i32.add $I.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
