import type { ImportedMetadata } from '../imported.ts';
import { names } from '../names.ts';

/** What a page says of itself in its head, its JSON-LD and its heading. */
export function metadataOf(page: Document): ImportedMetadata {
  const meta = (...keys: ReadonlyArray<string>): string =>
    keys
      .map((name) =>
        page.querySelector(`meta[name="${name}"], meta[property="${name}"], meta[itemprop="${name}"]`),
      )
      .map((element) => element?.getAttribute('content')?.trim() ?? '')
      .find((content) => content !== '') ?? '';
  const article = articleInJson(page);
  const site = meta('og:site_name', 'application-name') || article.publisher;
  const title = titleOf(
    page,
    article.headline || meta('og:title', 'citation_title', 'dc.title', 'DC.title'),
    site,
  );
  const authors = authorsOf(page, article.authors);
  const date =
    meta('article:published_time', 'citation_publication_date', 'dc.date', 'DC.date', 'date') ||
    article.date ||
    shownDate(page);
  const language = page.documentElement.getAttribute('lang') ?? meta('og:locale', 'language');
  const subtitle = plain(
    page.querySelector('[itemprop="alternativeHeadline"], .subtitle, .article-subtitle, p.subtitle')
      ?.textContent,
  );
  return {
    ...(title !== '' && { title }),
    ...(subtitle !== '' && subtitle !== title && { subtitle }),
    ...(authors.length > 0 && { authors }),
    ...(language !== '' && { language: language.replace('_', '-') }),
    ...(/^\d{4}/.test(date) && { date: /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date)?.[0] ?? '' }),
    ...(site !== '' && { publisher: site }),
  };
}

/** The heading of the page where its head says the same with more around it: "Title | The Site". */
function titleOf(page: Document, stated: string, site: string): string {
  const headings = [...page.querySelectorAll('h1')].map((heading) => plain(heading.textContent));
  const named = stated === '' ? plain(page.title) : plain(stated);
  const heading = headings.find((text) => text !== '' && named.startsWith(text)) ?? '';
  if (heading !== '') return heading;
  const parts = named.split(/\s+[|–—·•»-]\s+/);
  const bare =
    parts.length > 1 && site !== '' && parts.at(-1) === site
      ? named.slice(0, named.lastIndexOf(site))
      : named;
  const [only] = headings;
  if (named === '' && only !== undefined) return only;
  return bare.replace(/\s+[|–—·•»-]\s*$/, '');
}

function shownDate(page: Document): string {
  const time = page.querySelector('time[datetime]')?.getAttribute('datetime');
  return time ?? plain(page.querySelector('p.date, span.date, [itemprop="datePublished"]')?.textContent);
}

function authorsOf(page: Document, inJson: ReadonlyArray<string>): string[] {
  if (inJson.length > 0) return [...inJson];
  const inHead = [
    ...page.querySelectorAll(
      'meta[name="author"], meta[name="citation_author"], meta[name="dc.creator" i], meta[property="article:author"]',
    ),
  ].flatMap((element) => {
    const content = element.getAttribute('content')?.trim() ?? '';
    return /^(?:https?:.*)?$/.test(content) ? [] : names(content);
  });
  if (inHead.length > 0) return [...new Set(inHead)];
  const shown = page.querySelector('[rel="author"], [itemprop="author"], .byline, .author, .article-author');
  return names(plain(shown?.textContent));
}

interface ArticleInJson {
  readonly headline: string;
  readonly authors: ReadonlyArray<string>;
  readonly date: string;
  readonly publisher: string;
}

/** What schema.org's `Article`, or a kind of it, says in the page. */
function articleInJson(page: Document): ArticleInJson {
  const nodes = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    graphOf(script.textContent ?? ''),
  );
  const node = nodes.find((each) => /(?:Article|BlogPosting|Report)/.test(String(each['@type']))) ?? {};
  return {
    headline: textIn(node['headline']),
    authors: [node['author']]
      .flat()
      .map(nameIn)
      .filter((name) => name !== ''),
    date: textIn(node['datePublished']),
    publisher: nameIn(node['publisher']),
  };
}

type JsonNode = Readonly<Record<string, unknown>>;

function graphOf(json: string): JsonNode[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return [parsed]
      .flat()
      .flatMap((each) => (isNode(each) ? [each, ...[each['@graph']].flat().filter(isNode)] : []));
  } catch {
    return [];
  }
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameIn(value: unknown): string {
  return isNode(value) ? textIn(value['name']) : textIn(value);
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
