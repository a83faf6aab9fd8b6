<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChartExport</name>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>导出为 PNG…</translation>
    </message>
    <message>
        <source>Export as PNG, 2×…</source>
        <translation>导出为 PNG，2×…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>导出为 SVG…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
</context>
<context>
    <name>DocumentFile</name>
    <message>
        <source>The file on disk is shorter than what was written.</source>
        <translation>磁盘上的文件比写入的内容短。</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>The file is larger than 64 MiB.</source>
        <translation>文件大于 64 MiB。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>“%1” is not a name: lower-case letters, digits, “-” and “.” are.</source>
        <translation>“%1”不是名称：可用小写字母、数字、“-”和“.”。</translation>
    </message>
    <message>
        <source>The name “%1” is taken already.</source>
        <translation>名称“%1”已被占用。</translation>
    </message>
    <message>
        <source>“%1” is not a DNS name.</source>
        <translation>“%1”不是 DNS 名称。</translation>
    </message>
    <message>
        <source>“%1” is an IP address; a DNS name is expected.</source>
        <translation>“%1”是 IP 地址；这里应为 DNS 名称。</translation>
    </message>
    <message>
        <source>“%1” is not a method.</source>
        <translation>“%1”不是方法。</translation>
    </message>
    <message>
        <source>“%1” is not %2: methods are compared with case.</source>
        <translation>“%1”不是 %2：方法区分大小写。</translation>
    </message>
    <message>
        <source>“%1” is not a regular expression: %2.</source>
        <translation>“%1”不是正则表达式：%2。</translation>
    </message>
    <message>
        <source>“%1” is too large a regular expression.</source>
        <translation>正则表达式“%1”太大。</translation>
    </message>
    <message>
        <source>A path begins with “/”, this one is “%1”.</source>
        <translation>路径以“/”开头，这里是“%1”。</translation>
    </message>
    <message>
        <source>The path “%1” contains a character that is not allowed.</source>
        <translation>路径“%1”含有不允许的字符。</translation>
    </message>
    <message>
        <source>This filter changes nothing.</source>
        <translation>此过滤不改变任何内容。</translation>
    </message>
    <message>
        <source>The new path is missing.</source>
        <translation>缺少新路径。</translation>
    </message>
    <message>
        <source>ReplacePrefixMatch needs a rule with exactly one match, by PathPrefix.</source>
        <translation>ReplacePrefixMatch 需要恰好有一个 PathPrefix 匹配的规则。</translation>
    </message>
    <message>
        <source>A filter of this type stands here already.</source>
        <translation>这里已有此类型的过滤。</translation>
    </message>
    <message>
        <source>A request is either redirected or rewritten, not both.</source>
        <translation>请求只能重定向或改写，不能两者兼有。</translation>
    </message>
    <message>
        <source>“%1” is not an IP address.</source>
        <translation>“%1”不是 IP 地址。</translation>
    </message>
    <message>
        <source>Other machines can reach this listener at %1.</source>
        <translation>其他机器可通过 %1 访问此监听器。</translation>
    </message>
    <message>
        <source>Only HTTP is served so far; this listener stays closed.</source>
        <translation>目前只支持 HTTP；此监听器保持关闭。</translation>
    </message>
    <message>
        <source>Another program listens at %1 already.</source>
        <translation>另一个程序已在 %1 监听。</translation>
    </message>
    <message>
        <source>Another gateway listens at %1.</source>
        <translation>另一个网关在 %1 监听。</translation>
    </message>
    <message>
        <source>Another listener of this gateway has the same port %1 and hostname.</source>
        <translation>此网关的另一个监听器有相同的端口 %1 和主机名。</translation>
    </message>
    <message>
        <source>There is no gateway “%1”.</source>
        <translation>没有网关“%1”。</translation>
    </message>
    <message>
        <source>The gateway “%1” has no listener “%2”.</source>
        <translation>网关“%1”没有监听器“%2”。</translation>
    </message>
    <message>
        <source>No such listener of “%1” has the port %2.</source>
        <translation>“%1”没有端口为 %2 的监听器。</translation>
    </message>
    <message>
        <source>The route attaches to “%1” already.</source>
        <translation>路由已连接到“%1”。</translation>
    </message>
    <message>
        <source>The route attaches to no listener, so it serves nothing.</source>
        <translation>路由没有连接监听器，因此不提供服务。</translation>
    </message>
    <message>
        <source>The listener doesn&apos;t take this route (%1): %2</source>
        <translation>监听器不接受此路由（%1）：%2</translation>
    </message>
    <message>
        <source>The rule has no backend: its requests are answered with 500.</source>
        <translation>规则没有后端：其请求以 500 应答。</translation>
    </message>
    <message>
        <source>All weights are 0: the rule&apos;s requests are answered with 500.</source>
        <translation>所有权重为 0：规则的请求以 500 应答。</translation>
    </message>
    <message>
        <source>There is no service “%1”: this share is answered with 500.</source>
        <translation>没有服务“%1”：此份额以 500 应答。</translation>
    </message>
    <message>
        <source>The service “%1” has no port %2: this share is answered with 500.</source>
        <translation>服务“%1”没有端口 %2：此份额以 500 应答。</translation>
    </message>
    <message>
        <source>No server answers for the service “%1”.</source>
        <translation>没有服务器为服务“%1”应答。</translation>
    </message>
    <message>
        <source>All weights are 0: nothing would be sent.</source>
        <translation>所有权重为 0：不会发送任何请求。</translation>
    </message>
    <message>
        <source>The rate would still be growing when the load ends.</source>
        <translation>负载结束时速率仍在上升。</translation>
    </message>
    <message>
        <source>The engine refused: %1</source>
        <translation>引擎拒绝：%1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Engine running</source>
        <translation>引擎运行中</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>引擎正在启动</translation>
    </message>
    <message>
        <source>Engine restarting</source>
        <translation>引擎正在重启</translation>
    </message>
    <message>
        <source>Engine failed</source>
        <translation>引擎失败</translation>
    </message>
    <message>
        <source>Engine of another version</source>
        <translation>引擎版本不同</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
</context>
<context>
    <name>TrafficCharts</name>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Requests by route</source>
        <translation>按路由的请求</translation>
    </message>
    <message>
        <source>Requests by version</source>
        <translation>按版本的请求</translation>
    </message>
    <message>
        <source>Requests by status</source>
        <translation>按状态的请求</translation>
    </message>
    <message>
        <source>Latency from intended send time</source>
        <translation>自计划发送时刻的延迟</translation>
    </message>
    <message>
        <source>Latency at the gateway</source>
        <translation>网关处的延迟</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Status mix</source>
        <translation>状态构成</translation>
    </message>
    <message>
        <source>% of answers</source>
        <translation>占应答的 %</translation>
    </message>
    <message>
        <source>In flight and connection reuse</source>
        <translation>进行中与连接复用</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>upstream reuse %</source>
        <translation>上游复用 %</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>load starts</source>
        <translation>负载开始</translation>
    </message>
    <message>
        <source>load ends</source>
        <translation>负载结束</translation>
    </message>
    <message>
        <source>engine restarted</source>
        <translation>引擎已重启</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui</name>
    <message>
        <source>%1 errors</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>The clipboard isn&apos;t a part of a workspace: %1</source>
        <translation>剪贴板内容不是工作区的一部分：%1</translation>
    </message>
    <message>
        <source>The clipboard&apos;s workspace has no listener, route or service.</source>
        <translation>剪贴板中的工作区没有监听器、路由或服务。</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>粘贴 %1</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n item(s)</source>
        <translation>
            <numerusform>粘贴 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>listener %1</source>
        <translation>监听器 %1</translation>
    </message>
    <message>
        <source>route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>服务 %1</translation>
    </message>
    <message>
        <source>Add listener %1</source>
        <translation>添加监听器 %1</translation>
    </message>
    <message>
        <source>Add redirect %1</source>
        <translation>添加重定向 %1</translation>
    </message>
    <message>
        <source>Add route %1</source>
        <translation>添加路由 %1</translation>
    </message>
    <message>
        <source>Add service %1</source>
        <translation>添加服务 %1</translation>
    </message>
    <message>
        <source>Add version %1</source>
        <translation>添加版本 %1</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>将 %1 连接到 %2</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation>
            <numerusform>删除 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>断开 %1 与 %2</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制一份 %1</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n item(s)</source>
        <translation>
            <numerusform>复制 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>移动 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>固定 %1</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>取消固定 %1</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>自动布局</translation>
    </message>
    <message numerus="yes">
        <source>Distribute %n node(s)</source>
        <translation>
            <numerusform>均布 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align %n node(s)</source>
        <translation>
            <numerusform>对齐 %n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>Set weight of %1 to %2</source>
        <translation>将 %1 的权重设为 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Banner</name>
    <message>
        <source>Put this notice away</source>
        <translation>收起此通知</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BottomPane</name>
    <message>
        <source>Bottom pane</source>
        <translation>底部窗格</translation>
    </message>
    <message>
        <source>Hide the bottom pane</source>
        <translation>隐藏底部窗格</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CanvasOverlay</name>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>100 % (0)</source>
        <translation>100 % (0)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit everything (F)</source>
        <translation>显示全部 (F)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CanvasView</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChartBoard</name>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Requests a second, one line a route.</source>
        <translation>每秒请求数，每条路由一条线。</translation>
    </message>
    <message>
        <source>Start load</source>
        <translation>开始负载</translation>
    </message>
    <message>
        <source>No latencies yet</source>
        <translation>还没有延迟数据</translation>
    </message>
    <message>
        <source>How long answers take, counted from when each request was due.</source>
        <translation>应答所需时间，从每个请求的计划发送时刻算起。</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有应答</translation>
    </message>
    <message>
        <source>Which part of the answers succeeds, fails or is refused.</source>
        <translation>应答中成功、失败和已拒绝的比例。</translation>
    </message>
    <message>
        <source>Nothing in flight</source>
        <translation>没有进行中的请求</translation>
    </message>
    <message>
        <source>Requests under way, and how many upstream connections are used again.</source>
        <translation>进行中的请求，以及上游连接的复用比例。</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>时间范围</translation>
    </message>
    <message numerus="yes">
        <source>Last %n min</source>
        <translation>
            <numerusform>最近 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Step between values</source>
        <translation>取值间隔</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>按路由</translation>
    </message>
    <message>
        <source>By version</source>
        <translation>按版本</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>按发送</translation>
    </message>
    <message>
        <source>Latency as the load generator&apos;s clients see it, from the intended send time</source>
        <translation>负载发生器的客户端所见的延迟，从计划发送时刻算起</translation>
    </message>
    <message>
        <source>At gateway</source>
        <translation>网关处</translation>
    </message>
    <message>
        <source>Latency of all requests as the gateway measures it</source>
        <translation>网关测得的所有请求的延迟</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Export charts</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Reading at %1</source>
        <translation>读数时刻 %1</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Follow the newest (Space)</source>
        <translation>跟随最新（空格）</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ChartPlot</name>
    <message>
        <source>No values yet</source>
        <translation>还没有数值</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CodeView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CurlReader</name>
    <message>
        <source>A cURL command begins with “curl”.</source>
        <translation>cURL 命令以“curl”开头。</translation>
    </message>
    <message>
        <source>The command names no URL.</source>
        <translation>命令中没有 URL。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>%1 %2 reads a file; paste its content as the body instead.</source>
        <translation>%1 %2 读取文件；请将其内容粘贴为正文。</translation>
    </message>
    <message>
        <source>Only http and https URLs can be tried, not %1.</source>
        <translation>只能试发 http 和 https URL，不能是 %1。</translation>
    </message>
    <message>
        <source>The URL %1 names no host.</source>
        <translation>URL %1 没有主机。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::DiagramMaker</name>
    <message>
        <source>any port</source>
        <translation>任意端口</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Not serving yet</source>
        <translation>尚未服务</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>No endpoint yet</source>
        <translation>还没有端点</translation>
    </message>
    <message>
        <source>demo %1</source>
        <translation>演示 %1</translation>
    </message>
    <message>
        <source>no endpoint</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>This workspace was written by a newer version of Gatehouse (format %1; this version reads up to %2). Nothing was changed.</source>
        <translation>此工作区由更新版本的 Gatehouse 写入（格式 %1；此版本最高可读 %2）。没有做任何改动。</translation>
    </message>
    <message>
        <source>Revert to saved</source>
        <translation>恢复到已保存</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ElidedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::EngineNotices</name>
    <message>
        <source>The engine is missing: there is no program at %1. Install or build it, then try again.</source>
        <translation>找不到引擎：%1 处没有程序。请安装或构建后重试。</translation>
    </message>
    <message>
        <source>The engine does not start: %1</source>
        <translation>引擎无法启动：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The engine is of another version: %1. Use the engine that came with this console.</source>
        <translation>引擎版本不同：%1。请使用此控制台附带的引擎。</translation>
    </message>
    <message>
        <source>The engine died; it is being started again. Nothing serves meanwhile.</source>
        <translation>引擎意外退出，正在重新启动。期间没有服务。</translation>
    </message>
    <message>
        <source>Requests that were under way are lost and counters begin again.</source>
        <translation>进行中的请求已丢失，计数器重新开始。</translation>
    </message>
    <message>
        <source>The engine died and was started again. The workspace serves as before after %1. </source>
        <translation>引擎意外退出并已重新启动。%1 后工作区照常提供服务。</translation>
    </message>
    <message>
        <source>The engine died and was started again. What was accepted last serves after %1; the last edit is still refused. </source>
        <translation>引擎意外退出并已重新启动。%1 后恢复提供最后接受的版本；最后一次编辑仍被拒绝。</translation>
    </message>
    <message>
        <source>The engine died and was started again, but it refuses the workspace now: nothing serves. See Problems.</source>
        <translation>引擎意外退出并已重新启动，但现在拒绝此工作区：没有任何服务。请查看“问题”。</translation>
    </message>
    <message>
        <source>No history is kept: the workspace has no file yet. Save it to keep one.</source>
        <translation>未保留历史：工作区还没有文件。请保存以保留历史。</translation>
    </message>
    <message>
        <source>History is kept in %1</source>
        <translation>历史保存在 %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FileActions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.gatehouse.json *.json);;All files (*)</source>
        <translation>工作区 (*.gatehouse.json *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;demo Bookshop</source>
        <translation>打开演示书店(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Re&amp;vert to saved</source>
        <translation>恢复到已保存(&amp;V)</translation>
    </message>
    <message>
        <source>Could not revert</source>
        <translation>无法恢复</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>从未保存</translation>
    </message>
    <message>
        <source>nothing to revert</source>
        <translation>没有可恢复的改动</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1（缺失）</translation>
    </message>
    <message>
        <source>No workspace was opened yet</source>
        <translation>还没有打开过工作区</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>保存更改？</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有未保存的更改。</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>Could not save %1</source>
        <translation>无法保存 %1</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Workspaces (*.gatehouse.json *.json)</source>
        <translation>工作区 (*.gatehouse.json *.json)</translation>
    </message>
    <message>
        <source>%1: %2 The document is kept as it is.</source>
        <translation>%1：%2 文档保持原样。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Inspector</name>
    <message>
        <source>Choose a listener, route or service to edit it.</source>
        <translation>选择监听器、路由或服务以编辑。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Set path of %1 to %2</source>
        <translation>将 %1 的路径设为 %2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Set address of %1 to %2</source>
        <translation>将 %1 的地址设为 %2</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Set port of %1 to %2</source>
        <translation>将 %1 的端口设为 %2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be used here: it is empty, taken or no number in range.</source>
        <translation>这里不能用“%1”：为空、已被占用或不是范围内的数字。</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::KeyValueTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LegendEntry</name>
    <message>
        <source>Show or hide %1</source>
        <translation>显示或隐藏 %1</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LiveChart</name>
    <message>
        <source>%1; right: %2</source>
        <translation>%1；右：%2</translation>
    </message>
    <message>
        <source>%1, log</source>
        <translation>%1，对数</translation>
    </message>
    <message>
        <source>%1, from %2 %</source>
        <translation>%1，从 %2 % 起</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LoadPanel</name>
    <message>
        <source>Load plan</source>
        <translation>负载计划</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>配比</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Change share of %1</source>
        <translation>更改 %1 的份额</translation>
    </message>
    <message>
        <source>Put %1 into the mix</source>
        <translation>将 %1 加入配比</translation>
    </message>
    <message>
        <source>Take %1 out of the mix</source>
        <translation>将 %1 移出配比</translation>
    </message>
    <message>
        <source>Load generator</source>
        <translation>负载发生器</translation>
    </message>
    <message>
        <source>Change load: %1</source>
        <translation>更改负载：%1</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/秒</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>爬升</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>泊松</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Sent late, over 1 ms</source>
        <translation>迟发，超过 1 ms</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not sent, limit reached</source>
        <translation>未发送，达到上限</translation>
    </message>
    <message>
        <source>Arrivals don&apos;t wait for answers; a stall counts for every request it delays.</source>
        <translation>到达不等待应答；一次停顿会计入它所延迟的每个请求。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The mix names the route %1, which doesn&apos;t exist.</source>
        <translation>配比中的路由 %1 不存在。</translation>
    </message>
    <message>
        <source>No example request was found for %1; give it a target in the workspace&apos;s loads.</source>
        <translation>找不到 %1 的示例请求；请在工作区的负载中给它一个目标。</translation>
    </message>
    <message>
        <source>The listener of %1 isn&apos;t serving.</source>
        <translation>%1 的监听器没有在服务。</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>The mix is empty: put a route into it.</source>
        <translation>配比为空：请加入一条路由。</translation>
    </message>
    <message>
        <source>Stop load</source>
        <translation>停止负载</translation>
    </message>
    <message>
        <source>Start load</source>
        <translation>开始负载</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The load stopped: %1</source>
        <translation>负载已停止：%1</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The engine refused: %1</source>
        <translation>引擎拒绝：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::LogPane</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有日志。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::MainWindow</name>
    <message>
        <source>Problems (%1)</source>
        <translation>问题（%1）</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Bottom pane</source>
        <translation>底部窗格(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>上一个窗格(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restart engine</source>
        <translation>重启引擎(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>关于 Gatehouse(&amp;A)</translation>
    </message>
    <message>
        <source>Commands  Ctrl+Shift+P</source>
        <translation>命令  Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>关于 Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse: a console in which an API architecture runs.</source>
        <translation>Gatehouse：让 API 架构运行起来的控制台。</translation>
    </message>
    <message>
        <source>Free software under the GNU GPL, version 3 or later. Icons: Lucide (ISC). Fonts: Inter and JetBrains Mono (OFL).</source>
        <translation>自由软件，GNU GPL 第 3 版或更高版本。图标：Lucide (ISC)。字体：Inter 与 JetBrains Mono (OFL)。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::MixList</name>
    <message>
        <source>Share of %1 in per cent</source>
        <translation>%1 的百分比份额</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemsModel</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No problems: the engine accepts this workspace.</source>
        <translation>没有问题：引擎接受此工作区。</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RequestDetail</name>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Decision trace</source>
        <translation>决策轨迹</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>未选择请求</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>选择一个请求</translation>
    </message>
    <message>
        <source>Its way through the gateway, its timing and its identifiers stand here.</source>
        <translation>它通过网关的路径、时间和标识显示在这里。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Traces are kept of requests sent with Try it, of refused ones and of samples.</source>
        <translation>保留试发请求、已拒绝请求和抽样请求的轨迹。</translation>
    </message>
    <message>
        <source>Its trace wasn&apos;t kept</source>
        <translation>未保留其轨迹</translation>
    </message>
    <message>
        <source>Asking for its trace…</source>
        <translation>正在获取轨迹…</translation>
    </message>
    <message>
        <source>Its trace can&apos;t be had</source>
        <translation>无法获取轨迹</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>kept from before</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Refused by</source>
        <translation>拒绝方</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Trace id</source>
        <translation>轨迹 ID</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RequestLog</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>过滤请求</translation>
    </message>
    <message>
        <source>Filter: books  route:catalog  status:5xx</source>
        <translation>过滤：books  route:catalog  status:5xx</translation>
    </message>
    <message>
        <source>Words are parts of the target. Also route:, to:, listener:, method:, status:4xx, status:&gt;=500, ms:&gt;20, refused:*, and -term for not.</source>
        <translation>单词匹配目标的一部分。另有 route:、to:、listener:、method:、status:4xx、status:&gt;=500、ms:&gt;20、refused:*，以及 -词 表示排除。</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>无法理解：%1</translation>
    </message>
    <message>
        <source>%1 came too fast to list</source>
        <translation>%1 条来得太快，未列出</translation>
    </message>
    <message>
        <source>Newest (%1)</source>
        <translation>最新（%1）</translation>
    </message>
    <message>
        <source>The requests of %1 can&apos;t be had: %2</source>
        <translation>无法获取 %1 的请求：%2</translation>
    </message>
    <message>
        <source>At %1: its records are gone (kept since %2)</source>
        <translation>%1：记录已不在（保留自 %2）</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>复制为 TSV</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RequestLogModel</name>
    <message>
        <source>%1 milliseconds</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Refused by</source>
        <translation>拒绝方</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试发</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>自动布局</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>连接到…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>顶对齐</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>底对齐</translation>
    </message>
    <message>
        <source>Distribute rows</source>
        <translation>纵向均布</translation>
    </message>
    <message>
        <source>Distribute columns</source>
        <translation>横向均布</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Filter listeners, routes and services</source>
        <translation>过滤监听器、路由和服务</translation>
    </message>
    <message>
        <source>Listeners, routes and services</source>
        <translation>监听器、路由和服务</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Palette: drag to the canvas, or press Enter</source>
        <translation>组件：拖到画布，或按 Enter</translation>
    </message>
    <message>
        <source>Drag to the canvas, or press Enter</source>
        <translation>拖到画布，或按 Enter</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>Nothing to connect to</source>
        <translation>没有可连接的对象</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Nothing serves yet</source>
        <translation>尚无服务</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Engine offline</source>
        <translation>引擎离线</translation>
    </message>
    <message>
        <source>Revision %1 accepted, serving in %2</source>
        <translation>修订 %1 已接受，%2 内生效</translation>
    </message>
    <message>
        <source>Refused; revision %1 serves on</source>
        <translation>已拒绝；修订 %1 继续服务</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言在下次启动时更改。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::StatusLine</name>
    <message>
        <source>Nothing serves yet</source>
        <translation>尚无服务</translation>
    </message>
    <message>
        <source>Sending revision…</source>
        <translation>正在发送修订…</translation>
    </message>
    <message>
        <source>Revision %1 serving since %2</source>
        <translation>修订 %1 自 %2 起服务</translation>
    </message>
    <message>
        <source>Last edit refused; revision %1 serves on</source>
        <translation>上次编辑被拒绝；修订 %1 继续服务</translation>
    </message>
    <message>
        <source>Refused; nothing serves</source>
        <translation>已拒绝；没有服务</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>未服务</translation>
    </message>
    <message>
        <source>Reachable from other machines</source>
        <translation>其他机器可访问</translation>
    </message>
    <message>
        <source>Loopback only</source>
        <translation>仅回环</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 请求/秒</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>Engine %1 CPU, %2</source>
        <translation>引擎 CPU %1，%2</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>引擎 %1</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TraceView</name>
    <message>
        <source>Decision trace</source>
        <translation>决策轨迹</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>未选中</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TrafficPage</name>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TryPanel</name>
    <message>
        <source>Send a request: each decision of the gateway stands here, in order.</source>
        <translation>发送一个请求：网关的每个决策按顺序显示在这里。</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>发送请求</translation>
    </message>
    <message>
        <source>Paste a cURL command</source>
        <translation>粘贴 cURL 命令</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Target: path and query</source>
        <translation>目标：路径与查询</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the request (%1)</source>
        <translation>发送请求（%1）</translation>
    </message>
    <message>
        <source>Through listener</source>
        <translation>经监听器</translation>
    </message>
    <message>
        <source>through</source>
        <translation>经由</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Answer&apos;s body</source>
        <translation>应答正文</translation>
    </message>
    <message>
        <source>Answer&apos;s headers</source>
        <translation>应答头</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running.</source>
        <translation>引擎没有运行。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>The gateway kept no trace of this request.</source>
        <translation>网关没有保留此请求的轨迹。</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>略去：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::WordReader</name>
    <message>
        <source>The quote %1 is never closed.</source>
        <translation>引号 %1 没有闭合。</translation>
    </message>
</context>
</TS>
