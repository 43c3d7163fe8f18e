import type { PDFStream } from 'pdf-lib';
import { booleanOf, entry, numberOf } from '../../../pdf/look-up.ts';
import { spaceOf, type ColourSpace } from './colour-space.ts';
import type { ImageEvent } from './events.ts';
import { isName, type Operand } from '../../../pdf/content/operand.ts';
import type { Scope } from './scope.ts';

/** What an image is apart from its place; `isStencil`: it is painted in the colour of the text. */
type Image = Pick<ImageEvent, 'pixels' | 'bits' | 'stream' | 'space'> & { readonly isStencil: boolean };

/** An image XObject (ISO 32000-1, 8.9.5); undefined where its size is not stated. */
export function imageOf(stream: PDFStream, scope: Scope): Image | undefined {
  const { dict } = stream;
  const width = numberOf(dict, 'Width') ?? 0;
  const height = numberOf(dict, 'Height') ?? 0;
  if (!(width > 0 && height > 0)) return undefined;
  const isStencil = booleanOf(dict, 'ImageMask') === true;
  const space = entry(dict, 'ColorSpace');
  return {
    pixels: { width, height },
    bits: isStencil ? 1 : (numberOf(dict, 'BitsPerComponent') ?? 8),
    stream,
    isStencil,
    ...(space !== undefined && { space: spaceOf(space, scope.resources) }),
  };
}

/** An inline image (ISO 32000-1, 8.9.7). */
export function inlineImageOf(operand: Operand | undefined, scope: Scope): Image | undefined {
  if (!(operand instanceof Map)) return undefined;
  const get = (key: string, short: string): Operand | undefined => operand.get(key) ?? operand.get(short);
  const width = get('Width', 'W');
  const height = get('Height', 'H');
  if (typeof width !== 'number' || typeof height !== 'number' || width <= 0 || height <= 0) return undefined;
  const isStencil = get('ImageMask', 'IM') === true;
  const bits = get('BitsPerComponent', 'BPC');
  const space = inlineSpace(get('ColorSpace', 'CS'), scope);
  return {
    pixels: { width, height },
    bits: isStencil ? 1 : typeof bits === 'number' ? bits : 8,
    isStencil,
    ...(space !== undefined && { space }),
  };
}

function inlineSpace(operand: Operand | undefined, scope: Scope): ColourSpace | undefined {
  if (isName(operand)) return scope.space(operand.name);
  // An array is an indexed space on a device space.
  const base = Array.isArray(operand) ? operand[1] : undefined;
  return isName(base) ? scope.space(base.name) : undefined;
}
