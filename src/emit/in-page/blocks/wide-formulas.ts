/** How small the type of a formula may become, beside what it would be. */
const least = 0.6;

/** How often the type of a formula is made smaller. */
const mostTries = 3;

/** What a formula is set smaller by: some of its spaces do not shrink with its type. */
const slack = 0.99;

/**
 * Finds formulas that are longer than a line and cannot be broken; the function returned sets them in smaller type,
 * and says whether there was one. What would become too small is left as it is, to be told of.
 */
export function wideFormulas(): () => () => boolean {
  const tries = new Map<Element, number>();
  /** What size each would have that was made smaller. */
  const wholeSizes = new Map<Element, number>();
  const formulas = [...document.querySelectorAll<MathMLElement>('math')].filter(
    // Tables are made to fit as wholes.
    (formula) => formula.closest('td, th') === null,
  );
  return () => {
    const misfits = formulas.flatMap((formula) => {
      const left = tries.get(formula) ?? mostTries;
      const fit = left > 0 ? fitOf(formula) : 1;
      return fit < 1
        ? [{ formula, fit, left, size: Number.parseFloat(getComputedStyle(formula).fontSize) }]
        : [];
    });
    return () => {
      let changed = false;
      for (const { formula, fit, left, size } of misfits) {
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

/** The room that a formula has, beside its length; 1 where it fits. */
function fitOf(formula: MathMLElement): number {
  const block = formula.parentElement?.closest<HTMLElement>('p, div, li, dd, dt, figcaption, blockquote');
  if (block === undefined || block === null || block.clientWidth === 0) return 1;
  const { paddingLeft, paddingRight } = getComputedStyle(block);
  const room = block.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  // One in a line is no wider than the line, and its content sticks out.
  const long = Math.max(formula.scrollWidth, formula.getBoundingClientRect().width);
  return long > room + 1 ? room / long : 1;
}
