;; Depression — from models/plasticity/tsodyks-markram.livn
import memory livn.memory 1

;; Depression · initialize · from pre to post
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  x 1
  $x@ = i32.load +20 $frame
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
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.1 = $first
      block @done
        br_if @done (i32.ge_s $k.1 $last)
        loop @next-element
          $i.1 = $k.1
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) 1
          $k.1 = i32.add $k.1 1
          br_if @next-element (i32.lt_s $k.1 $last)
  else
    $i.2 = $first
    $x.at = i32.add $x@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $x = 1
        $x.1 = 1
        v128.store $x.at $x
        v128.store +16 $x.at $x.1
        $x.at = i32.add $x.at 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)

;; Depression · on_pre · from pre to post · once per link
export func on_pre_link($frame i32)
  $tau_rec = v128.load64_splat +32 $frame
  $x_now_1 = f64x2.div -1 $tau_rec
  $per_tau_rec = f64x2.div 1 $tau_rec
  f64.store +48 $frame (f64x2.extract_lane 0 $x_now_1)
  f64.store +56 $frame (f64x2.extract_lane 0 $per_tau_rec)

;; Depression · on_pre · from pre to post
export func on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, x 1
  ;; shared  tau_rec ms, U 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $x_now_1 = v128.load64_splat +48 $frame
  $per_tau_rec = v128.load64_splat +56 $frame
  $U = v128.load64_splat +40 $frame
  $updated@ = i32.load +20 $frame
  $x@ = i32.load +24 $frame
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
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i 3)) $x_now
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $x.1 = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
          $x.2 = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $x@ (i32.shl $i 3))
            (f64x2.add $x.2 (f64x2.neg (f64x2.mul $U $x.1)))
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.3 = $first
      block @done
        br_if @done (i32.ge_s $k.3 $last)
        loop @next-element
          $i.1 = $k.3
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x_now_2.1 = f64x2.mul $x_now_1 $since.1
          $exp.1 = exp $x_now_2.1
          $x.3 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          $exprel.1 = exprel $x_now_2.1
          $x_now.1 = f64x2.add
            (f64x2.mul $exp.1 $x.3)
            (f64x2.mul (f64x2.mul $since.1 $exprel.1) $per_tau_rec)
          v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) $x_now.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $x.4 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          $x.5 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $x@ (i32.shl $i.1 3))
            (f64x2.add $x.5 (f64x2.neg (f64x2.mul $U $x.4)))
          $k.3 = i32.add $k.3 1
          br_if @next-element (i32.lt_s $k.3 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $x.at = i32.add $x@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $far = 0x0
        block @vector
          block @unusual
            $updated.2 = v128.load64_zero $updated.at
            $since.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
            $x_now_2.2 = f64x2.mul $x_now_1 $since.2
            $exp.2 = exp $x_now_2.2
            $x.6 = v128.load $x.at
            $exprel.2 = exprel $x_now_2.2
            $x_now.2 = f64x2.add
              (f64x2.mul $exp.2 $x.6)
              (f64x2.mul (f64x2.mul $since.2 $exprel.2) $per_tau_rec)
            $updated.2 = $step.1
            br_if @unusual (i64x2.bitmask $far)
            v128.store64_lane lane=0 $updated.at $updated.2
            $x.6 = $x_now.2
            $x.6 = f64x2.add $x.6 (f64x2.neg (f64x2.mul $U $x.6))
            v128.store $x.at $x.6
            br @vector
          $updated.3 = v128.load64_zero $updated.at
          $since.3 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.3)) $dt
          $x_now_2.3 = f64x2.mul $x_now_1 $since.3
          $exp.3 = exp $x_now_2.3
          $x.7 = v128.load $x.at
          $exprel.3 = exprel $x_now_2.3
          $x_now.3 = f64x2.add
            (f64x2.mul $exp.3 $x.7)
            (f64x2.mul (f64x2.mul $since.3 $exprel.3) $per_tau_rec)
          $updated.3 = $step.1
          $x.7 = $x_now.3
          $x.7 = f64x2.add $x.7 (f64x2.neg (f64x2.mul $U $x.7))
          v128.store64_lane lane=0 $updated.at $updated.3
          v128.store $x.at $x.7
        $updated.at = i32.add $updated.at 8
        $x.at = i32.add $x.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
