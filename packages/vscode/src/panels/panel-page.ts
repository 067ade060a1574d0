/**
 * The page that a panel shows: a frame with a style and a script of ours, into which the server's pieces are put. Nothing
 * is fetched from anywhere, and no script runs but the one with the number of this page.
 */

/** The whole page. `nonce` is another for each page. */
export function panelPage(nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<p id="outdated" hidden>The rules were edited since; save to see them anew.</p>
<main id="page"></main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

const script = `
const editor = acquireVsCodeApi();
const page = document.getElementById("page");
const outdated = document.getElementById("outdated");
window.addEventListener("message", ({ data }) => {
  if (typeof data.html === "string") {
    page.innerHTML = data.html;
    const marked = page.querySelector("[data-scroll]");
    if (marked !== null) {
      // Within its own frame only: what stands above the picture stays in sight.
      const frame = marked.closest(".frame");
      const [box, around] = [marked.getBoundingClientRect(), frame.getBoundingClientRect()];
      frame.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
      frame.scrollTop += box.top + box.height / 2 - around.top - around.height / 2;
    }
  }
  outdated.hidden = data.outdated !== true;
});
document.addEventListener("click", (event) => {
  const asked = event.target.closest("[data-uri], [data-action]");
  if (asked === null) return;
  event.preventDefault();
  const { uri, line, character, action } = asked.dataset;
  if (uri !== undefined) editor.postMessage({ kind: "open", uri, line: Number(line), character: Number(character) });
  else editor.postMessage({ kind: "action", action });
});
editor.postMessage({ kind: "ready" });
`;

const style = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground);
  max-width: 60em; line-height: 1.5; padding: 0 1.2em 2em; }
h1 { font-size: 1.35em; margin: 1em 0 .4em; }
h1 .title { font-weight: normal; }
h2 { font-size: 1.05em; margin: 1.4em 0 .3em; }
p { margin: .35em 0; }
ul { margin: .4em 0; padding-left: 1.4em; }
a { color: var(--vscode-textLink-foreground); }
#outdated, .warning { color: var(--vscode-editorWarning-foreground); }
#outdated { position: sticky; top: 0; background: var(--vscode-editor-background); padding: .5em 0; }
.quiet, .account { color: var(--vscode-descriptionForeground); font-size: .93em; }
.lead { font-size: 1.08em; }
section { border-top: 1px solid var(--vscode-widget-border, var(--vscode-panel-border)); }
.outcome { text-transform: uppercase; font-size: .8em; letter-spacing: .05em; padding: .1em .5em; border-radius: .3em;
  color: var(--vscode-badge-foreground); background: var(--vscode-badge-background); }
.outcome.deny { background: var(--vscode-charts-red); color: #fff; }
.outcome.hold { background: var(--vscode-charts-orange); color: #fff; }
.yes { color: var(--vscode-charts-green); }
.no { color: var(--vscode-charts-red); }
dt { font-weight: 600; margin-top: .8em; }
dd { margin: 0; }
table { border-collapse: collapse; margin: .4em 0; }
td, th { text-align: left; vertical-align: top; padding: .15em 1em .15em 0; }
svg { max-width: 100%; height: auto; display: block; }
svg.graph { max-width: none; }
.frame { overflow: auto; max-height: 75vh; }
svg text { fill: var(--vscode-foreground); font-size: 12px; font-family: var(--vscode-font-family); }
svg text.day { fill: var(--vscode-descriptionForeground); font-size: 11px; }
svg .axis { stroke: var(--vscode-descriptionForeground); }
svg .lead { stroke-width: .7; stroke-dasharray: 2 2; stroke: var(--vscode-descriptionForeground); }
svg circle.line { fill: var(--vscode-descriptionForeground); opacity: .55; }
svg circle.subject { fill: var(--vscode-charts-red); }
svg circle.companion { fill: var(--vscode-charts-blue); }
svg text.subject { fill: var(--vscode-charts-red); }
svg text.companion { fill: var(--vscode-charts-blue); }
svg .edge { fill: none; stroke: var(--vscode-descriptionForeground); opacity: .45; }
svg .edge.own { stroke: var(--vscode-textLink-foreground); opacity: 1; }
svg .node rect { fill: var(--vscode-editorWidget-background); stroke: var(--vscode-descriptionForeground); }
svg .node.current rect { stroke: var(--vscode-focusBorder); stroke-width: 2; }
svg .node:hover rect { stroke: var(--vscode-textLink-foreground); }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 0; padding: .3em .8em; }
`;
