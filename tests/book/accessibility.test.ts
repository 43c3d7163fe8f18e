import { expect, it } from 'vitest';
import { conformanceInWords } from '../../src/book/accessibility.ts';

it('names a conformance as EPUB Accessibility 1.1 has it', () => {
  expect(conformanceInWords({ wcag: '2.2', level: 'AA' })).toBe('EPUB Accessibility 1.1 - WCAG 2.2 Level AA');
});
