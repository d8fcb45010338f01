;; TripletSTDP — from models/plasticity/triplet-stdp.livn
import memory livn.memory 1

;; TripletSTDP · on_pre · from pre to post · once per link
export func on_pre_link($frame i32)
  $tau_plus = v128.load64_splat +48 $frame
  $r1_now_1 = f64x2.div -1 $tau_plus
  $tau_x = v128.load64_splat +56 $frame
  $r2_now_1 = f64x2.div -1 $tau_x
  $tau_minus = v128.load64_splat +64 $frame
  $o1_now_1 = f64x2.div -1 $tau_minus
  $tau_y = v128.load64_splat +72 $frame
  $o2_now_1 = f64x2.div -1 $tau_y
  f64.store +112 $frame (f64x2.extract_lane 0 $r1_now_1)
  f64.store +120 $frame (f64x2.extract_lane 0 $r2_now_1)
  f64.store +128 $frame (f64x2.extract_lane 0 $o1_now_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $o2_now_1)

;; TripletSTDP · on_pre · from pre to post
export func on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, r1 1, r2 1, o1 1, o2 1, weight 1
  ;; shared  tau_plus ms, tau_x ms, tau_minus ms, tau_y ms, A2_minus 1, A3_minus 1, active 1, w_max 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $r1_now_1 = v128.load64_splat +112 $frame
  $r2_now_1 = v128.load64_splat +120 $frame
  $o1_now_1 = v128.load64_splat +128 $frame
  $o2_now_1 = v128.load64_splat +136 $frame
  $A2_minus = v128.load64_splat +80 $frame
  $A3_minus = v128.load64_splat +88 $frame
  $active = v128.load64_splat +96 $frame
  $w_max = v128.load64_splat +104 $frame
  $updated@ = i32.load +20 $frame
  $r1@ = i32.load +24 $frame
  $r2@ = i32.load +28 $frame
  $o1@ = i32.load +32 $frame
  $o2@ = i32.load +36 $frame
  $weight@ = i32.load +40 $frame
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
          $x = f64x2.mul $r1_now_1 $since
          $exp = exp $x
          $r1 = v128.load64_splat (i32.add $r1@ (i32.shl $i 3))
          $r1_now = f64x2.mul $exp $r1
          $x.1 = f64x2.mul $r2_now_1 $since
          $exp.1 = exp $x.1
          $r2 = v128.load64_splat (i32.add $r2@ (i32.shl $i 3))
          $r2_now = f64x2.mul $exp.1 $r2
          $x.2 = f64x2.mul $o1_now_1 $since
          $exp.2 = exp $x.2
          $o1 = v128.load64_splat (i32.add $o1@ (i32.shl $i 3))
          $o1_now = f64x2.mul $exp.2 $o1
          $x.3 = f64x2.mul $o2_now_1 $since
          $exp.3 = exp $x.3
          $o2 = v128.load64_splat (i32.add $o2@ (i32.shl $i 3))
          $o2_now = f64x2.mul $exp.3 $o2
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i 3)) $r1_now
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i 3)) $r2_now
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i 3)) $o1_now
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i 3)) $o2_now
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $o1.1 = v128.load64_splat (i32.add $o1@ (i32.shl $i 3))
          $r2.1 = v128.load64_splat (i32.add $r2@ (i32.shl $i 3))
          $less = f64x2.mul $o1.1 (f64x2.add $A2_minus (f64x2.mul $A3_minus $r2.1))
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.sub $weight $less) 0) $w_max)
              $weight
              (f64x2.gt $active 0))
          $r1.1 = v128.load64_splat (i32.add $r1@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i 3)) (f64x2.add $r1.1 1)
          $r2.2 = v128.load64_splat (i32.add $r2@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i 3)) (f64x2.add $r2.2 1)
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
          $x.4 = f64x2.mul $r1_now_1 $since.1
          $exp.4 = exp $x.4
          $r1.2 = v128.load64_splat (i32.add $r1@ (i32.shl $i.1 3))
          $r1_now.1 = f64x2.mul $exp.4 $r1.2
          $x.5 = f64x2.mul $r2_now_1 $since.1
          $exp.5 = exp $x.5
          $r2.3 = v128.load64_splat (i32.add $r2@ (i32.shl $i.1 3))
          $r2_now.1 = f64x2.mul $exp.5 $r2.3
          $x.6 = f64x2.mul $o1_now_1 $since.1
          $exp.6 = exp $x.6
          $o1.2 = v128.load64_splat (i32.add $o1@ (i32.shl $i.1 3))
          $o1_now.1 = f64x2.mul $exp.6 $o1.2
          $x.7 = f64x2.mul $o2_now_1 $since.1
          $exp.7 = exp $x.7
          $o2.1 = v128.load64_splat (i32.add $o2@ (i32.shl $i.1 3))
          $o2_now.1 = f64x2.mul $exp.7 $o2.1
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i.1 3)) $r1_now.1
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i.1 3)) $r2_now.1
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i.1 3)) $o1_now.1
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i.1 3)) $o2_now.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $o1.3 = v128.load64_splat (i32.add $o1@ (i32.shl $i.1 3))
          $r2.4 = v128.load64_splat (i32.add $r2@ (i32.shl $i.1 3))
          $less.1 = f64x2.mul $o1.3 (f64x2.add $A2_minus (f64x2.mul $A3_minus $r2.4))
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.sub $weight.1 $less.1) 0) $w_max)
              $weight.1
              (f64x2.gt $active 0))
          $r1.3 = v128.load64_splat (i32.add $r1@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i.1 3)) (f64x2.add $r1.3 1)
          $r2.5 = v128.load64_splat (i32.add $r2@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i.1 3)) (f64x2.add $r2.5 1)
          $k.5 = i32.add $k.5 1
          br_if @next-element (i32.lt_s $k.5 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $r1.at = i32.add $r1@ (i32.shl $first 3)
    $r2.at = i32.add $r2@ (i32.shl $first 3)
    $o1.at = i32.add $o1@ (i32.shl $first 3)
    $o2.at = i32.add $o2@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.8 = f64x2.mul $r1_now_1 $since.2
        $exp.8 = exp $x.8
        $r1.4 = v128.load $r1.at
        $r1_now.2 = f64x2.mul $exp.8 $r1.4
        $x.9 = f64x2.mul $r2_now_1 $since.2
        $exp.9 = exp $x.9
        $r2.6 = v128.load $r2.at
        $r2_now.2 = f64x2.mul $exp.9 $r2.6
        $x.10 = f64x2.mul $o1_now_1 $since.2
        $exp.10 = exp $x.10
        $o1.4 = v128.load $o1.at
        $o1_now.2 = f64x2.mul $exp.10 $o1.4
        $x.11 = f64x2.mul $o2_now_1 $since.2
        $exp.11 = exp $x.11
        $o2.2 = v128.load $o2.at
        $o2_now.2 = f64x2.mul $exp.11 $o2.2
        $r1.4 = $r1_now.2
        $r2.6 = $r2_now.2
        $o1.4 = $o1_now.2
        $o2.2 = $o2_now.2
        $updated.2 = $step.1
        $less.2 = f64x2.mul $o1.4 (f64x2.add $A2_minus (f64x2.mul $A3_minus $r2.6))
        $weight.2 = v128.load $weight.at
        $weight.2 = v128.bitselect
          (f64x2.min (f64x2.max (f64x2.sub $weight.2 $less.2) 0) $w_max)
          $weight.2
          (f64x2.gt $active 0)
        $r1.4 = f64x2.add $r1.4 1
        $r2.6 = f64x2.add $r2.6 1
        v128.store $r1.at $r1.4
        v128.store $r2.at $r2.6
        v128.store $o1.at $o1.4
        v128.store $o2.at $o2.2
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $weight.at $weight.2
        $updated.at = i32.add $updated.at 8
        $r1.at = i32.add $r1.at 16
        $r2.at = i32.add $r2.at 16
        $o1.at = i32.add $o1.at 16
        $o2.at = i32.add $o2.at 16
        $weight.at = i32.add $weight.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)

;; TripletSTDP · on_post · from pre to post · once per link
export func on_post_link($frame i32)
  $tau_plus = v128.load64_splat +48 $frame
  $r1_now_1 = f64x2.div -1 $tau_plus
  $tau_x = v128.load64_splat +56 $frame
  $r2_now_1 = f64x2.div -1 $tau_x
  $tau_minus = v128.load64_splat +64 $frame
  $o1_now_1 = f64x2.div -1 $tau_minus
  $tau_y = v128.load64_splat +72 $frame
  $o2_now_1 = f64x2.div -1 $tau_y
  f64.store +112 $frame (f64x2.extract_lane 0 $r1_now_1)
  f64.store +120 $frame (f64x2.extract_lane 0 $r2_now_1)
  f64.store +128 $frame (f64x2.extract_lane 0 $o1_now_1)
  f64.store +136 $frame (f64x2.extract_lane 0 $o2_now_1)

;; TripletSTDP · on_post · from pre to post
export func on_post($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, r1 1, r2 1, o1 1, o2 1, weight 1
  ;; shared  tau_plus ms, tau_x ms, tau_minus ms, tau_y ms, A2_plus 1, A3_plus 1, active 1, w_max 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $r1_now_1 = v128.load64_splat +112 $frame
  $r2_now_1 = v128.load64_splat +120 $frame
  $o1_now_1 = v128.load64_splat +128 $frame
  $o2_now_1 = v128.load64_splat +136 $frame
  $A2_plus = v128.load64_splat +80 $frame
  $A3_plus = v128.load64_splat +88 $frame
  $active = v128.load64_splat +96 $frame
  $w_max = v128.load64_splat +104 $frame
  $updated@ = i32.load +20 $frame
  $r1@ = i32.load +24 $frame
  $r2@ = i32.load +28 $frame
  $o1@ = i32.load +32 $frame
  $o2@ = i32.load +36 $frame
  $weight@ = i32.load +40 $frame
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
          $since_2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated)) $dt
          $x = f64x2.mul $r1_now_1 $since_2
          $exp = exp $x
          $r1 = v128.load64_splat (i32.add $r1@ (i32.shl $i 3))
          $r1_now_2 = f64x2.mul $exp $r1
          $x.1 = f64x2.mul $r2_now_1 $since_2
          $exp.1 = exp $x.1
          $r2 = v128.load64_splat (i32.add $r2@ (i32.shl $i 3))
          $r2_now_2 = f64x2.mul $exp.1 $r2
          $x.2 = f64x2.mul $o1_now_1 $since_2
          $exp.2 = exp $x.2
          $o1 = v128.load64_splat (i32.add $o1@ (i32.shl $i 3))
          $o1_now_2 = f64x2.mul $exp.2 $o1
          $x.3 = f64x2.mul $o2_now_1 $since_2
          $exp.3 = exp $x.3
          $o2 = v128.load64_splat (i32.add $o2@ (i32.shl $i 3))
          $o2_now_2 = f64x2.mul $exp.3 $o2
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i 3)) $r1_now_2
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i 3)) $r2_now_2
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i 3)) $o1_now_2
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i 3)) $o2_now_2
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $r1.1 = v128.load64_splat (i32.add $r1@ (i32.shl $i 3))
          $o2.1 = v128.load64_splat (i32.add $o2@ (i32.shl $i 3))
          $more = f64x2.mul $r1.1 (f64x2.add $A2_plus (f64x2.mul $A3_plus $o2.1))
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight $more) 0) $w_max)
              $weight
              (f64x2.gt $active 0))
          $o1.1 = v128.load64_splat (i32.add $o1@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i 3)) (f64x2.add $o1.1 1)
          $o2.2 = v128.load64_splat (i32.add $o2@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i 3)) (f64x2.add $o2.2 1)
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.5 = $first
      block @done
        br_if @done (i32.ge_s $k.5 $last)
        loop @next-element
          $i.1 = $k.5
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since_2.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x.4 = f64x2.mul $r1_now_1 $since_2.1
          $exp.4 = exp $x.4
          $r1.2 = v128.load64_splat (i32.add $r1@ (i32.shl $i.1 3))
          $r1_now_2.1 = f64x2.mul $exp.4 $r1.2
          $x.5 = f64x2.mul $r2_now_1 $since_2.1
          $exp.5 = exp $x.5
          $r2.1 = v128.load64_splat (i32.add $r2@ (i32.shl $i.1 3))
          $r2_now_2.1 = f64x2.mul $exp.5 $r2.1
          $x.6 = f64x2.mul $o1_now_1 $since_2.1
          $exp.6 = exp $x.6
          $o1.2 = v128.load64_splat (i32.add $o1@ (i32.shl $i.1 3))
          $o1_now_2.1 = f64x2.mul $exp.6 $o1.2
          $x.7 = f64x2.mul $o2_now_1 $since_2.1
          $exp.7 = exp $x.7
          $o2.3 = v128.load64_splat (i32.add $o2@ (i32.shl $i.1 3))
          $o2_now_2.1 = f64x2.mul $exp.7 $o2.3
          v128.store64_lane lane=0 (i32.add $r1@ (i32.shl $i.1 3)) $r1_now_2.1
          v128.store64_lane lane=0 (i32.add $r2@ (i32.shl $i.1 3)) $r2_now_2.1
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i.1 3)) $o1_now_2.1
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i.1 3)) $o2_now_2.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $r1.3 = v128.load64_splat (i32.add $r1@ (i32.shl $i.1 3))
          $o2.4 = v128.load64_splat (i32.add $o2@ (i32.shl $i.1 3))
          $more.1 = f64x2.mul $r1.3 (f64x2.add $A2_plus (f64x2.mul $A3_plus $o2.4))
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight.1 $more.1) 0) $w_max)
              $weight.1
              (f64x2.gt $active 0))
          $o1.3 = v128.load64_splat (i32.add $o1@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $o1@ (i32.shl $i.1 3)) (f64x2.add $o1.3 1)
          $o2.5 = v128.load64_splat (i32.add $o2@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $o2@ (i32.shl $i.1 3)) (f64x2.add $o2.5 1)
          $k.5 = i32.add $k.5 1
          br_if @next-element (i32.lt_s $k.5 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $r1.at = i32.add $r1@ (i32.shl $first 3)
    $r2.at = i32.add $r2@ (i32.shl $first 3)
    $o1.at = i32.add $o1@ (i32.shl $first 3)
    $o2.at = i32.add $o2@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since_2.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.8 = f64x2.mul $r1_now_1 $since_2.2
        $exp.8 = exp $x.8
        $r1.4 = v128.load $r1.at
        $r1_now_2.2 = f64x2.mul $exp.8 $r1.4
        $x.9 = f64x2.mul $r2_now_1 $since_2.2
        $exp.9 = exp $x.9
        $r2.2 = v128.load $r2.at
        $r2_now_2.2 = f64x2.mul $exp.9 $r2.2
        $x.10 = f64x2.mul $o1_now_1 $since_2.2
        $exp.10 = exp $x.10
        $o1.4 = v128.load $o1.at
        $o1_now_2.2 = f64x2.mul $exp.10 $o1.4
        $x.11 = f64x2.mul $o2_now_1 $since_2.2
        $exp.11 = exp $x.11
        $o2.6 = v128.load $o2.at
        $o2_now_2.2 = f64x2.mul $exp.11 $o2.6
        $r1.4 = $r1_now_2.2
        $r2.2 = $r2_now_2.2
        $o1.4 = $o1_now_2.2
        $o2.6 = $o2_now_2.2
        $updated.2 = $step.1
        $more.2 = f64x2.mul $r1.4 (f64x2.add $A2_plus (f64x2.mul $A3_plus $o2.6))
        $weight.2 = v128.load $weight.at
        $weight.2 = v128.bitselect
          (f64x2.min (f64x2.max (f64x2.add $weight.2 $more.2) 0) $w_max)
          $weight.2
          (f64x2.gt $active 0)
        $o1.4 = f64x2.add $o1.4 1
        $o2.6 = f64x2.add $o2.6 1
        v128.store $r1.at $r1.4
        v128.store $r2.at $r2.2
        v128.store $o1.at $o1.4
        v128.store $o2.at $o2.6
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $weight.at $weight.2
        $updated.at = i32.add $updated.at 8
        $r1.at = i32.add $r1.at 16
        $r2.at = i32.add $r2.at 16
        $o1.at = i32.add $o1.at 16
        $o2.at = i32.add $o2.at 16
        $weight.at = i32.add $weight.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
