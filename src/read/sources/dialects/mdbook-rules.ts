import { posix } from 'node:path';
import type { BookContext, StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, withProse, type Line } from './lines.ts';

const rule = /^r\[([A-Za-z][\w.-]*)\][ \t]*$/;

/**
 * Names the rules of a specification, which stand on lines of their own above what they are, as mdbook-spec does:
 * `r[items.fn]`. The name of a heading's rule stands below it.
 *
 * @see https://github.com/rust-lang/reference/blob/master/docs/authoring.md
 */
export function step(lines: ReadonlyArray<Line>, { book, file }: StepContext): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  let waiting: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name] = (kinds[index] === 'prose' && rule.exec(line.text)) || [];
    if (name !== undefined) {
      book.labels.set(`rule:${name}`, { target: `${file.path}#r-${name}` });
      waiting.push(instead(line, `<small id="r-${name}">${name}</small>`), instead(line, ''));
      if (/^#{1,6}[ \t]/.test(lines[index + 1]?.text ?? '')) continue;
      result.push(...waiting);
      waiting = [];
    } else if (waiting.length > 0) {
      result.push(line, instead(line, ''), ...waiting);
      waiting = [];
    } else result.push(line);
  }
  return result;
}

/** Makes links of the names of rules; those of parts of a grammar, which another page would list, are words. */
export function withRules(lines: ReadonlyArray<Line>, { book, file }: StepContext): Line[] {
  const folder = posix.dirname(file.path);
  return withProse(lines, (text) => {
    if (!text.includes('[')) return text;
    const [, before, name = ''] = /^( {0,3}\[[^\]]+\]:[ \t]*)(\S+)[ \t]*$/.exec(text) ?? [];
    const defined = before === undefined ? undefined : placeOf(name, folder, book);
    if (defined !== undefined) return `${before}${defined}`;
    return outsideCode(text, (prose) =>
      prose
        .replace(/\[([^\]\n]+)\]\[grammar-\w+\]/g, '$1')
        .replace(/(\]\()([\w.-]+)(?=\))/g, (whole, open: string, to: string) => {
          const place = placeOf(to, folder, book);
          return place === undefined ? whole : `${open}${place}`;
        })
        .replace(/\[([\w.-]+)\](?![[(:])/g, (whole, to: string) => {
          const place = placeOf(to, folder, book);
          return place === undefined ? whole : `[${to}](${place})`;
        }),
    );
  });
}

function placeOf(name: string, folder: string, { labels }: BookContext): string | undefined {
  const target = labels.get(`rule:${name}`)?.target;
  return target === undefined ? undefined : posix.relative(folder, target);
}
