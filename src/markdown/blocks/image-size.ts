const length = /^(\d+(?:\.\d+)?|\.\d+)(%|px|in|cm|mm|pt|pc|em)?$/;

/** How large an image is to be, and which of the attributes that say so do not. */
export interface ImageSize {
  /** Declarations of CSS; empty where no size is given. */
  readonly style: string;
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
  if (width === undefined && height === undefined) return { style: '', unread };
  // Images within lines are as high as the letters unless told otherwise.
  return { style: `width: ${width ?? 'auto'}; height: ${height ?? 'auto'}; object-fit: contain`, unread };
}

function lengthOf(value: string | undefined, isWidth: boolean): string | undefined {
  const [, number = '', unit = 'px'] = length.exec(value?.trim() ?? '') ?? [];
  if (Number(number) === 0 || (unit === '%' && !isWidth)) return undefined;
  return `${Number(number)}${unit}`;
}
