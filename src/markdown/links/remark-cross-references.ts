import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import type { CrossReference } from '../../book/nodes.ts';
import { orthographyOf } from '../draft.ts';
import { smartText } from '../typography/smart-text.ts';

const names: ReadonlySet<string> = new Set(['ref', 'Ref', 'page']);
const accepted = ['page', 'number', 'text'];

/** Makes a cross-reference of every `:ref[target]`, `:Ref[target]` and `:page[target]`. */
export function remarkCrossReferences() {
  return (tree: Root, file: VFile): void => {
    const { draft } = file.data;
    if (!draft) return;
    const orthography = orthographyOf(draft);
    visit(tree, 'textDirective', (node, index, parent) => {
      if (!names.has(node.name) || parent === undefined || index === undefined) return undefined;
      reportStray(node, file);
      const text = node.attributes?.['text'];
      const reference: CrossReference = {
        type: 'crossReference',
        target: targetOf(node, file),
        shows: shownBy(node),
        capital: node.name === 'Ref',
        ...(text && { text: smartText(text, orthography) }),
        ...(node.position && { position: node.position }),
      };
      parent.children[index] = reference;
      return SKIP;
    });
  };
}

/** The target as typed: Markdown must not read a name such as `^label` as anything else. */
function targetOf({ children }: TextDirective, file: VFile): string {
  const start = children[0]?.position?.start.offset;
  const end = children.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? '' : String(file).slice(start, end).trim();
}

function shownBy({ name, attributes }: TextDirective): CrossReference['shows'] {
  if (name === 'page') return 'page-number';
  if (typeof attributes?.['number'] === 'string') return 'number';
  const page = attributes?.['page'];
  if (page === undefined || page === null) return 'name';
  return page === 'only' ? 'page' : 'name-and-page';
}

function reportStray(node: TextDirective, file: VFile): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (accepted.includes(name)) continue;
    report(file, 'directive-unknown', `A reference has no attribute "${name}"`, bracesOf(node, file), {
      hint: `Accepted attributes: ${accepted.join(', ')}.`,
    });
  }
}

/** Where the attributes begin: they end the directive, on the line of its last bracket. */
function bracesOf({ position, children }: TextDirective, file: VFile): Point | undefined {
  const last = children.at(-1)?.position?.end ?? position?.start;
  if (last?.offset === undefined) return last;
  return pointIn(file, String(file).indexOf('{', last.offset));
}
