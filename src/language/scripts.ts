import { readFileSync } from 'node:fs';
import { scriptOf } from './tag.ts';

/** What is known of a script that the text faces of the themes lack: an entry of `templates/scripts.json`. */
export interface ScriptFace {
  /** In English, as messages name it. */
  readonly name: string;
  /** The scripts of its characters (ISO 15924), those that it has to itself first. */
  readonly unicode: ReadonlyArray<string>;
  readonly family: string;
  /** The npm package that brings the face, and the files in it. */
  readonly package: string;
  readonly regular: string;
  readonly bold: string | null;
  /** Times the size of the theme's text face, to look as large. */
  readonly scale: number;
  /** Baseline to baseline at least, in ems. */
  readonly leading: number;
  /**
   * What the face is taken to reach above and below the baseline, in ems: less than it says where marks stand
   * beside its characters, for which lines would otherwise make room.
   */
  readonly metrics: { readonly ascent: number; readonly descent: number } | null;
}

const file = new URL('templates/scripts.json', import.meta.resolve('colophon/package.json'));
let read: Readonly<Record<string, ScriptFace>> | undefined;

/** The scripts that have faces of their own, by their codes (ISO 15924). */
export function scriptFaces(): Readonly<Record<string, ScriptFace>> {
  return (read ??= JSON.parse(readFileSync(file, 'utf8')) as Record<string, ScriptFace>);
}

const scripts = new Map<string, string | undefined>();

/**
 * The script a language is written in, if that has a face of its own; undefined for Latin and the like.
 *
 * @param language BCP 47
 */
export function faceScriptOf(language: string): string | undefined {
  if (!scripts.has(language)) {
    const script = scriptOf(language);
    scripts.set(language, script !== undefined && script in scriptFaces() ? script : undefined);
  }
  return scripts.get(language);
}

const owners = new Map<string, ReadonlyArray<string>>();

/**
 * The scripts with faces of their own that have a character, those first that have it to themselves:
 * Chinese characters belong to Chinese, Korean and Japanese.
 *
 * @param character one code point
 */
export function faceScriptsWith(character: string): ReadonlyArray<string> {
  let found = owners.get(character);
  if (found === undefined) {
    found = Object.entries(scriptFaces())
      .map(([script, { unicode }]) => ({ script, rank: unicode.findIndex((each) => has(each, character)) }))
      .filter(({ rank }) => rank >= 0)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ script }) => script);
    owners.set(character, found);
  }
  return found;
}

/**
 * Whether a script uses a character, be it to write others with too, as the full stop of Chinese and Japanese.
 *
 * @param script with a face of its own (ISO 15924)
 * @param character one code point
 */
export function usesCharacter(script: string, character: string): boolean {
  const codes = scriptFaces()[script]?.unicode ?? [];
  return (
    codes.some((code) => has(code, character, 'Script_Extensions')) ||
    (codes.includes('Hani') && wide.test(character))
  );
}

/** Signs as wide as Chinese characters, which belong to no script in particular. */
const wide = /[\u3000-\u303F\u3200-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/;

const patterns = new Map<string, RegExp>();

function has(script: string, character: string, property = 'Script'): boolean {
  const source = `\\p{${property}=${script}}`;
  let pattern = patterns.get(source);
  if (pattern === undefined) patterns.set(source, (pattern = new RegExp(source, 'u')));
  return pattern.test(character);
}
