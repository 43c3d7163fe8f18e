import type { StepContext } from './dialect.ts';
import { withProse, type Line } from './lines.ts';
import { outsideFormulas } from './outside-formulas.ts';

const embed = /!\[\[([^\]|#\n]*)(#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/g;
const link = /(?<!!)\[\[([^\]|#\n]*)(#[^\]|\n]*)?(?:\\?\|([^\]\n]*))?\]\]/g;
const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/**
 * Makes links and images of those of Obsidian: `[[Note|words]]`, `![[picture.png|300]]`; a note that is shown within
 * a line becomes a link to it. Comments between `%%` are left out, and so are tags on lines of their own.
 *
 * @see https://help.obsidian.md/links
 */
export function step(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  let isComment = false;
  const shown = withProse(lines, (text) => {
    if (/^[ \t]*%%[ \t]*$/.test(text)) {
      isComment = !isComment;
      return '';
    }
    if (isComment) return '';
    if (/^[ \t]*(?:#[\p{L}\p{N}_/-]+[ \t]*)+$/u.test(text)) return '';
    return outsideFormulas(text, (prose) => linked(prose.replace(/%%[^%\n]*%%/g, ''), context));
  });
  return withProse(shown, (text) => text.replace(/[ \t]+\^[\w-]+[ \t]*$/, ''));
}

function linked(text: string, { book, file }: StepContext): string {
  return text
    .replace(embed, (_, name: string, heading = '', words = '') => {
      if (!picture.test(name)) return linkTo(name, heading, '');
      const [, width] = /^(\d+)(?:x\d+)?$/.exec(words) ?? [];
      const path = book.labels.get(`file:${nameOf(name)}`)?.target ?? name;
      return `![${width === undefined ? words : ''}](<${relative(file.path, path)}>)${width === undefined ? '' : `{width=${width}px}`}`;
    })
    .replace(link, (_, name: string, heading = '', words = '') => linkTo(name, heading, words));

  function linkTo(name: string, heading: string, words: string): string {
    const shown =
      words || (name === '' ? heading.slice(1) : `${name.split('/').at(-1)}`.replace(/\.md$/, ''));
    const path = name === '' ? '' : book.labels.get(`file:${nameOf(name)}`)?.target;
    if (path === undefined || (path !== '' && !/\.(?:md|markdown)$/i.test(path))) return shown;
    const anchor = heading === '' || heading.startsWith('#^') ? '' : `#${slugOf(heading.slice(1))}`;
    return path === '' && anchor === ''
      ? shown
      : `[${shown}](<${path === '' ? '' : relative(file.path, path)}${anchor}>)`;
  }
}

/** How a note is named in links: by its name alone, in whatever folder it lies. */
export function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.md$/i, '').toLowerCase();
}

function slugOf(heading: string): string {
  const last = heading.split('#').at(-1) ?? heading;
  return last
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function relative(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}
