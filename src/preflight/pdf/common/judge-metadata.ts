import type { PDFDict, PDFDocument } from 'pdf-lib';
import { asDict, streamOf, textOf } from '../../../pdf/look-up.ts';
import { decodeStream, StreamError } from '../../../pdf/streams.ts';
import type { Findings } from '../findings.ts';
import { readXmp, XmpError, type XmpProperties } from '../../../pdf/xmp.ts';

/** What a file says of itself. */
export interface Metadata {
  readonly information: PDFDict | undefined;
  readonly xmp: XmpProperties;
}

const none: XmpProperties = { values: () => [] };

/** Pairs that must be equal (ISO 15930-7, 6.9; ISO 19005-1, 6.7.3). */
const pairs = [
  ['Title', 'dc:title'],
  ['Subject', 'dc:description'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
  ['Keywords', 'pdf:Keywords'],
  ['Trapped', 'pdf:Trapped'],
] as const;

const dates = [
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const;

/** Reads the metadata of a file and judges whether its two places say the same. */
export function judgeMetadata(findings: Findings, document: PDFDocument): Metadata {
  const information = asDict(document.context.lookup(document.context.trailerInfo.Info));
  const xmp = readPacket(findings, document);
  for (const [key, property] of pairs) {
    const stated = key === 'Trapped' ? undefined : textOf(information, key);
    const told = xmp.values(property);
    if (stated !== undefined && stated !== '' && told.length > 0 && !told.includes(stated.trim()))
      findings.add('pdf-metadata', `The ${key} is "${stated}" in the information, "${told[0]}" in the XMP`);
  }
  for (const [key, property] of dates) {
    const stated = instant(textOf(information, key), informationDate);
    const told = instant(xmp.values(property)[0], xmpDate);
    if (stated !== undefined && told !== undefined && stated !== told)
      findings.add('pdf-metadata', `The ${key} of the information is not that of the XMP`);
  }
  return { information, xmp };
}

function readPacket(findings: Findings, document: PDFDocument): XmpProperties {
  const stream = streamOf(document.catalog, 'Metadata');
  if (stream === undefined) return none;
  try {
    return readXmp(Buffer.from(decodeStream(stream).bytes).toString('utf8'));
  } catch (error) {
    if (!(error instanceof XmpError || error instanceof StreamError)) throw error;
    findings.add('pdf-metadata', 'The XMP is not well-formed');
    return none;
  }
}

const informationDate = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?)?/;
const xmpDate =
  /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?(?:\.\d+)?(?:Z|([+-]\d\d):?(\d\d)?)?/;

/** Milliseconds since 1970. */
function instant(date: string | undefined, pattern: RegExp): number | undefined {
  const match = date === undefined ? null : pattern.exec(date);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, zone = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const offset = (zone * 60 + Math.sign(zone || 1) * zoneMinute) * 60_000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset;
}
