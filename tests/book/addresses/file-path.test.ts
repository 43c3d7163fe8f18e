import { describe, expect, it } from 'vitest';
import { filePath, onePathSpelling } from '../../../src/book/addresses/file-path.ts';

describe('filePath', () => {
  it.each([
    ['images/my%20sea.png', 'images/my sea.png'],
    ['images\\sea.png', 'images/sea.png'],
    ['cafe\u0301.png', 'caf\u00e9.png'],
    ['cafe%CC%81.png', 'caf\u00e9.png'],
    ['100%.png', '100%.png'],
  ])('%s', (written, path) => expect(filePath(written)).toBe(path));
});

describe('onePathSpelling', () => {
  it('leaves percent signs, which mean themselves outside addresses', () => {
    expect(onePathSpelling('a%20b\\e\u0301')).toBe('a%20b/\u00e9');
  });
});
