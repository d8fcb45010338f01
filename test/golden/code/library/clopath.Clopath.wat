;; Clopath — from models/plasticity/clopath.livn
import memory livn.memory 1

;; Clopath · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, u_minus mV, u_plus mV
  $v@ = i32.load +20 $frame
  $u_minus@ = i32.load +24 $frame
  $u_plus@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u_minus.at = i32.add $u_minus@ (i32.shl $first 3)
  $u_plus.at = i32.add $u_plus@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $u_minus = $v
      $u_plus = $v
      $v.1 = v128.load +16 $v.at
      $u_minus.1 = $v.1
      $u_plus.1 = $v.1
      v128.store $u_minus.at $u_minus
      v128.store $u_plus.at $u_plus
      v128.store +16 $u_minus.at $u_minus.1
      v128.store +16 $u_plus.at $u_plus.1
      $v.at = i32.add $v.at 32
      $u_minus.at = i32.add $u_minus.at 32
      $u_plus.at = i32.add $u_plus.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; Clopath · step · once per link
export func step_link($frame i32)
  $tau_minus = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $decay_u_minus_1 = f64x2.mul (f64x2.div -1 $tau_minus) $dt
  $exp = exp $decay_u_minus_1
  $exprel = exprel $decay_u_minus_1
  $gain_u_minus = f64x2.mul $dt $exprel
  $gain_u_minus_per_tau_minus = f64x2.div $gain_u_minus $tau_minus
  $tau_plus = v128.load64_splat +40 $frame
  $decay_u_plus_1 = f64x2.mul (f64x2.div -1 $tau_plus) $dt
  $exp.1 = exp $decay_u_plus_1
  $exprel.1 = exprel $decay_u_plus_1
  $gain_u_plus = f64x2.mul $dt $exprel.1
  $gain_u_plus_per_tau_plus = f64x2.div $gain_u_plus $tau_plus
  f64.store +48 $frame (f64x2.extract_lane 0 $decay_u_minus_1)
  f64.store +56 $frame (f64x2.extract_lane 0 $exp)
  f64.store +64 $frame (f64x2.extract_lane 0 $gain_u_minus)
  f64.store +72 $frame (f64x2.extract_lane 0 $gain_u_minus_per_tau_minus)
  f64.store +80 $frame (f64x2.extract_lane 0 $decay_u_plus_1)
  f64.store +88 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +96 $frame (f64x2.extract_lane 0 $gain_u_plus)
  f64.store +104 $frame (f64x2.extract_lane 0 $gain_u_plus_per_tau_plus)

;; Clopath · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  u_minus mV, v mV, u_plus mV
  ;; shared  tau_minus ms, tau_plus ms
  $decay_u_minus = v128.load64_splat +56 $frame
  $gain_u_minus_per_tau_minus = v128.load64_splat +72 $frame
  $decay_u_plus = v128.load64_splat +88 $frame
  $gain_u_plus_per_tau_plus = v128.load64_splat +104 $frame
  $u_minus@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $u_plus@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $u_minus.at = i32.add $u_minus@ (i32.shl $first 3)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $u_plus.at = i32.add $u_plus@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $u_minus = v128.load $u_minus.at
      $v = v128.load $v.at
      $u_minus_new = f64x2.add
        (f64x2.mul $decay_u_minus $u_minus)
        (f64x2.mul $gain_u_minus_per_tau_minus $v)
      $u_plus = v128.load $u_plus.at
      $u_plus_new = f64x2.add
        (f64x2.mul $decay_u_plus $u_plus)
        (f64x2.mul $gain_u_plus_per_tau_plus $v)
      $u_minus = $u_minus_new
      $u_plus = $u_plus_new
      $u_minus.1 = v128.load +16 $u_minus.at
      $v.1 = v128.load +16 $v.at
      $u_minus_new.1 = f64x2.add
        (f64x2.mul $decay_u_minus $u_minus.1)
        (f64x2.mul $gain_u_minus_per_tau_minus $v.1)
      $u_plus.1 = v128.load +16 $u_plus.at
      $u_plus_new.1 = f64x2.add
        (f64x2.mul $decay_u_plus $u_plus.1)
        (f64x2.mul $gain_u_plus_per_tau_plus $v.1)
      $u_minus.1 = $u_minus_new.1
      $u_plus.1 = $u_plus_new.1
      v128.store $u_minus.at $u_minus
      v128.store $u_plus.at $u_plus
      v128.store +16 $u_minus.at $u_minus.1
      v128.store +16 $u_plus.at $u_plus.1
      $u_minus.at = i32.add $u_minus.at 32
      $v.at = i32.add $v.at 32
      $u_plus.at = i32.add $u_plus.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; Clopath · advance · from pre to Clopath · once per link
export func connection_advance_link($frame i32)
  $tau_x = v128.load64_splat +40 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau_x) $dt
  $exp = exp $x
  $A_ltp = v128.load64_splat +48 $frame
  $dt_times_A_ltp = f64x2.mul $dt $A_ltp
  f64.store +72 $frame (f64x2.extract_lane 0 $exp)
  f64.store +80 $frame (f64x2.extract_lane 0 $dt_times_A_ltp)

;; Clopath · advance · from pre to Clopath
export func connection_advance($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  x 1, more 1, post.v mV, post.u_plus mV
  ;; shared  tau_x ms, A_ltp 1/mV^2/ms, post.theta_plus mV, post.theta_minus mV
  $decay_x = v128.load64_splat +72 $frame
  $dt_times_A_ltp = v128.load64_splat +80 $frame
  $post.theta_plus = v128.load64_splat +56 $frame
  $post.theta_minus = v128.load64_splat +64 $frame
  $x@ = i32.load +20 $frame
  $more@ = i32.load +24 $frame
  $post.v@ = i32.load +28 $frame
  $post.u_plus@ = i32.load +32 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $x = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
        $x_new = f64x2.mul $decay_x $x
        $more = v128.load64_splat (i32.add $more@ (i32.shl $i 3))
        $post.v = v128.load64_splat (i32.add $post.v@ (i32.shl $target 3))
        $post.u_plus = v128.load64_splat (i32.add $post.u_plus@ (i32.shl $target 3))
        $more_new = f64x2.add
          $more
          (f64x2.mul
            $dt_times_A_ltp
            (f64x2.mul
              $x
              (f64x2.mul
                (f64x2.add (f64x2.pmax (f64x2.sub $post.v $post.theta_plus) 0) 0)
                (f64x2.add (f64x2.pmax (f64x2.sub $post.u_plus $post.theta_minus) 0) 0))))
        v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i 3)) $x_new
        v128.store64_lane lane=0 (i32.add $more@ (i32.shl $i 3)) $more_new
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $x.1 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
        $x_new.1 = f64x2.mul $decay_x $x.1
        $more.1 = v128.load64_splat (i32.add $more@ (i32.shl $i.1 3))
        $post.v.1 = v128.load64_splat (i32.add $post.v@ (i32.shl $target.1 3))
        $post.u_plus.1 = v128.load64_splat (i32.add $post.u_plus@ (i32.shl $target.1 3))
        $more_new.1 = f64x2.add
          $more.1
          (f64x2.mul
            $dt_times_A_ltp
            (f64x2.mul
              $x.1
              (f64x2.mul
                (f64x2.add (f64x2.pmax (f64x2.sub $post.v.1 $post.theta_plus) 0) 0)
                (f64x2.add (f64x2.pmax (f64x2.sub $post.u_plus.1 $post.theta_minus) 0) 0))))
        v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) $x_new.1
        v128.store64_lane lane=0 (i32.add $more@ (i32.shl $i.1 3)) $more_new.1
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)

;; Clopath · on_pre · from pre to Clopath
export func connection_on_pre($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  post.u_minus mV, weight 1, more 1, x 1
  ;; shared  A_ltd 1/mV, post.theta_minus mV, active 1, w_max 1
  $A_ltd = v128.load64_splat +40 $frame
  $post.theta_minus = v128.load64_splat +48 $frame
  $active = v128.load64_splat +56 $frame
  $w_max = v128.load64_splat +64 $frame
  $post.u_minus@ = i32.load +20 $frame
  $weight@ = i32.load +24 $frame
  $more@ = i32.load +28 $frame
  $x@ = i32.load +32 $frame
  $source@ = i32.load +12 $frame
  $target@ = i32.load +16 $frame
  if $list
    $k = $first
    block @done
      br_if @done (i32.ge_s $k $last)
      loop @next-element
        $i = i32.load (i32.add $list (i32.shl $k 2))
        $target = i32.load (i32.add $target@ (i32.shl $i 2))
        $post.u_minus = v128.load64_splat (i32.add $post.u_minus@ (i32.shl $target 3))
        $less = f64x2.mul
          $A_ltd
          (f64x2.add (f64x2.pmax (f64x2.sub $post.u_minus $post.theta_minus) 0) 0)
        $weight = v128.load64_splat (i32.add $weight@ (i32.shl $i 3))
        $more = v128.load64_splat (i32.add $more@ (i32.shl $i 3))
        v128.store64_lane lane=0
          (i32.add $weight@ (i32.shl $i 3))
          (v128.bitselect
            (f64x2.min (f64x2.max (f64x2.sub (f64x2.add $weight $more) $less) 0) $w_max)
            $weight
            (f64x2.gt $active 0))
        v128.store64_lane lane=0 (i32.add $more@ (i32.shl $i 3)) 0
        $x = v128.load64_splat (i32.add $x@ (i32.shl $i 3))
        v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i 3)) (f64x2.add $x 1)
        $k = i32.add $k 1
        br_if @next-element (i32.lt_s $k $last)
  else
    $k.1 = $first
    block @done
      br_if @done (i32.ge_s $k.1 $last)
      loop @next-element
        $i.1 = $k.1
        $target.1 = i32.load (i32.add $target@ (i32.shl $i.1 2))
        $post.u_minus.1 = v128.load64_splat (i32.add $post.u_minus@ (i32.shl $target.1 3))
        $less.1 = f64x2.mul
          $A_ltd
          (f64x2.add (f64x2.pmax (f64x2.sub $post.u_minus.1 $post.theta_minus) 0) 0)
        $weight.1 = v128.load64_splat (i32.add $weight@ (i32.shl $i.1 3))
        $more.1 = v128.load64_splat (i32.add $more@ (i32.shl $i.1 3))
        v128.store64_lane lane=0
          (i32.add $weight@ (i32.shl $i.1 3))
          (v128.bitselect
            (f64x2.min (f64x2.max (f64x2.sub (f64x2.add $weight.1 $more.1) $less.1) 0) $w_max)
            $weight.1
            (f64x2.gt $active 0))
        v128.store64_lane lane=0 (i32.add $more@ (i32.shl $i.1 3)) 0
        $x.1 = v128.load64_splat (i32.add $x@ (i32.shl $i.1 3))
        v128.store64_lane lane=0 (i32.add $x@ (i32.shl $i.1 3)) (f64x2.add $x.1 1)
        $k.1 = i32.add $k.1 1
        br_if @next-element (i32.lt_s $k.1 $last)
