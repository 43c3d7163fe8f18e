import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import type { Path, YamlDocument } from '../yaml/yaml-document.ts';

/** What a note mark looks like; `[^a-z]` is more likely an expression than a label. */
const mark = /\[\^(?!\p{L}-\p{L}\])[\p{L}\p{N}*][^\]\s[]*\]/gu;

/**
 * Reports marks of notes in the texts of a YAML document: these are plain text, so that a
 * mark would be printed as it stands.
 *
 * @param file the file the document came from
 * @param document the document
 * @param hints what to do, by key, where there is more to say than to put the mark elsewhere
 */
export function reportMarks(
  file: VFile,
  document: YamlDocument,
  hints: Readonly<Record<string, string>>,
): void {
  if (!String(file.value).includes('[^')) return;
  walk(document.value, []);

  function walk(value: unknown, path: Path): void {
    if (typeof value === 'string') check(value, path);
    else if (Array.isArray(value))
      for (const [index, entry] of value.entries()) walk(entry, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key]);
    }
  }

  function check(value: string, path: Path): void {
    const name = path.findLast((step) => typeof step === 'string') ?? '';
    // Labels of notes, which may be written as their marks are.
    if (name === 'markedNotes') return;
    let from = document.valueAt(path);
    for (const [written] of value.matchAll(mark)) {
      const place = find(file, written, from);
      const reason = `"${name}" is plain text, where the note mark ${written} would be printed as it stands`;
      report(file, 'note-misplaced', reason, place, {
        hint: hints[name] ?? 'Put the mark into the running text.',
      });
      from = { line: place.line, column: place.column + 1 };
    }
  }
}

/** Where a text stands in a file, from a point on. */
function find(file: VFile, text: string, from: Point): Point {
  const offset = String(file).indexOf(text, location(file).toOffset(from));
  return offset === -1 ? from : pointIn(file, offset);
}
