import type { RootContent, Text } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { sections, type Book, type Hast } from '../book/book.ts';
import { pointIn } from '../book/messages/point-in.ts';
import { report } from '../book/messages/messages.ts';

/**
 * Reports each character that no font of the book has, once, where it first stands.
 *
 * @param missing the characters, as the step that cuts the fonts down found them
 */
export function checkGlyphs(book: Book<Hast>, missing: ReadonlySet<string>): void {
  if (missing.size === 0) return;
  const open = new Set(missing);
  for (const section of sections(book)) {
    for (const node of section.tree.children) visit(node, section.file, open);
  }
}

function visit(node: RootContent, file: VFile, open: Set<string>): void {
  if (node.type === 'text') {
    for (const character of node.value) {
      if (!open.delete(character)) continue;
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report(
        file,
        'glyph-missing',
        `No font of the book has the character ${character} (U+${code})`,
        placeOf(character, node, file),
      );
    }
  } else if (node.type === 'element') {
    for (const child of node.children) visit(child, file, open);
  }
}

/** Where the character stands in the source; the beginning of its text where that spells it otherwise. */
function placeOf(character: string, { position }: Text, file: VFile): Point | undefined {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return start;
  const source = String(file).slice(start.offset, end.offset);
  return pointIn(file, start.offset + Math.max(0, source.indexOf(character)));
}
