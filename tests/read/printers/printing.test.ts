import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { printerNames } from '../../../src/read/printers/printer.ts';
import { readPrinting } from '../../../src/read/printers/printing.ts';
import { folderOf } from '../../builders/folder.ts';

const known = await printerNames();

async function read(print: string) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\nprint: ${print}\n` });
  const book = await readBookYaml(folder, ['literary']);
  const found = messagesOf([book.file]).map(
    ({ line, column, rule, reason, hint }) => `${line}:${column} ${rule} ${reason}. ${hint}`,
  );
  return { print: book.metadata.print, printing: await readPrinting(book), found };
}

describe('the printer of a book', () => {
  it('decides what the book does not state', async () => {
    const { print, printing, found } = await read('{ printer: kdp }');
    expect(found).toEqual([]);
    expect(print).toMatchObject({
      printer: 'kdp',
      paper: 'cream',
      pageMultiple: 2,
      profile: 'uncoated',
      ink: 'black',
      marks: false,
      bleed: 0,
      bleedSides: 'outside',
      edge: 18,
    });
    expect((await read('{ printer: kdp, bleed: 0.125in }')).print.edge).toBe(27);
    expect(print.binding).toContainEqual({ pages: 300, margin: 36 });
    expect(printing).toMatchObject({ printer: { name: 'kdp' }, paper: { name: 'cream' }, chosen: true });
  });

  it('leaves alone what the book states', async () => {
    const { print } = await read(
      '{ printer: kdp, paper: premium-colour, pages: 16, profile: coated, ink: black, bleed: 0.125in }',
    );
    expect(print).toMatchObject({
      paper: 'premium-colour',
      pageMultiple: 16,
      profile: 'coated',
      ink: 'black',
      bleed: 9,
    });
  });

  it('has the paper that takes colour where the book is to be in colour', async () => {
    expect((await read('{ printer: kdp, ink: colour }')).print.paper).toBe('standard-colour');
    expect((await read('{ printer: kdp, paper: white }')).print.ink).toBe('black');
  });

  it('prints under the conditions of the paper', async () => {
    expect((await read('{ printer: lulu, paper: coated }')).print.profile).toBe('coated');
    expect((await read('{ printer: lulu, paper: cream }')).print.profile).toBe('uncoated');
  });

  it('is any that prints offset where none is named; then no page is added and paper is any word', async () => {
    const { print, printing, found } = await read('{ paper: the one with the grain }');
    expect(found).toEqual([]);
    expect(print).not.toHaveProperty('pageMultiple');
    expect(print).not.toHaveProperty('edge');
    expect(print.paper).toBe('the one with the grain');
    expect(printing).toMatchObject({ printer: { name: 'offset' }, paper: { name: 'cream' }, chosen: false });
    expect((await read('{ paper: 80g 1.75 }')).printing.paper.title).toBe('80 g/m², volume 1.75');
  });

  it.each([
    ['{ printer: kpd }', '3:19 config-value "kpd" is no printer known here. Did you mean "kdp"?'],
    [
      '{ printer: Amazon }',
      `3:19 config-value "Amazon" is no printer known here. Printers: ${known.join(', ')}; or the path of a file that tells of one, such as press.yaml.`,
    ],
    [
      '{ printer: kdp, paper: craem }',
      '3:31 config-value "craem" is no paper of Kindle Direct Publishing. Did you mean "cream"?',
    ],
    [
      '{ printer: offset, paper: grey }',
      '3:34 config-value "grey" is no paper of Offset printing. Papers: cream, bulky, white, art, or grammage and volume such as 90g 1.75.',
    ],
    [
      '{ ink: red }',
      '3:15 config-value "print.ink" must be black or colour, not "red". Write black or colour.',
    ],
    [
      '{ profile: press.pdf }',
      '3:19 config-value "print.profile" must be coated, uncoated or the path of an .icc file, not "press.pdf". Write coated, uncoated or the path of an .icc file.',
    ],
  ])('is refused with a reason: %s', async (print, message) => {
    expect((await read(print)).found).toEqual([message]);
  });

  it('leaves the book its defaults where the printer is not known', async () => {
    const { print, printing } = await read('{ printer: kpd, trim: A5 }');
    expect(print).not.toHaveProperty('printer');
    expect(printing.chosen).toBe(false);
  });

  it('is blamed at the value of the key, or where it is named', async () => {
    const { printing } = await read('{ printer: kdp, margins: { top: 9mm }, bleed: 3mm }');
    expect(printing.places.bleed).toEqual({ line: 3, column: 54 });
    expect(printing.places['margins.top']).toEqual({ line: 3, column: 40 });
    expect(printing.places.trim).toEqual({ line: 3, column: 19 });
    expect(printing.places.printer).toEqual({ line: 3, column: 19 });
  });
});
