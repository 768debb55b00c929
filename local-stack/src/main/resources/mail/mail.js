// Asks every two seconds whether there is newer mail and then fetches the list anew, keeping what is open.
async function refresh() {
  const answer = await fetch('/api/newest');
  const { newest } = await answer.json();
  if (String(newest) === document.body.dataset.newest) return;
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  const known = new Set([...document.querySelectorAll('details')].map((mail) => mail.id));
  const fresh = [...page.querySelectorAll('details')].filter((mail) => !known.has(mail.id));
  document.querySelector('.empty')?.remove();
  document.querySelector('main').prepend(...fresh);
  document.getElementById('count').textContent = page.getElementById('count').textContent;
  document.body.dataset.newest = page.body.dataset.newest;
}
setInterval(() => refresh().catch(() => {}), 2000);
