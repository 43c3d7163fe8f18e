import type { Face } from '../../src/emit/in-page/lines/face.ts';

/** A face of English text, of which nothing is asked. */
export const serif: Face = {
  key: 'serif',
  language: 'en',
  font: '',
  caps: '',
  letterSpacing: '',
  numerals: '',
  ligatures: 'normal',
  features: 'normal',
};
