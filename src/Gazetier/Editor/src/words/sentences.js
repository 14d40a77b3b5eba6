// Where French sentences end: the rules of Access/Sentences.cs. It would rather miss an end than cut « M. Dupont » in two.

/** Stands for what is neither sign nor letter: the call of a footnote. */
export const aside = '\uFFFC';

const abbreviations = new Set((
  'al ann apr art av bd bull cf ch chap col coll coord dir dr éd env etc ex fasc fig hab ibid id inf loc max me mgr min mm mr nb nos '
  + 'obs op cit par pp préc pr rec réf req st ste suiv sq tél tom vol').split(' '));

/** True where the space at that place stands between two sentences. */
export function endsBefore(text, at) {
  const next = text.slice(at).trimStart();
  if (next === '' || !/^[\p{Lu}\p{Nd}«“"—–([]/u.test(next)) return false;
  const before = text.slice(0, at).replace(/[ \u00A0\u202F»”")\]’\uFFFC]+$/u, '');
  const last = before.at(-1);
  if (last === '!' || last === '?' || last === '…') return true;
  return last === '.' && !isAbbreviation(before.slice(0, -1), before.length === at);
}

function isAbbreviation(before, isBare) {
  if (before.endsWith('..')) return false;
  const word = /[\p{L}\p{Nd}]*$/u.exec(before)[0];
  const isFirst = before.slice(0, before.length - word.length).trim() === '';
  if (word === '') return isBare;
  return (word.length === 1 && /\p{L}/u.test(word)) || (isFirst && /^\p{Nd}/u.test(word)) || abbreviations.has(word.toLowerCase());
}
