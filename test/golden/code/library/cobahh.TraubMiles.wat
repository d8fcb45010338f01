;; TraubMiles — from models/networks/cobahh.livn
import memory livn.memory 1

;; TraubMiles · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV, ge nS, gi nS
  $seed = i32x4.splat (i32.load +8 $frame)
  $stream = i32x4.splat (i32.load +32 $frame)
  $step.1 = i32x4.splat $step
  $stream.1 = i32x4.splat (i32.load +36 $frame)
  $stream.2 = i32x4.splat (i32.load +40 $frame)
  $v@ = i32.load +20 $frame
  $ge@ = i32.load +24 $frame
  $gi@ = i32.load +28 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $ge.at = i32.add $ge@ (i32.shl $first 3)
  $gi.at = i32.add $gi@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed $stream) 466688986
      $x1 = i32x4.add $step.1 $stream
      $shared = i32x4.add $seed $x1
      $x0 = i32x4.add $cells $shared
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0
      $x0.1 = i32x4.add $x0 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.3
      $x0.4 = i32x4.add $x0.3 $stream
      $shared.1 = i32x4.add $mixed 1
      $x1.5 = i32x4.add $x1.4 $shared.1
      $x0.5 = i32x4.add $x0.4 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.5
      $x0.6 = i32x4.add $x0.5 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.8
      $x0.9 = i32x4.add $x0.8 $mixed
      $shared.2 = i32x4.add $seed 2
      $x1.10 = i32x4.add $x1.9 $shared.2
      $x0.10 = i32x4.add $x0.9 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.10
      $x0.11 = i32x4.add $x0.10 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.13
      $x0.14 = i32x4.add $x0.13 $seed
      $shared.3 = i32x4.add $stream 3
      $x1.15 = i32x4.add $x1.14 $shared.3
      $x0.15 = i32x4.add $x0.14 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.15
      $mixed.1 = v128.xor (v128.xor $seed $stream.1) 466688986
      $x1.17 = i32x4.add $step.1 $stream.1
      $shared.4 = i32x4.add $seed $x1.17
      $x0.16 = i32x4.add $cells $shared.4
      $x1.18 = v128.xor (v128.or (i32x4.shl $x1.17 13) (i32x4.shr_u $x1.17 19)) $x0.16
      $x0.17 = i32x4.add $x0.16 $x1.18
      $x1.19 = v128.xor (v128.or (i32x4.shl $x1.18 15) (i32x4.shr_u $x1.18 17)) $x0.17
      $x0.18 = i32x4.add $x0.17 $x1.19
      $x1.20 = v128.xor (v128.or (i32x4.shl $x1.19 26) (i32x4.shr_u $x1.19 6)) $x0.18
      $x0.19 = i32x4.add $x0.18 $x1.20
      $x1.21 = v128.xor (v128.or (i32x4.shl $x1.20 6) (i32x4.shr_u $x1.20 26)) $x0.19
      $x0.20 = i32x4.add $x0.19 $stream.1
      $shared.5 = i32x4.add $mixed.1 1
      $x1.22 = i32x4.add $x1.21 $shared.5
      $x0.21 = i32x4.add $x0.20 $x1.22
      $x1.23 = v128.xor (v128.or (i32x4.shl $x1.22 17) (i32x4.shr_u $x1.22 15)) $x0.21
      $x0.22 = i32x4.add $x0.21 $x1.23
      $x1.24 = v128.xor (v128.or (i32x4.shl $x1.23 29) (i32x4.shr_u $x1.23 3)) $x0.22
      $x0.23 = i32x4.add $x0.22 $x1.24
      $x1.25 = v128.xor (v128.or (i32x4.shl $x1.24 16) (i32x4.shr_u $x1.24 16)) $x0.23
      $x0.24 = i32x4.add $x0.23 $x1.25
      $x1.26 = v128.xor (v128.or (i32x4.shl $x1.25 24) (i32x4.shr_u $x1.25 8)) $x0.24
      $x0.25 = i32x4.add $x0.24 $mixed.1
      $shared.6 = i32x4.add $seed 2
      $x1.27 = i32x4.add $x1.26 $shared.6
      $x0.26 = i32x4.add $x0.25 $x1.27
      $x1.28 = v128.xor (v128.or (i32x4.shl $x1.27 13) (i32x4.shr_u $x1.27 19)) $x0.26
      $x0.27 = i32x4.add $x0.26 $x1.28
      $x1.29 = v128.xor (v128.or (i32x4.shl $x1.28 15) (i32x4.shr_u $x1.28 17)) $x0.27
      $x0.28 = i32x4.add $x0.27 $x1.29
      $x1.30 = v128.xor (v128.or (i32x4.shl $x1.29 26) (i32x4.shr_u $x1.29 6)) $x0.28
      $x0.29 = i32x4.add $x0.28 $x1.30
      $x1.31 = v128.xor (v128.or (i32x4.shl $x1.30 6) (i32x4.shr_u $x1.30 26)) $x0.29
      $x0.30 = i32x4.add $x0.29 $seed
      $shared.7 = i32x4.add $stream.1 3
      $x1.32 = i32x4.add $x1.31 $shared.7
      $x0.31 = i32x4.add $x0.30 $x1.32
      $x1.33 = v128.xor (v128.or (i32x4.shl $x1.32 17) (i32x4.shr_u $x1.32 15)) $x0.31
      $mixed.2 = v128.xor (v128.xor $seed $stream.2) 466688986
      $x1.34 = i32x4.add $step.1 $stream.2
      $shared.8 = i32x4.add $seed $x1.34
      $x0.32 = i32x4.add $cells $shared.8
      $x1.35 = v128.xor (v128.or (i32x4.shl $x1.34 13) (i32x4.shr_u $x1.34 19)) $x0.32
      $x0.33 = i32x4.add $x0.32 $x1.35
      $x1.36 = v128.xor (v128.or (i32x4.shl $x1.35 15) (i32x4.shr_u $x1.35 17)) $x0.33
      $x0.34 = i32x4.add $x0.33 $x1.36
      $x1.37 = v128.xor (v128.or (i32x4.shl $x1.36 26) (i32x4.shr_u $x1.36 6)) $x0.34
      $x0.35 = i32x4.add $x0.34 $x1.37
      $x1.38 = v128.xor (v128.or (i32x4.shl $x1.37 6) (i32x4.shr_u $x1.37 26)) $x0.35
      $x0.36 = i32x4.add $x0.35 $stream.2
      $shared.9 = i32x4.add $mixed.2 1
      $x1.39 = i32x4.add $x1.38 $shared.9
      $x0.37 = i32x4.add $x0.36 $x1.39
      $x1.40 = v128.xor (v128.or (i32x4.shl $x1.39 17) (i32x4.shr_u $x1.39 15)) $x0.37
      $x0.38 = i32x4.add $x0.37 $x1.40
      $x1.41 = v128.xor (v128.or (i32x4.shl $x1.40 29) (i32x4.shr_u $x1.40 3)) $x0.38
      $x0.39 = i32x4.add $x0.38 $x1.41
      $x1.42 = v128.xor (v128.or (i32x4.shl $x1.41 16) (i32x4.shr_u $x1.41 16)) $x0.39
      $x0.40 = i32x4.add $x0.39 $x1.42
      $x1.43 = v128.xor (v128.or (i32x4.shl $x1.42 24) (i32x4.shr_u $x1.42 8)) $x0.40
      $x0.41 = i32x4.add $x0.40 $mixed.2
      $shared.10 = i32x4.add $seed 2
      $x1.44 = i32x4.add $x1.43 $shared.10
      $x0.42 = i32x4.add $x0.41 $x1.44
      $x1.45 = v128.xor (v128.or (i32x4.shl $x1.44 13) (i32x4.shr_u $x1.44 19)) $x0.42
      $x0.43 = i32x4.add $x0.42 $x1.45
      $x1.46 = v128.xor (v128.or (i32x4.shl $x1.45 15) (i32x4.shr_u $x1.45 17)) $x0.43
      $x0.44 = i32x4.add $x0.43 $x1.46
      $x1.47 = v128.xor (v128.or (i32x4.shl $x1.46 26) (i32x4.shr_u $x1.46 6)) $x0.44
      $x0.45 = i32x4.add $x0.44 $x1.47
      $x1.48 = v128.xor (v128.or (i32x4.shl $x1.47 6) (i32x4.shr_u $x1.47 26)) $x0.45
      $x0.46 = i32x4.add $x0.45 $seed
      $shared.11 = i32x4.add $stream.2 3
      $x1.49 = i32x4.add $x1.48 $shared.11
      $x0.47 = i32x4.add $x0.46 $x1.49
      $x1.50 = v128.xor (v128.or (i32x4.shl $x1.49 17) (i32x4.shr_u $x1.49 15)) $x0.47
      $word = $x0.15
      $word.1 = $x1.16
      $word.2 = $x0.31
      $word.3 = $x1.33
      $word.4 = $x0.47
      $word.5 = $x1.50
      $end = i32.add $i 4
      loop @next-vector
        $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
        $normal = normal $word $word.1
        $v = f64x2.add -65 (f64x2.mul 5 $normal)
        $normal.1 = normal $word.2 $word.3
        $ge = f64x2.add (f64x2.pmax (f64x2.add 40 (f64x2.mul 15 $normal.1)) 0) 0
        $normal.2 = normal $word.4 $word.5
        $gi = f64x2.add (f64x2.pmax (f64x2.add 200 (f64x2.mul 120 $normal.2)) 0) 0
        v128.store $v.at $v
        v128.store $ge.at $ge
        v128.store $gi.at $gi
        $v.at = i32.add $v.at 16
        $ge.at = i32.add $ge.at 16
        $gi.at = i32.add $gi.at 16
        $i = i32.add $i 2
        $four = $word
        $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four $four
        $word = $last.1
        $four.1 = $word.1
        $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.1 $four.1
        $word.1 = $last.2
        $four.2 = $word.2
        $last.3 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.2 $four.2
        $word.2 = $last.3
        $four.3 = $word.3
        $last.4 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.3 $four.3
        $word.3 = $last.4
        $four.4 = $word.4
        $last.5 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.4 $four.4
        $word.4 = $last.5
        $four.5 = $word.5
        $last.6 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $four.5 $four.5
        $word.5 = $last.6
        br_if @next-vector (i32.lt_s $i $end)
      br_if @next-cells (i32.lt_s $i $last)

;; TraubMiles · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $silent_steps = f64x2.floor (f64x2.add (f64x2.div 3 $dt) 0.001)
  $area = v128.load64_splat +96 $frame
  $per_area = f64x2.div 1 $area
  $v_1 = f64x2.neg $per_area
  $C = v128.load64_splat +104 $frame
  $dt_per_C = f64x2.div $dt $C
  $V_T = v128.load64_splat +128 $frame
  $x = f64x2.mul (f64x2.add 13 $V_T) 0.25
  $exp = exp $x
  $x.1 = f64x2.neg (f64x2.mul (f64x2.neg (f64x2.add $V_T 40)) 0.2)
  $exp.1 = exp $x.1
  $b_m_1 = f64x2.mul 0.2 $exp.1
  $x.2 = f64x2.mul (f64x2.add 15 $V_T) 0.2
  $exp.2 = exp $x.2
  $x.3 = f64x2.mul (f64x2.add 10 $V_T) 0.025
  $exp.3 = exp $x.3
  $b_n_1 = f64x2.mul 0.5 $exp.3
  $x.4 = f64x2.mul (f64x2.add 40 $V_T) 0.2
  $exp.4 = exp $x.4
  $taue = v128.load64_splat +136 $frame
  $x.5 = f64x2.mul (f64x2.div -1 $taue) $dt
  $exprel = exprel $x.5
  $ge_1 = f64x2.neg (f64x2.div (f64x2.mul $dt $exprel) $taue)
  $taui = v128.load64_splat +144 $frame
  $x.6 = f64x2.mul (f64x2.div -1 $taui) $dt
  $exprel.1 = exprel $x.6
  $gi_1 = f64x2.neg (f64x2.div (f64x2.mul $dt $exprel.1) $taui)
  f64.store +152 $frame (f64x2.extract_lane 0 $silent_steps)
  f64.store +160 $frame (f64x2.extract_lane 0 $per_area)
  f64.store +168 $frame (f64x2.extract_lane 0 $v_1)
  f64.store +176 $frame (f64x2.extract_lane 0 $dt_per_C)
  f64.store +184 $frame (f64x2.extract_lane 0 $exp)
  f64.store +192 $frame (f64x2.extract_lane 0 $exp.1)
  f64.store +200 $frame (f64x2.extract_lane 0 $b_m_1)
  f64.store +208 $frame (f64x2.extract_lane 0 $exp.2)
  f64.store +216 $frame (f64x2.extract_lane 0 $b_n_1)
  f64.store +224 $frame (f64x2.extract_lane 0 $exp.4)
  f64.store +232 $frame (f64x2.extract_lane 0 $ge_1)
  f64.store +240 $frame (f64x2.extract_lane 0 $gi_1)

;; TraubMiles · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  lastspike integer, v mV, m 1, h 1, n 1, ge nS, gi nS
  ;; shared  g_L uS/cm^2, E_L mV, g_Na mS/cm^2, E_Na mV, g_K mS/cm^2, E_K mV, area um^2, C uF/cm^2, E_e mV, E_i mV, V_T mV, taue ms, taui ms
  $step.1 = i32x4.splat $step
  $silent_steps = v128.load64_splat +152 $frame
  $silent_steps.ago = i32x4.splat
    (i32.add (i32.sub $step (i32.trunc_sat_f64_s (f64.ceil (f64.load +152 $frame)))) 1)
  $g_Na = v128.load64_splat +64 $frame
  $g_K = v128.load64_splat +80 $frame
  $g_L = v128.load64_splat +48 $frame
  $E_L = v128.load64_splat +56 $frame
  $E_Na = v128.load64_splat +72 $frame
  $E_K = v128.load64_splat +88 $frame
  $dt_per_C = v128.load64_splat +176 $frame
  $v_1 = v128.load64_splat +168 $frame
  $E_e = v128.load64_splat +112 $frame
  $E_i = v128.load64_splat +120 $frame
  $per_area = v128.load64_splat +160 $frame
  $V_T = v128.load64_splat +128 $frame
  $a_m_1 = v128.load64_splat +184 $frame
  $b_m_1 = v128.load64_splat +200 $frame
  $b_m_2 = v128.load64_splat +192 $frame
  $dt = v128.load64_splat $frame
  $a_n_1 = v128.load64_splat +208 $frame
  $b_n_1 = v128.load64_splat +216 $frame
  $b_h_1 = v128.load64_splat +224 $frame
  $ge_1 = v128.load64_splat +232 $frame
  $gi_1 = v128.load64_splat +240 $frame
  $lastspike@ = i32.load +20 $frame
  $v@ = i32.load +24 $frame
  $m@ = i32.load +28 $frame
  $h@ = i32.load +32 $frame
  $n@ = i32.load +36 $frame
  $ge@ = i32.load +40 $frame
  $gi@ = i32.load +44 $frame
  $spike.count = i32.load $spike
  $i = $first
  $lastspike.at = i32.add $lastspike@ (i32.shl $first 2)
  $v.at = i32.add $v@ (i32.shl $first 3)
  $m.at = i32.add $m@ (i32.shl $first 3)
  $h.at = i32.add $h@ (i32.shl $first 3)
  $n.at = i32.add $n@ (i32.shl $first 3)
  $ge.at = i32.add $ge@ (i32.shl $first 3)
  $gi.at = i32.add $gi@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $m = v128.load $m.at
          $h = v128.load $h.at
          $I_m_1 = f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m $m) $m)) $h
          $n = v128.load $n.at
          $n_squared = f64x2.mul $n $n
          $I_m_2 = f64x2.mul $g_K (f64x2.mul $n_squared $n_squared)
          $v = v128.load $v.at
          $I_m = f64x2.sub
            (f64x2.sub (f64x2.mul $g_L (f64x2.sub $E_L $v)) (f64x2.mul $I_m_1 (f64x2.sub $v $E_Na)))
            (f64x2.mul $I_m_2 (f64x2.sub $v $E_K))
          $ge = v128.load $ge.at
          $gi = v128.load $gi.at
          $x = f64x2.mul
            $dt_per_C
            (f64x2.sub
              (f64x2.mul (f64x2.add $ge $gi) $v_1)
              (f64x2.add (f64x2.add $g_L $I_m_1) $I_m_2))
          $exprel = exprel $x
          $v_new = f64x2.add
            $v
            (f64x2.mul
              $dt_per_C
              (f64x2.mul
                $exprel
                (f64x2.add
                  $I_m
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul $ge (f64x2.sub $E_e $v))
                      (f64x2.mul $gi (f64x2.sub $E_i $v)))
                    $per_area))))
          $a_m_2 = f64x2.add (f64x2.sub 13 $v) $V_T
          $a_m_3 = f64x2.mul $a_m_2 0.25
          $a_m_4 = f64x2.mul $a_m_2 $a_m_2
          $a_m_5 = f64x2.mul 0.0625 $a_m_4
          $x.1 = f64x2.mul -0.025 $v
          $exp = exp $x.1
          $a_m_7 = f64x2.mul $exp $exp
          $a_m_8 = f64x2.mul $a_m_7 $a_m_7
          $a_m_9 = f64x2.mul $a_m_8 $a_m_8
          $a_m = f64x2.mul
            1.28
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.125 $a_m_2))
                (f64x2.mul
                  $a_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -5.166997354497355e-8 $a_m_4)
                            0.00003306878306878307)
                          $a_m_5)
                        -0.001388888888888889)
                      $a_m_5)
                    0.08333333333333333)))
              (f64x2.div $a_m_3 (f64x2.sub (f64x2.mul $a_m_1 (f64x2.mul $a_m_9 $a_m_7)) 1))
              (f64x2.lt (f64x2.abs $a_m_3) 0.1))
          $b_m_3 = f64x2.sub (f64x2.sub $v $V_T) 40
          $b_m_4 = f64x2.mul $b_m_3 $b_m_3
          $b_m_5 = f64x2.mul 0.04000000000000001 $b_m_4
          $b_m = f64x2.mul
            1.4000000000000001
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $b_m_3))
                (f64x2.mul
                  $b_m_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $b_m_4)
                            0.00003306878306878307)
                          $b_m_5)
                        -0.001388888888888889)
                      $b_m_5)
                    0.08333333333333333)))
              (f64x2.div
                (f64x2.mul $b_m_1 (f64x2.mul $b_m_3 $a_m_9))
                (f64x2.sub 1 (f64x2.mul $b_m_2 $a_m_9)))
              (f64x2.lt (f64x2.abs (f64x2.mul $b_m_3 0.2)) 0.1))
          $x.2 = f64x2.mul (f64x2.neg (f64x2.add $a_m $b_m)) $dt
          $exprel.1 = exprel $x.2
          $m_new = f64x2.add
            $m
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $a_m (f64x2.sub 1 $m)) (f64x2.mul $b_m $m)))
          $a_n_2 = f64x2.add (f64x2.sub 15 $v) $V_T
          $a_n_3 = f64x2.mul $a_n_2 0.2
          $a_n_4 = f64x2.mul $a_n_2 $a_n_2
          $a_n_5 = f64x2.mul 0.04000000000000001 $a_n_4
          $a_n = f64x2.mul
            0.16
            (v128.bitselect
              (f64x2.add
                (f64x2.sub 1 (f64x2.mul 0.1 $a_n_2))
                (f64x2.mul
                  $a_n_5
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add
                            (f64x2.mul -3.3068783068783076e-8 $a_n_4)
                            0.00003306878306878307)
                          $a_n_5)
                        -0.001388888888888889)
                      $a_n_5)
                    0.08333333333333333)))
              (f64x2.div $a_n_3 (f64x2.sub (f64x2.mul $a_n_1 $a_m_9) 1))
              (f64x2.lt (f64x2.abs $a_n_3) 0.1))
          $b_n = f64x2.mul $b_n_1 $exp
          $x.3 = f64x2.mul (f64x2.neg (f64x2.add $a_n $b_n)) $dt
          $exprel.2 = exprel $x.3
          $n_new = f64x2.add
            $n
            (f64x2.mul
              (f64x2.mul $dt $exprel.2)
              (f64x2.sub (f64x2.mul $a_n (f64x2.sub 1 $n)) (f64x2.mul $b_n $n)))
          $x.4 = f64x2.mul (f64x2.add (f64x2.sub 17 $v) $V_T) 0.05555555555555555
          $exp.1 = exp $x.4
          $a_h = f64x2.mul 0.128 $exp.1
          $b_h = f64x2.div 4 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9))
          $x.5 = f64x2.mul (f64x2.neg (f64x2.add $a_h $b_h)) $dt
          $exprel.3 = exprel $x.5
          $h_new = f64x2.add
            $h
            (f64x2.mul
              (f64x2.mul $dt $exprel.3)
              (f64x2.sub (f64x2.mul $a_h (f64x2.sub 1 $h)) (f64x2.mul $b_h $h)))
          $h = $h_new
          br_if @unusual (i64x2.bitmask $far)
          v128.store $h.at $h
          $n = $n_new
          v128.store $n.at $n
          $m = $m_new
          v128.store $m.at $m
          $lastspike = v128.load64_zero $lastspike.at
          $free = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike)
          $ge_new = f64x2.add $ge (f64x2.mul $ge_1 $ge)
          $ge = $ge_new
          v128.store $ge.at $ge
          $gi_new = f64x2.add $gi (f64x2.mul $gi_1 $gi)
          $gi = $gi_new
          v128.store $gi.at $gi
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
        $m.1 = v128.load $m.at
        $h.1 = v128.load $h.at
        $I_m_1.1 = f64x2.mul (f64x2.mul $g_Na (f64x2.mul (f64x2.mul $m.1 $m.1) $m.1)) $h.1
        $n.1 = v128.load $n.at
        $n_squared.1 = f64x2.mul $n.1 $n.1
        $I_m_2.1 = f64x2.mul $g_K (f64x2.mul $n_squared.1 $n_squared.1)
        $v.1 = v128.load $v.at
        $I_m.1 = f64x2.sub
          (f64x2.sub
            (f64x2.mul $g_L (f64x2.sub $E_L $v.1))
            (f64x2.mul $I_m_1.1 (f64x2.sub $v.1 $E_Na)))
          (f64x2.mul $I_m_2.1 (f64x2.sub $v.1 $E_K))
        $ge.1 = v128.load $ge.at
        $gi.1 = v128.load $gi.at
        $x.6 = f64x2.mul
          $dt_per_C
          (f64x2.sub
            (f64x2.mul (f64x2.add $ge.1 $gi.1) $v_1)
            (f64x2.add (f64x2.add $g_L $I_m_1.1) $I_m_2.1))
        $exprel.4 = exprel $x.6
        $v_new.1 = f64x2.add
          $v.1
          (f64x2.mul
            $dt_per_C
            (f64x2.mul
              $exprel.4
              (f64x2.add
                $I_m.1
                (f64x2.mul
                  (f64x2.add
                    (f64x2.mul $ge.1 (f64x2.sub $E_e $v.1))
                    (f64x2.mul $gi.1 (f64x2.sub $E_i $v.1)))
                  $per_area))))
        $a_m_2.1 = f64x2.add (f64x2.sub 13 $v.1) $V_T
        $a_m_3.1 = f64x2.mul $a_m_2.1 0.25
        $a_m_4.1 = f64x2.mul $a_m_2.1 $a_m_2.1
        $a_m_5.1 = f64x2.mul 0.0625 $a_m_4.1
        $x.7 = f64x2.mul -0.025 $v.1
        $exp.2 = exp $x.7
        $a_m_7.1 = f64x2.mul $exp.2 $exp.2
        $a_m_8.1 = f64x2.mul $a_m_7.1 $a_m_7.1
        $a_m_9.1 = f64x2.mul $a_m_8.1 $a_m_8.1
        $a_m.1 = f64x2.mul
          1.28
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.125 $a_m_2.1))
              (f64x2.mul
                $a_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -5.166997354497355e-8 $a_m_4.1)
                          0.00003306878306878307)
                        $a_m_5.1)
                      -0.001388888888888889)
                    $a_m_5.1)
                  0.08333333333333333)))
            (f64x2.div $a_m_3.1 (f64x2.sub (f64x2.mul $a_m_1 (f64x2.mul $a_m_9.1 $a_m_7.1)) 1))
            (f64x2.lt (f64x2.abs $a_m_3.1) 0.1))
        $b_m_3.1 = f64x2.sub (f64x2.sub $v.1 $V_T) 40
        $b_m_4.1 = f64x2.mul $b_m_3.1 $b_m_3.1
        $b_m_5.1 = f64x2.mul 0.04000000000000001 $b_m_4.1
        $b_m.1 = f64x2.mul
          1.4000000000000001
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $b_m_3.1))
              (f64x2.mul
                $b_m_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $b_m_4.1)
                          0.00003306878306878307)
                        $b_m_5.1)
                      -0.001388888888888889)
                    $b_m_5.1)
                  0.08333333333333333)))
            (f64x2.div
              (f64x2.mul $b_m_1 (f64x2.mul $b_m_3.1 $a_m_9.1))
              (f64x2.sub 1 (f64x2.mul $b_m_2 $a_m_9.1)))
            (f64x2.lt (f64x2.abs (f64x2.mul $b_m_3.1 0.2)) 0.1))
        $x.8 = f64x2.mul (f64x2.neg (f64x2.add $a_m.1 $b_m.1)) $dt
        $exprel.5 = exprel $x.8
        $m_new.1 = f64x2.add
          $m.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.5)
            (f64x2.sub (f64x2.mul $a_m.1 (f64x2.sub 1 $m.1)) (f64x2.mul $b_m.1 $m.1)))
        $a_n_2.1 = f64x2.add (f64x2.sub 15 $v.1) $V_T
        $a_n_3.1 = f64x2.mul $a_n_2.1 0.2
        $a_n_4.1 = f64x2.mul $a_n_2.1 $a_n_2.1
        $a_n_5.1 = f64x2.mul 0.04000000000000001 $a_n_4.1
        $a_n.1 = f64x2.mul
          0.16
          (v128.bitselect
            (f64x2.add
              (f64x2.sub 1 (f64x2.mul 0.1 $a_n_2.1))
              (f64x2.mul
                $a_n_5.1
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul -3.3068783068783076e-8 $a_n_4.1)
                          0.00003306878306878307)
                        $a_n_5.1)
                      -0.001388888888888889)
                    $a_n_5.1)
                  0.08333333333333333)))
            (f64x2.div $a_n_3.1 (f64x2.sub (f64x2.mul $a_n_1 $a_m_9.1) 1))
            (f64x2.lt (f64x2.abs $a_n_3.1) 0.1))
        $b_n.1 = f64x2.mul $b_n_1 $exp.2
        $x.9 = f64x2.mul (f64x2.neg (f64x2.add $a_n.1 $b_n.1)) $dt
        $exprel.6 = exprel $x.9
        $n_new.1 = f64x2.add
          $n.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.6)
            (f64x2.sub (f64x2.mul $a_n.1 (f64x2.sub 1 $n.1)) (f64x2.mul $b_n.1 $n.1)))
        $x.10 = f64x2.mul (f64x2.add (f64x2.sub 17 $v.1) $V_T) 0.05555555555555555
        $exp.3 = exp $x.10
        $a_h.1 = f64x2.mul 0.128 $exp.3
        $b_h.1 = f64x2.div 4 (f64x2.add 1 (f64x2.mul $b_h_1 $a_m_9.1))
        $x.11 = f64x2.mul (f64x2.neg (f64x2.add $a_h.1 $b_h.1)) $dt
        $exprel.7 = exprel $x.11
        $h_new.1 = f64x2.add
          $h.1
          (f64x2.mul
            (f64x2.mul $dt $exprel.7)
            (f64x2.sub (f64x2.mul $a_h.1 (f64x2.sub 1 $h.1)) (f64x2.mul $b_h.1 $h.1)))
        $h.1 = $h_new.1
        $n.1 = $n_new.1
        $m.1 = $m_new.1
        $lastspike.1 = v128.load64_zero $lastspike.at
        $free.1 = i64x2.extend_low_i32x4_s (i32x4.gt_s $silent_steps.ago $lastspike.1)
        $ge_new.1 = f64x2.add $ge.1 (f64x2.mul $ge_1 $ge.1)
        $ge.1 = $ge_new.1
        $gi_new.1 = f64x2.add $gi.1 (f64x2.mul $gi_1 $gi.1)
        $gi.1 = $gi_new.1
        v128.store $h.at $h.1
        v128.store $n.at $n.1
        v128.store $m.at $m.1
        v128.store $ge.at $ge.1
        v128.store $gi.at $gi.1
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
      $lastspike.at = i32.add $lastspike.at 8
      $v.at = i32.add $v.at 16
      $m.at = i32.add $m.at 16
      $h.at = i32.add $h.at 16
      $n.at = i32.add $n.at 16
      $ge.at = i32.add $ge.at 16
      $gi.at = i32.add $gi.at 16
      $i = i32.add $i 2
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
