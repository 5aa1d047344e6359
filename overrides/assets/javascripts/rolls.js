// Long rolls: shows the rows that have all that a reader types, with or without marks. Without
// scripts the whole table stands there, and the box to type in stays hidden.

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
  for (const group of roll.querySelectorAll("tbody")) {
    let here = 0;
    for (const row of group.rows) {
      const fitting = fits([...row.cells].slice(1).map((cell) => cell.textContent.replaceAll("\u00a0", " ")).join(" "));
      row.hidden = !fitting;
      here += Number(fitting);
    }
    group.hidden = !here;
    shown += here;
  }
  status.textContent = typed.trim() ? (shown ? `${shown} người` : "Không có ai như vậy.") : "";
}

export function start(rolls) {
  for (const roll of rolls) {
    const find = roll.querySelector(".long-roll__find");
    const box = find.querySelector("input");
    box.addEventListener("input", () => filter(roll, box.value, find.querySelector("[role=status]")));
    find.hidden = false;
  }
}
