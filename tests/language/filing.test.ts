import { expect, it } from 'vitest';
import { filedName, filedTitle } from '../../src/language/filing.ts';

it.each([
  ['The Crossing', 'en-GB', 'Crossing, The'],
  ['Die Überfahrt', 'de', 'Überfahrt, Die'],
  ['L’étranger', 'fr', 'Étranger, L’'],
  ["L'isola", 'it', 'Isola, L’'],
  ['Die Hard', 'en', undefined],
  ['Then and Now', 'en', undefined],
  ['Ατ', 'el', undefined],
  ['Το κύμα', 'el', 'Κύμα, Το'],
  ['あの海', 'ja', undefined],
  ['The', 'en', undefined],
])('files the title %j in %s as %j', (title, language, filed) => {
  expect(filedTitle(title, language)).toBe(filed);
});

it.each([
  ['Jane Doe', 'en', 'Doe, Jane'],
  ['Ludwig van Beethoven', 'de', 'Beethoven, Ludwig van'],
  ['Ursula K. Le Guin', 'en', 'Le Guin, Ursula K.'],
  ['Martin Luther King Jr.', 'en', 'King, Martin Luther Jr.'],
  ['Voltaire', 'fr', undefined],
  ['Kertész Imre', 'hu', undefined],
  ['村上 春樹', 'en', undefined],
  ['Doe, Jane', 'en', undefined],
])('files the name %j in a book in %s as %j', (name, language, filed) => {
  expect(filedName(name, language)).toBe(filed);
});
