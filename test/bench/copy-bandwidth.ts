/** How fast a graphics card copies its own memory: what bounds a step that calculates little. */
import { type Found, findAdapter, requestDevice } from '../../runtime/device/webgpu/adapter.ts'

const lanes = 256
const code = `
@group(0) @binding(0) var<storage, read> old: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> copy: array<vec4<f32>>;

@compute @workgroup_size(${lanes})
fn copy_all(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  for (var k = id.x; k < arrayLength(&copy); k += groups.x * ${lanes}u) {
    copy[k] = old[k];
  }
}`

/** Bytes that are read or written in a second, the best of a few times; undefined where there is no card. */
export async function copyBandwidth(): Promise<number | undefined> {
  const found = await findAdapter().catch(() => undefined)
  return found && measured(found)
}

async function measured(found: Found): Promise<number> {
  const device = await requestDevice(found)
  const size = Math.min(
    found.isSoftware ? 2 ** 25 : 2 ** 28,
    device.limits.maxStorageBufferBindingSize,
  )
  const { STORAGE } = GPUBufferUsage
  const [old, copy] = [0, 1].map(() => device.createBuffer({ size, usage: STORAGE }))
  const module = device.createShaderModule({ code })
  const compute = { module, entryPoint: 'copy_all' }
  const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute })
  const entries = [old, copy].flatMap((buffer, binding) =>
    buffer ? [{ binding, resource: { buffer } }] : [],
  )
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries })
  const copies = found.isSoftware ? 4 : 64
  let best = 0
  for (let round = 0; round < 4; round++) {
    const begun = performance.now()
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    pass.setPipeline(pipeline)
    pass.setBindGroup(0, group)
    for (let k = 0; k < copies; k++) pass.dispatchWorkgroups(Math.min(65535, size / 16 / lanes))
    pass.end()
    device.queue.submit([encoder.finish()])
    await device.queue.onSubmittedWorkDone()
    best = Math.max(best, (2 * size * copies) / ((performance.now() - begun) / 1000))
  }
  device.destroy()
  return best
}
