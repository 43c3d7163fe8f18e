import { expect, test } from 'vitest';
import { changed, judgePress, prepare } from './editions.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const browser = await sharedBrowser();

const log = 'The log of that day tells of wind and of nothing else. ';
/** Long enough to go on over two pages. */
const files = {
  '01-one.md': `# One\n\nFirst[^a], second[^b], third[^c].\n\n[^a]: Candles and oil.\n[^b]: ${log.repeat(90)}\n[^c]: Whalebone.\n`,
};

test('a press PDF that has every note, over pages with running heads, is right', async () => {
  expect(await judgePress(await prepare(files), browser)).toMatchObject({ notes: 3, said: [] });
});

test('a note that is not there, and the text one lost, are reported', async () => {
  const lost = changed(await prepare(files), (element) => {
    if (element.properties['id'] === 'one--note-c') return [];
    const children = element.children.filter(
      (child) => child.type !== 'text' || !child.value.includes('Candles'),
    );
    return [{ ...element, children }];
  });
  expect(await judgePress(lost, browser)).toMatchObject({
    notes: 1,
    said: [
      '5 In the press PDF the note [^a] lacks the text “Candles and oil.”',
      '7 In the press PDF the note [^c] is missing',
    ],
  });
});
