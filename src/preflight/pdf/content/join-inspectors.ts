import type { Inspector } from './events.ts';

/** One inspector that does what all do. */
export function joinInspectors(inspectors: ReadonlyArray<Inspector>): Inspector {
  const every = <Key extends keyof Inspector>(key: Key): ReadonlyArray<NonNullable<Inspector[Key]>> =>
    inspectors.flatMap((inspector) => inspector[key] ?? []);
  const [texts, paths, images] = [every('text'), every('path'), every('image')];
  const [shadings, groups, ends] = [every('shading'), every('group'), every('end')];
  return {
    text: (event) => texts.forEach((look) => look(event)),
    path: (event) => paths.forEach((look) => look(event)),
    image: (event) => images.forEach((look) => look(event)),
    shading: (event) => shadings.forEach((look) => look(event)),
    end: (page) => ends.forEach((look) => look(page)),
    group: (group, page, blending) => groups.forEach((look) => look(group, page, blending)),
  };
}
