import { expect, test } from 'vitest';
import { noteHeadText } from '../../../../src/emit/in-page/margins/note-head-text.ts';

const wording = {
  toPages: ['Notes to pages {first}–{last}', 'Notes {first}–{last}'],
  toPage: ['Notes to page {page}', 'Notes {page}'],
} as const;

test('a head names the pages, or the only one', () => {
  expect(noteHeadText({ ...wording, room: 40 }, '12', '34')).toBe('Notes to pages 12–34');
  expect(noteHeadText({ ...wording, room: 40 }, 'ix', 'ix')).toBe('Notes to page ix');
});

test('a head that has no room is shorter', () => {
  expect(noteHeadText({ ...wording, room: 20 }, '12', '34')).toBe('Notes to pages 12–34');
  expect(noteHeadText({ ...wording, room: 19 }, '12', '34')).toBe('Notes 12–34');
  expect(noteHeadText({ ...wording, room: 10 }, '5', '5')).toBe('Notes 5');
});
