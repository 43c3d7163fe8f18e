import { describe, expect, it } from 'vitest';
import { htmlOf } from './convert.ts';

const told = ({ messages }: ReturnType<typeof htmlOf>): string[] => messages.map(({ rule }) => rule);

describe('an image without a description', () => {
  it('is described by its title', () => {
    const made = htmlOf('One <img src="a.png" title="A gull"> and\n\n<img src="b.png" title="Gulls">');
    expect(made.html).toContain('title="A gull" alt="A gull"');
    expect(made.html).toContain('title="Gulls" alt="Gulls"');
    expect(told(made)).toEqual([]);
  });

  it('is told of where it has none', () => {
    const made = htmlOf('One <img src="a.png" title=" ">');
    expect(made.html).toContain('alt=""');
    expect(told(made)).toEqual(['image-alt']);
  });

  it('decorates where it says so', () => {
    const made = htmlOf('One <img src="a.png" alt="" title="A gull">');
    expect(made.html).toContain('alt=""');
    expect(told(made)).toEqual([]);
  });
});
