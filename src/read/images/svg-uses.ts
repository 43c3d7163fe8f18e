import type { XmlElement } from './read-xml.ts';
import type { Wanted } from './svg-styles.ts';

/** How often an element is painted by what stands in another: at each of so many places, and so much by itself. */
interface Weight {
  times: number;
  own: number;
}

interface Open {
  readonly id: string | undefined;
  /** Whether it is painted wherever something refers to it. */
  readonly isPaint: boolean;
  /** Markers for the vertices of what stands in it. */
  readonly markers: ReadonlyArray<string>;
}

const paints: ReadonlySet<string> = new Set(['clipPath', 'marker', 'mask', 'pattern']);
const withVertices: ReadonlySet<string> = new Set(['line', 'path', 'polygon', 'polyline']);
/** The whole drawing, which contains all elements. */
const whole = '';

/** What `blur()` is told of as, since it has no element. */
const blur = 'blur()';
const filtering = /^(?:-webkit-)?(?:backdrop-)?filter$/;
const everywhere = /^marker(?:-mid)?$/;

/** Who refers to each other over more elements than that may as well do so without an end. */
const longestChain = 1000;

/**
 * Counts what a drawing paints more than once: by `use`, by markers, and by patterns, masks and clips that refer to others.
 * A pattern or clip that many refer to, and that refers to none, counts nothing.
 */
export class Uses {
  readonly #stack: Open[] = [];
  readonly #weights = new Map<string, Map<string, Weight>>();
  readonly #most: number;
  #pairs = 0;

  /** @param most beyond which more need not be known */
  constructor(most: number) {
    this.#most = most;
  }

  /** The ids of what stands around what comes next. */
  around(): ReadonlySet<string> {
    return new Set(this.#stack.flatMap(({ id }) => id ?? []));
  }

  /** @param wanted what the element asks for */
  open({ name, attributes }: XmlElement, wanted: ReadonlyArray<Wanted>): void {
    const around = this.#stack.at(-1);
    const values = new Map(attributes.map((attribute) => [attribute.name, attribute.value]));
    // On every vertex; those at the ends stand there once.
    const own = wanted.flatMap(({ property, targets }) => (everywhere.test(property) ? targets : []));
    const markers = [...(around?.markers ?? []), ...own];
    const isPaint = (around?.isPaint ?? false) || paints.has(name);
    this.#stack.push({ id: values.get('id'), isPaint, markers });
    if (name === 'use') {
      // Whatever prefix the namespace of links has.
      for (const { local, value } of attributes)
        if (local === 'href') this.#add(value.trim().slice(1), { times: 1, own: 1 });
    }
    for (const { property, targets, blurs } of wanted) {
      for (const target of targets) this.#add(target, { times: 1, own: isPaint ? 1 : 0 });
      if (blurs > 0 && filtering.test(property)) this.#add(blur, { times: blurs, own: 0 });
    }
    if (markers.length === 0 || !withVertices.has(name)) return;
    const times = verticesIn(values);
    for (const target of markers) this.#add(target, { times, own: times });
  }

  close(): void {
    this.#stack.pop();
  }

  /** How much is painted besides what is written, infinitely much where something contains itself. */
  total(): number {
    return this.#pairs > 20 * this.#most ? Number.POSITIVE_INFINITY : this.#expanded(whole, new Map(), 0);
  }

  /**
   * How much work the filters of the drawing are, each as often as it is applied.
   *
   * @param works the work of each filter, by its id
   */
  filterWork(works: ReadonlyMap<string, number>): number {
    return this.#worked(whole, new Map([...works, [blur, 1]]), 0);
  }

  #worked(id: string, known: Map<string, number>, depth: number): number {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Whoever contains itself is told of otherwise.
    known.set(id, 0);
    if (depth > longestChain) return 0;
    let sum = 0;
    for (const [target, { times }] of this.#weights.get(id) ?? [])
      sum += times * this.#worked(target, known, depth + 1);
    known.set(id, sum);
    return sum;
  }

  #expanded(id: string, known: Map<string, number>, depth: number): number {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Until it is known, whoever meets it again has come full circle.
    known.set(id, Number.POSITIVE_INFINITY);
    if (depth > longestChain) return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (const [target, { times, own }] of this.#weights.get(id) ?? []) {
      const expanded = this.#expanded(target, known, depth + 1);
      sum += own + (expanded === 0 ? 0 : times * expanded);
    }
    known.set(id, sum);
    return sum;
  }

  #add(target: string, { times, own }: Weight): void {
    if (this.#pairs > 20 * this.#most) return;
    for (const holder of [whole, ...this.#stack.flatMap(({ id }) => id ?? [])]) {
      const targets = this.#weights.get(holder) ?? new Map<string, Weight>();
      this.#weights.set(holder, targets);
      const weight = targets.get(target);
      if (weight === undefined) {
        targets.set(target, { times, own });
        this.#pairs += 1;
      } else {
        weight.times += times;
        weight.own += own;
      }
    }
  }
}

/** How many vertices a shape has, at most: two numbers make one, or a letter. */
function verticesIn(values: ReadonlyMap<string, string>): number {
  const points = values.get('d') ?? values.get('points') ?? '';
  const numbers = points.match(/\d*\.?\d+/g)?.length ?? 0;
  const letters = points.match(/[a-z]/gi)?.length ?? 0;
  return Math.max(Math.ceil(numbers / 2), letters, 2);
}
