// Where a box stands beside what it tells of: above it, or below where there is more room.

const MARGIN = 8; // px between the box and the edge of the window
const DISTANCE = 6; // px between the box and what it is about

/** @param {HTMLElement} box  @param {Element} about */
export function place(box, about) {
  // Of a link over two lines, the first: there the pointer or the reader came from.
  const at = about.getClientRects()[0] ?? about.getBoundingClientRect();
  box.style.maxHeight = "";
  const { width, height } = box.getBoundingClientRect();
  const above = at.top - DISTANCE - MARGIN;
  const below = innerHeight - at.bottom - DISTANCE - MARGIN;
  const upwards = height <= above || above > below;
  const room = Math.max(upwards ? above : below, 0);
  box.style.maxHeight = `${room}px`;
  const left = at.left + at.width / 2 - width / 2;
  box.style.left = `${Math.max(MARGIN, Math.min(left, document.documentElement.clientWidth - width - MARGIN))}px`;
  box.style.top = `${upwards ? at.top - DISTANCE - Math.min(height, room) : at.bottom + DISTANCE}px`;
}
