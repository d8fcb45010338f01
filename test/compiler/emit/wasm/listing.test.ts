/** The listing shows a kernel so that a reviewer can follow it. */
import { expect, test } from 'vitest'
import { wasm } from '../../../../compiler/emit/wasm/emit.ts'
import {
  call,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  spike,
  store,
  when,
} from '../../build-kernel.ts'

const decaying = kernel({
  title: 'Decay · exponential_euler',
  buffers: [shared('tau'), keeps('v'), reads('gain')],
  events: ['spike'],
  link: [letBe('rate', call('divide', 1, 'tau'))],
  each: [
    letBe(
      'v_new',
      call('multiply', 'v', call('exp', call('multiply', 'gain', call('multiply', 'dt', 'rate')))),
    ),
    when(call('greater', 'v_new', 1), [spike(), store('v', 0)]),
    store('v', 'v_new'),
  ],
})

test('a kernel reads as assignments, with functions by their names and constants in place', () => {
  const { text } = wasm.emit([decaying], { precision: 'f32', title: 'Decay' })

  expect(text).toBe(`;; Decay
import memory livn.memory 1

;; Decay · exponential_euler · once per link
export func step_link($frame i32)
  $tau = v128.load64_splat +32 $frame
  $rate = f64x2.div 1 $tau
  f64.store +40 $frame (f64x2.extract_lane 0 $rate)

;; Decay · exponential_euler
export func step($frame i32, $step i32, $first i32, $last i32, $list i32, $spike i32)
  ;; arrays  v 1, gain 1
  ;; shared  tau 1
  $dt = f32x4.splat (f32.demote_f64 (f64.load $frame))
  $rate = f32x4.splat (f32.demote_f64 (f64.load +40 $frame))
  $v@ = i32.load +20 $frame
  $gain@ = i32.load +24 $frame
  $spike.count = i32.load $spike
  $i = $first
  $v.at = i32.add $v@ (i32.shl $first 2)
  $gain.at = i32.add $gain@ (i32.shl $first 2)
  block @done
    br_if @done (i32.ge_s $i $last)
    loop @next-cells
      $v = v128.load $v.at
      $gain = v128.load $gain.at
      $x = f32x4.mul $gain (f32x4.mul $dt $rate)
      $exp = exp $x
      $v_new = f32x4.mul $v $exp
      $taking = f32x4.gt $v_new 1
      if i32x4.bitmask $taking
        $lanes = i32x4.bitmask $taking
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $i
        $spike.count = i32.add $spike.count (i32.and $lanes (i32.lt_s $i $last))
        $cell = i32.add $i 1
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 1) (i32.lt_s $cell $last))
        $cell.1 = i32.add $i 2
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.1
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 2) (i32.lt_s $cell.1 $last))
        $cell.2 = i32.add $i 3
        i32.store +4 (i32.add $spike (i32.shl $spike.count 2)) $cell.2
        $spike.count = i32.add $spike.count (i32.and (i32.shr_u $lanes 3) (i32.lt_s $cell.2 $last))
        $v = v128.bitselect 0 $v $taking
      $v = $v_new
      v128.store $v.at $v
      $v.at = i32.add $v.at 16
      $gain.at = i32.add $gain.at 16
      $i = i32.add $i 4
      br_if @next-cells (i32.lt_s $i $last)
  i32.store $spike $spike.count
`)
})

test('kernels that differ in name only are one function with several names', async () => {
  const named = (name: string) => ({ ...decaying, name, title: name })

  const { code, text } = wasm.emit([named('first'), named('second')], {
    precision: 'f64',
    title: 'Decay',
  })

  expect(text).toContain(`
export func second_link = first_link
export func second = first
`)
  const memory = new WebAssembly.Memory({ initial: 1 })
  const module = await WebAssembly.compile(Uint8Array.from(code as Uint8Array))
  const { exports } = await WebAssembly.instantiate(module, { livn: { memory } })
  expect(exports.second).toBe(exports.first)
})
