import { PDFNumber } from 'pdf-lib';
import { nameIn } from '../../../pdf/content/operand.ts';
import type { Operation } from '../../../pdf/content/operations.ts';
import { asArray, asDict, entry, numberOf } from '../../../pdf/look-up.ts';
import { blendingOf } from './blending.ts';
import { initialColour } from './colour-space.ts';
import type { Paint } from './events.ts';
import type { GraphicsState } from './graphics-state.ts';
import { matrixOf, multiply } from './matrix.ts';
import type { Scope } from './scope.ts';
import type { TextObject } from './text-object.ts';

/** What an operator changes that paints nothing. */
type StateChange = (operation: Operation, state: GraphicsState, text: TextObject, scope: Scope) => void;

/**
 * The operators that change the graphics state or the place of the text and paint nothing, with
 * what they change (ISO 32000-1, tables 57, 74, 105 and 108).
 */
export const stateChanges: ReadonlyMap<string, StateChange> = new Map(
  Object.entries<StateChange>({
    Td: (operation, _state, text) => text.move(operation.number(0), operation.number(1)),
    TD: (operation, state, text) => {
      state.leading = -operation.number(1);
      text.move(operation.number(0), operation.number(1));
    },
    'T*': (_operation, state, text) => text.nextLine(state),
    Tm: (operation, _state, text) => text.set(matrixOf(operation.numbers())),
    BT: (_operation, _state, text) => text.begin(),
    cm: (operation, state) => (state.matrix = multiply(matrixOf(operation.numbers()), state.matrix)),
    Tf: (operation, state, _text, scope) => {
      state.font = scope.font(nameIn(operation.operand(0)) ?? '');
      state.fontSize = operation.number(1);
    },
    Tc: (operation, state) => (state.characterSpacing = operation.number(0)),
    Tw: (operation, state) => (state.wordSpacing = operation.number(0)),
    Tz: (operation, state) => (state.horizontalScale = operation.number(0) / 100),
    TL: (operation, state) => (state.leading = operation.number(0)),
    Ts: (operation, state) => (state.rise = operation.number(0)),
    Tr: (operation, state) => (state.renderMode = operation.number(0)),
    w: (operation, state) => (state.lineWidth = operation.number(0)),
    gs: setParameters,
    g: fillIn('DeviceGray'),
    rg: fillIn('DeviceRGB'),
    k: fillIn('DeviceCMYK'),
    G: strokeIn('DeviceGray'),
    RG: strokeIn('DeviceRGB'),
    K: strokeIn('DeviceCMYK'),
    cs: (operation, state, _text, scope) => (state.fill = firstPaint(operation, scope)),
    CS: (operation, state, _text, scope) => (state.stroke = firstPaint(operation, scope)),
    sc: setFill,
    scn: setFill,
    SC: setStroke,
    SCN: setStroke,
  }),
);

function fillIn(device: string): StateChange {
  return (operation, state, _text, scope) => {
    state.fill = { space: scope.space(device), values: operation.numbers() };
  };
}

function strokeIn(device: string): StateChange {
  return (operation, state, _text, scope) => {
    state.stroke = { space: scope.space(device), values: operation.numbers() };
  };
}

function setFill(operation: Operation, state: GraphicsState): void {
  state.fill = { space: state.fill.space, values: operation.numbers() };
}

function setStroke(operation: Operation, state: GraphicsState): void {
  state.stroke = { space: state.stroke.space, values: operation.numbers() };
}

function firstPaint(operation: Operation, scope: Scope): Paint {
  const space = scope.space(nameIn(operation.operand(0)) ?? '');
  return { space, values: initialColour(space) };
}

/** The entries of a dictionary of graphics state parameters that matter here (ISO 32000-1, table 58). */
function setParameters(operation: Operation, state: GraphicsState, _text: TextObject, scope: Scope): void {
  const parameters = asDict(scope.resource('ExtGState', nameIn(operation.operand(0)) ?? ''));
  state.lineWidth = numberOf(parameters, 'LW') ?? state.lineWidth;
  state.blending = blendingOf(parameters, state.blending);
  const [font, size] = asArray(entry(parameters, 'Font'));
  if (font === undefined) return;
  state.font = scope.fontOf(asDict(font));
  state.fontSize = size instanceof PDFNumber ? size.asNumber() : state.fontSize;
}
