import type { Paragraph } from 'mdast';

/** Takes the indent from a paragraph. */
export function withoutIndent(paragraph: Paragraph): void {
  paragraph.data = {
    ...paragraph.data,
    hProperties: { ...paragraph.data?.hProperties, style: 'text-indent: 0' },
  };
}
