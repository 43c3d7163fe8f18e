import { limits } from '../../../book/limits.ts';
import { readText } from '../../files/text-file.ts';
import type { ListedFigure } from '../dialects/dialect.ts';
import { mappingIn, wordsIn } from '../dialects/front-matter.ts';
import { mapIn } from './quarto.ts';

const largest = limits['bibliography-size'].most;

/** The figures of the book, from the one list that there is. */
export async function figuresIn(
  root: string,
  data: string,
  ending: string,
): Promise<ReadonlyMap<string, ListedFigure>> {
  const { file } = await readText(root, `${data}/figures${ending}`, largest);
  return new Map(
    listed(mappingIn(String(file))['figure_list']).flatMap((each): Array<[string, ListedFigure]> => {
      const { id, src, poster, media_type: media, label, caption, credit, alt } = mapIn(each);
      const name = wordsIn(id);
      if (name === undefined) return [];
      const isPicture =
        media === null ||
        media === undefined ||
        media === '' ||
        media === 'image' ||
        (typeof media === 'string' && media.includes('table'));
      const source = wordsIn(isPicture ? src : poster) ?? wordsIn(poster);
      const words = [wordsIn(label), wordsIn(caption), wordsIn(credit)];
      const text = [words[0] === undefined ? undefined : `**${words[0]}**`, words[1], words[2]]
        .filter((part) => part !== undefined)
        .join(' ');
      const said = wordsIn(alt);
      return [
        [
          name,
          {
            ...(source !== undefined && { source }),
            ...(said !== undefined && { alt: said }),
            ...(text !== '' && { caption: text }),
          },
        ],
      ];
    }),
  );
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
