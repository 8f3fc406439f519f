// Saves a text as a file on this computer, and says under what name.

export function saveText(text: string, name: string): string {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return `Saved as ${name}.`;
}
