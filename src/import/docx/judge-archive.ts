import type JSZip from 'jszip';
import { UsageError } from '../../book/errors.ts';

/** What no document comes to: a tree of so many elements fills the memory, and what is deeper the stack. */
const most = {
  files: 20_000,
  unpacked: 2 ** 30,
  markup: 64 * 2 ** 20,
  elements: 1_000_000,
  depth: 400,
  formulas: 20_000,
  fields: 100,
} as const;

/**
 * Judges an archive before anything in it is read: a small one can unpack to more than there is memory, whatever
 * sizes it states.
 *
 * @throws {UsageError} where it holds more than any document does
 */
export async function judgeArchive(archive: JSZip, path: string): Promise<void> {
  const files = Object.values(archive.files).filter(({ dir }) => !dir);
  if (files.length > most.files) throw excess(path, `more than ${most.files.toLocaleString('en')} files`);
  let unpacked = 0;
  let markup = 0;
  for (const file of files) {
    const size = await unpackedSize(file, most.unpacked - unpacked, path);
    unpacked += size;
    if (!/\.(?:xml|rels)$/i.test(file.name)) continue;
    markup += size;
    if (markup > most.markup) throw excess(path, `more than ${most.markup / 2 ** 20} MB of text`);
  }
  for (const file of files)
    if (/\.(?:xml|rels)$/i.test(file.name)) judgeMarkup(await file.async('string'), path);
}

/** @param left bytes that are accepted */
function unpackedSize(file: JSZip.JSZipObject, left: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (part: Uint8Array) => {
      size += part.length;
      if (size <= left) return;
      stream.pause();
      reject(excess(path, `more than ${most.unpacked / 2 ** 20} MB, unpacked`));
    });
    stream.on('end', () => resolve(size));
    stream.on('error', () => reject(new UsageError(`${path} is damaged: ${file.name} cannot be unpacked`)));
  });
}

function judgeMarkup(xml: string, path: string): void {
  let depth = 0;
  let elements = 0;
  let formulas = 0;
  let fields = 0;
  for (const [tag, end] of xml.matchAll(/<(\/?)[\p{L}_:][^<>]*>/gu)) {
    if (end === '/') depth -= 1;
    else {
      elements += 1;
      if (tag.startsWith('<m:oMath>')) formulas += 1;
      if (tag.startsWith('<w:fldChar')) fields = Math.max(0, fields + fieldStep(tag));
      if (!tag.endsWith('/>')) depth += 1;
    }
    if (depth > most.depth) throw excess(path, `elements more than ${most.depth} levels deep`);
    // Each word within them is asked for the field it stands in, level by level.
    if (fields > most.fields) throw excess(path, `fields more than ${most.fields} levels deep`);
  }
  if (elements > most.elements)
    throw excess(path, `more than ${most.elements.toLocaleString('en')} elements`);
  if (formulas > most.formulas)
    throw excess(path, `more than ${most.formulas.toLocaleString('en')} formulas`);
}

/** How many fields are open behind a tag more than before it. */
function fieldStep(tag: string): number {
  if (tag.includes('"begin"')) return 1;
  return tag.includes('"end"') ? -1 : 0;
}

function excess(path: string, what: string): UsageError {
  return new UsageError(`${path} holds ${what}, which no document does: divide it, or save it anew`);
}
