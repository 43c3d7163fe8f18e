import { expect, test } from 'vitest';
import { withOverprint } from '../../../../src/emit/pdf/press/overprint.ts';

function overprinted(content: string): string {
  return Buffer.from(withOverprint(Buffer.from(content, 'latin1'))).toString('latin1');
}

const [over, back] = ['/Overprint gs /PlateBlack cs 1 scn BT', 'ET /Knockout gs'];

test.each([
  ['black text', '0 g BT (a) Tj ET', `0 g ${over} (a) Tj ${back} 0 g`],
  ['text in the black a page begins with', 'BT (a) Tj ET', `${over} (a) Tj ${back} 0 g`],
  ['text in black restored', 'q 1 0 0 rg Q BT (a) Tj ET', `q 1 0 0 rg Q ${over} (a) Tj ${back} 0 g`],
  ['text that turns grey', 'BT (a) Tj .5 g (b) Tj ET', `${over} (a) Tj .5 g (b) Tj ${back}`],
])('%s overprints', (_, content, changed) => {
  expect(overprinted(content)).toBe(changed);
});

test.each([
  ['text in colour', '1 0 0 rg BT (a) Tj ET'],
  ['grey text', '.4 g BT (a) Tj ET'],
  ['text in a pattern', '/Pattern cs /P1 scn BT (a) Tj ET'],
  ['black lines and areas', '0 g 0 0 9 9 re f 0 G 1 1 m 2 2 l S'],
])('%s does not', (_, content) => {
  expect(overprinted(content)).toBe(content);
});
