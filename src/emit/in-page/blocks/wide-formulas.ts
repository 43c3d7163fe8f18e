import { divisionOf } from './divide-formula.ts';

/** How small the type of a formula may become, beside what it would be. */
const least = 0.6;

/** From which size down a displayed formula is divided rather than set smaller. */
const divided = 0.8;

/** How often the type of a formula is made smaller. */
const mostTries = 3;

/** What a formula is set smaller by: some of its spaces do not shrink with its type. */
const slack = 0.99;

/**
 * Finds formulas that are longer than a line; the function returned divides them where that is more than a little and
 * they stand by themselves, sets others in smaller type, and says whether there was one. What would become too small is left as it is, to be told of.
 */
export function wideFormulas(): () => () => boolean {
  const tries = new Map<Element, number>();
  /** Those that are divided already, or cannot be. */
  const tried = new Set<Element>();
  /** What size each would have that was made smaller. */
  const wholeSizes = new Map<Element, number>();
  const formulas = [...document.querySelectorAll<MathMLElement>('math')].filter(
    // Tables are made to fit as wholes.
    (formula) => formula.closest('td, th') === null,
  );
  return () => {
    const misfits = formulas.flatMap((formula) => {
      const left = tries.get(formula) ?? mostTries;
      const { fit, room } = left > 0 ? fitOf(formula) : fitting;
      if (fit === 1) return [];
      const isDivisible = fit < divided && isDisplayed(formula) && !tried.has(formula);
      if (isDivisible) tried.add(formula);
      const division = isDivisible ? divisionOf(formula, room) : undefined;
      return [{ formula, fit, left, division, size: Number.parseFloat(getComputedStyle(formula).fontSize) }];
    });
    return () => {
      let changed = false;
      for (const { formula, fit: before, left, size, division } of misfits) {
        division?.divide();
        if (division !== undefined) changed = true;
        if (division?.fit === 1) continue;
        const fit = division?.fit ?? before;
        const whole = wholeSizes.get(formula) ?? size;
        const smaller = size * fit * slack;
        const shrinks = smaller >= whole * least;
        wholeSizes.set(formula, whole);
        tries.set(formula, shrinks ? left - 1 : 0);
        if (!shrinks) continue;
        formula.style.fontSize = `${smaller.toFixed(2)}px`;
        changed = true;
      }
      return changed;
    };
  };
}

const fitting = { fit: 1, room: 0 };

function isDisplayed(formula: MathMLElement): boolean {
  return formula.getAttribute('display') === 'block';
}

/** The room that a formula has in CSS pixels, and beside its length; 1 where it fits. */
function fitOf(formula: MathMLElement): { readonly fit: number; readonly room: number } {
  const block = formula.parentElement?.closest<HTMLElement>('p, div, li, dd, dt, figcaption, blockquote');
  if (block === undefined || block === null || block.clientWidth === 0) return fitting;
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  const room = block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  // It is no wider than the line, and its content sticks out, on both sides where it stands in the middle.
  const content = formula.querySelector(':scope > semantics > *, :scope > :not(semantics)') ?? formula;
  const [whole, inner] = [formula, content].map((element) => element.getBoundingClientRect().width);
  const long = Math.max(formula.scrollWidth, whole ?? 0, inner ?? 0);
  return long > room + 1 ? { fit: room / long, room } : fitting;
}
