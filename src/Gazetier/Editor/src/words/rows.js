// Rows of a table that was pasted as text: from a spreadsheet (tabs) or a file (semicolons, commas).

/** @returns Rows of equal length; empty where the text is none. */
export function rowsOf(text) {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (clean.trim() === '') return [];
  const sign = ['\t', ';', ','].find((one) => clean.split('\n')[0].includes(one)) ?? '\t';
  const rows = parse(clean, sign).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

// Within quotation marks a sign is a sign, a line end a space, and two marks are one.
function parse(text, sign) {
  const rows = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (isQuoted) {
      if (c === '"' && text[at + 1] === '"') cell += text[at++];
      else if (c === '"') isQuoted = false;
      else cell += c === '\n' ? ' ' : c;
    } else if (c === '"' && cell === '') {
      isQuoted = true;
    } else if (c === sign || c === '\n') {
      rows.at(-1).push(cell.trim());
      cell = '';
      if (c === '\n') rows.push([]);
    } else {
      cell += c;
    }
  }
  rows.at(-1).push(cell.trim());
  return rows;
}

/** A number as French and English write it; null where the text is none. */
export function numberOf(text) {
  const plain = text.replace(/[\s\u00A0\u202F%€]/g, '');
  const value = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain.replace(',', '.');
  return /^[-−]?\d+(\.\d+)?$/.test(value) ? Number(value.replace('−', '-')) : null;
}

/** What keeps rows from being drawn, by name; null where nothing does. */
export function chartFault(rows) {
  if (rows.length < 2 || rows[0].length < 2) return 'tooSmall';
  const isNumeric = rows.slice(1).every((row) => row.slice(1).every((cell) => cell === '' || numberOf(cell) !== null));
  return isNumeric ? null : 'noNumbers';
}
