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
    <name>FieldHelp</name>
    <message>
        <source>The name, unique among things of its kind: lower-case letters, digits, “-” and “.”. References to it are renamed too.</source>
        <translation>名称，在同类中唯一：小写字母、数字、“-”和“.”。对它的引用会一并改名。</translation>
    </message>
    <message>
        <source>The IP address to bind. Everything beyond 127.0.0.0/8 and ::1 can be reached by other machines.</source>
        <translation>要绑定的 IP 地址。127.0.0.0/8 和 ::1 之外的地址都能被其他机器访问。</translation>
    </message>
    <message>
        <source>The TCP port to bind; 0 takes any free one and keeps it while the engine runs.</source>
        <translation>要绑定的 TCP 端口；0 表示取任意空闲端口，并在引擎运行期间保持不变。</translation>
    </message>
    <message>
        <source>The protocol spoken on the socket.</source>
        <translation>套接字上使用的协议。</translation>
    </message>
    <message>
        <source>Only requests for this host are taken; *.example.org takes every host below it; empty takes any.</source>
        <translation>只接收发往此主机的请求；*.example.org 接收其下的所有主机；留空则接收任意主机。</translation>
    </message>
    <message>
        <source>Groups the versions of one service; empty means the name.</source>
        <translation>把同一服务的各版本归为一组；留空则用名称。</translation>
    </message>
    <message>
        <source>Which version this service is, such as v1; may be empty.</source>
        <translation>此服务的版本，例如 v1；可留空。</translation>
    </message>
    <message>
        <source>A demo server that Gatehouse runs on a free loopback port, or servers of your own at the endpoints below.</source>
        <translation>由 Gatehouse 在空闲回环端口上运行的演示服务器，或下方端点处的自有服务器。</translation>
    </message>
    <message>
        <source>The median of the demo&apos;s delay before it answers.</source>
        <translation>演示服务应答前延迟的中位数。</translation>
    </message>
    <message>
        <source>How many of a hundred answers of the demo are a 500.</source>
        <translation>演示服务每一百个应答中 500 的个数。</translation>
    </message>
    <message>
        <source>The IP address of a server; names are not resolved.</source>
        <translation>服务器的 IP 地址；不解析名称。</translation>
    </message>
    <message>
        <source>The TCP port at which the server listens.</source>
        <translation>服务器监听的 TCP 端口。</translation>
    </message>
    <message>
        <source>Only requests for these hosts match; *.example.org takes every host below it; without any, every host matches.</source>
        <translation>只匹配发往这些主机的请求；*.example.org 匹配其下的所有主机；没有主机名则匹配任意主机。</translation>
    </message>
    <message>
        <source>The listeners whose requests this route may take.</source>
        <translation>此路由可接收其请求的监听器。</translation>
    </message>
    <message>
        <source>A name for the rule, shown in decision traces.</source>
        <translation>规则的名称，显示在决策轨迹中。</translation>
    </message>
    <message>
        <source>Exact: the whole path. PathPrefix: whole path elements from the start: /a takes /a and /a/b, not /ab. RegularExpression: RE2 syntax, the whole path.</source>
        <translation>Exact：整个路径。PathPrefix：从头开始的完整路径段：/a 匹配 /a 和 /a/b，不匹配 /ab。RegularExpression：RE2 语法，整个路径。</translation>
    </message>
    <message>
        <source>The path to match; it begins with “/”.</source>
        <translation>要匹配的路径，以“/”开头。</translation>
    </message>
    <message>
        <source>The request&apos;s method, compared with case; empty takes any.</source>
        <translation>请求的方法，区分大小写；留空则接受任意方法。</translation>
    </message>
    <message>
        <source>The header that must be there; compared without case.</source>
        <translation>必须存在的头；不分大小写。</translation>
    </message>
    <message>
        <source>The query parameter that must be there.</source>
        <translation>必须存在的查询参数。</translation>
    </message>
    <message>
        <source>The value that is wanted, as a whole; with “.*” pressed it is a regular expression in RE2 syntax.</source>
        <translation>要求的完整值；按下“.*”后为 RE2 语法的正则表达式。</translation>
    </message>
    <message>
        <source>A header that gets this value, whatever it had.</source>
        <translation>无论原值如何，都设为此值的头。</translation>
    </message>
    <message>
        <source>The header&apos;s value from now on.</source>
        <translation>此头的新值。</translation>
    </message>
    <message>
        <source>A header that gets one more value.</source>
        <translation>要追加一个值的头。</translation>
    </message>
    <message>
        <source>The value that is added to what is there.</source>
        <translation>追加到已有值之后的值。</translation>
    </message>
    <message>
        <source>A header that is taken away.</source>
        <translation>要移除的头。</translation>
    </message>
    <message>
        <source>The scheme that the client is sent to.</source>
        <translation>客户端被重定向到的协议方案。</translation>
    </message>
    <message>
        <source>The host that the client is sent to.</source>
        <translation>客户端被重定向到的主机。</translation>
    </message>
    <message>
        <source>The port that the client is sent to.</source>
        <translation>客户端被重定向到的端口。</translation>
    </message>
    <message>
        <source>301 and 308 are permanent; 307 and 308 keep the method; 303 makes it GET.</source>
        <translation>301 和 308 是永久重定向；307 和 308 保持方法；303 改为 GET。</translation>
    </message>
    <message>
        <source>The host that the backend is asked for.</source>
        <translation>向后端请求时使用的主机。</translation>
    </message>
    <message>
        <source>ReplaceFullPath: the whole path. ReplacePrefixMatch: the part that a PathPrefix matched.</source>
        <translation>ReplaceFullPath：替换整个路径。ReplacePrefixMatch：替换 PathPrefix 匹配的部分。</translation>
    </message>
    <message>
        <source>The new path.</source>
        <translation>新的路径。</translation>
    </message>
    <message>
        <source>What stands for the matched prefix; the rest of the path follows.</source>
        <translation>替换所匹配前缀的内容；其后接路径的其余部分。</translation>
    </message>
    <message>
        <source>The backend&apos;s part of the rule&apos;s requests is its weight over the sum of all; 0 takes none.</source>
        <translation>后端分得的请求份额等于其权重除以权重总和；0 表示不接收。</translation>
    </message>
    <message>
        <source>The service that the requests go to.</source>
        <translation>请求发往的服务。</translation>
    </message>
    <message>
        <source>Which of the service&apos;s ports is asked.</source>
        <translation>请求服务的哪个端口。</translation>
    </message>
    <message>
        <source>From the first byte of a request to the last of its answer: 10s, 500ms, 1m30s; 0s is no limit.</source>
        <translation>从请求的第一个字节到应答的最后一个字节：10s、500ms、1m30s；0s 表示不限。</translation>
    </message>
    <message>
        <source>One attempt at a backend, not longer than the request: 10s, 500ms, 1m30s; 0s is no limit.</source>
        <translation>对后端的一次尝试，不长于整个请求：10s、500ms、1m30s；0s 表示不限。</translation>
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
    <message>
        <source>The text is empty.</source>
        <translation>文本为空。</translation>
    </message>
    <message>
        <source>The text begins with a byte order mark.</source>
        <translation>文本以字节顺序标记开头。</translation>
    </message>
    <message>
        <source>The text has %1 bytes; at most %2 are read.</source>
        <translation>文本有 %1 字节；最多读取 %2 字节。</translation>
    </message>
    <message>
        <source>Arrays and objects are nested too deeply: at most %1 levels are read.</source>
        <translation>数组和对象嵌套过深：最多读取 %1 层。</translation>
    </message>
    <message>
        <source>The text ends before the JSON value is complete.</source>
        <translation>JSON 值尚未完整，文本就结束了。</translation>
    </message>
    <message>
        <source>Text follows after the end of the JSON value.</source>
        <translation>JSON 值结束后还有文本。</translation>
    </message>
    <message>
        <source>This is not JSON: “%1” stands where it may not.</source>
        <translation>这不是 JSON：“%1”出现在不该出现的位置。</translation>
    </message>
    <message>
        <source>The member “%1” is given twice.</source>
        <translation>成员“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The number %1 is too large.</source>
        <translation>数字 %1 过大。</translation>
    </message>
    <message>
        <source>Expected %1, found %2.</source>
        <translation>应为%1，实为%2。</translation>
    </message>
    <message>
        <source>There is no member “%1” here.</source>
        <translation>此处没有成员“%1”。</translation>
    </message>
    <message>
        <source>The member “%1” is missing.</source>
        <translation>缺少成员“%1”。</translation>
    </message>
    <message>
        <source>Expected one of %1; found “%2”.</source>
        <translation>应为 %1 之一；实为“%2”。</translation>
    </message>
    <message>
        <source>Expected a whole number, found %1.</source>
        <translation>应为整数，实为 %1。</translation>
    </message>
    <message>
        <source>Expected a number from %1 to %2, found %3.</source>
        <translation>应为 %1 到 %2 之间的数字，实为 %3。</translation>
    </message>
    <message>
        <source>Too short: at least %1 characters are needed, found %2.</source>
        <translation>太短：至少需要 %1 个字符，实有 %2 个。</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters are allowed, found %2.</source>
        <translation>太长：最多允许 %1 个字符，实有 %2 个。</translation>
    </message>
    <message>
        <source>Too few: at least %1 items are needed, found %2.</source>
        <translation>太少：至少需要 %1 项，实有 %2 项。</translation>
    </message>
    <message>
        <source>Too many: at most %1 items are allowed, found %2.</source>
        <translation>太多：最多允许 %1 项，实有 %2 项。</translation>
    </message>
    <message>
        <source>There are more problems; %1 are listed.</source>
        <translation>还有更多问题；已列出 %1 个。</translation>
    </message>
    <message>
        <source>%1 more problems are not listed.</source>
        <translation>另有 %1 个问题未列出。</translation>
    </message>
    <message>
        <source>A workspace is a JSON object.</source>
        <translation>工作区是一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The member “gatehouse”, the format&apos;s version, is missing.</source>
        <translation>缺少表示格式版本的成员“gatehouse”。</translation>
    </message>
    <message>
        <source>The format&apos;s version is a whole number from 1 on.</source>
        <translation>格式版本是从 1 开始的整数。</translation>
    </message>
    <message>
        <source>The file has format version %1; this Gatehouse reads up to %2.</source>
        <translation>文件的格式版本为 %1；此 Gatehouse 最高可读 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a name that HTTP allows here.</source>
        <translation>“%1”不是 HTTP 在此处允许的名称。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be a header&apos;s value.</source>
        <translation>“%1”不能作为头的值。</translation>
    </message>
    <message>
        <source>The path “%1” contains %2, which is not allowed.</source>
        <translation>路径“%1”含有不允许的 %2。</translation>
    </message>
    <message>
        <source>“%1” is not a duration.</source>
        <translation>“%1”不是时长。</translation>
    </message>
    <message>
        <source>A filter of the type %1 needs the member “%2”.</source>
        <translation>类型为 %1 的过滤器需要成员“%2”。</translation>
    </message>
    <message>
        <source>“%1” has no meaning with the type %2.</source>
        <translation>“%1”在类型 %2 下没有意义。</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Filters of the type %1 are not served yet: the rule is answered with 500.</source>
        <translation>尚不支持类型为 %1 的过滤器：该规则以 500 应答。</translation>
    </message>
    <message>
        <source>%1 is not a redirect&apos;s status.</source>
        <translation>%1 不是重定向的状态码。</translation>
    </message>
    <message>
        <source>“%1” is neither http nor https.</source>
        <translation>“%1”既不是 http 也不是 https。</translation>
    </message>
    <message>
        <source>The listener %1 asks for a protocol that isn&apos;t served; it is not bound.</source>
        <translation>监听器 %1 要求的协议不受支持；未绑定。</translation>
    </message>
    <message>
        <source>This user may not listen at %1.</source>
        <translation>当前用户无权在 %1 上监听。</translation>
    </message>
    <message>
        <source>Can&apos;t listen at %1: %2.</source>
        <translation>无法在 %1 上监听：%2。</translation>
    </message>
    <message>
        <source>Namespaces are chosen by a selector, but none is given.</source>
        <translation>命名空间由选择器选定，但未给出选择器。</translation>
    </message>
    <message>
        <source>The selector is not used.</source>
        <translation>选择器未被使用。</translation>
    </message>
    <message>
        <source>A route has at most 128 matches in all its rules; this has %1.</source>
        <translation>一条路由的所有规则合计最多 128 个匹配；此路由有 %1 个。</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>The path “%1” does not begin with a slash.</source>
        <translation>路径“%1”没有以斜杠开头。</translation>
    </message>
    <message>
        <source>A path match has more than 512 segments or 65,535 bytes.</source>
        <translation>路径匹配超过 512 段或 65,535 字节。</translation>
    </message>
    <message>
        <source>The regular expression “%1” is refused: %2.</source>
        <translation>正则表达式“%1”被拒绝：%2。</translation>
    </message>
    <message>
        <source>“%1” has a condition already in this match.</source>
        <translation>此匹配中“%1”已有条件。</translation>
    </message>
    <message>
        <source>“%1” is ignored: header names are compared without case.</source>
        <translation>“%1”被忽略：头名称比较时不区分大小写。</translation>
    </message>
    <message>
        <source>A rule that redirects asks no backend.</source>
        <translation>重定向的规则不会请求后端。</translation>
    </message>
    <message>
        <source>One attempt may take %1, longer than the whole request with %2.</source>
        <translation>一次尝试可用 %1，超过整个请求的 %2。</translation>
    </message>
    <message>
        <source>Backends of the kind “%1” are not served: this share is answered with 500.</source>
        <translation>不支持“%1”类型的后端：这一份以 500 应答。</translation>
    </message>
    <message>
        <source>The service “%1” has several ports; say which one.</source>
        <translation>服务“%1”有多个端口；请指明哪一个。</translation>
    </message>
    <message>
        <source>The namespace “%1” doesn&apos;t let this route refer to “%2”: this share is answered with 500.</source>
        <translation>命名空间“%1”不允许此路由引用“%2”：这一份以 500 应答。</translation>
    </message>
    <message>
        <source>The port %1 is given twice.</source>
        <translation>端口 %1 出现了两次。</translation>
    </message>
    <message>
        <source>The service has no port %1.</source>
        <translation>该服务没有端口 %1。</translation>
    </message>
    <message>
        <source>There is no built-in server “%1”.</source>
        <translation>没有内置服务器“%1”。</translation>
    </message>
    <message>
        <source>The engine runs this service itself; it can&apos;t have endpoints of its own.</source>
        <translation>此服务由引擎自己运行；不能有自己的端点。</translation>
    </message>
    <message>
        <source>There is no route “%1”.</source>
        <translation>没有路由“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a path with an optional query.</source>
        <translation>“%1”不是路径（可带查询）。</translation>
    </message>
    <message>
        <source>The braces in “%1” are not a draw such as {1..20}.</source>
        <translation>“%1”中的花括号不是 {1..20} 这样的抽取。</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t name a box.</source>
        <translation>“%1”没有对应的图形。</translation>
    </message>
    <message>
        <source>There is no “%1” any more.</source>
        <translation>“%1”已不存在。</translation>
    </message>
    <message>
        <source>This is not UTF-8.</source>
        <translation>这不是 UTF-8。</translation>
    </message>
    <message>
        <source>A control character or line break stands where it may not.</source>
        <translation>控制字符或换行出现在不该出现的位置。</translation>
    </message>
    <message>
        <source>A \u escape is half of a surrogate pair.</source>
        <translation>\u 转义只是代理对的一半。</translation>
    </message>
    <message>
        <source>A \u escape needs four hexadecimal digits.</source>
        <translation>\u 转义需要四位十六进制数字。</translation>
    </message>
    <message>
        <source>In and NotIn need values to compare with.</source>
        <translation>In 和 NotIn 需要用于比较的值。</translation>
    </message>
    <message>
        <source>Exists and DoesNotExist take no values.</source>
        <translation>Exists 和 DoesNotExist 不带值。</translation>
    </message>
    <message>
        <source>The number&apos;s exponent is too large.</source>
        <translation>数字的指数过大。</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>这不是 JSON。</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>a boolean</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>No hostname of the route is one of the listeners&apos;.</source>
        <translation>路由的主机名与监听器的都不相符。</translation>
    </message>
    <message>
        <source>No listener has this Gateway, section name and port.</source>
        <translation>没有监听器具有此网关、分段名称和端口。</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>请保留其中一个。</translation>
    </message>
    <message>
        <source>Numbers go up to about 1.8e308.</source>
        <translation>数字最大约为 1.8e308。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请将其移除。</translation>
    </message>
    <message>
        <source>A bracket, brace or quote is not closed.</source>
        <translation>有方括号、花括号或引号没有闭合。</translation>
    </message>
    <message>
        <source>Write the character itself, in UTF-8.</source>
        <translation>请直接以 UTF-8 写出该字符。</translation>
    </message>
    <message>
        <source>Save the file in UTF-8.</source>
        <translation>请以 UTF-8 保存文件。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 without it.</source>
        <translation>请以不带该标记的 UTF-8 保存文件。</translation>
    </message>
    <message>
        <source>Inside a string, write it as an escape (\n, \t, \u0000).</source>
        <translation>在字符串中请写成转义（\n、\t、\u0000）。</translation>
    </message>
    <message>
        <source>JSON has no comments.</source>
        <translation>JSON 没有注释。</translation>
    </message>
    <message>
        <source>JSON quotes with &quot; only.</source>
        <translation>JSON 只用 &quot; 作引号。</translation>
    </message>
    <message>
        <source>A value is missing, or the comma before it is one too many.</source>
        <translation>缺少一个值，或前面多了一个逗号。</translation>
    </message>
    <message>
        <source>A comma or colon is missing before it.</source>
        <translation>其前缺少逗号或冒号。</translation>
    </message>
    <message>
        <source>A JSON value is expected.</source>
        <translation>应为一个 JSON 值。</translation>
    </message>
    <message>
        <source>Leave the member out instead.</source>
        <translation>请直接省略该成员。</translation>
    </message>
    <message>
        <source>It begins with { &quot;gatehouse&quot;: 1, … }.</source>
        <translation>它以 { &quot;gatehouse&quot;: 1, … } 开头。</translation>
    </message>
    <message>
        <source>If this is a Gatehouse workspace, add &quot;gatehouse&quot;: 1 at its beginning.</source>
        <translation>如果这是 Gatehouse 工作区，请在开头加上 &quot;gatehouse&quot;: 1。</translation>
    </message>
    <message>
        <source>This Gatehouse writes 1.</source>
        <translation>此 Gatehouse 写入 1。</translation>
    </message>
    <message>
        <source>Open it with a newer Gatehouse.</source>
        <translation>请用较新的 Gatehouse 打开。</translation>
    </message>
    <message>
        <source>For example api.example.org.</source>
        <translation>例如 api.example.org。</translation>
    </message>
    <message>
        <source>Leave the list empty to take every host.</source>
        <translation>列表留空即接受所有主机。</translation>
    </message>
    <message>
        <source>Letters, digits and !#$%&amp;&apos;*+-.^_`|~ are allowed.</source>
        <translation>允许字母、数字和 !#$%&amp;&apos;*+-.^_`|~。</translation>
    </message>
    <message>
        <source>Control characters, and spaces at either end, are not allowed.</source>
        <translation>不允许控制字符，也不允许首尾空格。</translation>
    </message>
    <message>
        <source>For example GET.</source>
        <translation>例如 GET。</translation>
    </message>
    <message>
        <source>The syntax is RE2&apos;s: no look-around and no back-references.</source>
        <translation>语法为 RE2：没有环视和反向引用。</translation>
    </message>
    <message>
        <source>Use RE2&apos;s syntax (no look-around, no back-references).</source>
        <translation>请使用 RE2 语法（没有环视和反向引用）。</translation>
    </message>
    <message>
        <source>Counted repetitions such as {1000} make it large.</source>
        <translation>{1000} 这样的计数重复会使其变大。</translation>
    </message>
    <message>
        <source>Scheme and host don&apos;t belong here.</source>
        <translation>协议和主机不写在这里。</translation>
    </message>
    <message>
        <source>Query parameters have conditions of their own.</source>
        <translation>查询参数另有自己的条件。</translation>
    </message>
    <message>
        <source>A fragment never reaches a server.</source>
        <translation>片段不会到达服务器。</translation>
    </message>
    <message>
        <source>An encoded slash is not a path separator; use a RegularExpression where it is really wanted.</source>
        <translation>编码的斜杠不是路径分隔符；确有需要时请用 RegularExpression。</translation>
    </message>
    <message>
        <source>Requests&apos; dot segments are resolved before matching, so it could never match.</source>
        <translation>请求中的点段在匹配前已被解析，因此永远无法匹配。</translation>
    </message>
    <message>
        <source>Characters beyond ASCII letters, digits and -._~!$&amp;&apos;()*+,;=:@ are written as %XX.</source>
        <translation>ASCII 字母、数字和 -._~!$&amp;&apos;()*+,;=:@ 以外的字符写作 %XX。</translation>
    </message>
    <message>
        <source>Spaces, controls, ?, # and \ are written as %XX.</source>
        <translation>空格、控制字符、?、# 和 \ 写作 %XX。</translation>
    </message>
    <message>
        <source>For example &quot;10s&quot;, &quot;500ms&quot; or &quot;1m30s&quot;; &quot;0s&quot; is no limit.</source>
        <translation>例如 &quot;10s&quot;、&quot;500ms&quot; 或 &quot;1m30s&quot;；&quot;0s&quot; 表示不限。</translation>
    </message>
    <message>
        <source>Begin it with &quot;/&quot;, or match by RegularExpression.</source>
        <translation>请以 &quot;/&quot; 开头，或用 RegularExpression 匹配。</translation>
    </message>
    <message>
        <source>Match a shorter prefix.</source>
        <translation>请匹配更短的前缀。</translation>
    </message>
    <message>
        <source>Each header stands once in a list.</source>
        <translation>每个头在列表中只出现一次。</translation>
    </message>
    <message>
        <source>Remove it, or change the type.</source>
        <translation>请将其移除，或更改类型。</translation>
    </message>
    <message>
        <source>For example &quot;/new&quot;.</source>
        <translation>例如 &quot;/new&quot;。</translation>
    </message>
    <message>
        <source>Split the rule, or use ReplaceFullPath.</source>
        <translation>请拆分规则，或使用 ReplaceFullPath。</translation>
    </message>
    <message>
        <source>301, 302, 303, 307 and 308 are.</source>
        <translation>可用的是 301、302、303、307 和 308。</translation>
    </message>
    <message>
        <source>Put both into one filter.</source>
        <translation>请将两者合为一个过滤器。</translation>
    </message>
    <message>
        <source>Remove one of the two filters.</source>
        <translation>请移除两个过滤器之一。</translation>
    </message>
    <message>
        <source>Set &quot;from&quot; to &quot;Selector&quot;, or remove it.</source>
        <translation>请将 &quot;from&quot; 设为 &quot;Selector&quot;，或将其移除。</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine alone; 0.0.0.0 is every network.</source>
        <translation>127.0.0.1 仅限本机；0.0.0.0 为所有网络。</translation>
    </message>
    <message>
        <source>127.0.0.1 keeps it to this machine.</source>
        <translation>127.0.0.1 使其仅限本机。</translation>
    </message>
    <message>
        <source>Give one of them another port or hostname.</source>
        <translation>请为其中一个换用其他端口或主机名。</translation>
    </message>
    <message>
        <source>Give one of them another port.</source>
        <translation>请为其中一个换用其他端口。</translation>
    </message>
    <message>
        <source>Use HTTP for now.</source>
        <translation>目前请使用 HTTP。</translation>
    </message>
    <message>
        <source>Stop that program, or choose another port.</source>
        <translation>请停止该程序，或选择其他端口。</translation>
    </message>
    <message>
        <source>Choose a port above 1023.</source>
        <translation>请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>Use an address of this machine, for instance 127.0.0.1.</source>
        <translation>请使用本机的地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>Within one match each name stands once; &quot;either, or&quot; is two matches.</source>
        <translation>一个匹配中每个名称只出现一次；“二者之一”请写成两个匹配。</translation>
    </message>
    <message>
        <source>Only the first condition on a header counts.</source>
        <translation>同一个头只有第一个条件有效。</translation>
    </message>
    <message>
        <source>Remove the backends or the redirect.</source>
        <translation>请移除后端或重定向。</translation>
    </message>
    <message>
        <source>Connect the route with a service.</source>
        <translation>请将路由连接到服务。</translation>
    </message>
    <message>
        <source>Give at least one backend a weight.</source>
        <translation>请至少给一个后端设置权重。</translation>
    </message>
    <message>
        <source>Split the route.</source>
        <translation>请拆分路由。</translation>
    </message>
    <message>
        <source>For example 2026-02-01T10:00:00Z (RFC 3339).</source>
        <translation>例如 2026-02-01T10:00:00Z（RFC 3339）。</translation>
    </message>
    <message>
        <source>Remove one, or name different listeners.</source>
        <translation>请移除一个，或指定不同的监听器。</translation>
    </message>
    <message>
        <source>Connect it with a listener.</source>
        <translation>请将其连接到监听器。</translation>
    </message>
    <message>
        <source>Add the service, or remove the share.</source>
        <translation>请添加该服务，或移除这一份。</translation>
    </message>
    <message>
        <source>Add a reference grant there.</source>
        <translation>请在那里添加引用授权。</translation>
    </message>
    <message>
        <source>Write 127.0.0.1.</source>
        <translation>请写 127.0.0.1。</translation>
    </message>
    <message>
        <source>Names are not resolved.</source>
        <translation>不解析名称。</translation>
    </message>
    <message>
        <source>There are catalog, orders, users, reviews and echo.</source>
        <translation>可用的有 catalog、orders、users、reviews 和 echo。</translation>
    </message>
    <message>
        <source>Remove the endpoints, or &quot;demo&quot;.</source>
        <translation>请移除端点，或移除 &quot;demo&quot;。</translation>
    </message>
    <message>
        <source>Add an endpoint, or let the engine run it with &quot;demo&quot;.</source>
        <translation>请添加端点，或用 &quot;demo&quot; 让引擎运行它。</translation>
    </message>
    <message>
        <source>Make the ramp shorter or the load longer.</source>
        <translation>请缩短爬升，或延长负载。</translation>
    </message>
    <message>
        <source>It begins with &quot;/&quot;; spaces and characters beyond ASCII are written as %XX.</source>
        <translation>以 &quot;/&quot; 开头；空格和 ASCII 以外的字符写作 %XX。</translation>
    </message>
    <message>
        <source>From the smaller to the larger whole number; a brace that is meant is written %7B or %7D.</source>
        <translation>从较小到较大的整数；花括号本身写作 %7B 或 %7D。</translation>
    </message>
    <message>
        <source>Keys are listener/…, route/… and service/….</source>
        <translation>键为 listener/…、route/… 和 service/…。</translation>
    </message>
    <message>
        <source>The kind: HTTPRoute is served.</source>
        <translation>类型：支持 HTTPRoute。</translation>
    </message>
    <message>
        <source>The label&apos;s key.</source>
        <translation>标签的键。</translation>
    </message>
    <message>
        <source>How the label&apos;s value is compared: In, NotIn (with values), Exists, DoesNotExist (without).</source>
        <translation>标签值的比较方式：In、NotIn（带值），Exists、DoesNotExist（不带值）。</translation>
    </message>
    <message>
        <source>The listener&apos;s name, unique in its gateway.</source>
        <translation>监听器的名称，在其网关中唯一。</translation>
    </message>
    <message>
        <source>The IP address to bind. Everything beyond 127.0.0.0/8 and ::1 can be reached by other machines.</source>
        <translation>要绑定的 IP 地址。127.0.0.0/8 和 ::1 以外的地址可被其他机器访问。</translation>
    </message>
    <message>
        <source>Where the gateway takes requests.</source>
        <translation>网关接收请求的地方。</translation>
    </message>
    <message>
        <source>The path to match, beginning with &quot;/&quot;.</source>
        <translation>要匹配的路径，以 &quot;/&quot; 开头。</translation>
    </message>
    <message>
        <source>The value that is wanted.</source>
        <translation>所要求的值。</translation>
    </message>
    <message>
        <source>The header&apos;s value.</source>
        <translation>头的值。</translation>
    </message>
    <message>
        <source>ReplaceFullPath: the whole path; ReplacePrefixMatch: the part that a PathPrefix matched.</source>
        <translation>ReplaceFullPath：整个路径；ReplacePrefixMatch：PathPrefix 匹配到的部分。</translation>
    </message>
    <message>
        <source>The gateway&apos;s name, unique in its namespace.</source>
        <translation>网关的名称，在其命名空间中唯一。</translation>
    </message>
    <message>
        <source>The gateway&apos;s name.</source>
        <translation>网关的名称。</translation>
    </message>
    <message>
        <source>The header&apos;s or query parameter&apos;s name.</source>
        <translation>头或查询参数的名称。</translation>
    </message>
    <message>
        <source>The header&apos;s name.</source>
        <translation>头的名称。</translation>
    </message>
    <message>
        <source>What the filter does.</source>
        <translation>过滤器的作用。</translation>
    </message>
    <message>
        <source>The kind of backend: Service.</source>
        <translation>后端的类型：Service。</translation>
    </message>
    <message>
        <source>The service&apos;s name.</source>
        <translation>服务的名称。</translation>
    </message>
    <message>
        <source>The route&apos;s name, unique in its namespace.</source>
        <translation>路由的名称，在其命名空间中唯一。</translation>
    </message>
    <message>
        <source>The port that backendRefs name.</source>
        <translation>backendRefs 所指的端口。</translation>
    </message>
    <message>
        <source>The server&apos;s IP address.</source>
        <translation>服务器的 IP 地址。</translation>
    </message>
    <message>
        <source>The server&apos;s TCP port.</source>
        <translation>服务器的 TCP 端口。</translation>
    </message>
    <message>
        <source>Which built-in server: catalog, orders, users, reviews or echo.</source>
        <translation>哪个内置服务器：catalog、orders、users、reviews 或 echo。</translation>
    </message>
    <message>
        <source>The service&apos;s name, unique in its namespace.</source>
        <translation>服务的名称，在其命名空间中唯一。</translation>
    </message>
    <message>
        <source>The namespace&apos;s name.</source>
        <translation>命名空间的名称。</translation>
    </message>
    <message>
        <source>The kind that refers, such as HTTPRoute.</source>
        <translation>引用方的类型，例如 HTTPRoute。</translation>
    </message>
    <message>
        <source>The namespace that it refers from.</source>
        <translation>引用方所在的命名空间。</translation>
    </message>
    <message>
        <source>The kind referred to, such as Service.</source>
        <translation>被引用的类型，例如 Service。</translation>
    </message>
    <message>
        <source>The grant&apos;s name, unique in its namespace.</source>
        <translation>授权的名称，在其命名空间中唯一。</translation>
    </message>
    <message>
        <source>Who may refer.</source>
        <translation>谁可以引用。</translation>
    </message>
    <message>
        <source>What may be referred to.</source>
        <translation>可以引用什么。</translation>
    </message>
    <message>
        <source>The route that the requests are meant for.</source>
        <translation>请求所针对的路由。</translation>
    </message>
    <message>
        <source>The requests&apos; method.</source>
        <translation>请求的方法。</translation>
    </message>
    <message>
        <source>The load&apos;s name, unique in the workspace.</source>
        <translation>负载的名称，在工作区中唯一。</translation>
    </message>
    <message>
        <source>The format&apos;s version.</source>
        <translation>格式的版本。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>The members are %1.</source>
        <translation>可用的成员有 %1。</translation>
    </message>
    <message>
        <source>Write it in lower case: %1.</source>
        <translation>请写成小写：%1。</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>请写 %1。</translation>
    </message>
    <message>
        <source>For example %1.</source>
        <translation>例如 %1。</translation>
    </message>
    <message>
        <source>The listeners don&apos;t allow routes of this kind from namespace %1.</source>
        <translation>监听器不允许来自命名空间 %1 的此类路由。</translation>
    </message>
    <message>
        <source>The listener isn&apos;t bound.</source>
        <translation>该监听器未绑定。</translation>
    </message>
    <message>
        <source>It isn&apos;t kept any more.</source>
        <translation>已不再保留。</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>耗时过长。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The engine went away before it answered.</source>
        <translation>引擎在应答前已离开。</translation>
    </message>
    <message>
        <source>The engine couldn&apos;t do it: %1</source>
        <translation>引擎无法完成：%1</translation>
    </message>
    <message>
        <source>connection refused or unreachable</source>
        <translation>连接被拒绝或不可达</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>连接耗时过长</translation>
    </message>
    <message>
        <source>no whole response in time</source>
        <translation>未按时收到完整应答</translation>
    </message>
    <message>
        <source>the connection was closed before the response was whole</source>
        <translation>应答尚未完整，连接已关闭</translation>
    </message>
    <message>
        <source>the response is not HTTP/1.1 as RFC 9112 demands</source>
        <translation>应答不是符合 RFC 9112 的 HTTP/1.1</translation>
    </message>
    <message>
        <source>the response is larger than allowed</source>
        <translation>应答超过允许的大小</translation>
    </message>
    <message>
        <source>too many requests are waiting</source>
        <translation>等待中的请求过多</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>No request was answered.</source>
        <translation>没有请求得到应答。</translation>
    </message>
    <message>
        <source>The services process went away.</source>
        <translation>服务进程已离开。</translation>
    </message>
    <message>
        <source>The services process answered something else.</source>
        <translation>服务进程的应答不符。</translation>
    </message>
    <message>
        <source>The services process didn&apos;t answer in time.</source>
        <translation>服务进程未按时应答。</translation>
    </message>
    <message>
        <source>Too many commands wait for the services process.</source>
        <translation>等待服务进程的命令过多。</translation>
    </message>
    <message>
        <source>A load is running; stop it first.</source>
        <translation>负载正在运行；请先停止它。</translation>
    </message>
    <message>
        <source>Too many layouts are under way.</source>
        <translation>进行中的布局过多。</translation>
    </message>
    <message>
        <source>Too many documents wait to be applied.</source>
        <translation>等待应用的文档过多。</translation>
    </message>
    <message>
        <source>Too many calls are under way.</source>
        <translation>进行中的调用过多。</translation>
    </message>
    <message>
        <source>The method must be a token, such as GET.</source>
        <translation>方法必须是一个记号，例如 GET。</translation>
    </message>
    <message>
        <source>The target must not be empty nor hold spaces or control characters; encode them as %20.</source>
        <translation>目标不得为空，也不得含空格或控制字符；请将其编码为 %20。</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>%1 后超时</translation>
    </message>
    <message>
        <source>The services process went away: %1.</source>
        <translation>服务进程已离开：%1。</translation>
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
    <name>Trace</name>
    <message>
        <source>Listener %1 took host %2</source>
        <translation>监听器 %1 接收了主机 %2</translation>
    </message>
    <message>
        <source>No listener on this address takes host %1</source>
        <translation>此地址上没有监听器接收主机 %1</translation>
    </message>
    <message>
        <source>%1: on %2, came through %3</source>
        <translation>%1：属于%2，请求来自%3</translation>
    </message>
    <message>
        <source>%1: takes %2, came %3</source>
        <translation>%1：接收%2，实为%3</translation>
    </message>
    <message>
        <source>%1: path is not %2</source>
        <translation>%1：路径不符合 %2</translation>
    </message>
    <message>
        <source>%1: asks for %2, came %3</source>
        <translation>%1：要求%2，实为%3</translation>
    </message>
    <message>
        <source>%1 (%2) matches too, but yields: %3</source>
        <translation>%1（%2）也匹配，但优先级较低：%3</translation>
    </message>
    <message>
        <source>No route matches %1 %2</source>
        <translation>没有路由匹配 %1 %2</translation>
    </message>
    <message>
        <source>%1: %3</source>
        <translation>%1：%3</translation>
    </message>
    <message>
        <source>%1: %2 became %3</source>
        <translation>%1：%2 变为 %3</translation>
    </message>
    <message>
        <source>Route %1 has no backend that could be chosen</source>
        <translation>路由 %1 没有可选的后端</translation>
    </message>
    <message>
        <source>The turn came to a share (weight %1 of %2) that names no service: answered with 500</source>
        <translation>轮到的一份（权重 %1，共 %2）没有指向服务：以 500 应答</translation>
    </message>
    <message>
        <source>Backend %1: the only one of this rule</source>
        <translation>后端 %1：此规则唯一的后端</translation>
    </message>
    <message>
        <source>Backend %1 was in turn: weight %2 of %3</source>
        <translation>轮到后端 %1：权重 %2，共 %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2 answered %3 after %4 ms</source>
        <translation>第 %1 次尝试：%2 在 %4 ms 后应答 %3</translation>
    </message>
    <message>
        <source>Attempt %1: no connection to %2, given up after %4 ms</source>
        <translation>第 %1 次尝试：无法连接 %2，%4 ms 后放弃</translation>
    </message>
    <message>
        <source>Attempt %1: %2 took no connection within %4 ms</source>
        <translation>第 %1 次尝试：%2 在 %4 ms 内没有接受连接</translation>
    </message>
    <message>
        <source>Attempt %1: %2 did not answer within %4 ms</source>
        <translation>第 %1 次尝试：%2 在 %4 ms 内没有应答</translation>
    </message>
    <message>
        <source>Attempt %1: %2 closed the connection after %4 ms, before its answer was whole</source>
        <translation>第 %1 次尝试：%2 在 %4 ms 后关闭了连接，应答尚未完整</translation>
    </message>
    <message>
        <source>Attempt %1: %2 answered something that isn&apos;t HTTP/1.1 after %4 ms</source>
        <translation>第 %1 次尝试：%2 在 %4 ms 后的应答不是 HTTP/1.1</translation>
    </message>
    <message>
        <source>Attempt %1: %2 was given up after %4 ms, the client went away</source>
        <translation>第 %1 次尝试：客户端离开，%4 ms 后放弃 %2</translation>
    </message>
    <message>
        <source>Answered %1 after %2</source>
        <translation>在 %2 后应答 %1</translation>
    </message>
    <message>
        <source>The gateway itself answered %1 after %2: %3</source>
        <translation>网关自己在 %2 后应答 %1：%3</translation>
    </message>
    <message>
        <source>no listener for %1</source>
        <translation>没有监听器接收 %1</translation>
    </message>
    <message>
        <source>listener %1</source>
        <translation>监听器 %1</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>主机 %1</translation>
    </message>
    <message>
        <source>method %1</source>
        <translation>方法 %1</translation>
    </message>
    <message>
        <source>header %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>query parameter %1</source>
        <translation>查询参数 %1</translation>
    </message>
    <message>
        <source>more specific hostname</source>
        <translation>主机名更具体</translation>
    </message>
    <message>
        <source>path type</source>
        <translation>路径类型</translation>
    </message>
    <message>
        <source>longer path</source>
        <translation>路径更长</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>more headers</source>
        <translation>头条件更多</translation>
    </message>
    <message>
        <source>more query parameters</source>
        <translation>查询参数更多</translation>
    </message>
    <message>
        <source>older route</source>
        <translation>路由更早</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>rule order</source>
        <translation>规则顺序</translation>
    </message>
    <message>
        <source>redirect</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>parser</source>
        <translation>解析器</translation>
    </message>
    <message>
        <source>head too large</source>
        <translation>头部过大</translation>
    </message>
    <message>
        <source>body too large</source>
        <translation>正文过大</translation>
    </message>
    <message>
        <source>client time-out</source>
        <translation>客户端超时</translation>
    </message>
    <message>
        <source>client gone</source>
        <translation>客户端已离开</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>no listener</source>
        <translation>无监听器</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>no endpoint</source>
        <translation>没有端点</translation>
    </message>
    <message>
        <source>overload</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>connect failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>connect time-out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>backend time-out</source>
        <translation>后端超时</translation>
    </message>
    <message>
        <source>request time-out</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>backend closed</source>
        <translation>后端已关闭</translation>
    </message>
    <message>
        <source>bad response</source>
        <translation>应答无效</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>正在排空</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Route %1, rule %2</source>
        <translation>路由 %1，规则 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a route, and what it asks for</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more were further off</source>
        <comment>matches of routes</comment>
        <translation>
            <numerusform>另有 %n 个相差更远</numerusform>
        </translation>
    </message>
    <message>
        <source>, on a kept connection</source>
        <translation>，复用已有连接</translation>
    </message>
    <message>
        <source>, on a new connection</source>
        <translation>，使用新连接</translation>
    </message>
    <message>
        <source>Listener %1</source>
        <translation>监听器 %1</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>没有路由</translation>
    </message>
    <message>
        <source>Backend %1</source>
        <translation>后端 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <comment>at a backend</comment>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will act</source>
        <translation>%1 将起作用</translation>
    </message>
    <message>
        <source>Backend %1 takes %2 of %3 requests</source>
        <translation>后端 %1 承接 %3 个请求中的 %2 个</translation>
    </message>
    <message>
        <source>Backend %1 takes %2 of %3 requests, but has no endpoint: answered with 503</source>
        <translation>后端 %1 承接 %3 个请求中的 %2 个，但没有端点：以 503 应答</translation>
    </message>
    <message>
        <source>The gateway would answer %1 itself: the request is not well-formed (%2)</source>
        <translation>网关会自行应答 %1：请求格式不正确（%2）</translation>
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
    <message>
        <source>Requests from this route to %1 now, by all its rules</source>
        <translation>当前从此路由到 %1 的请求（所有规则合计）</translation>
    </message>
    <message>
        <source>Share of %1 in per cent</source>
        <translation>%1 的百分比份额</translation>
    </message>
    <message>
        <source>%1 of the rule&apos;s requests</source>
        <translation>占规则请求的 %1</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Move %1 from %2 to %3</source>
        <translation>将 %1 从 %2 移至 %3</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>%1 的更多操作</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Clear %1 of %2</source>
        <translation>清除 %2 的%1</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>将 %2 的%1设为 %3</translation>
    </message>
    <message>
        <source>match %1</source>
        <translation>匹配 %1</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>过滤器 %1</translation>
    </message>
    <message>
        <source>backend %1</source>
        <translation>后端 %1</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Remove %1 from %2</source>
        <translation>从 %2 移除%1</translation>
    </message>
    <message>
        <source>Duplicate %1 of %2</source>
        <translation>复制 %2 的%1</translation>
    </message>
    <message>
        <source>Move %1 of %2 up</source>
        <translation>上移 %2 的%1</translation>
    </message>
    <message>
        <source>Move %1 of %2 down</source>
        <translation>下移 %2 的%1</translation>
    </message>
    <message>
        <source>Add rule to %1</source>
        <translation>为 %1 添加规则</translation>
    </message>
    <message>
        <source>Add match to %1</source>
        <translation>为 %1 添加匹配</translation>
    </message>
    <message>
        <source>Add filter %1 to %2</source>
        <translation>为 %2 添加过滤器 %1</translation>
    </message>
    <message>
        <source>Add backend %1 to %2</source>
        <translation>为 %2 添加后端 %1</translation>
    </message>
    <message>
        <source>Match %1 of %2 by regular expression</source>
        <translation>以正则表达式匹配 %2 的%1</translation>
    </message>
    <message>
        <source>Match %1 of %2 exactly</source>
        <translation>精确匹配 %2 的%1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No listener serves yet.</source>
        <translation>还没有监听器在服务。</translation>
    </message>
    <message>
        <source>Choose a listener that serves.</source>
        <translation>请选择正在服务的监听器。</translation>
    </message>
    <message>
        <source>A method is missing, such as GET.</source>
        <translation>缺少方法，例如 GET。</translation>
    </message>
    <message>
        <source>The target begins with /, such as /catalog/books.</source>
        <translation>目标以 / 开头，例如 /catalog/books。</translation>
    </message>
    <message>
        <source>A target has no spaces: write %20.</source>
        <translation>目标中没有空格：请写 %20。</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>为 %2 添加%1</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of %1</source>
        <translation>%1 的端口</translation>
    </message>
    <message>
        <source>backend port</source>
        <translation>后端端口</translation>
    </message>
    <message>
        <source>Filters of its own: %1, kept as they are</source>
        <translation>自带 %1 个过滤器，保持原样</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::BackendsSection</name>
    <message>
        <source>Backends</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>Add backend</source>
        <translation>添加后端</translation>
    </message>
    <message>
        <source>There is no service yet</source>
        <translation>还没有服务</translation>
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
    <name>gatehouse::ui::CanvasFind</name>
    <message>
        <source>Find on canvas</source>
        <translation>在画布上查找</translation>
    </message>
    <message>
        <source>Find on canvas (%1): Enter for the next, Shift+Enter for the one before</source>
        <translation>在画布上查找（%1）：Enter 到下一个，Shift+Enter 到上一个</translation>
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
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Follow the newest (Space)</source>
        <translation>跟随最新（空格）</translation>
    </message>
    <message>
        <source>Reading at %1 (%2)</source>
        <translation>读数时刻 %1（%2）</translation>
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
    <name>gatehouse::ui::EdgeInspector</name>
    <message>
        <source>Leads to</source>
        <translation>通向</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>附着于</translation>
    </message>
    <message>
        <source>Service that the edge leads to</source>
        <translation>此连线通向的服务</translation>
    </message>
    <message>
        <source>Listener that the route attaches to</source>
        <translation>路由所附着的监听器</translation>
    </message>
    <message>
        <source>In rule %1</source>
        <translation>在规则 %1 中</translation>
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
    <name>gatehouse::ui::EmptyRoutes</name>
    <message>
        <source>No routes yet</source>
        <translation>还没有路由</translation>
    </message>
    <message>
        <source>A listener takes requests, a route chooses among them by path, method or header, and a service answers. Drag one from the palette, or begin here.</source>
        <translation>监听器接收请求，路由按路径、方法或头选择请求，服务作出应答。可从组件中拖入，或从这里开始。</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>添加路由</translation>
    </message>
    <message>
        <source>Open the demo Bookshop</source>
        <translation>打开演示工作区 Bookshop</translation>
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
    <name>gatehouse::ui::FieldSet</name>
    <message>
        <source>“%1” can&apos;t be used here: it is empty, taken or no number in range.</source>
        <translation>这里不能用“%1”：为空、已被占用或不是范围内的数字。</translation>
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
    <name>gatehouse::ui::FiltersSection</name>
    <message>
        <source>Filters</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>添加过滤器</translation>
    </message>
    <message>
        <source>Set headers</source>
        <translation>设置头</translation>
    </message>
    <message>
        <source>header</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Add headers</source>
        <translation>添加头</translation>
    </message>
    <message>
        <source>Remove headers</source>
        <translation>移除头</translation>
    </message>
    <message>
        <source>removed header</source>
        <translation>移除的头</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Scheme of the redirect</source>
        <translation>重定向的协议</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>redirect scheme</source>
        <translation>重定向协议</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of the redirect</source>
        <translation>重定向的端口</translation>
    </message>
    <message>
        <source>redirect port</source>
        <translation>重定向端口</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status of the redirect</source>
        <translation>重定向的状态码</translation>
    </message>
    <message>
        <source>redirect status</source>
        <translation>重定向状态码</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Hostname of the redirect</source>
        <translation>重定向的主机名</translation>
    </message>
    <message>
        <source>Hostname of the rewrite</source>
        <translation>重写的主机名</translation>
    </message>
    <message>
        <source>redirect hostname</source>
        <translation>重定向主机名</translation>
    </message>
    <message>
        <source>rewrite hostname</source>
        <translation>重写主机名</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>How the redirect changes the path</source>
        <translation>重定向如何改变路径</translation>
    </message>
    <message>
        <source>How the rewrite changes the path</source>
        <translation>重写如何改变路径</translation>
    </message>
    <message>
        <source>redirect path</source>
        <translation>重定向路径</translation>
    </message>
    <message>
        <source>rewrite path</source>
        <translation>重写路径</translation>
    </message>
    <message>
        <source>New path</source>
        <translation>新路径</translation>
    </message>
    <message>
        <source>New path of the redirect</source>
        <translation>重定向的新路径</translation>
    </message>
    <message>
        <source>New path of the rewrite</source>
        <translation>重写的新路径</translation>
    </message>
    <message>
        <source>Fold filter %1</source>
        <translation>折叠过滤器 %1</translation>
    </message>
    <message>
        <source>Show the fields of filter %1</source>
        <translation>显示过滤器 %1 的字段</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::Inspector</name>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Choose a listener, route, service or connection to edit it.</source>
        <translation>选择监听器、路由、服务或连线以编辑。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>%1 are chosen: move, align, duplicate or delete them together.</source>
        <translation>选中了 %1 项：可一起移动、对齐、复制或删除。</translation>
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
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
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
    <name>gatehouse::ui::ListRows</name>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%2 %3 的%1</translation>
    </message>
    <message>
        <source>Regular expression (else the value is compared as it stands)</source>
        <translation>正则表达式（否则按原样比较值）</translation>
    </message>
    <message>
        <source>%1 %2 is a regular expression</source>
        <translation>%1 %2 是正则表达式</translation>
    </message>
    <message>
        <source>Remove %1 %2</source>
        <translation>移除%1 %2</translation>
    </message>
    <message>
        <source>Drop the new %1</source>
        <translation>放弃新的%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ListenerInspector</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Open to the network</source>
        <translation>对网络开放</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>any free port</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Bound to</source>
        <translation>绑定到</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
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
    <name>gatehouse::ui::MatchSection</name>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Add match</source>
        <translation>添加匹配</translation>
    </message>
    <message>
        <source>No condition: every request matches.</source>
        <translation>没有条件：所有请求都匹配。</translation>
    </message>
    <message>
        <source>Match %1</source>
        <translation>匹配 %1</translation>
    </message>
    <message>
        <source>or match %1</source>
        <translation>或匹配 %1</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Type of path match %1</source>
        <translation>路径匹配 %1 的类型</translation>
    </message>
    <message>
        <source>path type</source>
        <translation>路径类型</translation>
    </message>
    <message>
        <source>Path of match %1</source>
        <translation>匹配 %1 的路径</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Method of match %1</source>
        <translation>匹配 %1 的方法</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>头</translation>
    </message>
    <message>
        <source>header</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Query parameters</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>query parameter</source>
        <translation>查询参数</translation>
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
    <name>gatehouse::ui::PalettePane</name>
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
        <source>Palette</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>drag, or Enter</source>
        <translation>拖动或按 Enter</translation>
    </message>
    <message>
        <source>Palette: drag to the canvas, or press Enter</source>
        <translation>组件：拖到画布，或按 Enter</translation>
    </message>
    <message>
        <source>Drag to the canvas, or press Enter</source>
        <translation>拖到画布，或按 Enter</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::PhaseBar</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::PlanBar</name>
    <message>
        <source>Load plan</source>
        <translation>负载计划</translation>
    </message>
    <message>
        <source>Load plan (F2 renames it)</source>
        <translation>负载计划（F2 重命名）</translation>
    </message>
    <message>
        <source>New load plan</source>
        <translation>新建负载计划</translation>
    </message>
    <message>
        <source>Duplicate load plan</source>
        <translation>复制负载计划</translation>
    </message>
    <message>
        <source>Rename load plan</source>
        <translation>重命名负载计划</translation>
    </message>
    <message>
        <source>Delete load plan</source>
        <translation>删除负载计划</translation>
    </message>
    <message>
        <source>Load plans: new, duplicate, rename, delete</source>
        <translation>负载计划：新建、复制、重命名、删除</translation>
    </message>
    <message>
        <source>Load</source>
        <comment>name of a new load plan</comment>
        <translation>负载</translation>
    </message>
    <message>
        <source>New name of the load plan</source>
        <translation>负载计划的新名称</translation>
    </message>
    <message>
        <source>A load plan needs a name.</source>
        <translation>负载计划需要名称。</translation>
    </message>
    <message>
        <source>A name has at most 100 characters.</source>
        <translation>名称最多 100 个字符。</translation>
    </message>
    <message>
        <source>Another load plan has this name.</source>
        <translation>已有负载计划使用此名称。</translation>
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
        <source>Its trace wasn&apos;t kept</source>
        <translation>未保留其轨迹</translation>
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
    <message>
        <source>Reasons are kept of tried, refused and sampled requests.</source>
        <translation>只为试发的、被拒绝的和抽样的请求保留理由。</translation>
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
    <name>gatehouse::ui::RouteInspector</name>
    <message>
        <source>Hostnames</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>Attached to %1</source>
        <translation>附着于 %1</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Rule that is shown</source>
        <translation>显示的规则</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Rule name</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Name of rule %1</source>
        <translation>规则 %1 的名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>rule name</source>
        <translation>规则名称</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RoutesList</name>
    <message>
        <source>Filter listeners, routes and services</source>
        <translation>过滤监听器、路由和服务</translation>
    </message>
    <message>
        <source>Listeners, routes and services</source>
        <translation>监听器、路由和服务</translation>
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
    <message>
        <source>Add listener</source>
        <translation>添加监听器</translation>
    </message>
    <message>
        <source>Add route</source>
        <translation>添加路由</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Add version</source>
        <translation>添加版本</translation>
    </message>
    <message>
        <source>Add redirect</source>
        <translation>添加重定向</translation>
    </message>
    <message>
        <source>Find on canvas</source>
        <translation>在画布上查找</translation>
    </message>
    <message>
        <source>Edit in the inspector</source>
        <translation>在检查器中编辑</translation>
    </message>
    <message>
        <source>no node is chosen</source>
        <translation>没有选中节点</translation>
    </message>
    <message>
        <source>nothing is chosen</source>
        <translation>没有选中任何内容</translation>
    </message>
    <message>
        <source>no listener or route with something left to connect to is chosen</source>
        <translation>没有选中还能连接的监听器或路由</translation>
    </message>
    <message>
        <source>no service is chosen</source>
        <translation>没有选中服务</translation>
    </message>
    <message>
        <source>fewer than three nodes are chosen</source>
        <translation>选中的节点少于三个</translation>
    </message>
    <message>
        <source>fewer than two nodes are chosen</source>
        <translation>选中的节点少于两个</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Align or distribute the chosen nodes</source>
        <translation>对齐或分布选中的节点</translation>
    </message>
    <message>
        <source>Graphviz took too long</source>
        <translation>Graphviz 用时过长</translation>
    </message>
    <message>
        <source>the engine isn&apos;t running</source>
        <translation>引擎没有运行</translation>
    </message>
    <message>
        <source>The nodes were not laid out: %1. They stand where they stood.</source>
        <translation>节点未能布局：%1。它们仍在原处。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ServiceInspector</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>即名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>运行方</translation>
    </message>
    <message>
        <source>Who runs the service</source>
        <translation>由谁运行此服务</translation>
    </message>
    <message>
        <source>its own servers</source>
        <translation>自有服务器</translation>
    </message>
    <message>
        <source>Gatehouse: demo %1</source>
        <translation>Gatehouse：演示 %1</translation>
    </message>
    <message>
        <source>Run %1 by its own servers</source>
        <translation>由自有服务器运行 %1</translation>
    </message>
    <message>
        <source>Run %1 as demo %2</source>
        <translation>将 %1 作为演示 %2 运行</translation>
    </message>
    <message>
        <source>Answers at</source>
        <translation>应答地址</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Median latency in milliseconds</source>
        <translation>延迟中位数（毫秒）</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Share of answers that are 500, in per cent</source>
        <translation>500 应答所占百分比</translation>
    </message>
    <message>
        <source>error share</source>
        <translation>错误占比</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Add endpoint %1 to %2</source>
        <translation>为 %2 添加端点 %1</translation>
    </message>
    <message>
        <source>Remove endpoint %1 from %2</source>
        <translation>从 %2 移除端点 %1</translation>
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
    <name>gatehouse::ui::TimeoutsSection</name>
    <message>
        <source>Time-outs</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>request time-out</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>attempt time-out</source>
        <translation>尝试超时</translation>
    </message>
    <message>
        <source>the gateway&apos;s own</source>
        <translation>网关自身的</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TraceTree</name>
    <message>
        <source>Decision trace</source>
        <translation>决策轨迹</translation>
    </message>
    <message>
        <source>%1, passed over</source>
        <translation>%1，未选中</translation>
    </message>
    <message>
        <source>since the request&apos;s first byte</source>
        <translation>从请求的首字节算起</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>未选中</translation>
    </message>
    <message>
        <source>Copy this step</source>
        <translation>复制此步骤</translation>
    </message>
    <message>
        <source>Copy the whole trace</source>
        <translation>复制整个轨迹</translation>
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
        <source>revision %1, trace %2</source>
        <translation>修订 %1，轨迹 %2</translation>
    </message>
    <message>
        <source>traceparent: %1</source>
        <translation>traceparent：%1</translation>
    </message>
    <message>
        <source>Where it would go</source>
        <translation>会去往何处</translation>
    </message>
    <message>
        <source>draft, not sent</source>
        <translation>草稿，未发送</translation>
    </message>
    <message>
        <source>revision %1, not sent</source>
        <translation>修订 %1，未发送</translation>
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
    <message>
        <source>Show secret values</source>
        <translation>显示机密值</translation>
    </message>
    <message>
        <source>Hide secret values</source>
        <translation>隐藏机密值</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已等待 %1</translation>
    </message>
    <message>
        <source>Explain where the request would go</source>
        <translation>说明请求会去往何处</translation>
    </message>
    <message>
        <source>The draft can&apos;t be compiled, so it takes no request yet: its problems stand in Problems.</source>
        <translation>草稿无法编译，因此还不能接收请求：其问题列在“问题”中。</translation>
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
