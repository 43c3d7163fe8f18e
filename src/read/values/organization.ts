/** Words of names that no person bears: of institutes, companies and public bodies. */
const bodies = `
  agency association committee consortium corporation council foundation institute institution laboratory
  ministry museum publishers publishing society university inc llc ltd plc
  akademie gesellschaft gmbh institut ministerium stiftung universität verein verlag
  académie bibliothèque éditions fondation musée société université
  asociación fundación instituto sociedad universidad
  associazione fondazione istituto società università fundação universidade
  instituut stichting universiteit fundacja instytut uniwersytet wydawnictwo
  академія видавництво інститут музей товариство університет
  академия издательство институт общество университет
`;

const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${bodies.trim().split(/\s+/).join('|')})(?![\p{L}\p{N}])`,
  'iu',
);

/**
 * Whether a name is most likely that of a body and not of a person.
 *
 * @param name as it is printed
 */
export function looksLikeOrganization(name: string): boolean {
  return pattern.test(name.normalize('NFC'));
}
