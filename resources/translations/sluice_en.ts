<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with numbers from 0</source>
        <translation>
            <numerusform>%n partition with number 0</numerusform>
            <numerusform>%n partitions with numbers from 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 consumer(s)</source>
        <translation>
            <numerusform>%1 consumer</numerusform>
            <numerusform>%1 consumers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✕ %n crashed</source>
        <translation>
            <numerusform>✕ %n crashed</numerusform>
            <numerusform>✕ %n crashed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>restarted %n time</numerusform>
            <numerusform>restarted %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message numerus="yes">
        <source>was started anew, %n time(s) by now</source>
        <translation>
            <numerusform>was started anew, %n time by now</numerusform>
            <numerusform>was started anew, %n times by now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyWaiting</name>
    <message numerus="yes">
        <source>✕ %1 more has crashed</source>
        <translation>
            <numerusform>✕ %1 more has crashed</numerusform>
            <numerusform>✕ %1 more have crashed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 wait for events from %4</source>
        <translation>
            <numerusform>%1: %2 of %3 waits for events from %4</numerusform>
            <numerusform>%1: %2 of %3 wait for events from %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 are busy</source>
        <translation>
            <numerusform>%1: %2 of %3 is busy</numerusform>
            <numerusform>%1: %2 of %3 are busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for demand from %2 and %n more</source>
        <translation>
            <numerusform>%1 waits for demand from %2 and %n more</numerusform>
            <numerusform>%1 waits for demand from %2 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for events from %2 and %n more</source>
        <translation>
            <numerusform>%1 waits for events from %2 and %n more</numerusform>
            <numerusform>%1 waits for events from %2 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::Editing</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 left too: the subscription was permanent.</source>
        <translation>
            <numerusform>%1 left too: the subscription was permanent.</numerusform>
            <numerusform>%1 left too: the subscriptions were permanent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pasting %n stage(s)</source>
        <translation>
            <numerusform>pasting %n stage</numerusform>
            <numerusform>pasting %n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n stage(s)</source>
        <translation>
            <numerusform>duplicating %n stage</numerusform>
            <numerusform>duplicating %n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing the demand of %n stage(s)</source>
        <translation>
            <numerusform>changing the demand of %n stage</numerusform>
            <numerusform>changing the demand of %n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing the work time of %n stage(s)</source>
        <translation>
            <numerusform>changing the work time of %n stage</numerusform>
            <numerusform>changing the work time of %n stages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::Inspector</name>
    <message numerus="yes">
        <source>%n stage(s) are selected: a change here is made to all.</source>
        <translation>
            <numerusform>%n stage is selected: a change here is made to it.</numerusform>
            <numerusform>%n stages are selected: a change here is made to all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::StatusLine</name>
    <message numerus="yes">
        <source>↻ %n restart(s)</source>
        <translation>
            <numerusform>↻ %n restart</numerusform>
            <numerusform>↻ %n restarts</numerusform>
        </translation>
    </message>
</context>
</TS>
