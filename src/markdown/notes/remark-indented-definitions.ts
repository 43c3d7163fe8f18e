import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { append } from '../../book/long-lists.ts';
import { pointAfter } from '../../book/messages/point-in.ts';
import { extentOf, linesOf } from '../paragraph-lines.ts';

type DefinitionList = Extract<RootContent, { type: 'defList' }>;

const colon = /^:[ \t]+(?=\S)/;

/**
 * Reads definition lists inside list items and notes, whose indentation hides them from the parser:
 * a paragraph whose first lines are terms and whose others begin with a colon.
 */
export function remarkIndentedDefinitions() {
  return (tree: Root, file: VFile): void => {
    if (!/^[ \t]+:[ \t]/m.test(String(file))) return;
    visit(tree, 'paragraph', (node, index, parent): VisitorResult => {
      if (parent?.type !== 'listItem' && parent?.type !== 'footnoteDefinition') return undefined;
      const list = index === undefined ? undefined : listOf(node, file);
      if (!list || index === undefined) return undefined;
      const before = parent.children[index - 1];
      if (before?.type !== 'defList') {
        (parent.children as RootContent[])[index] = list;
        return SKIP;
      }
      append(before.children, list.children);
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

function listOf(paragraph: Paragraph, file: VFile): DefinitionList | undefined {
  const lines = linesOf(paragraph, file);
  const first = lines.findIndex(isDefinition);
  if (first < 1) return undefined;
  const list: DefinitionList = {
    type: 'defList',
    children: [],
    ...(paragraph.position && { position: paragraph.position }),
  };
  for (const term of lines.slice(0, first)) {
    list.children.push({ type: 'defListTerm', children: term, ...placeOf(term) });
  }
  for (const line of lines.slice(first)) {
    const last = list.children.at(-1);
    const [text] = last?.type === 'defListDescription' ? last.children : [];
    if (!isDefinition(line) && text?.type === 'paragraph') {
      text.children.push({ type: 'text', value: '\n' }, ...line);
      continue;
    }
    const children = withoutColon(line, file);
    const meaning: Paragraph = { type: 'paragraph', children, ...placeOf(children) };
    list.children.push({
      type: 'defListDescription',
      spread: false,
      children: [meaning],
      ...placeOf(line),
    });
  }
  return list;
}

function isDefinition([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'text' && colon.test(first.value);
}

function withoutColon(line: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return [...line];
  const mark = colon.exec(first.value)?.[0] ?? '';
  const { start, end } = first.position ?? {};
  const position = start && end && { start: pointAfter(file, start, mark.length), end };
  return [{ type: 'text', value: first.value.slice(mark.length), ...(position && { position }) }, ...rest];
}

function placeOf(line: readonly PhrasingContent[]) {
  const position = extentOf(line);
  return position ? { position } : {};
}
