import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import type { CoverDesignName } from '../../book/cover.ts';
import { digits, element } from './element.ts';

/**
 * The ornament of a design as a drawing. It is drawn from the title: each book has its own, and
 * keeps it.
 *
 * @param design which design
 * @param title the title of the book
 * @param side width and height of the front
 */
export function ornament(
  design: CoverDesignName,
  title: string,
  side: { readonly width: number; readonly height: number },
): Element {
  const numbers = [...createHash('sha256').update(title, 'utf8').digest()];
  if (design === 'literary') return rosette(numbers);
  return design === 'scholarly' ? braid(numbers) : tiles(numbers, side.height / side.width);
}

/** Ellipses turned about one centre, as on bank notes. */
function rosette([petals = 0, breadth = 0]: ReadonlyArray<number>): Element {
  const count = 9 + (petals % 6);
  const narrow = 15 + (breadth % 8);
  const ring = (radius: number): Element => element('circle', { r: digits(radius) });
  const ellipses = Array.from({ length: count }, (_, index) =>
    element('ellipse', {
      rx: '47',
      ry: digits(narrow),
      transform: `rotate(${digits((180 / count) * index)})`,
    }),
  );
  return drawing('-50 -50 100 100', [
    element('g', { fill: 'none', stroke: 'currentColor', strokeWidth: '0.45' }, [
      ...ellipses,
      ring(49),
      ring(narrow * 0.62),
      ring(narrow * 0.5),
    ]),
    element('circle', { r: digits(narrow * 0.12), fill: 'currentColor' }),
  ]);
}

/** Waves of several heights that meet in their nodes, in two rows woven into one another. */
function braid([count = 0]: ReadonlyArray<number>): Element {
  const half = 100 / (10 + 2 * (count % 3));
  const waves = [-1, 1].flatMap((side) =>
    [0.28, 0.52, 0.76, 1].map((height) => {
      // The peak of a quadratic curve is half as high as its control point.
      const control = digits(side * height * 7.4);
      const turns = Array.from({ length: Math.ceil(102 / half) }, () => `t${digits(half)} 0`).join(' ');
      return element('path', {
        d: `M${digits(-half)} 4q${digits(half / 2)} ${control} ${digits(half)} 0${turns}`,
      });
    }),
  );
  return drawing(
    '0 0 100 8',
    [element('g', { fill: 'none', stroke: 'currentColor', strokeWidth: '0.22' }, waves)],
    'none',
  );
}

const columns = 4;

/** Quarters of circles, halves and wholes in a grid as wide as the front, and one further on each side for the bleed. */
function tiles(numbers: ReadonlyArray<number>, proportion: number): Element {
  const rows = proportion > 1.2 ? 3 : 2;
  const cells: Element[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = -1; column <= columns; column += 1) {
      const index = (row * 7 + column + 1) % numbers.length;
      const [number = 0, next = 0] = [numbers[index], numbers[(index + 11) % numbers.length]];
      cells.push(tile(column * 25, row * 25, number, next));
    }
  }
  return drawing(`0 0 100 ${rows * 25}`, cells, 'xMidYMin slice');
}

/** Paths in a square of 25. */
const shapes = [
  'M0 0H25A25 25 0 0 1 0 25Z',
  'M0 0H25A25 25 0 0 1 0 25Z',
  'M0 12.5A12.5 12.5 0 0 1 25 12.5Z M0 25A12.5 12.5 0 0 1 25 25Z',
  'M12.5 0A12.5 12.5 0 0 1 12.5 25A12.5 12.5 0 0 1 12.5 0Z',
  'M0 0H25A25 25 0 0 1 0 25Z',
  'M0 0L25 25H0Z',
];

function tile(x: number, y: number, number: number, next: number): Element {
  const ground = next % 4;
  const shape = (ground + 1 + (Math.floor(next / 4) % 3)) % 4;
  const turn = 90 * (number % 4);
  return element('g', { transform: `translate(${x} ${y})` }, [
    // Else a seam would show between neighbours.
    element('rect', {
      width: '25',
      height: '25',
      className: [`tone-${ground}`],
      shapeRendering: 'crispEdges',
    }),
    element('path', {
      d: shapes[Math.floor(number / 4) % shapes.length] ?? '',
      className: [`tone-${shape}`],
      transform: `rotate(${turn} 12.5 12.5)`,
    }),
  ]);
}

/** Two lines around the front, their corners cut out in quarters of circles. */
export function frame(side: { readonly width: number; readonly height: number }): Element {
  const height = (100 * side.height) / side.width;
  const line = (inset: number, corner: number, width: number): Element => {
    const [across, down] = [100 - 2 * (inset + corner), height - 2 * (inset + corner)];
    const turn = (x: number, y: number): string => `a${corner} ${corner} 0 0 0 ${digits(x)} ${digits(y)}`;
    return element('path', {
      d:
        `M${digits(inset + corner)} ${digits(inset)}h${digits(across)}${turn(corner, corner)}` +
        `v${digits(down)}${turn(-corner, corner)}h${digits(-across)}${turn(-corner, -corner)}` +
        `v${digits(-down)}${turn(corner, -corner)}z`,
      strokeWidth: digits(width),
    });
  };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', className: ['frame'], viewBox: `0 0 100 ${digits(height)}` },
    [element('g', { fill: 'none', stroke: 'currentColor' }, [line(5.5, 5, 0.5), line(6.9, 5, 0.18)])],
  );
}

function drawing(viewBox: string, children: ReadonlyArray<Element>, fitting = 'xMidYMid meet'): Element {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: ['ornament'],
      viewBox,
      preserveAspectRatio: fitting,
    },
    children,
  );
}
