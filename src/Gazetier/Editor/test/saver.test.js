import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Copies } from '../src/keep/copies.js';
import { Saver } from '../src/keep/saver.js';

/** A desk whose clock and server are ours: each answer is given when the test says so. */
function desk(base = '3.1') {
  const timers = [];
  const storage = new Map();
  const desk = {
    text: 'a', now: 0, sent: [], told: [],
    copies: new Copies({
      account: 'ines', article: 7, tab: 't', onFull: (full) => { desk.full = full; },
      storage: {
        setItem: (key, value) => { if (desk.isFull) throw new Error('full'); storage.set(key, value); },
        getItem: (key) => storage.get(key), removeItem: (key) => storage.delete(key), key: (at) => [...storage.keys()][at],
        get length() { return storage.size; },
      },
    }),
    type: (text) => { desk.text = text; desk.saver.changed(); },
    kept: () => desk.copies.all().map((copy) => copy.entries[0][1]),
    async pass(milliseconds) {
      const end = desk.now + milliseconds;
      for (let due = next(end); due; due = next(end)) {
        timers.splice(timers.indexOf(due), 1);
        desk.now = due.at;
        due.work();
        await settle();
      }
      desk.now = end;
    },
    async answer(answer) {
      const one = desk.sent.findLast((sent) => sent.settle);
      const settleOne = one.settle;
      one.settle = null;
      settleOne(answer);
      await settle();
    },
  };
  const next = (end) => timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
  const settle = () => new Promise((done) => { setImmediate(done); });
  desk.saver = new Saver({
    base, copies: desk.copies, read: () => [['Body', desk.text]], tell: (state) => desk.told.push(state),
    send: (entries, from) => new Promise((done, fail) => {
      desk.sent.push({ text: entries[0][1], from, settle: (answer) => (answer ? done(answer) : fail(new Error('away'))) });
    }),
    timers: {
      now: () => desk.now,
      set: (work, milliseconds) => { const timer = { at: desk.now + milliseconds, work }; timers.push(timer); return timer; },
      clear: (timer) => { if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1); },
    },
  });
  return desk;
}

const texts = (one) => one.sent.map((sent) => `${sent.text} from ${sent.from}`);

test('a change is on this device at once and on the server soon', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(300);
  assert.deepEqual(d.kept(), ['ab']);
  assert.equal(d.sent.length, 0);
  await d.pass(1200);
  assert.deepEqual(texts(d), ['ab from 3.1']);
  await d.answer({ kind: 'saved', from: '4.1' });
  assert.deepEqual(d.kept(), []);
  assert.equal(d.saver.state, 'saved');
  assert.equal(d.saver.isUnsaved, false);
});

test('who types without a pause is saved every ten seconds', async () => {
  const d = desk();
  for (let second = 0; second <= 11; second++) {
    d.type('a'.repeat(second + 2));
    await d.pass(1000);
  }
  assert.equal(d.sent.length, 1);
});

test('what is typed while a save is under way is sent after it, from the new revision', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  d.type('abc');
  await d.pass(5000);
  assert.equal(d.sent.length, 1);
  await d.answer({ kind: 'saved', from: '4.1' });
  assert.equal(d.saver.isUnsaved, true);
  assert.deepEqual(d.kept(), ['abc']);
  await d.pass(1500);
  assert.deepEqual(texts(d), ['ab from 3.1', 'abc from 4.1']);
});

test('while the server is away everything stays on this device, and is tried again less and less often', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  await d.answer(null);
  assert.equal(d.saver.state, 'away');
  for (const wait of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
    const before = d.sent.length;
    await d.pass(wait - 1);
    assert.equal(d.sent.length, before);
    await d.pass(1);
    assert.equal(d.sent.length, before + 1);
    await d.answer(null);
  }
  assert.deepEqual(d.kept(), ['ab']);
  d.saver.again();
  await d.answer({ kind: 'saved', from: '4.1' });
  assert.deepEqual(d.kept(), []);
});

test('what was sent without an answer is sent again as it was, before what was typed since', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  d.type('abc');
  await d.answer(null);
  await d.pass(1000);
  await d.answer({ kind: 'saved', from: '4.1' });
  await d.pass(1500);
  assert.deepEqual(texts(d), ['ab from 3.1', 'ab from 3.1', 'abc from 4.1']);
});

test('an earlier page’s send is settled first', async () => {
  const d = desk();
  d.text = 'abc';
  d.saver.resume([['Body', 'ab']]);
  await d.pass(1500);
  await d.answer({ kind: 'saved', from: '4.1' });
  await d.pass(0);
  assert.deepEqual(texts(d), ['ab from 3.1', 'abc from 4.1']);
});

test('who was overtaken goes on aside, until they choose', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  await d.answer({ kind: 'overtaken', revision: 9, from: '9.1+', by: 'Noé', aside: 10 });
  assert.equal(d.saver.state, 'overtaken');
  d.type('abc');
  await d.pass(1500);
  assert.deepEqual(texts(d), ['ab from 3.1', 'abc from 3.1']);
  await d.answer({ kind: 'overtaken', revision: 9, from: '9.1+', by: 'Noé', aside: 10 });
  assert.equal(await d.saver.setAside(), true);
  d.saver.goOn();
  assert.equal(texts(d).at(-1), 'abc from 9.1+');
  await d.answer({ kind: 'saved', from: '11.1' });
  assert.equal(d.saver.state, 'saved');
});

test('a tab that fell behind sends nothing and keeps everything', async () => {
  const d = desk();
  d.type('ab');
  d.saver.fallBehind({ from: '5.1' });
  d.type('abc');
  await d.pass(60_000);
  assert.equal(d.sent.length, 0);
  assert.deepEqual(d.kept(), ['abc']);
  d.saver.goOn();
  assert.deepEqual(texts(d), ['abc from 5.1+']);
});

test('who is signed out loses nothing and is tried again', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  await d.answer({ kind: 'signedOut' });
  assert.deepEqual(d.kept(), ['ab']);
  d.type('abc');
  await d.pass(30_000);
  assert.deepEqual(texts(d), ['ab from 3.1', 'abc from 3.1']);
});

test('what is refused is kept, and sent again once it was changed', async () => {
  const d = desk();
  d.type('');
  await d.pass(1500);
  await d.answer({ kind: 'refused', errors: { Body: 'vide' } });
  await d.pass(60_000);
  assert.equal(d.sent.length, 1);
  assert.deepEqual(d.kept(), ['']);
  d.type('ab');
  await d.pass(1500);
  assert.equal(d.sent.length, 2);
});

test('a device that is full says so', () => {
  const d = desk();
  d.isFull = true;
  d.saver.changed();
  d.saver.keep();
  assert.equal(d.full, true);
});

test('of saves that grow one revision, each begins from the one before', async () => {
  const d = desk();
  d.type('ab');
  await d.pass(1500);
  await d.answer({ kind: 'saved', from: '3.2' });
  d.type('abc');
  await d.pass(1500);
  assert.deepEqual(texts(d), ['ab from 3.1', 'abc from 3.2']);
  assert.equal(d.saver.revision, 3);
});
