;; Exponential — from models/synapses/exponential.livn
import memory livn.memory 1

;; Exponential · step · once per link
export func step_link($frame i32)
  $tau = v128.load64_splat +24 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau) $dt
  $exp = exp $x
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)

;; Exponential · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  g nS
  ;; shared  tau ms
  $decay_g = v128.load64_splat +32 $frame
  $g@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $g.at = i32.add $g@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $g = v128.load $g.at
      $g_new = f64x2.mul $decay_g $g
      $g = $g_new
      $g.1 = v128.load +16 $g.at
      $g_new.1 = f64x2.mul $decay_g $g.1
      $g.1 = $g_new.1
      v128.store $g.at $g
      v128.store +16 $g.at $g.1
      $g.at = i32.add $g.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; Exponential · on_pre · from pre to Exponential
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, post.g nS
  ;; shared  post.q nS
  $post.q = v128.load64_splat +32 $frame
  $weight@ = i32.load +20 $frame
  $post.g@ = i32.load +24 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $weight = f64x2.promote_low_f32x4 (v128.load32_splat (i32.add $weight@ (i32.shl $i 2)))
        $post.g = v128.load64_splat (i32.add $post.g@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.g@ (i32.shl $target 3))
          (f64x2.add $post.g (f64x2.mul $weight $post.q))
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $weight.1 = f64x2.promote_low_f32x4 (v128.load32_splat (i32.add $weight@ (i32.shl $i.1 2)))
        $post.g.1 = v128.load64_splat (i32.add $post.g@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.g@ (i32.shl $target.1 3))
          (f64x2.add $post.g.1 (f64x2.mul $weight.1 $post.q))
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
