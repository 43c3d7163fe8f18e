import { PDFDict, type PDFStream } from 'pdf-lib';
import { ByteString } from '../../../pdf/content/operand.ts';
import { numberOf } from '../../../pdf/look-up.ts';
import type { Mark, MarkProperties } from './events.ts';

/** In what content stands that is marked with a tag, within what is marked already. */
export function markOf(
  tag: string,
  properties: MarkProperties,
  form: PDFStream | undefined,
  outer: Mark | undefined,
): Mark | undefined {
  if (outer?.isArtifact === true) return outer;
  if (tag === 'Artifact') return { isArtifact: true };
  if (saysNothing(properties)) return { ...(outer ?? { isArtifact: false }), saysNothing: true };
  const mcid =
    properties instanceof PDFDict ? numberOf(properties, 'MCID') : (properties?.get('MCID') ?? undefined);
  if (typeof mcid !== 'number') return outer;
  return { isArtifact: false, mcid, ...(form !== undefined && { form }) };
}

/** Whether the content itself says that what is marked stands for an empty text: for nothing but the mark of its encoding. */
function saysNothing(properties: MarkProperties): boolean {
  const text = properties instanceof PDFDict ? undefined : properties?.get('ActualText');
  return text instanceof ByteString && (text.bytes.length === 0 || String(text.bytes) === '254,255');
}
