// Runs each document asked for in the built page, in a frame, and posts home the SHA-256 of what it says.

const requests = await (await fetch('probe/requests')).json();
for (const request of requests) {
  const answer = await hashOf(request).then(
    (hash) => ({ hash }),
    (error) => ({ problem: String(error) }),
  );
  await fetch('probe/answer', { method: 'POST', body: JSON.stringify({ id: request.id, ...answer }) });
}

async function hashOf({ id, text, options, replications }) {
  const frame = document.createElement('iframe');
  frame.width = '1366';
  frame.height = '768';
  frame.src = 'index.html';
  document.body.replaceChildren(frame);
  const page = () => frame.contentWindow;
  const shows = (part) => linkOf(page()).includes(part);

  await until('the page to open', () => /m=[^&]/.test(linkOf(page())));
  if (!shows(`m=${id}&`)) choose(page(), text);
  await until(`the page to take ${id}`, () => shows(`m=${id}&`));
  await until('the number of simulated years', () => {
    if (shows(`&n=${replications}&`)) return true;
    // Said again until it is heard, for the page writes its own address a moment after it opens a file.
    page().location.hash = `#/explore?m=${id}&o=today&n=${replications}&v=1`;
    page().dispatchEvent(new Event('hashchange'));
    return false;
  });
  const result = await page().onward.compare(options);

  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${result}\n`)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The address that shows the page's screen again; nothing while there is none yet. */
function linkOf(page) {
  try {
    return page.onward.link();
  } catch {
    return '';
  }
}

/** As somebody would who chooses a file: the document need not be among those that come with the page. */
function choose(page, text) {
  const files = new page.DataTransfer();
  files.items.add(new page.File([text], 'model.json', { type: 'application/json' }));
  const input = page.document.querySelector('input[type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function until(what, isSo, mostSeconds = 60) {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > mostSeconds * 1000) throw new Error(`waited ${mostSeconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
