import { PDFDict, type PDFStream } from 'pdf-lib';
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
  const mcid =
    properties instanceof PDFDict ? numberOf(properties, 'MCID') : (properties?.get('MCID') ?? undefined);
  if (typeof mcid !== 'number') return outer;
  return { isArtifact: false, mcid, ...(form !== undefined && { form }) };
}
