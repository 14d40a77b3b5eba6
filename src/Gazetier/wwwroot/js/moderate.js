// Keys for whoever moderates: j and k go through the comments, a letter presses the button of the one that is before them. Without
// this script the same buttons do it; and whoever speaks to the machine turns the letters off.
const form = document.querySelector('[data-moderates]');
const keys = form?.querySelector('[data-keys]');
const rows = [...(form?.querySelectorAll('[data-row]') ?? [])];
const kept = 'moderation-keys';

if (keys) {
  keys.checked = localStorage.getItem(kept) !== 'off';
  keys.addEventListener('change', () => localStorage.setItem(kept, keys.checked ? 'on' : 'off'));
}

const go = (step) => {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

form && document.addEventListener('keydown', (event) => {
  const target = event.target;
  const isTyping = target.matches('textarea, select, input:not([type=checkbox])');
  if (!keys.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  const row = rows.find((one) => one.contains(document.activeElement));
  if (event.key === 'j' || event.key === 'k') {
    go(event.key === 'j' ? 1 : -1);
  } else if (event.key === 'x' && row) {
    row.querySelector('input[type=checkbox]').click();
  } else if (/^[prgc]$/.test(event.key) && row?.querySelector(`[data-key=${event.key}]`)) {
    row.querySelector(`[data-key=${event.key}]`).click();
  } else {
    return;
  }

  event.preventDefault();
});
