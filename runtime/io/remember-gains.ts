/** Gains of channels on cells, computed when a channel is first used. */

/** For one device as it is now and one set of coordinates: stimuli made of it stay as they were made. */
export function rememberGains(
  compute: (place: number) => Float64Array,
): (place: number) => Float64Array {
  const known = new Map<number, Float64Array>()
  return (place) => {
    const found = known.get(place) ?? compute(place)
    known.set(place, found)
    return found
  }
}
