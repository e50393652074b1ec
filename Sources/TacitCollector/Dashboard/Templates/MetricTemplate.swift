extension Templates {
    /// One metric: the latest figure, how it was protected, the chart, then the same figures as tables.
    static let metric = #"""
        {{<layout}}
        {{$main}}
        <section class="answer" aria-labelledby="answer">
        <p class="eyebrow"><a href="{{page.links.overview}}#metrics">Metrics</a> · {{kind}}</p>
        <h1 id="answer">{{name}}</h1>
        <p class="lead">{{description}}</p>
        {{#hasSelection}}
        <p class="selection">Cell <strong><bdi>{{selection}}</bdi></strong>{{#allLink}} <a href="{{allLink}}">{{allLabel}}</a>{{/allLink}}</p>
        {{/hasSelection}}
        {{#figure}}
        <p class="headline">{{> figure}}</p>
        {{/figure}}
        {{#state}}<p class="headline state">{{state}}</p>{{/state}}
        <p class="about">{{about}}</p>
        <p class="protected">{{summary}}</p>
        </section>

        {{#hasChart}}
        <figure>
        {{{chart}}}
        <figcaption>{{caption}}</figcaption>
        </figure>
        {{/hasChart}}

        {{#hasBuckets}}
        <section aria-labelledby="buckets">
        <h2 id="buckets">Buckets</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="Buckets">
        <table class="figures" role="table">
        <caption>{{bucketCaption}}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Bucket</th><th scope="col" role="columnheader" class="end">{{estimateHeading}}</th><th scope="col" role="columnheader">{{intervalHeading}}</th><th scope="col" role="columnheader" class="scale"><span>{{buckets.lower}}</span><span>{{buckets.upper}} {{unit}}</span></th></tr></thead>
        <tbody role="rowgroup">
        {{#buckets.rows}}{{> cell-rows}}{{/buckets.rows}}
        </tbody>
        </table>
        </div>
        </section>
        {{/hasBuckets}}

        {{#hasMoving}}
        <section aria-labelledby="moving">
        <h2 id="moving">Moving figures</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="Moving figures">
        <table class="figures" role="table">
        <caption>{{movingCaption}}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Windows</th><th scope="col" role="columnheader" class="end">{{estimateHeading}}</th><th scope="col" role="columnheader">{{intervalHeading}}</th><th scope="col" role="columnheader" class="scale"><span>{{moving.lower}}</span><span>{{moving.upper}} {{unit}}</span></th></tr></thead>
        <tbody role="rowgroup">
        {{#moving.rows}}{{> cell-rows}}{{/moving.rows}}
        </tbody>
        </table>
        </div>
        </section>
        {{/hasMoving}}

        {{#hasMultiples}}
        <section aria-labelledby="multiples">
        <h2 id="multiples">Largest cells</h2>
        <p>{{multiplesCaption}}</p>
        <ul class="multiples">
        {{#multiples}}
        <li><a href="{{href}}"{{#current}} aria-current="true"{{/current}}><span class="name"><bdi>{{label}}</bdi></span>{{{picture}}}{{#.figure}}{{> figure}}{{/.figure}}</a></li>
        {{/multiples}}
        </ul>
        </section>
        {{/hasMultiples}}

        {{#hasCells}}
        <section aria-labelledby="cells">
        <h2 id="cells">Cells</h2>
        <p>{{cellsCaption}}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Cells">
        <table class="figures" role="table">
        <caption>Cells by {{dimensions}}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{dimensions}}</th><th scope="col" role="columnheader" class="end">{{estimateHeading}}</th><th scope="col" role="columnheader">{{intervalHeading}}</th>{{#hasPeople}}<th scope="col" role="columnheader" class="end people">{{people}}</th>{{/hasPeople}}<th scope="col" role="columnheader" class="scale"><span>{{cells.lower}}</span><span>{{cells.upper}} {{unit}}</span></th></tr></thead>
        <tbody role="rowgroup">
        {{#cells.rows}}{{> cell-rows}}{{/cells.rows}}
        </tbody>
        </table>
        </div>
        {{#hasMoreCells}}
        <details>
        <summary>{{moreLabel}}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="More cells">
        <table class="figures" role="table">
        <caption>More cells by {{dimensions}}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{{dimensions}}</th><th scope="col" role="columnheader" class="end">{{estimateHeading}}</th><th scope="col" role="columnheader">{{intervalHeading}}</th>{{#hasPeople}}<th scope="col" role="columnheader" class="end people">{{people}}</th>{{/hasPeople}}<th scope="col" role="columnheader" class="scale"><span>{{cells.lower}}</span><span>{{cells.upper}} {{unit}}</span></th></tr></thead>
        <tbody role="rowgroup">
        {{#moreCells}}{{> cell-rows}}{{/moreCells}}
        </tbody>
        </table>
        </div>
        </details>
        {{/hasMoreCells}}
        </section>
        {{/hasCells}}

        {{#hasWindows}}
        <section aria-labelledby="windows">
        <h2 id="windows">Windows</h2>
        <details{{#windowsOpen}} open="open"{{/windowsOpen}}>
        <summary>{{windowsLabel}}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Windows">
        <table class="figures" role="table">
        <caption>{{windowsCaption}}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Window</th><th scope="col" role="columnheader" class="end">{{estimateHeading}}</th><th scope="col" role="columnheader">{{intervalHeading}}</th><th scope="col" role="columnheader" class="scale"><span>{{windows.lower}}</span><span>{{windows.upper}} {{unit}}</span></th></tr></thead>
        <tbody role="rowgroup">
        {{#windows.rows}}{{> cell-rows}}{{/windows.rows}}
        </tbody>
        </table>
        </div>
        </details>
        </section>
        {{/hasWindows}}

        {{> protection}}
        {{/main}}
        {{/layout}}
        """#

    /// A row of a table of figures: a link or a name, then the figure with its interval, or the words that stand for it.
    static let cellRows = #"""
        <tr role="row"{{#current}} class="current"{{/current}}>
        <th scope="row" role="rowheader">{{#.href}}<a href="{{.}}"{{#current}} aria-current="true"{{/current}}>{{/.href}}{{#parts}}<bdi>{{text}}</bdi>{{^last}}<span class="dot"> · </span>{{/last}}{{/parts}}{{#.href}}</a>{{/.href}}{{#.remark}} <span class="remark">{{.}}</span>{{/.remark}}</th>
        {{#.figure}}
        <td role="cell" class="end"><span class="figure"><span class="estimate">{{estimate}}</span> <span class="spread">{{spread}}</span> <span class="unit">{{unit}}</span></span></td>
        <td role="cell" class="interval">{{interval}}</td>
        {{#contributors}}
        <td role="cell" class="end people"><span class="figure"><span class="estimate">{{estimate}}</span> <span class="spread">{{spread}}</span><span class="unit"> {{unit}}</span></span></td>
        {{/contributors}}
        <td role="cell" class="mark">{{{mark}}}</td>
        {{/.figure}}
        {{^.figure}}
        <td role="cell" colspan="{{columns}}" class="state">{{.state}}</td>
        {{/.figure}}
        </tr>
        """#
}
