;; VogelsAbbottCell — from models/networks/vogels-abbott.livn
import memory livn.memory 1

;; VogelsAbbottCell · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, ge nS, gi nS
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +32 $frame)
  $step.1 = i32x4.splat $step
  $stream.1 = i32x4.splat (i32.load +36 $frame)
  $stream.2 = i32x4.splat (i32.load +40 $frame)
  $v@ = i32.load +20 $frame
  $ge@ = i32.load +24 $frame
  $gi@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $ge.at = i32.add $ge@ (i32.shl $first 3)
  $gi.at = i32.add $gi@ (i32.shl $first 3)
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
      $mixed.1 = v128.xor (v128.xor $seed $stream.1) 466688986
      $x1.17 = i32x4.add $step.1 $stream.1
      $shared.4 = i32x4.add $seed $x1.17
      $x0.16 = i32x4.add $cells $shared.4
      $x1.18 = v128.xor (v128.or (i32x4.shl $x1.17 13) (i32x4.shr_u $x1.17 19)) $x0.16
      $x0.17 = i32x4.add $x0.16 $x1.18
      $x1.19 = v128.xor (v128.or (i32x4.shl $x1.18 15) (i32x4.shr_u $x1.18 17)) $x0.17
      $x0.18 = i32x4.add $x0.17 $x1.19
      $x1.20 = v128.xor (v128.or (i32x4.shl $x1.19 26) (i32x4.shr_u $x1.19 6)) $x0.18
      $x0.19 = i32x4.add $x0.18 $x1.20
      $x1.21 = v128.xor (v128.or (i32x4.shl $x1.20 6) (i32x4.shr_u $x1.20 26)) $x0.19
      $x0.20 = i32x4.add $x0.19 $stream.1
      $shared.5 = i32x4.add $mixed.1 1
      $x1.22 = i32x4.add $x1.21 $shared.5
      $x0.21 = i32x4.add $x0.20 $x1.22
      $x1.23 = v128.xor (v128.or (i32x4.shl $x1.22 17) (i32x4.shr_u $x1.22 15)) $x0.21
      $x0.22 = i32x4.add $x0.21 $x1.23
      $x1.24 = v128.xor (v128.or (i32x4.shl $x1.23 29) (i32x4.shr_u $x1.23 3)) $x0.22
      $x0.23 = i32x4.add $x0.22 $x1.24
      $x1.25 = v128.xor (v128.or (i32x4.shl $x1.24 16) (i32x4.shr_u $x1.24 16)) $x0.23
      $x0.24 = i32x4.add $x0.23 $x1.25
      $x1.26 = v128.xor (v128.or (i32x4.shl $x1.25 24) (i32x4.shr_u $x1.25 8)) $x0.24
      $x0.25 = i32x4.add $x0.24 $mixed.1
      $shared.6 = i32x4.add $seed 2
      $x1.27 = i32x4.add $x1.26 $shared.6
      $x0.26 = i32x4.add $x0.25 $x1.27
      $x1.28 = v128.xor (v128.or (i32x4.shl $x1.27 13) (i32x4.shr_u $x1.27 19)) $x0.26
      $x0.27 = i32x4.add $x0.26 $x1.28
      $x1.29 = v128.xor (v128.or (i32x4.shl $x1.28 15) (i32x4.shr_u $x1.28 17)) $x0.27
      $x0.28 = i32x4.add $x0.27 $x1.29
      $x1.30 = v128.xor (v128.or (i32x4.shl $x1.29 26) (i32x4.shr_u $x1.29 6)) $x0.28
      $x0.29 = i32x4.add $x0.28 $x1.30
      $x1.31 = v128.xor (v128.or (i32x4.shl $x1.30 6) (i32x4.shr_u $x1.30 26)) $x0.29
      $x0.30 = i32x4.add $x0.29 $seed
      $shared.7 = i32x4.add $stream.1 3
      $x1.32 = i32x4.add $x1.31 $shared.7
      $x0.31 = i32x4.add $x0.30 $x1.32
      $x1.33 = v128.xor (v128.or (i32x4.shl $x1.32 17) (i32x4.shr_u $x1.32 15)) $x0.31
      $mixed.2 = v128.xor (v128.xor $seed $stream.2) 466688986
      $x1.34 = i32x4.add $step.1 $stream.2
      $shared.8 = i32x4.add $seed $x1.34
      $x0.32 = i32x4.add $cells $shared.8
      $x1.35 = v128.xor (v128.or (i32x4.shl $x1.34 13) (i32x4.shr_u $x1.34 19)) $x0.32
      $x0.33 = i32x4.add $x0.32 $x1.35
      $x1.36 = v128.xor (v128.or (i32x4.shl $x1.35 15) (i32x4.shr_u $x1.35 17)) $x0.33
      $x0.34 = i32x4.add $x0.33 $x1.36
      $x1.37 = v128.xor (v128.or (i32x4.shl $x1.36 26) (i32x4.shr_u $x1.36 6)) $x0.34
      $x0.35 = i32x4.add $x0.34 $x1.37
      $x1.38 = v128.xor (v128.or (i32x4.shl $x1.37 6) (i32x4.shr_u $x1.37 26)) $x0.35
      $x0.36 = i32x4.add $x0.35 $stream.2
      $shared.9 = i32x4.add $mixed.2 1
      $x1.39 = i32x4.add $x1.38 $shared.9
      $x0.37 = i32x4.add $x0.36 $x1.39
      $x1.40 = v128.xor (v128.or (i32x4.shl $x1.39 17) (i32x4.shr_u $x1.39 15)) $x0.37
      $x0.38 = i32x4.add $x0.37 $x1.40
      $x1.41 = v128.xor (v128.or (i32x4.shl $x1.40 29) (i32x4.shr_u $x1.40 3)) $x0.38
      $x0.39 = i32x4.add $x0.38 $x1.41
      $x1.42 = v128.xor (v128.or (i32x4.shl $x1.41 16) (i32x4.shr_u $x1.41 16)) $x0.39
      $x0.40 = i32x4.add $x0.39 $x1.42
      $x1.43 = v128.xor (v128.or (i32x4.shl $x1.42 24) (i32x4.shr_u $x1.42 8)) $x0.40
      $x0.41 = i32x4.add $x0.40 $mixed.2
      $shared.10 = i32x4.add $seed 2
      $x1.44 = i32x4.add $x1.43 $shared.10
      $x0.42 = i32x4.add $x0.41 $x1.44
      $x1.45 = v128.xor (v128.or (i32x4.shl $x1.44 13) (i32x4.shr_u $x1.44 19)) $x0.42
      $x0.43 = i32x4.add $x0.42 $x1.45
      $x1.46 = v128.xor (v128.or (i32x4.shl $x1.45 15) (i32x4.shr_u $x1.45 17)) $x0.43
      $x0.44 = i32x4.add $x0.43 $x1.46
      $x1.47 = v128.xor (v128.or (i32x4.shl $x1.46 26) (i32x4.shr_u $x1.46 6)) $x0.44
      $x0.45 = i32x4.add $x0.44 $x1.47
      $x1.48 = v128.xor (v128.or (i32x4.shl $x1.47 6) (i32x4.shr_u $x1.47 26)) $x0.45
      $x0.46 = i32x4.add $x0.45 $seed
      $shared.11 = i32x4.add $stream.2 3
      $x1.49 = i32x4.add $x1.48 $shared.11
      $x0.47 = i32x4.add $x0.46 $x1.49
      $x1.50 = v128.xor (v128.or (i32x4.shl $x1.49 17) (i32x4.shr_u $x1.49 15)) $x0.47
      $word = $x0.15
      $word.1 = $x1.16
      $word.2 = $x0.31
      $word.3 = $x1.33
      $word.4 = $x0.47
      $word.5 = $x1.50
      $end = i32.add $i 4
      loop @next-vector
        $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
        $normal = normal $word $word.1
        $v = f64x2.add -60 (f64x2.mul 5 $normal)
        $normal.1 = normal $word.2 $word.3
        $ge = f64x2.add (f64x2.pmax (f64x2.add 40 (f64x2.mul 15 $normal.1)) 0) 0
        $normal.2 = normal $word.4 $word.5
        $gi = f64x2.add (f64x2.pmax (f64x2.add 200 (f64x2.mul 120 $normal.2)) 0) 0
        v128.store $v.at $v
        v128.store $ge.at $ge
        v128.store $gi.at $gi
        $v.at = i32.add $v.at 16
        $ge.at = i32.add $ge.at 16
        $gi.at = i32.add $gi.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        $four.2 = $word.2
        $last.3 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.2 $four.2
        $word.2 = $last.3
        $four.3 = $word.3
        $last.4 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.3 $four.3
        $word.3 = $last.4
        $four.4 = $word.4
        $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.4 $four.4
        $word.4 = $last.5
        $four.5 = $word.5
        $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.5 $four.5
        $word.5 = $last.6
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)

;; VogelsAbbottCell · step · once per link
export func step_link($frame i32)
  $t_ref = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div $t_ref $dt) 0.001)
  $taue = v128.load64_splat +56 $frame
  $x = f64x2.mul (f64x2.div -1 $taue) $dt
  $exprel = exprel $x
  $ge_1 = f64x2.neg (f64x2.div (f64x2.mul $dt $exprel) $taue)
  $taui = v128.load64_splat +64 $frame
  $x.1 = f64x2.mul (f64x2.div -1 $taui) $dt
  $exprel.1 = exprel $x.1
  $gi_1 = f64x2.neg (f64x2.div (f64x2.mul $dt $exprel.1) $taui)
  $C = v128.load64_splat +80 $frame
  $dt_per_C = f64x2.div $dt $C
  $v_1 = f64x2.neg $dt_per_C
  f64.store +120 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +128 $frame (f64x2.extract_lane 0 $ge_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $gi_1)
  f64.store +144 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +152 $frame (f64x2.extract_lane 0 $v_1)

;; VogelsAbbottCell · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, ge nS, gi nS, v mV
  ;; shared  t_ref ms, taue ms, taui ms, g_L nS, C pF, E_L mV, E_e mV, E_i mV, V_th mV
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +120 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +120 $frame)))) 1)
  $ge_1 = v128.load64_splat +128 $frame
  $gi_1 = v128.load64_splat +136 $frame
  $dt_per_C = v128.load64_splat +144 $frame
  $v_1 = v128.load64_splat +152 $frame
  $g_L = v128.load64_splat +72 $frame
  $E_L = v128.load64_splat +88 $frame
  $E_e = v128.load64_splat +96 $frame
  $E_i = v128.load64_splat +104 $frame
  $V_th = v128.load64_splat +112 $frame
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
        $far = 0x0
        block @vector
          block @unusual
            $v = v128.load $v.at
            $ge = v128.load $ge.at
            $gi = v128.load $gi.at
            $x = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge) $gi)
            $exprel = exprel $x
            $v_new = f64x2.add
              $v
              (f64x2.mul
                $dt_per_C
                (f64x2.mul
                  $exprel
                  (f64x2.add
                    (f64x2.add
                      (f64x2.mul $g_L (f64x2.sub $E_L $v))
                      (f64x2.mul $ge (f64x2.sub $E_e $v)))
                    (f64x2.mul $gi (f64x2.sub $E_i $v)))))
            $v = $v_new
            $ge_new = f64x2.add $ge (f64x2.mul $ge_1 $ge)
            $ge = $ge_new
            $gi_new = f64x2.add $gi (f64x2.mul $gi_1 $gi)
            $gi = $gi_new
            $v.1 = v128.load +16 $v.at
            $ge.1 = v128.load +16 $ge.at
            $gi.1 = v128.load +16 $gi.at
            $x.1 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.1) $gi.1)
            $exprel.1 = exprel $x.1
            $v_new.1 = f64x2.add
              $v.1
              (f64x2.mul
                $dt_per_C
                (f64x2.mul
                  $exprel.1
                  (f64x2.add
                    (f64x2.add
                      (f64x2.mul $g_L (f64x2.sub $E_L $v.1))
                      (f64x2.mul $ge.1 (f64x2.sub $E_e $v.1)))
                    (f64x2.mul $gi.1 (f64x2.sub $E_i $v.1)))))
            $v.1 = $v_new.1
            $ge_new.1 = f64x2.add $ge.1 (f64x2.mul $ge_1 $ge.1)
            $ge.1 = $ge_new.1
            $gi_new.1 = f64x2.add $gi.1 (f64x2.mul $gi_1 $gi.1)
            $gi.1 = $gi_new.1
            $met = f64x2.gt $v_new $V_th
            $met.1 = f64x2.gt $v_new.1 $V_th
            br_if @unusual (i64x2.bitmask $far)
            v128.store $v.at $v
            v128.store $ge.at $ge
            v128.store $gi.at $gi
            v128.store +16 $v.at $v.1
            v128.store +16 $ge.at $ge.1
            v128.store +16 $gi.at $gi.1
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
            br @vector
          $v.2 = v128.load $v.at
          $ge.2 = v128.load $ge.at
          $gi.2 = v128.load $gi.at
          $x.2 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.2) $gi.2)
          $exprel.2 = exprel $x.2
          $v_new.2 = f64x2.add
            $v.2
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel.2
                (f64x2.add
                  (f64x2.add
                    (f64x2.mul $g_L (f64x2.sub $E_L $v.2))
                    (f64x2.mul $ge.2 (f64x2.sub $E_e $v.2)))
                  (f64x2.mul $gi.2 (f64x2.sub $E_i $v.2)))))
          $v.2 = $v_new.2
          $ge_new.2 = f64x2.add $ge.2 (f64x2.mul $ge_1 $ge.2)
          $ge.2 = $ge_new.2
          $gi_new.2 = f64x2.add $gi.2 (f64x2.mul $gi_1 $gi.2)
          $gi.2 = $gi_new.2
          v128.store $v.at $v.2
          v128.store $ge.at $ge.2
          v128.store $gi.at $gi.2
          $v.3 = v128.load +16 $v.at
          $ge.3 = v128.load +16 $ge.at
          $gi.3 = v128.load +16 $gi.at
          $x.3 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.3) $gi.3)
          $exprel.3 = exprel $x.3
          $v_new.3 = f64x2.add
            $v.3
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel.3
                (f64x2.add
                  (f64x2.add
                    (f64x2.mul $g_L (f64x2.sub $E_L $v.3))
                    (f64x2.mul $ge.3 (f64x2.sub $E_e $v.3)))
                  (f64x2.mul $gi.3 (f64x2.sub $E_i $v.3)))))
          $v.3 = $v_new.3
          $ge_new.3 = f64x2.add $ge.3 (f64x2.mul $ge_1 $ge.3)
          $ge.3 = $ge_new.3
          $gi_new.3 = f64x2.add $gi.3 (f64x2.mul $gi_1 $gi.3)
          $gi.3 = $gi_new.3
          v128.store +16 $v.at $v.3
          v128.store +16 $ge.at $ge.3
          v128.store +16 $gi.at $gi.3
          $met.2 = f64x2.gt $v_new.2 $V_th
          $met.3 = f64x2.gt $v_new.3 $V_th
          if i64x2.bitmask (v128.or $met.2 $met.3)
            $lanes.2 = i64x2.bitmask $met.2
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i.1
            $spike.count = i32.add $spike.count (i32.and $lanes.2 (i32.lt_s $i.1 $last))
            $cell.8 = i32.add $i.1 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.8
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes.2 1) (i32.lt_s $cell.8 $last))
            $lanes.3 = i64x2.bitmask $met.3
            $cell.9 = i32.add $i.1 2
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.9
            $spike.count = i32.add $spike.count (i32.and $lanes.3 (i32.lt_s $cell.9 $last))
            $cell.10 = i32.add $i.1 3
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.10
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes.3 1) (i32.lt_s $cell.10 $last))
        $lastspike.at = i32.add $lastspike.at 16
        $ge.at = i32.add $ge.at 32
        $gi.at = i32.add $gi.at 32
        $v.at = i32.add $v.at 32
        $i.1 = i32.add $i.1 4
        br_if @next-cells (i32.lt_s $i.1 $last)
    $k.4 = $head
    block @done
      loop @next
        br_if @done (i32.ge_s $k.4 $tail)
        $cell.11 = i32.load +20 (i32.add $queue (i32.shl $k.4 2))
        $at.3 = i32.add $kept (i32.shl $k.4 3)
        i64.store (i32.add $v@ (i32.shl $cell.11 3)) (i64.load $at.3)
        $k.4 = i32.add $k.4 1
        br @next
    $after = $spike.count
    $fresh = $tail
    $spike.count = $before
    $event = $before
    block @done
      loop @next
        br_if @done (i32.ge_s $event $after)
        $cell.12 = i32.load +4 (i32.add $spike (i32.shl $event 2))
        if i32.eqz (i32.ge_s (i32.load (i32.add $lastspike@ (i32.shl $cell.12 2))) $since)
          i32.store (i32.add $lastspike@ (i32.shl $cell.12 2)) $step
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.12
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
            i32.store +20 (i32.add $queue (i32.shl $tail 2)) $cell.12
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
        $far.1 = 0x0
        block @vector
          block @unusual
            $lastspike = v128.load64_zero $lastspike.at.1
            $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
            $ge.4 = v128.load $ge.at.1
            $ge_new.4 = f64x2.add $ge.4 (f64x2.mul $ge_1 $ge.4)
            $gi.4 = v128.load $gi.at.1
            $gi_new.4 = f64x2.add $gi.4 (f64x2.mul $gi_1 $gi.4)
            $v.4 = v128.load $v.at.1
            $x.4 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.4) $gi.4)
            $exprel.4 = exprel $x.4
            $v_new.4 = f64x2.add
              $v.4
              (f64x2.mul
                $dt_per_C
                (f64x2.mul
                  $exprel.4
                  (f64x2.add
                    (f64x2.add
                      (f64x2.mul $g_L (f64x2.sub $E_L $v.4))
                      (f64x2.mul $ge.4 (f64x2.sub $E_e $v.4)))
                    (f64x2.mul $gi.4 (f64x2.sub $E_i $v.4)))))
            $v.4 = v128.bitselect $v_new.4 $v.4 $free
            $lastspike.1 = v128.load64_zero +8 $lastspike.at.1
            $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
            $ge.5 = v128.load +16 $ge.at.1
            $ge_new.5 = f64x2.add $ge.5 (f64x2.mul $ge_1 $ge.5)
            $gi.5 = v128.load +16 $gi.at.1
            $gi_new.5 = f64x2.add $gi.5 (f64x2.mul $gi_1 $gi.5)
            $v.5 = v128.load +16 $v.at.1
            $x.5 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.5) $gi.5)
            $exprel.5 = exprel $x.5
            $v_new.5 = f64x2.add
              $v.5
              (f64x2.mul
                $dt_per_C
                (f64x2.mul
                  $exprel.5
                  (f64x2.add
                    (f64x2.add
                      (f64x2.mul $g_L (f64x2.sub $E_L $v.5))
                      (f64x2.mul $ge.5 (f64x2.sub $E_e $v.5)))
                    (f64x2.mul $gi.5 (f64x2.sub $E_i $v.5)))))
            $v.5 = v128.bitselect $v_new.5 $v.5 $free.1
            $met.4 = f64x2.gt $v_new.4 $V_th
            $met.5 = f64x2.gt $v_new.5 $V_th
            br_if @unusual (i64x2.bitmask $far.1)
            v128.store $v.at.1 $v.4
            v128.store $gi.at.1 $gi_new.4
            v128.store $ge.at.1 $ge_new.4
            v128.store +16 $v.at.1 $v.5
            v128.store +16 $gi.at.1 $gi_new.5
            v128.store +16 $ge.at.1 $ge_new.5
            if i64x2.bitmask (v128.or $met.4 $met.5)
              $taking = v128.and $free $met.4
              $taking.1 = v128.and $free.1 $met.5
              $lanes.4 = i64x2.bitmask $taking
              i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i.2
              $spike.count = i32.add $spike.count (i32.and $lanes.4 (i32.lt_s $i.2 $last))
              $cell.13 = i32.add $i.2 1
              i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.13
              $spike.count = i32.add
                $spike.count
                (i32.and (i32.shr_u $lanes.4 1) (i32.lt_s $cell.13 $last))
              $lastspike = v128.bitselect
                $step.1
                $lastspike
                (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
              v128.store64_lane lane=0 $lastspike.at.1 $lastspike
              $lanes.5 = i64x2.bitmask $taking.1
              $cell.14 = i32.add $i.2 2
              i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.14
              $spike.count = i32.add $spike.count (i32.and $lanes.5 (i32.lt_s $cell.14 $last))
              $cell.15 = i32.add $i.2 3
              i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.15
              $spike.count = i32.add
                $spike.count
                (i32.and (i32.shr_u $lanes.5 1) (i32.lt_s $cell.15 $last))
              $lastspike.1 = v128.bitselect
                $step.1
                $lastspike.1
                (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
              v128.store64_lane +8 lane=0 $lastspike.at.1 $lastspike.1
            $gi.4 = $gi_new.4
            $ge.4 = $ge_new.4
            $gi.5 = $gi_new.5
            $ge.5 = $ge_new.5
            br @vector
          $lastspike.2 = v128.load64_zero $lastspike.at.1
          $free.2 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.2)
          $ge.6 = v128.load $ge.at.1
          $ge_new.6 = f64x2.add $ge.6 (f64x2.mul $ge_1 $ge.6)
          $gi.6 = v128.load $gi.at.1
          $gi_new.6 = f64x2.add $gi.6 (f64x2.mul $gi_1 $gi.6)
          $v.6 = v128.load $v.at.1
          $x.6 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.6) $gi.6)
          $exprel.6 = exprel $x.6
          $v_new.6 = f64x2.add
            $v.6
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel.6
                (f64x2.add
                  (f64x2.add
                    (f64x2.mul $g_L (f64x2.sub $E_L $v.6))
                    (f64x2.mul $ge.6 (f64x2.sub $E_e $v.6)))
                  (f64x2.mul $gi.6 (f64x2.sub $E_i $v.6)))))
          $v.6 = v128.bitselect $v_new.6 $v.6 $free.2
          v128.store $v.at.1 $v.6
          v128.store $gi.at.1 $gi_new.6
          v128.store $ge.at.1 $ge_new.6
          $lastspike.3 = v128.load64_zero +8 $lastspike.at.1
          $free.3 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.3)
          $ge.7 = v128.load +16 $ge.at.1
          $ge_new.7 = f64x2.add $ge.7 (f64x2.mul $ge_1 $ge.7)
          $gi.7 = v128.load +16 $gi.at.1
          $gi_new.7 = f64x2.add $gi.7 (f64x2.mul $gi_1 $gi.7)
          $v.7 = v128.load +16 $v.at.1
          $x.7 = f64x2.mul $v_1 (f64x2.add (f64x2.add $g_L $ge.7) $gi.7)
          $exprel.7 = exprel $x.7
          $v_new.7 = f64x2.add
            $v.7
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel.7
                (f64x2.add
                  (f64x2.add
                    (f64x2.mul $g_L (f64x2.sub $E_L $v.7))
                    (f64x2.mul $ge.7 (f64x2.sub $E_e $v.7)))
                  (f64x2.mul $gi.7 (f64x2.sub $E_i $v.7)))))
          $v.7 = v128.bitselect $v_new.7 $v.7 $free.3
          v128.store +16 $v.at.1 $v.7
          v128.store +16 $gi.at.1 $gi_new.7
          v128.store +16 $ge.at.1 $ge_new.7
          $met.6 = f64x2.gt $v_new.6 $V_th
          $met.7 = f64x2.gt $v_new.7 $V_th
          if i64x2.bitmask (v128.or $met.6 $met.7)
            $taking.2 = v128.and $free.2 $met.6
            $taking.3 = v128.and $free.3 $met.7
            $lanes.6 = i64x2.bitmask $taking.2
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i.2
            $spike.count = i32.add $spike.count (i32.and $lanes.6 (i32.lt_s $i.2 $last))
            $cell.16 = i32.add $i.2 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.16
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes.6 1) (i32.lt_s $cell.16 $last))
            $lastspike.2 = v128.bitselect
              $step.1
              $lastspike.2
              (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.2 $taking.2)
            v128.store64_lane lane=0 $lastspike.at.1 $lastspike.2
            $lanes.7 = i64x2.bitmask $taking.3
            $cell.17 = i32.add $i.2 2
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.17
            $spike.count = i32.add $spike.count (i32.and $lanes.7 (i32.lt_s $cell.17 $last))
            $cell.18 = i32.add $i.2 3
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.18
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes.7 1) (i32.lt_s $cell.18 $last))
            $lastspike.3 = v128.bitselect
              $step.1
              $lastspike.3
              (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.3 $taking.3)
            v128.store64_lane +8 lane=0 $lastspike.at.1 $lastspike.3
          $gi.6 = $gi_new.6
          $ge.6 = $ge_new.6
          $gi.7 = $gi_new.7
          $ge.7 = $ge_new.7
        $lastspike.at.1 = i32.add $lastspike.at.1 16
        $ge.at.1 = i32.add $ge.at.1 32
        $gi.at.1 = i32.add $gi.at.1 32
        $v.at.1 = i32.add $v.at.1 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)
  i32.store $spike $spike.count

;; VogelsAbbottCell · reset
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
