/** The folded lists of the page say what is ticked in them, as it is ticked. */
export function sayChosen(form) {
  form.addEventListener('change', () => {
    for (const said of form.querySelectorAll('.boxes .chosen[data-none]')) {
      const choices = [...said.closest('.boxes').querySelectorAll('.choice')].filter(({ control }) => control.checked && control.value !== '');
      said.textContent = choices.map(nameOf).join(', ') || said.dataset.none;
    }
  });
}

// A picture is called by its credit.
function nameOf(choice) {
  const credit = choice.querySelector('.byline');
  return credit ? `©\u00A0${credit.textContent.trim()}` : choice.textContent.trim();
}
