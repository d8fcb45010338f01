/** A map that is made when somebody looks into it. */
export function lazyMap<Key, Value>(make: () => ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  let made: ReadonlyMap<Key, Value> | undefined
  const map = (): ReadonlyMap<Key, Value> => {
    made ??= make()
    return made
  }
  return {
    get size() {
      return map().size
    },
    get: (key) => map().get(key),
    has: (key) => map().has(key),
    keys: () => map().keys(),
    values: () => map().values(),
    entries: () => map().entries(),
    forEach: (visit, self) => map().forEach(visit, self),
    [Symbol.iterator]: () => map()[Symbol.iterator](),
  }
}
