;; Cuba — from models/networks/cuba.livn
import memory livn.memory 1

;; Cuba · initialize · once per link
export func initialize_link($frame i32)
  $Vt = v128.load64_splat +32 $frame
  $Vr = v128.load64_splat +24 $frame
  $Vt_minus_Vr = f64x2.sub $Vt $Vr
  f64.store +40 $frame (f64x2.extract_lane 0 $Vt_minus_Vr)

;; Cuba · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  Vr mV, Vt mV
  $Vr = v128.load64_splat +24 $frame
  $Vt_minus_Vr = v128.load64_splat +40 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +48 $frame)
  $step.1 = i32x4.splat $step
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
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
        $uniform = uniform $word $word.1
        $v = f64x2.add $Vr (f64x2.mul $Vt_minus_Vr $uniform)
        v128.store $v.at $v
        $v.at = i32.add $v.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)

;; Cuba · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 5 $dt) 0.001)
  $Q_v_v = v128.load64_splat +88 $frame
  $El = v128.load64_splat +96 $frame
  $taum = v128.load64_splat +104 $frame
  $v_1 = f64x2.mul $Q_v_v (f64x2.div $El $taum)
  f64.store +120 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +128 $frame (f64x2.extract_lane 0 $v_1)

;; Cuba · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, ge mV, gi mV, v mV
  ;; shared  P_ge_ge , P_gi_gi , P_v_v , P_v_ge , P_v_gi , Q_v_v , El mV, taum ms, Vt mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +120 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +120 $frame)))) 1)
  $P_ge_ge = v128.load64_splat +48 $frame
  $P_gi_gi = v128.load64_splat +56 $frame
  $P_v_v = v128.load64_splat +64 $frame
  $P_v_ge = v128.load64_splat +72 $frame
  $P_v_gi = v128.load64_splat +80 $frame
  $v_1 = v128.load64_splat +128 $frame
  $Vt = v128.load64_splat +112 $frame
  $lastspike@ = i32.load +20 $frame
  $ge@ = i32.load +24 $frame
  $gi@ = i32.load +28 $frame
  $v@ = i32.load +32 $frame
  $spike.count = i32.load $spike
  $queues@ = i32.load +36 $frame
  $kept@ = i32.load +40 $frame
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
    $ge.at = i32.add $ge@ (i32.shl $first 3)
    $gi.at = i32.add $gi@ (i32.shl $first 3)
    $v.at = i32.add $v@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.1 $last)
      loop @next-cells
        $ge = v128.load $ge.at
        $ge_new = f64x2.mul $P_ge_ge $ge
        $gi = v128.load $gi.at
        $gi_new = f64x2.mul $P_gi_gi $gi
        $v = v128.load $v.at
        $v_new = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v) (f64x2.mul $P_v_ge $ge))
            (f64x2.mul $P_v_gi $gi))
          $v_1
        $v = $v_new
        v128.store $v.at $v
        v128.store $ge.at $ge_new
        v128.store $gi.at $gi_new
        $ge.1 = v128.load +16 $ge.at
        $ge_new.1 = f64x2.mul $P_ge_ge $ge.1
        $gi.1 = v128.load +16 $gi.at
        $gi_new.1 = f64x2.mul $P_gi_gi $gi.1
        $v.1 = v128.load +16 $v.at
        $v_new.1 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.1) (f64x2.mul $P_v_ge $ge.1))
            (f64x2.mul $P_v_gi $gi.1))
          $v_1
        $v.1 = $v_new.1
        v128.store +16 $v.at $v.1
        v128.store +16 $ge.at $ge_new.1
        v128.store +16 $gi.at $gi_new.1
        $met = f64x2.gt $v_new $Vt
        $met.1 = f64x2.gt $v_new.1 $Vt
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
        $ge = $ge_new
        $gi = $gi_new
        $ge.1 = $ge_new.1
        $gi.1 = $gi_new.1
        $lastspike.at = i32.add $lastspike.at 16
        $ge.at = i32.add $ge.at 32
        $gi.at = i32.add $gi.at 32
        $v.at = i32.add $v.at 32
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
    $ge.at.1 = i32.add $ge@ (i32.shl $first 3)
    $gi.at.1 = i32.add $gi@ (i32.shl $first 3)
    $v.at.1 = i32.add $v@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $lastspike = v128.load64_zero $lastspike.at.1
        $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
        $ge.2 = v128.load $ge.at.1
        $ge_new.2 = f64x2.mul $P_ge_ge $ge.2
        $gi.2 = v128.load $gi.at.1
        $gi_new.2 = f64x2.mul $P_gi_gi $gi.2
        $v.2 = v128.load $v.at.1
        $v_new.2 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.2) (f64x2.mul $P_v_ge $ge.2))
            (f64x2.mul $P_v_gi $gi.2))
          $v_1
        $v.2 = v128.bitselect $v_new.2 $v.2 $free
        v128.store $v.at.1 $v.2
        v128.store $ge.at.1 $ge_new.2
        v128.store $gi.at.1 $gi_new.2
        $lastspike.1 = v128.load64_zero +8 $lastspike.at.1
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $ge.3 = v128.load +16 $ge.at.1
        $ge_new.3 = f64x2.mul $P_ge_ge $ge.3
        $gi.3 = v128.load +16 $gi.at.1
        $gi_new.3 = f64x2.mul $P_gi_gi $gi.3
        $v.3 = v128.load +16 $v.at.1
        $v_new.3 = f64x2.add
          (f64x2.add
            (f64x2.add (f64x2.mul $P_v_v $v.3) (f64x2.mul $P_v_ge $ge.3))
            (f64x2.mul $P_v_gi $gi.3))
          $v_1
        $v.3 = v128.bitselect $v_new.3 $v.3 $free.1
        v128.store +16 $v.at.1 $v.3
        v128.store +16 $ge.at.1 $ge_new.3
        v128.store +16 $gi.at.1 $gi_new.3
        $met.2 = f64x2.gt $v_new.2 $Vt
        $met.3 = f64x2.gt $v_new.3 $Vt
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
        $ge.2 = $ge_new.2
        $gi.2 = $gi_new.2
        $ge.3 = $ge_new.3
        $gi.3 = $gi_new.3
        $lastspike.at.1 = i32.add $lastspike.at.1 16
        $ge.at.1 = i32.add $ge.at.1 32
        $gi.at.1 = i32.add $gi.at.1 32
        $v.at.1 = i32.add $v.at.1 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)
  i32.store $spike $spike.count

;; Cuba · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  Vr mV
  $Vr = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $Vr
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
