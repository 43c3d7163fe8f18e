import { describe, expect, it } from 'vitest';
import { withSolidType } from '../../../../src/emit/pdf/press/solid-type.ts';

function solid(content: string): string {
  return Buffer.from(withSolidType(Buffer.from(content, 'latin1'))).toString('latin1');
}

describe('letters in grey', () => {
  it('are black where they are small, and what comes behind them is grey again', () => {
    expect(solid('0.4 g BT /F1 8 Tf (A) Tj ET 0 0 9 9 re f')).toBe(
      '0.4 g 0 g BT /F1 8 Tf (A) Tj ET 0.4 g 0 0 9 9 re f',
    );
  });

  it.each([
    ['of twelve points and more', '0.4 g BT /F1 12 Tf (A) Tj ET'],
    ['that are faint', '.6 g BT /F1 8 Tf (A) Tj ET'],
    ['that are white', '1 g BT /F1 8 Tf (A) Tj ET'],
    ['that are black', '0 g BT /F1 8 Tf (A) Tj ET'],
    ['of another colour', '0.4 g 1 0 0 rg BT /F1 8 Tf (A) Tj ET'],
    ['that are large by their matrix', '0.4 g BT /F1 8 Tf 2 0 0 2 0 0 Tm [(A)] TJ ET'],
    ['that are large by the page', '0.4 g q 2 0 0 -2 0 0 cm BT /F1 8 Tf (A) Tj ET Q'],
  ])('stay as they are: %s', (_, content) => {
    expect(solid(content)).toBe(content);
  });

  it('are measured on the page, whatever was kept and brought back', () => {
    expect(solid('0.4 g q 3 0 0 3 0 0 cm Q q .24 0 0 .24 0 0 cm BT /F1 30 Tf [(A)] TJ ET Q')).toBe(
      '0.4 g q 3 0 0 3 0 0 cm Q q .24 0 0 .24 0 0 cm 0 g BT /F1 30 Tf [(A)] TJ ET 0.4 g Q',
    );
  });

  it('leave the bytes alone where there are none', () => {
    const content = Buffer.from('0.4 g 0 0 9 9 re f');
    expect(withSolidType(content)).toBe(content);
  });
});
