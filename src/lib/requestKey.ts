/**
 * A fresh Idempotency-Key: a UUID (v4). Not by `crypto.randomUUID`, which browsers keep to https and localhost: a
 * bureau's own network may speak plain http (`COOKIE_INSECURE`).
 */
export function requestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
