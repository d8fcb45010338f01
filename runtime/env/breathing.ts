/** How many steps to take at once, so that the host stays responsive and short runs lose no time. */

/** A call into the device takes about this long. */
const breathMs = 25

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

  get isDue(): boolean {
    return performance.now() - this.last > breathMs
  }

  /** Lets the host do what is waiting. */
  async breathe(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0))
    this.last = performance.now()
  }
}
