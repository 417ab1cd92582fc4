import type { Secrets } from './world.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/**
 * AES-256-GCM for values at rest and HMAC-SHA-256 for finding equal ones, from one 32-byte key by
 * HKDF. A cipher text reads `v1.<iv>.<text>`, so that another algorithm (SM4) can stand beside it.
 */
export async function createSecrets(key: Uint8Array<ArrayBuffer>): Promise<Secrets> {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes.')
  const base = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey'])
  const derived = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(info) },
      base,
      algorithm,
      false,
      uses,
    )
  const cipherKey = await derived('six-chains/cipher', { name: 'AES-GCM', length: 256 }, [
    'encrypt',
    'decrypt',
  ])
  const macKey = await derived('six-chains/mac', { name: 'HMAC', hash: 'SHA-256', length: 256 }, [
    'sign',
  ])
  return {
    async encrypt(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        cipherKey,
        encoder.encode(text),
      )
      return `v1.${toBase64(iv)}.${toBase64(new Uint8Array(cipher))}`
    },
    async decrypt(cipher) {
      const [format, iv, text] = cipher.split('.')
      if (format !== 'v1' || !iv || !text) throw new Error('Not a cipher text of this program.')
      return decoder.decode(
        await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: fromBase64(iv) },
          cipherKey,
          fromBase64(text),
        ),
      )
    },
    async mac(text) {
      return toBase64(
        new Uint8Array(await crypto.subtle.sign('HMAC', macKey, encoder.encode(text))),
      )
    },
  }
}
