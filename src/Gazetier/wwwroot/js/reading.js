// Says once, when an article is left, how far it was read: its number, a quarter, a span of time. Nobody's name, nothing kept in the browser.
// Not for who asks not to be measured; and not before a quarter was read.
const body = document.querySelector('.article .body');
const article = location.pathname.split('/')[1];
if (body && navigator.sendBeacon && navigator.doNotTrack !== '1' && !navigator.globalPrivacyControl) {
  const wall = body.querySelector('.wall');
  let deepest = 0;
  let looked = 0;
  let since = 0;
  let isSent = false;

  const look = () => {
    if (document.visibilityState === 'visible') {
      const { top, bottom } = body.getBoundingClientRect();
      const end = wall ? wall.getBoundingClientRect().top : bottom;
      deepest = Math.max(deepest, Math.min(1, (innerHeight - top) / Math.max(1, end - top)));
    }
  };
  const turn = () => {
    if (document.visibilityState === 'visible') {
      since = performance.now();
      look();
    } else if (since) {
      looked += performance.now() - since;
      since = 0;
    }
  };
  const leave = () => {
    if (since) {
      looked += performance.now() - since;
      since = 0;
    }
    const quarter = Math.floor(deepest * 4 + .02) * 25;
    if (!isSent && quarter > 0) {
      isSent = true;
      const seconds = [180, 60, 30, 10, 0].find(least => looked >= least * 1000);
      navigator.sendBeacon('/mesure', new URLSearchParams({ article, quart: quarter, secondes: seconds, mur: wall ? 'oui' : 'non' }));
    }
  };

  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', look, { passive: true });
  document.addEventListener('visibilitychange', turn);
  addEventListener('pagehide', leave);
  turn();
}
