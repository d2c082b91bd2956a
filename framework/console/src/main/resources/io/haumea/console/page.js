// The Haumea page: asks the REST API every two seconds and shows what it says. Texts from the
// server are only ever set as text, never as markup.

const REFRESH_MILLIS = 2000;
// Counters are asked for rule by rule; more than this would be a burden for a small box.
const MAX_STATUS_REQUESTS = 50;

async function get(path) {
  // Without the login that the page's own address may carry, which fetch refuses.
  const response = await fetch(window.location.origin + path, { credentials: "same-origin", cache: "no-store" });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(text.trim() || `${path} answers ${response.status}`);
  }
  return text;
}

const getJson = async (path) => JSON.parse(await get(path));

function sum(metrics, kind, metric) {
  return Object.entries(metrics)
    .filter(([key]) => key.startsWith(`${kind}_`) && key.endsWith(`_${metric}`))
    .reduce((total, [, value]) => total + value, 0);
}

function texts(metrics, metric) {
  const values = Object.entries(metrics)
    .filter(([key, value]) => key.endsWith(`_${metric}`) && value !== "")
    .map(([, value]) => value);
  return [...new Set(values)].join("; ");
}

function total(metrics, metric) {
  return ["source", "op", "sink"].reduce((all, kind) => all + sum(metrics, kind, metric), 0);
}

async function ruleRow(rule, withCounters) {
  const failed = rule.status !== "Running";
  const row = [{ text: rule.id, head: true }, { text: rule.status, bad: failed }];
  const text = withCounters && !failed ? await get(`/rules/${encodeURIComponent(rule.id)}/status`) : "";
  if (!text.startsWith("{")) {
    return [...row, {}, {}, {}, {}, {}, {}];
  }
  const metrics = JSON.parse(text);
  const errors = total(metrics, "exceptions_total");
  const dropped = total(metrics, "dropped_total");
  return [
    ...row,
    { text: sum(metrics, "source", "records_in_total"), number: true },
    { text: sum(metrics, "sink", "records_out_total"), number: true },
    { text: errors, number: true, bad: errors > 0 },
    { text: dropped, number: true, bad: dropped > 0 },
    { text: texts(metrics, "connection_status") },
    { text: texts(metrics, "last_exception"), bad: true },
  ];
}

// A rule that has just been dropped is a failed request, not the end of the page.
async function ruleRows() {
  const rules = await getJson("/rules");
  const rows = await Promise.allSettled(
    rules.map((rule, index) => ruleRow(rule, index < MAX_STATUS_REQUESTS)),
  );
  return rows.filter((row) => row.status === "fulfilled").map((row) => row.value);
}

async function streamRows() {
  return (await getJson("/streams")).map((name) => [{ text: name, head: true }]);
}

async function pluginRows() {
  return (await getJson("/plugins")).map((plugin) => [
    { text: plugin.name, head: true },
    { text: plugin.version },
    { text: plugin.state, bad: plugin.state !== "active" },
    { text: plugin.types.map((type) => `${type.kind} ${type.name}`).join(", ") },
    { text: plugin.rules.join(", ") },
    { text: plugin.refusal ?? "", bad: true },
  ]);
}

function setCell(row, index, cell) {
  const tag = cell.head ? "TH" : "TD";
  let element = row.children[index];
  if (!element || element.tagName !== tag) {
    const made = document.createElement(tag);
    if (cell.head) {
      made.scope = "row";
    }
    if (element) {
      element.replaceWith(made);
    } else {
      row.append(made);
    }
    element = made;
  }
  const text = String(cell.text ?? "");
  // Only what has changed is touched, so that a selection survives.
  if (element.textContent !== text) {
    element.textContent = text;
  }
  element.className = [cell.number ? "number" : "", cell.bad ? "bad" : ""].join(" ").trim();
}

function show(id, rows, columns) {
  const body = document.getElementById(id);
  const shown = rows.length > 0 ? rows : [[{ text: "none" }]];
  while (body.children.length > shown.length) {
    body.lastElementChild.remove();
  }
  shown.forEach((cells, index) => {
    const row = body.children[index] ?? body.appendChild(document.createElement("tr"));
    cells.forEach((cell, column) => setCell(row, column, cell));
    while (row.children.length > cells.length) {
      row.lastElementChild.remove();
    }
    row.firstElementChild.colSpan = cells.length === 1 ? columns : 1;
  });
}

function setText(id, text) {
  const element = document.getElementById(id);
  // A status that is set again is read aloud again.
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

async function refresh() {
  const [server, rules, streams, plugins] = await Promise.all([
    getJson("/"),
    ruleRows(),
    streamRows(),
    pluginRows(),
  ]);
  setText("server", `${server.os}, up ${duration(server.upTimeSeconds)}`);
  show("rules", rules, 8);
  show("streams", streams, 1);
  show("plugins", plugins, 6);
  setText("state", "Live: refreshed every two seconds.");
}

function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

async function loop() {
  if (!document.hidden) {
    try {
      await refresh();
    } catch (error) {
      setText("state", `Not up to date: ${error.message}`);
    }
  }
  setTimeout(loop, REFRESH_MILLIS);
}

loop();
