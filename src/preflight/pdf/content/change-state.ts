import { asArray, asDict, entry, numberOf } from '../file/look-up.ts';
import { PDFNumber } from 'pdf-lib';
import { initialColour } from './colour-space.ts';
import type { Paint } from './events.ts';
import type { GraphicsState } from './graphics-state.ts';
import { matrixOf, multiply } from './matrix.ts';
import { nameIn, numberIn, type Operand } from './operand.ts';
import type { Scope } from './scope.ts';
import type { TextObject } from './text-object.ts';

const deviceOf: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};

/**
 * Changes the graphics state and the place of the text as an operator says that paints nothing
 * (ISO 32000-1, tables 57, 74, 105 and 108).
 *
 * @returns whether it is such an operator
 */
export function changeState(
  operator: string,
  operands: ReadonlyArray<Operand>,
  state: GraphicsState,
  text: TextObject,
  scope: Scope,
): boolean {
  const first = numberIn(operands[0]);
  switch (operator) {
    case 'Td':
      text.move(first, numberIn(operands[1]));
      return true;
    case 'Tm':
      text.set(matrixOf(numbersIn(operands)));
      return true;
    case 'cm':
      state.matrix = multiply(matrixOf(numbersIn(operands)), state.matrix);
      return true;
    case 'BT':
      text.begin();
      return true;
    case 'Tf':
      state.font = scope.font(nameIn(operands[0]) ?? '');
      state.fontSize = numberIn(operands[1]);
      return true;
    case 'rg':
    case 'g':
    case 'k':
      state.fill = devicePaint(operator, operands, scope);
      return true;
    case 'RG':
    case 'G':
    case 'K':
      state.stroke = devicePaint(operator, operands, scope);
      return true;
    case 'cs':
      state.fill = firstPaint(operands, scope);
      return true;
    case 'CS':
      state.stroke = firstPaint(operands, scope);
      return true;
    case 'sc':
    case 'scn':
      state.fill = { space: state.fill.space, values: numbersIn(operands) };
      return true;
    case 'SC':
    case 'SCN':
      state.stroke = { space: state.stroke.space, values: numbersIn(operands) };
      return true;
    case 'TD':
      state.leading = -numberIn(operands[1]);
      text.move(first, numberIn(operands[1]));
      return true;
    case 'T*':
      text.move(0, -state.leading);
      return true;
    case 'w':
      state.lineWidth = first;
      return true;
    case 'Tc':
      state.characterSpacing = first;
      return true;
    case 'Tw':
      state.wordSpacing = first;
      return true;
    case 'Tz':
      state.horizontalScale = first / 100;
      return true;
    case 'TL':
      state.leading = first;
      return true;
    case 'Ts':
      state.rise = first;
      return true;
    case 'Tr':
      state.renderMode = first;
      return true;
    case 'gs':
      setParameters(operands, state, scope);
      return true;
    default:
      return false;
  }
}

function devicePaint(operator: string, operands: ReadonlyArray<Operand>, scope: Scope): Paint {
  return { space: scope.space(deviceOf[operator] ?? 'DeviceGray'), values: numbersIn(operands) };
}

function firstPaint(operands: ReadonlyArray<Operand>, scope: Scope): Paint {
  const space = scope.space(nameIn(operands[0]) ?? '');
  return { space, values: initialColour(space) };
}

/** The entries of a dictionary of graphics state parameters that matter here (ISO 32000-1, table 58). */
function setParameters(operands: ReadonlyArray<Operand>, state: GraphicsState, scope: Scope): void {
  const parameters = asDict(scope.resource('ExtGState', nameIn(operands[0]) ?? ''));
  state.lineWidth = numberOf(parameters, 'LW') ?? state.lineWidth;
  const [font, size] = asArray(entry(parameters, 'Font'));
  if (font === undefined) return;
  state.font = scope.fontOf(asDict(font));
  state.fontSize = size instanceof PDFNumber ? size.asNumber() : state.fontSize;
}

/** The numbers among operands. */
export function numbersIn(operands: ReadonlyArray<Operand>): number[] {
  return operands.filter((operand) => typeof operand === 'number');
}
