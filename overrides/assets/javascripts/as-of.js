// The posts on a day: hides who did not hold a post on the day that the reader chooses, and says of
// the rest how sure it is. What is compared are ISO days that the page carries (data-*), "" for
// unknown, so that they compare as text. The day stands in the address: ?ngay=2008-06-01.

const WORDS = { certain: "chắc chắn", inferred: "suy ra", possible: "không rõ" };
const ISO = /^\d{4}-\d{2}-\d{2}$/;

// As macros/dates/term.py, Bounds.covers.
export function stateOn(day, { earliest, from, to, latest, days, inferred }) {
  if ((earliest && day < earliest) || (latest && day > latest)) return "no";
  const held = from && to && from <= day && day <= to;
  if (!held && !days.split(" ").includes(day)) return "possible";
  return inferred === undefined ? "certain" : "inferred";
}

const inWords = (day) => day.split("-").reverse().join("/");

function stateInWords(state) {
  const word = document.createElement("span");
  word.className = "as-of__state";
  word.dataset.state = state;
  word.textContent = WORDS[state];
  return word;
}

// What an organization stood under on a day.
function showAbove(above, day) {
  const state = day ? stateOn(day, above.dataset) : "no";
  above.hidden = state === "no";
  above.querySelector(".as-of__unsure").hidden = state === "certain" || above.dataset.always !== undefined;
}

// The name that it bore then.
function showNames(names, day) {
  const borne = day ? names.filter((name) => name.dataset.since <= day).at(-1) : undefined;
  for (const name of names) name.hidden = name !== borne;
}

// Why the organization was not there then, between two of its lives; returns whether it was not.
function showAbsences(absences, day) {
  for (const one of absences) one.hidden = !day || day <= one.dataset.after || day >= one.dataset.before;
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
    const state = day ? stateOn(day, row.dataset) : "";
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
  const existed = !day || ((!since || since <= day) && (!until || day <= until));
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
    ? `Ngày ${inWords(day)}: ${counts.certain} chắc chắn, ${counts.inferred} suy ra, ${counts.possible} không rõ.`
    : "Chưa chọn ngày: bảng dưới liệt kê mọi người từng giữ chức.";
}

const asked = () => {
  const day = new URLSearchParams(location.search).get("ngay") ?? "";
  return ISO.test(day) && !Number.isNaN(Date.parse(day)) ? day : "";
};

export function start(root) {
  const form = root.querySelector(".as-of__form");
  const go = (day) => {
    const address = new URL(location.href);
    if (day) address.searchParams.set("ngay", day);
    else address.searchParams.delete("ngay");
    if (address.href !== location.href) history.pushState(null, "", address);
    show(root, day);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(form.ngay.value);
  });
  form.addEventListener("reset", () => go(""));
  const follow = () => {
    form.ngay.value = asked();
    show(root, asked());
  };
  addEventListener("popstate", follow);
  follow();
}
