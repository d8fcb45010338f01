;; Inhibit — from models/networks/brunel.livn
import memory livn.memory 1

;; Inhibit · on_pre · from pre to Inhibit · once per link
export func connection_on_pre_link($frame i32)
  $post.g = v128.load64_splat +24 $frame
  $post.J = v128.load64_splat +32 $frame
  $post.v_1 = f64x2.neg (f64x2.mul $post.g $post.J)
  f64.store +40 $frame (f64x2.extract_lane 0 $post.v_1)

;; Inhibit · on_pre · from pre to Inhibit
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  post.v 
  ;; shared  post.g 1, post.J mV
  $post.v_1 = v128.load64_splat +40 $frame
  $post.v@ = i32.load +20 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $post.v = v128.load64_splat (i32.add $post.v@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.v@ (i32.shl $target 3))
          (f64x2.add $post.v $post.v_1)
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $post.v.1 = v128.load64_splat (i32.add $post.v@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.v@ (i32.shl $target.1 3))
          (f64x2.add $post.v.1 $post.v_1)
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
