import { describe, expect, it } from 'vitest';
import { bindWords, noBreakBindings } from '../../src/language/no-break-spaces.ts';

/** No-break spaces as ~, narrow ones as _. */
function bound(text: string, language: string): string {
  return bindWords(text, noBreakBindings(language)).replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
}

describe('bindWords', () => {
  it.each([
    ['en', 'by J. R. R. Tolkien and C. Jung', 'by J.~R.~R.~Tolkien and C.~Jung'],
    ['en', 'thought I. But then', 'thought I. But then'],
    ['en', 'A. I. Newton', 'A.~I.~Newton'],
    ['en', 'a man of 10 km and 5 kg, 20 % at 3 °C', 'a man of 10~km and 5~kg, 20~% at 3~°C'],
    ['en', 'in 10 minutes, 5 men, 3 monkeys', 'in 10 minutes, 5 men, 3 monkeys'],
    [
      'en',
      '§ 5, §§ 5 and 6, p. 41, pp. 3–5, No. 3, vol. 2',
      '§~5, §§~5 and 6, p.~41, pp.~3–5, No.~3, vol.~2',
    ],
    ['en', 'on 3 March 1851 or March 3, May 1851', 'on 3~March 1851 or March~3, May 1851'],
    ['en-GB', 'Mr. Starbuck and Dr Bunger at St. Elmo', 'Mr.~Starbuck and Dr~Bunger at St.~Elmo'],
    ['en', 'he said no. Then a map. Then', 'he said no. Then a map. Then'],
    ['de', 'z. B. hier, d. h. dort, u. a. auch', 'z._B. hier, d._h. dort, u._a. auch'],
    ['de', 'S. 12, Nr. 3, § 5, am 3. Oktober 1990', 'S.~12, Nr.~3, §~5, am 3.~Oktober 1990'],
    ['de', '10 000 Wale auf 10 km', '10_000 Wale auf 10~km'],
    ['fr', 'p. 41, le 14 juillet, M. Dupont, 10 000 km', 'p.~41, le 14~juillet, M.~Dupont, 10_000~km'],
    ['cs', 'Byl k nám a v lese s ním o tom', 'Byl k~nám a~v~lese s~ním o~tom'],
    ['sk', 'V lese a z mesta', 'V~lese a~z~mesta'],
    ['pl', 'Kot w domu i z psem o nim', 'Kot w~domu i~z~psem o~nim'],
    ['ru', 'Я в лесу и с ним, к нему; 5 км', 'Я~в~лесу и~с~ним, к~нему; 5~км'],
    ['uk', 'Він у лісі і в полі, з нею; а я є', 'Він у~лісі і~в~полі, з~нею; а~я~є'],
    ['xx', 'a J. Smith on p. 3', 'a J.~Smith on p. 3'],
  ])('%s: %s', (language, typed, set) => {
    expect(bound(typed, language)).toBe(set);
  });
});
