import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { findControlCharacter } from '../files/control-characters.ts';
import { tooDeepAt } from './yaml-depth.ts';

const deepest = limits['yaml-depth'].most;
/** Errors after these are mostly their echo. */
const mostErrors = 20;
const firstPoint: Point = { line: 1, column: 1 };

export type Path = ReadonlyArray<string | number>;

/** A YAML document as plain strings, lists and mappings, and where each of them stands. */
export interface YamlDocument {
  readonly value: unknown;
  /** Where the value at a path begins, or the nearest value that encloses it. */
  readonly valueAt: (path: Path) => Point;
  /** Where the key at the end of a path begins, or the nearest value that encloses it. */
  readonly keyAt: (path: Path) => Point;
}

/**
 * A YAML document (YAML 1.2, failsafe schema: every scalar stays the text the author
 * wrote), or nothing where it cannot be understood; the messages then say why. Aliases,
 * tags and duplicate keys are refused, and more than 20 levels.
 *
 * @param file collects the messages
 * @param source the YAML, beginning on the first line of the file
 */
export function parseYaml(file: VFile, source: string): YamlDocument | undefined {
  const before = file.messages.length;
  const reader = new PlainReader(file, source);
  const tooDeep = tooDeepAt(source, deepest);
  if (tooDeep !== undefined) {
    const reason = `The YAML is nested more than ${deepest} levels deep`;
    report(file, 'config-syntax', reason, reader.pointAt(tooDeep), {
      hint: 'Flatten the lists and mappings.',
    });
    return undefined;
  }
  const document = parseDocument(source, {
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'failsafe',
    stringKeys: true,
  });
  const problems = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of problems.slice(0, mostErrors)) {
    const line = code === 'BLOCK_AS_IMPLICIT_KEY' ? inQuotes(source, pos[0]) : undefined;
    report(file, 'config-syntax', inWords(code, message), reader.pointAt(pos[0]), {
      ...(line !== undefined && { hint: `Write: ${line}` }),
    });
  }
  const value = reader.read(document.contents, []);
  if (file.messages.length > before) return undefined;
  return {
    value,
    valueAt: (path) => reader.nearest(path, 'value'),
    keyAt: (path) => reader.nearest(path, 'key'),
  };
}

/** Makes plain values of the nodes of a document, and knows where each of them stands. */
class PlainReader {
  readonly #file: VFile;
  readonly #source: string;
  readonly #lines: ReturnType<typeof location>;
  readonly #places = new Map<string, { readonly value: Point; readonly key: Point }>();

  constructor(file: VFile, source: string) {
    this.#file = file;
    this.#source = source;
    this.#lines = location(source);
  }

  /** Lines are those of the file, offsets are not where the document is only a part of it. */
  pointAt(offset: number): Point {
    const { line, column } = this.#lines.toPoint(Math.min(offset, this.#source.length)) ?? firstPoint;
    return { line, column };
  }

  nearest(path: Path, kind: 'key' | 'value'): Point {
    const found = this.#places.get(JSON.stringify(path));
    if (found !== undefined) return found[kind];
    return path.length === 0 ? firstPoint : this.nearest(path.slice(0, -1), 'value');
  }

  read(node: Node | null, path: Path, key?: Point): unknown {
    const place = this.#placeOf(node);
    this.#places.set(JSON.stringify(path), { value: place, key: key ?? place });
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map((pair) => {
          const name = isScalar(pair.key) ? String(pair.key.value) : '';
          const keyPlace = this.#placeOf(pair.key as Node | null);
          return [name, this.read(pair.value as Node | null, [...path, name], keyPlace)];
        }),
      );
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item as Node, [...path, index]));
    if (isAlias(node)) {
      report(this.#file, 'config-syntax', `The alias "*${node.source}" is not allowed`, place, {
        hint: 'Write the value out instead of pointing to another, or put it in quotes.',
      });
      return undefined;
    }
    // The failsafe schema makes every scalar a string; an empty value is an empty one.
    const text = isScalar(node) && typeof node.value === 'string' ? node.value : '';
    this.#reportEscapes(text, place);
    return text;
  }

  #placeOf(node: Node | null): Point {
    return this.pointAt(node?.range?.[0] ?? 0);
  }

  /** Characters written as such are found when the file is decoded; escapes only here. */
  #reportEscapes(text: string, place: Point): void {
    const found = findControlCharacter(text);
    if (found === undefined || findControlCharacter(this.#source) !== undefined) return;
    const reason = `The value contains the control character ${found.name}`;
    report(this.#file, 'control-character', reason, place);
  }
}

/** The line of a key at an offset, its value in quotes. */
function inQuotes(source: string, offset: number): string | undefined {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const [, key, value] = /^([ \t]*(?:- )?[\w-]+: +)(\S.*?)[ \t]*$/.exec(line) ?? [];
  if (key === undefined || value === undefined || /^["'|>[{&*!#%@`]/.test(value)) return undefined;
  return `${key.trim().replace(/^- /, '')} '${value.replaceAll("'", "''")}'`;
}

function inWords(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'The key stands twice in the same mapping';
    case 'NON_STRING_KEY':
      return 'A key must be plain text';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A value that contains ": " must be put in quotes';
    case 'TAG_RESOLVE_FAILED':
      return message.replace('Unresolved tag', 'The tag is not allowed');
    default:
      return message.replace(/\.$/, '');
  }
}
