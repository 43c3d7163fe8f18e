/** Words of languages of several scripts, both directions and many accents: our own sentences, in pieces. */
export const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  en: 'the harbour lay still and no ship’s bell rang before dawn; efficient officers shuffled “first” letters over affluent offices of 1867, naïve as ever'.split(
    ' ',
  ),
  de: 'Die Straße führt über zwölf Brücken; größere Schiffe, „äußerst selten“, fuhren 1914 flußabwärts und überquerten Hafenbeckenbegrenzungen'.split(
    ' ',
  ),
  fr: 'L’été dernier, où naquit l’œuvre « incomplète » : dix-sept garçons déjà français cherchèrent çà et là leur île perdue ; aujourd’hui encore'.split(
    ' ',
  ),
  es: '¿Dónde está el niño? Mañana llegarán los últimos barcos al puerto pequeño, dijo «la señora» con corazón y año nuevo ¡por fin!'.split(
    ' ',
  ),
  pl: 'Zażółć gęślą jaźń; pięćdziesięciu żeglarzy płynęło ku północy przez śnieżną łąkę, źle mówiąc „dobranoc”'.split(
    ' ',
  ),
  ru: 'Корабль стоял у причала, и никто не слышал ёлки; «съешь ещё этих мягких булок», сказал объявленный капитан в 1905 году'.split(
    ' ',
  ),
  el: 'Το πλοίο έφυγε νωρίς το πρωί· κανείς δεν είδε τους ναύτες, «ἐν ἀρχῇ ἦν ὁ λόγος», είπε η γυναίκα στο λιμάνι'.split(
    ' ',
  ),
  ar: 'السفينة في الميناء، ولم يسمع أحد الجرس؛ قال «القبطان» إن الرحلة بدأت عام ١٨٦٧ من لا مكان إلى بِسْمِ اللهِ'.split(
    ' ',
  ),
  he: 'הספינה עמדה בנמל, ואיש לא שמע את הפעמון; אמר „רב החובל“ שהמסע החל בשנת 1867 בְּרֵאשִׁית בָּרָא'.split(' '),
  fa: 'کشتی در بندر بود و هیچ‌کس صدای زنگ را نشنید؛ ناخدا گفت «سفر» در سال ۱۲۴۶ آغاز می‌شود'.split(' '),
  vi: 'Con tàu nằm yên trong cảng, không ai nghe tiếng chuông; người thuyền trưởng nói “đường biển” rất dài và nguy hiểm'.split(
    ' ',
  ),
};

export const languages = Object.keys(words);
