// Copies a text, or says why it cannot and where to find the text.

export async function copyText(text: string, what: string, otherwise: () => string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied.`;
  } catch {
    return `Copying is not allowed here; ${otherwise()}`;
  }
}
