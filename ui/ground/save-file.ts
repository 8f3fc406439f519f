// Saves a file on this computer, and says under what name.

export const saveText = (text: string, name: string, type = 'application/json'): string => saveFile(text, name, type);

export function saveFile(content: BlobPart, name: string, type: string): string {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return `Saved as ${name}.`;
}
