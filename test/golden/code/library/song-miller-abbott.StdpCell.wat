;; StdpCell — from models/networks/song-miller-abbott.livn
import memory livn.memory 1

;; StdpCell · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  V_r mV
  $V_r = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = $V_r
      $v.1 = $V_r
      v128.store $v.at $v
      v128.store +16 $v.at $v.1
      $v.at = i32.add $v.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; StdpCell · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $tau = v128.load64_splat +32 $frame
  $dt_per_tau = f64x2.div $dt $tau
  $tau_e = v128.load64_splat +56 $frame
  $x = f64x2.mul (f64x2.div -1 $tau_e) $dt
  $exprel = exprel $x
  $ge_1 = f64x2.neg (f64x2.div (f64x2.mul $dt $exprel) $tau_e)
  f64.store +72 $frame (f64x2.extract_lane 0 $dt_per_tau)
  f64.store +80 $frame (f64x2.extract_lane 0 $ge_1)

;; StdpCell · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v mV, ge 1
  ;; shared  tau ms, E_L mV, E_e mV, tau_e ms, V_th mV
  $dt_per_tau = v128.load64_splat +72 $frame
  $E_L = v128.load64_splat +40 $frame
  $E_e = v128.load64_splat +48 $frame
  $ge_1 = v128.load64_splat +80 $frame
  $V_th = v128.load64_splat +64 $frame
  $v@ = i32.load +20 $frame
  $ge@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 3)
  $ge.at = i32.add $ge@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $v = v128.load $v.at
          $ge = v128.load $ge.at
          $x = f64x2.mul $dt_per_tau (f64x2.sub -1 $ge)
          $exprel = exprel $x
          $v_new = f64x2.add
            $v
            (f64x2.mul
              $dt_per_tau
              (f64x2.mul
                $exprel
                (f64x2.add (f64x2.sub $E_L $v) (f64x2.mul $ge (f64x2.sub $E_e $v)))))
          $ge_new = f64x2.add $ge (f64x2.mul $ge_1 $ge)
          $ge = $ge_new
          $v.1 = v128.load +16 $v.at
          $ge.1 = v128.load +16 $ge.at
          $x.1 = f64x2.mul $dt_per_tau (f64x2.sub -1 $ge.1)
          $exprel.1 = exprel $x.1
          $v_new.1 = f64x2.add
            $v.1
            (f64x2.mul
              $dt_per_tau
              (f64x2.mul
                $exprel.1
                (f64x2.add (f64x2.sub $E_L $v.1) (f64x2.mul $ge.1 (f64x2.sub $E_e $v.1)))))
          $ge_new.1 = f64x2.add $ge.1 (f64x2.mul $ge_1 $ge.1)
          $ge.1 = $ge_new.1
          $met = f64x2.gt $v_new $V_th
          $met.1 = f64x2.gt $v_new.1 $V_th
          br_if @unusual (i64x2.bitmask $far)
          v128.store $ge.at $ge
          v128.store $v.at $v_new
          v128.store +16 $ge.at $ge.1
          v128.store +16 $v.at $v_new.1
          if i64x2.bitmask (v128.or $met $met.1)
            $lanes = i64x2.bitmask $met
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
            $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
            $cell = i32.add $i 1
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
            $lanes.1 = i64x2.bitmask $met.1
            $cell.1 = i32.add $i 2
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
            $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
            $cell.2 = i32.add $i 3
            i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
            $spike.count = i32.add
              $spike.count
              (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
          $v = $v_new
          $v.1 = $v_new.1
          br @vector
        $v.2 = v128.load $v.at
        $ge.2 = v128.load $ge.at
        $x.2 = f64x2.mul $dt_per_tau (f64x2.sub -1 $ge.2)
        $exprel.2 = exprel $x.2
        $v_new.2 = f64x2.add
          $v.2
          (f64x2.mul
            $dt_per_tau
            (f64x2.mul
              $exprel.2
              (f64x2.add (f64x2.sub $E_L $v.2) (f64x2.mul $ge.2 (f64x2.sub $E_e $v.2)))))
        $ge_new.2 = f64x2.add $ge.2 (f64x2.mul $ge_1 $ge.2)
        $ge.2 = $ge_new.2
        v128.store $ge.at $ge.2
        v128.store $v.at $v_new.2
        $v.3 = v128.load +16 $v.at
        $ge.3 = v128.load +16 $ge.at
        $x.3 = f64x2.mul $dt_per_tau (f64x2.sub -1 $ge.3)
        $exprel.3 = exprel $x.3
        $v_new.3 = f64x2.add
          $v.3
          (f64x2.mul
            $dt_per_tau
            (f64x2.mul
              $exprel.3
              (f64x2.add (f64x2.sub $E_L $v.3) (f64x2.mul $ge.3 (f64x2.sub $E_e $v.3)))))
        $ge_new.3 = f64x2.add $ge.3 (f64x2.mul $ge_1 $ge.3)
        $ge.3 = $ge_new.3
        v128.store +16 $ge.at $ge.3
        v128.store +16 $v.at $v_new.3
        $met.2 = f64x2.gt $v_new.2 $V_th
        $met.3 = f64x2.gt $v_new.3 $V_th
        if i64x2.bitmask (v128.or $met.2 $met.3)
          $lanes.2 = i64x2.bitmask $met.2
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
          $spike.count = i32.add $spike.count (i32.and $lanes.2 (i32.lt_s $i $last))
          $cell.3 = i32.add $i 1
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.3
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.2 1) (i32.lt_s $cell.3 $last))
          $lanes.3 = i64x2.bitmask $met.3
          $cell.4 = i32.add $i 2
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.4
          $spike.count = i32.add $spike.count (i32.and $lanes.3 (i32.lt_s $cell.4 $last))
          $cell.5 = i32.add $i 3
          i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.5
          $spike.count = i32.add
            $spike.count
            (i32.and (i32.shr_u $lanes.3 1) (i32.lt_s $cell.5 $last))
        $v.2 = $v_new.2
        $v.3 = $v_new.3
      $v.at = i32.add $v.at 32
      $ge.at = i32.add $ge.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; StdpCell · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  v mV
  ;; shared  V_r mV
  $V_r = v128.load64_splat +24 $frame
  $v@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      v128.store64_lane lane=0 (i32.add $v@ (i32.shl $i 3)) $V_r
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
