/**
 * The style of the page. Colours keep 4.5:1 against their ground in both schemes. No line may begin with `::`, for a runner would
 * take it for a command. After a change here: the hash in `html.ts`, the test tells it.
 */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --panel: #f5f7f9; --text: #1c2127; --dim: #545d68; --line: #d0d7de; --link: #0a58b8;
  --error: #b3221b; --warning: #855000; --notice: #0a58b8; --good: #17692b; --mark: #ffe08a }
@media (prefers-color-scheme: dark) { :root { --ground: #0e1217; --panel: #171c23; --text: #e4e9ee; --dim: #a2acb8; --line: #3a434e; --link: #86bbff;
  --error: #ff9a92; --warning: #efb84a; --notice: #86bbff; --good: #79dd86; --mark: #6b4e00 } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 1rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", "Malgun Gothic", sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 1.5rem } footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--dim); font-size: .875rem }
h1 { font-size: 1rem; font-weight: 600; color: var(--dim); margin: 0 } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem } h3 { font-size: 1.05rem; line-height: 1.4; margin: 0 }
h4 { font-size: .875rem; color: var(--dim); margin: .8rem 0 .2rem } p { margin: .5rem 0 } a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code, pre { font: .9em/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace }
pre { margin: .2rem 0; padding: .6rem .8rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap }
.skip { position: absolute; left: -99rem; background: var(--ground); padding: .5rem 1rem } .skip:focus { left: 1rem; top: 1rem; z-index: 2 }
.verdict { font-size: 1.6rem; line-height: 1.3; font-weight: 700; margin: .25rem 0 1rem; border-left: .4rem solid; padding-left: .8rem }
.dim { color: var(--dim) } .error { color: var(--error) } .warning { color: var(--warning) } .notice { color: var(--notice) } .good { color: var(--good) }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0 }
.tiles li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; min-width: 7rem; flex: 1; color: var(--text) }
.tiles b { display: block; font-size: 1.6rem; line-height: 1.2 }
.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; background: var(--line) }
.bar .met { fill: var(--good) } .bar .broken { fill: var(--error) } .bar .open { fill: var(--warning) }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1rem 0 0 } nav a { display: inline-block; padding: .2rem 0 }
.drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1rem; align-items: start }
figure { margin: 0; padding: .9rem; border: 1px solid var(--line); border-radius: 8px } figcaption { color: var(--dim); font-size: .875rem; margin-top: .5rem }
.drawing { display: block; width: 100%; max-width: 44rem; height: auto; margin: 0 auto; font-size: 14px } .drawing text { fill: var(--text) }
.drawing rect { fill: var(--panel); stroke: var(--dim) } .drawing .target { stroke-width: 2 }
.drawing line, .drawing .cross { stroke-width: 2; fill: none } .drawing .cross { stroke-width: 3 }
.drawing .met line { stroke: var(--good) } .drawing .met .head, .drawing .met text { fill: var(--good) }
.drawing .open line { stroke: var(--warning); stroke-dasharray: 2 4 } .drawing .open .head, .drawing .open text { fill: var(--warning) }
.drawing .broken line { stroke: var(--error); stroke-dasharray: 9 5 } .drawing .broken .cross { stroke: var(--error) } .drawing .broken .head, .drawing .broken text { fill: var(--error); font-weight: 600 }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-bottom: 1px solid var(--line) }
tbody:last-child tr:last-child > * { border-bottom: 0 } thead th { background: var(--panel); min-width: 7.6rem } th[scope=row] { font-weight: 400 }
th[scope=rowgroup] { padding-top: .8rem; color: var(--dim); font-size: .875rem; font-weight: 600 } caption { text-align: left; padding: .5rem .75rem; color: var(--dim) }
.missing, .blocked { color: var(--error); font-weight: 600 } .partial, .unverifiable { color: var(--warning); font-weight: 600 } .satisfied { color: var(--good) } .not-applicable { color: var(--dim) }
td a { color: inherit } .sign { display: inline-block; width: 1.3em; font-weight: 700; font-style: normal }
details { margin: .75rem 0 } summary { cursor: pointer; padding: .3rem 0; font-weight: 600 } summary h2 { display: inline; font-size: 1.1rem }
.filter { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; margin: .75rem 0 }
.filter[hidden], [hidden] { display: none } .filter fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem } .filter label { display: inline-flex; flex-direction: column; font-size: .875rem }
.filter fieldset label { flex-direction: row; gap: .35rem; align-items: center; padding: .35rem 0 } .filter input[type=search], .filter select, .filter button { font: inherit; font-size: 1rem; padding: .3rem .6rem; max-width: 100%; border: 1px solid var(--dim); border-radius: 6px; background: var(--ground); color: var(--text) }
.filter input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin: 0 } .filter legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
article { border: 1px solid var(--line); border-left: .35rem solid var(--line); border-radius: 8px; padding: .8rem 1.1rem; margin: 1rem 0 }
article.error { border-left-color: var(--error) } article.warning { border-left-color: var(--warning) } article.notice { border-left-color: var(--notice) }
article, article.error, article.warning, article.notice { color: var(--text) } article:target { outline: 3px solid var(--link) }
.meta { display: flex; flex-wrap: wrap; gap: .15rem 1rem; margin: .3rem 0; color: var(--dim); font-size: .95rem } .badge { font-weight: 700 }
.source { padding: .6rem 0 } .source span { display: grid; grid-template-columns: 4rem 1fr } .source i { color: var(--dim); font-style: normal; text-align: right; padding-right: .8rem; user-select: none } .source b { font-weight: 400; padding-right: .8rem }
mark { background: var(--mark); color: var(--text); border-radius: 2px } del, ins { text-decoration: none; display: block } del { color: var(--error) } ins { color: var(--good) }
article ul, .rest, .changes ul { margin: .2rem 0; padding-left: 1.2rem } .rest li { margin: .3rem 0 }
@media (max-width: 40rem) { header, main, footer { padding-left: .75rem; padding-right: .75rem } .verdict { font-size: 1.25rem } figure { padding: .5rem } article { padding: .7rem .8rem }
  .tiles li { padding: .4rem .7rem; min-width: 5.5rem } th, td { padding: .3rem .5rem } .source span { grid-template-columns: 2.8rem 1fr } .filter label, .filter input[type=search], .filter select { width: 100% } .filter fieldset label { width: auto } }
@media print { :root { color-scheme: light; --ground: #fff; --panel: #fff; --text: #000; --dim: #444; --line: #999; --link: #000; --error: #8a1a14; --warning: #6b4000; --notice: #08458f; --good: #12531f; --mark: #eee }
  nav, .skip, .filter { display: none } body { font-size: 10pt } article, figure, tr { break-inside: avoid } h2, h3 { break-after: avoid } .scroll { overflow: visible; border: 0 } }
`
