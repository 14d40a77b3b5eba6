// Moves the cards of the board and of the calendar, by drag and by Shift with an arrow. Each card holds the form that does it
// without a script; this fills the form in, sends it, and puts the answer in the place of what is shown.

const plan = document.querySelector("[data-plan]");
const said = document.getElementById("plan-etat");
let held = null;

const zones = () => [...plan.querySelectorAll("[data-zone]")];
const fieldOf = (card) => card.querySelector("[data-to]");

/** What the field would hold for a zone: a stage, or the day with the hour that the card has. */
const valueFor = (card, zone) => {
  const field = fieldOf(card);
  return field?.type === "datetime-local" ? zone.dataset.zone + field.value.slice(10) : zone.dataset.zone;
};

const may = (card, zone) => {
  const field = fieldOf(card);
  if (!field || zone.contains(card)) {
    return false;
  }
  const value = valueFor(card, zone);
  return field.options ? [...field.options].some((option) => option.value === value) : !field.min || value >= field.min;
};

const show = (html, focus) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const answer = page.querySelector("[data-plan]");
  if (!answer) {
    location.reload();
    return;
  }
  plan.replaceChildren(...answer.childNodes);
  const status = page.getElementById("plan-etat");
  said.className = status.className;
  said.textContent = status.textContent;
  prepare();
  document.getElementById(focus)?.querySelector("a")?.focus();
};

const move = async (card, zone) => {
  const field = fieldOf(card);
  const before = field.value;
  field.value = valueFor(card, zone);
  plan.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(field.form.action, { method: "POST", body: new URLSearchParams(new FormData(field.form)) });
    show(await answer.text(), card.id);
  } catch {
    field.value = before;
    said.className = "plan-said late";
    said.textContent = plan.dataset.lost;
  } finally {
    plan.removeAttribute("aria-busy");
  }
};

const refuse = (card, zone) => {
  said.className = "plan-said late";
  said.textContent = zone?.dataset.refusal || card.dataset.refusal || "";
};

const release = () => {
  held?.classList.remove("held");
  held = null;
  for (const zone of zones()) {
    zone.classList.remove("over", "closed");
  }
};

const prepare = () => {
  for (const card of plan.querySelectorAll("[data-card]")) {
    card.draggable = true;
  }
};

plan.addEventListener("dragstart", (event) => {
  held = event.target.closest?.("[data-card]");
  if (!held) {
    return;
  }
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", held.id);
  held.classList.add("held");
  for (const zone of zones()) {
    zone.classList.toggle("closed", !zone.contains(held) && !may(held, zone));
  }
});

plan.addEventListener("dragover", (event) => {
  const zone = event.target.closest("[data-zone]");
  if (!held || !zone) {
    return;
  }
  // Also where it may not go: the drop says why.
  event.preventDefault();
  for (const other of zones()) {
    other.classList.toggle("over", other === zone && may(held, zone));
  }
});

plan.addEventListener("drop", (event) => {
  const zone = event.target.closest("[data-zone]");
  const card = held;
  release();
  if (!card || !zone || zone.contains(card)) {
    return;
  }
  event.preventDefault();
  if (may(card, zone)) {
    move(card, zone);
  } else {
    refuse(card, zone);
  }
});

plan.addEventListener("dragend", release);

plan.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const card = event.target.closest("[data-card]");
  if (!step || !card || !event.shiftKey || event.target.closest("form")) {
    return;
  }
  event.preventDefault();
  const values = zones();
  const here = values.findIndex((zone) => zone.contains(card));
  const ahead = step > 0 ? values.slice(here + 1) : values.slice(0, here).reverse();
  // On a board of several rows, the row that the card stands in comes first.
  const row = ahead.filter((zone) => zone.parentElement === values[here].parentElement);
  const zone = row.find((one) => may(card, one));
  if (zone) {
    move(card, zone);
  } else {
    refuse(card, row[0]);
  }
});

prepare();
