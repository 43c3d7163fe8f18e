import { describe, expect, it } from 'vitest';
import { muteShadows } from '../../../../src/emit/pdf/content/mute-shadows.ts';

const text = (glyph: string, y = 9): string => `BT\n/F1 9 Tf\n1 0 0 -1 8 ${y} Tm\n<${glyph}> Tj\nET\n`;
const muted = (glyph: string, y = 9): string =>
  text(glyph, y).replace('BT', 'BT\n/Span<</ActualText<FEFF>>>BDC').replace('ET', 'EMC\nET');
const shifted = (content: string): string => `q\n1 0 0 1 3 3 cm\n${content}Q\n`;
const tag = (number: number): string => `/P <</MCID ${number} >>BDC\n`;
const end = 'EMC\n';

/** The content with shadows muted, in parts that are numbered from 50 on; or in whole tags. */
function read(content: string, isDivided = true): string {
  let next = 50;
  const divide = isDivided ? () => next++ : undefined;
  return Buffer.from(muteShadows(Buffer.from(content, 'latin1'), divide)).toString('latin1');
}

/** Without line breaks between operators. */
const joined = (content: string): string => content.trim().replaceAll(/\n+/g, '\n');

describe('muteShadows', () => {
  it('leaves alone what is painted once in its place', () => {
    const page =
      tag(1) + text('01') + text('02') + text('01', 20) + end + tag(2) + text('01') + end + text('01');
    expect(read(page)).toBe(page);
  });

  it('takes a shadow out of its tag, which begins behind it', () => {
    const page = tag(1) + shifted(text('01')) + text('01') + end;
    expect(joined(read(page))).toBe(joined(`${shifted(muted('01') + tag(1))}${text('01')}${end}`));
  });

  it('divides a tag whose lines have a shadow each', () => {
    const page = tag(1) + shifted(text('01')) + text('01') + shifted(text('02', 20)) + text('02', 20) + end;
    expect(joined(read(page))).toBe(
      joined(
        shifted(muted('01') + tag(1)) +
          text('01') +
          shifted(end + muted('02', 20) + tag(50)) +
          text('02', 20) +
          end,
      ),
    );
  });

  it('takes several shadows of a text for what they are', () => {
    const page = tag(1) + text('03') + shifted(text('01')) + shifted(text('01')) + text('01') + end;
    expect(joined(read(page))).toBe(
      joined(
        tag(1) + text('03') + shifted(end + muted('01')) + shifted(muted('01') + tag(50)) + text('01') + end,
      ),
    );
  });

  it('replaces what a shadow says of its own text', () => {
    const said = text('01')
      .replace('<01>', '/Span<</ActualText <feff0041> >> BDC\n<01>')
      .replace('ET', 'EMC\nET');
    expect(joined(read(tag(1) + said + said + end))).toBe(joined(muted('01') + tag(1) + said + end));
  });

  it('leaves tags whole where they are not divided', () => {
    const page = tag(1) + shifted(text('01')) + text('01') + end;
    expect(joined(read(page, false))).toBe(joined(tag(1) + shifted(muted('01')) + text('01') + end));
  });
});
