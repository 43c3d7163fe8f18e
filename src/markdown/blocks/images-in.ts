import type { Image, RootContent } from 'mdast';

/** The image a node is, be it inside a link. */
export function imageIn(node: RootContent): Image | undefined {
  if (node.type === 'image') return node;
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && node.children.length === 1 && only?.type === 'image' ? only : undefined;
}

/** Whether a node is nothing but white or a break of lines, as between images. */
export function isBlank(node: RootContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
