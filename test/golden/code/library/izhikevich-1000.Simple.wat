;; Simple — from models/networks/izhikevich-1000.livn
import memory livn.memory 1

;; Simple · initialize · once per link
export func initialize_link($frame i32)
  $b = v128.load64_splat +32 $frame
  $u_1 = f64x2.mul -65 $b
  f64.store +40 $frame (f64x2.extract_lane 0 $u_1)

;; Simple · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v 1, u 1
  ;; shared  b 1
  $u_1 = v128.load64_splat +40 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u.at = i32.add $u@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -65
      $u = $u_1
      $v.1 = -65
      $u.1 = $u_1
      v128.store $v.at $v
      v128.store $u.at $u
      v128.store +16 $v.at $v.1
      v128.store +16 $u.at $u.1
      $v.at = i32.add $v.at 32
      $u.at = i32.add $u.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; Simple · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $a = v128.load64_splat +40 $frame
  $dt_times_a = f64x2.mul $dt $a
  f64.store +56 $frame (f64x2.extract_lane 0 $dt_times_a)

;; Simple · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v 1, u 1, thalamus 1, s 1
  ;; shared  a 1, b 1
  $dt = v128.load64_splat $frame
  $dt_times_a = v128.load64_splat +56 $frame
  $b = v128.load64_splat +48 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $thalamus@ = i32.load +28 $frame
  $s@ = i32.load +32 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u.at = i32.add $u@ (i32.shl $first 3)
  $thalamus.at = i32.add $thalamus@ (i32.shl $first 3)
  $s.at = i32.add $s@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $u = v128.load $u.at
      $thalamus = v128.load $thalamus.at
      $s = v128.load $s.at
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.add
              (f64x2.sub
                (f64x2.add (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v $v)) (f64x2.mul 5 $v)) 140)
                $u)
              $thalamus)
            $s))
      $u_new = f64x2.add $u (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v) $u))
      $s_new = f64x2.sub $s (f64x2.mul $s $dt)
      v128.store $v.at $v_new
      v128.store $u.at $u_new
      v128.store $s.at $s_new
      $v.1 = v128.load +16 $v.at
      $u.1 = v128.load +16 $u.at
      $thalamus.1 = v128.load +16 $thalamus.at
      $s.1 = v128.load +16 $s.at
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.add
              (f64x2.sub
                (f64x2.add
                  (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v.1 $v.1)) (f64x2.mul 5 $v.1))
                  140)
                $u.1)
              $thalamus.1)
            $s.1))
      $u_new.1 = f64x2.add $u.1 (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v.1) $u.1))
      $s_new.1 = f64x2.sub $s.1 (f64x2.mul $s.1 $dt)
      v128.store +16 $v.at $v_new.1
      v128.store +16 $u.at $u_new.1
      v128.store +16 $s.at $s_new.1
      $met = f64x2.ge $v_new 30
      $met.1 = f64x2.ge $v_new.1 30
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
      $u = $u_new
      $s = $s_new
      $v.1 = $v_new.1
      $u.1 = $u_new.1
      $s.1 = $s_new.1
      $v.at = i32.add $v.at 32
      $u.at = i32.add $u.at 32
      $thalamus.at = i32.add $thalamus.at 32
      $s.at = i32.add $s.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; Simple · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v 1, u 1
  ;; shared  c 1, d 1
  $c = v128.load64_splat +32 $frame
  $d = v128.load64_splat +40 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $c
      $u = v128.load64_splat (i32.add $u@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i 3)) (f64x2.add $u $d)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)

;; Simple · renew_thalamus
export func renew_thalamus($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  thalamus 1
  ;; shared  noise 1
  $noise = v128.load64_splat +24 $frame
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +32 $frame)
  $step.1 = i32x4.splat $step
  $thalamus@ = i32.load +20 $frame
  $i = $first
  $thalamus.at = i32.add $thalamus@ (i32.shl $first 3)
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
        $normal = normal $word $word.1
        $thalamus = f64x2.mul $noise $normal
        v128.store $thalamus.at $thalamus
        $thalamus.at = i32.add $thalamus.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)
