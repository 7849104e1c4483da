const PERIOD_MS = 180_000
const MOST_RESTARTS = 4
const FIRST_DELAY_MS = 500

/**
 * Decides whether a server that ended unasked is started again, and how long to wait before: half a
 * second, then twice as long each time. After four restarts within three minutes it is given up.
 */
export class Restarts {
  private readonly times: number[] = []

  constructor(private readonly now: () => number = Date.now) {}

  /** The delay before the next start in milliseconds, or undefined when there shall be none. */
  next(): number | undefined {
    const now = this.now()
    while (this.times[0] !== undefined && now - this.times[0] > PERIOD_MS) {
      this.times.shift()
    }
    if (this.times.length >= MOST_RESTARTS) {
      return undefined
    }
    this.times.push(now)
    return FIRST_DELAY_MS * 2 ** (this.times.length - 1)
  }

  /** A person asked for a start: what went wrong before does not count any more. */
  forget(): void {
    this.times.length = 0
  }
}
