/** Markdown of the server for where none is understood: what is code stands among the words. */
export function plain(markdown: string): string {
  return markdown.replaceAll('`', '')
}
