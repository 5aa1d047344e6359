// Long rolls: shows the rows that have all that a reader types, with or without marks. Without
// scripts the whole table stands there, without the box to type in.

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

// What was typed with marks is meant with them.
export function wanted(typed) {
  const words = typed.trim().toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
  return (text) => {
    const plain = ` ${text.toLowerCase().normalize("NFC")}`;
    const folded = fold(plain);
    return words.every((word) => (word === fold(word) ? folded : plain).includes(` ${word}`));
  };
}

function filter(roll, typed, status) {
  const fits = wanted(typed);
  let shown = 0;
  let all = 0;
  for (const group of roll.querySelectorAll("tbody")) {
    let here = 0;
    for (const row of group.rows) {
      const fitting = fits([...row.cells].slice(1).map((cell) => cell.textContent.replaceAll("\u00a0", " ")).join(" "));
      row.hidden = !fitting;
      here += Number(fitting);
      all += 1;
    }
    group.hidden = !here;
    // No letter leads to nobody.
    const letter = roll.querySelector(`.long-roll__letters a[href="#${group.id}"]`);
    if (letter) letter.hidden = !here;
    shown += here;
  }
  status.textContent = typed.trim() ? (shown ? `${shown} trên ${all} người` : "Không có ai như vậy.") : "";
}

export function start(rolls) {
  for (const roll of rolls) {
    const box = roll.querySelector(".long-roll__find input");
    const status = roll.querySelector(".long-roll__find [role=status]");
    const filtered = () => filter(roll, box.value, status);
    box.addEventListener("input", filtered);
    // Typed before this came, or kept by the browser.
    if (box.value) filtered();
  }
}
