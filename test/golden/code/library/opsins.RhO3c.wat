;; RhO3c — from models/channels/opsins.livn
import memory livn.memory 1

;; RhO3c · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  C 1, O 1
  $C@ = i32.load +20 $frame
  $O@ = i32.load +24 $frame
  $i = $first
  $C.at = i32.add $C@ (i32.shl $first 3)
  $O.at = i32.add $O@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $C = 1
      $O = 0
      $C.1 = 1
      $O.1 = 0
      v128.store $C.at $C
      v128.store $O.at $O
      v128.store +16 $C.at $C.1
      v128.store +16 $O.at $O.1
      $C.at = i32.add $C.at 32
      $O.at = i32.add $O.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; RhO3c · step · once per link
export func step_link($frame i32)
  $wavelength = v128.load64_splat +32 $frame
  $phi_1 = f64x2.mul $wavelength 5.03068719187041
  $phi_m = v128.load64_splat +56 $frame
  $per_phi_m = f64x2.div 1 $phi_m
  $dt = v128.load64_splat $frame
  $G_d = v128.load64_splat +88 $frame
  $x = f64x2.mul (f64x2.neg $G_d) $dt
  $exprel = exprel $x
  $O_1 = f64x2.mul $dt $exprel
  f64.store +96 $frame (f64x2.extract_lane 0 $phi_1)
  f64.store +104 $frame (f64x2.extract_lane 0 $per_phi_m)
  f64.store +112 $frame (f64x2.extract_lane 0 $O_1)

;; RhO3c · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  light mW/mm^2, C 1, O 1
  ;; shared  wavelength nm, G_r0 1/ms, k_r 1/ms, phi_m 1/second/mm^2, q 1, k_a 1/ms, p 1, G_d 1/ms
  $phi_1 = v128.load64_splat +96 $frame
  $per_phi_m = v128.load64_splat +104 $frame
  $q = v128.load64_splat +64 $frame
  $G_r0 = v128.load64_splat +40 $frame
  $k_r = v128.load64_splat +48 $frame
  $p = v128.load64_splat +80 $frame
  $k_a = v128.load64_splat +72 $frame
  $dt = v128.load64_splat $frame
  $O_1 = v128.load64_splat +112 $frame
  $G_d = v128.load64_splat +88 $frame
  $light@ = i32.load +20 $frame
  $C@ = i32.load +24 $frame
  $O@ = i32.load +28 $frame
  $spike.count = i32.load $spike
  $i = $first
  $light.at = i32.add $light@ (i32.shl $first 3)
  $C.at = i32.add $C@ (i32.shl $first 3)
  $O.at = i32.add $O@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $light = v128.load $light.at
          $phi = f64x2.mul $phi_1 (f64x2.add (f64x2.pmax $light 0) 0)
          $phi_times_per_phi_m = f64x2.mul $phi $per_phi_m
          $pow = pow $phi_times_per_phi_m $q
          $G_r = f64x2.add $G_r0 (f64x2.mul $k_r (f64x2.div $pow (f64x2.add 1 $pow)))
          $pow.1 = pow $phi_times_per_phi_m $p
          $G_a = f64x2.mul $k_a (f64x2.div $pow.1 (f64x2.add 1 $pow.1))
          $C = v128.load $C.at
          $G_a_times_C = f64x2.mul $G_a $C
          $x = f64x2.mul (f64x2.neg (f64x2.add $G_r $G_a)) $dt
          $exprel = exprel $x
          $O = v128.load $O.at
          $C_new = f64x2.add
            $C
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $G_r (f64x2.sub (f64x2.sub 1 $C) $O)) $G_a_times_C))
          $C = $C_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $C.at $C
          $O_new = f64x2.add $O (f64x2.mul $O_1 (f64x2.sub $G_a_times_C (f64x2.mul $G_d $O)))
          $O = $O_new
          v128.store $O.at $O
          br @vector
        $light.1 = v128.load $light.at
        $phi.1 = f64x2.mul $phi_1 (f64x2.add (f64x2.pmax $light.1 0) 0)
        $phi_times_per_phi_m.1 = f64x2.mul $phi.1 $per_phi_m
        $pow.2 = pow $phi_times_per_phi_m.1 $q
        $G_r.1 = f64x2.add $G_r0 (f64x2.mul $k_r (f64x2.div $pow.2 (f64x2.add 1 $pow.2)))
        $pow.3 = pow $phi_times_per_phi_m.1 $p
        $G_a.1 = f64x2.mul $k_a (f64x2.div $pow.3 (f64x2.add 1 $pow.3))
        $C.1 = v128.load $C.at
        $G_a_times_C.1 = f64x2.mul $G_a.1 $C.1
        $x.1 = f64x2.mul (f64x2.neg (f64x2.add $G_r.1 $G_a.1)) $dt
        $exprel.1 = exprel $x.1
        $O.1 = v128.load $O.at
        $C_new.1 = f64x2.add
          $C.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.1)
            (f64x2.sub (f64x2.mul $G_r.1 (f64x2.sub (f64x2.sub 1 $C.1) $O.1)) $G_a_times_C.1))
        $C.1 = $C_new.1
        $O_new.1 = f64x2.add $O.1 (f64x2.mul $O_1 (f64x2.sub $G_a_times_C.1 (f64x2.mul $G_d $O.1)))
        $O.1 = $O_new.1
        v128.store $C.at $C.1
        v128.store $O.at $O.1
      $light.at = i32.add $light.at 16
      $C.at = i32.add $C.at 16
      $O.at = i32.add $O.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
