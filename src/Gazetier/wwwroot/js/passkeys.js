// Passkeys (WebAuthn): asks the server for a question, the browser for an answer, and sends the form with it. What is marked
// data-passkey is hidden until this script finds that the browser can; what is marked data-no-passkey is hidden then.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const readable = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

// By hand: some browsers and password managers lack toJSON, or break it.
function told(credential) {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) said[name] = text(response[name]);
  }
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: said,
  });
}

async function ask(place, options) {
  const answer = await fetch(place.dataset.question, { method: 'POST', redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  const asked = await answer.json();
  asked.challenge = bytes(asked.challenge);
  if (place.dataset.passkey === 'create') {
    asked.user.id = bytes(asked.user.id);
    asked.excludeCredentials = readable(asked.excludeCredentials);
    return navigator.credentials.create({ publicKey: asked, ...options });
  }
  asked.allowCredentials = readable(asked.allowCredentials);
  return navigator.credentials.get({ publicKey: asked, ...options });
}

function send(place, credential) {
  const form = place.closest('form');
  form.elements.reponse.value = told(credential);
  const by = document.createElement('input');
  Object.assign(by, { type: 'hidden', name: 'par', value: 'cle' });
  form.append(by);
  form.submit();
}

// Passkeys belong to names: to a bare address no browser gives any.
const canAsk = window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);
for (const place of canAsk ? document.querySelectorAll('[data-passkey]') : []) {
  const failed = place.querySelector('[data-failed]');
  let waiting = new AbortController();
  place.hidden = false;
  place.querySelector('button').addEventListener('click', async () => {
    waiting.abort();
    failed.textContent = '';
    try {
      send(place, await ask(place, {}));
    } catch {
      failed.textContent = failed.dataset.failed;
    }
  });
  if (place.dataset.conditional && await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    // In the background, beside the address field; who types a password never sees it.
    ask(place, { mediation: 'conditional', signal: waiting.signal }).then((credential) => send(place, credential), () => {});
  }
}
for (const place of canAsk ? document.querySelectorAll('[data-no-passkey]') : []) place.hidden = true;
