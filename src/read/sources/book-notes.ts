import { VFile } from 'vfile';
import { excerpt } from '../../book/messages/excerpt.ts';
import { furtherPlaces } from '../../book/messages/further-places.ts';
import { report } from '../../book/messages/messages.ts';
import { usualLimits } from '../../book/limits.ts';
import { inOtherCase } from '../files/name-on-disk.ts';
import { readSafely, useSafely } from '../files/safe-file.ts';
import type { CarriedImage } from './carried-image.ts';
import type { BookContext, Label, Macro, NotedKind } from './dialects/dialect.ts';
import type { Line } from './dialects/lines.ts';

interface NotedPlace {
  readonly file: VFile;
  readonly point: { readonly line: number; readonly column: number };
  readonly written: string;
}

/** What is said of each kind: of one place, of several, and what to do. */
const kinds: Readonly<
  Record<NotedKind | 'chapter-missing', readonly [one: string, many: string, hint: string]>
> = {
  'chapter-missing': [
    'A listed text does not exist and is left out',
    'listed texts do not exist and are left out',
    'Correct the path in the list, or add the file.',
  ],
  'code-not-run': [
    'A block of code would be run by the program of this book; it is shown, and nothing comes of it',
    'blocks of code would be run by the program of this book; they are shown, and nothing comes of them',
    'Nothing of a manuscript is run here. Build the book once with its own program and keep what it writes (Quarto: freeze, bookdown: keep_md), or put the results into the text.',
  ],
  'image-remote': [
    'An image lies on the network and is left out, but for its words',
    'images lie on the network and are left out, but for their words',
    'Have them fetched once and kept in the folder: a book.yaml with `assets: { remote: true }`. Or download them and write their paths.',
  ],
  'image-missing': [
    'An image does not exist and is left out, but for its words',
    'images do not exist and are left out, but for their words',
    'Correct the paths or add the files; the program of the book may make them when it runs.',
  ],
  'image-unfit': [
    'An image is of a kind that no edition can carry, and is left out, but for its words',
    'images are of a kind that no edition can carry, and are left out, but for their words',
    'Convert them to PNG, JPEG or plain SVG.',
  ],
  'image-pointer': [
    'An image is a pointer of Git LFS, whose file was not fetched, and is left out, but for its words',
    'images are pointers of Git LFS, whose files were not fetched, and are left out, but for their words',
    'Run git lfs pull; in continuous integration check out with lfs: true.',
  ],
  'media-unfit': [
    'A film, recording or drawing is of a kind that no edition can carry, and is left out',
    'films, recordings and drawings are of a kind that no edition can carry, and are left out',
    'Convert films to MPEG-4, recordings to MP3, drawings to plain SVG, and keep them in the folder.',
  ],
  'include-missing': [
    'An included file does not exist in the folder, or has no such part',
    'included files do not exist in the folder, or have no such part',
    'Build the folder that holds the whole repository, or correct the path.',
  ],
  'figure-not-made': [
    'A figure that code would make does not lie in the folder; its caption stands in its place',
    'figures that code would make do not lie in the folder; their captions stand in their place',
    'Build the book once with its own program and keep the pictures (Quarto: freeze; knitr: keep_files), or put pictures into the text.',
  ],
  raw: [
    'A part is meant for another kind of output and is left out',
    'parts are meant for another kind of output and are left out',
    'Write in Markdown what the book is to have.',
  ],
  template: [
    'A tag of a template is left out',
    'tags of templates are left out',
    'Write what the tag stands for: no template is run.',
  ],
};

/** What the texts of a book ask of its folder, and what is to be said of them together. */
export class BookNotes implements BookContext {
  readonly labels = new Map<string, Label>();
  readonly macros = new Map<string, Macro>();
  readonly hasRemote: boolean;
  readonly #counts = new Map<string, number>();
  readonly #root: string;
  readonly #largest: number;
  readonly #noted = new Map<NotedKind | 'chapter-missing', NotedPlace[]>();
  readonly #files = new Map<string, VFile>();
  readonly #there = new Map<string, Promise<boolean>>();

  /**
   * @param root the real path of the manuscript folder
   * @param largest the most bytes a file of text may have
   * @param files the files that texts name without their folders
   * @param hasRemote whether images on the network are fetched for the book
   */
  constructor(root: string, largest: number, files: ReadonlyArray<string> = [], hasRemote = false) {
    this.hasRemote = hasRemote;
    this.#root = root;
    this.#largest = largest;
    for (const path of files) {
      const name = `file:${(path.split('/').at(-1) ?? path).replace(/\.md$/i, '').toLowerCase()}`;
      if (!this.labels.has(name)) this.labels.set(name, { target: path });
    }
  }

  async textOf(path: string): Promise<string | undefined> {
    const { bytes } = await readSafely(this.#root, path, this.#largest);
    return bytes === undefined
      ? undefined
      : new TextDecoder()
          .decode(bytes)
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n');
  }

  async isUsable(path: string): Promise<boolean> {
    if (/\.(?:mp4|m4v|mov|webm|ogv|mp3|m4a|ogg|opus|wav|flac)$/i.test(path)) return this.#isUsableMedia(path);
    if (!/\.svg$/i.test(path)) return /\.(?:png|jpe?g|gif|webp|avif|tiff?|bmp|heic|jxl)$/i.test(path);
    const { bytes } = await readSafely(this.#root, path, this.#largest);
    return bytes === undefined || this.isUsableDrawing(bytes);
  }

  async inCarriedFormat(path: string): Promise<CarriedImage> {
    const { inCarriedFormat } = await import('./carried-image.ts');
    return inCarriedFormat(this.#root, path);
  }

  async isUsableDrawing(bytes: Uint8Array): Promise<boolean> {
    const { imageFacts } = await import('../images/images.ts');
    const { faults } = await imageFacts('drawing.svg', bytes, usualLimits);
    return faults.every(({ severity }) => severity === 'warning');
  }

  async #isUsableMedia(path: string): Promise<boolean> {
    if (/\.(?:mp3|m4a|ogg|opus|wav|flac)$/i.test(path)) {
      const { bytes } = await readSafely(this.#root, path, usualLimits['audio-size']);
      const { audioFacts } = await import('../audio/audio-facts.ts');
      return (
        bytes !== undefined && audioFacts(path, bytes).faults.every(({ severity }) => severity === 'warning')
      );
    }
    const { readVideo } = await import('../video/read-video.ts');
    const read = await useSafely(this.#root, path, usualLimits['video-size'], async (file, size) =>
      readVideo(path, file, size, undefined),
    );
    return read.fault === undefined;
  }

  async exists(path: string): Promise<boolean> {
    const known =
      this.#there.get(path) ??
      readSafely(this.#root, path, 0).then(({ fault }) => fault === undefined || fault === 'too-large');
    this.#there.set(path, known);
    return known;
  }

  async inOtherCase(path: string): Promise<string> {
    return inOtherCase(this.#root, path);
  }

  keeps(path: string): void {
    this.#there.set(path, Promise.resolve(true));
  }

  nextFormula(): number {
    return this.nextOf('formula');
  }

  nextOf(kind: string): number {
    const next = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, next);
    return next;
  }

  note(kind: NotedKind, { path }: VFile, line: Line, written: string): void {
    this.#add(kind, path, line.at, written);
  }

  /** Notes that a text listed in a file does not exist. */
  missing({ path }: VFile, listed: string): void {
    this.#add('chapter-missing', path, 1, listed);
  }

  /** The files that carry the messages. */
  get files(): Iterable<VFile> {
    return this.#files.values();
  }

  /** Says what was noted, one message a kind, at its first place. */
  report(): void {
    for (const [kind, [first, ...others]] of this.#noted) {
      if (first === undefined) continue;
      const [one, many, hint] = kinds[kind];
      const said = others.length === 0 ? one : `${others.length + 1} ${many}`;
      const reason = `${said}: ${excerpt(first.written)}${furtherPlaces(others)}`;
      report(first.file, 'source-unread', reason, first.point, { hint });
    }
  }

  /** @param line of the file on disk, which the text is no more when this is told */
  #add(kind: NotedKind | 'chapter-missing', path: string, line: number, written: string): void {
    const file = this.#files.get(path) ?? new VFile({ path, value: '' });
    this.#files.set(path, file);
    this.#noted.set(kind, [...(this.#noted.get(kind) ?? []), { file, point: { line, column: 1 }, written }]);
  }
}
