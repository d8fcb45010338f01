;; SynapticScaling — from models/plasticity/synaptic-scaling.livn
import memory livn.memory 1

;; SynapticScaling · initialize · from pre to post
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  a Hz
  ;; shared  goal Hz
  $goal = v128.load64_splat +24 $frame
  $a@ = i32.load +20 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i 3)) $goal
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.1 = $first
      block @done
        br_if @done (i32.ge_s $k.1 $last)
        loop @next-element
          $i.1 = $k.1
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i.1 3)) $goal
          $k.1 = i32.add $k.1 1
          br_if @next-element (i32.lt_s $k.1 $last)
  else
    $i.2 = $first
    $a.at = i32.add $a@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $a = $goal
        $a.1 = $goal
        v128.store $a.at $a
        v128.store +16 $a.at $a.1
        $a.at = i32.add $a.at 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)

;; SynapticScaling · advance · from pre to post · once per link
export func advance_link($frame i32)
  $Q_learned_learned = v128.load64_splat +48 $frame
  $beta = v128.load64_splat +56 $frame
  $goal = v128.load64_splat +64 $frame
  $learned_1 = f64x2.mul $Q_learned_learned (f64x2.mul $beta $goal)
  f64.store +80 $frame (f64x2.extract_lane 0 $learned_1)

;; SynapticScaling · advance · from pre to post
export func advance($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  learned 1, a Hz
  ;; shared  P_learned_learned , P_learned_a , Q_learned_learned , beta 1, goal Hz, P_a_a 
  $P_learned_learned = v128.load64_splat +32 $frame
  $P_learned_a = v128.load64_splat +40 $frame
  $learned_1 = v128.load64_splat +80 $frame
  $P_a_a = v128.load64_splat +72 $frame
  $learned@ = i32.load +20 $frame
  $a@ = i32.load +24 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
          $a = v128.load64_splat (i32.add $a@ (i32.shl $i 3))
          $learned_new = f64x2.add
            (f64x2.add (f64x2.mul $P_learned_learned $learned) (f64x2.mul $P_learned_a $a))
            $learned_1
          $a_new = f64x2.mul $P_a_a $a
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) $learned_new
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i 3)) $a_new
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.1 = $first
      block @done
        br_if @done (i32.ge_s $k.1 $last)
        loop @next-element
          $i.1 = $k.1
          $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
          $a.1 = v128.load64_splat (i32.add $a@ (i32.shl $i.1 3))
          $learned_new.1 = f64x2.add
            (f64x2.add (f64x2.mul $P_learned_learned $learned.1) (f64x2.mul $P_learned_a $a.1))
            $learned_1
          $a_new.1 = f64x2.mul $P_a_a $a.1
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) $learned_new.1
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i.1 3)) $a_new.1
          $k.1 = i32.add $k.1 1
          br_if @next-element (i32.lt_s $k.1 $last)
  else
    $i.2 = $first
    $learned.at = i32.add $learned@ (i32.shl $first 3)
    $a.at = i32.add $a@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $learned.2 = v128.load $learned.at
        $a.2 = v128.load $a.at
        $learned_new.2 = f64x2.add
          (f64x2.add (f64x2.mul $P_learned_learned $learned.2) (f64x2.mul $P_learned_a $a.2))
          $learned_1
        $a_new.2 = f64x2.mul $P_a_a $a.2
        $learned.2 = $learned_new.2
        $a.2 = $a_new.2
        $learned.3 = v128.load +16 $learned.at
        $a.3 = v128.load +16 $a.at
        $learned_new.3 = f64x2.add
          (f64x2.add (f64x2.mul $P_learned_learned $learned.3) (f64x2.mul $P_learned_a $a.3))
          $learned_1
        $a_new.3 = f64x2.mul $P_a_a $a.3
        $learned.3 = $learned_new.3
        $a.3 = $a_new.3
        v128.store $learned.at $learned.2
        v128.store $a.at $a.2
        v128.store +16 $learned.at $learned.3
        v128.store +16 $a.at $a.3
        $learned.at = i32.add $learned.at 32
        $a.at = i32.add $a.at 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)

;; SynapticScaling · on_pre · from pre to post
export func on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, learned 1
  ;; shared  active 1
  $active = v128.load64_splat +32 $frame
  $weight@ = i32.load +20 $frame
  $learned@ = i32.load +24 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
          $exp = exp $learned
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect (f64x2.mul $weight $exp) $weight (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) 0
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.2 = $first
      block @done
        br_if @done (i32.ge_s $k.2 $last)
        loop @next-element
          $i.1 = $k.2
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
          $exp.1 = exp $learned.1
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect (f64x2.mul $weight.1 $exp.1) $weight.1 (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) 0
          $k.2 = i32.add $k.2 1
          br_if @next-element (i32.lt_s $k.2 $last)
  else
    $i.2 = $first
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    $learned.at = i32.add $learned@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $weight.2 = v128.load $weight.at
        $learned.2 = v128.load $learned.at
        $exp.2 = exp $learned.2
        $weight.2 = v128.bitselect (f64x2.mul $weight.2 $exp.2) $weight.2 (f64x2.gt $active 0)
        $learned.2 = 0
        v128.store $weight.at $weight.2
        v128.store $learned.at $learned.2
        $weight.at = i32.add $weight.at 16
        $learned.at = i32.add $learned.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)

;; SynapticScaling · on_post · from pre to post · once per link
export func on_post_link($frame i32)
  $tau = v128.load64_splat +40 $frame
  $per_tau = f64x2.div 1 $tau
  f64.store +48 $frame (f64x2.extract_lane 0 $per_tau)

;; SynapticScaling · on_post · from pre to post
export func on_post($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  weight 1, learned 1, a Hz
  ;; shared  active 1, tau second
  $active = v128.load64_splat +32 $frame
  $per_tau = v128.load64_splat +48 $frame
  $weight@ = i32.load +20 $frame
  $learned@ = i32.load +24 $frame
  $a@ = i32.load +28 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
          $learned = v128.load64_splat (i32.add $learned@ (i32.shl $i 3))
          $exp = exp $learned
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i 3))
            (v128.bitselect (f64x2.mul $weight $exp) $weight (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i 3)) 0
          $a = v128.load64_splat (i32.add $a@ (i32.shl $i 3))
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i 3)) (f64x2.add $a $per_tau)
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.2 = $first
      block @done
        br_if @done (i32.ge_s $k.2 $last)
        loop @next-element
          $i.1 = $k.2
          $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
          $learned.1 = v128.load64_splat (i32.add $learned@ (i32.shl $i.1 3))
          $exp.1 = exp $learned.1
          v128.store64_lane lane=0
            (i32.add $weight@ (i32.shl $i.1 3))
            (v128.bitselect (f64x2.mul $weight.1 $exp.1) $weight.1 (f64x2.gt $active 0))
          v128.store64_lane lane=0 (i32.add $learned@ (i32.shl $i.1 3)) 0
          $a.1 = v128.load64_splat (i32.add $a@ (i32.shl $i.1 3))
          v128.store64_lane lane=0 (i32.add $a@ (i32.shl $i.1 3)) (f64x2.add $a.1 $per_tau)
          $k.2 = i32.add $k.2 1
          br_if @next-element (i32.lt_s $k.2 $last)
  else
    $i.2 = $first
    $weight.at = i32.add $weight@ (i32.shl $first 3)
    $learned.at = i32.add $learned@ (i32.shl $first 3)
    $a.at = i32.add $a@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $weight.2 = v128.load $weight.at
        $learned.2 = v128.load $learned.at
        $exp.2 = exp $learned.2
        $weight.2 = v128.bitselect (f64x2.mul $weight.2 $exp.2) $weight.2 (f64x2.gt $active 0)
        $learned.2 = 0
        $a.2 = v128.load $a.at
        $a.2 = f64x2.add $a.2 $per_tau
        v128.store $weight.at $weight.2
        v128.store $learned.at $learned.2
        v128.store $a.at $a.2
        $weight.at = i32.add $weight.at 16
        $learned.at = i32.add $learned.at 16
        $a.at = i32.add $a.at 16
        $i.2 = i32.add $i.2 2
        br_if @next-cells (i32.lt_s $i.2 $last)
