// How much is left to read behind the wall: the place of the cut as Access/BodyCutter.cs finds it.
import { countWords } from './count.js';
import { aside, endsBefore } from './sentences.js';

const mostOpen = 0.5;

/**
 * NN of « NN % reste à lire ».
 * @param blocks Of the top of the body: { kind: 'p' | 'heading' | 'rule' | 'cut' | 'notes' | 'whole', text, pieces }; the pieces of a
 *   paragraph are { text, isOwn, isCall }: its own text, where it may be cut, and calls of footnotes.
 * @param share Of the words, that is open where no mark says otherwise.
 */
export function percentWithheld(blocks, share) {
  const counted = blocks.map((block) => ({ ...block, words: countWords(block.text) }));
  const total = counted.reduce((sum, block) => sum + block.words, 0);
  const open = openAtMark(counted) ?? openAtSentence(counted, total, share);
  const withheld = total - open;
  // Without a word, a picture may still be withheld; an empty line is nothing.
  if (total === 0) return blocks.some((block) => block.kind === 'whole' || block.kind === 'rule') ? 100 : 0;
  return Math.round((100 * withheld) / total);
}

function openAtMark(blocks) {
  const at = blocks.findIndex((block) => block.kind === 'cut');
  if (at < 0) return null;
  const after = blocks.slice(at + 1);
  const notes = after.find((block) => block.kind === 'notes');
  const hasMore = after.some((block) => block !== notes && block.words > 0);
  return hasMore ? blocks.slice(0, at).reduce((sum, block) => sum + block.words, 0) : null;
}

// The nearest place to the share; of two as near, the one that gives more.
function openAtSentence(blocks, total, share) {
  let best = null;
  for (const words of places(blocks.filter((block) => block.kind !== 'cut'), total)) {
    if (best === null || Math.abs(words - total * share) <= Math.abs(best - total * share)) best = words;
  }
  return best ?? 0;
}

function* places(blocks, total) {
  const isRight = (words) => words > 0 && words <= total * mostOpen;
  let before = 0;
  let found = false;
  for (const block of blocks) {
    const isParagraph = block.kind === 'p';
    const isWhole = block.kind === 'whole' || block.kind === 'notes';
    if ((isWhole && found) || block.kind === 'notes') return;
    for (const words of isParagraph ? ends(block.pieces, before) : []) {
      if (isRight(words)) {
        found = true;
        yield words;
      }
    }
    before += block.words;
    if ((isParagraph || isWhole) && isRight(before)) {
      found = true;
      yield before;
    }
  }
}

// Sentences may end in a paragraph's own text only, and not inside « ».
function* ends(pieces, wordsBefore) {
  const line = pieces.map((piece) => (piece.isCall ? aside.repeat(piece.text.length) : piece.text)).join('');
  const owners = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece));
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '«') depth++;
    if (line[at] === '»') depth = Math.max(0, depth - 1);
    if (line[at] === ' ' && depth === 0 && owners[at].isOwn && endsBefore(line, at)) yield wordsBefore + countWords(line.slice(0, at));
  }
}
