/** Has the browser save CSV text as a file. The mark in front tells a spreadsheet that it is UTF-8. Nothing leaves the page for it. */
export function saveFile(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the file over once the click is done.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
