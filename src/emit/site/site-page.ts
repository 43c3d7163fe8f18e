import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Labels } from '../../book/labels.ts';
import type { Metadata } from '../../book/metadata.ts';
import { directionOf } from '../../language/direction.ts';
import { rightsStatement } from '../rights-statement.ts';
import { toXhtml } from '../xhtml.ts';
import { startFile } from './pages.ts';

/** What a page of the site shows, and what stands around. */
export interface PageContent {
  /** What browsers call it; on the first page nothing but the title of the book. */
  readonly title?: string;
  /** BCP 47, of the section. */
  readonly language?: string;
  readonly main: ReadonlyArray<ElementContent>;
  readonly contents: Element;
  readonly previous?: PageLink;
  readonly next?: PageLink;
  /** JSON-LD. */
  readonly data?: string;
}

export interface PageLink {
  readonly href: string;
  readonly name: string;
}

/** Nothing is loaded from elsewhere, and no script but those beside the page runs. */
const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as HTML that XML parsers read as well. */
export function sitePage(content: PageContent, metadata: Metadata, labels: Labels): string {
  const { language } = metadata;
  const page = h('html', { lang: language, dir: directionOf(language) }, [
    headOf(content, metadata),
    h('body', [
      h('a.site-skip', { href: '#text' }, labels.site.skip),
      barOf(metadata, labels),
      h('nav.site-contents', { id: 'contents', popover: 'auto', ariaLabel: labels.contents }, [
        content.contents,
      ]),
      h(
        'main',
        {
          id: 'text',
          tabIndex: -1,
          ...(content.language !== undefined && {
            lang: content.language,
            dir: directionOf(content.language),
          }),
        },
        [...withHeading(content, metadata)],
      ),
      turnOf(content, labels),
      footerOf(metadata, labels),
      searchOf(labels),
    ]),
  ]);
  return `<!DOCTYPE html>\n${toXhtml(page)}\n`;
}

function headOf({ title, data, previous, next }: PageContent, metadata: Metadata): Element {
  const { license } = metadata.copyright;
  const named = title === undefined ? metadata.title : `${title} · ${metadata.title}`;
  const authors = metadata.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  const meta = (name: string, value: string | undefined): Element[] =>
    value === undefined || value === '' ? [] : [h('meta', { name, content: value })];
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('title', named),
    ...meta('viewport', 'width=device-width, initial-scale=1'),
    ...meta('color-scheme', 'light dark'),
    ...meta('author', authors.join(', ')),
    ...(title === undefined ? meta('description', metadata.description) : []),
    ...(license?.url === undefined ? [] : [h('link', { rel: 'license', href: license.url })]),
    ...(previous === undefined ? [] : [h('link', { rel: 'prev', href: previous.href })]),
    ...(next === undefined ? [] : [h('link', { rel: 'next', href: next.href })]),
    h('link', { rel: 'stylesheet', href: 'site.css' }),
    h('script', { src: 'site.js' }),
    ...(data === undefined ? [] : [h('script', { type: 'application/ld+json' }, data)]),
  ]);
}

function barOf({ title }: Metadata, { contents, site }: Labels): Element {
  return h('header.site-bar', [
    h('button.site-open', { type: 'button', popoverTarget: 'contents' }, contents),
    h('a.site-book', { href: startFile }, title),
    h('button.site-find', { type: 'button', hidden: true }, site.search),
    h('button.site-appearance', { type: 'button', hidden: true, ariaLabel: site.appearance }, '◐'),
  ]);
}

/** Every page has a heading of the first level, for those who listen; where none is printed, nobody sees it. */
function withHeading({ main, title }: PageContent, metadata: Metadata): ReadonlyArray<ElementContent> {
  const hasHeading = (node: ElementContent): boolean =>
    node.type === 'element' && (node.tagName === 'h1' || node.children.some(hasHeading));
  return main.some(hasHeading) ? main : [h('h1.site-unseen', title ?? metadata.title), ...main];
}

function turnOf({ previous, next }: PageContent, { site }: Labels): Element {
  const link = (target: PageLink | undefined, rel: string, word: string): Element[] =>
    target === undefined ? [] : [h('a', { rel, href: target.href }, [h('span', word), target.name])];
  return h('nav.site-turn', { ariaLabel: `${site.previous}, ${site.next}` }, [
    ...link(previous, 'prev', site.previous),
    ...link(next, 'next', site.next),
  ]);
}

function footerOf(metadata: Metadata, labels: Labels): Element {
  const { notices, terms } = rightsStatement(metadata, labels);
  const { license } = metadata.copyright;
  return h('footer.site-footer', [
    h('p', [...notices, ...terms].join(' ')),
    ...(license?.url === undefined
      ? []
      : [h('p', [h('a', { rel: 'license', href: license.url }, license.name)])]),
  ]);
}

/** The dialog of the search, which the script fills. */
function searchOf({ site }: Labels): Element {
  return h('dialog.site-search', { id: 'search', ariaLabel: site.search }, [
    h('form', { method: 'dialog' }, [
      h('label', { htmlFor: 'words' }, site.search),
      h('input', { id: 'words', type: 'search', autoComplete: 'off', spellCheck: 'false' }),
      h('button', { type: 'submit', ariaLabel: '✕' }, '✕'),
    ]),
    h('p', { role: 'status', dataFound: site.found, dataNothing: site.nothing }),
    h('ol'),
  ]);
}
