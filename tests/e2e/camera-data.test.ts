import JSZip from 'jszip';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import type { ArtifactKind } from '../../src/book/artifact.ts';
import { build } from '../../src/build/build.ts';
import { decodedBytes } from '../../src/pdf/streams.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import {
  cameraChunks,
  cameraJpeg,
  gifRemarks,
  holdsSecrets,
  photograph,
  secrets,
} from '../builders/photographs.ts';
import { gif, png, svg } from '../builders/pictures.ts';

/*
 * A source's life may hang on it: what a camera wrote about place, time and people is in no file of a release.
 */
const data = `data:image/jpeg;base64,${Buffer.from(cameraJpeg()).toString('base64')}`;
const remarks = `<!-- ${secrets.author} --><metadata>${secrets.maker}</metadata><path d="M0 0h9"/>`;
const pictures: Readonly<Record<string, Uint8Array>> = {
  'images/straight.jpg': cameraJpeg(1),
  'images/turned.jpg': cameraJpeg(6),
  'images/a.png': png(64, 48, { before: cameraChunks(1) }),
  'images/b.gif': gif(1, gifRemarks()),
  'images/c.svg': svg(`${remarks}<image href="${data}" width="9" height="9"/>`),
  'images/cover.png': png(1850, 2800, { before: cameraChunks(1) }),
  'images/styled.jpg': cameraJpeg(1),
};

const manuscript = {
  'book.yaml': `title: Sources
language: en
contributors: [{ name: A. Author, role: author }]
publisher: { name: House }
cover: { image: images/cover.png, alt: A harbour }
`,
  'one.md': `# One\n\n${Object.keys(pictures)
    .filter((path) => !/cover|styled/.test(path))
    .map((path, at) => `![Picture ${at + 1} of the book](${path})`)
    .join('\n\n')}\n`,
  'theme.css': 'h1 { background-image: url(images/styled.jpg) }\n',
};

/** Everything that the bytes hold, packed or not. */
async function unpacked(bytes: Uint8Array, path: string): Promise<Uint8Array[]> {
  if (path.endsWith('.epub')) {
    const { files } = await JSZip.loadAsync(bytes);
    return Promise.all(Object.values(files).map((file) => file.async('uint8array')));
  }
  if (!path.endsWith('.pdf')) return [bytes];
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const streams = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return [
    bytes,
    ...streams.flatMap((each) => (each instanceof PDFRawStream ? (decodedBytes(each) ?? []) : [])),
  ];
}

it('are in no file of a release, whose pictures are as they were', async () => {
  for (const path of ['images/straight.jpg', 'images/a.png', 'images/b.gif', 'images/c.svg'])
    expect(holdsSecrets(pictures[path]!), path).toBe(true);
  const folder = await folderOf({ ...pictures, ...manuscript });
  const notes: string[] = [];
  const { artifacts, messages } = await build(folder, { onNote: (text) => notes.push(text) });
  expect(messages).toEqual([]);
  expect(notes.filter((note) => note.includes('taken'))).toEqual([
    expect.stringContaining('images/cover.png, images/styled.jpg, images/straight.jpg and 4 more'),
  ]);
  const kinds = artifacts.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['epub', 'pdf', 'press', 'cover']));
  const bytesOf = (kind: ArtifactKind) => held(artifacts[kinds.indexOf(kind)]?.bytes);

  for (const { path, bytes } of artifacts) {
    const telling = (await unpacked(held(bytes), path)).filter(holdsSecrets);
    expect(telling, path).toEqual([]);
  }
  const { files } = await JSZip.loadAsync(bytesOf('epub'));
  const picture = await files['OEBPS/images/straight.jpg']?.async('nodebuffer');
  expect(picture).toEqual(Buffer.from(photograph));
  expect(Buffer.from(bytesOf('pdf')).includes(Buffer.from(photograph))).toBe(true);
});
