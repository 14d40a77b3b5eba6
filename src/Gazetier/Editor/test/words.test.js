import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSigns, countWords, minutes } from '../src/words/count.js';
import { endsBefore } from '../src/words/sentences.js';
import { percentWithheld } from '../src/words/share.js';
import { typeset } from '../src/words/typography.js';

/** Types a text sign by sign, as a person does. */
function type(text) {
  return [...text].reduce((before, sign) => {
    const set = typeset(before, sign);
    return set ? before.slice(0, before.length - set.remove) + set.insert : before + sign;
  }, '');
}

const paragraph = (text) => ({ kind: 'p', text, pieces: [{ text, isOwn: true, isCall: false }] });

for (const [typed, set] of [
  ["l'eau", 'l’eau'], ["'90", "'90"], ['Vraiment ?', 'Vraiment\u202F?'], ['Vraiment?', 'Vraiment\u202F?'], ['Oh !!', 'Oh\u202F!!'],
  ['Ceci : cela', 'Ceci\u00A0: cela'], ['Ceci: cela', 'Ceci\u00A0: cela'], ['à 12:30 ', 'à 12:30 '], ['un; deux', 'un\u202F; deux'],
  ['"Oui" dit-il', '«\u00A0Oui\u00A0» dit-il'], ['« Oui »', '«\u00A0Oui\u00A0»'], ['<<Oui>>', '«\u00A0Oui\u00A0»'], ['Et...', 'Et…'], ['....', '….'],
  ['un -- deux', 'un – deux'], ['un --- deux', 'un — deux'], ['10 %', '10\u202F%'], ['10 €', '10\u00A0€'],
  ['https://a.fr/?q=1', 'https://a.fr/?q=1'], ['a@b.fr?', 'a@b.fr?'], ['/chemin?', '/chemin?'],
]) {
  test(`“${typed}” is typeset while it is typed`, () => assert.equal(type(typed), set));
}

test('words stand between spaces and hold a letter or a digit', () => {
  assert.equal(countWords('« l’eau » du rendez-vous ! 12\u202F000\u00A0€ — 😀'), 5);
  assert.equal(countWords(' \n '), 0);
});

test('signs are counted with spaces and without the ends of lines', () => {
  assert.equal(countSigns('un mot\ndeux 😀'), 12);
});

test('anything to read takes a minute at least', () => {
  assert.deepEqual([0, 1, 345, 690].map(minutes), [0, 1, 2, 3]);
});

test('a sentence ends before a capital, not after an abbreviation', () => {
  const ends = (text) => [...text].map((_, at) => at).filter((at) => text[at] === ' ' && endsBefore(text, at)).length;
  assert.equal(ends('Il vient. Elle part.'), 1);
  assert.equal(ends('M. Dupont cite l’art. L. 12 du code.'), 0);
  assert.equal(ends('Vraiment ? Oui… Non.'), 2);
});

test('the mark says what is withheld', () => {
  const blocks = [paragraph('un deux'), { kind: 'cut', text: '', pieces: [] }, paragraph('trois quatre cinq six sept huit')];
  assert.equal(percentWithheld(blocks, 0.1), 75);
});

test('a mark with nothing behind it is not heard', () => {
  const blocks = [paragraph('Un deux trois. Quatre cinq six sept huit neuf dix.'), { kind: 'cut', text: '', pieces: [] }];
  assert.equal(percentWithheld(blocks, 0.3), 70);
});

test('without a mark the cut falls at the sentence nearest to the share', () => {
  assert.equal(percentWithheld([paragraph('Un. Deux trois quatre. Cinq six sept huit neuf dix.')], 0.1), 90);
  assert.equal(percentWithheld([paragraph('Tout tient dans une seule phrase.')], 0.1), 100);
  assert.equal(percentWithheld([paragraph('')], 0.1), 0);
  assert.equal(percentWithheld([{ kind: 'whole', text: '', pieces: [] }], 0.1), 100);
});
