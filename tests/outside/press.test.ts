import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { hasCommand, output } from './tools.ts';
import { held } from '../builders/held.ts';

const words = 'The harbour lay in grey light and nobody spoke of the voyage that was to come. ';

/*
 * Both PDFs of a book of text as other programs see them: Ghostscript separates its colours,
 * poppler draws its pages, qpdf reads its structure.
 */
describe.runIf(['gs', 'qpdf', 'pdftoppm', 'pdfinfo'].every(hasCommand))('the press edition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-press-'));
  const [screen, press] = [join(folder, 'book.pdf'), join(folder, 'book-press.pdf')];
  let pages = 0;

  beforeAll(async () => {
    const manuscript = join(folder, 'manuscript');
    mkdirSync(manuscript);
    writeFileSync(
      join(manuscript, 'book.yaml'),
      'title: Voyages\nlanguage: en\nprint: { trim: 154mm x 216mm, bleed: 3mm }\n',
    );
    for (const name of ['01-out.md', '02-home.md']) {
      const text = `${words.repeat(9)}[^1]\n\n`.repeat(6).replaceAll(/\[\^1\](?=[^]*\[\^1\])/g, '');
      writeFileSync(
        join(manuscript, name),
        `# Voyage\n\n${text}\n\n> Quoted, *slanted*, **heavy**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: See [there](https://example.org/).\n`,
      );
    }
    const { artifacts, pageMap } = await build(manuscript, { only: ['pdf', 'press'] });
    pages = pageMap?.pages.length ?? 0;
    const bytesOf = (wanted: string) => held(artifacts.find(({ kind }) => kind === wanted)?.bytes);
    writeFileSync(screen, bytesOf('pdf'));
    writeFileSync(press, bytesOf('press'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('puts no cyan, magenta or yellow on any page', () => {
    const inks = output('gs', ['-q', '-sDEVICE=inkcov', '-o', '-', press]).trim().split('\n');
    expect(inks).toHaveLength(pages);
    for (const ink of inks) expect(ink.trim()).toMatch(/^(?:0\.0+\s+){3}\d/);
    expect(inks.filter((ink) => !/^\s*(?:0\.0+\s+){4}/.test(ink)).length).toBeGreaterThan(4);
  });

  it('is drawn like the screen edition within the trim', async () => {
    const trimmed = join(folder, 'trimmed.pdf');
    const document = await PDFDocument.load(readFileSync(press), { updateMetadata: false });
    for (const page of document.getPages()) {
      const { x, y, width, height } = page.getTrimBox();
      page.setMediaBox(x, y, width, height);
    }
    writeFileSync(trimmed, await document.save());
    const [one, other] = [screen, trimmed].map((file, index) => {
      const images = join(folder, `images-${index}`);
      mkdirSync(images);
      output('pdftoppm', ['-r', '72', file, join(images, 'page')]);
      return readdirSync(images)
        .toSorted()
        .map((name) => readFileSync(join(images, name)));
    });
    expect(other).toHaveLength(pages);
    other?.forEach((image, index) => {
      expect(one?.[index]?.equals(image), `page ${index + 1}`).toBe(true);
    });
  });

  it('has its boxes, and is known as PDF/X-4', () => {
    const info = output('pdfinfo', ['-box', press]);
    const sizeOf = (box: string): number[] => {
      const edges = new RegExp(`^${box}:\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)`, 'm').exec(info) ?? [];
      const [left = 0, bottom = 0, right = 0, top = 0] = edges.slice(1).map(Number);
      return [right - left, top - bottom];
    };
    const inPoints = (millimetres: number): number => (millimetres / 25.4) * 72;
    for (const [box, more] of [
      ['TrimBox', 0],
      ['BleedBox', 6],
      ['MediaBox', 6],
    ] as const) {
      const [width = 0, height = 0] = sizeOf(box);
      // pdfinfo itself rounds both edges to hundredths.
      expect(Math.abs(width - inPoints(154 + more))).toBeLessThan(0.011);
      expect(Math.abs(height - inPoints(216 + more))).toBeLessThan(0.011);
    }
    expect(info).toMatch(/PDF version:\s+1\.6/);
    expect(info).toMatch(/PDF subtype:\s+PDF\/X-4/);
    expect(info).toMatch(/Tagged:\s+no/);
  });

  it('is sound', () => {
    expect(output('qpdf', ['--check', press])).toContain('No syntax or stream encoding errors found');
  });
});
