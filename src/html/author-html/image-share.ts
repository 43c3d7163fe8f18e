import type { Element } from 'hast';

const share = /^\s*(\d{1,3}(?:\.\d+)?)%\s*$/;

/** What a style may say besides how wide an image is, and what is so anyway. */
const usual = /^(?:height\s*:\s*auto|display\s*:\s*block|margin(?:-\w+)?\s*:\s*(?:(?:auto|0)\s*)+)$/i;

/**
 * Takes from an image in HTML how much of its line it is to fill, which HTML no longer says in an attribute; it is
 * a style then, as of an image in Markdown.
 *
 * @param image of whose properties those go that say it
 * @returns declarations of CSS; undefined where it says no such thing
 */
export function takeShareOfLine(image: Element): string | undefined {
  const { width, style } = image.properties;
  const [, stated] = share.exec(typeof width === 'string' ? width : '') ?? [];
  if (stated !== undefined) delete image.properties['width'];
  const [, styled] =
    /(?:^|;)\s*(?:max-)?width\s*:([^;]*)/i.exec(typeof style === 'string' ? style : '') ?? [];
  const [, inStyle] = share.exec(styled ?? '') ?? [];
  if (inStyle !== undefined && typeof style === 'string') {
    const others = style
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '' && !/^(?:max-)?width\s*:/i.test(each) && !usual.test(each));
    if (others.length === 0) delete image.properties['style'];
  }
  const percent = Number(inStyle ?? stated);
  return percent > 0 ? `width: ${Math.min(100, percent)}%; height: auto; object-fit: contain` : undefined;
}
