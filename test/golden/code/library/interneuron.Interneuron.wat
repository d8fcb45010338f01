;; Interneuron — from models/neurons/interneuron.livn
import memory livn.memory 1

;; Interneuron · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, CaN.m 1, CaN.h 1, ChR.C 1, ChR.O 1, Ca mM
  ;; shared  Ca_rest uM
  $Ca_rest = v128.load64_splat +48 $frame
  $v@ = i32.load +20 $frame
  $CaN.m@ = i32.load +24 $frame
  $CaN.h@ = i32.load +28 $frame
  $ChR.C@ = i32.load +32 $frame
  $ChR.O@ = i32.load +36 $frame
  $Ca@ = i32.load +40 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
  $ChR.C.at = i32.add $ChR.C@ (i32.shl $first 3)
  $ChR.O.at = i32.add $ChR.O@ (i32.shl $first 3)
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = -62
      $x = f64x2.mul (f64x2.add $v 30) -0.2
      $exp = exp $x
      $CaN.m = f64x2.div 1 (f64x2.add 1 $exp)
      $x.1 = f64x2.mul (f64x2.add $v 45) 0.2
      $exp.1 = exp $x.1
      $CaN.h = f64x2.div 1 (f64x2.add 1 $exp.1)
      $ChR.C = 1
      $ChR.O = 0
      $Ca = $Ca_rest
      v128.store $v.at $v
      v128.store $CaN.m.at $CaN.m
      v128.store $CaN.h.at $CaN.h
      v128.store $ChR.C.at $ChR.C
      v128.store $ChR.O.at $ChR.O
      v128.store $Ca.at $Ca
      $v.at = i32.add $v.at 16
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $ChR.C.at = i32.add $ChR.C.at 16
      $ChR.O.at = i32.add $ChR.O.at 16
      $Ca.at = i32.add $Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; Interneuron · step · once per link
export func step_link($frame i32)
  $ChR.v_0 = v128.load64_splat +64 $frame
  $ChR.bend_1 = f64x2.div 1 $ChR.v_0
  $ChR.E = v128.load64_splat +56 $frame
  $x = f64x2.div (f64x2.add 70 $ChR.E) $ChR.v_0
  $1/exprel = 1/exprel $x
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $exp = exp -6
  $x.1 = f64x2.mul -0.25 $dt
  $exprel = exprel $x.1
  $CaN.m_1 = f64x2.mul (f64x2.mul $dt $exprel) 0.25
  $exp.1 = exp 9
  $x.2 = f64x2.mul -0.025 $dt
  $exprel.1 = exprel $x.2
  $CaN.h_1 = f64x2.mul (f64x2.mul $dt $exprel.1) 0.025
  $ChR.wavelength = v128.load64_splat +72 $frame
  $ChR.phi_1 = f64x2.mul $ChR.wavelength 5.03068719187041
  $ChR.phi_m = v128.load64_splat +96 $frame
  $per_ChR.phi_m = f64x2.div 1 $ChR.phi_m
  $ChR.G_d = v128.load64_splat +128 $frame
  $x.3 = f64x2.mul (f64x2.neg $ChR.G_d) $dt
  $exprel.2 = exprel $x.3
  $ChR.O_1 = f64x2.mul $dt $exprel.2
  $ChR.g = v128.load64_splat +136 $frame
  $area = v128.load64_splat +200 $frame
  $v_1 = f64x2.neg (f64x2.div $ChR.g $area)
  $C = v128.load64_splat +208 $frame
  $dt_per_C = f64x2.div $dt $C
  $per_area = f64x2.div 1 $area
  $f = v128.load64_splat +216 $frame
  $k_Ca = v128.load64_splat +224 $frame
  $x.4 = f64x2.mul (f64x2.mul $f (f64x2.neg $k_Ca)) $dt
  $exprel.3 = exprel $x.4
  $Ca_1 = f64x2.mul (f64x2.mul $dt $exprel.3) $f
  f64.store +248 $frame (f64x2.extract_lane 0 $ChR.bend_1)
  f64.store +256 $frame (f64x2.extract_lane 0 $1/exprel)
  f64.store +264 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +272 $frame (f64x2.extract_lane 0 $exp)
  f64.store +280 $frame (f64x2.extract_lane 0 $CaN.m_1)
  f64.store +288 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +296 $frame (f64x2.extract_lane 0 $CaN.h_1)
  f64.store +304 $frame (f64x2.extract_lane 0 $ChR.phi_1)
  f64.store +312 $frame (f64x2.extract_lane 0 $per_ChR.phi_m)
  f64.store +320 $frame (f64x2.extract_lane 0 $ChR.O_1)
  f64.store +328 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +336 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +344 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +352 $frame (f64x2.extract_lane 0 $Ca_1)

;; Interneuron · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, lastspike integer, CaN.m 1, CaN.h 1, light mW/mm^2, ChR.C 1, ChR.O 1, Ca mM, I pA
  ;; shared  ChR.E mV, ChR.v_0 mV, ChR.wavelength nm, ChR.G_r0 1/ms, ChR.k_r 1/ms, ChR.phi_m 1/second/mm^2, ChR.q 1, ChR.k_a 1/ms, ChR.p 1, ChR.G_d 1/ms, ChR.g pS, Leak.g mS/cm^2, Leak.E mV, CaN.g mS/cm^2, CaN.E mV, KCa.g mS/cm^2, KCa.K_d uM, KCa.E mV, area um^2, C uF/cm^2, f 1, k_Ca 1/ms, alpha mM*cm^2/uA/ms, Ca_rest uM
  $ChR.E = v128.load64_splat +56 $frame
  $ChR.bend_1 = v128.load64_splat +248 $frame
  $ChR.bend_3 = v128.load64_splat +256 $frame
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +264 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +264 $frame)))) 1)
  $CaN.m_inf_1 = v128.load64_splat +272 $frame
  $CaN.m_1 = v128.load64_splat +280 $frame
  $CaN.h_inf_1 = v128.load64_splat +288 $frame
  $CaN.h_1 = v128.load64_splat +296 $frame
  $ChR.phi_1 = v128.load64_splat +304 $frame
  $per_ChR.phi_m = v128.load64_splat +312 $frame
  $ChR.q = v128.load64_splat +104 $frame
  $ChR.G_r0 = v128.load64_splat +80 $frame
  $ChR.k_r = v128.load64_splat +88 $frame
  $ChR.p = v128.load64_splat +120 $frame
  $ChR.k_a = v128.load64_splat +112 $frame
  $dt = v128.load64_splat $frame
  $ChR.O_1 = v128.load64_splat +320 $frame
  $ChR.G_d = v128.load64_splat +128 $frame
  $ChR.g = v128.load64_splat +136 $frame
  $Leak.g = v128.load64_splat +144 $frame
  $Leak.E = v128.load64_splat +152 $frame
  $CaN.g = v128.load64_splat +160 $frame
  $CaN.E = v128.load64_splat +168 $frame
  $KCa.g = v128.load64_splat +176 $frame
  $KCa.K_d = v128.load64_splat +184 $frame
  $KCa.E = v128.load64_splat +192 $frame
  $dt_per_C = v128.load64_splat +336 $frame
  $v_1 = v128.load64_splat +328 $frame
  $per_area = v128.load64_splat +344 $frame
  $Ca_1 = v128.load64_splat +352 $frame
  $alpha = v128.load64_splat +232 $frame
  $k_Ca = v128.load64_splat +224 $frame
  $Ca_rest = v128.load64_splat +240 $frame
  $v@ = i32.load +20 $frame
  $lastspike@ = i32.load +24 $frame
  $CaN.m@ = i32.load +28 $frame
  $CaN.h@ = i32.load +32 $frame
  $light@ = i32.load +36 $frame
  $ChR.C@ = i32.load +40 $frame
  $ChR.O@ = i32.load +44 $frame
  $Ca@ = i32.load +48 $frame
  $I@ = i32.load +52 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
  $light.at = i32.add $light@ (i32.shl $first 3)
  $ChR.C.at = i32.add $ChR.C@ (i32.shl $first 3)
  $ChR.O.at = i32.add $ChR.O@ (i32.shl $first 3)
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $x = f64x2.mul (f64x2.sub $ChR.E $v) $ChR.bend_1
          $exprel = exprel $x
          $ChR.bend = f64x2.mul $exprel $ChR.bend_3
          $light = v128.load $light.at
          $ChR.phi = f64x2.mul $ChR.phi_1 (f64x2.add (f64x2.pmax $light 0) 0)
          $ChR.G_r_1 = f64x2.mul $ChR.phi $per_ChR.phi_m
          $pow = pow $ChR.G_r_1 $ChR.q
          $ChR.G_r = f64x2.add $ChR.G_r0 (f64x2.mul $ChR.k_r (f64x2.div $pow (f64x2.add 1 $pow)))
          $pow.1 = pow $ChR.G_r_1 $ChR.p
          $ChR.G_a = f64x2.mul $ChR.k_a (f64x2.div $pow.1 (f64x2.add 1 $pow.1))
          $ChR.C = v128.load $ChR.C.at
          $ChR.G_a_times_ChR.C = f64x2.mul $ChR.G_a $ChR.C
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $ChR.G_r $ChR.G_a)) $dt
          $exprel.1 = exprel $x.1
          $ChR.O = v128.load $ChR.O.at
          $ChR.C_new = f64x2.add
            $ChR.C
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub
                (f64x2.mul $ChR.G_r (f64x2.sub (f64x2.sub 1 $ChR.C) $ChR.O))
                $ChR.G_a_times_ChR.C))
          $ChR.I = f64x2.mul (f64x2.mul (f64x2.mul $ChR.g $ChR.O) $ChR.bend) (f64x2.sub $v $ChR.E)
          $Leak.I = f64x2.mul $Leak.g (f64x2.sub $v $Leak.E)
          $CaN.m = v128.load $CaN.m.at
          $CaN.h = v128.load $CaN.h.at
          $CaN.I_1 = f64x2.mul (f64x2.mul $CaN.g (f64x2.mul $CaN.m $CaN.m)) $CaN.h
          $CaN.I = f64x2.mul $CaN.I_1 (f64x2.sub $v $CaN.E)
          $Ca = v128.load $Ca.at
          $KCa.I_1 = f64x2.div (f64x2.mul $KCa.g $Ca) (f64x2.add $Ca $KCa.K_d)
          $KCa.I = f64x2.mul $KCa.I_1 (f64x2.sub $v $KCa.E)
          $x.2 = f64x2.mul
            $dt_per_C
            (f64x2.sub
              (f64x2.sub (f64x2.sub (f64x2.mul $v_1 (f64x2.mul $ChR.O $ChR.bend)) $Leak.g) $CaN.I_1)
              $KCa.I_1)
          $exprel.2 = exprel $x.2
          $I = v128.load $I.at
          $v_new = f64x2.add
            $v
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel.2
                (f64x2.sub
                  (f64x2.sub (f64x2.sub (f64x2.mul (f64x2.sub $I $ChR.I) $per_area) $Leak.I) $CaN.I)
                  $KCa.I)))
          $ChR.C = $ChR.C_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $ChR.C.at $ChR.C
          $lastspike = v128.load64_zero $lastspike.at
          $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
          $x.3 = f64x2.mul 0.2 $v
          $exp = exp $x.3
          $CaN.m_inf_3 = f64x2.pmin $exp 1e+30
          $CaN.m_inf = f64x2.div $CaN.m_inf_3 (f64x2.add $CaN.m_inf_3 $CaN.m_inf_1)
          $CaN.m_new = f64x2.add $CaN.m (f64x2.mul $CaN.m_1 (f64x2.sub $CaN.m_inf $CaN.m))
          $CaN.m = $CaN.m_new
          v128.store $CaN.m.at $CaN.m
          $CaN.h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.h_inf_1 $exp))
          $CaN.h_new = f64x2.add $CaN.h (f64x2.mul $CaN.h_1 (f64x2.sub $CaN.h_inf $CaN.h))
          $CaN.h = $CaN.h_new
          v128.store $CaN.h.at $CaN.h
          $ChR.O_new = f64x2.add
            $ChR.O
            (f64x2.mul $ChR.O_1 (f64x2.sub $ChR.G_a_times_ChR.C (f64x2.mul $ChR.G_d $ChR.O)))
          $ChR.O = $ChR.O_new
          v128.store $ChR.O.at $ChR.O
          $Ca_new = f64x2.add
            $Ca
            (f64x2.mul
              $Ca_1
              (f64x2.sub
                (f64x2.mul $alpha (f64x2.add (f64x2.pmax (f64x2.neg $CaN.I) 0) 0))
                (f64x2.mul $k_Ca (f64x2.sub $Ca $Ca_rest))))
          $Ca = $Ca_new
          v128.store $Ca.at $Ca
          $taking = v128.and $free (f64x2.gt $v_new -20)
          if i64x2.bitmask $taking
            $lanes = i64x2.bitmask $taking
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
            $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
            $cell = i32.add $i 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
            $lastspike = v128.bitselect
              $step.1
              $lastspike
              (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
            v128.store64_lane lane=0 $lastspike.at $lastspike
          $v = $v_new
          v128.store $v.at $v
          br @vector
        $v.1 = v128.load $v.at
        $x.4 = f64x2.mul (f64x2.sub $ChR.E $v.1) $ChR.bend_1
        $exprel.3 = exprel $x.4
        $ChR.bend.1 = f64x2.mul $exprel.3 $ChR.bend_3
        $light.1 = v128.load $light.at
        $ChR.phi.1 = f64x2.mul $ChR.phi_1 (f64x2.add (f64x2.pmax $light.1 0) 0)
        $ChR.G_r_1.1 = f64x2.mul $ChR.phi.1 $per_ChR.phi_m
        $pow.2 = pow $ChR.G_r_1.1 $ChR.q
        $ChR.G_r.1 = f64x2.add
          $ChR.G_r0
          (f64x2.mul $ChR.k_r (f64x2.div $pow.2 (f64x2.add 1 $pow.2)))
        $pow.3 = pow $ChR.G_r_1.1 $ChR.p
        $ChR.G_a.1 = f64x2.mul $ChR.k_a (f64x2.div $pow.3 (f64x2.add 1 $pow.3))
        $ChR.C.1 = v128.load $ChR.C.at
        $ChR.G_a_times_ChR.C.1 = f64x2.mul $ChR.G_a.1 $ChR.C.1
        $x.5 = f64x2.mul (f64x2.neg (f64x2.add $ChR.G_r.1 $ChR.G_a.1)) $dt
        $exprel.4 = exprel $x.5
        $ChR.O.1 = v128.load $ChR.O.at
        $ChR.C_new.1 = f64x2.add
          $ChR.C.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.4)
            (f64x2.sub
              (f64x2.mul $ChR.G_r.1 (f64x2.sub (f64x2.sub 1 $ChR.C.1) $ChR.O.1))
              $ChR.G_a_times_ChR.C.1))
        $ChR.I.1 = f64x2.mul
          (f64x2.mul (f64x2.mul $ChR.g $ChR.O.1) $ChR.bend.1)
          (f64x2.sub $v.1 $ChR.E)
        $Leak.I.1 = f64x2.mul $Leak.g (f64x2.sub $v.1 $Leak.E)
        $CaN.m.1 = v128.load $CaN.m.at
        $CaN.h.1 = v128.load $CaN.h.at
        $CaN.I_1.1 = f64x2.mul (f64x2.mul $CaN.g (f64x2.mul $CaN.m.1 $CaN.m.1)) $CaN.h.1
        $CaN.I.1 = f64x2.mul $CaN.I_1.1 (f64x2.sub $v.1 $CaN.E)
        $Ca.1 = v128.load $Ca.at
        $KCa.I_1.1 = f64x2.div (f64x2.mul $KCa.g $Ca.1) (f64x2.add $Ca.1 $KCa.K_d)
        $KCa.I.1 = f64x2.mul $KCa.I_1.1 (f64x2.sub $v.1 $KCa.E)
        $x.6 = f64x2.mul
          $dt_per_C
          (f64x2.sub
            (f64x2.sub
              (f64x2.sub (f64x2.mul $v_1 (f64x2.mul $ChR.O.1 $ChR.bend.1)) $Leak.g)
              $CaN.I_1.1)
            $KCa.I_1.1)
        $exprel.5 = exprel $x.6
        $I.1 = v128.load $I.at
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.mul
              $exprel.5
              (f64x2.sub
                (f64x2.sub
                  (f64x2.sub (f64x2.mul (f64x2.sub $I.1 $ChR.I.1) $per_area) $Leak.I.1)
                  $CaN.I.1)
                $KCa.I.1)))
        $ChR.C.1 = $ChR.C_new.1
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $x.7 = f64x2.mul 0.2 $v.1
        $exp.1 = exp $x.7
        $CaN.m_inf_3.1 = f64x2.pmin $exp.1 1e+30
        $CaN.m_inf.1 = f64x2.div $CaN.m_inf_3.1 (f64x2.add $CaN.m_inf_3.1 $CaN.m_inf_1)
        $CaN.m_new.1 = f64x2.add $CaN.m.1 (f64x2.mul $CaN.m_1 (f64x2.sub $CaN.m_inf.1 $CaN.m.1))
        $CaN.m.1 = $CaN.m_new.1
        $CaN.h_inf.1 = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.h_inf_1 $exp.1))
        $CaN.h_new.1 = f64x2.add $CaN.h.1 (f64x2.mul $CaN.h_1 (f64x2.sub $CaN.h_inf.1 $CaN.h.1))
        $CaN.h.1 = $CaN.h_new.1
        $ChR.O_new.1 = f64x2.add
          $ChR.O.1
          (f64x2.mul $ChR.O_1 (f64x2.sub $ChR.G_a_times_ChR.C.1 (f64x2.mul $ChR.G_d $ChR.O.1)))
        $ChR.O.1 = $ChR.O_new.1
        $Ca_new.1 = f64x2.add
          $Ca.1
          (f64x2.mul
            $Ca_1
            (f64x2.sub
              (f64x2.mul $alpha (f64x2.add (f64x2.pmax (f64x2.neg $CaN.I.1) 0) 0))
              (f64x2.mul $k_Ca (f64x2.sub $Ca.1 $Ca_rest))))
        $Ca.1 = $Ca_new.1
        v128.store $ChR.C.at $ChR.C.1
        v128.store $CaN.m.at $CaN.m.1
        v128.store $CaN.h.at $CaN.h.1
        v128.store $ChR.O.at $ChR.O.1
        v128.store $Ca.at $Ca.1
        v128.store $v.at $v_new.1
        $taking.1 = v128.and $free.1 (f64x2.gt $v_new.1 -20)
        if i64x2.bitmask $taking.1
          $lanes.1 = i64x2.bitmask $taking.1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
          $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $i $last))
          $cell.1 = i32.add $i 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.1 $last))
          $lastspike.1 = v128.bitselect
            $step.1
            $lastspike.1
            (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking.1 $taking.1)
          v128.store64_lane lane=0 $lastspike.at $lastspike.1
        $v.1 = $v_new.1
      $v.at = i32.add $v.at 16
      $lastspike.at = i32.add $lastspike.at 8
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $light.at = i32.add $light.at 16
      $ChR.C.at = i32.add $ChR.C.at 16
      $ChR.O.at = i32.add $ChR.O.at 16
      $Ca.at = i32.add $Ca.at 16
      $I.at = i32.add $I.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
