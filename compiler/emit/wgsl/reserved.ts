/** Words that no emitted WGSL may use as a name of the model. */
import { preludeNames } from './prelude.ts'

/** Keywords, and words the language keeps for later (WGSL, sections 3.8 and 16). */
const words =
  'alias break case const const_assert continue continuing default diagnostic discard else enable false fn for if ' +
  'let loop override requires return struct switch true var while ' +
  'NULL Self abstract active alignas alignof as asm asm_fragment async attribute auto await become binding_array cast ' +
  'catch class co_await co_return co_yield coherent column_major common compile compile_fragment concept const_cast ' +
  'consteval constexpr constinit crate debugger decltype delete demote demote_to_helper do dynamic_cast enum explicit ' +
  'export extends extern external fallthrough filter final finally friend from fxgroup get goto groupshared highp impl ' +
  'implements import inline instanceof interface layout lowp macro macro_rules match mediump meta mod module move mut ' +
  'mutable namespace new nil noexcept noinline nointerpolation non_coherent noncoherent noperspective null nullptr of ' +
  'operator package packoffset partition pass patch pixelfragment precise precision premerge priv private protected pub public ' +
  'readonly ref regardless register reinterpret_cast require resource restrict self set shared sizeof smooth snorm static ' +
  'static_assert static_cast std subroutine super target template this thread_local throw trait try type typedef typeid ' +
  'typename typeof union unless unorm unsafe unsized use using varying virtual volatile wgsl where with writeonly yield'

/** Types and functions of the language that emitted code names; a local of that name would hide them. */
const predeclared =
  'bool f16 f32 i32 u32 array atomic ptr vec2 vec3 vec4 vec2f vec3f vec3u mat2x2 mat3x3 mat4x4 sampler ' +
  'abs acos asin atan atan2 atomicAdd atomicLoad atomicStore bitcast ceil clamp cos cosh exp floor fma fract log log2 max ' +
  'min pow select sign sin sinh sqrt storageBarrier tan tanh trunc workgroupBarrier'

/** Enough for a member of a struct. */
export const keywords: readonly string[] = words.split(' ')

export const reservedWords: readonly string[] = [
  ...keywords,
  ...predeclared.split(' '),
  ...preludeNames,
]
