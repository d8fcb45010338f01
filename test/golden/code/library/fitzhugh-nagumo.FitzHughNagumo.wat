;; FitzHughNagumo — from models/neurons/fitzhugh-nagumo.livn
import memory livn.memory 1

;; FitzHughNagumo · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v 1, w 1
  $v@ = i32.load +20 $frame
  $w@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $w.at = i32.add $w@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -1.1994
      $w = -0.6243
      $v.1 = -1.1994
      $w.1 = -0.6243
      v128.store $v.at $v
      v128.store $w.at $w
      v128.store +16 $v.at $v.1
      v128.store +16 $w.at $w.1
      $v.at = i32.add $v.at 32
      $w.at = i32.add $w.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; FitzHughNagumo · step · once per link
export func step_link($frame i32)
  $I_unit = v128.load64_splat +40 $frame
  $per_I_unit = f64x2.div 1 $I_unit
  $dt = v128.load64_splat $frame
  $tau = v128.load64_splat +48 $frame
  $dt_per_tau = f64x2.div $dt $tau
  $epsilon = v128.load64_splat +56 $frame
  $k_w_1 = f64x2.mul $dt (f64x2.div $epsilon $tau)
  f64.store +80 $frame (f64x2.extract_lane 0 $per_I_unit)
  f64.store +88 $frame (f64x2.extract_lane 0 $dt_per_tau)
  f64.store +96 $frame (f64x2.extract_lane 0 $k_w_1)

;; FitzHughNagumo · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  not_refractory boolean, v 1, w 1, I pA, lastspike integer
  ;; shared  I_unit pA, tau ms, epsilon 1, a 1, b 1
  $per_I_unit = v128.load64_splat +80 $frame
  $dt_per_tau = v128.load64_splat +88 $frame
  $k_w_1 = v128.load64_splat +96 $frame
  $a = v128.load64_splat +64 $frame
  $b = v128.load64_splat +72 $frame
  $step.1 = i32x4.splat $step
  $not_refractory@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $w@ = i32.load +28 $frame
  $I@ = i32.load +32 $frame
  $lastspike@ = i32.load +36 $frame
  $spike.count = i32.load $spike
  $i = $first
  $not_refractory.at = i32.add $not_refractory@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $w.at = i32.add $w@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $not_refractory = i64x2.neg (i64x2.extend_low_i32x4_u (v128.load64_zero $not_refractory.at))
      $v = v128.load $v.at
      $free = v128.or $not_refractory (v128.not (f64x2.gt $v 0))
      $I = v128.load $I.at
      $I_times_per_I_unit = f64x2.mul $I $per_I_unit
      $w = v128.load $w.at
      $k_v = f64x2.mul
        $dt_per_tau
        (f64x2.add
          (f64x2.sub
            (f64x2.sub $v (f64x2.mul (f64x2.mul (f64x2.mul $v $v) $v) 0.3333333333333333))
            $w)
          $I_times_per_I_unit)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $k_w = f64x2.mul $k_w_1 (f64x2.sub (f64x2.add $v $a) (f64x2.mul $b $w))
      $w_mid = f64x2.add $w (f64x2.mul $k_w 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_tau
          (f64x2.add
            (f64x2.sub
              (f64x2.sub
                $v_mid
                (f64x2.mul (f64x2.mul (f64x2.mul $v_mid $v_mid) $v_mid) 0.3333333333333333))
              $w_mid)
            $I_times_per_I_unit))
      $w_new = f64x2.add
        $w
        (f64x2.mul $k_w_1 (f64x2.sub (f64x2.add $v_mid $a) (f64x2.mul $b $w_mid)))
      $not_refractory = $free
      v128.store $v.at $v_new
      v128.store $w.at $w_new
      $not_refractory.1 = i64x2.neg
        (i64x2.extend_low_i32x4_u (v128.load64_zero +8 $not_refractory.at))
      $v.1 = v128.load +16 $v.at
      $free.1 = v128.or $not_refractory.1 (v128.not (f64x2.gt $v.1 0))
      $I.1 = v128.load +16 $I.at
      $I_times_per_I_unit.1 = f64x2.mul $I.1 $per_I_unit
      $w.1 = v128.load +16 $w.at
      $k_v.1 = f64x2.mul
        $dt_per_tau
        (f64x2.add
          (f64x2.sub
            (f64x2.sub $v.1 (f64x2.mul (f64x2.mul (f64x2.mul $v.1 $v.1) $v.1) 0.3333333333333333))
            $w.1)
          $I_times_per_I_unit.1)
      $v_mid.1 = f64x2.add $v.1 (f64x2.mul $k_v.1 0.5)
      $k_w.1 = f64x2.mul $k_w_1 (f64x2.sub (f64x2.add $v.1 $a) (f64x2.mul $b $w.1))
      $w_mid.1 = f64x2.add $w.1 (f64x2.mul $k_w.1 0.5)
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $dt_per_tau
          (f64x2.add
            (f64x2.sub
              (f64x2.sub
                $v_mid.1
                (f64x2.mul (f64x2.mul (f64x2.mul $v_mid.1 $v_mid.1) $v_mid.1) 0.3333333333333333))
              $w_mid.1)
            $I_times_per_I_unit.1))
      $w_new.1 = f64x2.add
        $w.1
        (f64x2.mul $k_w_1 (f64x2.sub (f64x2.add $v_mid.1 $a) (f64x2.mul $b $w_mid.1)))
      $not_refractory.1 = $free.1
      v128.store +16 $v.at $v_new.1
      v128.store +16 $w.at $w_new.1
      $met = f64x2.gt $v_new 1
      $met.1 = f64x2.gt $v_new.1 1
      if i64x2.bitmask (v128.or $met $met.1)
        $taking = v128.and $free $met
        $taking.1 = v128.and $free.1 $met.1
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
        $lanes.1 = i64x2.bitmask $taking.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
        $lastspike.1 = v128.load64_zero +8 $lastspike.at
        $lastspike.1 = v128.bitselect
          $step.1
          $lastspike.1
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
        v128.store64_lane +8 lane=0 $lastspike.at $lastspike.1
        $not_refractory.1 = v128.bitselect (f64x2.ne 0 0) $not_refractory.1 $taking.1
      $v = $v_new
      $w = $w_new
      $v.1 = $v_new.1
      $w.1 = $w_new.1
      $mask = $not_refractory
      v128.store64_lane lane=0
        $not_refractory.at
        (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask $mask) 1)
      $mask.1 = $not_refractory.1
      v128.store64_lane +8 lane=0
        $not_refractory.at
        (v128.and (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $mask.1 $mask.1) 1)
      $not_refractory.at = i32.add $not_refractory.at 16
      $v.at = i32.add $v.at 32
      $w.at = i32.add $w.at 32
      $I.at = i32.add $I.at 32
      $lastspike.at = i32.add $lastspike.at 16
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
