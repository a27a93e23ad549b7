/**
 * mdast → HTML with holes. Classes for the site's styles: `admonition` with note, tip, caution or danger
 * and `admonition-title`; `step` (section, `data-risk`, `data-minutes`) with `step-bar`, `step-index`,
 * `step-risk` plus the risk, `step-minutes`, `step-title`; `expect` and `rollback` with `expect-title` and
 * `rollback-title`; `table-scroll`; `anchor` in headings; `code` with `code-language`; `parameter` with
 * `data-parameter`; `footnotes`. Colours of code and parameters are in code.css, of steps in steps.css.
 */
export { createRenderer, type RenderInput } from './renderer.ts';
export { fillTemplate } from './template.ts';
