import { readFile } from 'node:fs/promises';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** A page of a report. */
export interface HtmlPage {
  readonly title: string;
  /** What stands beside its heading, and this. */
  readonly head: Element | ReadonlyArray<Element>;
  /** Each under a heading of its own, by which the page begins with a list of them. */
  readonly sections: ReadonlyArray<Element>;
  readonly version: string;
}

/** One HTML page that needs nothing else: no script, no file, no network. */
export async function htmlPage({ title, head, sections, version }: HtmlPage): Promise<Uint8Array> {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', title),
        h('style', await stylesheet()),
      ]),
      h('body', [
        h('header', [head].flat()),
        h('nav', { ariaLabel: 'Contents' }, [
          h(
            'ul',
            sections.flatMap(nameOf).map(({ id, name }) => h('li', [h('a', { href: `#${id}` }, name)])),
          ),
        ]),
        h('main', [...sections]),
        h('footer', [h('p', `Made by Colophon ${version}.`)]),
      ]),
    ]),
  ]);
  return Buffer.from(`${unified().use(rehypeStringify).stringify(page)}\n`);
}

function nameOf(part: ElementContent): ReadonlyArray<{ readonly id: string; readonly name: string }> {
  if (part.type !== 'element') return [];
  const [heading] = part.children;
  const text = heading?.type === 'element' ? heading.children[0] : undefined;
  return text?.type === 'text' ? [{ id: String(part.properties['id']), name: text.value }] : [];
}

function stylesheet(): Promise<string> {
  return readFile(
    new URL('templates/report/report.css', import.meta.resolve('colophon/package.json')),
    'utf8',
  );
}
