import { test } from 'vitest';
import { startBrowser } from '../../../src/emit/pdf/browser.ts';
import { emitPdf } from '../../../src/emit/pdf/emit-pdf.ts';
import { readPdf } from '../../read-pdf.ts';
import { makeBook, makeContents, makeLooks, makeProse, makeSection } from '../make-book.ts';
test('explore', async () => {
  const running = await startBrowser(undefined);
  const book = makeBook({ front: [makeContents({ one: 'One', two: 'Two' })], body: [makeSection('one', makeProse(5) ), makeSection('two', '<p>see <a href="#one">one</a></p>'+makeProse(30))] });
  const looks = await makeLooks(book);
  const r = await emitPdf(book, new Map(), looks, running);
  await running.browser.close();
  const pdf = await readPdf(r.screen!);
  console.log(JSON.stringify(pdf.labels), JSON.stringify(pdf.outline), pdf.info, pdf.language, pdf.tagged, pdf.fonts, pdf.mediaBoxes[0]);
  for (const p of pdf.pages) console.log('-----', p.width, p.height, JSON.stringify(p.links), '\n', p.text.slice(0, 150), JSON.stringify(p.runs.slice(0,2)));
});
