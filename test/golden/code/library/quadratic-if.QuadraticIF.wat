;; QuadraticIF — from models/neurons/quadratic-if.livn
import memory livn.memory 1

;; QuadraticIF · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  V_rest mV
  $V_rest = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $V_rest
      $v.1 = $V_rest
      v128.store $v.at $v
      v128.store +16 $v.at $v.1
      $v.at = i32.add $v.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; QuadraticIF · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $C = v128.load64_splat +56 $frame
  $dt_per_C = f64x2.div $dt $C
  f64.store +72 $frame (f64x2.extract_lane 0 $dt_per_C)

;; QuadraticIF · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, I pA
  ;; shared  k nS/mV, V_rest mV, V_T mV, C pF, V_peak mV
  $dt_per_C = v128.load64_splat +72 $frame
  $k = v128.load64_splat +32 $frame
  $V_rest = v128.load64_splat +40 $frame
  $V_T = v128.load64_splat +48 $frame
  $V_peak = v128.load64_splat +64 $frame
  $v@ = i32.load +20 $frame
  $I@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $I = v128.load $I.at
      $k_v = f64x2.mul
        $dt_per_C
        (f64x2.add (f64x2.mul (f64x2.mul $k (f64x2.sub $v $V_rest)) (f64x2.sub $v $V_T)) $I)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.add
            (f64x2.mul (f64x2.mul $k (f64x2.sub $v_mid $V_rest)) (f64x2.sub $v_mid $V_T))
            $I))
      v128.store $v.at $v_new
      $v.1 = v128.load +16 $v.at
      $I.1 = v128.load +16 $I.at
      $k_v.1 = f64x2.mul
        $dt_per_C
        (f64x2.add (f64x2.mul (f64x2.mul $k (f64x2.sub $v.1 $V_rest)) (f64x2.sub $v.1 $V_T)) $I.1)
      $v_mid.1 = f64x2.add $v.1 (f64x2.mul $k_v.1 0.5)
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $dt_per_C
          (f64x2.add
            (f64x2.mul (f64x2.mul $k (f64x2.sub $v_mid.1 $V_rest)) (f64x2.sub $v_mid.1 $V_T))
            $I.1))
      v128.store +16 $v.at $v_new.1
      $met = f64x2.ge $v_new $V_peak
      $met.1 = f64x2.ge $v_new.1 $V_peak
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
      $v = $v_new
      $v.1 = $v_new.1
      $v.at = i32.add $v.at 32
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; QuadraticIF · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  V_r mV
  $V_r = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $V_r
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
