;; RhO6c — from models/channels/opsins.livn
import memory livn.memory 1

;; RhO6c · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  I_1 1, O_1 1, O_2 1, I_2 1, C_2 1
  $I_1@ = i32.load +20 $frame
  $O_1@ = i32.load +24 $frame
  $O_2@ = i32.load +28 $frame
  $I_2@ = i32.load +32 $frame
  $C_2@ = i32.load +36 $frame
  $i = $first
  $I_1.at = i32.add $I_1@ (i32.shl $first 3)
  $O_1.at = i32.add $O_1@ (i32.shl $first 3)
  $O_2.at = i32.add $O_2@ (i32.shl $first 3)
  $I_2.at = i32.add $I_2@ (i32.shl $first 3)
  $C_2.at = i32.add $C_2@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $I_1 = 0
      $O_1 = 0
      $O_2 = 0
      $I_2 = 0
      $C_2 = 0
      $I_1.1 = 0
      $O_1.1 = 0
      $O_2.1 = 0
      $I_2.1 = 0
      $C_2.1 = 0
      v128.store $I_1.at $I_1
      v128.store $O_1.at $O_1
      v128.store $O_2.at $O_2
      v128.store $I_2.at $I_2
      v128.store $C_2.at $C_2
      v128.store +16 $I_1.at $I_1.1
      v128.store +16 $O_1.at $O_1.1
      v128.store +16 $O_2.at $O_2.1
      v128.store +16 $I_2.at $I_2.1
      v128.store +16 $C_2.at $C_2.1
      $I_1.at = i32.add $I_1.at 32
      $O_1.at = i32.add $O_1.at 32
      $O_2.at = i32.add $O_2.at 32
      $I_2.at = i32.add $I_2.at 32
      $C_2.at = i32.add $C_2.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; RhO6c · step · once per link
export func step_link($frame i32)
  $wavelength = v128.load64_splat +48 $frame
  $phi_1 = f64x2.mul $wavelength 5.03068719187041
  $phi_m = v128.load64_splat +64 $frame
  $per_phi_m = f64x2.div 1 $phi_m
  $dt = v128.load64_splat $frame
  $G_o2 = v128.load64_splat +144 $frame
  $x = f64x2.mul (f64x2.neg $G_o2) $dt
  $exprel = exprel $x
  $I_2_1 = f64x2.mul $dt $exprel
  f64.store +168 $frame (f64x2.extract_lane 0 $phi_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $per_phi_m)
  f64.store +184 $frame (f64x2.extract_lane 0 $I_2_1)

;; RhO6c · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  light mW/mm^2, I_1 1, O_1 1, O_2 1, I_2 1, C_2 1
  ;; shared  wavelength nm, k_1 1/ms, phi_m 1/second/mm^2, p 1, G_o1 1/ms, G_f0 1/ms, k_f 1/ms, q 1, G_b0 1/ms, k_b 1/ms, G_d1 1/ms, G_d2 1/ms, G_o2 1/ms, k_2 1/ms, G_r0 1/ms
  $phi_1 = v128.load64_splat +168 $frame
  $per_phi_m = v128.load64_splat +176 $frame
  $p = v128.load64_splat +72 $frame
  $k_1 = v128.load64_splat +56 $frame
  $G_o1 = v128.load64_splat +80 $frame
  $dt = v128.load64_splat $frame
  $q = v128.load64_splat +104 $frame
  $G_f0 = v128.load64_splat +88 $frame
  $k_f = v128.load64_splat +96 $frame
  $G_b0 = v128.load64_splat +112 $frame
  $k_b = v128.load64_splat +120 $frame
  $G_d1 = v128.load64_splat +128 $frame
  $G_d2 = v128.load64_splat +136 $frame
  $G_o2 = v128.load64_splat +144 $frame
  $k_2 = v128.load64_splat +152 $frame
  $I_2_1 = v128.load64_splat +184 $frame
  $G_r0 = v128.load64_splat +160 $frame
  $light@ = i32.load +20 $frame
  $I_1@ = i32.load +24 $frame
  $O_1@ = i32.load +28 $frame
  $O_2@ = i32.load +32 $frame
  $I_2@ = i32.load +36 $frame
  $C_2@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  $light.at = i32.add $light@ (i32.shl $first 3)
  $I_1.at = i32.add $I_1@ (i32.shl $first 3)
  $O_1.at = i32.add $O_1@ (i32.shl $first 3)
  $O_2.at = i32.add $O_2@ (i32.shl $first 3)
  $I_2.at = i32.add $I_2@ (i32.shl $first 3)
  $C_2.at = i32.add $C_2@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $light = v128.load $light.at
          $phi = f64x2.mul $phi_1 (f64x2.add (f64x2.pmax $light 0) 0)
          $phi_times_per_phi_m = f64x2.mul $phi $per_phi_m
          $pow = pow $phi_times_per_phi_m $p
          $G_4 = f64x2.div $pow (f64x2.add 1 $pow)
          $G_1 = f64x2.mul $k_1 $G_4
          $I_1 = v128.load $I_1.at
          $O_1 = v128.load $O_1.at
          $O_2 = v128.load $O_2.at
          $I_2 = v128.load $I_2.at
          $C_2 = v128.load $C_2.at
          $C_1 = f64x2.sub
            (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.sub 1 $I_1) $O_1) $O_2) $I_2)
            $C_2
          $I_1_1 = f64x2.mul $G_o1 $I_1
          $x = f64x2.mul (f64x2.neg (f64x2.add $G_1 $G_o1)) $dt
          $exprel = exprel $x
          $I_1_new = f64x2.add
            $I_1
            (f64x2.mul (f64x2.mul $dt $exprel) (f64x2.sub (f64x2.mul $G_1 $C_1) $I_1_1))
          $pow.1 = pow $phi_times_per_phi_m $q
          $G_f_2 = f64x2.div $pow.1 (f64x2.add 1 $pow.1)
          $G_f = f64x2.add $G_f0 (f64x2.mul $k_f $G_f_2)
          $G_b = f64x2.add $G_b0 (f64x2.mul $k_b $G_f_2)
          $G_d1_plus_G_f = f64x2.add $G_d1 $G_f
          $x.1 = f64x2.mul (f64x2.neg $G_d1_plus_G_f) $dt
          $exprel.1 = exprel $x.1
          $O_1_new = f64x2.add
            $O_1
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.add $I_1_1 (f64x2.mul $G_b $O_2)) (f64x2.mul $G_d1_plus_G_f $O_1)))
          $G_d2_plus_G_b = f64x2.add $G_d2 $G_b
          $O_2_1 = f64x2.mul $G_o2 $I_2
          $x.2 = f64x2.mul (f64x2.neg $G_d2_plus_G_b) $dt
          $exprel.2 = exprel $x.2
          $O_2_new = f64x2.add
            $O_2
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
              (f64x2.sub (f64x2.add $O_2_1 (f64x2.mul $G_f $O_1)) (f64x2.mul $G_d2_plus_G_b $O_2)))
          $G_2 = f64x2.mul $k_2 $G_4
          $C_2_1 = f64x2.add $G_2 $G_r0
          $x.3 = f64x2.mul (f64x2.neg $C_2_1) $dt
          $exprel.3 = exprel $x.3
          $C_2_new = f64x2.add
            $C_2
            (f64x2.mul
              (f64x2.mul $dt $exprel.3)
              (f64x2.sub (f64x2.mul $G_d2 $O_2) (f64x2.mul $C_2_1 $C_2)))
          $O_2 = $O_2_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $O_2.at $O_2
          $O_1 = $O_1_new
          v128.store $O_1.at $O_1
          $I_1 = $I_1_new
          v128.store $I_1.at $I_1
          $I_2_new = f64x2.add $I_2 (f64x2.mul $I_2_1 (f64x2.sub (f64x2.mul $G_2 $C_2) $O_2_1))
          $C_2 = $C_2_new
          v128.store $C_2.at $C_2
          $I_2 = $I_2_new
          v128.store $I_2.at $I_2
          br @vector
        $light.1 = v128.load $light.at
        $phi.1 = f64x2.mul $phi_1 (f64x2.add (f64x2.pmax $light.1 0) 0)
        $phi_times_per_phi_m.1 = f64x2.mul $phi.1 $per_phi_m
        $pow.2 = pow $phi_times_per_phi_m.1 $p
        $G_4.1 = f64x2.div $pow.2 (f64x2.add 1 $pow.2)
        $G_1.1 = f64x2.mul $k_1 $G_4.1
        $I_1.1 = v128.load $I_1.at
        $O_1.1 = v128.load $O_1.at
        $O_2.1 = v128.load $O_2.at
        $I_2.1 = v128.load $I_2.at
        $C_2.1 = v128.load $C_2.at
        $C_1.1 = f64x2.sub
          (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.sub 1 $I_1.1) $O_1.1) $O_2.1) $I_2.1)
          $C_2.1
        $I_1_1.1 = f64x2.mul $G_o1 $I_1.1
        $x.4 = f64x2.mul (f64x2.neg (f64x2.add $G_1.1 $G_o1)) $dt
        $exprel.4 = exprel $x.4
        $I_1_new.1 = f64x2.add
          $I_1.1
          (f64x2.mul (f64x2.mul $dt $exprel.4) (f64x2.sub (f64x2.mul $G_1.1 $C_1.1) $I_1_1.1))
        $pow.3 = pow $phi_times_per_phi_m.1 $q
        $G_f_2.1 = f64x2.div $pow.3 (f64x2.add 1 $pow.3)
        $G_f.1 = f64x2.add $G_f0 (f64x2.mul $k_f $G_f_2.1)
        $G_b.1 = f64x2.add $G_b0 (f64x2.mul $k_b $G_f_2.1)
        $G_d1_plus_G_f.1 = f64x2.add $G_d1 $G_f.1
        $x.5 = f64x2.mul (f64x2.neg $G_d1_plus_G_f.1) $dt
        $exprel.5 = exprel $x.5
        $O_1_new.1 = f64x2.add
          $O_1.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub
              (f64x2.add $I_1_1.1 (f64x2.mul $G_b.1 $O_2.1))
              (f64x2.mul $G_d1_plus_G_f.1 $O_1.1)))
        $G_d2_plus_G_b.1 = f64x2.add $G_d2 $G_b.1
        $O_2_1.1 = f64x2.mul $G_o2 $I_2.1
        $x.6 = f64x2.mul (f64x2.neg $G_d2_plus_G_b.1) $dt
        $exprel.6 = exprel $x.6
        $O_2_new.1 = f64x2.add
          $O_2.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.6)
            (f64x2.sub
              (f64x2.add $O_2_1.1 (f64x2.mul $G_f.1 $O_1.1))
              (f64x2.mul $G_d2_plus_G_b.1 $O_2.1)))
        $G_2.1 = f64x2.mul $k_2 $G_4.1
        $C_2_1.1 = f64x2.add $G_2.1 $G_r0
        $x.7 = f64x2.mul (f64x2.neg $C_2_1.1) $dt
        $exprel.7 = exprel $x.7
        $C_2_new.1 = f64x2.add
          $C_2.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub (f64x2.mul $G_d2 $O_2.1) (f64x2.mul $C_2_1.1 $C_2.1)))
        $O_2.1 = $O_2_new.1
        $O_1.1 = $O_1_new.1
        $I_1.1 = $I_1_new.1
        $I_2_new.1 = f64x2.add
          $I_2.1
          (f64x2.mul $I_2_1 (f64x2.sub (f64x2.mul $G_2.1 $C_2.1) $O_2_1.1))
        $C_2.1 = $C_2_new.1
        $I_2.1 = $I_2_new.1
        v128.store $O_2.at $O_2.1
        v128.store $O_1.at $O_1.1
        v128.store $I_1.at $I_1.1
        v128.store $C_2.at $C_2.1
        v128.store $I_2.at $I_2.1
      $light.at = i32.add $light.at 16
      $I_1.at = i32.add $I_1.at 16
      $O_1.at = i32.add $O_1.at 16
      $O_2.at = i32.add $O_2.at 16
      $I_2.at = i32.add $I_2.at 16
      $C_2.at = i32.add $C_2.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
