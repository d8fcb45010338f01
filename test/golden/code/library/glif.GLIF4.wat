;; GLIF4 — from models/neurons/glif.livn
import memory livn.memory 1

;; GLIF4 · initialize
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

;; GLIF4 · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +56 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $theta_rate = v128.load64_splat +80 $frame
  $x = f64x2.mul (f64x2.neg $theta_rate) $dt
  $exp = exp $x
  $Q_v_v = v128.load64_splat +112 $frame
  $tau_m = v128.load64_splat +128 $frame
  $Q_v_v_per_tau_m = f64x2.div $Q_v_v $tau_m
  $E_L = v128.load64_splat +120 $frame
  $v_1 = f64x2.mul $Q_v_v (f64x2.div $E_L $tau_m)
  $g_L = v128.load64_splat +136 $frame
  $v_2 = f64x2.mul $Q_v_v (f64x2.div (f64x2.div 1 $g_L) $tau_m)
  f64.store +152 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +160 $frame (f64x2.extract_lane 0 $exp)
  f64.store +168 $frame (f64x2.extract_lane 0 $Q_v_v_per_tau_m)
  f64.store +176 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +184 $frame (f64x2.extract_lane 0 $v_2)

;; GLIF4 · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, A_1 pA, A_2 pA, theta_s mV, v mV, V_ext mV, I pA
  ;; shared  t_ref ms, P_A_1_A_1 , P_A_2_A_2 , theta_rate 1/ms, P_v_v , P_v_A_1 , P_v_A_2 , Q_v_v , E_L mV, tau_m ms, g_L nS, V_th mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +152 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +152 $frame)))) 1)
  $P_A_1_A_1 = v128.load64_splat +64 $frame
  $P_A_2_A_2 = v128.load64_splat +72 $frame
  $decay_theta_s = v128.load64_splat +160 $frame
  $P_v_v = v128.load64_splat +88 $frame
  $P_v_A_1 = v128.load64_splat +96 $frame
  $P_v_A_2 = v128.load64_splat +104 $frame
  $v_1 = v128.load64_splat +176 $frame
  $Q_v_v_per_tau_m = v128.load64_splat +168 $frame
  $v_2 = v128.load64_splat +184 $frame
  $V_th = v128.load64_splat +144 $frame
  $lastspike@ = i32.load +20 $frame
  $A_1@ = i32.load +24 $frame
  $A_2@ = i32.load +28 $frame
  $theta_s@ = i32.load +32 $frame
  $v@ = i32.load +36 $frame
  $V_ext@ = i32.load +40 $frame
  $I@ = i32.load +44 $frame
  $spike.count = i32.load $spike
  $queues@ = i32.load +48 $frame
  $kept@ = i32.load +52 $frame
  $before = $spike.count
  $queue = i32.add $queues@ (i32.shl $first 3)
  $kept = i32.add $kept@ (i32.mul $first 2)
  $since = i32x4.extract_lane 0 $silent_steps.ago
  $places = i32.shr_s (i32.sub $last $first) 2
  $are few = 0
  if $queues@
    $is open = 0
    $due = i32.load $queue
    if i32.le_s $due $step
      if i32.and (i32.eq $due $step) (i32.ge_s (i32.load +16 $queue) 0)
        $head = i32.load +4 $queue
        $mixed = i32.load +8 $queue
        $fresh = i32.load +12 $queue
        $tail = i32.load +16 $queue
        $k = $fresh
        block @done
          loop @next
            br_if @done (i32.ge_s $k $tail)
            $cell = i32.load +20 (i32.add $queue (i32.shl $k 2))
            $at = i32.add $kept (i32.shl $k 3)
            i64.store $at (i64.load (i32.add $v@ (i32.shl $cell 3)))
            $k = i32.add $k 1
            br @next
        if i32.lt_s $head $mixed
          $to = $mixed
          $from = $mixed
          block @done
            loop @next
              br_if @done (i32.le_s $from $head)
              $from = i32.sub $from 1
              $cell.1 = i32.load +20 (i32.add $queue (i32.shl $from 2))
              if i32.ge_s (i32.load (i32.add $lastspike@ (i32.shl $cell.1 2))) $since
                $to = i32.sub $to 1
                i32.store +20 (i32.add $queue (i32.shl $to 2)) $cell.1
                $cell.2 = i32.load +20 (i32.add $queue (i32.shl $to 2))
                $at.1 = i32.add $kept (i32.shl $to 3)
                i64.store $at.1 (i64.load (i32.add $v@ (i32.shl $cell.2 3)))
              br @next
          $head = $to
        else
          block @others-stay
            loop @next
              br_if @others-stay (i32.ge_s $head $tail)
              $cell.3 = i32.load +20 (i32.add $queue (i32.shl $head 2))
              br_if @others-stay
                (i32.ge_s (i32.load (i32.add $lastspike@ (i32.shl $cell.3 2))) $since)
              $head = i32.add $head 1
              br @next
      else
        $head = 0
        $fresh = 0
        $tail = 0
        $i = $first
        block @done
          loop @next
            br_if @done (i32.ge_s $i $last)
            if i32.ge_s (i32.load (i32.add $lastspike@ (i32.shl $i 2))) $since
              if i32.eq $tail $places
                memory.copy
                  (i32.add $queue 20)
                  (i32.add (i32.add $queue 20) (i32.mul $head 4))
                  (i32.mul (i32.sub $tail $head) 4)
                memory.copy
                  $kept
                  (i32.add $kept (i32.mul $head 8))
                  (i32.mul (i32.sub $tail $head) 8)
                $tail = i32.sub $tail $head
                $fresh = i32.sub $fresh $head
                $mixed = i32.sub $mixed $head
                $head = 0
              if i32.lt_s $tail $places
                i32.store +20 (i32.add $queue (i32.shl $tail 2)) $i
              $tail = i32.add $tail 1
            $i = i32.add $i 1
            br @next
        $mixed = $tail
        if i32.le_s $tail $places
          $k.1 = $fresh
          block @done
            loop @next
              br_if @done (i32.ge_s $k.1 $tail)
              $cell.4 = i32.load +20 (i32.add $queue (i32.shl $k.1 2))
              $at.2 = i32.add $kept (i32.shl $k.1 3)
              i64.store $at.2 (i64.load (i32.add $v@ (i32.shl $cell.4 3)))
              $k.1 = i32.add $k.1 1
              br @next
      $is open = i32.le_s (i32.sub $tail $head) (i32.shr_s $places 1)
      if i32.eqz $is open
        i32.store $queue (i32.add (i32.add $step (i32.sub $step $since)) 2)
        i32.store +16 $queue -1
    $are few = $is open
  if $are few
    $i.1 = $first
    $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
    $A_1.at = i32.add $A_1@ (i32.shl $first 3)
    $A_2.at = i32.add $A_2@ (i32.shl $first 3)
    $theta_s.at = i32.add $theta_s@ (i32.shl $first 3)
    $v.at = i32.add $v@ (i32.shl $first 3)
    $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
    $I.at = i32.add $I@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.1 $last)
      loop @next-cells
        $A_1 = v128.load $A_1.at
        $A_1_new = f64x2.mul $P_A_1_A_1 $A_1
        $A_2 = v128.load $A_2.at
        $A_2_new = f64x2.mul $P_A_2_A_2 $A_2
        $theta_s = v128.load $theta_s.at
        $theta_s_new = f64x2.mul $decay_theta_s $theta_s
        $v = v128.load $v.at
        $V_ext = v128.load $V_ext.at
        $I = v128.load $I.at
        $v_new = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v) (f64x2.mul $P_v_A_1 $A_1))
            (f64x2.mul $P_v_A_2 $A_2))
          (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext)) (f64x2.mul $v_2 $I))
        $v = $v_new
        v128.store $v.at $v
        v128.store $A_1.at $A_1_new
        v128.store $A_2.at $A_2_new
        v128.store $theta_s.at $theta_s_new
        $A_1.1 = v128.load +16 $A_1.at
        $A_1_new.1 = f64x2.mul $P_A_1_A_1 $A_1.1
        $A_2.1 = v128.load +16 $A_2.at
        $A_2_new.1 = f64x2.mul $P_A_2_A_2 $A_2.1
        $theta_s.1 = v128.load +16 $theta_s.at
        $theta_s_new.1 = f64x2.mul $decay_theta_s $theta_s.1
        $v.1 = v128.load +16 $v.at
        $V_ext.1 = v128.load +16 $V_ext.at
        $I.1 = v128.load +16 $I.at
        $v_new.1 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.1) (f64x2.mul $P_v_A_1 $A_1.1))
            (f64x2.mul $P_v_A_2 $A_2.1))
          (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext.1)) (f64x2.mul $v_2 $I.1))
        $v.1 = $v_new.1
        v128.store +16 $v.at $v.1
        v128.store +16 $A_1.at $A_1_new.1
        v128.store +16 $A_2.at $A_2_new.1
        v128.store +16 $theta_s.at $theta_s_new.1
        $met = f64x2.gt $v_new (f64x2.add $V_th $theta_s_new)
        $met.1 = f64x2.gt $v_new.1 (f64x2.add $V_th $theta_s_new.1)
        if i64x2.bitmask (v128.or $met $met.1)
          $lanes = i64x2.bitmask $met
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i.1
          $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i.1 $last))
          $cell.5 = i32.add $i.1 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.5
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell.5 $last))
          $lanes.1 = i64x2.bitmask $met.1
          $cell.6 = i32.add $i.1 2
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.6
          $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.6 $last))
          $cell.7 = i32.add $i.1 3
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.7
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.7 $last))
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
        $v.at = i32.add $v.at 32
        $V_ext.at = i32.add $V_ext.at 32
        $I.at = i32.add $I.at 32
        $i.1 = i32.add $i.1 4
        br_if @next-cells (i32.lt_s $i.1 $last)
    $k.2 = $head
    block @done
      loop @next
        br_if @done (i32.ge_s $k.2 $tail)
        $cell.8 = i32.load +20 (i32.add $queue (i32.shl $k.2 2))
        $at.3 = i32.add $kept (i32.shl $k.2 3)
        i64.store (i32.add $v@ (i32.shl $cell.8 3)) (i64.load $at.3)
        $k.2 = i32.add $k.2 1
        br @next
    $after = $spike.count
    $fresh = $tail
    $spike.count = $before
    $event = $before
    block @done
      loop @next
        br_if @done (i32.ge_s $event $after)
        $cell.9 = i32.load +4 (i32.add $spike (i32.shl $event 2))
        if i32.eqz (i32.ge_s (i32.load (i32.add $lastspike@ (i32.shl $cell.9 2))) $since)
          i32.store (i32.add $lastspike@ (i32.shl $cell.9 2)) $step
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.9
          $spike.count = i32.add $spike.count 1
          if i32.eq $tail $places
            memory.copy
              (i32.add $queue 20)
              (i32.add (i32.add $queue 20) (i32.mul $head 4))
              (i32.mul (i32.sub $tail $head) 4)
            memory.copy $kept (i32.add $kept (i32.mul $head 8)) (i32.mul (i32.sub $tail $head) 8)
            $tail = i32.sub $tail $head
            $fresh = i32.sub $fresh $head
            $mixed = i32.sub $mixed $head
            $head = 0
          if i32.lt_s $tail $places
            i32.store +20 (i32.add $queue (i32.shl $tail 2)) $cell.9
          $tail = i32.add $tail 1
        $event = i32.add $event 1
        br @next
    if i32.gt_s $tail $places
      i32.store $queue (i32.add (i32.add $step (i32.sub $step $since)) 2)
      i32.store +16 $queue -1
    else
      i32.store +4 $queue $head
      i32.store +8 $queue $mixed
      i32.store +12 $queue $fresh
      i32.store +16 $queue $tail
      i32.store $queue (i32.add $step 1)
  else
    $i.2 = $first
    $lastspike.at.1 = i32.add $lastspike@ (i32.shl $first 2)
    $A_1.at.1 = i32.add $A_1@ (i32.shl $first 3)
    $A_2.at.1 = i32.add $A_2@ (i32.shl $first 3)
    $theta_s.at.1 = i32.add $theta_s@ (i32.shl $first 3)
    $v.at.1 = i32.add $v@ (i32.shl $first 3)
    $V_ext.at.1 = i32.add $V_ext@ (i32.shl $first 3)
    $I.at.1 = i32.add $I@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $lastspike = v128.load64_zero $lastspike.at.1
        $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
        $A_1.2 = v128.load $A_1.at.1
        $A_1_new.2 = f64x2.mul $P_A_1_A_1 $A_1.2
        $A_2.2 = v128.load $A_2.at.1
        $A_2_new.2 = f64x2.mul $P_A_2_A_2 $A_2.2
        $theta_s.2 = v128.load $theta_s.at.1
        $theta_s_new.2 = f64x2.mul $decay_theta_s $theta_s.2
        $v.2 = v128.load $v.at.1
        $V_ext.2 = v128.load $V_ext.at.1
        $I.2 = v128.load $I.at.1
        $v_new.2 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.2) (f64x2.mul $P_v_A_1 $A_1.2))
            (f64x2.mul $P_v_A_2 $A_2.2))
          (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext.2)) (f64x2.mul $v_2 $I.2))
        $v.2 = v128.bitselect $v_new.2 $v.2 $free
        v128.store $v.at.1 $v.2
        v128.store $A_1.at.1 $A_1_new.2
        v128.store $A_2.at.1 $A_2_new.2
        v128.store $theta_s.at.1 $theta_s_new.2
        $lastspike.1 = v128.load64_zero +8 $lastspike.at.1
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $A_1.3 = v128.load +16 $A_1.at.1
        $A_1_new.3 = f64x2.mul $P_A_1_A_1 $A_1.3
        $A_2.3 = v128.load +16 $A_2.at.1
        $A_2_new.3 = f64x2.mul $P_A_2_A_2 $A_2.3
        $theta_s.3 = v128.load +16 $theta_s.at.1
        $theta_s_new.3 = f64x2.mul $decay_theta_s $theta_s.3
        $v.3 = v128.load +16 $v.at.1
        $V_ext.3 = v128.load +16 $V_ext.at.1
        $I.3 = v128.load +16 $I.at.1
        $v_new.3 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.3) (f64x2.mul $P_v_A_1 $A_1.3))
            (f64x2.mul $P_v_A_2 $A_2.3))
          (f64x2.add (f64x2.add $v_1 (f64x2.mul $Q_v_v_per_tau_m $V_ext.3)) (f64x2.mul $v_2 $I.3))
        $v.3 = v128.bitselect $v_new.3 $v.3 $free.1
        v128.store +16 $v.at.1 $v.3
        v128.store +16 $A_1.at.1 $A_1_new.3
        v128.store +16 $A_2.at.1 $A_2_new.3
        v128.store +16 $theta_s.at.1 $theta_s_new.3
        $met.2 = f64x2.gt $v_new.2 (f64x2.add $V_th $theta_s_new.2)
        $met.3 = f64x2.gt $v_new.3 (f64x2.add $V_th $theta_s_new.3)
        if i64x2.bitmask (v128.or $met.2 $met.3)
          $taking = v128.and $free $met.2
          $taking.1 = v128.and $free.1 $met.3
          $lanes.2 = i64x2.bitmask $taking
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i.2
          $spike.count = i32.add $spike.count (i32.and $lanes.2 (i32.lt_s $i.2 $last))
          $cell.10 = i32.add $i.2 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.10
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.2 1) (i32.lt_s $cell.10 $last))
          $lastspike = v128.bitselect
            $step.1
            $lastspike
            (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
          v128.store64_lane lane=0 $lastspike.at.1 $lastspike
          $lanes.3 = i64x2.bitmask $taking.1
          $cell.11 = i32.add $i.2 2
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.11
          $spike.count = i32.add $spike.count (i32.and $lanes.3 (i32.lt_s $cell.11 $last))
          $cell.12 = i32.add $i.2 3
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.12
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.3 1) (i32.lt_s $cell.12 $last))
          $lastspike.1 = v128.bitselect
            $step.1
            $lastspike.1
            (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
          v128.store64_lane +8 lane=0 $lastspike.at.1 $lastspike.1
        $A_1.2 = $A_1_new.2
        $A_2.2 = $A_2_new.2
        $theta_s.2 = $theta_s_new.2
        $A_1.3 = $A_1_new.3
        $A_2.3 = $A_2_new.3
        $theta_s.3 = $theta_s_new.3
        $lastspike.at.1 = i32.add $lastspike.at.1 16
        $A_1.at.1 = i32.add $A_1.at.1 32
        $A_2.at.1 = i32.add $A_2.at.1 32
        $theta_s.at.1 = i32.add $theta_s.at.1 32
        $v.at.1 = i32.add $v.at.1 32
        $V_ext.at.1 = i32.add $V_ext.at.1 32
        $I.at.1 = i32.add $I.at.1 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)
  i32.store $spike $spike.count

;; GLIF4 · reset · once per link
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

;; GLIF4 · reset
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
