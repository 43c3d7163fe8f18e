/** How far what goes on stands in, in em. */
const step = 2;

/** From what share of the room on a line may end before a relation though more would fit. */
const wellFilled = 0.55;

/** What stands on one line: elements in order, and how far in, in em. */
interface FormulaLine {
  readonly indent: number;
  readonly parts: ReadonlyArray<Element>;
  /** Whether it is the number of the formula, which stands at the edge. */
  readonly isNumber?: boolean;
}

/** Signs before which a line of a displayed formula may begin. */
const relations = /^[=<>≤≥≠≈≡∼≃≅≐∝∈∉∋⊂⊆⊃⊇⊄→←↔⇒⇐⇔↦⟶⟵⟹⟸⟺⟼⊢⊨≺≻⪯⪰≪≫⊥∥≔]$/u;
const binaries = /^[+−±∓×⋅·∗∘∪∩∖⊕⊗⊖∧∨÷/]$/u;

/** A formula on several lines. */
export interface FormulaDivision {
  /** The room beside the longest line, 1 where there is enough. */
  readonly fit: number;
  /** Puts it on them. */
  readonly divide: () => void;
}

/**
 * How a displayed formula that is far too long for a line is set on several: rows of an alignment part by part, others
 * before relations and operators that stand in no brackets. The elements of the formula are moved, and none is added that
 * paints. All that is measured is measured here: after a change that would lay the whole book out.
 *
 * @param room for a line in CSS pixels
 * @returns undefined where it cannot be divided
 */
export function divisionOf(formula: MathMLElement, room: number): FormulaDivision | undefined {
  const host = formula.querySelector(':scope > semantics') ?? formula;
  const whole = host.firstElementChild;
  if (whole === null) return undefined;
  const em = Number.parseFloat(getComputedStyle(formula).fontSize);
  const rows = whole.localName === 'mtable' ? [...whole.children].map(linesOfRow) : [[lineOf(whole)]];
  const lines = rows.flatMap((row) => joined(row, room, em).flatMap((line) => folded(line, room, em)));
  if (lines.length <= (whole.localName === 'mtable' ? whole.children.length : 1)) return undefined;
  const longest = lines.reduce((most, line) => Math.max(most, line.indent * em + lengthOf(line.parts)), 0);
  return { fit: longest > room ? room / longest : 1, divide: () => whole.replaceWith(tableOf(lines)) };
}

function tableOf(lines: ReadonlyArray<FormulaLine>): Element {
  const table = make('mtable');
  table.setAttribute('displaystyle', 'true');
  table.setAttribute('class', 'tml-jot');
  table.style.minWidth = 'max-content';
  if (lines.some(({ isNumber }) => isNumber)) table.style.width = '100%';
  for (const { indent, parts, isNumber = false } of lines) {
    const [row, cell] = [make('mtr'), make('mtd')];
    cell.setAttribute('class', isNumber ? 'tml-right' : 'tml-left');
    cell.style.padding = `0.4ex 0 0.4ex ${indent}em`;
    const [first] = parts;
    if (first?.localName === 'mo' && isOperator(first)) first.setAttribute('form', 'infix');
    cell.append(...parts);
    row.append(cell);
    table.append(row);
  }
  return table;
}

function make(name: string): MathMLElement {
  return document.createElementNS('http://www.w3.org/1998/Math/MathML', name);
}

/** The parts of an alignment: what stands on both sides of the first mark, then each pair behind it. */
function linesOfRow(row: Element): FormulaLine[] {
  const cells = [...row.children];
  const [left, right, ...others] = cells.filter((cell) => cell.querySelector('.tml-tag') === null);
  const tags = cells.filter((cell) => cell.querySelector('.tml-tag') !== null);
  const isNumbered = row.classList.contains('tml-tageqn');
  const main = isNumbered ? [right] : [left, right];
  const [begin = [], end = []] = main.map((cell) => (cell === undefined ? [] : partsOf(cell)));
  return [
    { indent: 0, parts: begin },
    { indent: isNumbered ? 0 : step, parts: end },
    ...others.map((cell) => ({ indent: step * 2, parts: partsOf(cell) })),
    ...tags.map((cell) => ({ indent: 0, parts: [...cell.children], isNumber: true })),
  ].filter(({ parts }) => parts.length > 0);
}

function lineOf(element: Element): FormulaLine {
  return { indent: 0, parts: partsOf(element) };
}

/** What stands side by side in an element. */
function partsOf(element: Element): Element[] {
  const isRow = /^(?:mrow|mtd|math)$/.test(element.localName);
  const children = isRow ? [...element.children] : [element];
  const [only] = children;
  if (only === undefined) return [];
  return children.length === 1 && only !== element && only.localName === 'mrow' ? partsOf(only) : children;
}

/** Lines that follow one another on one, where there is room. */
function joined(lines: ReadonlyArray<FormulaLine>, room: number, em: number): FormulaLine[] {
  const result: FormulaLine[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const isSide = result.length === 1 && line.indent === step;
    const gap = isSide ? 0 : em;
    const fits =
      before !== undefined &&
      line.isNumber !== true &&
      before.indent * em + lengthOf(before.parts) + gap + lengthOf(line.parts) <= room;
    if (!fits || before === undefined) result.push(line);
    else {
      const space = make('mspace');
      space.setAttribute('width', '1em');
      const parts = [...before.parts, ...(isSide ? [] : [space]), ...line.parts];
      result.splice(-1, 1, { indent: before.indent, parts });
    }
  }
  return result;
}

/** A line as several that are no longer than the room, where it may be divided. */
function folded(line: FormulaLine, room: number, em: number): FormulaLine[] {
  const { indent, parts } = line;
  const own = room - indent * em;
  if (lengthOf(parts) <= own) return [line];
  const places = parts.flatMap((part, index) =>
    index > 0 && (isOperator(part) || endsWord(parts[index - 1])) ? [index] : [],
  );
  const fitting = places.filter((place) => lengthOf(parts.slice(0, place)) <= own);
  const related = fitting.findLast((place) => relations.test(signOf(parts[place])));
  const isFull = related !== undefined && lengthOf(parts.slice(0, related)) >= own * wellFilled;
  const end = isFull ? related : (fitting.at(-1) ?? places[0]);
  if (end === undefined) return [{ indent, parts }];
  const next = Math.min(indent + step, step * 2);
  return [
    { indent, parts: parts.slice(0, end) },
    ...folded({ indent: indent === 0 ? next : indent, parts: parts.slice(end) }, room, em),
  ];
}

function isOperator(part: Element): boolean {
  const form = part.getAttribute('form');
  const isSign = part.localName === 'mo' && form !== 'prefix' && form !== 'postfix';
  return isSign && (relations.test(signOf(part)) || binaries.test(signOf(part)));
}

/** Whether something is text with a blank at its end. */
function endsWord(part: Element | undefined): boolean {
  return part?.localName === 'mtext' && /[\s\u00A0]$/.test(part.textContent);
}

function signOf(part: Element | undefined): string {
  return part?.localName === 'mo' ? part.textContent.trim() : '';
}

/** How long what stands side by side is. */
function lengthOf(parts: ReadonlyArray<Element>): number {
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
  // Parts of one row lie side by side, those of several cells in columns of their own.
  const left = boxes.reduce((least, box) => Math.min(least, box.left), Infinity);
  const right = boxes.reduce((most, box) => Math.max(most, box.right), -Infinity);
  const widths = boxes.reduce((sum, { width }) => sum + width, 0);
  return boxes.length === 0 ? 0 : Math.min(right - left, widths * 1.4);
}
