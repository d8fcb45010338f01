/** Turns the names of a model into identifiers that no language trips over, each a different one. */

/** Longer names are cut here and told apart by a fingerprint. */
const longestName = 48

/** Greek letters are spelled out, as papers read aloud. */
const greek: ReadonlyMap<string, string> = new Map(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma ' +
    'tau upsilon phi chi psi omega'
  )
    .split(' ')
    .flatMap((name, k) => [
      [String.fromCodePoint(0x3b1 + k), name],
      [String.fromCodePoint(0x391 + k), name.charAt(0).toUpperCase() + name.slice(1)],
    ]),
)

/** `v` → `v`, `dend.Ca` → `dend_Ca`, `τ_m` → `tau_m`, `__proto__` → `proto`. */
export function toIdentifier(name: string): string {
  const spelled = Array.from(name.normalize('NFKC'), (letter) => greek.get(letter) ?? letter)
  const plain = spelled.join('').normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '')
  const bare = words.join('_').replace(/^__+|__+$/g, '')
  const identifier = /^_*[A-Za-z]/.test(bare) ? bare : `n${bare}`
  if (identifier.length <= longestName) return identifier
  return `${identifier.slice(0, longestName - 8)}_${fingerprint(name)}`
}

/** Seven letters and digits that differ between different names (FNV-1a). */
function fingerprint(name: string): string {
  let hash = 0x811c9dc5
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0')
}

/** The identifiers of one block of code; those of the blocks around it are taken too. */
export class SafeNames {
  private readonly taken: Set<string>
  private readonly given = new Map<string, string>()

  /** `reserved` are the words of the language and what the code itself needs. */
  constructor(reserved: Iterable<string>) {
    this.taken = new Set(reserved)
  }

  /** A block inside this one: it sees these names, and what it names is not seen here. */
  inner(): SafeNames {
    const block = new SafeNames(this.taken)
    for (const [name, identifier] of this.given) block.given.set(name, identifier)
    return block
  }

  /** Gives a name its identifier. */
  give(name: string): string {
    const identifier = this.free(toIdentifier(name))
    this.taken.add(identifier)
    this.given.set(name, identifier)
    return identifier
  }

  /** An identifier for something that no model names. */
  fresh(wish: string): string {
    const identifier = this.free(wish)
    this.taken.add(identifier)
    return identifier
  }

  find(name: string): string | undefined {
    return this.given.get(name)
  }

  private free(wish: string): string {
    if (!this.taken.has(wish)) return wish
    if (!this.taken.has(`${wish}_`)) return `${wish}_`
    let k = 2
    while (this.taken.has(`${wish}_${k}`)) k += 1
    return `${wish}_${k}`
  }
}
