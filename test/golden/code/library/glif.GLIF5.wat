;; GLIF5 — from models/neurons/glif.livn
import memory livn.memory 1

;; GLIF5 · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  E_L mV
  $E_L = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $E_L
      $v.1 = $E_L
      v128.store $v.at $v
      v128.store +16 $v.at $v.1
      $v.at = i32.add $v.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; GLIF5 · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +56 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $theta_rate = v128.load64_splat +80 $frame
  $x = f64x2.mul (f64x2.neg $theta_rate) $dt
  $exp = exp $x
  $Q_theta_v_v = v128.load64_splat +144 $frame
  $tau_m = v128.load64_splat +152 $frame
  $Q_theta_v_v_per_tau_m = f64x2.div $Q_theta_v_v $tau_m
  $E_L = v128.load64_splat +136 $frame
  $E_L_per_tau_m = f64x2.div $E_L $tau_m
  $theta_v_1 = f64x2.mul $Q_theta_v_v $E_L_per_tau_m
  $g_L = v128.load64_splat +160 $frame
  $theta_v_4 = f64x2.div (f64x2.div 1 $g_L) $tau_m
  $theta_v_2 = f64x2.mul $Q_theta_v_v $theta_v_4
  $Q_theta_v_theta_v = v128.load64_splat +120 $frame
  $a_v = v128.load64_splat +128 $frame
  $theta_v_3 = f64x2.mul $Q_theta_v_theta_v (f64x2.mul $a_v (f64x2.neg $E_L))
  $Q_v_v = v128.load64_splat +192 $frame
  $Q_v_v_per_tau_m = f64x2.div $Q_v_v $tau_m
  $v_1 = f64x2.mul $Q_v_v $E_L_per_tau_m
  $v_2 = f64x2.mul $Q_v_v $theta_v_4
  f64.store +208 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +216 $frame (f64x2.extract_lane 0 $exp)
  f64.store +224 $frame (f64x2.extract_lane 0 $Q_theta_v_v_per_tau_m)
  f64.store +232 $frame (f64x2.extract_lane 0 $E_L_per_tau_m)
  f64.store +240 $frame (f64x2.extract_lane 0 $theta_v_1)
  f64.store +248 $frame (f64x2.extract_lane 0 $theta_v_4)
  f64.store +256 $frame (f64x2.extract_lane 0 $theta_v_2)
  f64.store +264 $frame (f64x2.extract_lane 0 $theta_v_3)
  f64.store +272 $frame (f64x2.extract_lane 0 $Q_v_v_per_tau_m)
  f64.store +280 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +288 $frame (f64x2.extract_lane 0 $v_2)

;; GLIF5 · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, A_1 pA, A_2 pA, theta_s mV, theta_v mV, v mV, V_ext mV, I pA
  ;; shared  t_ref ms, P_A_1_A_1 , P_A_2_A_2 , theta_rate 1/ms, P_theta_v_theta_v , P_theta_v_v , P_theta_v_A_1 , P_theta_v_A_2 , Q_theta_v_theta_v , a_v 1/ms, E_L mV, Q_theta_v_v , tau_m ms, g_L nS, P_v_v , P_v_A_1 , P_v_A_2 , Q_v_v , V_th mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +208 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +208 $frame)))) 1)
  $P_A_1_A_1 = v128.load64_splat +64 $frame
  $P_A_2_A_2 = v128.load64_splat +72 $frame
  $decay_theta_s = v128.load64_splat +216 $frame
  $P_theta_v_theta_v = v128.load64_splat +88 $frame
  $P_theta_v_v = v128.load64_splat +96 $frame
  $P_theta_v_A_1 = v128.load64_splat +104 $frame
  $P_theta_v_A_2 = v128.load64_splat +112 $frame
  $theta_v_3 = v128.load64_splat +264 $frame
  $theta_v_1 = v128.load64_splat +240 $frame
  $Q_theta_v_v_per_tau_m = v128.load64_splat +224 $frame
  $theta_v_2 = v128.load64_splat +256 $frame
  $P_v_v = v128.load64_splat +168 $frame
  $P_v_A_1 = v128.load64_splat +176 $frame
  $P_v_A_2 = v128.load64_splat +184 $frame
  $v_1 = v128.load64_splat +280 $frame
  $Q_v_v_per_tau_m = v128.load64_splat +272 $frame
  $v_2 = v128.load64_splat +288 $frame
  $V_th = v128.load64_splat +200 $frame
  $lastspike@ = i32.load +20 $frame
  $A_1@ = i32.load +24 $frame
  $A_2@ = i32.load +28 $frame
  $theta_s@ = i32.load +32 $frame
  $theta_v@ = i32.load +36 $frame
  $v@ = i32.load +40 $frame
  $V_ext@ = i32.load +44 $frame
  $I@ = i32.load +48 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $A_1.at = i32.add $A_1@ (i32.shl $first 3)
  $A_2.at = i32.add $A_2@ (i32.shl $first 3)
  $theta_s.at = i32.add $theta_s@ (i32.shl $first 3)
  $theta_v.at = i32.add $theta_v@ (i32.shl $first 3)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $A_1 = v128.load $A_1.at
      $A_1_new = f64x2.mul $P_A_1_A_1 $A_1
      $A_2 = v128.load $A_2.at
      $A_2_new = f64x2.mul $P_A_2_A_2 $A_2
      $theta_s = v128.load $theta_s.at
      $theta_s_new = f64x2.mul $decay_theta_s $theta_s
      $theta_v = v128.load $theta_v.at
      $v = v128.load $v.at
      $V_ext = v128.load $V_ext.at
      $I = v128.load $I.at
      $theta_v_new = f64x2.add
        (f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_theta_v_theta_v $theta_v) (f64x2.mul $P_theta_v_v $v))
            (f64x2.mul $P_theta_v_A_1 $A_1))
          (f64x2.mul $P_theta_v_A_2 $A_2))
        (f64x2.add
          $theta_v_3
          (f64x2.add
            (f64x2.add $theta_v_1 (f64x2.mul $Q_theta_v_v_per_tau_m $V_ext))
            (f64x2.mul $theta_v_2 $I)))
      $v_new = f64x2.add
        (f64x2.add
          (f64x2.add (f64x2.mul $P_v_v $v) (f64x2.mul $P_v_A_1 $A_1))
          (f64x2.mul $P_v_A_2 $A_2))
        (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext)) (f64x2.mul $v_2 $I))
      $theta_v = v128.bitselect $theta_v_new $theta_v $free
      $v = v128.bitselect $v_new $v $free
      v128.store $theta_v.at $theta_v
      v128.store $v.at $v
      v128.store $A_1.at $A_1_new
      v128.store $A_2.at $A_2_new
      v128.store $theta_s.at $theta_s_new
      $lastspike.1 = v128.load64_zero +8 $lastspike.at
      $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
      $A_1.1 = v128.load +16 $A_1.at
      $A_1_new.1 = f64x2.mul $P_A_1_A_1 $A_1.1
      $A_2.1 = v128.load +16 $A_2.at
      $A_2_new.1 = f64x2.mul $P_A_2_A_2 $A_2.1
      $theta_s.1 = v128.load +16 $theta_s.at
      $theta_s_new.1 = f64x2.mul $decay_theta_s $theta_s.1
      $theta_v.1 = v128.load +16 $theta_v.at
      $v.1 = v128.load +16 $v.at
      $V_ext.1 = v128.load +16 $V_ext.at
      $I.1 = v128.load +16 $I.at
      $theta_v_new.1 = f64x2.add
        (f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_theta_v_theta_v $theta_v.1) (f64x2.mul $P_theta_v_v $v.1))
            (f64x2.mul $P_theta_v_A_1 $A_1.1))
          (f64x2.mul $P_theta_v_A_2 $A_2.1))
        (f64x2.add
          $theta_v_3
          (f64x2.add
            (f64x2.add $theta_v_1 (f64x2.mul $Q_theta_v_v_per_tau_m $V_ext.1))
            (f64x2.mul $theta_v_2 $I.1)))
      $v_new.1 = f64x2.add
        (f64x2.add
          (f64x2.add (f64x2.mul $P_v_v $v.1) (f64x2.mul $P_v_A_1 $A_1.1))
          (f64x2.mul $P_v_A_2 $A_2.1))
        (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext.1)) (f64x2.mul $v_2 $I.1))
      $theta_v.1 = v128.bitselect $theta_v_new.1 $theta_v.1 $free.1
      $v.1 = v128.bitselect $v_new.1 $v.1 $free.1
      v128.store +16 $theta_v.at $theta_v.1
      v128.store +16 $v.at $v.1
      v128.store +16 $A_1.at $A_1_new.1
      v128.store +16 $A_2.at $A_2_new.1
      v128.store +16 $theta_s.at $theta_s_new.1
      $met = f64x2.gt $v_new (f64x2.add (f64x2.add $V_th $theta_s_new) $theta_v_new)
      $met.1 = f64x2.gt $v_new.1 (f64x2.add (f64x2.add $V_th $theta_s_new.1) $theta_v_new.1)
      if i64x2.bitmask (v128.or $met $met.1)
        $taking = v128.and $free $met
        $taking.1 = v128.and $free.1 $met.1
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
        $lanes.1 = i64x2.bitmask $taking.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
        $lastspike.1 = v128.bitselect
          $step.1
          $lastspike.1
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
        v128.store64_lane +8 lane=0 $lastspike.at $lastspike.1
      $A_1 = $A_1_new
      $A_2 = $A_2_new
      $theta_s = $theta_s_new
      $A_1.1 = $A_1_new.1
      $A_2.1 = $A_2_new.1
      $theta_s.1 = $theta_s_new.1
      $lastspike.at = i32.add $lastspike.at 16
      $A_1.at = i32.add $A_1.at 32
      $A_2.at = i32.add $A_2.at 32
      $theta_s.at = i32.add $theta_s.at 32
      $theta_v.at = i32.add $theta_v.at 32
      $v.at = i32.add $v.at 32
      $V_ext.at = i32.add $V_ext.at 32
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; GLIF5 · reset · once per link
export func reset_link($frame i32)
  $theta_jump = v128.load64_splat +64 $frame
  $theta_rate = v128.load64_splat +72 $frame
  $t_ref = v128.load64_splat +80 $frame
  $x = f64x2.pmin (f64x2.mul $theta_rate $t_ref) 50
  $exp = exp $x
  $theta_s_1 = f64x2.mul $theta_jump $exp
  $asc_amp_1 = v128.load64_splat +96 $frame
  $asc_rate_1 = v128.load64_splat +104 $frame
  $x.1 = f64x2.pmin (f64x2.mul $asc_rate_1 $t_ref) 50
  $exp.1 = exp $x.1
  $A_3 = f64x2.mul $asc_amp_1 $exp.1
  $asc_amp_2 = v128.load64_splat +112 $frame
  $asc_rate_2 = v128.load64_splat +120 $frame
  $x.2 = f64x2.pmin (f64x2.mul $asc_rate_2 $t_ref) 50
  $exp.2 = exp $x.2
  $A_4 = f64x2.mul $asc_amp_2 $exp.2
  f64.store +128 $frame (f64x2.extract_lane 0 $theta_s_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $A_3)
  f64.store +144 $frame (f64x2.extract_lane 0 $A_4)

;; GLIF5 · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, A_1 pA, A_2 pA, theta_s mV
  ;; shared  E_L mV, f_v 1, delta_v mV, theta_jump mV, theta_rate 1/ms, t_ref ms, asc_r 1, asc_amp_1 pA, asc_rate_1 1/ms, asc_amp_2 pA, asc_rate_2 1/ms
  $E_L = v128.load64_splat +40 $frame
  $f_v = v128.load64_splat +48 $frame
  $delta_v = v128.load64_splat +56 $frame
  $theta_s_1 = v128.load64_splat +128 $frame
  $asc_r = v128.load64_splat +88 $frame
  $A_3 = v128.load64_splat +136 $frame
  $A_4 = v128.load64_splat +144 $frame
  $v@ = i32.load +20 $frame
  $A_1@ = i32.load +24 $frame
  $A_2@ = i32.load +28 $frame
  $theta_s@ = i32.load +32 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      $v = v128.load64_splat (i32.add $v@ (i32.shl $i 3))
      v128.store64_lane lane=0
        (i32.add $v@ (i32.shl $i 3))
        (f64x2.sub (f64x2.add $E_L (f64x2.mul $f_v (f64x2.sub $v $E_L))) $delta_v)
      $theta_s = v128.load64_splat (i32.add $theta_s@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $theta_s@ (i32.shl $i 3)) (f64x2.add $theta_s $theta_s_1)
      $A_1 = v128.load64_splat (i32.add $A_1@ (i32.shl $i 3))
      v128.store64_lane lane=0
        (i32.add $A_1@ (i32.shl $i 3))
        (f64x2.add (f64x2.mul $asc_r $A_1) $A_3)
      $A_2 = v128.load64_splat (i32.add $A_2@ (i32.shl $i 3))
      v128.store64_lane lane=0
        (i32.add $A_2@ (i32.shl $i 3))
        (f64x2.add (f64x2.mul $asc_r $A_2) $A_4)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
