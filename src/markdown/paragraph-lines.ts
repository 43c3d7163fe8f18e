import type { Paragraph, PhrasingContent, Text } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { pointIn } from '../book/messages/point-in.ts';

/** The inline content of a paragraph, line by line; breaks are gone. */
export function linesOf(paragraph: Paragraph, file: VFile): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)?.push(node);
    else {
      for (const [index, piece] of splitText(node, file).entries()) {
        // Behind a hard break the text goes on with the end of the line it broke.
        if (index > 0) lines.push([]);
        if (piece.value !== '') lines.at(-1)?.push(piece);
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** Lines joined again by soft breaks. */
export function joinLines(lines: ReadonlyArray<readonly PhrasingContent[]>): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? [...line] : [{ type: 'text', value: '\n' }, ...line],
  );
}

/** Where a run of nodes stands. */
export function extentOf(
  nodes: ReadonlyArray<{ readonly position?: Position | undefined }>,
): Position | undefined {
  const start = nodes.find((node) => node.position)?.position?.start;
  const end = nodes.findLast((node) => node.position)?.position?.end;
  return start && end && { start, end };
}

/** The lines of a text, each with its own place: the parser drops only the blanks around a line's end. */
export function splitText(node: Text, file: VFile): Text[] {
  const values = node.value.split('\n');
  if (values.length === 1 || !node.position) return [node];
  const { start, end } = node.position;
  const source = String(file);
  let from = start;
  return values.map((value, index): Text => {
    const position = { start: from, end };
    const lineEnd = source.indexOf('\n', from.offset);
    if (lineEnd !== -1 && index < values.length - 1) position.end = pointIn(file, lineEnd);
    const indent = /[ \t]*/y;
    indent.lastIndex = lineEnd + 1;
    const width = indent.exec(source)?.[0].length ?? 0;
    from = pointIn(file, lineEnd + 1 + width);
    return { type: 'text', value, position };
  });
}
