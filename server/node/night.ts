const HOUR = 3_600_000

/** Once a night between two and five in Shanghai; by day only where the machine is off at night. */
export function isDue(now: Date, last: Date): boolean {
  const hours = (now.getTime() - last.getTime()) / HOUR
  const onTheWall = (now.getUTCHours() + 8) % 24
  return hours >= 30 || (hours >= 20 && onTheWall >= 2 && onTheWall < 5)
}
