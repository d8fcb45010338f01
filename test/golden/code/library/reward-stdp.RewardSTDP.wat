;; RewardSTDP — from models/plasticity/reward-stdp.livn
import memory livn.memory 1

;; RewardSTDP · step · once per link
export func step_link($frame i32)
  $tau_dopamine = v128.load64_splat +24 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau_dopamine) $dt
  $exp = exp $x
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)

;; RewardSTDP · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  dopamine 1
  ;; shared  tau_dopamine ms
  $decay_dopamine = v128.load64_splat +32 $frame
  $dopamine@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $dopamine.at = i32.add $dopamine@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $dopamine = v128.load $dopamine.at
      $dopamine_new = f64x2.mul $decay_dopamine $dopamine
      $dopamine = $dopamine_new
      $dopamine.1 = v128.load +16 $dopamine.at
      $dopamine_new.1 = f64x2.mul $decay_dopamine $dopamine.1
      $dopamine.1 = $dopamine_new.1
      v128.store $dopamine.at $dopamine
      v128.store +16 $dopamine.at $dopamine.1
      $dopamine.at = i32.add $dopamine.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; RewardSTDP · advance · from pre to RewardSTDP · once per link
export func connection_advance_link($frame i32)
  $tau_c = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau_c) $dt
  $exp = exp $x
  $learned_1 = f64x2.mul $dt 0.001
  f64.store +40 $frame (f64x2.extract_lane 0 $exp)
  f64.store +48 $frame (f64x2.extract_lane 0 $learned_1)

;; RewardSTDP · advance · from pre to RewardSTDP
export func connection_advance($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  c 1, learned 1, post.dopamine 1
  ;; shared  tau_c ms
  $decay_c = v128.load64_splat +40 $frame
  $learned_1 = v128.load64_splat +48 $frame
  $c@ = i32.load +20 $frame
  $learned@ = i32.load +24 $frame
  $post.dopamine@ = i32.load +28 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $c = v128.load64_splat (i32.add $c@ (i32.shl $i 3))
        $c_new = f64x2.mul $decay_c $c
        $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
        $post.dopamine = v128.load64_splat (i32.add $post.dopamine@ (i32.shl $target 3))
        $learned_new = f64x2.add $learned (f64x2.mul $learned_1 (f64x2.mul $c $post.dopamine))
        v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i 3)) $c_new
        v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) $learned_new
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $c.1 = v128.load64_splat (i32.add $c@ (i32.shl $i.1 3))
        $c_new.1 = f64x2.mul $decay_c $c.1
        $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
        $post.dopamine.1 = v128.load64_splat (i32.add $post.dopamine@ (i32.shl $target.1 3))
        $learned_new.1 = f64x2.add
          $learned.1
          (f64x2.mul $learned_1 (f64x2.mul $c.1 $post.dopamine.1))
        v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i.1 3)) $c_new.1
        v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) $learned_new.1
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)

;; RewardSTDP · on_pre · from pre to RewardSTDP · once per link
export func connection_on_pre_link($frame i32)
  $tau_pre = v128.load64_splat +48 $frame
  $pre_now_1 = f64x2.div -1 $tau_pre
  $tau_post = v128.load64_splat +56 $frame
  $post_now_1 = f64x2.div -1 $tau_post
  f64.store +88 $frame (f64x2.extract_lane 0 $pre_now_1)
  f64.store +96 $frame (f64x2.extract_lane 0 $post_now_1)

;; RewardSTDP · on_pre · from pre to RewardSTDP
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, pre 1, post 1, weight 1, learned 1, c 1
  ;; shared  tau_pre ms, tau_post ms, active 1, w_max 1, A_pre 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $pre_now_1 = v128.load64_splat +88 $frame
  $post_now_1 = v128.load64_splat +96 $frame
  $active = v128.load64_splat +64 $frame
  $w_max = v128.load64_splat +72 $frame
  $A_pre = v128.load64_splat +80 $frame
  $updated@ = i32.load +20 $frame
  $pre@ = i32.load +24 $frame
  $post@ = i32.load +28 $frame
  $weight@ = i32.load +32 $frame
  $learned@ = i32.load +36 $frame
  $c@ = i32.load +40 $frame
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
          $x = f64x2.mul $pre_now_1 $since
          $exp = exp $x
          $pre = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          $pre_now = f64x2.mul $exp $pre
          $x.1 = f64x2.mul $post_now_1 $since
          $exp.1 = exp $x.1
          $post = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          $post_now = f64x2.mul $exp.1 $post
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) $pre_now
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) $post_now
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $post.1 = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          $c = v128.load64_splat (i32.add $c@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i 3)) (f64x2.add $c $post.1)
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight $learned) 0) $w_max)
              $weight
              (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) 0
          $pre.1 = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) (f64x2.add $pre.1 $A_pre)
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
          $x.2 = f64x2.mul $pre_now_1 $since.1
          $exp.2 = exp $x.2
          $pre.2 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          $pre_now.1 = f64x2.mul $exp.2 $pre.2
          $x.3 = f64x2.mul $post_now_1 $since.1
          $exp.3 = exp $x.3
          $post.2 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          $post_now.1 = f64x2.mul $exp.3 $post.2
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) $pre_now.1
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) $post_now.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $post.3 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          $c.1 = v128.load64_splat (i32.add $c@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i.1 3)) (f64x2.add $c.1 $post.3)
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight.1 $learned.1) 0) $w_max)
              $weight.1
              (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) 0
          $pre.3 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) (f64x2.add $pre.3 $A_pre)
          $k.3 = i32.add $k.3 1
          br_if @next-element (i32.lt_s $k.3 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $pre.at = i32.add $pre@ (i32.shl $first 3)
    $post.at = i32.add $post@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    $learned.at = i32.add $learned@ (i32.shl $first 3)
    $c.at = i32.add $c@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.4 = f64x2.mul $pre_now_1 $since.2
        $exp.4 = exp $x.4
        $pre.4 = v128.load $pre.at
        $pre_now.2 = f64x2.mul $exp.4 $pre.4
        $x.5 = f64x2.mul $post_now_1 $since.2
        $exp.5 = exp $x.5
        $post.4 = v128.load $post.at
        $post_now.2 = f64x2.mul $exp.5 $post.4
        $pre.4 = $pre_now.2
        $post.4 = $post_now.2
        $updated.2 = $step.1
        $c.2 = v128.load $c.at
        $c.2 = f64x2.add $c.2 $post.4
        $weight.2 = v128.load $weight.at
        $learned.2 = v128.load $learned.at
        $weight.2 = v128.bitselect
          (f64x2.min (f64x2.max (f64x2.add $weight.2 $learned.2) 0) $w_max)
          $weight.2
          (f64x2.gt $active 0)
        $learned.2 = 0
        $pre.4 = f64x2.add $pre.4 $A_pre
        v128.store $pre.at $pre.4
        v128.store $post.at $post.4
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $c.at $c.2
        v128.store $weight.at $weight.2
        v128.store $learned.at $learned.2
        $updated.at = i32.add $updated.at 8
        $pre.at = i32.add $pre.at 16
        $post.at = i32.add $post.at 16
        $weight.at = i32.add $weight.at 16
        $learned.at = i32.add $learned.at 16
        $c.at = i32.add $c.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)

;; RewardSTDP · on_post · from pre to RewardSTDP · once per link
export func connection_on_post_link($frame i32)
  $tau_pre = v128.load64_splat +48 $frame
  $pre_now_1 = f64x2.div -1 $tau_pre
  $tau_post = v128.load64_splat +56 $frame
  $post_now_1 = f64x2.div -1 $tau_post
  f64.store +88 $frame (f64x2.extract_lane 0 $pre_now_1)
  f64.store +96 $frame (f64x2.extract_lane 0 $post_now_1)

;; RewardSTDP · on_post · from pre to RewardSTDP
export func connection_on_post($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, pre 1, post 1, weight 1, learned 1, c 1
  ;; shared  tau_pre ms, tau_post ms, active 1, w_max 1, A_post 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $pre_now_1 = v128.load64_splat +88 $frame
  $post_now_1 = v128.load64_splat +96 $frame
  $active = v128.load64_splat +64 $frame
  $w_max = v128.load64_splat +72 $frame
  $A_post = v128.load64_splat +80 $frame
  $updated@ = i32.load +20 $frame
  $pre@ = i32.load +24 $frame
  $post@ = i32.load +28 $frame
  $weight@ = i32.load +32 $frame
  $learned@ = i32.load +36 $frame
  $c@ = i32.load +40 $frame
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
          $x = f64x2.mul $pre_now_1 $since_2
          $exp = exp $x
          $pre = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          $pre_now_2 = f64x2.mul $exp $pre
          $x.1 = f64x2.mul $post_now_1 $since_2
          $exp.1 = exp $x.1
          $post = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          $post_now_2 = f64x2.mul $exp.1 $post
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) $pre_now_2
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) $post_now_2
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $pre.1 = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          $c = v128.load64_splat (i32.add $c@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i 3)) (f64x2.add $c $pre.1)
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight $learned) 0) $w_max)
              $weight
              (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) 0
          $post.1 = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) (f64x2.add $post.1 $A_post)
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.3 = $first
      block @done
        br_if @done (i32.ge_s $k.3 $last)
        loop @next-element
          $i.1 = $k.3
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since_2.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x.2 = f64x2.mul $pre_now_1 $since_2.1
          $exp.2 = exp $x.2
          $pre.2 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          $pre_now_2.1 = f64x2.mul $exp.2 $pre.2
          $x.3 = f64x2.mul $post_now_1 $since_2.1
          $exp.3 = exp $x.3
          $post.2 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          $post_now_2.1 = f64x2.mul $exp.3 $post.2
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) $pre_now_2.1
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) $post_now_2.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $pre.3 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          $c.1 = v128.load64_splat (i32.add $c@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $c@ (i32.shl $i.1 3)) (f64x2.add $c.1 $pre.3)
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight.1 $learned.1) 0) $w_max)
              $weight.1
              (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) 0
          $post.3 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) (f64x2.add $post.3 $A_post)
          $k.3 = i32.add $k.3 1
          br_if @next-element (i32.lt_s $k.3 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $pre.at = i32.add $pre@ (i32.shl $first 3)
    $post.at = i32.add $post@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    $learned.at = i32.add $learned@ (i32.shl $first 3)
    $c.at = i32.add $c@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since_2.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.4 = f64x2.mul $pre_now_1 $since_2.2
        $exp.4 = exp $x.4
        $pre.4 = v128.load $pre.at
        $pre_now_2.2 = f64x2.mul $exp.4 $pre.4
        $x.5 = f64x2.mul $post_now_1 $since_2.2
        $exp.5 = exp $x.5
        $post.4 = v128.load $post.at
        $post_now_2.2 = f64x2.mul $exp.5 $post.4
        $pre.4 = $pre_now_2.2
        $post.4 = $post_now_2.2
        $updated.2 = $step.1
        $c.2 = v128.load $c.at
        $c.2 = f64x2.add $c.2 $pre.4
        $weight.2 = v128.load $weight.at
        $learned.2 = v128.load $learned.at
        $weight.2 = v128.bitselect
          (f64x2.min (f64x2.max (f64x2.add $weight.2 $learned.2) 0) $w_max)
          $weight.2
          (f64x2.gt $active 0)
        $learned.2 = 0
        $post.4 = f64x2.add $post.4 $A_post
        v128.store $pre.at $pre.4
        v128.store $post.at $post.4
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $c.at $c.2
        v128.store $weight.at $weight.2
        v128.store $learned.at $learned.2
        $updated.at = i32.add $updated.at 8
        $pre.at = i32.add $pre.at 16
        $post.at = i32.add $post.at 16
        $weight.at = i32.add $weight.at 16
        $learned.at = i32.add $learned.at 16
        $c.at = i32.add $c.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
