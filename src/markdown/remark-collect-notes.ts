import type {
  FootnoteDefinition,
  FootnoteReference,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { NoteReference } from '../book/nodes.ts';
import { report } from '../book/messages.ts';
import type { Draft } from './draft.ts';
import { asciiSlug } from './ids.ts';
import { scanProse } from './scan-prose.ts';

/** A note mark that stayed text, because nothing defines it; `\[^x]` is meant as text. */
const undefinedMark = /(?<!\\)\[\^([^\]\s[\0]+)\]/g;

/**
 * Lifts the notes out of the file and leaves a `noteReference` where each is cited. Labels
 * count within one file. Reports notes that are undefined, unused, empty or defined twice.
 */
export function remarkCollectNotes() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    scanProse(tree, file, undefinedMark, (match, point) => {
      report(file, 'note-undefined', `No note is defined for ${match[0]}`, point);
    });
    const definitions = takeDefinitions(tree, file);
    if (definitions.size === 0) return;
    const ids = new Map<string, string>();
    for (const [identifier, { label }] of definitions) {
      const stem = asciiSlug(label ?? identifier) || 'x';
      ids.set(identifier, draft.allocate(`${draft.id}--note-${stem}`));
    }
    const cited = new Set<string>();
    for (const root of [tree, ...definitions.values()]) replaceMarks(root, ids, cited, draft);
    for (const [identifier, definition] of definitions) {
      const label = definition.label ?? identifier;
      if (!cited.has(identifier))
        report(file, 'note-unused', `No mark cites the note [^${label}]`, definition);
      if (isEmpty(definition)) report(file, 'note-empty', `The note [^${label}] has no text`, definition);
      draft.notes.push({
        id: ids.get(identifier) ?? '',
        label,
        series: 'numbered',
        section: draft.id,
        tree: {
          type: 'root',
          children: definition.children,
          ...(definition.position && { position: definition.position }),
        },
        file,
      });
    }
  };
}

/** Removes every definition, nested ones too; the first of each label is the note. */
function takeDefinitions(tree: Root, file: VFile): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  const parents = new Set<Parents>();
  visit(tree, 'footnoteDefinition', (node, _index, parent) => {
    if (parent) parents.add(parent);
    const first = definitions.get(node.identifier);
    if (!first) {
      definitions.set(node.identifier, node);
      return;
    }
    const label = node.label ?? node.identifier;
    const line = first.position?.start.line;
    report(file, 'note-duplicate', `The note [^${label}] is defined in line ${line} already`, node);
  });
  for (const parent of parents) {
    const rest = (parent.children as RootContent[]).filter((node) => node.type !== 'footnoteDefinition');
    (parent.children as RootContent[]) = rest;
  }
  return definitions;
}

function replaceMarks(
  root: Root | FootnoteDefinition,
  ids: ReadonlyMap<string, string>,
  cited: Set<string>,
  draft: Draft,
): void {
  visit(root, 'footnoteReference', (node: FootnoteReference, index, parent) => {
    const noteId = ids.get(node.identifier);
    if (parent === undefined || index === undefined || noteId === undefined) return;
    cited.add(node.identifier);
    const reference: NoteReference = {
      type: 'noteReference',
      series: 'numbered',
      label: node.label ?? node.identifier,
      noteId,
      anchor: draft.allocate(`${noteId}-mark`),
      ...(node.position && { position: node.position }),
    };
    parent.children[index] = reference;
  });
}

function isEmpty(definition: FootnoteDefinition): boolean {
  return definition.children.every((block) => block.type === 'paragraph' && block.children.every(isBlank));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
