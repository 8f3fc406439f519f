// A link as a picture that a phone can scan: dark on light in any theme, as phones read it.

/** Fails where the link is too long for one. */
export async function codeToScan(link: string): Promise<string> {
  const { renderSVG } = await import('uqr');
  const svg = renderSVG(link, { ecc: 'M', border: 4 });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
