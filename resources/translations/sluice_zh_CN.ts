<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Begin an empty pipeline</source>
        <translation>开始一个空的管道</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a pipeline file</source>
        <translation>打开管道文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>保存管道</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the pipeline under another name</source>
        <translation>以另一名称保存管道</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>导出图片(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the graph into a file, as PNG, SVG or PDF</source>
        <translation>将图写入 PNG、SVG 或 PDF 文件</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Stop this pipeline and show the start page</source>
        <translation>停止此管道并显示起始页</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Stop everything and close the window</source>
        <translation>停止一切并关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Add consumer</source>
        <translation>添加消费者(&amp;A)</translation>
    </message>
    <message>
        <source>Add a consumer to the selected stage, also while it runs</source>
        <translation>为所选阶段添加消费者，运行中也可以</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the selected stages, or the last consumer if nothing is selected</source>
        <translation>移除所选阶段；未选择时移除最后一个消费者</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose theme, motion, keys and defaults</source>
        <translation>选择主题、动画、按键和默认值</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the pipeline, or go on after a pause</source>
        <translation>运行管道，或在暂停后继续</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold all stages where they are</source>
        <translation>让所有阶段停在原处</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>End all stages; what is under way is lost and counted</source>
        <translation>结束所有阶段；途中的事件会丢失并计数</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减慢(&amp;S)</translation>
    </message>
    <message>
        <source>Let the consumers take longer for each number</source>
        <translation>让消费者处理每个数用更长时间</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Let the consumers take less time for each number</source>
        <translation>让消费者处理每个数用更短时间</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>显示全部(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整个图</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the graph larger</source>
        <translation>放大显示图</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the graph smaller</source>
        <translation>缩小显示图</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>Put all panels back where they were in the beginning</source>
        <translation>把所有面板放回最初的位置</translation>
    </message>
    <message>
        <source>Sa&amp;ve layout…</source>
        <translation>保存布局(&amp;V)…</translation>
    </message>
    <message>
        <source>Remember where the panels are, under a name</source>
        <translation>以一个名称记住面板的位置</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>全屏(&amp;S)</translation>
    </message>
    <message>
        <source>Fill the screen with the window, or go back</source>
        <translation>窗口铺满屏幕，或恢复</translation>
    </message>
    <message>
        <source>&amp;Presenter</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>Show the graph and one chart large on the full screen, or go back</source>
        <translation>全屏放大显示图和一个图表，或恢复</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find anything that can be done by its name</source>
        <translation>按名称查找所有可做的事</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>按键(&amp;K)…</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>列出所有按键</translation>
    </message>
    <message>
        <source>&amp;About Sluice</source>
        <translation>关于 Sluice(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>这是什么程序</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>What this program is made with</source>
        <translation>此程序用什么制作</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the selected stages and remove them</source>
        <translation>复制并移除所选阶段</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected stages, as text</source>
        <translation>以文本复制所选阶段</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Add the stages that were copied</source>
        <translation>添加已复制的阶段</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>Add stages like the selected ones, with the same subscriptions</source>
        <translation>添加与所选相同、订阅相同的阶段</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select all stages</source>
        <translation>选择所有阶段</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>Let another stage take the events of the selected one; then select it</source>
        <translation>让另一个阶段接收所选阶段的事件；然后选择它</translation>
    </message>
    <message>
        <source>Open or close &amp;group</source>
        <translation>展开或收起组(&amp;G)</translation>
    </message>
    <message>
        <source>Show each consumer of the selected group, or all of its kind as one</source>
        <translation>逐个显示所选组的消费者，或将同类显示为一个</translation>
    </message>
    <message>
        <source>A &amp;thread for each stage</source>
        <translation>每个阶段一个线程(&amp;T)</translation>
    </message>
    <message>
        <source>Give each stage a thread of its own at the next start</source>
        <translation>下次启动时为每个阶段分配自己的线程</translation>
    </message>
    <message>
        <source>S&amp;hared threads</source>
        <translation>共享线程(&amp;H)</translation>
    </message>
    <message>
        <source>Let the stages share a thread for each processor at the next start</source>
        <translation>下次启动时各阶段共享与处理器数相同的线程</translation>
    </message>
    <message>
        <source>Change &amp;work time</source>
        <translation>更改工作时间(&amp;W)</translation>
    </message>
    <message>
        <source>Let the selected stage take longer or less for each event</source>
        <translation>让所选阶段处理每个事件的时间更长或更短</translation>
    </message>
    <message>
        <source>Export &amp;log…</source>
        <translation>导出日志(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the rows of the log into a file, as CSV or JSON Lines</source>
        <translation>把日志的行写入文件，格式为 CSV 或 JSON Lines</translation>
    </message>
    <message>
        <source>&amp;Find in the log</source>
        <translation>在日志中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Look for rows of the log, by number, consumer or time</source>
        <translation>按数字、消费者或时间查找日志的行</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next row of the log that matches</source>
        <translation>转到日志中下一个匹配的行</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the row of the log before that matches</source>
        <translation>转到日志中上一个匹配的行</translation>
    </message>
    <message>
        <source>Fit s&amp;elected</source>
        <translation>适应所选(&amp;E)</translation>
    </message>
    <message>
        <source>Show the selected stages as large as they fit</source>
        <translation>以尽可能大的尺寸显示所选的阶段</translation>
    </message>
    <message>
        <source>Fl&amp;oat panel</source>
        <translation>浮动面板(&amp;O)</translation>
    </message>
    <message>
        <source>Take the panel with the focus out of the window, or put it back</source>
        <translation>把有焦点的面板移出窗口，或放回</translation>
    </message>
    <message>
        <source>Show in the &amp;log</source>
        <translation>在日志中显示(&amp;L)</translation>
    </message>
    <message>
        <source>Show only what the selected consumers have handled</source>
        <translation>只显示所选消费者处理过的内容</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>No stages. Open a pipeline with Ctrl+O, or start a new one with Ctrl+N.</source>
        <translation>没有阶段。用 Ctrl+O 打开管道，或用 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>▷ too fast to draw messages singly; slow the consumers down ([) to see each of them</source>
        <translation>▷ 太快，无法逐条绘制消息；按 [ 减慢消费者即可看到每一条</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>短暂</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>离开中</translation>
    </message>
    <message>
        <source>no demand</source>
        <translation>无需求</translation>
    </message>
    <message>
        <source>demand %1 of %2</source>
        <translation>需求 %1，共 %2</translation>
    </message>
    <message>
        <source>asks %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>in flight %1</source>
        <translation>途中 %1</translation>
    </message>
    <message>
        <source>%1 asks, %2 sends</source>
        <translation>%1 请求，%2 发送</translation>
    </message>
    <message>
        <source>asked for %1 in %2 messages</source>
        <translation>用 %2 条消息请求了 %1</translation>
    </message>
    <message>
        <source>sent %1 in %2 messages</source>
        <translation>用 %2 条消息发送了 %1</translation>
    </message>
    <message>
        <source>in flight %1, waiting at the consumer %2, handled %3</source>
        <translation>途中 %1，在消费者处等待 %2，已处理 %3</translation>
    </message>
    <message>
        <source>demand not met yet %1</source>
        <translation>尚未满足的需求 %1</translation>
    </message>
    <message>
        <source>pending %1 of %2, asks again at %3</source>
        <translation>待处理 %1，共 %2，到 %3 时再次请求</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>cancel: %1</source>
        <translation>取消方式：%1</translation>
    </message>
    <message>
        <source>ask %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · thread %2</source>
        <translation>%1 · 线程 %2</translation>
    </message>
    <message>
        <source>handled %1</source>
        <translation>已处理 %1</translation>
    </message>
    <message>
        <source>emitted %1</source>
        <translation>已发出 %1</translation>
    </message>
    <message>
        <source>%1 of %2, asks at %3</source>
        <translation>%1，共 %2，到 %3 时请求</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>demand %1</source>
        <translation>需求 %1</translation>
    </message>
    <message>
        <source>buffer %1 of ∞</source>
        <translation>缓冲 %1，共 ∞</translation>
    </message>
    <message>
        <source>buffer %1 of %2</source>
        <translation>缓冲 %1，共 %2</translation>
    </message>
    <message>
        <source>buffer %1</source>
        <translation>缓冲 %1</translation>
    </message>
    <message>
        <source>✕ %1 discarded</source>
        <translation>✕ 丢弃 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>thread %1, called %2 by the system</source>
        <translation>线程 %1，系统称为 %2</translation>
    </message>
    <message>
        <source>messages handled %1</source>
        <translation>已处理消息 %1</translation>
    </message>
    <message>
        <source>waiting to be handled %1</source>
        <translation>等待处理 %1</translation>
    </message>
    <message>
        <source>discarded %1</source>
        <translation>已丢弃 %1</translation>
    </message>
    <message>
        <source>◆ bottleneck</source>
        <translation>◆ 瓶颈</translation>
    </message>
    <message>
        <source>%1, full in %2</source>
        <translation>%1，%2 后满</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>by a stable hash of the event</source>
        <translation>按事件的稳定哈希</translation>
    </message>
    <message>
        <source>by the remainder of the number</source>
        <translation>按数的余数</translation>
    </message>
    <message>
        <source>by whether the number is even or odd</source>
        <translation>按数是偶是奇</translation>
    </message>
    <message>
        <source>by the first letter of the text</source>
        <translation>按文本的首字母</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with numbers from 0</source>
        <translation>
            <numerusform>%n 个从 0 编号的分区</numerusform>
        </translation>
    </message>
    <message>
        <source>partitions %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>B: every event goes to every consumer; as many are sent as all of them have asked for</source>
        <translation>B：每个事件发给每个消费者；发送的数量是所有消费者都已请求的</translation>
    </message>
    <message>
        <source>P: each event goes to the consumer of its partition</source>
        <translation>P：每个事件发给其分区的消费者</translation>
    </message>
    <message>
        <source>%1: %2, chosen %3</source>
        <translation>%1：%2，%3选定</translation>
    </message>
    <message>
        <source>D: each event goes to the consumer with the largest demand</source>
        <translation>D：每个事件发给需求最大的消费者</translation>
    </message>
    <message>
        <source>%1, of equals in an order that was drawn</source>
        <translation>%1，相等时按抽签的次序</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>only some</source>
        <translation>只要一部分</translation>
    </message>
    <message>
        <source>%1 got %2 (%3)</source>
        <translation>%1 得到 %2（%3）</translation>
    </message>
    <message>
        <source>each %1 to %2</source>
        <translation>每个 %1 至 %2</translation>
    </message>
    <message>
        <source>demand %1 of %2, each %3 to %4</source>
        <translation>需求 %1，共 %2，每个 %3 至 %4</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n crashed</source>
        <translation>
            <numerusform>✕ %n 个崩溃</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2 drawn as one</source>
        <translation>%1，%2画作一个</translation>
    </message>
    <message>
        <source>handled %1, each %2 to %3</source>
        <translation>已处理 %1，每个 %2 至 %3</translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>重启过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>G or a double click shows each of them</source>
        <translation>按 G 或双击可逐个显示</translation>
    </message>
    <message numerus="yes">
        <source>%1 consumer(s)</source>
        <translation>
            <numerusform>%1 个消费者</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation>%2 个中 %1 个忙碌</translation>
    </message>
    <message>
        <source>%1 of %2 wait</source>
        <translation>%2 个中 %1 个等待</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%2 个中 %1 个%3</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>joining: has not asked for anything yet</source>
        <translation>正在加入：还没有请求过事件</translation>
    </message>
</context>
<context>
    <name>ChartEvents</name>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 崩溃</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 停止</translation>
    </message>
    <message>
        <source>%1 works %2</source>
        <translation>%1 工作 %2</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
    <message>
        <source>+ %1 stages</source>
        <translation>+ %1 个阶段</translation>
    </message>
    <message>
        <source>− %1 stages</source>
        <translation>− %1 个阶段</translation>
    </message>
    <message>
        <source>work time of %1 stages</source>
        <translation>%1 个阶段的工作时间</translation>
    </message>
    <message>
        <source>%1 stages crashed</source>
        <translation>%1 个阶段崩溃</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 已重启</translation>
    </message>
    <message>
        <source>%1 stages restarted</source>
        <translation>%1 个阶段已重启</translation>
    </message>
    <message>
        <source>%1 max %2</source>
        <translation>%1 最大 %2</translation>
    </message>
    <message>
        <source>%1 min %2</source>
        <translation>%1 最小 %2</translation>
    </message>
    <message>
        <source>demand of %1 stages</source>
        <translation>%1 个阶段的需求</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>ChartOverlay</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, last: %2</source>
        <translation>%1，最后：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n crashes</source>
        <translation>
            <numerusform>%n 次崩溃</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n 次重启</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 次更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before</source>
        <translation>
            <numerusform>之前还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>adding %1 (what it printed stays printed)</source>
        <translation>添加 %1（已打印的仍保留）</translation>
    </message>
    <message>
        <source>adding %1 (what it sent stays sent)</source>
        <translation>添加 %1（已发送的仍保留）</translation>
    </message>
    <message>
        <source>adding %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>removing %1 (what comes back begins anew)</source>
        <translation>移除 %1（恢复后重新开始）</translation>
    </message>
    <message>
        <source>removing %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>changing the demand of %1</source>
        <translation>更改 %1 的需求</translation>
    </message>
    <message>
        <source>changing the work time of %1</source>
        <translation>更改 %1 的工作时间</translation>
    </message>
    <message>
        <source>connecting %1 to %2 (what was sent stays sent)</source>
        <translation>连接 %1 与 %2（已发送的不会收回）</translation>
    </message>
    <message>
        <source>connecting %1 to %2</source>
        <translation>连接 %1 与 %2</translation>
    </message>
    <message>
        <source>disconnecting %1 from %2 (demand begins anew)</source>
        <translation>断开 %1 与 %2（需求重新开始）</translation>
    </message>
    <message>
        <source>disconnecting %1 from %2</source>
        <translation>断开 %1 与 %2</translation>
    </message>
    <message>
        <source>sharing the threads</source>
        <translation>共享线程</translation>
    </message>
    <message>
        <source>a thread for each stage</source>
        <translation>每个阶段一个线程</translation>
    </message>
</context>
<context>
    <name>FileError</name>
    <message>
        <source>Could not save %1</source>
        <translation>无法保存 %1</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>，第 %1 行</translation>
    </message>
    <message>
        <source>, column %1</source>
        <translation>，第 %1 列</translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation>，位于 %1</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>实际为 %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为 %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 T</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Graph: next or previous stage</source>
        <translation>图：下一个或上一个阶段</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab, arrow keys</source>
        <translation>Tab、Shift+Tab、方向键</translation>
    </message>
    <message>
        <source>Graph: zoom</source>
        <translation>图：缩放</translation>
    </message>
    <message>
        <source>mouse wheel</source>
        <translation>鼠标滚轮</translation>
    </message>
    <message>
        <source>Graph: move</source>
        <translation>图：移动</translation>
    </message>
    <message>
        <source>drag the ground, or Space and drag</source>
        <translation>拖动背景，或按空格拖动</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>About Sluice</source>
        <translation>关于 Sluice</translation>
    </message>
    <message>
        <source>Sluice %1</source>
        <translation>Sluice %1</translation>
    </message>
    <message>
        <source>Pipelines with back-pressure on Qt threads: demand goes upstream, events come downstream, and nobody gets more than they asked for.

The window is licensed under the GNU General Public License, version 3 or later; the engine under the MIT licence.</source>
        <translation>基于 Qt 线程、带背压的管道：需求向上游走，事件向下游来，谁也不会得到超出请求的事件。

窗口采用 GNU 通用公共许可证第 3 版或更新版本；引擎采用 MIT 许可证。</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>1 batch</source>
        <translation>1 批</translation>
    </message>
    <message>
        <source>%1 batches</source>
        <translation>%1 批</translation>
    </message>
    <message>
        <source>uneven steps</source>
        <translation>步长不等</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步长 %1</translation>
    </message>
    <message>
        <source>; %1 lost when a stage left</source>
        <translation>；阶段离开时丢失 %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1: each once so far, %2 under way</source>
        <translation>%1：至今各一次，途中 %2</translation>
    </message>
    <message>
        <source>%1: each exactly once</source>
        <translation>%1：各恰好一次</translation>
    </message>
    <message>
        <source>%1 (%2) could not be kept</source>
        <translation>%1（%2）未能保留</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 left: %2 handled, %3 lost, demand for %4 withdrawn</source>
        <translation>%1 已离开：处理 %2，丢失 %3，撤回需求 %4</translation>
    </message>
    <message>
        <source>%1 crashed: %2</source>
        <translation>%1 崩溃：%2</translation>
    </message>
    <message>
        <source>%1 stopped: %2</source>
        <translation>%1 停止：%2</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>尚无可检查的内容</translation>
    </message>
    <message>
        <source>None came twice (nothing is known about what should come)</source>
        <translation>没有重复（不知应来什么）</translation>
    </message>
    <message>
        <source>%1 came more than once, first %2 (nothing is known about what should come)</source>
        <translation>%1 重复出现，首个 %2（不知应来什么）</translation>
    </message>
    <message>
        <source>Missing: %1, first gap at %2</source>
        <translation>缺失：%1，首个缺口在 %2</translation>
    </message>
    <message>
        <source>Came more than once: %1, first %2</source>
        <translation>重复：%1，首个 %2</translation>
    </message>
    <message>
        <source>Not expected: %1, first %2</source>
        <translation>意外：%1，首个 %2</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 个事件</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source> (%1 are no whole numbers)</source>
        <translation>（%1 个不是整数）</translation>
    </message>
    <message>
        <source>Cannot be checked: these events are no whole numbers</source>
        <translation>无法检查：这些事件不是整数</translation>
    </message>
    <message>
        <source>Cannot be checked: a stage broadcasts, so each number comes to several consumers</source>
        <translation>无法检查：有阶段广播，每个数会到多个消费者</translation>
    </message>
    <message>
        <source>%1 could not be checked%2; nothing wrong with the others</source>
        <translation>%1 无法检查%2；其余无误</translation>
    </message>
    <message>
        <source>None came twice; %1 not checked%2</source>
        <translation>没有重复；%1 未检查%2</translation>
    </message>
</context>
<context>
    <name>LogFilter</name>
    <message>
        <source>“%1” is not a whole number; for words write text:%1</source>
        <translation>“%1”不是整数；查找文字请写 text:%1</translation>
    </message>
    <message>
        <source>“%1” is not a time; write one such as 5ms</source>
        <translation>“%1”不是时间；请写如 5ms</translation>
    </message>
    <message>
        <source>“%1” needs a unit: ns, µs, ms or s</source>
        <translation>“%1”需要单位：ns、µs、ms 或 s</translation>
    </message>
    <message>
        <source>“%1” is not a unit; there are ns, µs, ms, s and min</source>
        <translation>“%1”不是单位；有 ns、µs、ms、s 和 min</translation>
    </message>
    <message>
        <source>“%1” is longer than any log</source>
        <translation>“%1”比任何日志都长</translation>
    </message>
    <message>
        <source>A range needs a beginning or an end, such as 100..200</source>
        <translation>范围需要起点或终点，如 100..200</translation>
    </message>
    <message>
        <source>No time is met exactly; write &gt; or &lt;, or a range such as 1ms..5ms</source>
        <translation>时间不会精确相等；请用 &gt; 或 &lt;，或 1ms..5ms 这样的范围</translation>
    </message>
    <message>
        <source>The range is empty: %1 comes after %2</source>
        <translation>范围为空：%1 在 %2 之后</translation>
    </message>
    <message>
        <source>A value is missing behind %1</source>
        <translation>%1 之后缺少值</translation>
    </message>
    <message>
        <source>There is nothing beyond %1</source>
        <translation>%1 之外没有内容</translation>
    </message>
    <message>
        <source>A name is missing; write one such as consumer:C1</source>
        <translation>缺少名称；请写如 consumer:C1</translation>
    </message>
    <message>
        <source>“%1” is no kind of row; there are batch, gap and note</source>
        <translation>“%1”不是行的种类；有 batch、gap 和 note</translation>
    </message>
    <message>
        <source>This cannot be larger or smaller; write : instead of %1</source>
        <translation>此项无大小之分；请用 : 代替 %1</translation>
    </message>
    <message>
        <source>A word to look for is missing</source>
        <translation>缺少要查找的词</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>引号未闭合</translation>
    </message>
    <message>
        <source>No blanks around %1: write wait&gt;5ms</source>
        <translation>%1 两边不要空格：写 wait&gt;5ms</translation>
    </message>
    <message>
        <source>“%1” is not known; there are consumer, thread, value, wait, count, time, kind and text. Put it into quotes to look for it as it stands</source>
        <translation>“%1”未知；有 consumer、thread、value、wait、count、time、kind 和 text。加引号则按原样查找</translation>
    </message>
</context>
<context>
    <name>LookMenus</name>
    <message>
        <source>Also among the settings</source>
        <translation>设置中也可选择</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>动画(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;example</source>
        <translation>打开示例(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>尚无文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pipeline</source>
        <translation>管道(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>显示或隐藏此面板</translation>
    </message>
    <message>
        <source>&amp;Layouts</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>was asked by %1 for %2 events at once; at most %3 are expected</source>
        <translation>被 %1 一次请求 %2 个事件；预期最多 %3 个</translation>
    </message>
    <message>
        <source>was asked by %1 for %2 events in all, each time for more than the %3 that are expected</source>
        <translation>被 %1 共请求 %2 个事件，每次都多于预期的 %3 个</translation>
    </message>
    <message>
        <source>a stage that has left</source>
        <translation>已离开的阶段</translation>
    </message>
    <message>
        <source>discarded %1 events that it had no room for</source>
        <translation>因容纳不下丢弃了 %1 个事件</translation>
    </message>
    <message>
        <source>got %1 events from %2 that it had not asked for</source>
        <translation>从 %2 收到 %1 个未请求的事件</translation>
    </message>
    <message>
        <source>dropped a message that it does not know; the last one was: %1</source>
        <translation>丢弃了不认识的消息；最近一条是：%1</translation>
    </message>
    <message>
        <source>refused the subscription of %1: %2</source>
        <translation>拒绝了 %1 的订阅：%2</translation>
    </message>
    <message>
        <source>keeps its demand mode: only producers can accumulate demand</source>
        <translation>保持其需求模式：只有生产者可以累积需求</translation>
    </message>
    <message>
        <source>asks %1 by hand: new demand limits count from its next subscription on</source>
        <translation>手动向 %1 请求：新的需求上限从下一次订阅起生效</translation>
    </message>
    <message>
        <source>had children that failed, %1 in all; the last reason was: %2</source>
        <translation>有子任务失败，共 %1 个；最后的原因：%2</translation>
    </message>
    <message>
        <source>dropped %1 events that it emitted: a consumer emits nothing</source>
        <translation>丢弃了它发出的 %1 个事件：消费者不发出任何事件</translation>
    </message>
    <message>
        <source>stops, as its subscription to %1 has ended (%2)</source>
        <translation>停止，因为它对 %1 的订阅已结束（%2）</translation>
    </message>
    <message>
        <source>wants events of %1, and there is no such stage</source>
        <translation>想要 %1 的事件，但没有这个阶段</translation>
    </message>
    <message numerus="yes">
        <source>was started anew, %n time(s) by now</source>
        <translation>
            <numerusform>已重新启动，至今 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The supervisor gave up: %1 would have been restart %2 within %3. The last reason was: %4</source>
        <translation>监督者放弃了：%1 将是 %3 内的第 %2 次重启。最后的原因：%4</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1，无上限</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time, last second</source>
        <translation>时间（最近一秒）</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Emitted</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Pending demand</source>
        <translation>待满足的需求</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Maximum demand</source>
        <translation>最大需求</translation>
    </message>
    <message>
        <source>Minimum demand</source>
        <translation>最小需求</translation>
    </message>
    <message>
        <source>demand %1 of %2</source>
        <translation>需求 %1，共 %2</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>“%1”: the name of a picture must end in one of .%2.</source>
        <translation>“%1”：图片名称必须以 .%2 之一结尾。</translation>
    </message>
    <message>
        <source>The picture was not written to “%1”: %2. Choose another place.</source>
        <translation>图片未写入“%1”：%2。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>○ not started</source>
        <translation>○ 未启动</translation>
    </message>
    <message>
        <source>R running</source>
        <translation>R 运行中</translation>
    </message>
    <message>
        <source>P paused</source>
        <translation>P 已暂停</translation>
    </message>
    <message>
        <source>S stopping</source>
        <translation>S 正在停止</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ 已停止</translation>
    </message>
</context>
<context>
    <name>StageKinds</name>
    <message>
        <source>counts in equal steps, as fast as it is asked to</source>
        <translation>按相等步长计数，需求多快就多快</translation>
    </message>
    <message>
        <source>lets some numbers through</source>
        <translation>放行部分数字</translation>
    </message>
    <message>
        <source>passes numbers on and fails at every so many</source>
        <translation>传递数字，每隔若干个失败一次</translation>
    </message>
    <message>
        <source>turns each number into another</source>
        <translation>将每个数字变成另一个</translation>
    </message>
    <message>
        <source>prints each event</source>
        <translation>打印每个事件</translation>
    </message>
    <message>
        <source>the lines of a text file, in order</source>
        <translation>文本文件的各行，按顺序</translation>
    </message>
    <message>
        <source>the paths of the files in a folder, sorted</source>
        <translation>文件夹中各文件的路径，已排序</translation>
    </message>
    <message>
        <source>cuts lines into words, of any script</source>
        <translation>将行切分为词，适用于任何文字</translation>
    </message>
    <message>
        <source>lets the texts through that match</source>
        <translation>放行匹配的文本</translation>
    </message>
    <message>
        <source>turns paths of files into lines as sha256sum prints them: hash, path</source>
        <translation>将文件路径变成 sha256sum 格式的行：散列值、路径</translation>
    </message>
    <message>
        <source>a job for each path of a file, maxDemand at a time: prints as sha256sum</source>
        <translation>每个文件路径一个任务，同时最多 maxDemand 个：按 sha256sum 格式打印</translation>
    </message>
    <message>
        <source>counts how often each text comes; writes the counts when it stops</source>
        <translation>统计每个文本出现的次数；停止时写出结果</translation>
    </message>
    <message>
        <source>appends events to a file, one a line; jsonl adds the time</source>
        <translation>将事件追加到文件，每行一个；jsonl 会加上时间</translation>
    </message>
    <message>
        <source>prints the events that match, with a mark</source>
        <translation>打印匹配的事件，并加上标记</translation>
    </message>
    <message>
        <source>a text each interval, numbered, whether asked for or not</source>
        <translation>每个间隔一个带编号的文本，无论是否有需求</translation>
    </message>
    <message>
        <source>the lines of standard input, read as they are asked for</source>
        <translation>标准输入的各行，按需读取</translation>
    </message>
    <message>
        <source>prints events, but only so many an interval from each producer</source>
        <translation>打印事件，但每个间隔内每个生产者只限若干个</translation>
    </message>
    <message>
        <source>%1; it needs options: write it into the file</source>
        <translation>%1；它需要选项：请写入文件</translation>
    </message>
</context>
<context>
    <name>StageMenus</name>
    <message>
        <source>Add &amp;producer</source>
        <translation>添加生产者(&amp;P)</translation>
    </message>
    <message>
        <source>Add producer-&amp;consumer</source>
        <translation>添加生产消费者(&amp;C)</translation>
    </message>
    <message>
        <source>Add consumer of &amp;kind</source>
        <translation>按种类添加消费者(&amp;K)</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>thread %1 (%2 to the operating system)</source>
        <translation>线程 %1（操作系统中为 %2）</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>restarted once</source>
        <translation>重启过一次</translation>
    </message>
    <message>
        <source>restarted %1 times</source>
        <translation>重启过 %1 次</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1，无上限</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>, %1 discarded</source>
        <translation>，丢弃 %1</translation>
    </message>
    <message>
        <source>%1 not handled yet</source>
        <translation>%1 尚未处理</translation>
    </message>
    <message>
        <source>%1 kept back with the demand</source>
        <translation>%1 随需求暂留</translation>
    </message>
    <message>
        <source>%1 in partitions</source>
        <translation>分区中 %1</translation>
    </message>
    <message>
        <source>%1 asked of it</source>
        <translation>向其请求 %1</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>%1, on average %2</source>
        <translation>%1，平均 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，于 %2</translation>
    </message>
    <message>
        <source>, %1 held at the gate</source>
        <translation>，闸门前停留 %1</translation>
    </message>
    <message>
        <source>%1: %2 open, asked %3, sent %4</source>
        <translation>%1：待满足 %2，已请求 %3，已发送 %4</translation>
    </message>
    <message>
        <source>and %1 more consumers</source>
        <translation>以及另外 %1 个消费者</translation>
    </message>
    <message>
        <source>no event in %1</source>
        <translation>%1 内没有事件</translation>
    </message>
    <message>
        <source>under 1 ns</source>
        <translation>不到 1 ns</translation>
    </message>
    <message>
        <source>%1 to %2, median %3, 99 % within %4; %5 measured in %6</source>
        <translation>%1 至 %2，中位数 %3，99 % 不超过 %4；%6 内测了 %5 个</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>waits for demand</source>
        <translation>等待需求</translation>
    </message>
    <message>
        <source>waits for events</source>
        <translation>等待事件</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>离开中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>producer</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>producer-consumer</source>
        <translation>生产消费者</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>消费者</translation>
    </message>
</context>
<context>
    <name>TypedCommand</name>
    <message>
        <source>There is no stage “%1”. There are: %2.</source>
        <translation>没有阶段“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Write: add KIND [NAME] [to STAGE], such as “add consumer to evens”.</source>
        <translation>写法：add 种类 [名称] [to 阶段]，如“add consumer to evens”。</translation>
    </message>
    <message>
        <source>There is no kind of stage “%1”. There are: %2.</source>
        <translation>没有阶段种类“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>A stage of kind “%1” needs options; write it into the pipeline&apos;s file.</source>
        <translation>种类“%1”的阶段需要选项；请写入管道文件。</translation>
    </message>
    <message>
        <source>A stage cannot be called “%1”: only letters, digits and _ . - are possible.</source>
        <translation>阶段不能叫“%1”：只能用字母、数字和 _ . -。</translation>
    </message>
    <message>
        <source>Write: remove STAGE, such as “remove printer2”.</source>
        <translation>写法：remove 阶段，如“remove printer2”。</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not “%4”.</source>
        <translation>%1 必须是 %2 到 %3 的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>Write: set STAGE.maxDemand NUMBER, STAGE.minDemand NUMBER or STAGE.workTime TIME, such as “set printer.workTime 2ms”.</source>
        <translation>写法：set 阶段.maxDemand 数、阶段.minDemand 数或阶段.workTime 时间，如“set printer.workTime 2ms”。</translation>
    </message>
    <message>
        <source>“%1” is no time of at most an hour, such as 2ms.</source>
        <translation>“%1”不是一小时以内的时间，例如 2ms。</translation>
    </message>
    <message>
        <source>“%1” subscribes to nothing.</source>
        <translation>“%1”没有订阅。</translation>
    </message>
</context>
<context>
    <name>WhyWaiting</name>
    <message>
        <source>nothing is known yet</source>
        <translation>尚无信息</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of the sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>✕ %1 has crashed: %2</source>
        <translation>✕ %1 已崩溃：%2</translation>
    </message>
    <message>
        <source>paused: nothing moves until the pipeline goes on</source>
        <translation>已暂停：管道继续之前一切静止</translation>
    </message>
    <message>
        <source>the stages are leaving</source>
        <translation>各阶段正在离开</translation>
    </message>
    <message>
        <source>stopped: no stage is left</source>
        <translation>已停止：没有阶段了</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>%1 waits for demand from %2</source>
        <translation>%1 等待 %2 的需求</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for demand from %2 and %n more</source>
        <translation>
            <numerusform>%1 等待 %2 及另外 %n 个的需求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for events from %2</source>
        <translation>%1 等待 %2 的事件</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for events from %2 and %n more</source>
        <translation>
            <numerusform>%1 等待 %2 及另外 %n 个的事件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has asked for nothing</source>
        <translation>%1 没有请求任何事件</translation>
    </message>
    <message>
        <source>%1 waits for demand, and nobody subscribes to it</source>
        <translation>%1 等待需求，却无人订阅</translation>
    </message>
    <message>
        <source>%1 makes events at its own pace</source>
        <translation>%1 按自己的节奏产生事件</translation>
    </message>
    <message>
        <source>%1 waits for events, and it has no producer</source>
        <translation>%1 等待事件，却没有生产者</translation>
    </message>
    <message>
        <source>%1 waits for events that are under way: handing over takes longer than the work</source>
        <translation>%1 等待途中的事件：传递比工作耗时更长</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is busy (%2)</source>
        <translation>%1 忙碌（%2）</translation>
    </message>
    <message>
        <source>%1 is busy (%2, %3 per event)</source>
        <translation>%1 忙碌（%2，每个事件 %3）</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>%1 (one of %2)</source>
        <translation>%1（%2 个之一）</translation>
    </message>
    <message numerus="yes">
        <source>✕ %1 more has crashed</source>
        <translation>
            <numerusform>✕ 另有 %1 个已崩溃</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 wait for events from %4</source>
        <translation>
            <numerusform>%1：%3 个中有 %2 个等待 %4 的事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 are busy</source>
        <translation>
            <numerusform>%1：%3 个中有 %2 个忙碌</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (one of them %2)</source>
        <translation>%1（其中一个 %2）</translation>
    </message>
    <message>
        <source>%1 (one of them %2, %3 per event)</source>
        <translation>%1（其中一个 %2，每个事件 %3）</translation>
    </message>
</context>
<context>
    <name>sluice::ui::AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
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
        <source>Everything moves</source>
        <translation>全部动画</translation>
    </message>
    <message>
        <source>Only single messages move</source>
        <translation>仅单条消息移动</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>无动画</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Motion:</source>
        <translation>动画(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Size of texts:</source>
        <translation>文字大小(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Another language shows when the program starts again.</source>
        <translation>更换的语言在程序重新启动后生效。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartCell</name>
    <message>
        <source>%1 (+%2 more)</source>
        <translation>%1（另有 %2）</translation>
    </message>
    <message>
        <source>Left and Right move a cross-hair over all charts by a second; the table has the numbers.</source>
        <translation>左右键使十字线在所有图表上移动一秒；表格中有数值。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartTable</name>
    <message>
        <source>Which chart&apos;s numbers</source>
        <translation>哪个图表的数值</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the numbers of this moment; until then the table stands still</source>
        <translation>取此刻的数值；在此之前表格不变</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected cells, or all, with tabs between them</source>
        <translation>复制所选或全部单元格，以制表符分隔</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>另存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>图表的数值</translation>
    </message>
    <message>
        <source>About the table</source>
        <translation>关于表格</translation>
    </message>
    <message>
        <source>%1 samples, as they were at %2</source>
        <translation>%1 个样本，截至 %2</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartTableModel</name>
    <message>
        <source>Seconds ago</source>
        <translation>多少秒前</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartsPanel</name>
    <message>
        <source>Throughput, events/s</source>
        <translation>吞吐量，事件/秒</translation>
    </message>
    <message>
        <source>Nothing has run yet. Press F5 to run the pipeline.</source>
        <translation>尚未运行。按 F5 运行管道。</translation>
    </message>
    <message>
        <source>Pending demand, events</source>
        <translation>待满足的需求，事件</translation>
    </message>
    <message>
        <source>Nobody has subscribed yet. Press Insert to add a consumer.</source>
        <translation>尚无订阅。按 Insert 添加消费者。</translation>
    </message>
    <message>
        <source>Buffered, events</source>
        <translation>已缓冲，事件</translation>
    </message>
    <message>
        <source>No stage of this pipeline has a buffer.</source>
        <translation>此管道中没有带缓冲的阶段。</translation>
    </message>
    <message>
        <source>Which chart to show</source>
        <translation>显示哪个图表</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>最小 %1</translation>
    </message>
    <message>
        <source>full at %1</source>
        <translation>满于 %1</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The same numbers as a table, to read, copy and save</source>
        <translation>同样的数值以表格显示，可阅读、复制和保存</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1，合计</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CheckLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Exactly once: %1</source>
        <translation>恰好一次：%1</translation>
    </message>
    <message>
        <source>Does every number come exactly once?
%1</source>
        <translation>每个数都恰好来一次吗？
%1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type what to do, such as “zoom” or “add consumer to evens”</source>
        <translation>输入要做的事，如“缩放”或“add consumer to evens”</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可做的事</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>现在无法这样做。</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer words.</source>
        <translation>没有这样的命令。请少用几个词。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DemandEditor</name>
    <message>
        <source>Demand of %1 from %2</source>
        <translation>%1 对 %2 的需求</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Ma&amp;ximum</source>
        <translation>最大(&amp;X)</translation>
    </message>
    <message>
        <source>Most events asked for and not yet handled</source>
        <translation>已请求而未处理的事件上限</translation>
    </message>
    <message>
        <source>Mi&amp;nimum</source>
        <translation>最小(&amp;N)</translation>
    </message>
    <message>
        <source>Asks again when this few are pending</source>
        <translation>待处理只剩这么多时再次请求</translation>
    </message>
    <message>
        <source>Pending demand</source>
        <translation>待满足的需求</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Editing</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed %1: %2 demand withdrawn, %3 events lost.</source>
        <translation>已移除 %1：撤回需求 %2，丢失事件 %3。</translation>
    </message>
    <message>
        <source>The %1 numbers received before stay received.</source>
        <translation>此前接收的 %1 个数仍然有效。</translation>
    </message>
    <message>
        <source>There is no stage that a consumer could subscribe to.</source>
        <translation>没有消费者可以订阅的阶段。</translation>
    </message>
    <message>
        <source>There is a stage “%1” already.</source>
        <translation>已有阶段“%1”。</translation>
    </message>
    <message>
        <source>%1 is not connected to anything yet.</source>
        <translation>%1 尚未连接任何阶段。</translation>
    </message>
    <message numerus="yes">
        <source>%1 left too: the subscription was permanent.</source>
        <translation>
            <numerusform>%1 也离开了：订阅是永久的。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 leaves when the pipeline goes on.</source>
        <translation>管道继续运行时 %1 才离开。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There are no stages on the clipboard. Select some and copy them first.</source>
        <translation>剪贴板上没有阶段。请先选择并复制。</translation>
    </message>
    <message numerus="yes">
        <source>pasting %n stage(s)</source>
        <translation>
            <numerusform>粘贴 %n 个阶段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n stage(s)</source>
        <translation>
            <numerusform>创建 %n 个阶段的副本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 emits %2, and %3 takes %4.</source>
        <translation>%1 发出 %2，而 %3 接收 %4。</translation>
    </message>
    <message>
        <source>%1 emits no events: it is a consumer.</source>
        <translation>%1 不发出事件：它是消费者。</translation>
    </message>
    <message>
        <source>%1 takes no events: it is a producer.</source>
        <translation>%1 不接收事件：它是生产者。</translation>
    </message>
    <message>
        <source>Events of %1 would come back to it.</source>
        <translation>%1 的事件会回到它自己。</translation>
    </message>
    <message>
        <source>%1 or %2 is leaving, or the pipeline is stopping.</source>
        <translation>%1 或 %2 正在离开，或管道正在停止。</translation>
    </message>
    <message>
        <source>The demand limits in the settings cannot be used.</source>
        <translation>设置中的需求限值不可用。</translation>
    </message>
    <message>
        <source>A group cannot be connected; open it first.</source>
        <translation>组无法连接；请先展开。</translation>
    </message>
    <message>
        <source>%1 takes events of %2 already.</source>
        <translation>%1 已经在接收 %2 的事件。</translation>
    </message>
    <message>
        <source>Open the group to disconnect one of it.</source>
        <translation>要断开其中一个，请先展开组。</translation>
    </message>
    <message>
        <source>Each partition of %1 has its consumer already. Remove one of them first, or write more partitions into the file.</source>
        <translation>%1 的每个分区都已有消费者。请先移除一个，或在文件中写入更多分区。</translation>
    </message>
    <message>
        <source>The threads change at the next start: stop the pipeline, then run it.</source>
        <translation>线程将在下次启动时改变：先停止管道，再运行。</translation>
    </message>
    <message numerus="yes">
        <source>changing the demand of %n stage(s)</source>
        <translation>
            <numerusform>更改 %n 个阶段的需求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing the work time of %n stage(s)</source>
        <translation>
            <numerusform>更改 %n 个阶段的工作时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::ExaminationView</name>
    <message>
        <source>Time per event</source>
        <translation>每个事件用时</translation>
    </message>
    <message>
        <source>Oldest in buffer</source>
        <translation>缓冲区中最早的</translation>
    </message>
    <message>
        <source>Newest in buffer</source>
        <translation>缓冲区中最新的</translation>
    </message>
    <message>
        <source>Oldest not handled</source>
        <translation>未处理的最早的</translation>
    </message>
    <message>
        <source>Newest not handled</source>
        <translation>未处理的最新的</translation>
    </message>
    <message>
        <source>Measured while this panel shows the stage. Events that were handled in one call count with their mean. The median and the 99 % may be shown up to 1/64 too long.</source>
        <translation>此面板显示该阶段时才测量。一次调用一起处理的事件按其平均值计。中位数和 99 % 可能显示得长出至多 1/64。</translation>
    </message>
    <message>
        <source>As it was at %1 s; it may have moved on.</source>
        <translation>这是 %1 s 时的情况，之后可能已有变化。</translation>
    </message>
    <message>
        <source>No answer for %1: the stage is inside a message.</source>
        <translation>已有 %1 没有回答：该阶段正在处理一条消息。</translation>
    </message>
    <message>
        <source>Inside the stage</source>
        <translation>阶段内部</translation>
    </message>
</context>
<context>
    <name>sluice::ui::FileHandling</name>
    <message>
        <source>Pipelines (*.sluice);;All files (*)</source>
        <translation>管道 (*.sluice);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” was not saved when the program ended unexpectedly.</source>
        <translation>程序意外结束时“%1”尚未保存。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open a pipeline</source>
        <translation>打开管道</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>保存管道</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>已导出 %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Sluice</source>
        <translation>Sluice</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的更改？</translation>
    </message>
    <message>
        <source>Without saving, what you changed in this pipeline is lost.</source>
        <translation>不保存的话，对此管道的更改会丢失。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::GraphView</name>
    <message>
        <source>Pipeline</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Select the stage that is to take the events, then press Enter; Escape ends it.</source>
        <translation>选择要接收事件的阶段，然后按 Enter；按 Esc 结束。</translation>
    </message>
    <message>
        <source>Select a stage that emits events first; a wire begins there.</source>
        <translation>请先选择发出事件的阶段；连线从那里开始。</translation>
    </message>
    <message>
        <source>No wire was drawn.</source>
        <translation>未绘制连线。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Inspector</name>
    <message>
        <source>Click a stage in the graph to see its figures and to change its demand and its work time. With the keyboard: Tab into the graph, then the arrow keys, and Enter for the work time.</source>
        <translation>点击图中的阶段可查看数据并更改需求和工作时间。键盘：按 Tab 进入图，再用方向键，按 Enter 更改工作时间。</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Emitted</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>&amp;Work time</source>
        <translation>工作时间(&amp;W)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep this stage</source>
        <translation>保留此阶段</translation>
    </message>
    <message>
        <source>Keeps this stage here, whatever is selected in the graph</source>
        <translation>无论图中选择什么，都在此保留该阶段</translation>
    </message>
    <message>
        <source>Why waiting?</source>
        <translation>为何等待？</translation>
    </message>
    <message>
        <source>Waiting inside</source>
        <translation>内部等待</translation>
    </message>
    <message>
        <source>Busy per event</source>
        <translation>每个事件忙碌</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>请求者</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s) are selected: a change here is made to all.</source>
        <translation>
            <numerusform>已选择 %n 个阶段：此处的更改对全部生效。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::KeysPage</name>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Press the keys for the chosen action</source>
        <translation>按下所选操作的按键</translation>
    </message>
    <message>
        <source>Use &amp;these keys</source>
        <translation>使用这些按键(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>无按键(&amp;N)</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”. Choose other keys, or give that one others first.</source>
        <translation>%1 已被“%2”占用。请选择其他按键，或先为它更换按键。</translation>
    </message>
    <message>
        <source>“%1” now has %2.</source>
        <translation>“%1”现在是 %2。</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>无按键</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogExport</name>
    <message>
        <source>The log has gone</source>
        <translation>日志已不在</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogExportBar</name>
    <message>
        <source>State of the export</source>
        <translation>导出状态</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Export the matching rows</source>
        <translation>导出匹配的行</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>导出日志</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON Lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>导出已取消；未写入文件。</translation>
    </message>
    <message>
        <source>%1 rows exported to %2.</source>
        <translation>已将 %1 行导出到 %2。</translation>
    </message>
    <message>
        <source>%1 left the log before their turn; the file says so.</source>
        <translation>%1 行在轮到之前已移出日志；文件中有说明。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the line about the export</source>
        <translation>关闭导出提示行</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogHeader</name>
    <message>
        <source>%1: %2 taken over, %3 not kept</source>
        <translation>%1：接收 %2，未保留 %3</translation>
    </message>
    <message>
        <source>and %1 more consumers</source>
        <translation>以及另外 %1 个消费者</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除列表</translation>
    </message>
    <message>
        <source>Takes the rows off the list; counts and the check go on</source>
        <translation>从列表中移除行；计数和检查继续</translation>
    </message>
    <message>
        <source>Keeps the newest row in sight; scrolling up ends it, End goes back</source>
        <translation>保持最新一行可见；向上滚动结束，End 返回</translation>
    </message>
    <message>
        <source> · older, taken off %1</source>
        <translation> · 较旧，已移除 %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>导出这些行</translation>
    </message>
    <message>
        <source>Writes the rows that are shown to a file, as CSV or JSON Lines</source>
        <translation>将显示的行写入 CSV 或 JSON Lines 文件</translation>
    </message>
    <message>
        <source>Events in the log</source>
        <translation>日志中的事件</translation>
    </message>
    <message>
        <source>Events %1 · kept %2 · not kept %3</source>
        <translation>事件 %1 · 保留 %2 · 未保留 %3</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogModel</name>
    <message>
        <source>Seconds since the start</source>
        <translation>启动以来的秒数</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… 另有 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>after %1 seconds</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>等待了 %1</translation>
    </message>
    <message>
        <source>%1 wrote faster than the log was read; a consumer never waits for the log</source>
        <translation>%1 的写入快于日志读取；消费者从不等待日志</translation>
    </message>
    <message>
        <source>%1 on thread %2 (%3 to the operating system)
%4 s after the start
waited %5</source>
        <translation>%1 在线程 %2（操作系统中为 %3）
启动后 %4 秒
等待了 %5</translation>
    </message>
    <message>
        <source>From the producer sending the events until they were handled</source>
        <translation>从生产者发送事件到处理完成</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogPage</name>
    <message>
        <source>&amp;Follow the newest row when a pipeline is opened</source>
        <translation>打开管道时跟随最新一行(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Rows to keep:</source>
        <translation>保留行数(&amp;R)：</translation>
    </message>
    <message>
        <source>A row is a batch of numbers and takes some 50 bytes. Another number of rows counts from the next start of the program on.</source>
        <translation>一行是一批数，约占 50 字节。新的行数从程序下次启动起生效。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogPanel</name>
    <message>
        <source>The pipeline runs.</source>
        <translation>管道正在运行。</translation>
    </message>
    <message>
        <source>The pipeline is paused.</source>
        <translation>管道已暂停。</translation>
    </message>
    <message>
        <source>The pipeline has stopped.</source>
        <translation>管道已停止。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogSearchBar</name>
    <message>
        <source>&amp;Only matching</source>
        <translation>仅匹配(&amp;O)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Search: consumer:C1 value:100..200 wait&gt;5ms</source>
        <translation>搜索：consumer:C1 value:100..200 wait&gt;5ms</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Terms that must all hold, with blanks between them:
consumer:C1,C2*   thread:3   thread:0x4b1
value:42   value:100..200   value&gt;1000   count&gt;=10
wait&gt;5ms   wait:1ms..5ms   time:1.5..2
kind:batch, gap or note   text:word   or just a word or number
A minus turns a term round: -kind:gap</source>
        <translation>须同时满足的条件，以空格分隔：
consumer:C1,C2*   thread:3   thread:0x4b1
value:42   value:100..200   value&gt;1000   count&gt;=10
wait&gt;5ms   wait:1ms..5ms   time:1.5..2
kind:batch、gap 或 note   text:词   或只写一个词或数
减号使条件取反：-kind:gap</translation>
    </message>
    <message>
        <source>Hides the rows that do not match; otherwise they are marked</source>
        <translation>隐藏不匹配的行；否则仅作标记</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>%1 of %2 rows match</source>
        <translation>%2 行中有 %1 行匹配</translation>
    </message>
    <message>
        <source>; %1 still to be looked at</source>
        <translation>；还有 %1 行待查</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What the consumers handled, one row for each batch. Right unfolds a batch, Left folds it, End goes to the newest row.</source>
        <translation>消费者处理的内容，每批一行。右键展开，左键折叠，End 到最新一行。</translation>
    </message>
    <message>
        <source>1 new row ↓</source>
        <translation>1 行新内容 ↓</translation>
    </message>
    <message>
        <source>%1 new rows ↓</source>
        <translation>%1 行新内容 ↓</translation>
    </message>
    <message>
        <source>Goes to the newest row and follows</source>
        <translation>转到最新一行并跟随</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hide single numbers</source>
        <translation>隐藏单个数(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Show single numbers</source>
        <translation>显示单个数(&amp;S)</translation>
    </message>
    <message>
        <source>Clear &amp;list</source>
        <translation>清除列表(&amp;L)</translation>
    </message>
    <message>
        <source>%1 more rows were not copied</source>
        <translation>另有 %1 行未复制</translation>
    </message>
    <message>
        <source>No row matches the search.</source>
        <translation>没有行与搜索匹配。</translation>
    </message>
    <message>
        <source>Nothing yet. What the consumers handle appears here.</source>
        <translation>尚无内容。消费者处理的内容会显示在此处。</translation>
    </message>
    <message>
        <source>&amp;Select the consumer in the graph</source>
        <translation>在图中选择该消费者(&amp;S)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>%1[*] – Sluice</source>
        <translation>%1[*] – Sluice</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Kinds of stages</source>
        <translation>阶段种类</translation>
    </message>
    <message>
        <source>No panel has the focus. Go into one first, with Tab.</source>
        <translation>没有面板拥有焦点。请先用 Tab 进入一个面板。</translation>
    </message>
    <message>
        <source>The log has what consumers handled. Select one of them first.</source>
        <translation>日志记录消费者处理过的内容。请先选择一个消费者。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MessageBar</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NewStagesPage</name>
    <message>
        <source>A stage that is added where there is another of its kind is made like that one. Any other gets these.</source>
        <translation>在同类阶段旁添加的阶段与其相同。其他阶段使用这些值。</translation>
    </message>
    <message>
        <source>Ma&amp;ximum demand:</source>
        <translation>最大需求(&amp;X)：</translation>
    </message>
    <message>
        <source>Mi&amp;nimum demand:</source>
        <translation>最小需求(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Work time:</source>
        <translation>工作时间(&amp;W)：</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NotesModel</name>
    <message>
        <source>Last at</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NotesPanel</name>
    <message>
        <source>Notes of the stages</source>
        <translation>各阶段的提示</translation>
    </message>
    <message>
        <source>Nothing has been noted. Discarded events, restarts, refused subscriptions and the like are listed here.</source>
        <translation>没有提示。丢弃的事件、重启、被拒绝的订阅等会列在这里。</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>%1; %2 of them not listed any more</source>
        <translation>%1；其中 %2 条已不在列表中</translation>
    </message>
</context>
<context>
    <name>sluice::ui::OutlineModel</name>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>去往 %1</translation>
    </message>
    <message>
        <source>Stage or figure</source>
        <translation>阶段或数据</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>sluice::ui::OutlinePanel</name>
    <message>
        <source>Outline of the pipeline</source>
        <translation>管道大纲</translation>
    </message>
    <message>
        <source>All stages with their figures and subscriptions. Select a stage, then add or remove; F2 edits a limit or a work time.</source>
        <translation>所有阶段及其数据和订阅。选择阶段后可添加或移除；F2 编辑限制或工作时间。</translation>
    </message>
    <message>
        <source>No stages. Add one from the Edit menu, or open a pipeline.</source>
        <translation>没有阶段。从“编辑”菜单添加，或打开管道。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PipelineDocument</name>
    <message>
        <source>New pipeline</source>
        <translation>新管道</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Preferences</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Presenter</name>
    <message>
        <source>Presenter – Shift+F11 leaves</source>
        <translation>演示 – Shift+F11 退出</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PresenterPage</name>
    <message>
        <source>Show a &amp;ring around the mouse pointer</source>
        <translation>在鼠标指针周围显示圆环(&amp;R)</translation>
    </message>
    <message>
        <source>Show which &amp;keys were pressed</source>
        <translation>显示按下的键(&amp;K)</translation>
    </message>
    <message>
        <source>Use the &amp;high-contrast theme</source>
        <translation>使用高对比度主题(&amp;H)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>What a class sees with Shift+F11.</source>
        <translation>按 Shift+F11 后全班所见。</translation>
    </message>
    <message>
        <source>&amp;Size of texts:</source>
        <translation>文字大小(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>sluice::ui::QtChartsView</name>
    <message>
        <source>60 s ago</source>
        <translation>60 秒前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Recovery</name>
    <message>
        <source>without a title</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>sluice::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Pipeline defaults</source>
        <translation>管道默认值</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Give everything on this page its first value again</source>
        <translation>把此页全部恢复为初始值</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>sluice::ui::SpeedControl</name>
    <message>
        <source>S&amp;peed</source>
        <translation>速度(&amp;P)</translation>
    </message>
    <message>
        <source>Speed: how long the consumers take for one number</source>
        <translation>速度：消费者处理一个数需要多久</translation>
    </message>
    <message>
        <source>How long the consumers take for one number: from a second to as fast as it goes ([ slower, ] faster)</source>
        <translation>消费者处理一个数需要多久：从一秒到尽可能快（[ 减慢，] 加快）</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>no consumers</source>
        <translation>没有消费者</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>%1 to %2 per number</source>
        <translation>每个数 %1 到 %2</translation>
    </message>
    <message>
        <source>%1 per number</source>
        <translation>每个数 %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StagePalette</name>
    <message>
        <source>Kinds of stages</source>
        <translation>阶段种类</translation>
    </message>
    <message>
        <source>Enter adds a stage of the kind beside the selected one.</source>
        <translation>按 Enter 在所选阶段旁添加该种类的阶段。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>No pipeline is open</source>
        <translation>没有打开的管道</translation>
    </message>
    <message>
        <source>Begin with a producer, then add who takes its events; or open a pipeline. A file can also be dropped here.</source>
        <translation>先添加生产者，再添加接收事件的阶段；或打开管道。也可将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Files used last</source>
        <translation>最近使用的文件</translation>
    </message>
    <message>
        <source>None yet: what you open or save is listed here.</source>
        <translation>尚无：打开或保存的文件会列在这里。</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StateStrips</name>
    <message>
        <source>States of the stages in the last minute</source>
        <translation>最近一分钟各阶段的状态</translation>
    </message>
    <message>
        <source>and more stages</source>
        <translation>以及更多阶段</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>+%1 more stages</source>
        <translation>另有 %1 个阶段</translation>
    </message>
    <message>
        <source>60 s ago</source>
        <translation>60 秒前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1，平均</translation>
    </message>
    <message>
        <source>%1 mostly %2</source>
        <translation>%1 多数%2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StatusLine</name>
    <message>
        <source>How often the graph is drawn, and the share of one core that the window uses</source>
        <translation>图的绘制频率，以及窗口占用一个核心的比例</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 已接收</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>途中 %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>window: %1 frames/s, %2 of a core</source>
        <translation>窗口：%1 帧/秒，占一个核心的 %2</translation>
    </message>
    <message>
        <source>Why waiting?</source>
        <translation>为何等待？</translation>
    </message>
    <message>
        <source>Show the notes</source>
        <translation>显示提示</translation>
    </message>
    <message>
        <source>✕ the supervisor gave up</source>
        <translation>✕ 监督者已放弃</translation>
    </message>
    <message numerus="yes">
        <source>↻ %n restart(s)</source>
        <translation>
            <numerusform>↻ %n 次重启</numerusform>
        </translation>
    </message>
    <message>
        <source>! noted: %1</source>
        <translation>! 提示：%1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WhyLine</name>
    <message>
        <source>Why waiting?</source>
        <translation>为何等待？</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>为何？%1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WindowLayout</name>
    <message>
        <source>Save the layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout; one of the same name is replaced:</source>
        <translation>布局名称；同名布局会被替换：</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>默认(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>课堂(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>紧凑(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save this layout…</source>
        <translation>保存此布局(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>De&amp;bug</source>
        <translation>调试(&amp;B)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WorkTimeEditor</name>
    <message>
        <source>Work time for each event</source>
        <translation>每个事件的工作时间</translation>
    </message>
    <message>
        <source>How long this stage takes for each event; 0 is as fast as it can</source>
        <translation>此阶段处理每个事件需要多久；0 表示尽可能快</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>Unit of the work time</source>
        <translation>工作时间的单位</translation>
    </message>
</context>
</TS>
