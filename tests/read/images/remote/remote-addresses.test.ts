import { expect, it } from 'vitest';
import { remoteAddresses } from '../../../../src/read/images/remote/remote-addresses.ts';

it.each([
  ['![A](https://example.org/a.png "T")', ['https://example.org/a.png']],
  ['![A [b]](<https://example.org/a b.png>)', ['https://example.org/a b.png']],
  ['![A](https://example.org/a_(b).png){width=50%}', ['https://example.org/a_(b).png']],
  ['<img alt="" src="https://example.org/a?x=1&amp;y=2">', ['https://example.org/a?x=1&y=2']],
  ['[![A](http://example.org/a.png)](https://example.org/)', ['http://example.org/a.png']],
  ['![A][pic] and ![pic]\n\n[pic]: https://example.org/a.png', ['https://example.org/a.png']],
  ['<video poster="https://example.org/p.jpg" src="a.mp4"></video>', ['https://example.org/p.jpg']],
  ['[words](https://example.org/a.png)\n\n[words]: https://example.org/b.png', []],
  ['`![A](https://example.org/a.png)`', []],
  ['```md\n![A](https://example.org/a.png)\n```', []],
  ['![A](images/a.png)', []],
])('%s', (text, addresses) => {
  expect(remoteAddresses(text)).toEqual(addresses);
});
