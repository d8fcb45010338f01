;; PyramidalKAHP — from models/channels/pinsky-rinzel.livn
import memory livn.memory 1

;; PyramidalKAHP · initialize
export func initialize($frame i32, $step i32, $first i32, $last i32, $list i32)
  ;; arrays  Ca_rest mM, q 1
  ;; shared  a 1/mM/ms, b 1/ms
  $a = v128.load64_splat +32 $frame
  $b = v128.load64_splat +40 $frame
  $Ca_rest@ = i32.load +20 $frame
  $q@ = i32.load +24 $frame
  $i = $first
  $Ca_rest.at = i32.add $Ca_rest@ (i32.shl $first 3)
  $q.at = i32.add $q@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $Ca_rest = v128.load $Ca_rest.at
      $q_1 = f64x2.pmin (f64x2.mul $a $Ca_rest) 0.01
      $q = f64x2.div $q_1 (f64x2.add $q_1 $b)
      $Ca_rest.1 = v128.load +16 $Ca_rest.at
      $q_1.1 = f64x2.pmin (f64x2.mul $a $Ca_rest.1) 0.01
      $q.1 = f64x2.div $q_1.1 (f64x2.add $q_1.1 $b)
      v128.store $q.at $q
      v128.store +16 $q.at $q.1
      $Ca_rest.at = i32.add $Ca_rest.at 32
      $q.at = i32.add $q.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)

;; PyramidalKAHP · step
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  Ca mM, q 1
  ;; shared  a 1/mM/ms, b 1/ms
  $a = v128.load64_splat +32 $frame
  $dt = v128.load64_splat $frame
  $b = v128.load64_splat +40 $frame
  $Ca@ = i32.load +20 $frame
  $q@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $Ca.at = i32.add $Ca@ (i32.shl $first 3)
  $q.at = i32.add $q@ (i32.shl $first 3)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $far = 0x0
      block @vector
        block @unusual
          $Ca = v128.load $Ca.at
          $rate = f64x2.pmin (f64x2.mul $a $Ca) 0.01
          $q = v128.load $q.at
          $x = f64x2.mul (f64x2.neg (f64x2.add $rate $b)) $dt
          $exprel = exprel $x
          $q_new = f64x2.add
            $q
            (f64x2.mul
              (f64x2.mul $dt $exprel)
              (f64x2.sub (f64x2.mul $rate (f64x2.sub 1 $q)) (f64x2.mul $b $q)))
          $q = $q_new
          $Ca.1 = v128.load +16 $Ca.at
          $rate.1 = f64x2.pmin (f64x2.mul $a $Ca.1) 0.01
          $q.1 = v128.load +16 $q.at
          $x.1 = f64x2.mul (f64x2.neg (f64x2.add $rate.1 $b)) $dt
          $exprel.1 = exprel $x.1
          $q_new.1 = f64x2.add
            $q.1
            (f64x2.mul
              (f64x2.mul $dt $exprel.1)
              (f64x2.sub (f64x2.mul $rate.1 (f64x2.sub 1 $q.1)) (f64x2.mul $b $q.1)))
          $q.1 = $q_new.1
          br_if @unusual (i64x2.bitmask $far)
          v128.store $q.at $q
          v128.store +16 $q.at $q.1
          br @vector
        $Ca.2 = v128.load $Ca.at
        $rate.2 = f64x2.pmin (f64x2.mul $a $Ca.2) 0.01
        $q.2 = v128.load $q.at
        $x.2 = f64x2.mul (f64x2.neg (f64x2.add $rate.2 $b)) $dt
        $exprel.2 = exprel $x.2
        $q_new.2 = f64x2.add
          $q.2
          (f64x2.mul
            (f64x2.mul $dt $exprel.2)
            (f64x2.sub (f64x2.mul $rate.2 (f64x2.sub 1 $q.2)) (f64x2.mul $b $q.2)))
        $q.2 = $q_new.2
        $Ca.3 = v128.load +16 $Ca.at
        $rate.3 = f64x2.pmin (f64x2.mul $a $Ca.3) 0.01
        $q.3 = v128.load +16 $q.at
        $x.3 = f64x2.mul (f64x2.neg (f64x2.add $rate.3 $b)) $dt
        $exprel.3 = exprel $x.3
        $q_new.3 = f64x2.add
          $q.3
          (f64x2.mul
            (f64x2.mul $dt $exprel.3)
            (f64x2.sub (f64x2.mul $rate.3 (f64x2.sub 1 $q.3)) (f64x2.mul $b $q.3)))
        $q.3 = $q_new.3
        v128.store $q.at $q.2
        v128.store +16 $q.at $q.3
      $Ca.at = i32.add $Ca.at 32
      $q.at = i32.add $q.at 32
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
