/** How many steps to take at once, so that the host stays responsive and short runs lose no time. */

/** A call into the device takes about this long. */
const breathMs = 25

/** Where there is nothing to wait for, a timer would wait a millisecond all the same. */
const pause: (then: (nothing: unknown) => void) => void =
  typeof setImmediate === 'function' ? setImmediate : (then) => setTimeout(then, 0)

export class Breathing {
  private ticks = 64
  private last = performance.now()

  /** How many ticks to take in one call. */
  get stride(): number {
    return this.ticks
  }

  /** Learns from the call that just ended; says whether the host has waited long enough. */
  learn(ticks: number, tookMs: number): void {
    const pace = tookMs > 0 ? (ticks * breathMs) / tookMs : 4 * this.ticks
    this.ticks = Math.max(1, Math.round(Math.min(pace, 4 * this.ticks)))
  }

  /** Has the host waited long enough, at this time? */
  isDue(now: number): boolean {
    return now - this.last > breathMs
  }

  /** Lets the host do what is waiting. */
  async breathe(): Promise<void> {
    await new Promise(pause)
    this.last = performance.now()
  }
}
