// French typography while one types: the rules of Text/FrenchRules.cs that can be known at that moment. What must wait for
// what follows (a colon, a semicolon) waits for the space after it; what is not set here is set when the page is shown.
const noBreak = '\u00A0';
const narrow = '\u202F';
const word = /[\p{L}\p{Nd}\p{Mn}]/u;
const mayPrecedeMark = /[\p{L}\p{Nd}\p{Mn}»”’"'\])%€°….]/u;

/**
 * What one typed sign becomes.
 * @param before The text of the paragraph before it.
 * @param typed One sign.
 * @returns { remove, insert }: how many signs before it go, and what comes instead of them and of it; null where nothing changes.
 */
export function typeset(before, typed) {
  if (isAddress(before, typed)) return null;
  switch (typed) {
    case "'": return word.test(before.at(-1) ?? '') ? change(0, '’') : null;
    case '"': return quote(before);
    case '<': return before.endsWith('<') ? change(1, `«${noBreak}`) : null;
    case '>': return before.endsWith('>') ? change(1, closing(before.slice(0, -1)), before.slice(0, -1)) : null;
    case '«': return change(0, `«${noBreak}`);
    case '»': return change(0, closing(before), before);
    case '.': return /(^|[^.])\.\.$/.test(before) ? change(2, '…') : null;
    case '-': return dash(before);
    case '!': case '?': return mark(before, typed, narrow, true);
    case ';': return mark(before, typed, narrow, false);
    case ':': return mark(before, typed, noBreak, false);
    case '%': return unit(before, typed, narrow);
    case '€': return unit(before, typed, noBreak);
    case ' ': return space(before);
    default: return null;
  }
}

// A quotation mark that closes takes the ordinary space before it away.
function change(remove, insert, closed = null) {
  const isSpaced = closed !== null && /[ ]$/.test(closed);
  return { remove: remove + (isSpaced ? 1 : 0), insert };
}

const closing = (before) => (new RegExp(`(^|[${noBreak}${narrow}«])$`).test(before) ? '»' : `${noBreak}»`);

function quote(before) {
  const opens = before === '' || /[\s([—–’]$/u.test(before);
  const depth = [...before].reduce((sum, sign) => sum + (sign === '«' ? 1 : sign === '»' ? -1 : 0), 0);
  if (opens && !(depth > 0 && /\S $/.test(before))) return change(0, `«${noBreak}`);
  return depth > 0 ? change(0, closing(before), before) : null;
}

function dash(before) {
  if (before.endsWith('–')) return change(1, '—');
  return /(^|[^-])-$/.test(before) ? change(1, '–') : null;
}

// With a space typed before it, it is punctuation for sure; without, only ! and ? are.
function mark(before, typed, due, isSure) {
  if (/[^\s] $/u.test(before) && mayPrecedeMark.test(before.at(-2))) return change(1, due + typed);
  return isSure && mayPrecedeMark.test(before.at(-1) ?? '') ? change(0, due + typed) : null;
}

const unit = (before, typed, due) => (/\d $/.test(before) ? change(1, due + typed) : null);

// The space says that the colon before it was one; after « there is one already.
function space(before) {
  if (before.endsWith(`«${noBreak}`)) return change(0, '');
  const sign = before.at(-1);
  if ((sign !== ':' && sign !== ';') || !mayPrecedeMark.test(before.at(-2) ?? '')) return null;
  return change(1, `${sign === ':' ? noBreak : narrow}${sign} `);
}

// Addresses, file names and short names for smileys stay as they are typed.
function isAddress(before, typed) {
  const token = /[^\s«»]*$/u.exec(before)[0];
  const body = token.replace(/^[(["“']+/u, '');
  return typed !== ' ' && (/^(www\.|\/|:)/i.test(body) || /:\/\/|[\\_]/.test(token) || /[\p{L}\p{Nd}]@\p{L}/u.test(token))
    || typed === ' ' && /:\/\/|^(www\.|\/)/i.test(body);
}
