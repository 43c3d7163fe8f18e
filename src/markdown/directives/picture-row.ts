import type { Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/**
 * Gives every image of a row a paragraph of its own, so that each becomes a figure, in place.
 *
 * @param row the directive
 */
export function divideRow(row: ContainerDirective): void {
  row.children = row.children.flatMap((block): typeof row.children =>
    block.type === 'paragraph' ? pictures(block) : [block],
  );
}

function pictures(paragraph: Paragraph): Paragraph[] {
  const images = paragraph.children.filter((node) => !isBlank(node));
  if (!images.every(isPicture)) return [paragraph];
  return images.map((image) => ({
    type: 'paragraph',
    children: [image],
    ...(image.position && { position: image.position }),
  }));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'link') return node.children.length === 1 && node.children[0]?.type === 'image';
  return node.type === 'image';
}
