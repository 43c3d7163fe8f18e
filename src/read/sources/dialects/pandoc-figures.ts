import type { StepContext } from './dialect.ts';
import { inPlaceOf, withParagraphs } from './blocks.ts';
import type { Line } from './lines.ts';

const alone =
  /^!\[((?:[^[\]\\]|\\.|\[(?:[^[\]\\]|\\.)*\](?:\([^)]*\))?)*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*|<[^>]*>)(?:[ \t]+"([^"]*)")?\)[ \t]*(\{[^}]*\})?[ \t]*\\?$/;

/**
 * Makes figures of images that stand alone in their paragraph: what Pandoc reads between the brackets is the
 * caption, and an id behind it has it numbered.
 *
 * @see https://pandoc.org/MANUAL.html#extension-implicit_figures
 */
export function step(lines: ReadonlyArray<Line>, { book }: StepContext): Line[] {
  return withParagraphs(lines, ({ lines: all, texts, indent }) => {
    const [first] = all;
    if (first === undefined) return undefined;
    const match = alone.exec(texts.join(' ').trim());
    if (match === null) return undefined;
    const [, typed = '', address = '', , braces = ''] = match;
    const own = /#([\w:.-]+)/.exec(braces)?.[1] ?? /^\(\\#(fig:[\w.-]+)\)/.exec(typed)?.[1];
    const caption = typed.replace(/^\(\\#fig:[\w.-]+\)[ \t]*/, '').trim();
    if (caption === '') return undefined;
    const id = own?.replace(/[^\w-]/g, '-');
    if (own !== undefined && id !== undefined) book.labels.set(own, { target: id });
    const alt =
      /(?:fig-)?alt="([^"]*)"/.exec(braces)?.[1] ??
      caption.replace(/\[@[^\]]*\]|[[\]*_`$]|\([^)]*\)(?<=\][^)]*\))/g, '').trim();
    const size = [...braces.matchAll(/\b(?:width|height)=(?:"[^"]*"|[^\s}]+)/g)]
      .map(([each]) => each)
      .join(' ');
    const image = `![${alt}](${address})${size === '' ? '' : `{${size}}`}`;
    const opening = id === undefined ? ':::figure{.unnumbered}' : `:::figure{#${id}}`;
    return inPlaceOf(first, [opening, image, '', caption, ':::'], indent);
  });
}
