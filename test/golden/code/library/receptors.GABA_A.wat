;; GABA_A — from models/synapses/receptors.livn
import memory livn.memory 1

;; GABA_A · step · once per link
export func step_link($frame i32)
  $tau_rise = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau_rise) $dt
  $exp = exp $x
  $tau_decay = v128.load64_splat +40 $frame
  $x.1 = f64x2.mul (f64x2.div -1 $tau_decay) $dt
  $exp.1 = exp $x.1
  f64.store +48 $frame (f64x2.extract_lane 0 $exp)
  f64.store +56 $frame (f64x2.extract_lane 0 $exp.1)

;; GABA_A · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  rise nS, decay nS
  ;; shared  tau_rise ms, tau_decay ms
  $decay_rise = v128.load64_splat +48 $frame
  $decay_decay = v128.load64_splat +56 $frame
  $rise@ = i32.load +20 $frame
  $decay@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $rise.at = i32.add $rise@ (i32.shl $first 3)
  $decay.at = i32.add $decay@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $rise = v128.load $rise.at
      $rise_new = f64x2.mul $decay_rise $rise
      $decay = v128.load $decay.at
      $decay_new = f64x2.mul $decay_decay $decay
      $rise = $rise_new
      $decay = $decay_new
      $rise.1 = v128.load +16 $rise.at
      $rise_new.1 = f64x2.mul $decay_rise $rise.1
      $decay.1 = v128.load +16 $decay.at
      $decay_new.1 = f64x2.mul $decay_decay $decay.1
      $rise.1 = $rise_new.1
      $decay.1 = $decay_new.1
      v128.store $rise.at $rise
      v128.store $decay.at $decay
      v128.store +16 $rise.at $rise.1
      v128.store +16 $decay.at $decay.1
      $rise.at = i32.add $rise.at 32
      $decay.at = i32.add $decay.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; GABA_A · on_pre · from pre to GABA_A · once per link
export func connection_on_pre_link($frame i32)
  $post.tau_rise = v128.load64_splat +32 $frame
  $post.tau_decay = v128.load64_splat +40 $frame
  $x = f64x2.div $post.tau_decay $post.tau_rise
  $log = log $x
  $post.rise_2 = f64x2.neg
    (f64x2.mul
      (f64x2.div
        (f64x2.mul $post.tau_rise $post.tau_decay)
        (f64x2.sub $post.tau_decay $post.tau_rise))
      $log)
  $post.q = v128.load64_splat +48 $frame
  $x.1 = f64x2.div $post.rise_2 $post.tau_decay
  $exp = exp $x.1
  $x.2 = f64x2.div $post.rise_2 $post.tau_rise
  $exp.1 = exp $x.2
  $post.rise_1 = f64x2.div $post.q (f64x2.sub $exp $exp.1)
  f64.store +56 $frame (f64x2.extract_lane 0 $post.rise_2)
  f64.store +64 $frame (f64x2.extract_lane 0 $post.rise_1)

;; GABA_A · on_pre · from pre to GABA_A
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, post.rise nS, post.decay nS
  ;; shared  post.tau_rise ms, post.tau_decay ms, post.q nS
  $post.rise_1 = v128.load64_splat +64 $frame
  $weight@ = i32.load +20 $frame
  $post.rise@ = i32.load +24 $frame
  $post.decay@ = i32.load +28 $frame
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
        $post.rise_3 = f64x2.mul $post.rise_1 $weight
        $post.rise = v128.load64_splat (i32.add $post.rise@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.rise@ (i32.shl $target 3))
          (f64x2.add $post.rise $post.rise_3)
        $post.decay = v128.load64_splat (i32.add $post.decay@ (i32.shl $target 3))
        v128.store64_lane lane=0
          (i32.add $post.decay@ (i32.shl $target 3))
          (f64x2.add $post.decay $post.rise_3)
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
        $post.rise_3.1 = f64x2.mul $post.rise_1 $weight.1
        $post.rise.1 = v128.load64_splat (i32.add $post.rise@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.rise@ (i32.shl $target.1 3))
          (f64x2.add $post.rise.1 $post.rise_3.1)
        $post.decay.1 = v128.load64_splat (i32.add $post.decay@ (i32.shl $target.1 3))
        v128.store64_lane lane=0
          (i32.add $post.decay@ (i32.shl $target.1 3))
          (f64x2.add $post.decay.1 $post.rise_3.1)
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
