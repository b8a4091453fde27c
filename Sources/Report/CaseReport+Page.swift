extension CaseReport {
    /// The template. Its clocks stand at the end of the footage: a page opened a day later shows the same.
    static let page = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Piculet 案件 · Cases</title>
        <style>
        :root { --ink: #1d2733; --soft: #5d6b7a; --line: #dfe5eb; --paper: #f5f7f9; --card: #fff; --mark: #c8392b; --calm: #2b7a5b; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8edf2; --soft: #9aa8b6; --line: #2c3743; --paper: #12181f; --card: #1a222b; --mark: #ff7a6b; --calm: #6fd0a8; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; }
        header { padding: 28px 24px 8px; max-width: 1280px; margin: auto; }
        h1 { margin: 0; font-size: 22px; }
        header p { margin: 4px 0 0; color: var(--soft); }
        main { max-width: 1280px; margin: auto; padding: 16px 24px 48px; display: grid; gap: 18px; grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr)); }
        article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; display: flex; flex-direction: column; }
        article img { width: 100%; display: block; aspect-ratio: 16/9; object-fit: cover; background: #000; }
        .body { padding: 14px 16px 16px; display: grid; gap: 10px; }
        .head { display: flex; justify-content: space-between; gap: 12px; align-items: start; }
        h2 { margin: 0; font-size: 18px; }
        .en { color: var(--soft); font-size: 13px; }
        .clock + .en { display: block; text-align: right; }
        .clock { font: 600 22px/1.1 ui-monospace, monospace; color: var(--mark); text-align: right; white-space: nowrap; }
        .clock.stopped { color: var(--calm); }
        dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 3px 12px; font-size: 14px; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .hash { font: 11px/1.4 ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
        .missing, .none { padding: 40px 16px; text-align: center; color: var(--soft); }
        a { color: inherit; }
        </style>
        </head>
        <body>
        <header>
        <h1>案件 <span class="en">Cases</span> · {{count}}</h1>
        <p>未结 {{open}} <span class="en">open</span> · 计时截至 <span class="en">clocks as of</span> {{asOf}} · {{footage}}</p>
        </header>
        <main>
        {{#isEmpty}}<p class="none">没有发现需要处理的情况。<br>Nothing was found that needs a person.</p>{{/isEmpty}}
        {{#cases}}
        <article id="{{number}}">
        {{#hasPictures}}<a href="{{original}}"><img src="{{marked}}" alt="{{nameZH}} {{nameEN}}" loading="lazy"></a>{{/hasPictures}}
        {{^hasPictures}}<div class="missing">没有图片 No picture: {{missing}}</div>{{/hasPictures}}
        <div class="body">
        <div class="head">
        <div><h2>{{nameZH}}</h2><span class="en">{{nameEN}} · {{number}}</span></div>
        <div><div class="clock{{^isRunning}} stopped{{/isRunning}}">{{elapsed}}</div><span class="en">{{stateZH}}<br>{{stateEN}}</span></div>
        </div>
        <dl>
        <dt>摄像机 Camera</dt><dd>{{camera}} · {{zone}}</dd>
        <dt>网格 Grid</dt><dd>{{path}} <span class="en">({{grid}})</span></dd>
        <dt>责任单位 Unit</dt><dd>{{unit}}</dd>
        <dt>发现 Began</dt><dd>{{date}} {{time}}</dd>
        <dt>检出 Hit</dt><dd>{{hitTime}} <span class="en">(+{{confirm}})</span></dd>
        {{#hasExtent}}<dt>规模 Extent</dt><dd>{{extentZH}} <span class="en">{{extentEN}}</span></dd>{{/hasExtent}}
        </dl>
        {{#hasPictures}}<div class="hash">SHA-256 {{sha256}}</div>{{/hasPictures}}
        </div>
        </article>
        {{/cases}}
        </main>
        </body>
        </html>

        """
}
