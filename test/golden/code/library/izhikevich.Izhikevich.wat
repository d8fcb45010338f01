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
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u.at = i32.add $u@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $c
      $u = $b_times_c
      $v.1 = $c
      $u.1 = $b_times_c
      v128.store $v.at $v
      v128.store $u.at $u
      v128.store +16 $v.at $v.1
      v128.store +16 $u.at $u.1
      $v.at = i32.add $v.at 32
      $u.at = i32.add $u.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; Izhikevich · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $a = v128.load64_splat +48 $frame
  $dt_times_a = f64x2.mul $dt $a
  f64.store +64 $frame (f64x2.extract_lane 0 $dt_times_a)

;; Izhikevich · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, u mV, I pA, V_ext mV
  ;; shared  R Gohm, a 1/ms, b 1
  $R = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $dt_times_a = v128.load64_splat +64 $frame
  $b = v128.load64_splat +56 $frame
  $v@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $I@ = i32.load +28 $frame
  $V_ext@ = i32.load +32 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u.at = i32.add $u@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  $V_ext.at = i32.add $V_ext@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $I = v128.load $I.at
      $R_times_I = f64x2.mul $R $I
      $v = v128.load $v.at
      $u = v128.load $u.at
      $V_ext = v128.load $V_ext.at
      $k_v = f64x2.mul
        $dt
        (f64x2.add
          (f64x2.add
            (f64x2.sub
              (f64x2.add (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v $v)) (f64x2.mul 5 $v)) 140)
              $u)
            $R_times_I)
          $V_ext)
      $v_mid = f64x2.add $v (f64x2.mul $k_v 0.5)
      $k_u = f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v) $u)
      $u_mid = f64x2.add $u (f64x2.mul $k_u 0.5)
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.add
              (f64x2.sub
                (f64x2.add
                  (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v_mid $v_mid)) (f64x2.mul 5 $v_mid))
                  140)
                $u_mid)
              $R_times_I)
            $V_ext))
      $u_new = f64x2.add $u (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v_mid) $u_mid))
      v128.store $v.at $v_new
      v128.store $u.at $u_new
      $I.1 = v128.load +16 $I.at
      $R_times_I.1 = f64x2.mul $R $I.1
      $v.1 = v128.load +16 $v.at
      $u.1 = v128.load +16 $u.at
      $V_ext.1 = v128.load +16 $V_ext.at
      $k_v.1 = f64x2.mul
        $dt
        (f64x2.add
          (f64x2.add
            (f64x2.sub
              (f64x2.add (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v.1 $v.1)) (f64x2.mul 5 $v.1)) 140)
              $u.1)
            $R_times_I.1)
          $V_ext.1)
      $v_mid.1 = f64x2.add $v.1 (f64x2.mul $k_v.1 0.5)
      $k_u.1 = f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v.1) $u.1)
      $u_mid.1 = f64x2.add $u.1 (f64x2.mul $k_u.1 0.5)
      $v_new.1 = f64x2.add
        $v.1
        (f64x2.mul
          $dt
          (f64x2.add
            (f64x2.add
              (f64x2.sub
                (f64x2.add
                  (f64x2.add (f64x2.mul 0.04 (f64x2.mul $v_mid.1 $v_mid.1)) (f64x2.mul 5 $v_mid.1))
                  140)
                $u_mid.1)
              $R_times_I.1)
            $V_ext.1))
      $u_new.1 = f64x2.add $u.1 (f64x2.mul $dt_times_a (f64x2.sub (f64x2.mul $b $v_mid.1) $u_mid.1))
      v128.store +16 $v.at $v_new.1
      v128.store +16 $u.at $u_new.1
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
      $v.1 = $v_new.1
      $u.1 = $u_new.1
      $v.at = i32.add $v.at 32
      $u.at = i32.add $u.at 32
      $I.at = i32.add $I.at 32
      $V_ext.at = i32.add $V_ext.at 32
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
