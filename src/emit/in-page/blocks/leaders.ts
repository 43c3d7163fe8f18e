/** What lines of SVG are. */
const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draws dots from titles in contents and lists to their numbers, where the theme wants such. Dots of type would be read
 * out and copied with the text. All begin at the numbers, so that those of several lines stand below each other.
 */
export function drawLeaders(): void {
  for (const list of document.querySelectorAll('section > ol.contents')) {
    const style = getComputedStyle(list);
    if (style.getPropertyValue('--contents-leader').trim() !== 'dots') continue;
    const isLeftward = style.direction === 'rtl';
    for (const page of list.querySelectorAll('.entry > .page')) page.before(leader(isLeftward));
  }
}

function leader(isLeftward: boolean): Element {
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('class', 'leader');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'line');
  const [from, to] = isLeftward ? ['0', '100%'] : ['100%', '0'];
  for (const [name, value] of Object.entries({ x1: from, x2: to, y1: '50%', y2: '50%' }))
    line.setAttribute(name, value);
  drawing.append(line);
  return drawing;
}
