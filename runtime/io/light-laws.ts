/** How light spreads from the end of a fibre through tissue: mW/mm² for each mW in the fibre. */

export interface Fibre {
  readonly numericalAperture: number
  readonly radiusMm: number
  /** 1/mm. */
  readonly scattering: number
}

/** A place seen from the end of a fibre, in mm: along its axis, and away from the axis. */
export interface Beam {
  readonly along: number
  readonly across: number
}

export type LightLaw = (fibre: Fibre, beam: Beam) => number

/** Of brain tissue. */
const refractiveIndex = 1.36

/**
 * What livn has used from the beginning: the square law of a cone of aperture NA, and loss along the
 * straight line. T = NA²/(n² (z + z0)²) · exp(−µ d)/(4 π) with z0 = radius · n/NA.
 */
const exponential: LightLaw = (fibre, { along, across }) => {
  const { numericalAperture, radiusMm, scattering } = fibre
  const z0 = (radiusMm * refractiveIndex) / numericalAperture
  const cone = (numericalAperture / (refractiveIndex * (along + z0))) ** 2
  return (cone * Math.exp(-scattering * Math.hypot(along, across))) / (4 * Math.PI)
}

/**
 * Kubelka and Munk's loss in a medium that scatters and does not absorb, 1/(S d + 1), with S of 11.2/mm
 * in mouse cortex (A. M. Aravanis et al. 2007, J. Neural Eng. 4:S143), over a Gaussian cone as wide
 * as the aperture opens (T. J. Foutz, R. L. Arlow, C. C. McIntyre 2012, J. Neurophysiol. 107:3235).
 * Without scattering, the power through every plane is the power in the fibre.
 */
const kubelkaMunk: LightLaw = (fibre, { along, across }) => {
  const { numericalAperture, radiusMm, scattering } = fibre
  const opening = Math.tan(Math.asin(numericalAperture / refractiveIndex))
  const radius = radiusMm + along * opening
  const profile = (2 / (Math.PI * radius ** 2)) * Math.exp(-2 * (across / radius) ** 2)
  return profile / (scattering * Math.hypot(along, across) + 1)
}

export const lightLaws = { exponential, kubelkaMunk } as const

export type LightLawName = keyof typeof lightLaws
