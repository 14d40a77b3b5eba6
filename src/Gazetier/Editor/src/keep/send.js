// One save, and what the server makes of it.
export async function sendForm(address, entries, base, keepalive) {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, name === 'base' ? base : value);
  const size = entries.reduce((sum, [name, value]) => sum + name.length + 3 * value.length + 120, 0);
  // A browser finishes at most 64 KB for a page that is gone.
  const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: keepalive && size < 60_000 });
  return understand(response);
}

async function understand(response) {
  if (response.status >= 500 || response.status === 429) return { kind: 'away' };
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  // Who is signed out is led to a page that is none of ours, or told so.
  if (!isJson || response.redirected || [401, 403, 404].includes(response.status)) return { kind: 'signedOut', status: response.status };
  const said = await response.json();
  if (response.status === 409) return { kind: 'overtaken', ...said };
  return response.ok ? { kind: 'saved', ...said } : { kind: 'refused', errors: said.errors ?? {} };
}
