import { readFile } from 'node:fs/promises';

const folder = new URL('templates/epub/', import.meta.resolve('colophon/package.json'));

/** Sources of `templates/epub/`. */
export interface Templates {
  readonly chapter: string;
  readonly package: string;
  readonly contents: string;
  readonly ncx: string;
  readonly stylesheet: string;
}

function read(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
}

let known: Promise<Templates> | undefined;

/**
 * The templates as they stand in `templates/epub/`, where people restyle them, with the styles of formulas: as they were
 * when they were first read.
 */
export function readTemplates(): Promise<Templates> {
  known ??= readAll().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readAll(): Promise<Templates> {
  const [chapter, opf, contents, ncx, stylesheet, formulas] = await Promise.all([
    read('chapter.xhtml.ejs'),
    read('content.opf.ejs'),
    read('toc.xhtml.ejs'),
    read('toc.ncx.ejs'),
    read('epub.css'),
    read('../formulas.css'),
  ]);
  return { chapter, package: opf, contents, ncx, stylesheet: `${stylesheet}\n${formulas}` };
}
