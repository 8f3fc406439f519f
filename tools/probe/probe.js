// Runs each document asked for in the built page, in a frame, and posts home the SHA-256 of what it says.

const requests = await (await fetch('probe/requests')).json();
const frame = document.createElement('iframe');
frame.style.display = 'none'; // its numbers are asked for, and painting them would be a third of the work
for (const request of requests) {
  const answer = await hashOf(request).then(
    (hash) => ({ hash }),
    (error) => ({ problem: String(error) }),
  );
  await fetch('probe/answer', { method: 'POST', body: JSON.stringify({ id: request.id, ...answer }) });
}

/** The page is opened once and goes from model to model by its links, to a view that has no picture to play meanwhile. */
async function hashOf({ id, options, replications }) {
  const link = `#/outcomes?m=${id}&o=today&n=${replications}&v=1`;
  if (frame.isConnected) frame.contentWindow.location.hash = link;
  else {
    frame.src = `index.html${link}`;
    document.body.append(frame);
  }
  await until(() => linkNow().includes(`m=${id}&`) && linkNow().includes(`&n=${replications}&`));
  const result = await frame.contentWindow.onward.compare(options);

  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${result}\n`)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address that shows the page's screen again; nothing while there is none yet. */
function linkNow() {
  try {
    return frame.contentWindow.onward.link();
  } catch {
    return '';
  }
}

/** Whoever started the browser says when this has taken too long; a link that the page cannot use is said at once. */
async function until(isSo) {
  while (!isSo()) {
    const refused = frame.contentDocument?.querySelector('.problem-note:not(.news)');
    if (refused) throw new Error(refused.textContent);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
