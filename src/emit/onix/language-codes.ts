import { primaryLanguage } from '../../language/tag.ts';

/**
 * Languages of two letters with their codes of ISO 639-2/B, the ones of ONIX code list 74
 * (https://www.loc.gov/standards/iso639-2).
 */
const twoLetters = `
  aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel
  bg:bul bi:bis bm:bam bn:ben bo:tib br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:cze cu:chu
  cv:chv cy:wel da:dan de:ger dv:div dz:dzo ee:ewe el:gre en:eng eo:epo es:spa et:est eu:baq fa:per
  ff:ful fi:fin fj:fij fo:fao fr:fre fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb
  hi:hin ho:hmo hr:hrv ht:hat hu:hun hy:arm hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido
  is:ice it:ita iu:iku ja:jpn jv:jav ka:geo kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor
  kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub
  lv:lav mg:mlg mh:mah mi:mao mk:mac ml:mal mn:mon mr:mar ms:may mt:mlt my:bur na:nau nb:nob nd:nde
  ne:nep ng:ndo nl:dut nn:nno no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan
  pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme
  sg:sag si:sin sk:slo sl:slv sm:smo sn:sna so:som sq:alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa
  ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah
  ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:chi
  zu:zul
`;

/** Languages that have three letters in BCP 47 as in ONIX code list 74. */
const threeLetters = `
  ace ach ada ady afh ain akk ale alq alt ang anp arc arn arp arw ast atj awa bal ban bas bej bem bho
  bik bin bla bnc bra brx bua bug bum byn cad car cay ceb chb chg chk chm chn cho chp chr chy cic ckb
  cmn cnr cop cou crg crh crj crk crl crm csb csw cwd dak dar del den dgr din doi dsb dua dum dyu efi
  egl egy eka elx enm ewo fan fat fil fit fkv fon frm fro frr frs fuf fur gaa gay gba gez gil git gju
  gmh gml goh gon gor got grb grc grt gsw guc gwi hai haw hil hit hmn hoc hop hsb hup hux iba ike ikt
  ilo inh jbo jow jpr jrb kaa kab kac kam kaw kbd kbp kdr kha kho khr kln kmb kok kos kpe kqs krc krl
  kru kss kum kut kwk lad lah lam lez lij lkt lmo lol lom loz lua lui lun luo lus luy mad mag mai mak
  man mas mdf mdr men mga mic min mnc mni moe moh mos mus mwf mwl mwr myv nap nds new nia niu nog non
  nqo nrf nsk nso nwc nym nyn nyo nzi odt ojs oka ood osa ota pag pal pam pap pau pcd peo pes phn pms
  pon pri pro prs raj rap rar rcf rgn rjs rkt rmg rom rup sad sah sam sas sat scn sco sdc sdn sel sga
  shi shn shs sid sma smj smn sms snk sog srm srn sro srr sto suk sus sux swb syc syr szl tem ter tet
  thp tig tiv tkl tlh tli tmh tod tog tpi tsd tsi tum tvl tyv tzm tzo udm uga umb unr vai vec vot wal
  war was wls wuu wym xal xuu yao yap yue zap zbl zen zgh zun zza
`;

/** ISO 3166-1, as in ONIX code list 91. */
const countries = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
  HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
  LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`;

/** ISO 15924, the scripts in living use of ONIX code list 121. */
const scripts = `
  Adlm Arab Aran Armn Beng Bopo Brai Cakm Cans Cher Copt Cyrl Cyrs Deva Ethi Geor Goth Grek Gujr Guru
  Hang Hani Hans Hant Hebr Hira Java Jpan Kana Khmr Knda Kore Laoo Latf Latg Latn Lisu Mlym Mong Mtei
  Mymr Nkoo Olck Orya Rohg Sinh Syrc Talu Taml Telu Tfng Tglg Thaa Thai Tibt Vaii Yiii
`;

/** What ONIX says of a language. */
export interface LanguageCodes {
  /** Code list 74; `mis` for one it does not list. */
  readonly language: string;
  /** Code list 91. */
  readonly country?: string;
  /** Code list 121. */
  readonly script?: string;
}

/**
 * The codes of a language tag in ONIX.
 *
 * @param tag a canonical tag of BCP 47
 */
export function languageCodes(tag: string): LanguageCodes {
  const [, ...rest] = tag.split('-');
  const country = rest.find((subtag) => /^[A-Z]{2}$/.test(subtag));
  const script = rest.find((subtag) => /^[A-Z][a-z]{3}$/.test(subtag));
  return {
    language: languageCode(primaryLanguage(tag)),
    ...(country !== undefined && has(countries, country) && { country }),
    ...(script !== undefined && has(scripts, script) && { script }),
  };
}

function languageCode(primary: string): string {
  if (primary.length === 3) return has(threeLetters, primary) ? primary : 'mis';
  return new RegExp(`\\b${primary}:(\\w{3})`).exec(twoLetters)?.[1] ?? 'mis';
}

function has(codes: string, code: string): boolean {
  return codes.split(/\s+/).includes(code);
}
