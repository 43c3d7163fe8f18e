import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { withoutTabs } from '../../../../src/emit/pdf/document/tabs.ts';
import { element, text } from '../../../../src/html/element.ts';

describe('withoutTabs', () => {
  it.each([
    ['\ta\tb\n\tc', '        a       b\n        c'],
    ['1234567\tx', '1234567 x'],
    ['12345678\tx', '12345678        x'],
  ])('%j', (typed, expected) => {
    expect(toString(withoutTabs(element('pre', {}, [element('code', {}, [text(typed)])])))).toBe(expected);
  });

  it('counts on through the parts of a line', () => {
    const line = element('span', {}, [
      element('span', {}, [text('ab')]),
      text('\t'),
      element('span', {}, [text('c\t')]),
      text('d'),
    ]);
    expect(toString(withoutTabs(element('pre', {}, [element('code', {}, [line])])))).toBe(
      'ab      c       d',
    );
  });

  it('leaves what has none as it is', () => {
    const pre = element('pre', {}, [element('code', {}, [text('a  b')])]);
    expect(withoutTabs(pre)).toBe(pre);
  });
});
