import CSL from 'citeproc';
import { unnamedOthers, type Citations } from '../../book/citations.ts';
import type { CitedWork } from '../../book/nodes.ts';
import { primaryLanguage } from '../../language/tag.ts';
import { ownTerms } from './own-terms.ts';
import { tidied } from './tidied.ts';
import { idOf, itemBy, keyOf } from './work-ids.ts';

type Engine = InstanceType<typeof CSL.Engine>;

/** A citation as the processor takes it. */
export interface Cluster {
  readonly id: string;
  readonly works: ReadonlyArray<CitedWork>;
  /** Whether the names of the first work's authors stand in the sentence already. */
  readonly isNamed: boolean;
  /** The number of the note it stands in; 0 in running text. */
  readonly noteIndex: number;
}

/** The bibliography as the style sets it. */
export interface SetBibliography {
  readonly entries: ReadonlyArray<{ readonly key: string; readonly html: string }>;
  readonly isHanging: boolean;
  /** Whether each entry begins with a label in a column of its own, and how many characters the longest has. */
  readonly labelled: number;
}

/** What makes the bounds of a work's own words out, in the text of a citation. */
export const boundTag = 'bound';

/** A style of CSL at work: the citations of a book, or of a chapter, in order. */
export class CitationProcessor {
  readonly #citations: Citations;
  readonly #engine: Engine;
  #wrapping: Engine | undefined;

  /** @throws {Error} where the style cannot be used */
  constructor(citations: Citations) {
    this.#citations = citations;
    this.#engine = engineOf(citations, false);
  }

  get isNoteStyle(): boolean {
    return this.#engine.opt.xclass === 'note';
  }

  /**
   * Sets citations, which takes the whole of them, since what is said of a work depends on what was said before.
   *
   * @param clusters in the order of the text
   * @param uncited keys of works that are listed without being cited
   * @returns what each says as HTML, by its id, where the bounds of works are marked as far as they can be made out
   */
  set(clusters: ReadonlyArray<Cluster>, uncited: ReadonlyArray<string>): Map<string, string> {
    const plain = this.#render(this.#engine, clusters, uncited);
    this.#wrapping ??= engineOf(this.#citations, true);
    const wrapped = this.#render(this.#wrapping, clusters, uncited);
    // Marking bounds keeps the processor from some of its work; what it does without them counts.
    for (const [id, html] of plain) {
      const marked = wrapped.get(id) ?? '';
      if (marked.replace(/<\/?bound[^>]*>/g, '') === html) plain.set(id, marked);
    }
    for (const [id, html] of plain) plain.set(id, this.#withOthers(html));
    return plain;
  }

  /**
   * The names of a work's authors as they stand in a sentence.
   *
   * @param key of the work, which has been cited
   */
  names(key: string): string {
    const said =
      this.isNoteStyle || !this.#hasNames(key)
        ? unprinted
        : this.#engine.makeCitationCluster([{ id: idOf(key), 'author-only': true }]);
    const names = said.includes(unprinted) || said.includes('STYLE ERROR') ? this.#shortNames(key) : said;
    return this.#withOthers(names);
  }

  /** The title that stands for names: in italics or in quotation marks, with the capitals of the style. */
  #title(key: string): string {
    const { style, works, language: own } = this.#citations;
    const item = works.get(key)?.item;
    const [written, language = own] = [item?.['title'], item?.['language']];
    if (typeof written !== 'string') return key;
    const isCapital = primaryLanguage(String(language)) === 'en' && style.includes('text-case="title"');
    const title = isCapital ? CSL.Output.Formatters.title(this.#engine, written) : written;
    if (ownBooks.test(item?.type ?? '')) return `<i>${title}</i>`;
    const [open = '', close = ''] = ['open-quote', 'close-quote'].map((term) => this.#engine.getTerm(term));
    return open + title + close;
  }

  bibliography(): SetBibliography | undefined {
    const made = this.#engine.makeBibliography();
    if (made === false) return undefined;
    const [facts, entries] = made;
    return {
      entries: entries.map((html, index) => ({
        key: keyOf(facts.entry_ids[index]?.[0] ?? ''),
        html: this.#withOthers(html),
      })),
      isHanging: facts.hangingindent !== undefined && facts.hangingindent !== false,
      labelled: (facts['second-field-align'] ?? false) === false ? 0 : facts.maxoffset,
    };
  }

  #render(
    engine: Engine,
    clusters: ReadonlyArray<Cluster>,
    uncited: ReadonlyArray<string>,
  ): Map<string, string> {
    const rendered = engine.rebuildProcessorState(
      clusters.map(({ id, works, isNamed, noteIndex }) => ({
        citationID: id,
        citationItems: works.map((work, index) =>
          itemOf(
            work,
            isNamed && index === 0 && (!this.isNoteStyle || this.#hasNames(work.key)),
            index < works.length - 1,
          ),
        ),
        properties: { noteIndex },
      })),
      'html',
      uncited.map(idOf),
    );
    return new Map(rendered.map(([id, , html]) => [id, html]));
  }

  /** Notes of works without any, left without their titles, would say nothing. */
  #hasNames(key: string): boolean {
    const item = this.#citations.works.get(key)?.item;
    return ['author', 'editor', 'translator'].some((role) => item?.[role] !== undefined);
  }

  /** The words of the locale for those who are not named, in the place of the name that stands for them. */
  #withOthers(html: string): string {
    return this.#withStops(this.#withNames(html));
  }

  /** Signs that close a work's own words before words of the author's stand within quotation marks where the style has it so. */
  #withStops(html: string): string {
    const plain = html.replaceAll(guard, '');
    if (!this.#engine.getOpt('punctuation-in-quote')) return plain;
    return plain.replace(/(?<![.,?!])(”(?:<\/[^>]+>)*)([.,])(?=\s)/gu, '$2$1');
  }

  #withNames(html: string): string {
    if (!html.includes(unnamedOthers)) return tidied(html);
    const words = this.#engine.getTerm('et-al') ?? 'et al.';
    const before = /(?:([,;])\s*|\s+)(?:(?:&#38;|&amp;|\p{L}+\.?)\s+)?\uE0F5(\.)?/gu;
    return tidied(html)
      .replace(before, (_, comma: string | undefined, stop: string | undefined) => {
        const end = stop !== undefined && !words.endsWith('.') ? '.' : '';
        return `${comma === undefined ? '' : ','} ${words}${end}`;
      })
      .replaceAll(unnamedOthers, words);
  }

  /** "Smith", "Smith and Roe", "Smith et al.", for styles that have no such form. */
  #shortNames(key: string): string {
    const { item } = this.#citations.works.get(key) ?? {};
    const people = [item?.['author'], item?.['editor'], item?.['translator']].find(Array.isArray) ?? [];
    const names = (people as ReadonlyArray<Readonly<Record<string, string | undefined>>>).map(
      ({ literal, family = '', given = '', 'non-dropping-particle': particle }) => {
        if (literal !== undefined) return literal;
        // Family names of the East do not stand alone.
        if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+$/u.test(family)) return family + given;
        const parts = [particle, family === '' ? given : family].filter((part) => part !== undefined);
        return parts.join(' ').replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
      },
    );
    const [first = this.#title(key), second] = names;
    if (second === undefined) return first;
    if (names.length === 2) return `${first} ${this.#engine.getTerm('and') ?? 'and'} ${second}`;
    return `${first} ${this.#engine.getTerm('et-al') ?? 'et al.'}`;
  }
}

/** Kinds of works whose titles stand in italics, as books of their own. */
const ownBooks =
  /^(?:book|classic|collection|map|motion_picture|musical_score|pamphlet|periodical|report|thesis)$/;

/** Stands behind a stop that ends no sentence, until all is set. */
const guard = '\uE0F6';

const unprinted = '[NO_PRINTED_FORM]';

/** Whether the processor had nothing to say of a work. */
export function isUnprinted(html: string): boolean {
  return html === '' || html.includes(unprinted) || html.includes('[CSL STYLE ERROR');
}

function itemOf(
  { key, prefix, suffix, locator, label, authorless }: CitedWork,
  isNamed: boolean,
  goesOn: boolean,
) {
  return {
    id: idOf(key),
    ...(prefix !== undefined && { prefix }),
    // The processor takes a stop for the end of a sentence, and leaves out the sign between works.
    ...(suffix !== undefined && { suffix: goesOn && suffix.endsWith('.') ? suffix + guard : suffix }),
    ...(locator !== undefined && { locator, label: label ?? 'page' }),
    ...((authorless === true || isNamed) && { 'suppress-author': true }),
  };
}

function engineOf(citations: Citations, wraps: boolean): Engine {
  // It would write to the console.
  CSL.debug = () => undefined;
  const { works, style, language } = citations;
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => localeOf(tag, citations),
      retrieveItem: (id) => itemBy(id, works),
      ...(wraps && {
        variableWrapper: ({ context, itemData }, before, text, behind) =>
          context === 'citation'
            ? `${before}<${boundTag} key="${encodeURIComponent(keyOf(itemData.id))}">${text}</${boundTag}>${behind}`
            : `${before}${text}${behind}`,
      }),
    },
    style,
    language,
    true,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  for (const { terms } of Object.values(engine.locale)) Object.assign(terms, ownTerms);
  return engine;
}

/** The locale of a tag, of its language, or the English one. */
function localeOf(tag: string, { locales, language }: Citations): string {
  const wanted = [
    tag.toLowerCase(),
    ...(primaryLanguage(tag) === primaryLanguage(language) ? [language.toLowerCase()] : []),
  ];
  for (const each of wanted) {
    const exact = locales.get(each);
    if (exact !== undefined) return exact;
  }
  const kin = [...locales].find(([own]) => primaryLanguage(own) === primaryLanguage(tag));
  return kin?.[1] ?? locales.get('en-us') ?? [...locales.values()][0] ?? '';
}
