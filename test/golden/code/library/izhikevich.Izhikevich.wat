;; Izhikevich — from models/neurons/izhikevich.livn
import memory livn.memory 1

;; Izhikevich · initialize · once per link
export func initialize_link($frame i32)
  $b = v128.load64_splat +40 $frame
  $c = v128.load64_splat +32 $frame
  $b_times_c = f64x2.mul $b $c
  f64.store +48 $frame (f64x2.extract_lane 0 $b_times_c)

;; Izhikevich · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, u mV
  ;; shared  c mV, b 1
  $c = v128.load64_splat +32 $frame
  $b_times_c = v128.load64_splat +48 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $offset = i32.shl $i 3
      $v = $c
      $u = $b_times_c
      v128.store (i32.add $v@ $offset) $v
      v128.store (i32.add $u@ $offset) $u
      $offset.1 = i32.shl $i 3
      $v.1 = $c
      $u.1 = $b_times_c
      v128.store +16 (i32.add $v@ $offset.1) $v.1
      v128.store +16 (i32.add $u@ $offset.1) $u.1
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; Izhikevich · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $a = v128.load64_splat +40 $frame
  $dt_times_a = f64x2.mul $dt $a
  f64.store +56 $frame (f64x2.extract_lane 0 $dt_times_a)

;; Izhikevich · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, u mV, I pA
  ;; shared  R Gohm, a 1/ms, b 1
  $R = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $dt_times_a = v128.load64_splat +56 $frame
  $b = v128.load64_splat +48 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $offset = i32.shl $i 3
      $I = v128.load (i32.add $I@ $offset)
      $R_times_I = f64x2.mul $R $I
      $v = v128.load (i32.add $v@ $offset)
      $u = v128.load (i32.add $u@ $offset)
      $k_v = f64x2.mul
        $dt
        (f64x2.add
          (f64x2.sub
            (f64x2.add (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v $v)) (f64x2.mul 5 $v)) 140)
            $u)
          $R_times_I)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $k_u = f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v) $u)
      $u_mid = f64x2.add $u (f64x2.mul $k_u 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.sub
              (f64x2.add
                (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v_mid $v_mid)) (f64x2.mul 5 $v_mid))
                140)
              $u_mid)
            $R_times_I))
      $u_new = f64x2.add $u (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v_mid) $u_mid))
      $taking = f64x2.ge $v_new 30
      if v128.any_true $taking
        $left = i32.sub $last $i
        $lanes = i32.and
          (i64x2.bitmask $taking)
          (select 3 (i32.sub (i32.shl 1 $left) 1) (i32.ge_s $left 2))
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes 1)
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) (i32.add $i 1)
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) 1)
      $v = $v_new
      $u = $u_new
      v128.store (i32.add $v@ $offset) $v
      v128.store (i32.add $u@ $offset) $u
      $offset.1 = i32.shl $i 3
      $I.1 = v128.load +16 (i32.add $I@ $offset.1)
      $R_times_I.1 = f64x2.mul $R $I.1
      $v.1 = v128.load +16 (i32.add $v@ $offset.1)
      $u.1 = v128.load +16 (i32.add $u@ $offset.1)
      $k_v.1 = f64x2.mul
        $dt
        (f64x2.add
          (f64x2.sub
            (f64x2.add (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v.1 $v.1)) (f64x2.mul 5 $v.1)) 140)
            $u.1)
          $R_times_I.1)
      $v_mid.1 = f64x2.add $v.1 (f64x2.mul $k_v.1 0.5)
      $k_u.1 = f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v.1) $u.1)
      $u_mid.1 = f64x2.add $u.1 (f64x2.mul $k_u.1 0.5)
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.sub
              (f64x2.add
                (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v_mid.1 $v_mid.1)) (f64x2.mul 5 $v_mid.1))
                140)
              $u_mid.1)
            $R_times_I.1))
      $u_new.1 = f64x2.add $u.1 (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v_mid.1) $u_mid.1))
      $taking.1 = f64x2.ge $v_new.1 30
      if v128.any_true $taking.1
        $start = i32.add $i 2
        $left.1 = i32.sub $last $start
        $left.2 = select $left.1 0 (i32.gt_s $left.1 0)
        $lanes.1 = i32.and
          (i64x2.bitmask $taking.1)
          (select 3 (i32.sub (i32.shl 1 $left.2) 1) (i32.ge_s $left.2 2))
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $start
        $spike.count = i32.add $spike.count (i32.and $lanes.1 1)
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) (i32.add $start 1)
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes.1 1) 1)
      $v.1 = $v_new.1
      $u.1 = $u_new.1
      v128.store +16 (i32.add $v@ $offset.1) $v.1
      v128.store +16 (i32.add $u@ $offset.1) $u.1
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; Izhikevich · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, u mV
  ;; shared  c mV, d mV
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
