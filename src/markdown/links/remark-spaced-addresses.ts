import type { Image, Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { pointIn } from '../../book/messages/point-in.ts';

/** An image or a link with the path of a file, and perhaps a title in quotes. */
const addressed =
  /(!?)\[([^[\]\n]*)\]\([ \t]*((?:[^()\n<>"]|\([^()\n<>"]*\)){1,500}?)(?:[ \t]+"([^"\n]*)")?[ \t]*\)/g;

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp)$/i;
const chapterFile = /^[^:]*\.(?:md|markdown|x?html?)(?:#[^#]*)?$/i;

/**
 * Reads images and links whose paths have spaces, for which CommonMark asks for angle brackets, so that
 * it has left them as text: `![A sea](images/my sea.png)`. Addresses of anything but files stay. Use
 * while texts are as typed.
 */
export function remarkSpacedAddresses() {
  return (tree: Root, file: VFile): void => {
    if (!/\]\([^)\n]*[^)\n\s][ \t]/.test(String(file))) return;
    visit(tree, 'text', (node, index, parent) => {
      if (parent === undefined || index === undefined || !node.value.includes('](')) return undefined;
      const pieces = parted(node, file);
      if (pieces.length < 2 && pieces[0] === node) return undefined;
      replaceIn(parent.children, index, 1, pieces as typeof parent.children);
      return [SKIP, index + pieces.length];
    });
  };
}

/** A text with what is an image or a link in it as such. */
function parted(text: Text, file: VFile): PhrasingContent[] {
  const start = text.position?.start.offset;
  const end = text.position?.end.offset;
  if (start === undefined || end === undefined) return [text];
  const source = String(file).slice(start, end);
  const pieces: PhrasingContent[] = [];
  let from = 0;
  let sought = 0;
  for (const match of text.value.matchAll(addressed)) {
    const [whole, sign = '', words = '', path = '', title] = match;
    // What is escaped or written as a character reference is not in the source as it reads.
    const at = source.indexOf(whole, sought);
    if (!isSpacedFile(path, sign) || at === -1 || source[at - 1] === '\\') continue;
    if (match.index > from) pieces.push(piece(text, file, from, match.index, sought + start));
    const position = { start: pointIn(file, start + at), end: pointIn(file, start + at + whole.length) };
    pieces.push({ ...nodeOf(sign, words, path), ...(title && { title }), position });
    from = match.index + whole.length;
    sought = at + whole.length;
  }
  if (from === 0) return [text];
  if (from < text.value.length) pieces.push(piece(text, file, from, text.value.length, sought + start));
  return pieces;
}

function isSpacedFile(path: string, sign: string): boolean {
  return /\S[ \t]+\S/.test(path) && (sign === '!' ? imageFile : chapterFile).test(path);
}

function nodeOf(sign: string, words: string, url: string): Image | Link {
  if (sign === '!') return { type: 'image', url, alt: words };
  return { type: 'link', url, children: [{ type: 'text', value: words }] };
}

/** A part of a text, from where it begins in the source. */
function piece(text: Text, file: VFile, from: number, to: number, offset: number): Text {
  const value = text.value.slice(from, to);
  return {
    type: 'text',
    value,
    position: { start: pointIn(file, offset), end: pointIn(file, offset + value.length) },
  };
}
