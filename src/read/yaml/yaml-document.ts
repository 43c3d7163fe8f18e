import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type ErrorCode, type Node } from 'yaml';
import { limits } from '../../book/limits.ts';
import { excerpt } from '../../book/messages/excerpt.ts';
import { report } from '../../book/messages/messages.ts';
import { findControlCharacter } from '../files/control-characters.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { directiveFault, yamlFault, type YamlFault } from './yaml-faults.ts';

const deepest = limits['yaml-depth'].most;
const longestWord = limits['word-length'].most;
/** Errors after these are mostly their echo. */
const mostErrors = 20;
/** How far a comment is sought, in code units. */
const longestLine = 500;
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
    logLevel: 'error',
    prettyErrors: false,
    schema: 'failsafe',
    stringKeys: true,
  });
  const problems = withoutEchoes([...document.errors, ...document.warnings]);
  const directive = problems.length > 0 ? directiveFault(source) : undefined;
  if (directive !== undefined) reader.refuse(directive);
  else for (const problem of problems.slice(0, mostErrors)) reader.refuse(yamlFault(source, problem));
  const value = reader.read(document.contents, []);
  if (reader.refused) return undefined;
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
  /** The lines that something has been said of. */
  readonly #faulty = new Set<number>();
  refused = false;

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

  /** Says what is wrong, once for a line: what else is found there is mostly its echo. */
  refuse({ at, reason, hint }: YamlFault): void {
    const place = this.pointAt(at);
    this.refused = true;
    if (this.#faulty.has(place.line)) return;
    this.#faulty.add(place.line);
    report(this.#file, 'config-syntax', reason, place, hint === undefined ? {} : { hint });
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
      this.refuse({
        at: node.range?.[0] ?? 0,
        reason: `The alias "*${node.source}" is not allowed`,
        hint: 'Write the value out instead of pointing to another, or put it in quotes.',
      });
      return undefined;
    }
    // The failsafe schema makes every scalar a string; an empty value is an empty one.
    if (!isScalar(node) || typeof node.value !== 'string') return '';
    if (node.anchor !== undefined) {
      this.refuse({
        at: node.range?.[0] ?? 0,
        reason: `The anchor "&${node.anchor}" is not allowed`,
        hint: 'Put the value in quotes.',
      });
    }
    this.#reportEscapes(node.value, place);
    this.#reportWord(node.value, place);
    return node.type === 'PLAIN' ? this.#plain(node.value, node.range?.[1] ?? 0, place) : node.value;
  }

  /**
   * What is meant by a value without quotes.
   *
   * @param end where it ends, in code units
   */
  #plain(text: string, end: number, place: Point): string {
    const [comment] = /^[ \t]+#\S[^\n]*/.exec(this.#source.slice(end, end + longestLine)) ?? [];
    if (comment !== undefined && text !== '') {
      report(
        this.#file,
        'config-unread',
        `"${excerpt(comment.trim())}" is read as a comment`,
        this.pointAt(end),
        {
          hint: 'Put the whole value in quotes; behind the # of a comment stands a blank.',
        },
      );
    }
    const [, inner] = /^[“”„«»‘‚](.*)[“”«»’‘]$/s.exec(text) ?? [];
    if (inner === undefined || inner.trim() === '') return text;
    report(this.#file, 'config-unread', 'The quotes around the value are not taken for a part of it', place, {
      hint: `Take them away, or put straight ones around them where they are meant: '${excerpt(text)}'.`,
    });
    return inner;
  }

  #placeOf(node: Node | null): Point {
    return this.pointAt(node?.range?.[0] ?? 0);
  }

  /** As in the text, where a line must be able to end somewhere. */
  #reportWord(text: string, place: Point): void {
    if (text.length <= longestWord || text.split(/\s+/).every(({ length }) => length <= longestWord)) return;
    this.refused = true;
    const reason = `The value has a word of more than ${longestWord.toLocaleString('en')} characters`;
    report(this.#file, 'too-dense', reason, place, { hint: 'Divide it with blanks, or leave it out.' });
  }

  /** Characters written as such are found when the file is decoded; escapes only here. */
  #reportEscapes(text: string, place: Point): void {
    const found = findControlCharacter(text);
    if (found === undefined || findControlCharacter(this.#source) !== undefined) return;
    this.refused = true;
    const reason = `The value contains the control character ${found.name}`;
    report(this.#file, 'control-character', reason, place);
  }
}

/** Faults of single entries; after any other, the parser has lost the thread. */
const single: ReadonlySet<ErrorCode> = new Set(['DUPLICATE_KEY', 'NON_STRING_KEY', 'TAG_RESOLVE_FAILED']);

/** Without what is only found since something before was misunderstood. */
function withoutEchoes<Each extends { readonly code: ErrorCode }>(problems: ReadonlyArray<Each>): Each[] {
  const first = problems.find(({ code }) => !single.has(code));
  return problems.filter((problem) => problem === first || single.has(problem.code));
}
