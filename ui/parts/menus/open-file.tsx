// Opens the user's own model, a document or a workbook, chosen or dropped; what reads a file is fetched when there is one.

export const FileInput = ({ id }: { readonly id: string }) => (
  <input
    id={id}
    type="file"
    accept=".json,.xlsx,application/json"
    onChange={(event) => {
      const [file] = event.target.files ?? [];
      if (file) void openFile(file);
      event.target.value = ''; // the same file may be chosen again once mended
    }}
  />
);

export async function openFile(file: File): Promise<void> {
  const { openOwn } = await import('../../session/own-files.ts');
  return openOwn(file);
}
