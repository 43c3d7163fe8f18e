import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Programs whose pages are the document and nothing else. */
const exporters = /pandoc|microsoft word|libreoffice|openoffice|asciidoctor|google docs|markdown/i;

/** What sites put among the text of an article. */
const chrome =
  'script, noscript, nav, form, button, iframe, template, dialog, [hidden], [role="navigation"], [role="search"], [role="banner"], [role="complementary"]:not([class*="note"]), [class*="share"], [class*="social"], [class*="related-"], [class*="newsletter"], [class*="cookie"], [class*="breadcrumb"], [class*="comments"], [id="comments"], [class*="sharedaddy"], [class*="jp-relatedposts"], [class*="advert"], [class~="related"], [class~="byline"], [class~="entry-meta"], [class~="post-meta"], [class~="tags"], [class~="tag-links"], [class~="tags-links"], [class~="categories"], [class~="cats"], [class~="cat-links"], [rel~="tag"], .mw-editsection, .mw-jump-link, #siteSub, .noprint';

/**
 * The text of a page without what the site puts around it: the whole of what a program has exported, else
 * what Readability finds, together with the notes that its links lead to.
 *
 * @returns undefined where there is no text
 */
export function articleOf(page: Document): string | undefined {
  const generator = page.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '';
  const isDocument = exporters.test(generator) || page.body.classList.contains('doc-content');
  const whole = textLength(page.body);
  const marked = fragmentsOfMarks(page);
  for (const element of page.querySelectorAll(isDocument ? 'script, noscript, template' : chrome))
    if (textLength(element) <= whole / 3 && !holdsNotes(element, marked)) element.remove();
  if (isDocument) return bodyOf(page);
  const within =
    page.querySelectorAll('article').length === 1
      ? page.querySelector('article')
      : page.querySelector('main');
  if (within !== null && textLength(within) > whole / 3) return within.innerHTML;
  // What Readability reads is changed by it, and the notes are looked for in the page as it was.
  const copy = parseHTML(page.documentElement.outerHTML).document;
  const content = new Readability(copy, { keepClasses: true }).parse()?.content;
  return content === undefined || content === null
    ? bodyOf(page)
    : `${content}${notesOutside(page, content)}`;
}

function bodyOf(page: Document): string | undefined {
  return textLength(page.body) === 0 ? undefined : page.body.innerHTML;
}

function textLength(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;
}

/** What the marks of notes in a page lead to. */
function fragmentsOfMarks(page: Document): Set<string> {
  const marks = page.querySelectorAll('sup a[href*="#"], a[href*="#"] sup, a[role="doc-noteref"]');
  return new Set(
    [...marks].map((mark) => (mark.closest('a')?.getAttribute('href') ?? '').replace(/^[^#]*#/, '')),
  );
}

/** Whether what looks like a part of the site holds notes that marks lead to. */
function holdsNotes(element: Element, marked: ReadonlySet<string>): boolean {
  return marked.size > 0 && [...element.querySelectorAll('[id]')].some(({ id }) => marked.has(id));
}

/** The lists of notes that the text links to, and that were not taken for a part of it. */
function notesOutside(page: Document, html: string): string {
  const found = new Set<Element>();
  const within = new Set([...html.matchAll(/(?:id|name)="([^"]+)"/g)].map(([, name = '']) => name));
  const fragments = new Set([...html.matchAll(/href="[^"]*#([^"]+)"/g)].map(([, name = '']) => name));
  const places = new Map<string, Element>();
  for (const element of [...page.querySelectorAll('[id]'), ...page.querySelectorAll('[name]')])
    for (const name of [element.id, element.getAttribute('name') ?? ''])
      if (!places.has(name)) places.set(name, element);
  for (const fragment of fragments) {
    const target = within.has(fragment) ? undefined : places.get(fragment);
    const holder = target?.closest('ol, ul, section, div, aside, p');
    if (holder !== null && holder !== undefined && holder.querySelector('h1, h2, nav') === null)
      found.add(holder);
  }
  return [...found].map((element) => element.outerHTML).join('');
}
