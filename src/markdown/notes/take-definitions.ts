import type { FootnoteDefinition, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { markOf } from './note-label.ts';

/**
 * The definitions of notes of a file by identifier, removed from its tree, nested ones too.
 * The first of each label is the note; further ones, and labels of the shared file, are
 * reported.
 */
export function takeDefinitions(tree: Root, file: VFile): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  const parents = new Set<Parents>();
  visit(tree, 'footnoteDefinition', (node, _index, parent) => {
    if (parent) parents.add(parent);
    const first = definitions.get(node.identifier);
    if (first) {
      report(file, 'note-duplicate', `${nameOf(node)} is defined in ${lineOf(first)} already`, node);
      return;
    }
    definitions.set(node.identifier, node);
    const shared = file.data.draft?.shared?.citable.get(node.identifier);
    if (!shared) return;
    // The marks that would cite it cite the note of their own file instead: one message is enough.
    file.data.draft?.shared?.cited.add(node.identifier);
    const place = `${shared.file.path}, ${lineOf(shared)},`;
    report(file, 'note-duplicate', `${nameOf(node)} is defined in ${place} already`, node);
  });
  for (const parent of parents) {
    const rest = (parent.children as RootContent[]).filter((node) => node.type !== 'footnoteDefinition');
    (parent.children as RootContent[]) = rest;
  }
  return definitions;
}

function nameOf({ identifier, label }: FootnoteDefinition): string {
  return `The note ${markOf(identifier, label ?? identifier)}`;
}

function lineOf({ position }: Pick<FootnoteDefinition, 'position'>): string {
  return `line ${position?.start.line}`;
}
