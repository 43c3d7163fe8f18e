import { EnvironmentError } from './book/errors.ts';
import { pictureOf } from './machine/pictures/picture-of.ts';
import type { PictureAnswer, PictureOrder } from './machine/pictures/picture-process.ts';

// A process beside that of the build, which decodes pictures. It ends with the build, however that ends.
process.on('disconnect', () => process.exit());
process.on('message', (order: PictureOrder) => {
  void answer(order).then((answered) => process.send?.(answered));
});

async function answer({ id, bytes, wish }: PictureOrder): Promise<PictureAnswer> {
  try {
    return { id, picture: await pictureOf(bytes, wish) };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return error instanceof EnvironmentError ? { id, fault, hint: error.hint } : { id, fault };
  }
}
