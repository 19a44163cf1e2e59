/**
 * Photographs brought down in the page before they are handed over: the browser decodes a 12-megapixel picture in a
 * fraction of the time and memory the core needs. The core checks whatever comes, and can do the same alone.
 */

/** A4 at 200 dpi, in pixels, upright. */
const SHORT = 1654
const LONG = 2339

/** Quality of JPEG: small letters of a stamp stay readable. */
const QUALITY = 0.8

/** A picture of this size and weight (bytes) is handed over as it is. */
const SMALL = 1024 * 1024

/**
 * Shrinks a picture to a sheet of A4 and makes it upright; what a camera wrote beside it (place, time, device) is gone.
 * @returns the file itself where it is small already, no picture, or cannot be decoded: the core then says what is wrong
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!/\.(?:jpe?g|png)$/iu.test(file.name)) return file
  const picture = await decoded(file)
  if (picture === null) return file
  try {
    const { width, height } = picture
    const [most, least] = [Math.max(width, height), Math.min(width, height)]
    const scale = Math.min(1, LONG / most, SHORT / least)
    if (scale === 1 && file.size <= SMALL) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const pen = canvas.getContext('2d', { alpha: false })
    if (pen === null) return file
    // Where a picture was clear through, paper is white.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    // The memory of a large canvas is given back at once, not at the next collection.
    canvas.width = 0
    return blob === null ? file : new File([blob], file.name.replace(/\.[a-z]+$/iu, '.jpg'), { type: blob.type })
  } finally {
    picture.close()
  }
}

async function decoded(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    // No picture the browser knows: the core names the fault.
    return null
  }
}
