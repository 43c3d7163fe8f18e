import type { DecoderScript } from '../pdf/press/decoder-script.ts';

/** The script of the page that decodes pictures. */
export default { decodeJpeg } satisfies DecoderScript;

async function decodeJpeg(jpeg: string): Promise<string | undefined> {
  const file = await fetch(`data:image/jpeg;base64,${jpeg}`);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(await file.blob(), { imageOrientation: 'none' });
  } catch {
    return undefined;
  }
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { colorSpace: 'srgb' });
  if (context === null) return undefined;
  context.drawImage(bitmap, 0, 0);
  return base64(withoutAlpha(context.getImageData(0, 0, width, height).data));
}

function withoutAlpha(data: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3)
    pixels.set([data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0], to);
  return pixels;
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A multiple of three bytes is a whole number of characters.
  for (let at = 0; at < bytes.length; at += 30_000)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))));
  return parts.join('');
}
