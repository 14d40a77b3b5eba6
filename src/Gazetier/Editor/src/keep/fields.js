// The form as names and values, and back.

/** [[name, value]] of all that is sent, files aside. */
export function entriesOf(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === 'string');
}

/** Puts values back into the fields of the form; the text of the body is put by the editor. */
export function fill(form, entries) {
  for (const field of form.elements) {
    if (!field.name || field.name === 'base' || field.name === 'Body' || field.type === 'file' || field.type === 'submit' || field.type === 'button') continue;
    const given = entries.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = given.includes(field.value);
    else if (field.type === 'select-multiple') for (const option of field.options) option.selected = given.includes(option.value);
    else if (given.length > 0 && field.type !== 'hidden') field.value = given[0];
  }
  form.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What differs between two states, by field: [{ name, before, after }]. */
export function differences(before, after, same) {
  const names = [...new Set([...before, ...after].map(([name]) => name))].filter((name) => name !== 'base');
  const valueOf = (entries, name) => entries.filter(([one]) => one === name).map(([, value]) => value).sort().join('\n');
  return names.map((name) => ({ name, before: valueOf(before, name), after: valueOf(after, name) }))
    .filter((one) => (one.name === 'Body' ? !same(one.before, one.after) : one.before.replace(/\r\n/g, '\n') !== one.after.replace(/\r\n/g, '\n')));
}

/** Lines that only one of two texts has, in order: [{ kind: "gone" | "new", line }]. */
export function lineChanges(before, after) {
  const [a, b] = [before, after].map((text) => text.split('\n').filter((line) => line.trim() !== ''));
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const keep = common(left, right);
  return [
    ...left.filter((_, at) => !keep.some(([one]) => one === at)).map((line) => ({ kind: 'gone', line })),
    ...right.filter((_, at) => !keep.some(([, one]) => one === at)).map((line) => ({ kind: 'new', line })),
  ];
}

// The longest lines in common; of very different texts, none: all of it differs.
function common(a, b) {
  if (a.length * b.length > 250_000) return [];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (table[i + 1][j] >= table[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}
