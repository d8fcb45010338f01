;; VoltageSTDP — from models/plasticity/voltage-stdp.livn
import memory livn.memory 1

;; VoltageSTDP · step · once per link
export func step_link($frame i32)
  $slope = v128.load64_splat +48 $frame
  $log = log $slope
  $ltp_1 = f64x2.neg $log
  $A_ltp = v128.load64_splat +80 $frame
  $move_1 = f64x2.mul 2 $A_ltp
  $tau_learn = v128.load64_splat +96 $frame
  $per_tau_learn = f64x2.div 1 $tau_learn
  $Q_learned_l = v128.load64_splat +120 $frame
  $learned_1 = f64x2.mul $Q_learned_l 0.008
  $Q_l_l = v128.load64_splat +136 $frame
  $l_1 = f64x2.mul $Q_l_l 0.008
  f64.store +144 $frame (f64x2.extract_lane 0 $ltp_1)
  f64.store +152 $frame (f64x2.extract_lane 0 $move_1)
  f64.store +160 $frame (f64x2.extract_lane 0 $per_tau_learn)
  f64.store +168 $frame (f64x2.extract_lane 0 $learned_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $l_1)

;; VoltageSTDP · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, learned 1, l 1
  ;; shared  side 1, theta_ltp mV, slope 1, half_ltp mV, theta_ltd mV, half_ltd mV, A_ltp 1, A_ltd 1, tau_learn 1, P_learned_learned , P_learned_l , Q_learned_l , P_l_l , Q_l_l 
  $side = v128.load64_splat +32 $frame
  $theta_ltp = v128.load64_splat +40 $frame
  $ltp_1 = v128.load64_splat +144 $frame
  $half_ltp = v128.load64_splat +56 $frame
  $theta_ltd = v128.load64_splat +64 $frame
  $half_ltd = v128.load64_splat +72 $frame
  $slope = v128.load64_splat +48 $frame
  $A_ltd = v128.load64_splat +88 $frame
  $move_1 = v128.load64_splat +152 $frame
  $per_tau_learn = v128.load64_splat +160 $frame
  $P_learned_learned = v128.load64_splat +104 $frame
  $P_learned_l = v128.load64_splat +112 $frame
  $learned_1 = v128.load64_splat +168 $frame
  $P_l_l = v128.load64_splat +128 $frame
  $l_1 = v128.load64_splat +176 $frame
  $v@ = i32.load +20 $frame
  $learned@ = i32.load +24 $frame
  $l@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $learned.at = i32.add $learned@ (i32.shl $first 3)
  $l.at = i32.add $l@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $x = f64x2.mul $ltp_1 (f64x2.sub $v $half_ltp)
      $exp = exp $x
      $ltp = f64x2.div
        (v128.and (f64x2.gt (f64x2.mul $side (f64x2.sub $v $theta_ltp)) 0) 1)
        (f64x2.add 1 $exp)
      $x.1 = f64x2.mul $ltp_1 (f64x2.sub $v $half_ltd)
      $exp.1 = exp $x.1
      $ltd = f64x2.div
        (v128.and (f64x2.gt (f64x2.mul $side (f64x2.sub $v $theta_ltd)) 0) 1)
        (f64x2.add 1 $exp.1)
      $x.2 = f64x2.mul (f64x2.sub (f64x2.mul $A_ltd $ltd) (f64x2.mul $move_1 $ltp)) $per_tau_learn
      $pow = pow $slope $x.2
      $move = f64x2.sub (f64x2.div 2 (f64x2.add 1 $pow)) 1
      $learned = v128.load $learned.at
      $l = v128.load $l.at
      $learned_new = f64x2.add
        (f64x2.add (f64x2.mul $P_learned_learned $learned) (f64x2.mul $P_learned_l $l))
        (f64x2.mul $learned_1 $move)
      $l_new = f64x2.add (f64x2.mul $P_l_l $l) (f64x2.mul $l_1 $move)
      $learned = $learned_new
      $l = $l_new
      v128.store $learned.at $learned
      v128.store $l.at $l
      $v.at = i32.add $v.at 16
      $learned.at = i32.add $learned.at 16
      $l.at = i32.add $l.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; VoltageSTDP · initialize · from pre to VoltageSTDP
export func connection_initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  plastic 1, seen 1, knows 1
  $plastic@ = i32.load +20 $frame
  $seen@ = i32.load +24 $frame
  $knows@ = i32.load +28 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    if $list
      $k = $first
      block @done
        br_if @done (i32.ge_s $k $last)
        loop @next-element
          $i = i32.load (i32.add $list (i32.shl $k 2))
          v128.store64_lane lane=0 (i32.add $plastic@ (i32.shl $i 3)) 1
          v128.store64_lane lane=0 (i32.add $seen@ (i32.shl $i 3)) 0
          v128.store64_lane lane=0 (i32.add $knows@ (i32.shl $i 3)) 0
          $k = i32.add $k 1
          br_if @next-element (i32.lt_s $k $last)
    else
      $k.1 = $first
      block @done
        br_if @done (i32.ge_s $k.1 $last)
        loop @next-element
          $i.1 = $k.1
          v128.store64_lane lane=0 (i32.add $plastic@ (i32.shl $i.1 3)) 1
          v128.store64_lane lane=0 (i32.add $seen@ (i32.shl $i.1 3)) 0
          v128.store64_lane lane=0 (i32.add $knows@ (i32.shl $i.1 3)) 0
          $k.1 = i32.add $k.1 1
          br_if @next-element (i32.lt_s $k.1 $last)
  else
    $i.2 = $first
    $plastic.at = i32.add $plastic@ (i32.shl $first 3)
    $seen.at = i32.add $seen@ (i32.shl $first 3)
    $knows.at = i32.add $knows@ (i32.shl $first 3)
    block @done
      br_if @done (i32.ge_s $i.2 $last)
      loop @next-cells
        $plastic = 1
        $seen = 0
        $knows = 0
        $plastic.1 = 1
        $seen.1 = 0
        $knows.1 = 0
        v128.store $plastic.at $plastic
        v128.store $seen.at $seen
        v128.store $knows.at $knows
        v128.store +16 $plastic.at $plastic.1
        v128.store +16 $seen.at $seen.1
        v128.store +16 $knows.at $knows.1
        $plastic.at = i32.add $plastic.at 32
        $seen.at = i32.add $seen.at 32
        $knows.at = i32.add $knows.at 32
        $i.2 = i32.add $i.2 4
        br_if @next-cells (i32.lt_s $i.2 $last)

;; VoltageSTDP · on_pre · from pre to VoltageSTDP · once per link
export func connection_on_pre_link($frame i32)
  $active = v128.load64_splat +40 $frame
  $change_1 = v128.and (f64x2.gt $active 0) 1
  f64.store +64 $frame (f64x2.extract_lane 0 $change_1)

;; VoltageSTDP · on_pre · from pre to VoltageSTDP
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  knows 1, post.learned 1, seen 1, plastic 1
  ;; shared  active 1, w_min 1, w_max 1
  $change_1 = v128.load64_splat +64 $frame
  $w_min = v128.load64_splat +48 $frame
  $w_max = v128.load64_splat +56 $frame
  $knows@ = i32.load +20 $frame
  $post.learned@ = i32.load +24 $frame
  $seen@ = i32.load +28 $frame
  $plastic@ = i32.load +32 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $knows = v128.load64_splat (i32.add $knows@ (i32.shl $i 3))
        $post.learned = v128.load64_splat (i32.add $post.learned@ (i32.shl $target 3))
        $seen = v128.load64_splat (i32.add $seen@ (i32.shl $i 3))
        $plastic = v128.load64_splat (i32.add $plastic@ (i32.shl $i 3))
        $change = f64x2.mul
          (f64x2.mul (f64x2.mul $change_1 $knows) (f64x2.sub $post.learned $seen))
          $plastic
        v128.store64_lane lane=0
          (i32.add $plastic@ (i32.shl $i 3))
          (f64x2.min (f64x2.max (f64x2.add $plastic $change) $w_min) $w_max)
        $post.learned.1 = v128.load64_splat (i32.add $post.learned@ (i32.shl $target 3))
        v128.store64_lane lane=0 (i32.add $seen@ (i32.shl $i 3)) $post.learned.1
        v128.store64_lane lane=0 (i32.add $knows@ (i32.shl $i 3)) $change_1
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $knows.1 = v128.load64_splat (i32.add $knows@ (i32.shl $i.1 3))
        $post.learned.2 = v128.load64_splat (i32.add $post.learned@ (i32.shl $target.1 3))
        $seen.1 = v128.load64_splat (i32.add $seen@ (i32.shl $i.1 3))
        $plastic.1 = v128.load64_splat (i32.add $plastic@ (i32.shl $i.1 3))
        $change.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $change_1 $knows.1) (f64x2.sub $post.learned.2 $seen.1))
          $plastic.1
        v128.store64_lane lane=0
          (i32.add $plastic@ (i32.shl $i.1 3))
          (f64x2.min (f64x2.max (f64x2.add $plastic.1 $change.1) $w_min) $w_max)
        $post.learned.3 = v128.load64_splat (i32.add $post.learned@ (i32.shl $target.1 3))
        v128.store64_lane lane=0 (i32.add $seen@ (i32.shl $i.1 3)) $post.learned.3
        v128.store64_lane lane=0 (i32.add $knows@ (i32.shl $i.1 3)) $change_1
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
