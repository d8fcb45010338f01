;; GapJunction — from models/synapses/gap-junction.livn
import memory livn.memory 1

;; GapJunction · add_up · from pre to GapJunction
export func connection_add_up($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, pre.v , post.v , post.I pA
  ;; shared  post.g nS
  $post.g = v128.load64_splat +40 $frame
  $weight@ = i32.load +20 $frame
  $pre.v@ = i32.load +24 $frame
  $post.v@ = i32.load +28 $frame
  $post.I@ = i32.load +32 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $source = i32.load (i32.add $source@ (i32.shl $i 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $weight = f64x2.promote_low_f32x4 (v128.load32_splat (i32.add $weight@ (i32.shl $i 2)))
        $pre.v = v128.load64_splat (i32.add $pre.v@ (i32.shl $source 3))
        $post.v = v128.load64_splat (i32.add $post.v@ (i32.shl $target 3))
        $post.I = v128.load64_splat (i32.add $post.I@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.I@ (i32.shl $target 3))
          (f64x2.add $post.I (f64x2.mul (f64x2.mul $weight $post.g) (f64x2.sub $pre.v $post.v)))
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $source.1 = i32.load (i32.add $source@ (i32.shl $i.1 2))
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $weight.1 = f64x2.promote_low_f32x4 (v128.load32_splat (i32.add $weight@ (i32.shl $i.1 2)))
        $pre.v.1 = v128.load64_splat (i32.add $pre.v@ (i32.shl $source.1 3))
        $post.v.1 = v128.load64_splat (i32.add $post.v@ (i32.shl $target.1 3))
        $post.I.1 = v128.load64_splat (i32.add $post.I@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.I@ (i32.shl $target.1 3))
          (f64x2.add
            $post.I.1
            (f64x2.mul (f64x2.mul $weight.1 $post.g) (f64x2.sub $pre.v.1 $post.v.1)))
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
