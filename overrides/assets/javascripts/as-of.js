// The posts at a time: hides who did not hold a post on the day, in the month or in the year that the
// reader chooses, and says of the rest how sure it is. The time stands in the address: ?ngay=2008-06.

const WORDS = { certain: "chắc chắn", inferred: "suy ra", possible: "không rõ" };

// A day, a month or a year as readers type it, and as it stands in an address: “2003”, “6/2003”,
// “1/6/2003”, “2003-06”, “2003-06-01”. The order is the Vietnamese one in every browser.

const TYPED = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;
const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

const padded = (number) => String(number).padStart(2, "0");

// The first and the last day, and the time in the two forms; null if it is none.
export function readTime(text) {
  const words = text.trim().replace(/^(ngày|tháng|năm)\s+/i, "").replace(/\s*([/.-])\s*/g, "$1");
  const iso = words.match(ISO);
  const typed = iso ? null : words.match(TYPED);
  if (!iso && !typed) return null;
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [typed[3], typed[2], typed[1]];
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31`, iso: year, said: year, unit: "Năm" };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day && (Number(day) < 1 || Number(day) > days)) return null;
  const start = `${year}-${padded(month)}`;
  if (!day) return { from: `${start}-01`, to: `${start}-${days}`, iso: start, said: `${padded(month)}/${year}`, unit: "Tháng" };
  const whole = `${start}-${padded(day)}`;
  return { from: whole, to: whole, iso: whole, said: `${padded(day)}/${padded(month)}/${year}`, unit: "Ngày" };
}

// Whether a post was held at some time from one day to another, by the bounds of its holder: as
// macros/dates/term.py, Bounds.covers, which a single day gives. What is compared are ISO days, ""
// for unknown, so that they compare as text.
export function stateIn(time, { earliest, from, to, latest, days, inferred }) {
  if ((earliest && time.to < earliest) || (latest && time.from > latest)) return "no";
  const held = from && to && from <= time.to && time.from <= to;
  const named = days.split(" ").some((day) => day && time.from <= day && day <= time.to);
  if (!held && !named) return "possible";
  return inferred === undefined ? "certain" : "inferred";
}

function stateInWords(state) {
  const word = document.createElement("span");
  word.className = "as-of__state";
  word.dataset.state = state;
  word.textContent = WORDS[state];
  return word;
}

// What an organization stood under on a day.
function showAbove(above, day) {
  const state = day ? stateIn(day, above.dataset) : "no";
  above.hidden = state === "no";
  above.querySelector(".as-of__unsure").hidden = state === "certain" || above.dataset.always !== undefined;
}

// The name that it bore then.
function showNames(names, day) {
  const borne = day ? names.filter((name) => name.dataset.since <= day.to).at(-1) : undefined;
  for (const name of names) name.hidden = name !== borne;
}

// Why the organization was not there then, between two of its lives; returns whether it was not.
function showAbsences(absences, day) {
  for (const one of absences) one.hidden = !day || day.from <= one.dataset.after || day.to >= one.dataset.before;
  return absences.some((one) => !one.hidden);
}

// Who held one post on a day; nobody is sought where the organization was not there.
function showPost(post, day, absent, count) {
  let found = 0;
  for (const row of post.rows) {
    if (row.classList.contains("as-of__nobody")) {
      row.hidden = !day || found > 0 || absent;
      continue;
    }
    const state = day ? stateIn(day, row.dataset) : "";
    row.hidden = absent || state === "no";
    row.cells[3].replaceChildren();
    if (row.hidden || !day) continue;
    found += 1;
    count(state);
    row.cells[3].append(stateInWords(state));
  }
}

function showBody(body, day, counts) {
  const { since, until } = body.dataset;
  const existed = !day || ((!since || since <= day.to) && (!until || day.from <= until));
  body.hidden = !existed;
  showNames([...body.querySelectorAll(".as-of__name")], day);
  for (const above of body.querySelectorAll(".as-of__above")) showAbove(above, day);
  const absent = showAbsences([...body.querySelectorAll(".as-of__absent")], day);
  body.querySelector("thead").hidden = absent;
  const count = (state) => {
    if (existed) counts[state] += 1;
  };
  for (const post of body.querySelectorAll("tbody")) showPost(post, day, absent, count);
  return existed;
}

function show(root, day) {
  const counts = { certain: 0, inferred: 0, possible: 0 };
  root.classList.toggle("as-of--chosen", Boolean(day));
  for (const volume of root.querySelectorAll(".as-of__volume")) {
    const shown = [...volume.querySelectorAll(".as-of__body")].map((body) => showBody(body, day, counts));
    volume.hidden = !shown.some(Boolean);
  }
  root.querySelector(".as-of__told").textContent = day
    ? `${day.unit} ${day.said}: ${counts.certain} chắc chắn, ${counts.inferred} suy ra, ${counts.possible} không rõ.`
    : "Chưa chọn ngày: bảng dưới liệt kê mọi người từng giữ chức.";
}

const asked = () => readTime(new URLSearchParams(location.search).get("ngay") ?? "");

export function start(root) {
  const form = root.querySelector(".as-of__form");
  const years = form.querySelector(".as-of__years");
  years.hidden = !years.querySelector("input");
  const follow = (time) => {
    form.ngay.value = time?.said ?? "";
    form.ngay.removeAttribute("aria-invalid");
    if (time && form.nam) form.nam.value = time.from.slice(0, 4);
    show(root, time);
  };
  const go = (time) => {
    const address = new URL(location.href);
    if (time) address.searchParams.set("ngay", time.iso);
    else address.searchParams.delete("ngay");
    if (address.href !== location.href) history.pushState(null, "", address);
    follow(time);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const time = readTime(form.ngay.value);
    if (time) return go(time);
    form.ngay.setAttribute("aria-invalid", "true");
    root.querySelector(".as-of__told").textContent = `Không đọc được “${form.ngay.value}”: gõ 2003, 06/2003 hoặc 01/06/2003.`;
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go(null);
  });
  form.nam?.addEventListener("input", () => go(readTime(form.nam.value)));
  addEventListener("popstate", () => follow(asked()));
  follow(asked());
}
