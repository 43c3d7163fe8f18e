import { expect, it } from 'vitest';
import { withFront } from '../../../src/emit/cover/with-front.ts';
import { makeBook } from '../../builders/book.ts';

const front = Uint8Array.of(0xff, 0xd8);

it('makes the front the cover of the book, and says in words what it shows', () => {
  const { book, assets } = withFront(makeBook({}, { title: 'The Whale' }), new Map(), front);
  expect(book.metadata.cover).toEqual({ image: 'cover.jpg', alt: 'Cover. The Whale' });
  expect(assets.get('cover.jpg')).toEqual({ path: 'cover.jpg', bytes: front, mediaType: 'image/jpeg' });
});

it('keeps what the author wrote, and the files of the book', () => {
  const own = { path: 'cover.jpg', bytes: Uint8Array.of(1), mediaType: 'image/jpeg' };
  const cover = { alt: 'A whale', design: 'modern' } as const;
  const { book, assets } = withFront(makeBook({}, { cover }), new Map([['cover.jpg', own]]), front);
  expect(book.metadata.cover).toEqual({ ...cover, image: 'front-cover.jpg' });
  expect([...assets.keys()]).toEqual(['cover.jpg', 'front-cover.jpg']);
});
