;; InhibitorySTDP — from models/plasticity/inhibitory-stdp.livn
import memory livn.memory 1

;; InhibitorySTDP · on_pre · from pre to post · once per link
export func on_pre_link($frame i32)
  $tau = v128.load64_splat +40 $frame
  $pre_now_1 = f64x2.div -1 $tau
  $rho = v128.load64_splat +64 $frame
  $weight_1 = f64x2.mul (f64x2.mul 2 $rho) $tau
  f64.store +80 $frame (f64x2.extract_lane 0 $pre_now_1)
  f64.store +88 $frame (f64x2.extract_lane 0 $weight_1)

;; InhibitorySTDP · on_pre · from pre to post
export func on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, pre 1, post 1, weight 1
  ;; shared  tau ms, active 1, eta 1, rho Hz, w_max 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $pre_now_1 = v128.load64_splat +80 $frame
  $active = v128.load64_splat +48 $frame
  $eta = v128.load64_splat +56 $frame
  $weight_1 = v128.load64_splat +88 $frame
  $w_max = v128.load64_splat +72 $frame
  $updated@ = i32.load +20 $frame
  $pre@ = i32.load +24 $frame
  $post@ = i32.load +28 $frame
  $weight@ = i32.load +32 $frame
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
          $post = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          $post_now = f64x2.mul $exp $post
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) $pre_now
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) $post_now
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $pre.1 = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) (f64x2.add $pre.1 1)
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $post.1 = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min
                (f64x2.max (f64x2.add $weight (f64x2.mul $eta (f64x2.sub $post.1 $weight_1))) 0)
                $w_max)
              $weight
              (f64x2.gt $active 0))
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.2 = $first
      block @done
        br_if @done (i32.ge_s $k.2 $last)
        loop @next-element
          $i.1 = $k.2
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x.1 = f64x2.mul $pre_now_1 $since.1
          $exp.1 = exp $x.1
          $pre.2 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          $pre_now.1 = f64x2.mul $exp.1 $pre.2
          $post.2 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          $post_now.1 = f64x2.mul $exp.1 $post.2
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) $pre_now.1
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) $post_now.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $pre.3 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) (f64x2.add $pre.3 1)
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $post.3 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min
                (f64x2.max (f64x2.add $weight.1 (f64x2.mul $eta (f64x2.sub $post.3 $weight_1))) 0)
                $w_max)
              $weight.1
              (f64x2.gt $active 0))
          $k.2 = i32.add $k.2 1
          br_if @next-element (i32.lt_s $k.2 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $pre.at = i32.add $pre@ (i32.shl $first 3)
    $post.at = i32.add $post@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.2 = f64x2.mul $pre_now_1 $since.2
        $exp.2 = exp $x.2
        $pre.4 = v128.load $pre.at
        $pre_now.2 = f64x2.mul $exp.2 $pre.4
        $post.4 = v128.load $post.at
        $post_now.2 = f64x2.mul $exp.2 $post.4
        $pre.4 = $pre_now.2
        $post.4 = $post_now.2
        $updated.2 = $step.1
        $pre.4 = f64x2.add $pre.4 1
        $weight.2 = v128.load $weight.at
        $weight.2 = v128.bitselect
          (f64x2.min
            (f64x2.max (f64x2.add $weight.2 (f64x2.mul $eta (f64x2.sub $post.4 $weight_1))) 0)
            $w_max)
          $weight.2
          (f64x2.gt $active 0)
        v128.store $pre.at $pre.4
        v128.store $post.at $post.4
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $weight.at $weight.2
        $updated.at = i32.add $updated.at 8
        $pre.at = i32.add $pre.at 16
        $post.at = i32.add $post.at 16
        $weight.at = i32.add $weight.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)

;; InhibitorySTDP · on_post · from pre to post · once per link
export func on_post_link($frame i32)
  $tau = v128.load64_splat +40 $frame
  $pre_now_1 = f64x2.div -1 $tau
  f64.store +72 $frame (f64x2.extract_lane 0 $pre_now_1)

;; InhibitorySTDP · on_post · from pre to post
export func on_post($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  updated integer, pre 1, post 1, weight 1
  ;; shared  tau ms, active 1, eta 1, w_max 1
  $step.1 = i32x4.splat $step
  $dt = v128.load64_splat $frame
  $pre_now_1 = v128.load64_splat +72 $frame
  $active = v128.load64_splat +48 $frame
  $eta = v128.load64_splat +56 $frame
  $w_max = v128.load64_splat +64 $frame
  $updated@ = i32.load +20 $frame
  $pre@ = i32.load +24 $frame
  $post@ = i32.load +28 $frame
  $weight@ = i32.load +32 $frame
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
          $post = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          $post_now_2 = f64x2.mul $exp $post
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i 3)) $pre_now_2
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) $post_now_2
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i 2)) $step.1
          $post.1 = v128.load64_splat (i32.add $post@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i 3)) (f64x2.add $post.1 1)
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $pre.1 = v128.load64_splat (i32.add $pre@ (i32.shl $i 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight (f64x2.mul $eta $pre.1)) 0) $w_max)
              $weight
              (f64x2.gt $active 0))
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.2 = $first
      block @done
        br_if @done (i32.ge_s $k.2 $last)
        loop @next-element
          $i.1 = $k.2
          $updated.1 = v128.load32_splat (i32.add $updated@ (i32.shl $i.1 2))
          $since_2.1 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.1)) $dt
          $x.1 = f64x2.mul $pre_now_1 $since_2.1
          $exp.1 = exp $x.1
          $pre.2 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          $pre_now_2.1 = f64x2.mul $exp.1 $pre.2
          $post.2 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          $post_now_2.1 = f64x2.mul $exp.1 $post.2
          v128.store64_lane lane=0 (i32.add $pre@ (i32.shl $i.1 3)) $pre_now_2.1
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) $post_now_2.1
          v128.store32_lane lane=0 (i32.add $updated@ (i32.shl $i.1 2)) $step.1
          $post.3 = v128.load64_splat (i32.add $post@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $post@ (i32.shl $i.1 3)) (f64x2.add $post.3 1)
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $pre.3 = v128.load64_splat (i32.add $pre@ (i32.shl $i.1 3))
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect
              (f64x2.min (f64x2.max (f64x2.add $weight.1 (f64x2.mul $eta $pre.3)) 0) $w_max)
              $weight.1
              (f64x2.gt $active 0))
          $k.2 = i32.add $k.2 1
          br_if @next-element (i32.lt_s $k.2 $last)
  else
    $i.2 = $first
    $updated.at = i32.add $updated@ (i32.shl $first 2)
    $pre.at = i32.add $pre@ (i32.shl $first 3)
    $post.at = i32.add $post@ (i32.shl $first 3)
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $updated.2 = v128.load64_zero $updated.at
        $since_2.2 = f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub $step.1 $updated.2)) $dt
        $x.2 = f64x2.mul $pre_now_1 $since_2.2
        $exp.2 = exp $x.2
        $pre.4 = v128.load $pre.at
        $pre_now_2.2 = f64x2.mul $exp.2 $pre.4
        $post.4 = v128.load $post.at
        $post_now_2.2 = f64x2.mul $exp.2 $post.4
        $pre.4 = $pre_now_2.2
        $post.4 = $post_now_2.2
        $updated.2 = $step.1
        $post.4 = f64x2.add $post.4 1
        $weight.2 = v128.load $weight.at
        $weight.2 = v128.bitselect
          (f64x2.min (f64x2.max (f64x2.add $weight.2 (f64x2.mul $eta $pre.4)) 0) $w_max)
          $weight.2
          (f64x2.gt $active 0)
        v128.store $pre.at $pre.4
        v128.store $post.at $post.4
        v128.store64_lane lane=0 $updated.at $updated.2
        v128.store $weight.at $weight.2
        $updated.at = i32.add $updated.at 8
        $pre.at = i32.add $pre.at 16
        $post.at = i32.add $post.at 16
        $weight.at = i32.add $weight.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
