/** The house plan as data: which room may import which, where each package lives, what names are banned. */

/** A room is a folder with everything below it, up to the next room. */
export const rooms = [
  'grammar',
  'compiler',
  'compiler/ir',
  'compiler/check',
  'compiler/lower',
  'compiler/optimize',
  'compiler/differentiate',
  'compiler/emit',
  'compiler/emit/module',
  'models',
  'systems',
  'runtime',
  'runtime/device',
  'runtime/engine',
  'runtime/stimulus',
  'runtime/io',
  'runtime/encoding',
  'runtime/decoding',
  'runtime/pictures',
  'runtime/learning',
  'runtime/distributed',
  'runtime/tuning',
  'runtime/cli',
  'test',
] as const

export type Room = (typeof rooms)[number]

/** A room, one file of a room, or only the types of either. */
export type Permission = Room | `${string}.ts` | `types of ${string}`

const spansAndUnits: readonly Permission[] = ['grammar/diagnostics.ts', 'grammar/units.ts']
const expressionParser: readonly Permission[] = ['grammar/parse.ts', 'types of grammar/ast.ts']
/** What a device needs to write the loop over steps of a network, which is no model's code. */
const wasmAssembler: readonly Permission[] = [
  'compiler/emit/wasm/draft.ts',
  'compiler/emit/wasm/encoder.ts',
  'compiler/emit/wasm/instruction.ts',
  'compiler/emit/wasm/listing.ts',
  'types of compiler/emit/wasm/module.ts',
]
/** And to write the dispatches of a network. */
const gpujsWriter: readonly Permission[] = [
  'compiler/emit/gpujs/fuse.ts',
  'compiler/emit/gpujs/gpu-form.ts',
  'compiler/emit/gpujs/spelling.ts',
  'compiler/emit/gpujs/write-functions.ts',
]
const wgslWriter: readonly Permission[] = [
  'compiler/emit/wgsl/emit.ts',
  'compiler/emit/wgsl/frame.ts',
  'compiler/emit/wgsl/write-kernel.ts',
]
const outsideWorld: readonly Permission[] = [
  'runtime/stimulus',
  'runtime/io',
  'runtime/encoding',
  'runtime/decoding',
]
const borders: readonly Permission[] = [
  ...outsideWorld,
  'compiler/usage-error.ts',
  'types of runtime/run.ts',
  'types of systems',
]
const runtimeParts: readonly Permission[] = [
  'compiler',
  'compiler/ir',
  'runtime/device',
  'runtime/engine',
  ...outsideWorld,
  'runtime/pictures',
  'systems',
]

/** What a room may import besides itself. */
export const mayImport: Readonly<Record<Room, readonly Permission[] | 'everything'>> = {
  grammar: [],
  'compiler/ir': [...spansAndUnits, ...expressionParser],
  'compiler/check': ['grammar', 'compiler/ir'],
  'compiler/lower': ['compiler/ir', ...spansAndUnits, 'types of compiler/program.ts'],
  'compiler/optimize': ['compiler/ir', ...spansAndUnits],
  'compiler/differentiate': ['compiler/ir', 'compiler/optimize'],
  'compiler/emit': ['compiler/ir', 'compiler/usage-error.ts', ...spansAndUnits],
  'compiler/emit/module': ['compiler', 'compiler/ir', 'compiler/emit', 'runtime/model-files.ts'],
  compiler: [
    'grammar',
    'compiler/ir',
    'compiler/check',
    'compiler/lower',
    'compiler/optimize',
    'compiler/differentiate',
    'compiler/emit',
  ],
  models: [],
  systems: ['compiler/usage-error.ts'],
  'runtime/device': [
    'types of compiler',
    'types of compiler/emit/target.ts',
    'compiler/emit/wasm/frame.ts',
    ...wasmAssembler,
    ...wgslWriter,
    ...gpujsWriter,
    'compiler/ir',
    'compiler/usage-error.ts',
  ],
  'runtime/engine': [
    'types of compiler',
    'types of compiler/emit/target.ts',
    'compiler/ir',
    'runtime/device',
  ],
  'runtime/stimulus': borders,
  'runtime/io': borders,
  'runtime/encoding': borders,
  'runtime/decoding': borders,
  'runtime/pictures': [
    'compiler/usage-error.ts',
    'types of runtime/run.ts',
    'types of systems',
    'types of runtime/io',
  ],
  /** The public door opens on everything that users hold. */
  runtime: [...runtimeParts, 'runtime/learning'],
  'runtime/learning': ['runtime', ...runtimeParts],
  'runtime/distributed': ['runtime', ...runtimeParts],
  'runtime/tuning': ['runtime', ...runtimeParts],
  'runtime/cli': 'everything',
  test: 'everything',
}

/** Folders and files; `node` stands for everything that a browser tab does not have. */
export const homesByPackage: Readonly<Record<string, readonly string[]>> = {
  chevrotain: ['grammar/', 'test/grammar/'],
  'ts-morph': ['compiler/emit/module/', 'test/architecture/'],
  esbuild: [
    'compiler/emit/module/bundle.ts',
    'runtime/page/bundle-page.mjs',
    'runtime/start/bundle-doors.mjs',
    'test/compiler/emit/module/',
    'test/bench/run.mjs',
  ],
  'gpu.js': ['runtime/device/gpujs.ts'],
  webgpu: ['runtime/device/webgpu/', 'test/'],
  commander: ['runtime/cli/'],
  h5wasm: ['systems/store/'],
  '@huggingface/hub': ['systems/store/'],
  'apache-arrow': [
    'runtime/run-files/arrow-writer.ts',
    'runtime/decoding/arrow-shard.ts',
    'test/cli/',
    'test/runtime/decoding/',
    'test/runtime/run-file.test.ts',
  ],
  'fourier-transform': ['runtime/decoding/fourier.ts'],
  'digital-filter': ['runtime/decoding/low-pass.ts'],
  'simple-statistics': ['runtime/decoding/statistics.ts'],
  '@resvg/resvg-wasm': ['runtime/pictures/to-png.ts'],
  'playwright-core': ['test/browser/'],
  vitest: ['test/'],
  'fast-check': ['test/'],
  livn: ['test/'],
  node: ['compiler/index.ts', 'compiler/emit/module/', 'runtime/', 'systems/', 'test/'],
}

export const topLevel: readonly string[] = [
  'package.json',
  'grammar',
  'compiler',
  'runtime',
  'models',
  'systems',
  'test',
  'README.md',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  '.gitignore',
  '.ci',
  'LICENSE',
]

/** What a checkout holds besides its own files. */
export const neverCommitted: readonly string[] = ['.git', 'node_modules', 'dist', 'coverage']

/** No file and no exported name has one of these words in it. */
export const bannedWords: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'handler',
  'service',
  'base',
  'abstract',
  'impl',
  'data',
  'info',
  'item',
  'obj',
  'tmp',
  'process',
  'ctx',
  'cfg',
  'str',
  'num',
]

export const longestFile = 400
export const longFile = 300
export const longestReadme = 80
