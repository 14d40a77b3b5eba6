import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { showStage } from '../src/keep/stage.js';

const desk = () => parseHTML(`<!doctype html><html><body><p class="desk-head"><span class="status warn">Programmé</span></p>
<fieldset class="moves"><button value="Writing">Passer en écriture</button><button value="ToReadOver">Donner à relire</button></fieldset></body></html>`).document;

test('the head follows a save that began the work', () => {
  const page = desk();
  showStage({ value: 'Writing', name: 'En écriture', mark: '' }, page);
  assert.equal(page.querySelector('.status').outerHTML, '<span class="status">En écriture</span>');
  assert.deepEqual([...page.querySelectorAll('button')].map((one) => one.getAttribute('value')), ['ToReadOver']);
});

test('a save that moved nothing leaves the head as it is', () => {
  const page = desk();
  showStage(null, page);
  assert.equal(page.querySelector('.status').textContent, 'Programmé');
  assert.equal(page.querySelectorAll('button').length, 2);
});
