// Adds a button to each password field that shows what was typed. Without it the field works as it is.
const { show, hide } = document.getElementById('voir-mot-de-passe').dataset;
for (const field of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'as-link';
  button.textContent = show;
  button.setAttribute('aria-controls', field.id);
  button.addEventListener('click', () => {
    const isHidden = field.type === 'password';
    field.type = isHidden ? 'text' : 'password';
    button.textContent = isHidden ? hide : show;
  });
  field.after(button);
  // Browsers offer to keep what leaves as a password only.
  field.form.addEventListener('submit', () => { field.type = 'password'; });
}
