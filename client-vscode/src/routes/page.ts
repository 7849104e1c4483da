/** The frame of the picture: nothing may be loaded or run but our script, our style and no network. */
export function pageOf(resources: {
  cspSource: string
  script: string
  style: string
  nonce: string
}): string {
  const { cspSource, script, style, nonce } = resources
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Message routes</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
}
