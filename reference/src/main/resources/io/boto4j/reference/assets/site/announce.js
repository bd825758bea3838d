// A short message, seen and read out.

const message = document.createElement('div');
message.className = 'said';
message.setAttribute('role', 'status');
document.body.append(message);
let timer = 0;

export function announce(text) {
  message.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    message.textContent = '';
  }, 1800);
}
