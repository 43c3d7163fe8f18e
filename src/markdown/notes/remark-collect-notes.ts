import type { FootnoteDefinition, FootnoteReference, Nodes, Paragraph, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { NoteReference } from '../../book/nodes.ts';
import { report } from '../../book/messages/messages.ts';
import type { CitableNote, Draft } from '../draft.ts';
import { asciiSlug } from '../ids.ts';
import { markOf, seriesOf } from './note-label.ts';
import { takeDefinitions } from './take-definitions.ts';
import { reportUnknownLabels } from './unknown-labels.ts';

/**
 * Lifts the notes out of the file and leaves a `noteReference` where each is cited. A label
 * means the note of the same file, or else that of the shared file; marks that cite neither
 * go into `draft.unresolved`. Reports notes that are unused, empty or defined twice.
 */
export function remarkCollectNotes() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    const definitions = takeDefinitions(tree, file);
    for (const [identifier, definition] of definitions) {
      draft.citable.set(identifier, citableOf(identifier, definition, file, draft));
    }
    reportUnknownLabels(draft, file);
    for (const identifier of draft.misplaced) cite(identifier, draft);
    for (const root of [tree, ...definitions.values()]) replaceMarks(root, draft);
    for (const [identifier, definition] of definitions)
      // In another program's text a note that no mark cites is told of, and is none.
      if (file.data.origin === undefined || draft.cited.has(identifier))
        addNote(identifier, definition, file, draft);
  };
}

function citableOf(
  identifier: string,
  definition: FootnoteDefinition,
  file: VFile,
  draft: Draft,
): CitableNote {
  const label = definition.label ?? identifier;
  return {
    id: draft.allocate(`${draft.id}--note-${asciiSlug(label) || 'x'}`),
    label,
    series: seriesOf(label, draft.frontMatter.markedNotes),
    file,
    position: definition.position,
  };
}

/** The note a label means, which from now on counts as cited. */
function cite(identifier: string, draft: Draft): CitableNote | undefined {
  const own = draft.citable.get(identifier);
  if (own) draft.cited.add(identifier);
  return own ?? (draft.shared && cite(identifier, draft.shared));
}

function replaceMarks(root: Root | FootnoteDefinition, draft: Draft): void {
  visit(root, 'footnoteReference', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    (parent.children as RootContent[])[index] = referenceOf(node, draft);
  });
}

/** The mark of the note that is cited, or else the characters the author typed. */
function referenceOf(node: FootnoteReference, draft: Draft): NoteReference | Text {
  const label = node.label ?? node.identifier;
  const position = node.position && { position: node.position };
  const note = cite(node.identifier, draft);
  if (note) {
    const anchor = draft.allocate(`${note.id}-mark`);
    return {
      type: 'noteReference',
      series: note.series,
      label: note.label,
      noteId: note.id,
      anchor,
      ...position,
    };
  }
  const written = markOf(node.identifier, label);
  draft.unresolved.push({ written, identifier: node.identifier, place: node.position?.start });
  return { type: 'text', value: written, ...position };
}

function addNote(identifier: string, definition: FootnoteDefinition, file: VFile, draft: Draft): void {
  const note = draft.citable.get(identifier);
  if (!note) return;
  const { id, label, series, position } = note;
  const without = isEmpty(definition);
  if (without) {
    report(file, 'note-empty', `The note ${markOf(identifier, label)} has no text`, definition);
  }
  draft.notes.push({
    id,
    label,
    series,
    ...(!draft.isShared && { section: draft.id }),
    tree: {
      type: 'root',
      children: without ? [stillMissing] : definition.children,
      ...(position && { position }),
    },
    file,
  });
}

/** What stands in the place of a text that is not there: a number alone would run into the next. */
const stillMissing: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: '…' }] };

function isEmpty(definition: FootnoteDefinition): boolean {
  return definition.children.every((block) =>
    block.type === 'paragraph'
      ? block.children.every((node) => (node.type === 'text' && node.value.trim() === '') || isComment(node))
      : isComment(block),
  );
}

function isComment(node: Nodes): boolean {
  return node.type === 'html' && /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/.test(node.value.trim());
}
