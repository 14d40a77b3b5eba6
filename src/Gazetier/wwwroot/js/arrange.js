// Lists whose lines are moved: by their grip with a mouse, a finger or a pen, and by their buttons. What is moved is written into
// the numbers and places of the form; without this script the same buttons send it.
const forms = document.querySelectorAll("[data-arranges]");

for (const form of forms) {
  const said = form.querySelector("[data-said]");
  let isDirty = false;
  let dragged = null;

  form.addEventListener("input", soil);
  form.addEventListener("submit", () => { isDirty = false; });
  addEventListener("beforeunload", (event) => { if (isDirty) { event.preventDefault(); } });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) { return; }
    event.preventDefault();
    const row = button.closest("[data-row]");
    const up = button.dataset.move === "-1";
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (other) { up ? other.before(row) : other.after(row); }
    settle(row);
    button.focus();
  });

  form.addEventListener("change", (event) => {
    // A place that is chosen from the list of places: the line goes there at once.
    const select = event.target.closest("[data-placed]");
    const list = select && [...form.querySelectorAll("[data-arrange=pins]")].find((one) => one.dataset.place === select.value);
    if (list) {
      const row = select.closest("[data-row]");
      list.append(row);
      settle(row);
      select.focus();
    }
  });

  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) { return; }
    event.preventDefault();
    dragged = grip.closest("[data-row]");
    dragged.classList.add("dragged");
    form.setPointerCapture(event.pointerId);
  });

  form.addEventListener("pointermove", (event) => {
    if (!dragged) { return; }
    const kind = dragged.parentElement.dataset.arrange;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const list = under?.closest(`[data-arrange="${kind}"]`) ?? under?.closest(".zone")?.querySelector(`[data-arrange="${kind}"]`);
    if (!list || !form.contains(list) || dragged.contains(list)) { return; }
    const before = [...list.children].find((row) => row !== dragged && event.clientY < middle(row));
    if (before) { before.before(dragged); } else { list.append(dragged); }
    if (event.clientY < 60) { scrollBy(0, -12); } else if (event.clientY > innerHeight - 60) { scrollBy(0, 12); }
  });

  for (const end of ["pointerup", "pointercancel"]) {
    form.addEventListener(end, () => {
      if (!dragged) { return; }
      dragged.classList.remove("dragged");
      settle(dragged);
      dragged = null;
    });
  }

  function middle(row) {
    const box = row.getBoundingClientRect();
    return box.top + box.height / 2;
  }

  // Numbers each list anew, and says where the line stands now.
  function settle(row) {
    for (const list of form.querySelectorAll("[data-arrange]")) {
      [...list.children].forEach((one, index) => {
        const own = (selector) => [...one.querySelectorAll(selector)].find((field) => field.closest("[data-row]") === one);
        const number = own("[data-position]");
        const place = own("[data-placed]");
        if (number) { number.value = index + 1; }
        if (place) { place.value = list.dataset.place; }
      });
    }

    const list = row.parentElement;
    const words = [row.dataset.name, list.dataset.name ?? "", [...list.children].indexOf(row) + 1, list.children.length];
    soil();
    if (said) { said.textContent = form.dataset.moved.replace(/\{(\d)\}/g, (_, n) => words[n]) + ". " + form.dataset.dirty; }
  }

  function soil() {
    isDirty = true;
    if (said) { said.textContent = form.dataset.dirty; }
  }
}
