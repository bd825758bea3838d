// Runs before the first paint, so that neither the theme nor the chosen language flashes.
(() => {
  const root = document.documentElement;
  // In a page that is opened from a file, browsers do not run modules: it is complete without.
  if (location.protocol !== 'file:') root.classList.add('js');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    root.dataset.lang = localStorage.getItem('lang') || 'java';
  } catch {
    root.dataset.lang = 'java'; // no storage: the choices last as long as the page
  }
})();
