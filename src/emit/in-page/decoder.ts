import { collectGarbage } from './collect-garbage.ts';
import type { DecoderScript } from '../pdf/press/decoder-script.ts';

/** The script of the page that decodes pictures. */
export default { decodeJpeg } satisfies DecoderScript;

async function decodeJpeg(jpeg: string, tolerance?: number): Promise<string | undefined> {
  // What the picture before has left: the browser learns late that there is little of its memory.
  collectGarbage();
  let bitmap: ImageBitmap;
  try {
    // Of what is fetched from a data URL the browser keeps a copy.
    const file = new Blob([bytesOf(jpeg)], { type: 'image/jpeg' });
    bitmap = await createImageBitmap(file, { imageOrientation: 'none' });
  } catch {
    return undefined;
  }
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { colorSpace: 'srgb' });
  if (context === null) return undefined;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  canvas.width = canvas.height = 0;
  return tolerance !== undefined && !isGrey(data, tolerance) ? undefined : base64Of(withoutAlpha(data));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function isGrey(data: Uint8ClampedArray, tolerance: number): boolean {
  for (let index = 0; index < data.length; index += 4) {
    const [red, green, blue] = [data[index]!, data[index + 1]!, data[index + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > tolerance) return false;
  }
  return true;
}

function withoutAlpha(data: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[from + 1]!;
    pixels[to + 2] = data[from + 2]!;
  }
  return pixels;
}

/** The browser does it itself on the way to a data URL, behind whose comma it stands. */
function base64Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = reader.result as string;
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('A picture could not be read')));
    reader.readAsDataURL(new Blob([bytes]));
  });
}
