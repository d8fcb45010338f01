;; ResonateAndFire — from models/neurons/resonate-and-fire.livn
import memory livn.memory 1

;; ResonateAndFire · step · once per link
export func step_link($frame i32)
  $Q_u_u = v128.load64_splat +48 $frame
  $q = v128.load64_splat +56 $frame
  $Q_u_u_per_q = f64x2.div $Q_u_u $q
  $Q_v_u = v128.load64_splat +80 $frame
  $Q_v_u_per_q = f64x2.div $Q_v_u $q
  f64.store +88 $frame (f64x2.extract_lane 0 $Q_u_u_per_q)
  f64.store +96 $frame (f64x2.extract_lane 0 $Q_v_u_per_q)

;; ResonateAndFire · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  u 1, v 1, I pA
  ;; shared  P_u_u , P_u_v , Q_u_u , q pC, P_v_u , P_v_v , Q_v_u 
  $P_u_u = v128.load64_splat +32 $frame
  $P_u_v = v128.load64_splat +40 $frame
  $Q_u_u_per_q = v128.load64_splat +88 $frame
  $P_v_u = v128.load64_splat +64 $frame
  $P_v_v = v128.load64_splat +72 $frame
  $Q_v_u_per_q = v128.load64_splat +96 $frame
  $u@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $u.at = i32.add $u@ (i32.shl $first 3)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $u = v128.load $u.at
      $v = v128.load $v.at
      $I = v128.load $I.at
      $u_new = f64x2.add
        (f64x2.add (f64x2.mul $P_u_u $u) (f64x2.mul $P_u_v $v))
        (f64x2.mul $Q_u_u_per_q $I)
      $v_new = f64x2.add
        (f64x2.add (f64x2.mul $P_v_u $u) (f64x2.mul $P_v_v $v))
        (f64x2.mul $Q_v_u_per_q $I)
      v128.store $u.at $u_new
      v128.store $v.at $v_new
      $u.1 = v128.load +16 $u.at
      $v.1 = v128.load +16 $v.at
      $I.1 = v128.load +16 $I.at
      $u_new.1 = f64x2.add
        (f64x2.add (f64x2.mul $P_u_u $u.1) (f64x2.mul $P_u_v $v.1))
        (f64x2.mul $Q_u_u_per_q $I.1)
      $v_new.1 = f64x2.add
        (f64x2.add (f64x2.mul $P_v_u $u.1) (f64x2.mul $P_v_v $v.1))
        (f64x2.mul $Q_v_u_per_q $I.1)
      v128.store +16 $u.at $u_new.1
      v128.store +16 $v.at $v_new.1
      $met = f64x2.gt $v_new 1
      $met.1 = f64x2.gt $v_new.1 1
      if i64x2.bitmask (v128.or $met $met.1)
        $lanes = i64x2.bitmask $met
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lanes.1 = i64x2.bitmask $met.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
      $u = $u_new
      $v = $v_new
      $u.1 = $u_new.1
      $v.1 = $v_new.1
      $u.at = i32.add $u.at 32
      $v.at = i32.add $v.at 32
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; ResonateAndFire · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  u 1, v 1
  $u@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i 3)) 0
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) 1
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
