;; Graded — from models/synapses/graded.livn
import memory livn.memory 1

;; Graded · add_up · from pre to Graded
export func connection_add_up($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, s 1, post.v , post.I pA
  ;; shared  post.g nS, post.E_rev mV
  $post.g = v128.load64_splat +40 $frame
  $post.E_rev = v128.load64_splat +48 $frame
  $weight@ = i32.load +20 $frame
  $s@ = i32.load +24 $frame
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
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $weight = f64x2.promote_low_f32x4 (v128.load32_splat (i32.add $weight@ (i32.shl $i 2)))
        $s = v128.load64_splat (i32.add $s@ (i32.shl $i 3))
        $post.v = v128.load64_splat (i32.add $post.v@ (i32.shl $target 3))
        $post.I = v128.load64_splat (i32.add $post.I@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.I@ (i32.shl $target 3))
          (f64x2.add
            $post.I
            (f64x2.mul (f64x2.mul (f64x2.mul $weight $post.g) $s) (f64x2.sub $post.E_rev $post.v)))
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
        $s.1 = v128.load64_splat (i32.add $s@ (i32.shl $i.1 3))
        $post.v.1 = v128.load64_splat (i32.add $post.v@ (i32.shl $target.1 3))
        $post.I.1 = v128.load64_splat (i32.add $post.I@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.I@ (i32.shl $target.1 3))
          (f64x2.add
            $post.I.1
            (f64x2.mul
              (f64x2.mul (f64x2.mul $weight.1 $post.g) $s.1)
              (f64x2.sub $post.E_rev $post.v.1)))
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)

;; Graded · advance · from pre to Graded · once per link
export func connection_advance_link($frame i32)
  $post.slope = v128.load64_splat +40 $frame
  $per_post.slope = f64x2.div 1 $post.slope
  f64.store +56 $frame (f64x2.extract_lane 0 $per_post.slope)

;; Graded · advance · from pre to Graded
export func connection_advance($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  pre.v , s 1
  ;; shared  post.V_half mV, post.slope mV, post.tau ms
  $post.V_half = v128.load64_splat +32 $frame
  $per_post.slope = v128.load64_splat +56 $frame
  $post.tau = v128.load64_splat +48 $frame
  $dt = v128.load64_splat $frame
  $pre.v@ = i32.load +20 $frame
  $s@ = i32.load +24 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $source = i32.load (i32.add $source@ (i32.shl $i 2))
        $pre.v = v128.load64_splat (i32.add $pre.v@ (i32.shl $source 3))
        $x = f64x2.mul (f64x2.sub $post.V_half $pre.v) $per_post.slope
        $exp = exp $x
        $s_inf = f64x2.div 1 (f64x2.add 1 $exp)
        $s_1 = f64x2.div 1 (f64x2.mul $post.tau (f64x2.sub 1 $s_inf))
        $s = v128.load64_splat (i32.add $s@ (i32.shl $i 3))
        $x.1 = f64x2.mul (f64x2.neg $s_1) $dt
        $exprel = exprel $x.1
        $s_new = f64x2.add
          $s
          (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.mul (f64x2.sub $s_inf $s) $s_1))
        v128.store64_lane lane=0 (i32.add $s@ (i32.shl $i 3)) $s_new
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.3 = $first
    block @done
      br_if @done (i32.ge_s $k.3 $last)
      loop @next-element
        $i.1 = $k.3
        $source.1 = i32.load (i32.add $source@ (i32.shl $i.1 2))
        $pre.v.1 = v128.load64_splat (i32.add $pre.v@ (i32.shl $source.1 3))
        $x.2 = f64x2.mul (f64x2.sub $post.V_half $pre.v.1) $per_post.slope
        $exp.1 = exp $x.2
        $s_inf.1 = f64x2.div 1 (f64x2.add 1 $exp.1)
        $s_1.1 = f64x2.div 1 (f64x2.mul $post.tau (f64x2.sub 1 $s_inf.1))
        $s.1 = v128.load64_splat (i32.add $s@ (i32.shl $i.1 3))
        $x.3 = f64x2.mul (f64x2.neg $s_1.1) $dt
        $exprel.1 = exprel $x.3
        $s_new.1 = f64x2.add
          $s.1
          (f64x2.mul (f64x2.mul $dt $exprel.1) (f64x2.mul (f64x2.sub $s_inf.1 $s.1) $s_1.1))
        v128.store64_lane lane=0 (i32.add $s@ (i32.shl $i.1 3)) $s_new.1
        $k.3 = i32.add $k.3 1
        br_if @next-element (i32.lt_s $k.3 $last)
