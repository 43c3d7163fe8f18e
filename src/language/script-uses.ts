import type { RootContent } from 'hast';
import { sections, type Book, type Hast } from '../book/book.ts';
import { faceScriptOf, faceScriptsWith } from './scripts.ts';

/** What a book has of a script with a face of its own. */
export interface ScriptUse {
  /** Its letters and signs that stand in the book. */
  readonly characters: ReadonlySet<string>;
  /** The languages written in it, as the book names them (BCP 47). */
  readonly languages: ReadonlySet<string>;
}

/** What a book has of each script with a face of its own, by its code (ISO 15924), in alphabetical order. */
export type ScriptUses = ReadonlyMap<string, ScriptUse>;

/** The blocks outside which no such script begins, so that most texts are passed over at a glance. */
const farLetters = /[\u0530-\u1CFF\u2D00-\u2DDF\u2E80-\uFFFF]/;

/** The scripts with faces of their own in a book, with the languages that ask for them. */
export function scriptUses(book: Book<Hast>): ScriptUses {
  const found = new Map<string, { characters: Set<string>; languages: Set<string> }>();
  const ofNobody = new Set<string>();
  const useOf = (script: string) => {
    const use = found.get(script) ?? { characters: new Set(), languages: new Set() };
    found.set(script, use);
    return use;
  };
  const main = book.metadata.language;
  const visit = (node: RootContent, language: string): void => {
    if (node.type === 'element') {
      const { lang } = node.properties;
      const inner = typeof lang === 'string' ? lang : language;
      for (const child of node.children) visit(child, inner);
    } else if (node.type === 'text' && farLetters.test(node.value)) {
      const stated = [faceScriptOf(language), faceScriptOf(main)];
      for (const character of new Set(node.value)) {
        const scripts = faceScriptsWith(character);
        const [first] = scripts;
        if (first === undefined) continue;
        const script = stated.find((each) => each !== undefined && scripts.includes(each));
        if (script === undefined && scripts.length > 1) ofNobody.add(character);
        else useOf(script ?? first).characters.add(character);
        if (script !== undefined && script === stated[0]) useOf(script).languages.add(language);
      }
    }
  };
  for (const { tree } of sections(book)) for (const child of tree.children) visit(child, main);
  for (const character of ofNobody) {
    const scripts = faceScriptsWith(character);
    // Chinese characters beside Japanese letters are taken for Japanese.
    useOf(scripts.find((each) => found.has(each)) ?? scripts[0] ?? '').characters.add(character);
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
