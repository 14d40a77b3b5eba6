// How long a text is, as Text/Words.cs counts it: a word stands between two spaces and holds a letter or a digit.
export const perMinute = 230;

// As .NET knows letters and digits, within the first plane and from U+20000 on: surrogates carry emoji far more often.
const spoken = /[\p{L}\p{Nd}]/u;

export function countWords(text) {
  let words = 0;
  for (const piece of text.split(/\s+/u)) {
    if ([...piece].some((sign) => (sign.length === 1 ? spoken.test(sign) : sign.codePointAt(0) >= 0x20000))) words++;
  }
  return words;
}

/** Signs, spaces included, as a press contract counts: what is between the lines does not count. */
export function countSigns(text) {
  return [...text.replace(/\n/g, '')].length;
}

/** Minutes to read so many words: at least one, unless there is nothing. */
export function minutes(words) {
  return words <= 0 ? 0 : Math.max(1, Math.round(words / perMinute));
}
