/** How an edition is called that is the first, in languages books have wording in. */
const first =
  /^(?:first|1st|1\.(?!\d)|erste|première|1re|primera|1ª|prima|primeira|eerste|1e|første|första|ensimmäinen|první|pierwsze|перв|перш|πρώτη|初版|第[1一]版|제?\s*1\s*판|초판|الطبعة الأولى|چاپ (?:اول|نخست)|प्रथम|पहला|พิมพ์ครั้งที่ (?:1|๑))/iu;

/**
 * Whether a book is in its first edition, as far as the name of the edition tells.
 *
 * @param edition its name; a book without one is
 */
export function isFirstEdition(edition: string | undefined): boolean {
  return edition === undefined || first.test(edition.trim());
}
