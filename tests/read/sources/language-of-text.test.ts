import { expect, it } from 'vitest';
import { languageOfText } from '../../../src/read/sources/language-of-text.ts';

it.each([
  ['The sea and the land are not the same, and it is that which was to be shown.', 'en'],
  ['Das Meer und das Land sind nicht eins, und die Leute auf der Insel wissen es.', 'de'],
  ['La mer et les îles sont dans une lumière que vous ne connaissez pas.', 'fr'],
  ['El mar y la tierra no son lo mismo, pero los hombres que viven en las islas lo saben.', 'es'],
  ['海とその島々は、まるで違う世界のように見えた。', 'ja'],
  ['这个世界和那个世界不一样，我们来说说为什么。', 'zh-Hans'],
  ['這個世界和那個世界不一樣，我們來說說為什麼。', 'zh-Hant'],
  ['Море и земля не одно и то же.', 'ru'],
  ['Море і земля — не одне й те саме, її світ інший.', 'uk'],
  ['바다와 땅은 같지 않다.', 'ko'],
  ['', 'en'],
  ['A sea, a ship, a gull.', 'en'],
])('%s', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
