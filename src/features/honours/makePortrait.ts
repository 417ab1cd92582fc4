import { pictureFacts, pictureLimit, pictureSide } from '#domain/pictures.ts'

/** The largest file that is read at all; a camera's are smaller. */
export const fileLimit = 20 * 1024 * 1024

/**
 * A file made into what is sent: at most 480 pixels, a JPEG drawn anew, so that nothing but the picture itself leaves
 * this machine (cameras note the place). Base64; null for what is no picture of the three kinds.
 */
export async function makePortrait(file: Blob): Promise<string | null> {
  if (!pictureFacts(new Uint8Array(await file.arrayBuffer()))) return null
  const drawn = await createImageBitmap(file).catch(() => null)
  if (!drawn) return null
  const scale = Math.min(1, pictureSide / Math.max(drawn.width, drawn.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(drawn.width * scale))
  canvas.height = Math.max(1, Math.round(drawn.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // A JPEG has no transparency: it would turn black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height)
  drawn.close()
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.88))
  if (!made || made.size > pictureLimit) return null
  return base64(new Uint8Array(await made.arrayBuffer()))
}

/** In pieces: so many arguments as a picture has bytes overflow the stack. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
