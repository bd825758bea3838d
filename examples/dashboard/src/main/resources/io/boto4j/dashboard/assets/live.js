// Follows the database on pages that show its state. The page is complete without this script.

const places = document.querySelectorAll('[data-live]');
const log = document.querySelector('[data-live-log]');

function show(status) {
  for (const place of places) {
    const label = place.querySelector('[data-live-label]');
    label.textContent = status.label;
    label.className = 'pill ' + status.tone;
    place.querySelector('[data-live-detail]').textContent = status.detail;
    place.querySelector('[data-live-progress]').hidden = !status.busy;
    place.dataset.busy = status.busy;
    place.dataset.status = status.status;
  }
  enable('[data-live-start]', status.canStart);
  enable('[data-live-stop]', status.canStop);
}

function enable(selector, enabled) {
  const button = document.querySelector(selector);
  if (button) {
    button.disabled = !enabled;
  }
}

// One line for each state on the way, in which the number of checks grows.
function note(status) {
  if (!log || (!status.busy && !log.lastElementChild)) {
    return;
  }
  let line = log.lastElementChild;
  if (line?.dataset.status !== status.status) {
    line = log.appendChild(document.createElement('li'));
    line.dataset.status = status.status;
  }
  line.textContent = status.busy ? `${status.label}: ${status.detail}` : status.label;
}

// The ledger appears as soon as the database can be asked for it.
function reload(status) {
  const wanted = document.querySelector('[data-reload-when]')?.dataset.reloadWhen;
  if (wanted === status.status && document.querySelector('[data-live]').dataset.first !== wanted) {
    location.reload();
  }
}

if (places.length > 0) {
  places[0].dataset.first = places[0].dataset.status;
  new EventSource('/live').addEventListener('progress', event => {
    const status = JSON.parse(event.data);
    show(status);
    note(status);
    reload(status);
  });
}
