<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Begin an empty pipeline</source>
        <translation>Eine leere Pipeline beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a pipeline file</source>
        <translation>Eine Pipeline-Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>Die Pipeline speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the pipeline under another name</source>
        <translation>Die Pipeline unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>&amp;Bild exportieren…</translation>
    </message>
    <message>
        <source>Write the graph into a file, as PNG, SVG or PDF</source>
        <translation>Den Graphen als PNG, SVG oder PDF in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Stop this pipeline and show the start page</source>
        <translation>Diese Pipeline anhalten und die Startseite zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Stop everything and close the window</source>
        <translation>Alles anhalten und das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Add consumer</source>
        <translation>&amp;Consumer hinzufügen</translation>
    </message>
    <message>
        <source>Add a consumer to the selected stage, also while it runs</source>
        <translation>Der gewählten Stufe einen Consumer hinzufügen, auch im Betrieb</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected stages, or the last consumer if nothing is selected</source>
        <translation>Die gewählten Stufen entfernen, ohne Auswahl den letzten Consumer</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Choose theme, motion, keys and defaults</source>
        <translation>Aussehen, Bewegung, Tasten und Vorgaben wählen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Run the pipeline, or go on after a pause</source>
        <translation>Die Pipeline starten oder nach einer Pause fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Hold all stages where they are</source>
        <translation>Alle Stufen dort anhalten, wo sie sind</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>End all stages; what is under way is lost and counted</source>
        <translation>Alle Stufen beenden; was unterwegs ist, geht verloren und wird gezählt</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>Let the consumers take longer for each number</source>
        <translation>Die Consumer für jede Zahl länger brauchen lassen</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>Let the consumers take less time for each number</source>
        <translation>Die Consumer für jede Zahl kürzer brauchen lassen</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Den ganzen Graphen zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Show the graph larger</source>
        <translation>Den Graphen größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show the graph smaller</source>
        <translation>Den Graphen kleiner zeigen</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back where they were in the beginning</source>
        <translation>Alle Bereiche dorthin setzen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>Sa&amp;ve layout…</source>
        <translation>Anordnung &amp;merken…</translation>
    </message>
    <message>
        <source>Remember where the panels are, under a name</source>
        <translation>Unter einem Namen merken, wo die Bereiche sind</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Fill the screen with the window, or go back</source>
        <translation>Das Fenster auf den ganzen Bildschirm bringen oder zurück</translation>
    </message>
    <message>
        <source>&amp;Presenter</source>
        <translation>Vor&amp;führung</translation>
    </message>
    <message>
        <source>Show the graph and one chart large on the full screen, or go back</source>
        <translation>Graph und ein Diagramm groß auf dem ganzen Bildschirm zeigen, oder zurück</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>Find anything that can be done by its name</source>
        <translation>Alles, was man tun kann, am Namen finden</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>Alle Tasten auflisten</translation>
    </message>
    <message>
        <source>&amp;About Sluice</source>
        <translation>&amp;Über Sluice</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>Was dieses Programm ist</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>What this program is made with</source>
        <translation>Womit dieses Programm gemacht ist</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Copy the selected stages and remove them</source>
        <translation>Die gewählten Stufen kopieren und entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected stages, as text</source>
        <translation>Die gewählten Stufen als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Add the stages that were copied</source>
        <translation>Die kopierten Stufen hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>Add stages like the selected ones, with the same subscriptions</source>
        <translation>Stufen wie die gewählten hinzufügen, mit denselben Abonnements</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle &amp;wählen</translation>
    </message>
    <message>
        <source>Select all stages</source>
        <translation>Alle Stufen wählen</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>Verb&amp;inden</translation>
    </message>
    <message>
        <source>Let another stage take the events of the selected one; then select it</source>
        <translation>Eine andere Stufe die Ereignisse der gewählten nehmen lassen; dann jene wählen</translation>
    </message>
    <message>
        <source>Open or close &amp;group</source>
        <translation>&amp;Gruppe öffnen oder schließen</translation>
    </message>
    <message>
        <source>Show each consumer of the selected group, or all of its kind as one</source>
        <translation>Jeden Consumer der gewählten Gruppe zeigen oder alle seiner Art als einen</translation>
    </message>
    <message>
        <source>A &amp;thread for each stage</source>
        <translation>Ein &amp;Thread für jede Stufe</translation>
    </message>
    <message>
        <source>Give each stage a thread of its own at the next start</source>
        <translation>Jeder Stufe beim nächsten Start einen eigenen Thread geben</translation>
    </message>
    <message>
        <source>S&amp;hared threads</source>
        <translation>&amp;Gemeinsame Threads</translation>
    </message>
    <message>
        <source>Let the stages share a thread for each processor at the next start</source>
        <translation>Die Stufen beim nächsten Start einen Thread je Prozessor teilen lassen</translation>
    </message>
    <message>
        <source>Change &amp;work time</source>
        <translation>&amp;Arbeitszeit ändern</translation>
    </message>
    <message>
        <source>Let the selected stage take longer or less for each event</source>
        <translation>Die gewählte Stufe länger oder kürzer an jedem Event arbeiten lassen</translation>
    </message>
    <message>
        <source>Export &amp;log…</source>
        <translation>&amp;Protokoll exportieren…</translation>
    </message>
    <message>
        <source>Write the rows of the log into a file, as CSV or JSON Lines</source>
        <translation>Die Zeilen des Protokolls in eine Datei schreiben, als CSV oder JSON Lines</translation>
    </message>
    <message>
        <source>&amp;Find in the log</source>
        <translation>Im Protokoll &amp;suchen</translation>
    </message>
    <message>
        <source>Look for rows of the log, by number, consumer or time</source>
        <translation>Nach Zeilen des Protokolls suchen: nach Zahl, Consumer oder Zeit</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Go to the next row of the log that matches</source>
        <translation>Zur nächsten passenden Zeile des Protokolls gehen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Go to the row of the log before that matches</source>
        <translation>Zur vorigen passenden Zeile des Protokolls gehen</translation>
    </message>
    <message>
        <source>Fit s&amp;elected</source>
        <translation>Aus&amp;wahl einpassen</translation>
    </message>
    <message>
        <source>Show the selected stages as large as they fit</source>
        <translation>Die ausgewählten Stufen so groß wie möglich zeigen</translation>
    </message>
    <message>
        <source>Fl&amp;oat panel</source>
        <translation>Bereich l&amp;ösen</translation>
    </message>
    <message>
        <source>Take the panel with the focus out of the window, or put it back</source>
        <translation>Den Bereich mit dem Fokus aus dem Fenster lösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Show in the &amp;log</source>
        <translation>Im Pro&amp;tokoll zeigen</translation>
    </message>
    <message>
        <source>Show only what the selected consumers have handled</source>
        <translation>Nur zeigen, was die gewählten Consumer verarbeitet haben</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>No stages. Open a pipeline with Ctrl+O, or start a new one with Ctrl+N.</source>
        <translation>Keine Stufen. Mit Strg+O eine Pipeline öffnen oder mit Strg+N eine neue beginnen.</translation>
    </message>
    <message>
        <source>▷ too fast to draw messages singly; slow the consumers down ([) to see each of them</source>
        <translation>▷ zu schnell, um Nachrichten einzeln zu zeichnen; mit [ die Consumer bremsen, um jede zu sehen</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>permanent</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>transient</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>temporär</translation>
    </message>
    <message>
        <source>events %1</source>
        <translation>Events %1</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>no demand</source>
        <translation>keine Nachfrage</translation>
    </message>
    <message>
        <source>demand %1 of %2</source>
        <translation>Nachfrage %1 von %2</translation>
    </message>
    <message>
        <source>asks %1</source>
        <translation>fragt %1 an</translation>
    </message>
    <message>
        <source>in flight %1</source>
        <translation>unterwegs %1</translation>
    </message>
    <message>
        <source>%1 asks, %2 sends</source>
        <translation>%1 fragt an, %2 sendet</translation>
    </message>
    <message>
        <source>asked for %1 in %2 messages</source>
        <translation>%1 angefragt in %2 Nachrichten</translation>
    </message>
    <message>
        <source>sent %1 in %2 messages</source>
        <translation>%1 gesendet in %2 Nachrichten</translation>
    </message>
    <message>
        <source>in flight %1, waiting at the consumer %2, handled %3</source>
        <translation>unterwegs %1, beim Consumer wartend %2, verarbeitet %3</translation>
    </message>
    <message>
        <source>demand not met yet %1</source>
        <translation>noch nicht erfüllte Nachfrage %1</translation>
    </message>
    <message>
        <source>pending %1 of %2, asks again at %3</source>
        <translation>offen %1 von %2, fragt wieder an bei %3</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>cancel: %1</source>
        <translation>Abmeldung: %1</translation>
    </message>
    <message>
        <source>ask %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · thread %2</source>
        <translation>%1 · Thread %2</translation>
    </message>
    <message>
        <source>handled %1</source>
        <translation>verarbeitet %1</translation>
    </message>
    <message>
        <source>emitted %1</source>
        <translation>ausgegeben %1</translation>
    </message>
    <message>
        <source>%1 of %2, asks at %3</source>
        <translation>%1 von %2, fragt an bei %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>demand %1</source>
        <translation>Nachfrage %1</translation>
    </message>
    <message>
        <source>buffer %1 of ∞</source>
        <translation>Puffer %1 von ∞</translation>
    </message>
    <message>
        <source>buffer %1 of %2</source>
        <translation>Puffer %1 von %2</translation>
    </message>
    <message>
        <source>buffer %1</source>
        <translation>Puffer %1</translation>
    </message>
    <message>
        <source>✕ %1 discarded</source>
        <translation>✕ %1 verworfen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>thread %1, called %2 by the system</source>
        <translation>Thread %1, beim System %2</translation>
    </message>
    <message>
        <source>messages handled %1</source>
        <translation>verarbeitete Nachrichten %1</translation>
    </message>
    <message>
        <source>waiting to be handled %1</source>
        <translation>wartet auf Verarbeitung %1</translation>
    </message>
    <message>
        <source>discarded %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <source>◆ bottleneck</source>
        <translation>◆ Engpass</translation>
    </message>
    <message>
        <source>%1, full in %2</source>
        <translation>%1, voll in %2</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>by a stable hash of the event</source>
        <translation>nach einem festen Hash des Ereignisses</translation>
    </message>
    <message>
        <source>by the remainder of the number</source>
        <translation>nach dem Rest der Zahl</translation>
    </message>
    <message>
        <source>by whether the number is even or odd</source>
        <translation>danach, ob die Zahl gerade oder ungerade ist</translation>
    </message>
    <message>
        <source>by the first letter of the text</source>
        <translation>nach dem ersten Buchstaben des Textes</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) with numbers from 0</source>
        <translation>
            <numerusform>%n Partition mit Nummer 0</numerusform>
            <numerusform>%n Partitionen mit Nummern ab 0</numerusform>
        </translation>
    </message>
    <message>
        <source>partitions %1</source>
        <translation>Partitionen %1</translation>
    </message>
    <message>
        <source>B: every event goes to every consumer; as many are sent as all of them have asked for</source>
        <translation>B: Jedes Ereignis geht an jeden Consumer; gesendet werden so viele, wie alle angefragt haben</translation>
    </message>
    <message>
        <source>P: each event goes to the consumer of its partition</source>
        <translation>P: Jedes Ereignis geht an den Consumer seiner Partition</translation>
    </message>
    <message>
        <source>%1: %2, chosen %3</source>
        <translation>%1: %2, gewählt %3</translation>
    </message>
    <message>
        <source>D: each event goes to the consumer with the largest demand</source>
        <translation>D: Jedes Ereignis geht an den Consumer mit der größten Nachfrage</translation>
    </message>
    <message>
        <source>%1, of equals in an order that was drawn</source>
        <translation>%1, bei gleicher in ausgeloster Reihenfolge</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>only some</source>
        <translation>nur manche</translation>
    </message>
    <message>
        <source>%1 got %2 (%3)</source>
        <translation>%1 bekam %2 (%3)</translation>
    </message>
    <message>
        <source>each %1 to %2</source>
        <translation>je %1 bis %2</translation>
    </message>
    <message>
        <source>demand %1 of %2, each %3 to %4</source>
        <translation>Nachfrage %1 von %2, je %3 bis %4</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n crashed</source>
        <translation>
            <numerusform>✕ %n abgestürzt</numerusform>
            <numerusform>✕ %n abgestürzt</numerusform>
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
        <translation>%1, %2 als einer gezeichnet</translation>
    </message>
    <message>
        <source>handled %1, each %2 to %3</source>
        <translation>verarbeitet %1, je %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>%n-mal neu gestartet</numerusform>
            <numerusform>%n-mal neu gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>G or a double click shows each of them</source>
        <translation>G oder ein Doppelklick zeigt jeden einzeln</translation>
    </message>
    <message numerus="yes">
        <source>%1 consumer(s)</source>
        <translation>
            <numerusform>%1 Consumer</numerusform>
            <numerusform>%1 Consumer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 busy</source>
        <translation>%1 von %2 tätig</translation>
    </message>
    <message>
        <source>%1 of %2 wait</source>
        <translation>%1 von %2 warten</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>tritt bei</translation>
    </message>
    <message>
        <source>joining: has not asked for anything yet</source>
        <translation>tritt bei: hat noch nichts angefragt</translation>
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
        <translation>%1 abgestürzt</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>%1 works %2</source>
        <translation>%1 arbeitet %2</translation>
    </message>
    <message>
        <source>− %1</source>
        <translation>− %1</translation>
    </message>
    <message>
        <source>+ %1 stages</source>
        <translation>+ %1 Stufen</translation>
    </message>
    <message>
        <source>− %1 stages</source>
        <translation>− %1 Stufen</translation>
    </message>
    <message>
        <source>work time of %1 stages</source>
        <translation>Arbeitszeit von %1 Stufen</translation>
    </message>
    <message>
        <source>%1 stages crashed</source>
        <translation>%1 Stufen abgestürzt</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>%1 stages restarted</source>
        <translation>%1 Stufen neu gestartet</translation>
    </message>
    <message>
        <source>%1 max %2</source>
        <translation>%1 max. %2</translation>
    </message>
    <message>
        <source>%1 min %2</source>
        <translation>%1 min. %2</translation>
    </message>
    <message>
        <source>demand of %1 stages</source>
        <translation>Nachfrage von %1 Stufen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>ChartOverlay</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, last: %2</source>
        <translation>%1, zuletzt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n crashes</source>
        <translation>
            <numerusform>%n Absturz</numerusform>
            <numerusform>%n Abstürze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n Neustart</numerusform>
            <numerusform>%n Neustarts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before</source>
        <translation>
            <numerusform>%n davor</numerusform>
            <numerusform>%n davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>adding %1 (what it printed stays printed)</source>
        <translation>Hinzufügen von %1 (Gedrucktes bleibt gedruckt)</translation>
    </message>
    <message>
        <source>adding %1 (what it sent stays sent)</source>
        <translation>Hinzufügen von %1 (Gesendetes bleibt gesendet)</translation>
    </message>
    <message>
        <source>adding %1</source>
        <translation>Hinzufügen von %1</translation>
    </message>
    <message>
        <source>removing %1 (what comes back begins anew)</source>
        <translation>Entfernen von %1 (was zurückkommt, beginnt neu)</translation>
    </message>
    <message>
        <source>removing %1</source>
        <translation>Entfernen von %1</translation>
    </message>
    <message>
        <source>changing the demand of %1</source>
        <translation>Ändern der Nachfrage von %1</translation>
    </message>
    <message>
        <source>changing the work time of %1</source>
        <translation>Ändern der Arbeitszeit von %1</translation>
    </message>
    <message>
        <source>connecting %1 to %2 (what was sent stays sent)</source>
        <translation>%1 mit %2 verbinden (was gesendet wurde, bleibt gesendet)</translation>
    </message>
    <message>
        <source>connecting %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>disconnecting %1 from %2 (demand begins anew)</source>
        <translation>%1 von %2 trennen (die Nachfrage beginnt neu)</translation>
    </message>
    <message>
        <source>disconnecting %1 from %2</source>
        <translation>%1 von %2 trennen</translation>
    </message>
    <message>
        <source>sharing the threads</source>
        <translation>gemeinsame Threads</translation>
    </message>
    <message>
        <source>a thread for each stage</source>
        <translation>ein Thread für jede Stufe</translation>
    </message>
</context>
<context>
    <name>FileError</name>
    <message>
        <source>Could not save %1</source>
        <translation>Speichern nicht möglich: %1</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>Öffnen nicht möglich: %1</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>, Zeile %1</translation>
    </message>
    <message>
        <source>, column %1</source>
        <translation>, Spalte %1</translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation>, bei %1</translation>
    </message>
    <message>
        <source>found %1</source>
        <translation>gefunden: %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet: %1</translation>
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
        <translation>Graph: nächste oder vorige Stufe</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab, arrow keys</source>
        <translation>Tab, Umschalt+Tab, Pfeiltasten</translation>
    </message>
    <message>
        <source>Graph: zoom</source>
        <translation>Graph: Größe</translation>
    </message>
    <message>
        <source>mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Graph: move</source>
        <translation>Graph: verschieben</translation>
    </message>
    <message>
        <source>drag the ground, or Space and drag</source>
        <translation>Hintergrund ziehen, oder Leertaste und ziehen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>About Sluice</source>
        <translation>Über Sluice</translation>
    </message>
    <message>
        <source>Sluice %1</source>
        <translation>Sluice %1</translation>
    </message>
    <message>
        <source>Pipelines with back-pressure on Qt threads: demand goes upstream, events come downstream, and nobody gets more than they asked for.

The window is licensed under the GNU General Public License, version 3 or later; the engine under the MIT licence.</source>
        <translation>Pipelines mit Gegendruck auf Qt-Threads: Nachfrage läuft stromauf, Events kommen stromab, und niemand bekommt mehr, als er angefragt hat.

Das Fenster steht unter der GNU General Public License, Version 3 oder neuer, der Kern unter der MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>1 number</source>
        <translation>1 Zahl</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 Zahlen</translation>
    </message>
    <message>
        <source>1 batch</source>
        <translation>1 Paket</translation>
    </message>
    <message>
        <source>%1 batches</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>uneven steps</source>
        <translation>ungleiche Schritte</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>; %1 lost when a stage left</source>
        <translation>; %1 verloren, als eine Stufe ging</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1: each once so far, %2 under way</source>
        <translation>%1: bisher jede einmal, %2 unterwegs</translation>
    </message>
    <message>
        <source>%1: each exactly once</source>
        <translation>%1: jede genau einmal</translation>
    </message>
    <message>
        <source>%1 (%2) could not be kept</source>
        <translation>%1 (%2) konnten nicht behalten werden</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 left: %2 handled, %3 lost, demand for %4 withdrawn</source>
        <translation>%1 ist gegangen: %2 verarbeitet, %3 verloren, Nachfrage nach %4 zurückgezogen</translation>
    </message>
    <message>
        <source>%1 crashed: %2</source>
        <translation>%1 abgestürzt: %2</translation>
    </message>
    <message>
        <source>%1 stopped: %2</source>
        <translation>%1 angehalten: %2</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
        <source>None came twice (nothing is known about what should come)</source>
        <translation>Keine kam doppelt (was kommen soll, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>%1 came more than once, first %2 (nothing is known about what should come)</source>
        <translation>%1 kamen mehrfach, zuerst %2 (was kommen soll, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>Missing: %1, first gap at %2</source>
        <translation>Fehlend: %1, erste Lücke bei %2</translation>
    </message>
    <message>
        <source>Came more than once: %1, first %2</source>
        <translation>Mehrfach: %1, zuerst %2</translation>
    </message>
    <message>
        <source>Not expected: %1, first %2</source>
        <translation>Unerwartet: %1, zuerst %2</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source> (%1 are no whole numbers)</source>
        <translation> (%1 sind keine ganzen Zahlen)</translation>
    </message>
    <message>
        <source>Cannot be checked: these events are no whole numbers</source>
        <translation>Nicht prüfbar: diese Events sind keine ganzen Zahlen</translation>
    </message>
    <message>
        <source>Cannot be checked: a stage broadcasts, so each number comes to several consumers</source>
        <translation>Nicht prüfbar: eine Stufe sendet an alle, also kommt jede Zahl zu mehreren Consumern</translation>
    </message>
    <message>
        <source>%1 could not be checked%2; nothing wrong with the others</source>
        <translation>%1 nicht prüfbar%2; an den übrigen ist nichts falsch</translation>
    </message>
    <message>
        <source>None came twice; %1 not checked%2</source>
        <translation>Keine kam doppelt; %1 nicht geprüft%2</translation>
    </message>
</context>
<context>
    <name>LogFilter</name>
    <message>
        <source>“%1” is not a whole number; for words write text:%1</source>
        <translation>„%1“ ist keine ganze Zahl; für Wörter text:%1 schreiben</translation>
    </message>
    <message>
        <source>“%1” is not a time; write one such as 5ms</source>
        <translation>„%1“ ist keine Zeit; etwa 5ms schreiben</translation>
    </message>
    <message>
        <source>“%1” needs a unit: ns, µs, ms or s</source>
        <translation>„%1“ braucht eine Einheit: ns, µs, ms oder s</translation>
    </message>
    <message>
        <source>“%1” is not a unit; there are ns, µs, ms, s and min</source>
        <translation>„%1“ ist keine Einheit; es gibt ns, µs, ms, s und min</translation>
    </message>
    <message>
        <source>“%1” is longer than any log</source>
        <translation>„%1“ ist länger als jedes Protokoll</translation>
    </message>
    <message>
        <source>A range needs a beginning or an end, such as 100..200</source>
        <translation>Ein Bereich braucht Anfang oder Ende, wie 100..200</translation>
    </message>
    <message>
        <source>No time is met exactly; write &gt; or &lt;, or a range such as 1ms..5ms</source>
        <translation>Keine Zeit trifft genau; &gt; oder &lt; schreiben, oder einen Bereich wie 1ms..5ms</translation>
    </message>
    <message>
        <source>The range is empty: %1 comes after %2</source>
        <translation>Der Bereich ist leer: %1 kommt nach %2</translation>
    </message>
    <message>
        <source>A value is missing behind %1</source>
        <translation>Hinter %1 fehlt ein Wert</translation>
    </message>
    <message>
        <source>There is nothing beyond %1</source>
        <translation>Jenseits von %1 gibt es nichts</translation>
    </message>
    <message>
        <source>A name is missing; write one such as consumer:C1</source>
        <translation>Ein Name fehlt; etwa consumer:C1 schreiben</translation>
    </message>
    <message>
        <source>“%1” is no kind of row; there are batch, gap and note</source>
        <translation>„%1“ ist keine Art von Zeile; es gibt batch, gap und note</translation>
    </message>
    <message>
        <source>This cannot be larger or smaller; write : instead of %1</source>
        <translation>Das kann nicht größer oder kleiner sein; : statt %1 schreiben</translation>
    </message>
    <message>
        <source>A word to look for is missing</source>
        <translation>Ein gesuchtes Wort fehlt</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>No blanks around %1: write wait&gt;5ms</source>
        <translation>Keine Leerzeichen um %1: wait&gt;5ms schreiben</translation>
    </message>
    <message>
        <source>“%1” is not known; there are consumer, thread, value, wait, count, time, kind and text. Put it into quotes to look for it as it stands</source>
        <translation>„%1“ ist nicht bekannt; es gibt consumer, thread, value, wait, count, time, kind und text. In Anführungszeichen wird es wörtlich gesucht</translation>
    </message>
</context>
<context>
    <name>LookMenus</name>
    <message>
        <source>Also among the settings</source>
        <translation>Auch in den Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;example</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Noch einmal tun</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Pipeline</source>
        <translation>&amp;Pipeline</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>Diesen Bereich zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Layouts</source>
        <translation>An&amp;ordnungen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>was asked by %1 for %2 events at once; at most %3 are expected</source>
        <translation>wurde von %1 auf einmal um %2 Ereignisse gebeten; erwartet werden höchstens %3</translation>
    </message>
    <message>
        <source>was asked by %1 for %2 events in all, each time for more than the %3 that are expected</source>
        <translation>wurde von %1 insgesamt um %2 Ereignisse gebeten, jedes Mal um mehr als die erwarteten %3</translation>
    </message>
    <message>
        <source>a stage that has left</source>
        <translation>einer Stufe, die gegangen ist</translation>
    </message>
    <message>
        <source>discarded %1 events that it had no room for</source>
        <translation>verwarf %1 Ereignisse, für die kein Platz war</translation>
    </message>
    <message>
        <source>got %1 events from %2 that it had not asked for</source>
        <translation>bekam von %2 %1 Ereignisse, die nicht angefragt waren</translation>
    </message>
    <message>
        <source>dropped a message that it does not know; the last one was: %1</source>
        <translation>ließ eine unbekannte Nachricht fallen; die letzte war: %1</translation>
    </message>
    <message>
        <source>refused the subscription of %1: %2</source>
        <translation>lehnte das Abonnement von %1 ab: %2</translation>
    </message>
    <message>
        <source>keeps its demand mode: only producers can accumulate demand</source>
        <translation>behält seinen Nachfragemodus: nur Producer können Nachfrage ansammeln</translation>
    </message>
    <message>
        <source>asks %1 by hand: new demand limits count from its next subscription on</source>
        <translation>fragt %1 von Hand an: neue Nachfragegrenzen gelten ab seinem nächsten Abonnement</translation>
    </message>
    <message>
        <source>had children that failed, %1 in all; the last reason was: %2</source>
        <translation>hatte Kinder, die fehlschlugen, %1 insgesamt; der letzte Grund war: %2</translation>
    </message>
    <message>
        <source>dropped %1 events that it emitted: a consumer emits nothing</source>
        <translation>verwarf %1 Ereignisse, die er ausgab: ein Consumer gibt nichts aus</translation>
    </message>
    <message>
        <source>stops, as its subscription to %1 has ended (%2)</source>
        <translation>hält an, weil sein Abonnement von %1 endete (%2)</translation>
    </message>
    <message>
        <source>wants events of %1, and there is no such stage</source>
        <translation>will Ereignisse von %1, und diese Stufe gibt es nicht</translation>
    </message>
    <message numerus="yes">
        <source>was started anew, %n time(s) by now</source>
        <translation>
            <numerusform>wurde neu gestartet, bisher %n-mal</numerusform>
            <numerusform>wurde neu gestartet, bisher %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>The supervisor gave up: %1 would have been restart %2 within %3. The last reason was: %4</source>
        <translation>Der Supervisor gab auf: %1 wäre der Neustart Nummer %2 innerhalb von %3 gewesen. Der letzte Grund war: %4</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, ohne Grenze</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time, last second</source>
        <translation>Zeit, letzte Sekunde</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Emitted</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Pending demand</source>
        <translation>Offene Nachfrage</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Maximum demand</source>
        <translation>Höchste Nachfrage</translation>
    </message>
    <message>
        <source>Minimum demand</source>
        <translation>Geringste Nachfrage</translation>
    </message>
    <message>
        <source>demand %1 of %2</source>
        <translation>Nachfrage %1 von %2</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>“%1”: the name of a picture must end in one of .%2.</source>
        <translation>„%1“: der Name eines Bildes muss auf .%2 enden.</translation>
    </message>
    <message>
        <source>The picture was not written to “%1”: %2. Choose another place.</source>
        <translation>Das Bild wurde nicht nach „%1“ geschrieben: %2. Bitte einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>○ not started</source>
        <translation>○ nicht gestartet</translation>
    </message>
    <message>
        <source>R running</source>
        <translation>R läuft</translation>
    </message>
    <message>
        <source>P paused</source>
        <translation>P Pause</translation>
    </message>
    <message>
        <source>S stopping</source>
        <translation>S hält an</translation>
    </message>
    <message>
        <source>■ stopped</source>
        <translation>■ angehalten</translation>
    </message>
</context>
<context>
    <name>StageKinds</name>
    <message>
        <source>counts in equal steps, as fast as it is asked to</source>
        <translation>zählt in gleichen Schritten, so schnell, wie nachgefragt wird</translation>
    </message>
    <message>
        <source>lets some numbers through</source>
        <translation>lässt manche Zahlen durch</translation>
    </message>
    <message>
        <source>passes numbers on and fails at every so many</source>
        <translation>reicht Zahlen weiter und scheitert an jeder soundsovielten</translation>
    </message>
    <message>
        <source>turns each number into another</source>
        <translation>macht aus jeder Zahl eine andere</translation>
    </message>
    <message>
        <source>prints each event</source>
        <translation>gibt jedes Event aus</translation>
    </message>
    <message>
        <source>the lines of a text file, in order</source>
        <translation>die Zeilen einer Textdatei, der Reihe nach</translation>
    </message>
    <message>
        <source>the paths of the files in a folder, sorted</source>
        <translation>die Pfade der Dateien eines Ordners, sortiert</translation>
    </message>
    <message>
        <source>cuts lines into words, of any script</source>
        <translation>zerlegt Zeilen in Wörter, in jeder Schrift</translation>
    </message>
    <message>
        <source>lets the texts through that match</source>
        <translation>lässt passende Texte durch</translation>
    </message>
    <message>
        <source>turns paths of files into lines as sha256sum prints them: hash, path</source>
        <translation>macht aus Dateipfaden Zeilen wie die von sha256sum: Prüfsumme, Pfad</translation>
    </message>
    <message>
        <source>a job for each path of a file, maxDemand at a time: prints as sha256sum</source>
        <translation>ein Auftrag je Dateipfad, maxDemand auf einmal: Ausgabe wie von sha256sum</translation>
    </message>
    <message>
        <source>counts how often each text comes; writes the counts when it stops</source>
        <translation>zählt, wie oft jeder Text kommt; schreibt die Zahlen, wenn es anhält</translation>
    </message>
    <message>
        <source>appends events to a file, one a line; jsonl adds the time</source>
        <translation>hängt Events an eine Datei an, eines je Zeile; jsonl mit Zeitpunkt</translation>
    </message>
    <message>
        <source>prints the events that match, with a mark</source>
        <translation>gibt passende Events aus, mit einer Marke</translation>
    </message>
    <message>
        <source>a text each interval, numbered, whether asked for or not</source>
        <translation>in jedem Intervall ein Text, nummeriert, nachgefragt oder nicht</translation>
    </message>
    <message>
        <source>the lines of standard input, read as they are asked for</source>
        <translation>die Zeilen der Standardeingabe, gelesen nach Nachfrage</translation>
    </message>
    <message>
        <source>prints events, but only so many an interval from each producer</source>
        <translation>gibt Events aus, aber nur so viele je Intervall von jedem Producer</translation>
    </message>
    <message>
        <source>%1; it needs options: write it into the file</source>
        <translation>%1; braucht Optionen: in die Datei schreiben</translation>
    </message>
</context>
<context>
    <name>StageMenus</name>
    <message>
        <source>Add &amp;producer</source>
        <translation>&amp;Producer hinzufügen</translation>
    </message>
    <message>
        <source>Add producer-&amp;consumer</source>
        <translation>Prod&amp;ucer-Consumer hinzufügen</translation>
    </message>
    <message>
        <source>Add consumer of &amp;kind</source>
        <translation>Consumer der &amp;Art hinzufügen</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>thread %1 (%2 to the operating system)</source>
        <translation>Thread %1 (beim Betriebssystem %2)</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>restarted once</source>
        <translation>einmal neu gestartet</translation>
    </message>
    <message>
        <source>restarted %1 times</source>
        <translation>%1-mal neu gestartet</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, ohne Grenze</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>, %1 discarded</source>
        <translation>, %1 verworfen</translation>
    </message>
    <message>
        <source>%1 not handled yet</source>
        <translation>%1 noch nicht verarbeitet</translation>
    </message>
    <message>
        <source>%1 kept back with the demand</source>
        <translation>%1 mit der Nachfrage zurückgehalten</translation>
    </message>
    <message>
        <source>%1 in partitions</source>
        <translation>%1 in Partitionen</translation>
    </message>
    <message>
        <source>%1 asked of it</source>
        <translation>%1 von ihr angefragt</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 im Mittel</translation>
    </message>
    <message>
        <source>%1, on average %2</source>
        <translation>%1, im Mittel %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>, %1 held at the gate</source>
        <translation>, %1 am Tor angehalten</translation>
    </message>
    <message>
        <source>%1: %2 open, asked %3, sent %4</source>
        <translation>%1: %2 offen, angefragt %3, gesendet %4</translation>
    </message>
    <message>
        <source>and %1 more consumers</source>
        <translation>und %1 weitere Consumer</translation>
    </message>
    <message>
        <source>no event in %1</source>
        <translation>in %1 kein Event</translation>
    </message>
    <message>
        <source>under 1 ns</source>
        <translation>unter 1 ns</translation>
    </message>
    <message>
        <source>%1 to %2, median %3, 99 % within %4; %5 measured in %6</source>
        <translation>%1 bis %2, Median %3, 99 % binnen %4; %5 in %6 gemessen</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>waits for demand</source>
        <translation>wartet auf Nachfrage</translation>
    </message>
    <message>
        <source>waits for events</source>
        <translation>wartet auf Events</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>producer</source>
        <translation>Producer</translation>
    </message>
    <message>
        <source>producer-consumer</source>
        <translation>Producer-Consumer</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>Consumer</translation>
    </message>
</context>
<context>
    <name>TypedCommand</name>
    <message>
        <source>There is no stage “%1”. There are: %2.</source>
        <translation>Eine Stufe „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Write: add KIND [NAME] [to STAGE], such as “add consumer to evens”.</source>
        <translation>So: add ART [NAME] [to STUFE], etwa „add consumer to evens“.</translation>
    </message>
    <message>
        <source>There is no kind of stage “%1”. There are: %2.</source>
        <translation>Eine Art „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>A stage of kind “%1” needs options; write it into the pipeline&apos;s file.</source>
        <translation>Eine Stufe der Art „%1“ braucht Optionen; sie gehört in die Datei der Pipeline.</translation>
    </message>
    <message>
        <source>A stage cannot be called “%1”: only letters, digits and _ . - are possible.</source>
        <translation>„%1“ kann eine Stufe nicht heißen: nur Buchstaben, Ziffern und _ . - sind möglich.</translation>
    </message>
    <message>
        <source>Write: remove STAGE, such as “remove printer2”.</source>
        <translation>So: remove STUFE, etwa „remove printer2“.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not “%4”.</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein, nicht „%4“.</translation>
    </message>
    <message>
        <source>Write: set STAGE.maxDemand NUMBER, STAGE.minDemand NUMBER or STAGE.workTime TIME, such as “set printer.workTime 2ms”.</source>
        <translation>So: set STUFE.maxDemand ZAHL, STUFE.minDemand ZAHL oder STUFE.workTime ZEIT, etwa „set printer.workTime 2ms“.</translation>
    </message>
    <message>
        <source>“%1” is no time of at most an hour, such as 2ms.</source>
        <translation>„%1“ ist keine Zeit von höchstens einer Stunde, wie 2ms.</translation>
    </message>
    <message>
        <source>“%1” subscribes to nothing.</source>
        <translation>„%1“ abonniert nichts.</translation>
    </message>
</context>
<context>
    <name>WhyWaiting</name>
    <message>
        <source>nothing is known yet</source>
        <translation>noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of the sentence</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>✕ %1 has crashed: %2</source>
        <translation>✕ %1 ist abgestürzt: %2</translation>
    </message>
    <message>
        <source>paused: nothing moves until the pipeline goes on</source>
        <translation>Pause: nichts bewegt sich, bis die Pipeline weiterläuft</translation>
    </message>
    <message>
        <source>the stages are leaving</source>
        <translation>die Stufen gehen</translation>
    </message>
    <message>
        <source>stopped: no stage is left</source>
        <translation>angehalten: keine Stufe ist mehr da</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>%1 waits for demand from %2</source>
        <translation>%1 wartet auf Nachfrage von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for demand from %2 and %n more</source>
        <translation>
            <numerusform>%1 wartet auf Nachfrage von %2 und %n weiterer</numerusform>
            <numerusform>%1 wartet auf Nachfrage von %2 und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for events from %2</source>
        <translation>%1 wartet auf Events von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for events from %2 and %n more</source>
        <translation>
            <numerusform>%1 wartet auf Events von %2 und %n weiterer</numerusform>
            <numerusform>%1 wartet auf Events von %2 und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has asked for nothing</source>
        <translation>%1 hat nichts angefragt</translation>
    </message>
    <message>
        <source>%1 waits for demand, and nobody subscribes to it</source>
        <translation>%1 wartet auf Nachfrage, und niemand abonniert es</translation>
    </message>
    <message>
        <source>%1 makes events at its own pace</source>
        <translation>%1 erzeugt Ereignisse in seinem eigenen Tempo</translation>
    </message>
    <message>
        <source>%1 waits for events, and it has no producer</source>
        <translation>%1 wartet auf Events und hat keinen Producer</translation>
    </message>
    <message>
        <source>%1 waits for events that are under way: handing over takes longer than the work</source>
        <translation>%1 wartet auf Events, die unterwegs sind: die Übergabe dauert länger als die Arbeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is busy (%2)</source>
        <translation>%1 ist beschäftigt (%2)</translation>
    </message>
    <message>
        <source>%1 is busy (%2, %3 per event)</source>
        <translation>%1 ist beschäftigt (%2, %3 je Event)</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>%1 (one of %2)</source>
        <translation>%1 (einer von %2)</translation>
    </message>
    <message numerus="yes">
        <source>✕ %1 more has crashed</source>
        <translation>
            <numerusform>✕ %1 weitere ist abgestürzt</numerusform>
            <numerusform>✕ %1 weitere sind abgestürzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 wait for events from %4</source>
        <translation>
            <numerusform>%1: %2 von %3 wartet auf Events von %4</numerusform>
            <numerusform>%1: %2 von %3 warten auf Events von %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 are busy</source>
        <translation>
            <numerusform>%1: %2 von %3 ist beschäftigt</numerusform>
            <numerusform>%1: %2 von %3 sind beschäftigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (one of them %2)</source>
        <translation>%1 (einer davon %2)</translation>
    </message>
    <message>
        <source>%1 (one of them %2, %3 per event)</source>
        <translation>%1 (einer davon %2, %3 je Event)</translation>
    </message>
</context>
<context>
    <name>sluice::ui::AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>Alles bewegt sich</translation>
    </message>
    <message>
        <source>Only single messages move</source>
        <translation>Nur einzelne Nachrichten bewegen sich</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nichts bewegt sich</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Aussehen:</translation>
    </message>
    <message>
        <source>&amp;Motion:</source>
        <translation>&amp;Bewegung:</translation>
    </message>
    <message>
        <source>&amp;Size of texts:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Another language shows when the program starts again.</source>
        <translation>Eine andere Sprache erscheint beim nächsten Start des Programms.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartCell</name>
    <message>
        <source>%1 (+%2 more)</source>
        <translation>%1 (+%2 weitere)</translation>
    </message>
    <message>
        <source>Left and Right move a cross-hair over all charts by a second; the table has the numbers.</source>
        <translation>Links und Rechts bewegen ein Fadenkreuz über alle Diagramme um eine Sekunde; die Tabelle hat die Zahlen.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartTable</name>
    <message>
        <source>Which chart&apos;s numbers</source>
        <translation>Die Zahlen welches Diagramms</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Auffrischen</translation>
    </message>
    <message>
        <source>Takes the numbers of this moment; until then the table stands still</source>
        <translation>Nimmt die Zahlen dieses Augenblicks; bis dahin steht die Tabelle still</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected cells, or all, with tabs between them</source>
        <translation>Kopiert die gewählten Zellen oder alle, mit Tabulatoren dazwischen</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als CSV &amp;speichern…</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>Zahlen des Diagramms</translation>
    </message>
    <message>
        <source>About the table</source>
        <translation>Über die Tabelle</translation>
    </message>
    <message>
        <source>%1 samples, as they were at %2</source>
        <translation>%1 Messungen, Stand %2</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Die Zahlen speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartTableModel</name>
    <message>
        <source>Seconds ago</source>
        <translation>Vor Sekunden</translation>
    </message>
</context>
<context>
    <name>sluice::ui::ChartsPanel</name>
    <message>
        <source>Throughput, events/s</source>
        <translation>Durchsatz, Events/s</translation>
    </message>
    <message>
        <source>Nothing has run yet. Press F5 to run the pipeline.</source>
        <translation>Noch ist nichts gelaufen. F5 startet die Pipeline.</translation>
    </message>
    <message>
        <source>Pending demand, events</source>
        <translation>Offene Nachfrage, Events</translation>
    </message>
    <message>
        <source>Nobody has subscribed yet. Press Insert to add a consumer.</source>
        <translation>Noch hat niemand abonniert. Einfg fügt einen Consumer hinzu.</translation>
    </message>
    <message>
        <source>Buffered, events</source>
        <translation>Gepuffert, Events</translation>
    </message>
    <message>
        <source>No stage of this pipeline has a buffer.</source>
        <translation>Keine Stufe dieser Pipeline hat einen Puffer.</translation>
    </message>
    <message>
        <source>Which chart to show</source>
        <translation>Welches Diagramm</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>min. %1</translation>
    </message>
    <message>
        <source>full at %1</source>
        <translation>voll bei %1</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same numbers as a table, to read, copy and save</source>
        <translation>Dieselben Zahlen als Tabelle, zum Lesen, Kopieren und Speichern</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1, Summe</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CheckLabel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Exactly once: %1</source>
        <translation>Genau einmal: %1</translation>
    </message>
    <message>
        <source>Does every number come exactly once?
%1</source>
        <translation>Kommt jede Zahl genau einmal?
%1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what to do, such as “zoom” or “add consumer to evens”</source>
        <translation>Schreiben, was zu tun ist, etwa „Bild“ oder „add consumer to evens“</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was man tun kann</translation>
    </message>
    <message>
        <source>That is not possible now.</source>
        <translation>Das geht jetzt nicht.</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer words.</source>
        <translation>Nichts heißt so. Weniger Wörter versuchen.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::DemandEditor</name>
    <message>
        <source>Demand of %1 from %2</source>
        <translation>Nachfrage von %1 an %2</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ma&amp;ximum</source>
        <translation>Höch&amp;stens</translation>
    </message>
    <message>
        <source>Most events asked for and not yet handled</source>
        <translation>So viele Events sind höchstens angefragt und nicht verarbeitet</translation>
    </message>
    <message>
        <source>Mi&amp;nimum</source>
        <translation>Mi&amp;ndestens</translation>
    </message>
    <message>
        <source>Asks again when this few are pending</source>
        <translation>Fragt wieder an, wenn nur noch so viele offen sind</translation>
    </message>
    <message>
        <source>Pending demand</source>
        <translation>Offene Nachfrage</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Editing</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n Stufe</numerusform>
            <numerusform>%n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed %1: %2 demand withdrawn, %3 events lost.</source>
        <translation>%1 entfernt: Nachfrage nach %2 zurückgezogen, %3 Events verloren.</translation>
    </message>
    <message>
        <source>The %1 numbers received before stay received.</source>
        <translation>Die %1 zuvor empfangenen Zahlen bleiben empfangen.</translation>
    </message>
    <message>
        <source>There is no stage that a consumer could subscribe to.</source>
        <translation>Es gibt keine Stufe, die ein Consumer abonnieren könnte.</translation>
    </message>
    <message>
        <source>There is a stage “%1” already.</source>
        <translation>Eine Stufe „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>%1 is not connected to anything yet.</source>
        <translation>%1 ist noch mit nichts verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 left too: the subscription was permanent.</source>
        <translation>
            <numerusform>%1 ging mit: das Abonnement war permanent.</numerusform>
            <numerusform>%1 gingen mit: die Abonnements waren permanent.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 leaves when the pipeline goes on.</source>
        <translation>%1 geht, wenn die Pipeline weiterläuft.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There are no stages on the clipboard. Select some and copy them first.</source>
        <translation>In der Zwischenablage sind keine Stufen. Erst welche wählen und kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>pasting %n stage(s)</source>
        <translation>
            <numerusform>Einfügen von %n Stufe</numerusform>
            <numerusform>Einfügen von %n Stufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>duplicating %n stage(s)</source>
        <translation>
            <numerusform>Verdoppeln von %n Stufe</numerusform>
            <numerusform>Verdoppeln von %n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 emits %2, and %3 takes %4.</source>
        <translation>%1 gibt %2 aus, und %3 nimmt %4.</translation>
    </message>
    <message>
        <source>%1 emits no events: it is a consumer.</source>
        <translation>%1 gibt keine Ereignisse aus: es ist ein Consumer.</translation>
    </message>
    <message>
        <source>%1 takes no events: it is a producer.</source>
        <translation>%1 nimmt keine Ereignisse: es ist ein Producer.</translation>
    </message>
    <message>
        <source>Events of %1 would come back to it.</source>
        <translation>Ereignisse von %1 kämen dorthin zurück.</translation>
    </message>
    <message>
        <source>%1 or %2 is leaving, or the pipeline is stopping.</source>
        <translation>%1 oder %2 geht gerade, oder die Pipeline hält an.</translation>
    </message>
    <message>
        <source>The demand limits in the settings cannot be used.</source>
        <translation>Die Nachfragegrenzen in den Einstellungen sind unbrauchbar.</translation>
    </message>
    <message>
        <source>A group cannot be connected; open it first.</source>
        <translation>Eine Gruppe lässt sich nicht verbinden; erst öffnen.</translation>
    </message>
    <message>
        <source>%1 takes events of %2 already.</source>
        <translation>%1 nimmt schon Ereignisse von %2.</translation>
    </message>
    <message>
        <source>Open the group to disconnect one of it.</source>
        <translation>Die Gruppe öffnen, um einen daraus zu trennen.</translation>
    </message>
    <message>
        <source>Each partition of %1 has its consumer already. Remove one of them first, or write more partitions into the file.</source>
        <translation>Jede Partition von %1 hat schon ihren Consumer. Erst einen davon entfernen oder mehr Partitionen in die Datei schreiben.</translation>
    </message>
    <message>
        <source>The threads change at the next start: stop the pipeline, then run it.</source>
        <translation>Die Threads ändern sich beim nächsten Start: die Pipeline beenden, dann starten.</translation>
    </message>
    <message numerus="yes">
        <source>changing the demand of %n stage(s)</source>
        <translation>
            <numerusform>Ändern der Nachfrage von %n Stufe</numerusform>
            <numerusform>Ändern der Nachfrage von %n Stufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing the work time of %n stage(s)</source>
        <translation>
            <numerusform>Ändern der Arbeitszeit von %n Stufe</numerusform>
            <numerusform>Ändern der Arbeitszeit von %n Stufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::ExaminationView</name>
    <message>
        <source>Time per event</source>
        <translation>Zeit je Event</translation>
    </message>
    <message>
        <source>Oldest in buffer</source>
        <translation>Älteste im Puffer</translation>
    </message>
    <message>
        <source>Newest in buffer</source>
        <translation>Neueste im Puffer</translation>
    </message>
    <message>
        <source>Oldest not handled</source>
        <translation>Älteste unverarbeitet</translation>
    </message>
    <message>
        <source>Newest not handled</source>
        <translation>Neueste unverarbeitet</translation>
    </message>
    <message>
        <source>Measured while this panel shows the stage. Events that were handled in one call count with their mean. The median and the 99 % may be shown up to 1/64 too long.</source>
        <translation>Wird gemessen, solange diese Leiste die Stufe zeigt. Events, die ein Aufruf zusammen verarbeitet, zählen mit ihrem Mittelwert. Median und 99 % können bis zu 1/64 zu lang angezeigt sein.</translation>
    </message>
    <message>
        <source>As it was at %1 s; it may have moved on.</source>
        <translation>Stand bei %1 s; inzwischen kann es weiter sein.</translation>
    </message>
    <message>
        <source>No answer for %1: the stage is inside a message.</source>
        <translation>Seit %1 keine Antwort: die Stufe ist mitten in einer Nachricht.</translation>
    </message>
    <message>
        <source>Inside the stage</source>
        <translation>In der Stufe</translation>
    </message>
</context>
<context>
    <name>sluice::ui::FileHandling</name>
    <message>
        <source>Pipelines (*.sluice);;All files (*)</source>
        <translation>Pipelines (*.sluice);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” was not saved when the program ended unexpectedly.</source>
        <translation>„%1“ war nicht gespeichert, als das Programm unerwartet endete.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open a pipeline</source>
        <translation>Eine Pipeline öffnen</translation>
    </message>
    <message>
        <source>Save the pipeline</source>
        <translation>Die Pipeline speichern</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Das Bild exportieren</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Sluice</source>
        <translation>Sluice</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Without saving, what you changed in this pipeline is lost.</source>
        <translation>Ohne Speichern geht verloren, was an dieser Pipeline geändert wurde.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::GraphView</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Select the stage that is to take the events, then press Enter; Escape ends it.</source>
        <translation>Die Stufe wählen, die die Ereignisse nehmen soll, dann Enter; Escape bricht ab.</translation>
    </message>
    <message>
        <source>Select a stage that emits events first; a wire begins there.</source>
        <translation>Erst eine Stufe wählen, die Ereignisse ausgibt; dort beginnt eine Leitung.</translation>
    </message>
    <message>
        <source>No wire was drawn.</source>
        <translation>Keine Leitung gezogen.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Inspector</name>
    <message>
        <source>Click a stage in the graph to see its figures and to change its demand and its work time. With the keyboard: Tab into the graph, then the arrow keys, and Enter for the work time.</source>
        <translation>Eine Stufe im Graphen anklicken, um ihre Zahlen zu sehen und Nachfrage und Arbeitszeit zu ändern. Mit der Tastatur: mit Tab in den Graphen, dann die Pfeiltasten, und Enter für die Arbeitszeit.</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Emitted</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>&amp;Work time</source>
        <translation>&amp;Arbeitszeit</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep this stage</source>
        <translation>Diese Stufe behalten</translation>
    </message>
    <message>
        <source>Keeps this stage here, whatever is selected in the graph</source>
        <translation>Behält diese Stufe hier, was auch immer im Graphen gewählt ist</translation>
    </message>
    <message>
        <source>Why waiting?</source>
        <translation>Warum wird gewartet?</translation>
    </message>
    <message>
        <source>Waiting inside</source>
        <translation>Wartet innen</translation>
    </message>
    <message>
        <source>Busy per event</source>
        <translation>Beschäftigt je Event</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Angefragt von</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s) are selected: a change here is made to all.</source>
        <translation>
            <numerusform>%n Stufe ist ausgewählt: Eine Änderung hier gilt für sie.</numerusform>
            <numerusform>%n Stufen sind ausgewählt: Eine Änderung hier gilt für alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::ui::KeysPage</name>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Press the keys for the chosen action</source>
        <translation>Die Tasten für die gewählte Aktion drücken</translation>
    </message>
    <message>
        <source>Use &amp;these keys</source>
        <translation>&amp;Diese Tasten nehmen</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”. Choose other keys, or give that one others first.</source>
        <translation>%1 gehört schon zu „%2“. Andere Tasten wählen oder jener zuerst andere geben.</translation>
    </message>
    <message>
        <source>“%1” now has %2.</source>
        <translation>„%1“ hat jetzt %2.</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogExport</name>
    <message>
        <source>The log has gone</source>
        <translation>Das Protokoll ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogExportBar</name>
    <message>
        <source>State of the export</source>
        <translation>Stand des Exports</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Export the matching rows</source>
        <translation>Die passenden Zeilen exportieren</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Das Protokoll exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON Lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 rows exported to %2.</source>
        <translation>%1 Zeilen nach %2 exportiert.</translation>
    </message>
    <message>
        <source>%1 left the log before their turn; the file says so.</source>
        <translation>%1 verließen das Protokoll, bevor sie an der Reihe waren; die Datei sagt es.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the line about the export</source>
        <translation>Die Zeile über den Export schließen</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogHeader</name>
    <message>
        <source>%1: %2 taken over, %3 not kept</source>
        <translation>%1: %2 übernommen, %3 nicht behalten</translation>
    </message>
    <message>
        <source>and %1 more consumers</source>
        <translation>und %1 weitere Consumer</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Die Liste leeren</translation>
    </message>
    <message>
        <source>Takes the rows off the list; counts and the check go on</source>
        <translation>Nimmt die Zeilen aus der Liste; Zählung und Prüfung gehen weiter</translation>
    </message>
    <message>
        <source>Keeps the newest row in sight; scrolling up ends it, End goes back</source>
        <translation>Hält die neueste Zeile im Blick; Hochrollen beendet das, Ende kehrt zurück</translation>
    </message>
    <message>
        <source> · older, taken off %1</source>
        <translation> · ältere, entfernt %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>Die Zeilen exportieren</translation>
    </message>
    <message>
        <source>Writes the rows that are shown to a file, as CSV or JSON Lines</source>
        <translation>Schreibt die gezeigten Zeilen in eine Datei, als CSV oder JSON Lines</translation>
    </message>
    <message>
        <source>Events in the log</source>
        <translation>Events im Protokoll</translation>
    </message>
    <message>
        <source>Events %1 · kept %2 · not kept %3</source>
        <translation>Events %1 · behalten %2 · nicht behalten %3</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogModel</name>
    <message>
        <source>Seconds since the start</source>
        <translation>Sekunden seit dem Start</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1 weitere</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>after %1 seconds</source>
        <translation>nach %1 Sekunden</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message>
        <source>%1 wrote faster than the log was read; a consumer never waits for the log</source>
        <translation>%1 schrieb schneller, als das Protokoll gelesen wurde; ein Consumer wartet nie auf das Protokoll</translation>
    </message>
    <message>
        <source>%1 on thread %2 (%3 to the operating system)
%4 s after the start
waited %5</source>
        <translation>%1 auf Thread %2 (beim Betriebssystem %3)
%4 s nach dem Start
wartete %5</translation>
    </message>
    <message>
        <source>From the producer sending the events until they were handled</source>
        <translation>Vom Senden der Events bis zu ihrer Verarbeitung</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogPage</name>
    <message>
        <source>&amp;Follow the newest row when a pipeline is opened</source>
        <translation>Der neuesten Zeile &amp;folgen, wenn eine Pipeline geöffnet wird</translation>
    </message>
    <message>
        <source>&amp;Rows to keep:</source>
        <translation>&amp;Zeilen behalten:</translation>
    </message>
    <message>
        <source>A row is a batch of numbers and takes some 50 bytes. Another number of rows counts from the next start of the program on.</source>
        <translation>Eine Zeile ist ein Paket von Zahlen und braucht etwa 50 Byte. Eine andere Zeilenzahl gilt ab dem nächsten Start des Programms.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogPanel</name>
    <message>
        <source>The pipeline runs.</source>
        <translation>Die Pipeline läuft.</translation>
    </message>
    <message>
        <source>The pipeline is paused.</source>
        <translation>Die Pipeline macht Pause.</translation>
    </message>
    <message>
        <source>The pipeline has stopped.</source>
        <translation>Die Pipeline ist angehalten.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogSearchBar</name>
    <message>
        <source>&amp;Only matching</source>
        <translation>&amp;Nur passende</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Search: consumer:C1 value:100..200 wait&gt;5ms</source>
        <translation>Suche: consumer:C1 value:100..200 wait&gt;5ms</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Das Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Terms that must all hold, with blanks between them:
consumer:C1,C2*   thread:3   thread:0x4b1
value:42   value:100..200   value&gt;1000   count&gt;=10
wait&gt;5ms   wait:1ms..5ms   time:1.5..2
kind:batch, gap or note   text:word   or just a word or number
A minus turns a term round: -kind:gap</source>
        <translation>Bedingungen, die alle gelten müssen, durch Leerzeichen getrennt:
consumer:C1,C2*   thread:3   thread:0x4b1
value:42   value:100..200   value&gt;1000   count&gt;=10
wait&gt;5ms   wait:1ms..5ms   time:1.5..2
kind:batch, gap oder note   text:wort   oder nur ein Wort oder eine Zahl
Ein Minus kehrt eine Bedingung um: -kind:gap</translation>
    </message>
    <message>
        <source>Hides the rows that do not match; otherwise they are marked</source>
        <translation>Verbirgt Zeilen, die nicht passen; sonst werden Treffer markiert</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>Ergebnis der Suche</translation>
    </message>
    <message>
        <source>%1 of %2 rows match</source>
        <translation>%1 von %2 Zeilen passen</translation>
    </message>
    <message>
        <source>; %1 still to be looked at</source>
        <translation>; %1 noch anzusehen</translation>
    </message>
</context>
<context>
    <name>sluice::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the consumers handled, one row for each batch. Right unfolds a batch, Left folds it, End goes to the newest row.</source>
        <translation>Was die Consumer verarbeitet haben, eine Zeile je Paket. Rechts klappt ein Paket auf, Links zu, Ende geht zur neuesten Zeile.</translation>
    </message>
    <message>
        <source>1 new row ↓</source>
        <translation>1 neue Zeile ↓</translation>
    </message>
    <message>
        <source>%1 new rows ↓</source>
        <translation>%1 neue Zeilen ↓</translation>
    </message>
    <message>
        <source>Goes to the newest row and follows</source>
        <translation>Geht zur neuesten Zeile und folgt</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Hide single numbers</source>
        <translation>Einzelne Zahlen &amp;verbergen</translation>
    </message>
    <message>
        <source>&amp;Show single numbers</source>
        <translation>Einzelne Zahlen &amp;zeigen</translation>
    </message>
    <message>
        <source>Clear &amp;list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>%1 more rows were not copied</source>
        <translation>%1 weitere Zeilen wurden nicht kopiert</translation>
    </message>
    <message>
        <source>No row matches the search.</source>
        <translation>Keine Zeile passt zur Suche.</translation>
    </message>
    <message>
        <source>Nothing yet. What the consumers handle appears here.</source>
        <translation>Noch nichts. Was die Consumer verarbeiten, erscheint hier.</translation>
    </message>
    <message>
        <source>&amp;Select the consumer in the graph</source>
        <translation>Den Consumer im Graphen &amp;auswählen</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>%1[*] – Sluice</source>
        <translation>%1[*] – Sluice</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Kinds of stages</source>
        <translation>Arten von Stufen</translation>
    </message>
    <message>
        <source>No panel has the focus. Go into one first, with Tab.</source>
        <translation>Kein Bereich hat den Fokus. Zuerst mit Tab in einen gehen.</translation>
    </message>
    <message>
        <source>The log has what consumers handled. Select one of them first.</source>
        <translation>Im Protokoll steht, was Consumer verarbeitet haben. Zuerst einen davon wählen.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::MessageBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NewStagesPage</name>
    <message>
        <source>A stage that is added where there is another of its kind is made like that one. Any other gets these.</source>
        <translation>Eine Stufe, die neben einer gleichartigen entsteht, wird wie diese. Jede andere bekommt diese Werte.</translation>
    </message>
    <message>
        <source>Ma&amp;ximum demand:</source>
        <translation>&amp;Höchste Nachfrage:</translation>
    </message>
    <message>
        <source>Mi&amp;nimum demand:</source>
        <translation>&amp;Geringste Nachfrage:</translation>
    </message>
    <message>
        <source>&amp;Work time:</source>
        <translation>&amp;Arbeitszeit:</translation>
    </message>
</context>
<context>
    <name>sluice::ui::NotesModel</name>
    <message>
        <source>Last at</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
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
        <translation>Hinweise der Stufen</translation>
    </message>
    <message>
        <source>Nothing has been noted. Discarded events, restarts, refused subscriptions and the like are listed here.</source>
        <translation>Keine Hinweise. Verworfene Ereignisse, Neustarts, abgelehnte Abonnements und Ähnliches stehen hier.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1; %2 of them not listed any more</source>
        <translation>%1; %2 davon nicht mehr in der Liste</translation>
    </message>
</context>
<context>
    <name>sluice::ui::OutlineModel</name>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>Stage or figure</source>
        <translation>Stufe oder Zahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>sluice::ui::OutlinePanel</name>
    <message>
        <source>Outline of the pipeline</source>
        <translation>Gliederung der Pipeline</translation>
    </message>
    <message>
        <source>All stages with their figures and subscriptions. Select a stage, then add or remove; F2 edits a limit or a work time.</source>
        <translation>Alle Stufen mit ihren Zahlen und Abonnements. Eine Stufe wählen, dann hinzufügen oder entfernen; F2 ändert eine Grenze oder Arbeitszeit.</translation>
    </message>
    <message>
        <source>No stages. Add one from the Edit menu, or open a pipeline.</source>
        <translation>Keine Stufen. Im Menü Bearbeiten eine hinzufügen oder eine Pipeline öffnen.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PipelineDocument</name>
    <message>
        <source>New pipeline</source>
        <translation>Neue Pipeline</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Preferences</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Presenter</name>
    <message>
        <source>Presenter – Shift+F11 leaves</source>
        <translation>Vorführung – Umschalt+F11 beendet sie</translation>
    </message>
</context>
<context>
    <name>sluice::ui::PresenterPage</name>
    <message>
        <source>Show a &amp;ring around the mouse pointer</source>
        <translation>Einen &amp;Ring um den Mauszeiger zeigen</translation>
    </message>
    <message>
        <source>Show which &amp;keys were pressed</source>
        <translation>Gedrückte &amp;Tasten zeigen</translation>
    </message>
    <message>
        <source>Use the &amp;high-contrast theme</source>
        <translation>Das Aussehen mit &amp;hohem Kontrast verwenden</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>What a class sees with Shift+F11.</source>
        <translation>Was eine Klasse mit Umschalt+F11 sieht.</translation>
    </message>
    <message>
        <source>&amp;Size of texts:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
</context>
<context>
    <name>sluice::ui::QtChartsView</name>
    <message>
        <source>60 s ago</source>
        <translation>vor 60 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>sluice::ui::Recovery</name>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
</context>
<context>
    <name>sluice::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Pipeline defaults</source>
        <translation>Vorgaben für Pipelines</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Give everything on this page its first value again</source>
        <translation>Allem auf dieser Seite den ersten Wert zurückgeben</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>Vorführung</translation>
    </message>
</context>
<context>
    <name>sluice::ui::SpeedControl</name>
    <message>
        <source>S&amp;peed</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>Speed: how long the consumers take for one number</source>
        <translation>Tempo: wie lange die Consumer für eine Zahl brauchen</translation>
    </message>
    <message>
        <source>How long the consumers take for one number: from a second to as fast as it goes ([ slower, ] faster)</source>
        <translation>Wie lange die Consumer für eine Zahl brauchen: von einer Sekunde bis so schnell es geht ([ langsamer, ] schneller)</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>no consumers</source>
        <translation>keine Consumer</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>%1 to %2 per number</source>
        <translation>%1 bis %2 je Zahl</translation>
    </message>
    <message>
        <source>%1 per number</source>
        <translation>%1 je Zahl</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StagePalette</name>
    <message>
        <source>Kinds of stages</source>
        <translation>Arten von Stufen</translation>
    </message>
    <message>
        <source>Enter adds a stage of the kind beside the selected one.</source>
        <translation>Enter fügt neben der gewählten eine Stufe dieser Art hinzu.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>No pipeline is open</source>
        <translation>Keine Pipeline ist geöffnet</translation>
    </message>
    <message>
        <source>Begin with a producer, then add who takes its events; or open a pipeline. A file can also be dropped here.</source>
        <translation>Mit einem Producer beginnen, dann hinzufügen, wer seine Events nimmt; oder eine Pipeline öffnen. Auch eine Datei kann hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Files used last</source>
        <translation>Zuletzt benutzte Dateien</translation>
    </message>
    <message>
        <source>None yet: what you open or save is listed here.</source>
        <translation>Noch keine: was geöffnet oder gespeichert wird, steht dann hier.</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StateStrips</name>
    <message>
        <source>States of the stages in the last minute</source>
        <translation>Zustände der Stufen in der letzten Minute</translation>
    </message>
    <message>
        <source>and more stages</source>
        <translation>und weitere Stufen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>+%1 more stages</source>
        <translation>+%1 weitere Stufen</translation>
    </message>
    <message>
        <source>60 s ago</source>
        <translation>vor 60 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1, Mittel</translation>
    </message>
    <message>
        <source>%1 mostly %2</source>
        <translation>%1 meist %2</translation>
    </message>
</context>
<context>
    <name>sluice::ui::StatusLine</name>
    <message>
        <source>How often the graph is drawn, and the share of one core that the window uses</source>
        <translation>Wie oft der Graph gezeichnet wird, und welchen Anteil eines Kerns das Fenster braucht</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>window: %1 frames/s, %2 of a core</source>
        <translation>Fenster: %1 Bilder/s, %2 eines Kerns</translation>
    </message>
    <message>
        <source>Why waiting?</source>
        <translation>Warum wird gewartet?</translation>
    </message>
    <message>
        <source>Show the notes</source>
        <translation>Die Hinweise zeigen</translation>
    </message>
    <message>
        <source>✕ the supervisor gave up</source>
        <translation>✕ der Supervisor gab auf</translation>
    </message>
    <message numerus="yes">
        <source>↻ %n restart(s)</source>
        <translation>
            <numerusform>↻ %n Neustart</numerusform>
            <numerusform>↻ %n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>! noted: %1</source>
        <translation>! Hinweise: %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WhyLine</name>
    <message>
        <source>Why waiting?</source>
        <translation>Warum wird gewartet?</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>Warum? %1</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WindowLayout</name>
    <message>
        <source>Save the layout</source>
        <translation>Die Anordnung merken</translation>
    </message>
    <message>
        <source>Name of the layout; one of the same name is replaced:</source>
        <translation>Name der Anordnung; eine gleichen Namens wird ersetzt:</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Unterricht</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>&amp;Save this layout…</source>
        <translation>Diese Anordnung &amp;merken…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>De&amp;bug</source>
        <translation>&amp;Fehlersuche</translation>
    </message>
</context>
<context>
    <name>sluice::ui::WorkTimeEditor</name>
    <message>
        <source>Work time for each event</source>
        <translation>Arbeitszeit je Event</translation>
    </message>
    <message>
        <source>How long this stage takes for each event; 0 is as fast as it can</source>
        <translation>Wie lange diese Stufe für jedes Event braucht; 0 heißt so schnell sie kann</translation>
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
        <translation>Einheit der Arbeitszeit</translation>
    </message>
</context>
</TS>
