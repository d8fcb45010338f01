;; ShotNoise — from models/noise/shot-noise.livn
import memory livn.memory 1

;; ShotNoise · initialize · once per link
export func initialize_link($frame i32)
  $rate = v128.load64_splat +24 $frame
  $q = v128.load64_splat +32 $frame
  $tau = v128.load64_splat +40 $frame
  $I_1 = f64x2.mul (f64x2.mul $rate $q) $tau
  f64.store +48 $frame (f64x2.extract_lane 0 $I_1)

;; ShotNoise · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  I pA
  ;; shared  rate kHz, q pA, tau ms
  $I_1 = v128.load64_splat +48 $frame
  $I@ = i32.load +20 $frame
  $i = $first
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $I = $I_1
      $I.1 = $I_1
      v128.store $I.at $I
      v128.store +16 $I.at $I.1
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; ShotNoise · step · once per link
export func step_link($frame i32)
  $tau = v128.load64_splat +24 $frame
  $dt = v128.load64_splat $frame
  $x = f64x2.mul (f64x2.div -1 $tau) $dt
  $exp = exp $x
  f64.store +32 $frame (f64x2.extract_lane 0 $exp)

;; ShotNoise · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  I pA
  ;; shared  tau ms
  $decay_I = v128.load64_splat +32 $frame
  $I@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $I = v128.load $I.at
      $I_new = f64x2.mul $decay_I $I
      $I.1 = v128.load +16 $I.at
      $I_new.1 = f64x2.mul $decay_I $I.1
      $I = $I_new
      $I.1 = $I_new.1
      v128.store $I.at $I
      v128.store +16 $I.at $I.1
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; ShotNoise · on_step · once per link
export func on_step_link($frame i32)
  $rate = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $rate_times_dt = f64x2.mul $rate $dt
  f64.store +40 $frame (f64x2.extract_lane 0 $rate_times_dt)

;; ShotNoise · on_step
export func on_step($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  I pA
  ;; shared  q pA, rate kHz
  $q = v128.load64_splat +24 $frame
  $rate_times_dt = v128.load64_splat +40 $frame
  $bounded = f64x2.pmax (f64x2.pmin (f64x2.neg $rate_times_dt) 709.9) -708.3
  $shifted = f64x2.add (f64x2.mul $bounded 1.4426950408889634) 6755399441056766
  $k = f64x2.sub $shifted 6755399441056766
  $high = f64x2.sub $bounded (f64x2.mul $k 0.6931471803691238)
  $low = f64x2.mul $k 1.9082149292705877e-10
  $r = f64x2.sub $high $low
  $xx = f64x2.mul $r $r
  $none = f64x2.mul
    (f64x2.add
      (f64x2.mul
        (f64x2.add
          (f64x2.mul
            (f64x2.add
              (f64x2.add
                (f64x2.mul
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.mul
                          (f64x2.add (f64x2.mul 5.525265378363699e-7 $xx) 0.00004960300889002482)
                          $xx)
                        0.00277777778647592)
                      $xx)
                    0.08333333333314724)
                  $xx)
                1.000000000000001)
              (f64x2.mul
                (f64x2.add
                  (f64x2.mul
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.add
                          (f64x2.mul
                            (f64x2.add (f64x2.mul 5.022893732939986e-8 $xx) 0.000005511445593781089)
                            $xx)
                          0.00039682539806024867)
                        $xx)
                      0.0166666666666292)
                    $xx)
                  0.3333333333333337)
                $r))
            $r)
          2)
        $r)
      2)
    (i64x2.shl $shifted 52)
  $ratio1 = f64x2.mul $rate_times_dt 1
  $ratio2 = f64x2.mul $rate_times_dt 0.5
  $ratio3 = f64x2.mul $rate_times_dt 0.3333333333333333
  $ratio4 = f64x2.mul $rate_times_dt 0.25
  $ratio5 = f64x2.mul $rate_times_dt 0.2
  $ratio6 = f64x2.mul $rate_times_dt 0.16666666666666666
  $ratio7 = f64x2.mul $rate_times_dt 0.14285714285714285
  $ratio8 = f64x2.mul $rate_times_dt 0.125
  $seed = i32x4.splat (i32.load +8 $frame)
  $step.1 = i32x4.splat $step
  $I@ = i32.load +20 $frame
  $i = $first
  $I.at = i32.add $I@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $cells = i32x4.add (i32x4.splat $i) 0 1 2 3
      $mixed = v128.xor (v128.xor $seed 1522471087) 466688986
      $x0 = i32x4.add $cells $seed
      $x1 = i32x4.add $step.1 1522471087
      $x0.1 = i32x4.add $x0 $x1
      $x1.1 = v128.xor (v128.or (i32x4.shl $x1 13) (i32x4.shr_u $x1 19)) $x0.1
      $x0.2 = i32x4.add $x0.1 $x1.1
      $x1.2 = v128.xor (v128.or (i32x4.shl $x1.1 15) (i32x4.shr_u $x1.1 17)) $x0.2
      $x0.3 = i32x4.add $x0.2 $x1.2
      $x1.3 = v128.xor (v128.or (i32x4.shl $x1.2 26) (i32x4.shr_u $x1.2 6)) $x0.3
      $x0.4 = i32x4.add $x0.3 $x1.3
      $x1.4 = v128.xor (v128.or (i32x4.shl $x1.3 6) (i32x4.shr_u $x1.3 26)) $x0.4
      $x0.5 = i32x4.add $x0.4 1522471087
      $x1.5 = i32x4.add (i32x4.add $x1.4 $mixed) 1
      $x0.6 = i32x4.add $x0.5 $x1.5
      $x1.6 = v128.xor (v128.or (i32x4.shl $x1.5 17) (i32x4.shr_u $x1.5 15)) $x0.6
      $x0.7 = i32x4.add $x0.6 $x1.6
      $x1.7 = v128.xor (v128.or (i32x4.shl $x1.6 29) (i32x4.shr_u $x1.6 3)) $x0.7
      $x0.8 = i32x4.add $x0.7 $x1.7
      $x1.8 = v128.xor (v128.or (i32x4.shl $x1.7 16) (i32x4.shr_u $x1.7 16)) $x0.8
      $x0.9 = i32x4.add $x0.8 $x1.8
      $x1.9 = v128.xor (v128.or (i32x4.shl $x1.8 24) (i32x4.shr_u $x1.8 8)) $x0.9
      $x0.10 = i32x4.add $x0.9 $mixed
      $x1.10 = i32x4.add (i32x4.add $x1.9 $seed) 2
      $x0.11 = i32x4.add $x0.10 $x1.10
      $x1.11 = v128.xor (v128.or (i32x4.shl $x1.10 13) (i32x4.shr_u $x1.10 19)) $x0.11
      $x0.12 = i32x4.add $x0.11 $x1.11
      $x1.12 = v128.xor (v128.or (i32x4.shl $x1.11 15) (i32x4.shr_u $x1.11 17)) $x0.12
      $x0.13 = i32x4.add $x0.12 $x1.12
      $x1.13 = v128.xor (v128.or (i32x4.shl $x1.12 26) (i32x4.shr_u $x1.12 6)) $x0.13
      $x0.14 = i32x4.add $x0.13 $x1.13
      $x1.14 = v128.xor (v128.or (i32x4.shl $x1.13 6) (i32x4.shr_u $x1.13 26)) $x0.14
      $x0.15 = i32x4.add $x0.14 $seed
      $x1.15 = i32x4.add (i32x4.add $x1.14 1522471087) 3
      $x0.16 = i32x4.add $x0.15 $x1.15
      $x1.16 = v128.xor (v128.or (i32x4.shl $x1.15 17) (i32x4.shr_u $x1.15 15)) $x0.16
      $cells.1 = i32x4.add (i32x4.splat $i) 0 1 2 3
      $I = v128.load $I.at
      $poisson = poisson $rate_times_dt $x0.16 $x1.16
      $I = f64x2.add $I (f64x2.mul $q $poisson)
      v128.store $I.at $I
      $cells.2 = i32x4.add (i32x4.splat $i) 2 3 4 5
      $I.1 = v128.load +16 $I.at
      $last.1 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x0.16 $x0.16
      $last.2 = i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 $x1.16 $x1.16
      $poisson.1 = poisson $rate_times_dt $last.1 $last.2
      $I.1 = f64x2.add $I.1 (f64x2.mul $q $poisson.1)
      v128.store +16 $I.at $I.1
      $I.at = i32.add $I.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
