import { extname } from 'node:path';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { ListedWork } from '../../book/citations.ts';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { faultInWords, readText } from '../files/text-file.ts';
import type { CitingBook } from './citations.ts';
import { dictionary } from '../../book/dictionary.ts';

const largest = limits['bibliography-size'].most;

/** A bibliography whose keys are known. */
export interface Bibliography {
  readonly file: VFile;
  /** Where each work is described, by key; the last counts where one is described twice. */
  readonly places: ReadonlyMap<string, Point>;
  /** The works of some keys. */
  readonly worksOf: (keys: ReadonlyArray<string>) => ListedWork[];
}

/** Reads the works of a file, whose faults become messages in it. */
export type ReadBibliography = (file: VFile, language: string) => Bibliography;

/** What reads bibliographies, by the ending of their names; each is loaded where a book has one. */
const readers = dictionary<() => Promise<ReadBibliography>>({
  '.bib': async () => (await import('./bibtex/bibtex.ts')).readBibtex,
  '.bibtex': async () => (await import('./bibtex/bibtex.ts')).readBibtex,
  '.biblatex': async () => (await import('./bibtex/bibtex.ts')).readBibtex,
  '.json': async () => (await import('./csl-data.ts')).readCslJson,
  '.yaml': async () => (await import('./csl-data.ts')).readCslYaml,
  '.yml': async () => (await import('./csl-data.ts')).readCslYaml,
});

/** The bibliographies of a book. */
export class Library {
  readonly files: VFile[] = [];
  readonly #book: CitingBook;
  readonly #bibliographies: Bibliography[] = [];

  constructor(book: CitingBook) {
    this.#book = book;
  }

  /** Every key that some bibliography has. */
  get keys(): Set<string> {
    return new Set(this.#bibliographies.flatMap(({ places }) => [...places.keys()]));
  }

  /**
   * Adds a file.
   *
   * @param path in the manuscript folder
   * @param point where book.yaml names it
   */
  async add(path: string, point: Point): Promise<void> {
    const { root, file: config, language, isForeign } = this.#book;
    const severity = isForeign ? { severity: 'warning' as const } : {};
    const reader = readers[extname(path).toLowerCase()];
    if (reader === undefined) {
      report(config, 'bibliography-file', `"${path}" is no bibliography that can be read`, point, {
        hint: 'Give a BibTeX or BibLaTeX file (.bib), CSL-JSON (.json) or CSL-YAML (.yaml).',
        ...severity,
      });
      return;
    }
    const { file, fault } = await readText(root, path, largest);
    if (fault === undefined) {
      this.files.push(file);
      const read = await reader();
      this.#bibliographies.push(read(file, language));
    } else if (fault === 'missing' || fault === 'outside') {
      report(
        config,
        'bibliography-file',
        `The bibliography "${path}" ${faultInWords(fault)}`,
        point,
        severity,
      );
    } else this.files.push(file);
  }

  /**
   * The works of some keys; of a key that several files have, that of the first.
   */
  works(wanted: ReadonlySet<string>): ReadonlyMap<string, ListedWork> {
    const works = new Map<string, ListedWork>();
    for (const { places, worksOf } of this.#bibliographies) {
      const keys = [...places.keys()].filter((key) => wanted.has(key) && !works.has(key));
      for (const work of worksOf(keys)) works.set(work.item.id, work);
    }
    return works;
  }
}
