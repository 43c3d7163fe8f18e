import type { StepContext } from './dialect.ts';
import { instead, kindsOf, type Line } from './lines.ts';

/** Parts of pages that a book has by itself. */
const ofPages =
  /^(?:toc|contents|table-of-contents|cover|title-?page|half-title-?page|copyright-page|copyright|metadata|nav|navigation|head|header|footer|search|share|comments?|pagination|sidebar|mathjax|analytics)(?:\.html|\.md)?$/;

/**
 * Makes pictures, figures and code of the tags that Jekyll's books have for them; includes of pages are left out
 * where a book has the like by itself. What else there is, is the matter of templates.
 *
 * @see https://electricbookworks.github.io/electric-book/docs/editing/figures.html
 */
export function step(typed: ReadonlyArray<Line>, context: StepContext): Line[] {
  const lines = joined(typed);
  const kinds = kindsOf(lines);
  let fence = '';
  return lines.flatMap((line, index): Line[] => {
    if (kinds[index] !== 'prose' || !line.text.includes('{%')) return [line];
    const [, indent = '', language] =
      /^([ \t]*)\{%-?[ \t]*highlight[ \t]+([\w+#-]+)[^%]*%\}[ \t]*$/.exec(line.text) ?? [];
    if (language !== undefined) {
      fence = indent;
      return [instead(line, `${indent}\`\`\`\`${language}`)];
    }
    if (/^[ \t]*\{%-?[ \t]*endhighlight[ \t]*-?%\}[ \t]*$/.test(line.text))
      return [instead(line, `${fence}\`\`\`\``)];
    const text = line.text
      .replace(
        /\{%-?[ \t]*include(?:_relative|_cached)?[ \t]+([\w./-]+)([^%]*(?:%(?!\})[^%]*)*)%\}/g,
        (whole, name, rest) => includedAs(String(name), String(rest)) ?? whole,
      )
      .replace(/\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%]+)[ \t]*-?%\}/g, (_, path: string) =>
        toText(path, context),
      );
    return text === line.text ? [line] : text.split('\n').map((each) => instead(line, each));
  });
}

/** A path from the folder of the book, relative to the text. */
function toText(path: string, { file }: StepContext): string {
  return `${'../'.repeat(file.path.split('/').length - 1)}${path.replace(/^\//, '')}`;
}

/** What an include becomes; undefined where it is none that is known. */
function includedAs(name: string, rest: string): string | undefined {
  const stem = name.replace(/^.*\//, '').replace(/\.(?:html|md|liquid)$/, '');
  if (ofPages.test(stem)) return '';
  const of = (...keys: string[]): string | undefined =>
    keys.map((key) => argument(rest, key)).find((each) => each !== undefined && each !== '');
  const isPicture =
    /^(?:figure|image|img|picture|fig|captioned-?image|image[-_]caption|figure-?caption)\w*$/i.test(stem);
  if (isPicture) {
    const source = of('image', 'file', 'src', 'filename', 'url', 'path', 'image_path');
    if (source === undefined) return undefined;
    return pictureOf(source.replace(/^\{\{[^}]*\}\}\/?/, ''), of, stem === 'image' || stem === 'img');
  }
  if (/^(?:video|audio|youtube|vimeo|iframe)$/i.test(stem)) {
    const address = of('link', 'url', 'src', 'file') ?? youTube(stem, of('id', 'host-id'));
    const words = of('description', 'title', 'caption');
    if (address !== undefined && /^https?:/.test(address))
      return words === undefined ? `<${address}>` : `[${words}](${address})`;
  }
  const content = of('content', 'text', 'body');
  if (
    /^(?:note|tip|warning|important|caution|info|alert|callout|notice)$/i.test(stem) &&
    content !== undefined
  )
    return `\n:::${boxOf(stem, of('type', 'style'))}\n${content}\n:::\n`;
  return undefined;

  function youTube(kind: string, id: string | undefined): string | undefined {
    return id !== undefined && (kind === 'youtube' || of('host') === 'youtube')
      ? `https://www.youtube.com/watch?v=${id}`
      : undefined;
  }
}

function boxOf(name: string, type: string | undefined): string {
  const kind = (type ?? name).toLowerCase();
  return /^(?:note|tip|warning|important|caution)$/.test(kind)
    ? kind
    : kind === 'danger'
      ? 'caution'
      : 'note';
}

type Of = (...keys: string[]) => string | undefined;

function pictureOf(source: string, of: Of, isInline: boolean): string {
  const alt = of('alt-text', 'alt', 'title') ?? '';
  const reference = of('reference', 'label');
  const words = of('caption', 'title');
  const credit = of('source', 'attribution', 'credit');
  const caption = [reference === undefined ? undefined : `**${reference}**`, words, credit]
    .filter((each) => each !== undefined)
    .map((each) => each.trim())
    .join(' ');
  const image = `![${alt.replace(/[[\]]/g, '')}](<${source}>)`;
  if (caption === '') return isInline ? image : `\n${image}\n`;
  const id = of('id');
  const named = id !== undefined && /^[\w-]+$/.test(id) ? `#${id} ` : '';
  return `\n:::figure{${named}.unnumbered}\n${image}\n\n${caption}\n:::\n`;
}

function argument(rest: string, key: string): string | undefined {
  const [, ...found] =
    new RegExp(
      String.raw`(?:^|\s)${key}[ \t]*[=:][ \t]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']+))`,
    ).exec(rest) ?? [];
  return found.find((each) => each !== undefined)?.replace(/\\(["'])/g, '$1');
}

/** Tags that go over several lines, on one. */
function joined(lines: ReadonlyArray<Line>): Line[] {
  const kinds = kindsOf(lines);
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const open = kinds[index] === 'prose' && line.text.lastIndexOf('{%') > line.text.lastIndexOf('%}');
    const end = open ? lines.findIndex(({ text }, at) => at > index && text.includes('%}')) : -1;
    if (end === -1 || end - index > 40) {
      result.push(line);
      continue;
    }
    const rest = lines.slice(index + 1, end + 1).map(({ text }) => text.trim());
    result.push(instead(line, [line.text.trimEnd(), ...rest].join(' ')));
    index = end;
  }
  return result;
}
