import type { BuildNews } from './builds/build-news.ts';
import type { PreviewState, PrintFacts, Status } from './protocol.ts';
import type { Answer } from './server/server.ts';

/** How many prints, e-books and covers are kept for pages that have not yet asked for the last one. */
const kept = 2;

/**
 * What a preview has to show, build after build. What a build did not make, since the manuscript has errors or
 * the machine failed, stays as the last one made it.
 */
export class Session {
  #state: PreviewState;
  readonly #files = new Map<string, Answer>();
  readonly #onChange: () => void;
  #numbers = 0;

  /**
   * @param folder absolute path of the manuscript
   * @param onChange called when there is something new
   */
  constructor(folder: string, onChange: () => void) {
    this.#onChange = onChange;
    this.#state = {
      title: '',
      folder,
      status: { kind: 'building', text: 'Starting', changed: [] },
      messages: [],
      facts: [],
    };
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** A file that the state names. */
  file(path: string): Answer | undefined {
    return this.#files.get(path);
  }

  /** Files were changed, of which the next build makes something. */
  changed(files: ReadonlyArray<string>): void {
    this.#status({ kind: 'building', text: 'Building', changed: files });
  }

  /** Something of a build is known. */
  take(news: BuildNews): void {
    switch (news.kind) {
      case 'step':
        return this.#status({ ...this.#state.status, kind: 'building', text: news.name });
      case 'printed':
        return this.#set({ print: { number: this.#keepPrint(news.pdf, news.facts) } });
      case 'ended': {
        const { title, ok, messages, facts, took, epub, cover } = news;
        return this.#set({
          title,
          messages,
          ...(facts.length > 0 && { facts }),
          ...(epub && { book: this.#keep('book', 'epub', epub, 'application/epub+zip') }),
          ...(cover && { cover: this.#keep('cover', 'pdf', cover, 'application/pdf') }),
          status: {
            ...this.#state.status,
            kind: ok ? 'built' : 'errors',
            text: ok ? `Built in ${(took / 1000).toFixed(1)} s` : 'The manuscript has errors',
          },
        });
      }
      case 'failed': {
        const { reason, hint } = news.fault;
        return this.#status({ ...this.#state.status, kind: 'failed', text: `${reason}. ${hint}`.trim() });
      }
      case 'note':
    }
  }

  #keepPrint(pdf: Uint8Array, facts: PrintFacts): number {
    const number = this.#keep('print', 'pdf', pdf, 'application/pdf');
    const body = JSON.stringify(facts);
    this.#files.set(`print/${number}.json`, { body, mediaType: 'application/json' });
    return number;
  }

  /** Keeps a file, and lets go of the oldest of its kind; its number. */
  #keep(kind: string, suffix: string, body: Uint8Array, mediaType: string): number {
    const number = ++this.#numbers;
    this.#files.set(`${kind}/${number}.${suffix}`, { body, mediaType });
    const numbers = [...this.#files.keys()].flatMap((path) =>
      path.startsWith(`${kind}/`) && path.endsWith(`.${suffix}`)
        ? Number.parseInt(path.slice(kind.length + 1))
        : [],
    );
    for (const old of numbers.slice(0, -kept))
      for (const each of [suffix, 'json']) this.#files.delete(`${kind}/${old}.${each}`);
    return number;
  }

  #status(status: Status): void {
    this.#set({ status });
  }

  #set(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}
