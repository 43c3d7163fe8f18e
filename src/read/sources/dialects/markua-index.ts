import { outsideCode, withProse, type Line } from './lines.ts';

const entry = /[ \t]*\{i:[ \t]*(?:"([^"\n{}]+)"|([^"\n{}]+))\}/g;

/**
 * Makes marks of our index of those of Markua, `{i: "term!sub-term"}`, which stand behind the words they are about.
 *
 * @see https://leanpub.com/markua/read#index-entries
 */
export function step(lines: ReadonlyArray<Line>): Line[] {
  return withProse(lines, (text) => {
    if (!text.includes('{i:')) return text;
    return outsideCode(text, (prose) =>
      prose.replace(entry, (_, quoted?: string, bare?: string) => {
        const levels = (quoted ?? bare ?? '').replace(/\\(?=[^A-Za-z0-9\s])/g, '').split(/[!|]/);
        return `:index[]{term="${levels.map((level) => level.trim().replaceAll('"', '')).join(' > ')}"}`;
      }),
    );
  });
}
