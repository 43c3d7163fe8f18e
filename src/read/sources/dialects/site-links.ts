import { posix } from 'node:path';
import { filePath } from '../../../book/addresses/file-path.ts';
import type { StepContext } from './dialect.ts';
import { instead, kindsOf, outsideCode, type Line } from './lines.ts';

const link =
  /(?<!!)(\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\([ \t]*)(<[^>\n]*>|[^\s()<>]+)(?=[ \t]*(?:["'(][^)]*)?\))/g;

/** An address that links have by a name. */
const definition = /^( {0,3}\[[^\]^][^\]]*\]:[ \t]*)(<[^>\n]*>|[^\s<>]+)(?=[ \t]|$)/;

/**
 * Links to pages of a website, as links to the texts that these are made of: `/chapters/one/`, `one.html`.
 */
export async function step(lines: ReadonlyArray<Line>, context: StepContext): Promise<Line[]> {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (kinds[index] !== 'prose' || !/\]\(|\]:/.test(line.text)) {
      result.push(line);
      continue;
    }
    const targets = new Map<string, string>();
    const defined = definition.exec(line.text);
    for (const [, , address = ''] of [...line.text.matchAll(link), ...(defined === null ? [] : [defined])]) {
      const found = await textAt(address.replace(/^<(.*)>$/, '$1'), context);
      if (found !== undefined) targets.set(address, found);
    }
    const moved = (whole: string, before: string, address: string): string => {
      const target = targets.get(address);
      return target === undefined ? whole : `${before}<${target}>`;
    };
    if (targets.size === 0) result.push(line);
    else
      result.push(
        instead(
          line,
          outsideCode(line.text, (text) => text.replace(definition, moved).replace(link, moved)),
        ),
      );
  }
  return result;
}

/** The text behind an address of the site, relative to that with the link; nothing where the address is fine, or of none. */
async function textAt(address: string, { file, dialect, book }: StepContext): Promise<string | undefined> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (path === '' || /\.(?:md|markdown|qmd|rmd|png|jpe?g|svg|gif|pdf|zip)$/i.test(path)) return undefined;
  const folder = posix.dirname(file.path);
  const anchor = rest.replace(/^\?[^#]*/, '');
  const seen = (text: string): string => `${posix.relative(folder, text)}${anchor}`;
  const page = dialect.pages?.get(`/${path.replace(/^\//, '').replace(/\/$/, '')}`);
  if (page !== undefined) return seen(page);
  const stem = filePath(path)
    .replace(/\/$/, '')
    .replace(/\.html?$/i, '');
  // A page is a folder of the site to some programs, and the text beside it lies above.
  const asFolder = posix.join(folder, posix.basename(file.path).replace(/\.\w+$/, ''));
  const bases = path.startsWith('/') ? ['', ...(dialect.siteFolders ?? [])] : [folder, asFolder];
  for (const base of bases)
    for (const name of [
      `${stem}.md`,
      `${stem}/index.md`,
      `${stem}/README.md`,
      `${stem}.qmd`,
      `${stem}.Rmd`,
      `${stem}.ipynb`,
      `${stem}/_index.md`,
    ]) {
      const there = posix.normalize(posix.join(base, name));
      if (!there.startsWith('../') && (await book.exists(there))) return seen(there);
    }
  return undefined;
}
