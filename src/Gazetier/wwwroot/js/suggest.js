// Completes what is typed into the search field. Without it, the field asks just the same.
const field = document.querySelector('input[type="search"][list]');
if (field) {
  const list = document.getElementById(field.getAttribute('list'));
  let asked = '';
  let wait = 0;
  const ask = async () => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed === asked) {
      return;
    }
    asked = typed;
    try {
      const answer = await fetch('/recherche/suggestions?q=' + encodeURIComponent(typed));
      if (answer.ok && asked === typed) {
        list.replaceChildren(...(await answer.json()).map((text) => Object.assign(document.createElement('option'), { value: text })));
      }
    } catch {
      // The network is away: whoever types goes on typing.
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 150);
  });
}
