import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { png } from '../builders/pictures.ts';
import { readPdf } from '../support/read-pdf.ts';
import { held } from '../builders/held.ts';
import { box, id3, m4a, mp3, mp4 } from '../builders/recordings.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from '../outside/epubcheck.ts';

const place = box('udta', box('\xA9xyz', '+48.2082+016.3738/'));
/** Long enough for pages to begin in it. */
const words = Array.from({ length: 120 }, (_, at) => `A bell rings ${at + 1} times over the harbour.`);

const manuscript = {
  'book.yaml': `title: Heard
language: en
contributors: [{ name: A. Author, role: author }]
publisher: { name: House }
identifiers: { id: 'urn:uuid:ca2da3db-f86e-5e3d-a073-31d38693227a' }
epub: { pages: true }
`,
  'one.md': `# One

A cry: <audio src="audio/gull.mp3" id="cry">gulls, *far* away</audio>.

<audio>
<source src="audio/bell.m4a">
<source src="audio/gull.mp3">

${words.join('\n\n')}

</audio>

<video src="film/storm.mp4" poster="film/storm.png">
<track src="film/storm.vtt" kind="captions" srclang="en">

Waves break over the mole.

</video>

The end.
`,
  'film/storm.mp4': mp4({ said: [place] }),
  'film/storm.png': png(8, 8),
  'film/storm.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nWaves\n',
  'audio/gull.mp3': Buffer.concat([id3('TPE1 A. Source'), mp3()]),
  'audio/bell.m4a': m4a({ said: [place] }),
};

it('carries audio in the e-book, and prints what stands inside', async () => {
  const notes: string[] = [];
  const { artifacts, messages } = await build(await folderOf(manuscript), {
    only: ['epub', 'pdf'],
    onNote: (note) => notes.push(note),
  });
  expect(messages).toEqual([]);
  expect(notes.join('\n')).toContain('stand in audio/bell.m4a, film/storm.mp4');
  const epub = held(artifacts.find(({ kind }) => kind === 'epub')?.bytes);
  const { files } = await JSZip.loadAsync(epub);
  const text = async (file: string): Promise<string> => (await files[`OEBPS/${file}`]?.async('string')) ?? '';
  const chapter = await text('one.xhtml');
  expect(chapter).toMatch(/<audio [^>]*src="audio\/gull.mp3"/);
  expect(chapter.replaceAll('\n', '')).toContain(
    '<source src="audio/bell.m4a"/><source src="audio/gull.mp3"/>',
  );
  // No page begins where nobody sees it.
  const silent = [...chapter.matchAll(/<audio[^]*?<\/audio>/g)].join('');
  expect(silent).toContain('rings 120 times');
  expect(silent).not.toContain('doc-pagebreak');
  expect(await files['OEBPS/audio/gull.mp3']?.async('nodebuffer')).toEqual(mp3());
  expect((await text('audio/bell.m4a')).includes('48.2082')).toBe(false);
  expect(chapter).toMatch(/<video [^>]*poster="images\/film-storm.png"[^>]* src="video\/film-storm.mp4"/);
  expect(chapter).toContain('<track src="video/film-storm.vtt" kind="captions" srclang="en"/>');
  expect((await text('video/film-storm.mp4')).includes('48.2082')).toBe(false);
  const { pages } = await readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
  expect(pages.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ')).toContain(
    'Waves break over the mole',
  );
  const description = await text('content.opf');
  expect(description).toMatch(/href="video\/film-storm.mp4"[^>]* media-type="video\/mp4"/);
  expect(description).toMatch(/href="audio\/bell.m4a"[^>]* media-type="audio\/mp4"/);
  expect(description).toContain('"schema:accessMode">auditory<');
  expect(description).toContain('"schema:accessModeSufficient">textual<');
  expect(description).toContain('"schema:accessModeSufficient">textual,visual,auditory<');
  if (!hasEpubchecks) return;
  for (const jar of Object.values(epubcheckJars))
    expect(epubcheckFindings(jar, new Map([['heard', epub]]))).toEqual([]);
});
