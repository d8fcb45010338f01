;; GLIF3Escape — from models/neurons/glif-escape.livn
import memory livn.memory 1

;; GLIF3Escape · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, S 1
  ;; shared  E_L mV, alpha 1
  $E_L = v128.load64_splat +32 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +48 $frame)
  $step.1 = i32x4.splat $step
  $alpha = v128.load64_splat +40 $frame
  $v@ = i32.load +20 $frame
  $S@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $S.at = i32.add $S@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add $cells $shared
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0
      $x0.1 = i32x4.add $x0 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.3
      $x0.4 = i32x4.add $x0.3 $stream
      $shared.1 = i32x4.add $mixed 1
      $x1.5 = i32x4.add $x1.4 $shared.1
      $x0.5 = i32x4.add $x0.4 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.5
      $x0.6 = i32x4.add $x0.5 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.8
      $x0.9 = i32x4.add $x0.8 $mixed
      $shared.2 = i32x4.add $seed 2
      $x1.10 = i32x4.add $x1.9 $shared.2
      $x0.10 = i32x4.add $x0.9 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.10
      $x0.11 = i32x4.add $x0.10 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.13
      $x0.14 = i32x4.add $x0.13 $seed
      $shared.3 = i32x4.add $stream 3
      $x1.15 = i32x4.add $x1.14 $shared.3
      $x0.15 = i32x4.add $x0.14 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.15
      $word = $x0.15
      $word.1 = $x1.16
      $end = i32.add $i 4
      loop @next-vector
        $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
        $v = $E_L
        $uniform = uniform $word $word.1
        $x = f64x2.pmax $uniform 1e-10
        $log = log $x
        $S = f64x2.sub $log $alpha
        v128.store $v.at $v
        v128.store $S.at $S
        $v.at = i32.add $v.at 16
        $S.at = i32.add $S.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)

;; GLIF3Escape · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $Q_v_v = v128.load64_splat +96 $frame
  $tau_m = v128.load64_splat +112 $frame
  $Q_v_v_per_tau_m = f64x2.div $Q_v_v $tau_m
  $E_L = v128.load64_splat +104 $frame
  $v_1 = f64x2.mul $Q_v_v (f64x2.div $E_L $tau_m)
  $g_L = v128.load64_splat +120 $frame
  $v_2 = f64x2.mul $Q_v_v (f64x2.div (f64x2.div 1 $g_L) $tau_m)
  $sigma = v128.load64_splat +136 $frame
  $per_sigma = f64x2.div 1 $sigma
  $tau_s = v128.load64_splat +144 $frame
  $per_tau_s = f64x2.div 1 $tau_s
  f64.store +152 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +160 $frame (f64x2.extract_lane 0 $Q_v_v_per_tau_m)
  f64.store +168 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $v_2)
  f64.store +184 $frame (f64x2.extract_lane 0 $per_sigma)
  f64.store +192 $frame (f64x2.extract_lane 0 $per_tau_s)

;; GLIF3Escape · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, A_1 pA, A_2 pA, v mV, V_ext mV, I pA, S 1
  ;; shared  t_ref ms, P_A_1_A_1 , P_A_2_A_2 , P_v_v , P_v_A_1 , P_v_A_2 , Q_v_v , E_L mV, tau_m ms, g_L nS, V_th mV, sigma mV, tau_s ms
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +152 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +152 $frame)))) 1)
  $P_A_1_A_1 = v128.load64_splat +56 $frame
  $P_A_2_A_2 = v128.load64_splat +64 $frame
  $P_v_v = v128.load64_splat +72 $frame
  $P_v_A_1 = v128.load64_splat +80 $frame
  $P_v_A_2 = v128.load64_splat +88 $frame
  $v_1 = v128.load64_splat +168 $frame
  $Q_v_v_per_tau_m = v128.load64_splat +160 $frame
  $v_2 = v128.load64_splat +176 $frame
  $V_th = v128.load64_splat +128 $frame
  $per_sigma = v128.load64_splat +184 $frame
  $per_tau_s = v128.load64_splat +192 $frame
  $dt = v128.load64_splat $frame
  $lastspike@ = i32.load +20 $frame
  $A_1@ = i32.load +24 $frame
  $A_2@ = i32.load +28 $frame
  $v@ = i32.load +32 $frame
  $V_ext@ = i32.load +36 $frame
  $I@ = i32.load +40 $frame
  $S@ = i32.load +44 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $A_1.at = i32.add $A_1@ (i32.shl $first 3)
  $A_2.at = i32.add $A_2@ (i32.shl $first 3)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $S.at = i32.add $S@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $A_1 = v128.load $A_1.at
      $A_1_new = f64x2.mul $P_A_1_A_1 $A_1
      $A_2 = v128.load $A_2.at
      $A_2_new = f64x2.mul $P_A_2_A_2 $A_2
      $v = v128.load $v.at
      $V_ext = v128.load $V_ext.at
      $I = v128.load $I.at
      $v_new = f64x2.add
        (f64x2.add
          (f64x2.add (f64x2.mul $P_v_v $v) (f64x2.mul $P_v_A_1 $A_1))
          (f64x2.mul $P_v_A_2 $A_2))
        (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext)) (f64x2.mul $v_2 $I))
      $x = f64x2.pmin (f64x2.mul (f64x2.sub $v $V_th) $per_sigma) 50
      $exp = exp $x
      $hazard = f64x2.mul $exp $per_tau_s
      $S = v128.load $S.at
      $S_new = f64x2.add $S (f64x2.mul $dt $hazard)
      $v = v128.bitselect $v_new $v $free
      $S = v128.bitselect $S_new $S $free
      v128.store $v.at $v
      v128.store $S.at $S
      v128.store $A_1.at $A_1_new
      v128.store $A_2.at $A_2_new
      $taking = v128.and $free (f64x2.ge $S_new 0)
      if i64x2.bitmask $taking
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lastspike = v128.bitselect
          $step.1
          $lastspike
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
        v128.store64_lane lane=0 $lastspike.at $lastspike
      $A_1 = $A_1_new
      $A_2 = $A_2_new
      $lastspike.at = i32.add $lastspike.at 8
      $A_1.at = i32.add $A_1.at 16
      $A_2.at = i32.add $A_2.at 16
      $v.at = i32.add $v.at 16
      $V_ext.at = i32.add $V_ext.at 16
      $I.at = i32.add $I.at 16
      $S.at = i32.add $S.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; GLIF3Escape · reset · once per link
export func reset_link($frame i32)
  $asc_amp_1 = v128.load64_splat +56 $frame
  $asc_rate_1 = v128.load64_splat +64 $frame
  $t_ref = v128.load64_splat +72 $frame
  $x = f64x2.pmin (f64x2.mul $asc_rate_1 $t_ref) 50
  $exp = exp $x
  $A_3 = f64x2.mul $asc_amp_1 $exp
  $asc_amp_2 = v128.load64_splat +80 $frame
  $asc_rate_2 = v128.load64_splat +88 $frame
  $x.1 = f64x2.pmin (f64x2.mul $asc_rate_2 $t_ref) 50
  $exp.1 = exp $x.1
  $A_4 = f64x2.mul $asc_amp_2 $exp.1
  f64.store +104 $frame (f64x2.extract_lane 0 $A_3)
  f64.store +112 $frame (f64x2.extract_lane 0 $A_4)

;; GLIF3Escape · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  A_1 pA, A_2 pA, v mV, S 1
  ;; shared  E_L mV, asc_r 1, asc_amp_1 pA, asc_rate_1 1/ms, t_ref ms, asc_amp_2 pA, asc_rate_2 1/ms, alpha 1
  $E_L = v128.load64_splat +40 $frame
  $asc_r = v128.load64_splat +48 $frame
  $A_3 = v128.load64_splat +104 $frame
  $A_4 = v128.load64_splat +112 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +120 $frame)
  $step.1 = i32x4.splat $step
  $alpha = v128.load64_splat +96 $frame
  $A_1@ = i32.load +20 $frame
  $A_2@ = i32.load +24 $frame
  $v@ = i32.load +28 $frame
  $S@ = i32.load +32 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $E_L
      $A_1 = v128.load64_splat (i32.add $A_1@ (i32.shl $i 3))
      v128.store64_lane lane=0
        (i32.add $A_1@ (i32.shl $i 3))
        (f64x2.add (f64x2.mul $asc_r $A_1) $A_3)
      $A_2 = v128.load64_splat (i32.add $A_2@ (i32.shl $i 3))
      v128.store64_lane lane=0
        (i32.add $A_2@ (i32.shl $i 3))
        (f64x2.add (f64x2.mul $asc_r $A_2) $A_4)
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add (i32x4.splat $i) $shared
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0
      $x0.1 = i32x4.add $x0 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.3
      $x0.4 = i32x4.add $x0.3 $stream
      $shared.1 = i32x4.add $mixed 1
      $x1.5 = i32x4.add $x1.4 $shared.1
      $x0.5 = i32x4.add $x0.4 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.5
      $x0.6 = i32x4.add $x0.5 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.8
      $x0.9 = i32x4.add $x0.8 $mixed
      $shared.2 = i32x4.add $seed 2
      $x1.10 = i32x4.add $x1.9 $shared.2
      $x0.10 = i32x4.add $x0.9 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.10
      $x0.11 = i32x4.add $x0.10 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.13
      $x0.14 = i32x4.add $x0.13 $seed
      $shared.3 = i32x4.add $stream 3
      $x1.15 = i32x4.add $x1.14 $shared.3
      $x0.15 = i32x4.add $x0.14 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.15
      $uniform = uniform $x0.15 $x1.16
      $x = f64x2.pmax $uniform 1e-10
      $log = log $x
      v128.store64_lane lane=0 (i32.add $S@ (i32.shl $i 3)) (f64x2.sub $log $alpha)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
