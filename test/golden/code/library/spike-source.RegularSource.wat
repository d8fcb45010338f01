;; RegularSource — from models/neurons/spike-source.livn
import memory livn.memory 1

;; RegularSource · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  count 1
  $count@ = i32.load +20 $frame
  $i = $first
  $count.at = i32.add $count@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $count = 0
      $count.1 = 0
      v128.store $count.at $count
      v128.store +16 $count.at $count.1
      $count.at = i32.add $count.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; RegularSource · step · once per link
export func step_link($frame i32)
  $dt = v128.load64_splat $frame
  $half_dt = f64x2.div $dt 2
  f64.store +48 $frame (f64x2.extract_lane 0 $half_dt)

;; RegularSource · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  count 1
  ;; shared  start ms, interval ms, number 1
  $t = f64.mul (f64.convert_i32_s $step) (f64.load $frame)
  $t.1 = f64x2.splat $t
  $start = v128.load64_splat +24 $frame
  $interval = v128.load64_splat +32 $frame
  $half_dt = v128.load64_splat +48 $frame
  $number = v128.load64_splat +40 $frame
  $count@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $count.at = i32.add $count@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $count = v128.load $count.at
      $met = v128.and
        (f64x2.ge $t.1 (f64x2.sub (f64x2.add $start (f64x2.mul $count $interval)) $half_dt))
        (f64x2.lt $count $number)
      $count.1 = v128.load +16 $count.at
      $met.1 = v128.and
        (f64x2.ge $t.1 (f64x2.sub (f64x2.add $start (f64x2.mul $count.1 $interval)) $half_dt))
        (f64x2.lt $count.1 $number)
      if i64x2.bitmask (v128.or $met $met.1)
        $lanes = i64x2.bitmask $met
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $lanes.1 = i64x2.bitmask $met.1
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and $lanes.1 (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add
          $spike.count
          (i32.and (i32.shr_u $lanes.1 1) (i32.lt_s $cell.2 $last))
      $count.at = i32.add $count.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count

;; RegularSource · reset
export func reset($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  count 1
  $count@ = i32.load +20 $frame
  $k = $first
  block @done
    br_if @done (i32.ge_s $k $last)
    loop @next-element
      $i = i32.load (i32.add $list (i32.shl $k 2))
      $count = v128.load64_splat (i32.add $count@ (i32.shl $i 3))
      v128.store64_lane lane=0 (i32.add $count@ (i32.shl $i 3)) (f64x2.add $count 1)
      $k = i32.add $k 1
      br_if @next-element (i32.lt_s $k $last)
