// Runs before the first paint, so that a dark page never flashes white.
(function () {
  var kept = null;
  try { kept = localStorage.getItem('zhuqi.theme'); } catch (e) { /* storage refused: follow the system */ }
  var dark = kept ? kept === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
})();
