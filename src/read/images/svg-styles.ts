import { cssReferences } from '../../css/css-references.ts';
import { cssDeclarations, cssRules, type CssDeclaration } from '../../css/rules.ts';
import type { XmlElement } from './read-xml.ts';

/** What a property of an element asks for. */
export interface Wanted {
  readonly property: string;
  /** The ids it refers to. */
  readonly targets: ReadonlyArray<string>;
  /** How many functions in its value look at the neighbours of every point: `blur()` and `drop-shadow()`. */
  readonly blurs: number;
}

/** Of an element what its last selector names: all of it must be there, or else the rule is another's. */
interface StyledRule {
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly classes: ReadonlyArray<string>;
  readonly wanted: ReadonlyArray<Wanted>;
}

/** Rules times elements; a second of work. */
const mostCompared = 10_000_000;

const blurring = /(?:blur|drop-shadow)\(/gi;

/** Of a selector no more is read: brackets without an end would be looked through again and again. */
const mostRead = 1000;

/** What may stand in a selector for an element, and what it is combined with. */
const compound = /(?:[^\s>+~()[\]]|\([^)]*\)|\[[^\]]*\])+$/;

/**
 * What the stylesheets of a drawing give its elements, heard from its XML. A rule counts for every element that its last compound
 * selector may mean, whatever must stand around it: rather too many than too few.
 */
export class SvgStyles {
  readonly #rules: StyledRule[] = [];
  #sheet: string | undefined;

  #compared = 0;

  /** Whether there is more to compare than any drawing has. */
  isTooMuch(): boolean {
    return this.#compared > mostCompared;
  }

  readonly open = ({ name }: XmlElement): void => {
    if (name === 'style') this.#sheet = '';
  };

  readonly close = (): void => {
    if (this.#sheet !== undefined) this.#add(this.#sheet);
    this.#sheet = undefined;
  };

  readonly text = (text: string): void => {
    if (this.#sheet !== undefined) this.#sheet += text;
  };

  #add(css: string): void {
    for (const { selectors, declarations } of cssRules(css)) {
      const wanted = wantedBy(declarations);
      if (wanted.length > 0) for (const selector of selectors) this.#rules.push(ruleFor(selector, wanted));
    }
  }

  /**
   * What an element asks for: by attributes, by its own style, and by stylesheets.
   *
   * @param around the ids of what it stands in, which a rule for many does not have it painted with
   */
  wantedBy({ name, attributes }: XmlElement, around: ReadonlySet<string>): Wanted[] {
    const values = new Map(attributes.map((attribute) => [attribute.local, attribute.value]));
    const own = attributes.flatMap(({ local, value }) =>
      mayWant(value) ? (local === 'style' ? wantedBy(cssDeclarations(value)) : wantedAs(local, value)) : [],
    );
    this.#compared += this.#rules.length;
    if (this.#rules.length === 0 || this.isTooMuch()) return own;
    const classes = new Set((values.get('class') ?? '').split(/\s+/));
    const matching = this.#rules.filter(
      (rule) =>
        (rule.name === undefined || rule.name === name.toLowerCase()) &&
        (rule.id === undefined || rule.id === values.get('id')) &&
        rule.classes.every((each) => classes.has(each)),
    );
    const given = matching.flatMap(({ wanted }) => wanted);
    return [
      ...own,
      ...given.map((each) => ({ ...each, targets: each.targets.filter((target) => !around.has(target)) })),
    ];
  }
}

/** Without a bracket nothing is referred to. */
function mayWant(value: string): boolean {
  return value.includes('(');
}

function wantedBy(declarations: ReadonlyArray<CssDeclaration>): Wanted[] {
  return declarations.flatMap(({ property, value }) => (mayWant(value) ? wantedAs(property, value) : []));
}

function wantedAs(property: string, value: string): Wanted[] {
  const targets = cssReferences(value).map(({ address }) => address.trim().replace(/^#/, ''));
  const blurs = value.match(blurring)?.length ?? 0;
  return [{ property: property.toLowerCase(), targets, blurs }];
}

function ruleFor(selector: string, wanted: ReadonlyArray<Wanted>): StyledRule {
  if (selector.length > mostRead) return { name: undefined, id: undefined, classes: [], wanted };
  const [last = ''] = compound.exec(selector.trim()) ?? [];
  // What stands in brackets, and escapes, are not read: then any element may be meant.
  const plain = last.replaceAll(/::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\]/g, '');
  if (/[\\|&]/.test(plain)) return { name: undefined, id: undefined, classes: [], wanted };
  const [name] = /^[\w-]+/.exec(plain) ?? [];
  const [, id] = /#([\w-]+)/.exec(plain) ?? [];
  const classes = Array.from(plain.matchAll(/\.([\w-]+)/g), ([, each = '']) => each);
  return { name: name?.toLowerCase(), id, classes, wanted };
}
