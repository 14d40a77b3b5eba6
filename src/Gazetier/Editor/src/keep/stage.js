/** A save may begin the work: the head of the desk says so, and the move that it made is offered no longer. */
export function showStage(stage, page = document) {
  const shown = page.querySelector('.desk-head .status');
  if (!stage || !shown) return;
  if (shown.textContent !== stage.name) shown.textContent = stage.name;
  shown.className = `status ${stage.mark}`.trim();
  page.querySelector(`.moves button[value="${stage.value}"]`)?.remove();
}
