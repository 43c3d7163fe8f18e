import { EPub } from 'epub-gen-memory';
import type { Templates } from './templates.ts';
import { xmlData } from '../xml-text.ts';

/** A content document: what the chapter template receives, and its file name. */
export interface ContentDocument {
  readonly file: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly matter: 'frontmatter' | 'bodymatter' | 'backmatter';
  /** The content of the body, finished XHTML. */
  readonly xhtml: string;
}

/**
 * epub-gen-memory as the packager. What it does for us: it names the fixed files of the container
 * (mimetype, container document, package document, contents, NCX, stylesheet), puts the content
 * documents beside them, and renders all of them with EJS from our templates. What it could do
 * besides has nothing to work on: its chapters are empty and it is told of no fonts, images or
 * cover, so it filters no content and fetches nothing; identifiers and dates it draws are in no
 * template. Everything that stands in the book reaches the templates as plain data under the one
 * name `book` or `document`.
 *
 * Its archive is not used: entries carry the time of the day, in the order in which they were made.
 * {@link Packager.files} takes the files out before anything is compressed, and `zip` makes the
 * container of them and of the images and fonts.
 */
export class Packager extends EPub {
  readonly #files: ReadonlyArray<string>;

  /**
   * @param book what the package, contents and NCX templates receive
   * @param documents the content documents
   * @param css the stylesheet
   * @param templates sources of the templates, which are the program's own, never a manuscript's
   */
  constructor(book: object, documents: ReadonlyArray<ContentDocument>, css: string, templates: Templates) {
    const options = {
      title: 'book',
      // Only so that the library does not ask the clock; no template shows it.
      date: '1980-01-01T00:00:00Z',
      description: 'book',
      verbose: false,
      css,
      chapterXHTML: templates.chapter,
      contentOPF: templates.package,
      tocXHTML: templates.contents,
      tocNCX: templates.ncx,
      book: xmlData(book),
    };
    super(
      options,
      documents.map((document) => ({
        title: 'section',
        filename: document.file,
        content: '',
        document: xmlData(document),
      })),
    );
    this.#files = documents.map(({ file }) => file);
    assertNames(
      this.#files,
      this.content.map(({ filename }) => filename),
    );
  }

  /** The files of the container by path, `mimetype` among them. */
  async files(): Promise<Map<string, string>> {
    await this.render();
    const files = new Map<string, string>();
    for (const entry of Object.values(this.zip.files)) {
      // As the strings that they are: JSZip encodes them in pieces, and tears pairs of surrogates apart.
      if (!entry.dir) files.set(entry.name, await entry.async('string'));
    }
    return files;
  }
}

/** The library mends file names in silence and lets a second file of a name replace the first. */
function assertNames(given: ReadonlyArray<string>, used: ReadonlyArray<string>): void {
  const unique = new Set(given.map((file) => file.toLowerCase()));
  if (unique.size !== given.length || given.some((file, index) => file !== used[index])) {
    throw new Error(`File names of the EPUB are not unique and plain: ${given.join(', ')}`);
  }
}
