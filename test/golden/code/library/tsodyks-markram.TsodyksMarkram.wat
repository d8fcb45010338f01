;; TsodyksMarkram — from models/plasticity/tsodyks-markram.livn
import memory livn.memory 1

;; TsodyksMarkram · initialize · from pre to post
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  x 1, u 1
  ;; shared  U 1
  $U = v128.load64_splat +32 $frame
  $x@ = i32.load +20 $frame
  $u@ = i32.load +24 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i 3)) 1
          v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i 3)) $U
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.1 = $first
      block @done
        br_if @done (i32.ge_s $k.1 $last)
        loop @next-element
          $i.1 = $k.1
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) 1
          v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i.1 3)) $U
          $k.1 = i32.add $k.1 1
          br_if @next-element (i32.lt_s $k.1 $last)
  else
    $i.2 = $first
    $x.at = i32.add $x@ (i32.shl $first 3)
    $u.at = i32.add $u@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $x = 1
        $u = $U
        $x.1 = 1
        $u.1 = $U
        v128.store $x.at $x
        v128.store $u.at $u
        v128.store +16 $x.at $x.1
        v128.store +16 $u.at $u.1
        $x.at = i32.add $x.at 32
        $u.at = i32.add $u.at 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)

;; TsodyksMarkram · on_pre · from pre to post · once per link
export func on_pre_link($frame i32)
  $tau_rec = v128.load64_splat +32 $frame
  $x_now_1 = f64x2.div -1 $tau_rec
  $per_tau_rec = f64x2.div 1 $tau_rec
  $tau_fac = v128.load64_splat +40 $frame
  $u_now_1 = f64x2.div -1 $tau_fac
  $U = v128.load64_splat +48 $frame
  $U_per_tau_fac = f64x2.div $U $tau_fac
  f64.store +56 $frame (f64x2.extract_lane 0 $x_now_1)
  f64.store +64 $frame (f64x2.extract_lane 0 $per_tau_rec)
  f64.store +72 $frame (f64x2.extract_lane 0 $u_now_1)
  f64.store +80 $frame (f64x2.extract_lane 0 $U_per_tau_fac)

;; TsodyksMarkram · on_pre · from pre to post
export func on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, x 1, u 1
  ;; shared  tau_rec ms, tau_fac ms, U 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $x_now_1 = v128.load64_splat +56 $frame
  $per_tau_rec = v128.load64_splat +64 $frame
  $u_now_1 = v128.load64_splat +72 $frame
  $U_per_tau_fac = v128.load64_splat +80 $frame
  $U = v128.load64_splat +48 $frame
  $updated@ = i32.load +20 $frame
  $x@ = i32.load +24 $frame
  $u@ = i32.load +28 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          $updated = v128.load32_splat (i32.add $updated@ (i32.shl $i 2))
          $since = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated)) $dt
          $x_now_2 = f64x2.mul $x_now_1 $since
          $exp = exp $x_now_2
          $x = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
          $exprel = exprel $x_now_2
          $x_now = f64x2.add (f64x2.mul $exp $x) (f64x2.mul (f64x2.mul $since $exprel) $per_tau_rec)
          $u_now_2 = f64x2.mul $u_now_1 $since
          $exp.1 = exp $u_now_2
          $u = v128.load64_splat (i32.add $u@ (i32.shl $i 3))
          $exprel.1 = exprel $u_now_2
          $u_now = f64x2.add
            (f64x2.mul $exp.1 $u)
            (f64x2.mul (f64x2.mul $since $exprel.1) $U_per_tau_fac)
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i 3)) $x_now
          v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i 3)) $u_now
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $u.1 = v128.load64_splat (i32.add $u@ (i32.shl $i 3))
          $u.2 = v128.load64_splat (i32.add $u@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $u@ (i32.shl $i 3))
            (f64x2.add $u.2 (f64x2.mul $U (f64x2.sub 1 $u.1)))
          $u.3 = v128.load64_splat (i32.add $u@ (i32.shl $i 3))
          $x.1 = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
          $x.2 = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $x@ (i32.shl $i 3))
            (f64x2.add $x.2 (f64x2.neg (f64x2.mul $u.3 $x.1)))
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.5 = $first
      block @done
        br_if @done (i32.ge_s $k.5 $last)
        loop @next-element
          $i.1 = $k.5
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x_now_2.1 = f64x2.mul $x_now_1 $since.1
          $exp.2 = exp $x_now_2.1
          $x.3 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          $exprel.2 = exprel $x_now_2.1
          $x_now.1 = f64x2.add
            (f64x2.mul $exp.2 $x.3)
            (f64x2.mul (f64x2.mul $since.1 $exprel.2) $per_tau_rec)
          $u_now_2.1 = f64x2.mul $u_now_1 $since.1
          $exp.3 = exp $u_now_2.1
          $u.4 = v128.load64_splat (i32.add $u@ (i32.shl $i.1 3))
          $exprel.3 = exprel $u_now_2.1
          $u_now.1 = f64x2.add
            (f64x2.mul $exp.3 $u.4)
            (f64x2.mul (f64x2.mul $since.1 $exprel.3) $U_per_tau_fac)
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) $x_now.1
          v128.store64_lane lane=0 (i32.add $u@ (i32.shl $i.1 3)) $u_now.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $u.5 = v128.load64_splat (i32.add $u@ (i32.shl $i.1 3))
          $u.6 = v128.load64_splat (i32.add $u@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $u@ (i32.shl $i.1 3))
            (f64x2.add $u.6 (f64x2.mul $U (f64x2.sub 1 $u.5)))
          $u.7 = v128.load64_splat (i32.add $u@ (i32.shl $i.1 3))
          $x.4 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          $x.5 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $x@ (i32.shl $i.1 3))
            (f64x2.add $x.5 (f64x2.neg (f64x2.mul $u.7 $x.4)))
          $k.5 = i32.add $k.5 1
          br_if @next-element (i32.lt_s $k.5 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $x.at = i32.add $x@ (i32.shl $first 3)
    $u.at = i32.add $u@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $far = 0x0
        block @vector
          block @unusual
            $updated.2 = v128.load64_zero $updated.at
            $since.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
            $x_now_2.2 = f64x2.mul $x_now_1 $since.2
            $exp.4 = exp $x_now_2.2
            $x.6 = v128.load $x.at
            $exprel.4 = exprel $x_now_2.2
            $x_now.2 = f64x2.add
              (f64x2.mul $exp.4 $x.6)
              (f64x2.mul (f64x2.mul $since.2 $exprel.4) $per_tau_rec)
            $u_now_2.2 = f64x2.mul $u_now_1 $since.2
            $exp.5 = exp $u_now_2.2
            $u.8 = v128.load $u.at
            $exprel.5 = exprel $u_now_2.2
            $u_now.2 = f64x2.add
              (f64x2.mul $exp.5 $u.8)
              (f64x2.mul (f64x2.mul $since.2 $exprel.5) $U_per_tau_fac)
            $updated.2 = $step.1
            br_if @unusual (i64x2.bitmask $far)
            v128.store64_lane lane=0 $updated.at $updated.2
            $u.8 = $u_now.2
            $x.6 = $x_now.2
            $u.8 = f64x2.add $u.8 (f64x2.mul $U (f64x2.sub 1 $u.8))
            v128.store $u.at $u.8
            $x.6 = f64x2.add $x.6 (f64x2.neg (f64x2.mul $u.8 $x.6))
            v128.store $x.at $x.6
            br @vector
          $updated.3 = v128.load64_zero $updated.at
          $since.3 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.3)) $dt
          $x_now_2.3 = f64x2.mul $x_now_1 $since.3
          $exp.6 = exp $x_now_2.3
          $x.7 = v128.load $x.at
          $exprel.6 = exprel $x_now_2.3
          $x_now.3 = f64x2.add
            (f64x2.mul $exp.6 $x.7)
            (f64x2.mul (f64x2.mul $since.3 $exprel.6) $per_tau_rec)
          $u_now_2.3 = f64x2.mul $u_now_1 $since.3
          $exp.7 = exp $u_now_2.3
          $u.9 = v128.load $u.at
          $exprel.7 = exprel $u_now_2.3
          $u_now.3 = f64x2.add
            (f64x2.mul $exp.7 $u.9)
            (f64x2.mul (f64x2.mul $since.3 $exprel.7) $U_per_tau_fac)
          $updated.3 = $step.1
          $u.9 = $u_now.3
          $x.7 = $x_now.3
          $u.9 = f64x2.add $u.9 (f64x2.mul $U (f64x2.sub 1 $u.9))
          $x.7 = f64x2.add $x.7 (f64x2.neg (f64x2.mul $u.9 $x.7))
          v128.store64_lane lane=0 $updated.at $updated.3
          v128.store $u.at $u.9
          v128.store $x.at $x.7
        $updated.at = i32.add $updated.at 8
        $x.at = i32.add $x.at 16
        $u.at = i32.add $u.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
