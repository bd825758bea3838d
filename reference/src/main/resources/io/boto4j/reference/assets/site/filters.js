// Fields that narrow a list of links down while the reader types.

const plain = (text) => text.toLowerCase().replace(/[\s_-]/g, '');

export function filters() {
  for (const field of document.querySelectorAll('input[data-filter]')) {
    const list = document.getElementById(field.dataset.filter);
    const empty = document.querySelector(`[data-empty="${field.dataset.filter}"]`);
    if (!list) continue;
    const items = [...list.querySelectorAll('li')].map((element) => ({
      element,
      text: plain(element.textContent),
    }));
    const groups = [...list.querySelectorAll('[data-group]')];
    field.addEventListener('input', () => {
      const words = field.value.split(/\s+/).map(plain).filter(Boolean);
      let shown = 0;
      for (const item of items) {
        const matches = words.every((word) => item.text.includes(word));
        item.element.hidden = !matches;
        if (matches) shown++;
      }
      for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
      if (empty) empty.hidden = shown > 0;
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        list.querySelector('li:not([hidden]) a')?.click();
      } else if (event.key === 'Escape' && field.value !== '') {
        field.value = '';
        field.dispatchEvent(new Event('input'));
      }
    });
  }
}
