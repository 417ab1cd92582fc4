/**
 * Tests that may be skipped, by full name, each with the reason. Every other skipped test counts as
 * failed.
 */
export const allowedSkips: ReadonlyMap<string, string> = new Map()
