import { PDFName, type PDFDict, type PDFRawStream } from 'pdf-lib';
import { readBytesAtOnce } from '../../../machine/bytes/read-bytes.ts';
import type { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { streamFrom, streamOf } from '../../../pdf/file/stored-stream.ts';
import { headLength, nameIn } from './stand-in.ts';
import type { Originals } from './stand-ins.ts';

const filterKey = PDFName.of('Filter');
const jpeg = PDFName.of('DCTDecode');

/** Makes streams of a print, with the same dictionaries, and photographs in place of their stand-ins. */
export function streamsWith(originals: Originals): typeof streamOf {
  if (originals.size === 0) return streamOf;
  return (dict: PDFDict, file: FileBytes, start: number, end: number): PDFRawStream => {
    const isPicture = dict.get(filterKey) === jpeg;
    const name = isPicture ? nameIn(file.part(start, Math.min(start + headLength, end))) : undefined;
    const original = name === undefined ? undefined : originals.get(name);
    return original === undefined
      ? streamOf(dict, file, start, end)
      : streamFrom(dict, original.length, () => readBytesAtOnce(original));
  };
}
