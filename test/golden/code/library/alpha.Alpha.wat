;; Alpha — from models/synapses/alpha.livn
import memory livn.memory 1

;; Alpha · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  g nS, x nS
  ;; shared  P_g_g , P_g_x , P_x_x 
  $P_g_g = v128.load64_splat +32 $frame
  $P_g_x = v128.load64_splat +40 $frame
  $P_x_x = v128.load64_splat +48 $frame
  $g@ = i32.load +20 $frame
  $x@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $g.at = i32.add $g@ (i32.shl $first 3)
  $x.at = i32.add $x@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $g = v128.load $g.at
      $x = v128.load $x.at
      $g_new = f64x2.add (f64x2.mul $P_g_g $g) (f64x2.mul $P_g_x $x)
      $x_new = f64x2.mul $P_x_x $x
      $g = $g_new
      $x = $x_new
      $g.1 = v128.load +16 $g.at
      $x.1 = v128.load +16 $x.at
      $g_new.1 = f64x2.add (f64x2.mul $P_g_g $g.1) (f64x2.mul $P_g_x $x.1)
      $x_new.1 = f64x2.mul $P_x_x $x.1
      $g.1 = $g_new.1
      $x.1 = $x_new.1
      v128.store $g.at $g
      v128.store $x.at $x
      v128.store +16 $g.at $g.1
      v128.store +16 $x.at $x.1
      $g.at = i32.add $g.at 32
      $x.at = i32.add $x.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; Alpha · on_pre · from pre to Alpha · once per link
export func connection_on_pre_link($frame i32)
  $post.q = v128.load64_splat +32 $frame
  $post.x_1 = f64x2.mul 2.718281828459045 $post.q
  f64.store +40 $frame (f64x2.extract_lane 0 $post.x_1)

;; Alpha · on_pre · from pre to Alpha
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, post.x nS
  ;; shared  post.q nS
  $post.x_1 = v128.load64_splat +40 $frame
  $weight@ = i32.load +20 $frame
  $post.x@ = i32.load +24 $frame
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
        $post.x = v128.load64_splat (i32.add $post.x@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.x@ (i32.shl $target 3))
          (f64x2.add $post.x (f64x2.mul $post.x_1 $weight))
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
        $post.x.1 = v128.load64_splat (i32.add $post.x@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.x@ (i32.shl $target.1 3))
          (f64x2.add $post.x.1 (f64x2.mul $post.x_1 $weight.1))
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
