/** Light as power and as photons: what an irradiance is at a wavelength. */

/** J s and m/s, exact since 2019. */
const planck = 6.62607015e-34
const speedOfLight = 299792458

/** Of blue light, where channelrhodopsins absorb. */
export const usualWavelength = 473

/** Photons/(s mm²) of 1 mW/mm²: E = h c/λ for each photon. */
export function photonsPerMilliwatt(wavelengthNm: number): number {
  const joule = (planck * speedOfLight) / (wavelengthNm * 1e-9)
  return 1e-3 / joule
}
