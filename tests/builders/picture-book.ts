import { cameraJpeg, photograph } from './photographs.ts';
import { halves } from './rasters.ts';

/** A book of the pictures that cameras, scanners and designers hand in, as a manuscript folder. */
export async function pictureBook(): Promise<Record<string, string | Uint8Array>> {
  const pictures = {
    'fine.jpg': photograph,
    'turned.jpg': cameraJpeg(6),
    'cmyk.jpg': await halves().toColourspace('cmyk').jpeg().toBuffer(),
    'wide.jpg': await halves().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
    'large.jpg': await halves(1200, 600).jpeg().toBuffer(),
    'large.png': await halves(600, 1200).png().toBuffer(),
    'web.webp': await halves().webp().toBuffer(),
    'scan.tif': await halves().tiff({ compression: 'lzw' }).toBuffer(),
    'new.avif': await halves().avif().toBuffer(),
  };
  return {
    ...pictures,
    'cover.jpg': await halves(3000, 3600).jpeg().toBuffer(),
    'book.yaml': `title: Pictures
language: en
contributors: [{ name: A. Author, role: author }]
cover: { image: cover.jpg, alt: Two halves }
epub: { images: { pixels: 1000, quality: 90 } }
`,
    'one.md': `# One\n\n${Object.keys(pictures)
      .map((path, at) => `![Two halves, ${at + 1} times](${path})`)
      .join('\n\n')}\n`,
  };
}
