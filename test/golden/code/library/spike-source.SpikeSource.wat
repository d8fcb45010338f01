;; SpikeSource — from models/neurons/spike-source.livn
import memory livn.memory 1

;; SpikeSource · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  spikes 1
  $spikes@ = i32.load +20 $frame
  $spike.count = i32.load $spike
  $i = $first
  $spikes.at = i32.add $spikes@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $spikes = v128.load $spikes.at
      $met = f64x2.gt $spikes 0.5
      $spikes.1 = v128.load +16 $spikes.at
      $met.1 = f64x2.gt $spikes.1 0.5
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
      $spikes.at = i32.add $spikes.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
