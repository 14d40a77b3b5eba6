import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, lineChanges } from '../src/keep/fields.js';
import { chartFault, numberOf, rowsOf } from '../src/words/rows.js';

test('a table is read off a spreadsheet, or a file with semicolons or commas', () => {
  assert.deepEqual(rowsOf('An\tRecettes\r\n2025\t1 200\r\n'), [['An', 'Recettes'], ['2025', '1 200']]);
  assert.deepEqual(rowsOf('\uFEFFAn;Recettes\n2025;1,5'), [['An', 'Recettes'], ['2025', '1,5']]);
  assert.deepEqual(rowsOf('"An, ""civil""",b\n"une\nligne",2'), [['An, "civil"', 'b'], ['une ligne', '2']]);
  assert.deepEqual(rowsOf('a\tb\n1'), [['a', 'b'], ['1', '']]);
  assert.deepEqual(rowsOf(' \n'), []);
});

test('numbers are read as French and English write them', () => {
  assert.deepEqual(['1 200,5', '1\u202F200 €', '12 %', '1,234.5', '−3', 'x', '2025'].map(numberOf), [1200.5, 1200, 12, 1234.5, -3, null, 2025]);
});

test('what cannot be drawn is said', () => {
  assert.equal(chartFault([['a', 'b']]), 'tooSmall');
  assert.equal(chartFault([['a', 'b'], ['1', 'x']]), 'noNumbers');
  assert.equal(chartFault([['a', 'b'], ['1', '2'], ['2', '']]), null);
});

test('what differs is found by field, and by line', () => {
  const before = [['base', '1'], ['Headline', 'un'], ['Themes', 'a'], ['Themes', 'b'], ['Body', '<p>x</p>']];
  const after = [['base', '2'], ['Headline', 'deux'], ['Themes', 'b'], ['Themes', 'a'], ['Body', '<p> x</p>']];
  assert.deepEqual(differences(before, after, () => true).map((one) => one.name), ['Headline']);
  assert.deepEqual(lineChanges('a\nb\nc', 'a\nx\nc\nd').map(({ kind, line }) => `${kind} ${line}`), ['gone b', 'new x', 'new d']);
});
