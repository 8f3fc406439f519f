// Opens the user's own model, a document or a workbook, chosen or dropped; what reads a file is fetched when there is one.

export const FileInput = ({ id }: { readonly id: string }) => (
  <input
    id={id}
    type="file"
    accept=".json,.xlsx,.csv,application/json"
    onChange={(event) => {
      const [file] = event.target.files ?? [];
      if (file) void openFile(file);
      event.target.value = ''; // the same file may be chosen again once mended
    }}
  />
);

/** A table is looked at in Your data. `more`: files that go with it, as the two of a network do. */
export async function openFile(file: File, ...more: File[]): Promise<void> {
  if (/\.(csv|tsv|txt)$/i.test(file.name)) {
    location.hash = '#/bring';
    return (await import('../../session/own-table.ts')).giveFiles([file, ...more]);
  }
  return (await import('../../session/own-files.ts')).openOwn(file);
}
