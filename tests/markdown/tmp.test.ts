import { it } from 'vitest';
import { messagesOf } from '../../src/book/messages.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { parseBook } from './notes.ts';
it('x', async () => {
  for (const f of ['/work/shared/books/moby-dick', '/work/shared/books/entente', '/work/main/manuscript']) {
    const m = await readManuscript(f);
    const b = parseManuscript(m);
    console.log(f, b.notes.length, messagesOf(m.files).slice(0, 12));
  }
  const files: Record<string,string> = {};
  for (let c = 0; c < 200; c++) files[`c${c}.md`] = `# C${c}\n\n` + Array.from({length:50},(_, i)=>`Text[${i+1}] here.`).join('\n') + '\n\n' + Array.from({length:50},(_, i)=>`[${i+1}] Source ${i}.`).join('\n\n');
  let t = Date.now();
  let r = parseBook(files, {style:'bracketed'});
  console.log('bracketed 10k', Date.now()-t, r.book.notes.length, r.messages.length);
  const one = '# A\n\n' + 'x[1] '.repeat(20000) + '\n\n[1] S';
  t = Date.now(); r = parseBook({'a.md': one}, {style:'bracketed'}); console.log('20k [1]', Date.now()-t, r.messages.length);
  t = Date.now(); r = parseBook({'a.md': one}); console.log('20k [1] footnotes', Date.now()-t, r.messages.length);
  t = Date.now(); r = parseBook({'a.md': '# A\n\n'+'[^x] '.repeat(20000)}); console.log('20k [^x]', Date.now()-t, r.messages.length);
  t = Date.now(); r = parseBook({'a.md': '# A\n\n'+'[^x y] '.repeat(5000)}); console.log('5k [^x y]', Date.now()-t, r.messages.length);
  t = Date.now(); r = parseBook({'a.md': '# A\n\n'+Array.from({length:10000},(_, i)=>`t[^n${i}]`).join(' ')+'\n\n'+Array.from({length:10000},(_, i)=>`[^n${i}]: x`).join('\n')}); console.log('10k', Date.now()-t, r.messages.length);
});
