;; Interneuron — from models/neurons/interneuron.livn
import memory livn.memory 1

;; Interneuron · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, CaN.m 1, CaN.h 1, Ca mM
  ;; shared  Ca_rest uM
  $Ca_rest = v128.load64_splat +40 $frame
  $v@ = i32.load +20 $frame
  $CaN.m@ = i32.load +24 $frame
  $CaN.h@ = i32.load +28 $frame
  $Ca@ = i32.load +32 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
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
      $Ca = $Ca_rest
      v128.store $v.at $v
      v128.store $CaN.m.at $CaN.m
      v128.store $CaN.h.at $CaN.h
      v128.store $Ca.at $Ca
      $v.at = i32.add $v.at 16
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $Ca.at = i32.add $Ca.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)

;; Interneuron · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 2 $dt) 0.001)
  $exp = exp -6
  $x = f64x2.mul -0.25 $dt
  $exprel = exprel $x
  $CaN.m_1 = f64x2.mul (f64x2.mul $dt $exprel) 0.25
  $exp.1 = exp 9
  $x.1 = f64x2.mul -0.025 $dt
  $exprel.1 = exprel $x.1
  $CaN.h_1 = f64x2.mul (f64x2.mul $dt $exprel.1) 0.025
  $C = v128.load64_splat +104 $frame
  $dt_per_C = f64x2.div $dt $C
  $v_1 = f64x2.neg $dt_per_C
  $area = v128.load64_splat +112 $frame
  $per_area = f64x2.div 1 $area
  $f = v128.load64_splat +120 $frame
  $k_Ca = v128.load64_splat +128 $frame
  $x.2 = f64x2.mul (f64x2.mul $f (f64x2.neg $k_Ca)) $dt
  $exprel.2 = exprel $x.2
  $Ca_1 = f64x2.mul (f64x2.mul $dt $exprel.2) $f
  f64.store +152 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +160 $frame (f64x2.extract_lane 0 $exp)
  f64.store +168 $frame (f64x2.extract_lane 0 $CaN.m_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +184 $frame (f64x2.extract_lane 0 $CaN.h_1)
  f64.store +192 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +200 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +208 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +216 $frame (f64x2.extract_lane 0 $Ca_1)

;; Interneuron · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, CaN.m 1, CaN.h 1, Ca mM, I pA
  ;; shared  Leak.g mS/cm^2, Leak.E mV, CaN.g mS/cm^2, CaN.E mV, KCa.g mS/cm^2, KCa.K_d uM, KCa.E mV, C uF/cm^2, area um^2, f 1, k_Ca 1/ms, alpha mM*cm^2/uA/ms, Ca_rest uM
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +152 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +152 $frame)))) 1)
  $CaN.m_inf_1 = v128.load64_splat +160 $frame
  $CaN.m_1 = v128.load64_splat +168 $frame
  $CaN.h_inf_1 = v128.load64_splat +176 $frame
  $CaN.h_1 = v128.load64_splat +184 $frame
  $Leak.g = v128.load64_splat +48 $frame
  $Leak.E = v128.load64_splat +56 $frame
  $CaN.g = v128.load64_splat +64 $frame
  $CaN.E = v128.load64_splat +72 $frame
  $KCa.g = v128.load64_splat +80 $frame
  $KCa.K_d = v128.load64_splat +88 $frame
  $KCa.E = v128.load64_splat +96 $frame
  $dt_per_C = v128.load64_splat +192 $frame
  $v_1 = v128.load64_splat +200 $frame
  $per_area = v128.load64_splat +208 $frame
  $Ca_1 = v128.load64_splat +216 $frame
  $alpha = v128.load64_splat +136 $frame
  $k_Ca = v128.load64_splat +128 $frame
  $Ca_rest = v128.load64_splat +144 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $CaN.m@ = i32.load +28 $frame
  $CaN.h@ = i32.load +32 $frame
  $Ca@ = i32.load +36 $frame
  $I@ = i32.load +40 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $CaN.m.at = i32.add $CaN.m@ (i32.shl $first 3)
  $CaN.h.at = i32.add $CaN.h@ (i32.shl $first 3)
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $lastspike = v128.load64_zero $lastspike.at
      $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
      $v = v128.load $v.at
      $x = f64x2.mul 0.2 $v
      $exp = exp $x
      $CaN.m_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.m_inf_1 (f64x2.div 1 $exp)))
      $CaN.m = v128.load $CaN.m.at
      $CaN.m_new = f64x2.add $CaN.m (f64x2.mul $CaN.m_1 (f64x2.sub $CaN.m_inf $CaN.m))
      $CaN.h_inf = f64x2.div 1 (f64x2.add 1 (f64x2.mul $CaN.h_inf_1 $exp))
      $CaN.h = v128.load $CaN.h.at
      $CaN.h_new = f64x2.add $CaN.h (f64x2.mul $CaN.h_1 (f64x2.sub $CaN.h_inf $CaN.h))
      $Leak.I = f64x2.mul $Leak.g (f64x2.sub $v $Leak.E)
      $CaN.I_1 = f64x2.mul (f64x2.mul $CaN.g (f64x2.mul $CaN.m $CaN.m)) $CaN.h
      $CaN.I = f64x2.mul $CaN.I_1 (f64x2.sub $v $CaN.E)
      $Ca = v128.load $Ca.at
      $KCa.I_1 = f64x2.div (f64x2.mul $KCa.g $Ca) (f64x2.add $Ca $KCa.K_d)
      $KCa.I = f64x2.mul $KCa.I_1 (f64x2.sub $v $KCa.E)
      $x.1 = f64x2.mul $v_1 (f64x2.add (f64x2.add $Leak.g $CaN.I_1) $KCa.I_1)
      $exprel = exprel $x.1
      $I = v128.load $I.at
      $v_new = f64x2.add
        $v
        (f64x2.mul
          $dt_per_C
          (f64x2.mul
            $exprel
            (f64x2.sub (f64x2.sub (f64x2.sub (f64x2.mul $I $per_area) $Leak.I) $CaN.I) $KCa.I)))
      $Ca_new = f64x2.add
        $Ca
        (f64x2.mul
          $Ca_1
          (f64x2.sub
            (f64x2.mul $alpha (f64x2.max (f64x2.neg $CaN.I) 0))
            (f64x2.mul $k_Ca (f64x2.sub $Ca $Ca_rest))))
      $taking = v128.and $free (f64x2.gt $v_new -20)
      if i64x2.bitmask $taking
        $lanes = i64x2.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lastspike = v128.bitselect
          $step.1
          $lastspike
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 $taking $taking)
        v128.store64_lane lane=0 $lastspike.at $lastspike
      $CaN.m = $CaN.m_new
      $CaN.h = $CaN.h_new
      $v = $v_new
      $Ca = $Ca_new
      v128.store $CaN.m.at $CaN.m
      v128.store $CaN.h.at $CaN.h
      v128.store $v.at $v
      v128.store $Ca.at $Ca
      $lastspike.at = i32.add $lastspike.at 8
      $v.at = i32.add $v.at 16
      $CaN.m.at = i32.add $CaN.m.at 16
      $CaN.h.at = i32.add $CaN.h.at 16
      $Ca.at = i32.add $Ca.at 16
      $I.at = i32.add $I.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
