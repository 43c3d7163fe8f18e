import { dictionary } from '../../book/dictionary.ts';

const length = /^(\d+(?:\.\d+)?|\.\d+)(%|px|in|cm|mm|pt|pc|em)?$/;

/** How large an image is to be, and which of the attributes that say so do not. */
export interface ImageSize {
  /** Declarations of CSS; empty where no size is given. */
  readonly style: string;
  /** Whether it may fill its line, so that nothing must stand before it there. */
  readonly isWide: boolean;
  /** The names of attributes whose values are no sizes. */
  readonly unread: readonly string[];
}

/**
 * The size that `width` and `height` ask for. A number alone is one of pixels (1/96 in); a share of
 * the height is none, since pages of e-books have no height.
 *
 * @param values the attributes of an image
 */
export function imageSize(values: ReadonlyMap<string, string>): ImageSize {
  const width = lengthOf(values.get('width'), true);
  const height = lengthOf(values.get('height'), false);
  const unread = [
    ...(values.has('width') && width === undefined ? ['width'] : []),
    ...(values.has('height') && height === undefined ? ['height'] : []),
  ];
  if (width === undefined && height === undefined) return { style: '', isWide: false, unread };
  // Images within lines are as high as the letters unless told otherwise.
  const style = `width: ${width ?? 'auto'}; height: ${height ?? 'auto'}; object-fit: contain`;
  return { style, isWide: isWide(width ?? height ?? ''), unread };
}

function lengthOf(value: string | undefined, isWidth: boolean): string | undefined {
  const [, number = '', unit = 'px'] = length.exec(value?.trim() ?? '') ?? [];
  if (Number(number) === 0 || (unit === '%' && !isWidth)) return undefined;
  // More than its line has an image no room for.
  return `${unit === '%' ? Math.min(100, Number(number)) : Number(number)}${unit}`;
}

/** Half a line, or as much as that of a narrow page. */
const half = dictionary<number>({
  '%': 50,
  px: 200,
  in: 2,
  cm: 5,
  mm: 50,
  pt: 150,
  pc: 12,
  em: 12,
});

function isWide(size: string): boolean {
  const [, number = '', unit = ''] = length.exec(size) ?? [];
  return Number(number) > (half[unit] ?? Infinity);
}
