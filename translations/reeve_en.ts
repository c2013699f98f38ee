<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ui::agents::AgentPage</name>
    <message numerus="yes">
        <source>Newest of %Ln mandate(s)</source>
        <translation>
            <numerusform>Newest of %Ln mandate</numerusform>
            <numerusform>Newest of %Ln mandates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::agents::AgentsView</name>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look</source>
        <translation>
            <numerusform>%Ln needs a look</numerusform>
            <numerusform>%Ln need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::CardWords</name>
    <message numerus="yes">
        <source>Binds for %n month(s)</source>
        <translation>
            <numerusform>Binds for %n month</numerusform>
            <numerusform>Binds for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::ContradictionCard</name>
    <message numerus="yes">
        <source>%Ln more of this kind; the timeline has them all</source>
        <translation>
            <numerusform>%Ln more of this kind; the timeline has them all</numerusform>
            <numerusform>%Ln more of this kind; the timeline has them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::ConversationPage</name>
    <message numerus="yes">
        <source>%Ln earlier turn(s) are in the record and not shown here.</source>
        <translation>
            <numerusform>%Ln earlier turn is in the record and not shown here.</numerusform>
            <numerusform>%Ln earlier turns are in the record and not shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::LadderPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::RequestPage</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::WhyPage</name>
    <message numerus="yes">
        <source>Hide %n q&amp;uiet rule(s)</source>
        <translation>
            <numerusform>Hide %n q&amp;uiet rule</numerusform>
            <numerusform>Hide %n q&amp;uiet rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n q&amp;uiet rule(s)</source>
        <translation>
            <numerusform>Show %n q&amp;uiet rule</numerusform>
            <numerusform>Show %n q&amp;uiet rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decide::FlawWords</name>
    <message numerus="yes">
        <source>%1 has %n decimal place(s)</source>
        <translation>
            <numerusform>%1 has %n decimal place</numerusform>
            <numerusform>%1 has %n decimal places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decide::GroupWords</name>
    <message numerus="yes">
        <source>Ask about %Ln order(s)</source>
        <translation>
            <numerusform>Ask about %Ln order</numerusform>
            <numerusform>Ask about %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %Ln order(s)</source>
        <translation>
            <numerusform>Hold %Ln order</numerusform>
            <numerusform>Hold %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln order(s)</source>
        <translation>
            <numerusform>Reject %Ln order</numerusform>
            <numerusform>Reject %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalate %Ln order(s)</source>
        <translation>
            <numerusform>Escalate %Ln order</numerusform>
            <numerusform>Escalate %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) cannot be decided now and are left out; the list says why.</source>
        <translation>
            <numerusform>%Ln order cannot be decided now and is left out; the list says why.</numerusform>
            <numerusform>%Ln orders cannot be decided now and are left out; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more came since; not included.</source>
        <translation>
            <numerusform>%Ln more came since; not included.</numerusform>
            <numerusform>%Ln more came since; not included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most a hundred go at once: %Ln more are not included.</source>
        <translation>
            <numerusform>At most a hundred go at once: %Ln more is not included.</numerusform>
            <numerusform>At most a hundred go at once: %Ln more are not included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done.</source>
        <translation>
            <numerusform>%Ln done.</numerusform>
            <numerusform>%Ln done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: the list says why, and what to do.</source>
        <translation>
            <numerusform>%Ln refused: the list says why, and what to do.</numerusform>
            <numerusform>%Ln refused: the list says why, and what to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt.</source>
        <translation>
            <numerusform>%Ln in doubt.</numerusform>
            <numerusform>%Ln in doubt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can still be taken back.</source>
        <translation>
            <numerusform>%Ln can still be taken back.</numerusform>
            <numerusform>%Ln can still be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the way.</source>
        <translation>
            <numerusform>%Ln on the way.</numerusform>
            <numerusform>%Ln on the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait for a second person.</source>
        <translation>
            <numerusform>%Ln waits for a second person.</numerusform>
            <numerusform>%Ln wait for a second person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken back.</source>
        <translation>
            <numerusform>%Ln taken back.</numerusform>
            <numerusform>%Ln taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not signed and still open.</source>
        <translation>
            <numerusform>%Ln not signed and still open.</numerusform>
            <numerusform>%Ln not signed and still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>%Ln left out.</numerusform>
            <numerusform>%Ln left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decide::KeyDialog</name>
    <message numerus="yes">
        <source>At least %n characters; several words are easy to remember</source>
        <translation>
            <numerusform>At least %n character; several words are easy to remember</numerusform>
            <numerusform>At least %n characters; several words are easy to remember</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decide::ProgressPanel</name>
    <message numerus="yes">
        <source>Sent in %n second(s). You can still take it back.</source>
        <translation>
            <numerusform>Sent in %n second. You can still take it back.</numerusform>
            <numerusform>Sent in %n seconds. You can still take it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decisions::DecisionsView</name>
    <message numerus="yes">
        <source>%Ln in doubt or failed</source>
        <translation>
            <numerusform>%Ln in doubt or failed</numerusform>
            <numerusform>%Ln in doubt or failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None in doubt, %Ln not carried out</source>
        <translation>
            <numerusform>None in doubt, %Ln not carried out</numerusform>
            <numerusform>None in doubt, %Ln not carried out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decisions::PhaseWords</name>
    <message numerus="yes">
        <source>Can be taken back for %n more second(s)</source>
        <translation>
            <numerusform>Can be taken back for %n more second</numerusform>
            <numerusform>Can be taken back for %n more seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::frame::MainWindow</name>
    <message numerus="yes">
        <source>%Ln rows copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) are signed and not sent yet.</source>
        <translation>
            <numerusform>%Ln decision is signed and not sent yet.</numerusform>
            <numerusform>%Ln decisions are signed and not sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::frame::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln escalated to you</source>
        <translation>
            <numerusform>%Ln escalated to you</numerusform>
            <numerusform>%Ln escalated to you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::inbox::InboxView</name>
    <message numerus="yes">
        <source>%Ln new  (N)</source>
        <translation>
            <numerusform>%Ln new  (N)</numerusform>
            <numerusform>%Ln new  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln settled  (N)</source>
        <translation>
            <numerusform>Clear %Ln settled  (N)</numerusform>
            <numerusform>Clear %Ln settled  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flood: %Ln case(s) in ten minutes. Work from the top, or pause the agent behind them with S.</source>
        <translation>
            <numerusform>Flood: %Ln case in ten minutes. Work from the top, or pause the agent behind them with S.</numerusform>
            <numerusform>Flood: %Ln cases in ten minutes. Work from the top, or pause the agent behind them with S.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for you  (M)</source>
        <translation>
            <numerusform>%Ln for you  (M)</numerusform>
            <numerusform>%Ln for you  (M)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show only the %Ln case(s) escalated to you</source>
        <translation>
            <numerusform>Show only the %Ln case escalated to you</numerusform>
            <numerusform>Show only the %Ln cases escalated to you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::inbox::QueueWords</name>
    <message numerus="yes">
        <source>Flood: %Ln case(s) of one agent</source>
        <translation>
            <numerusform>Flood: %Ln case of one agent</numerusform>
            <numerusform>Flood: %Ln cases of one agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike</source>
        <translation>
            <numerusform>%Ln alike</numerusform>
            <numerusform>%Ln alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::judging::JudgingView</name>
    <message numerus="yes">
        <source>%n rule(s) may stop too much: choose one with a suggestion.</source>
        <translation>
            <numerusform>%n rule may stop too much: choose it.</numerusform>
            <numerusform>%n rules may stop too much: choose one with a suggestion.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::live::LiveView</name>
    <message numerus="yes">
        <source>%Ln newer</source>
        <translation>
            <numerusform>%Ln newer</numerusform>
            <numerusform>%Ln newer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::policy::DifferencePage</name>
    <message numerus="yes">
        <source>%n change(s); some may let through what waits today.</source>
        <translation>
            <numerusform>%n change; it may let through what waits today.</numerusform>
            <numerusform>%n changes; some may let through what waits today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); nothing that waits today gets through.</source>
        <translation>
            <numerusform>%n change; nothing that waits today gets through.</numerusform>
            <numerusform>%n changes; nothing that waits today gets through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); some may let through what waited before.</source>
        <translation>
            <numerusform>%n change; it may let through what waited before.</numerusform>
            <numerusform>%n changes; some may let through what waited before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); nothing that waited before gets through.</source>
        <translation>
            <numerusform>%n change; nothing that waited before gets through.</numerusform>
            <numerusform>%n changes; nothing that waited before gets through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::policy::PolicyView</name>
    <message numerus="yes">
        <source>Test cases: %n failed</source>
        <translation>
            <numerusform>Test cases: %n failed</numerusform>
            <numerusform>Test cases: %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): cannot be used</source>
        <translation>
            <numerusform>%n problem: cannot be used</numerusform>
            <numerusform>%n problems: cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful place(s)</source>
        <translation>
            <numerusform>%n doubtful place</numerusform>
            <numerusform>%n doubtful places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::policy::RehearsalPage</name>
    <message numerus="yes">
        <source>%n harmful scenario(s) would get through.</source>
        <translation>
            <numerusform>%n harmful scenario would get through.</numerusform>
            <numerusform>%n harmful scenarios would get through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s).</source>
        <translation>
            <numerusform>%n false alarm.</numerusform>
            <numerusform>%n false alarms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::policy::TestsPage</name>
    <message numerus="yes">
        <source>%n test case(s) failed; a policy with one cannot be published.</source>
        <translation>
            <numerusform>%n test case failed; such a policy cannot be published.</numerusform>
            <numerusform>%n test cases failed; such a policy cannot be published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test case(s) passed.</source>
        <translation>
            <numerusform>%n test case passed.</numerusform>
            <numerusform>%n test cases passed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::policy::VersionsPage</name>
    <message numerus="yes">
        <source>%n edition(s), the newest first. Editions and their signatures are kept for ever.</source>
        <translation>
            <numerusform>%n edition. Editions and their signatures are kept for ever.</numerusform>
            <numerusform>%n editions, the newest first. Editions and their signatures are kept for ever.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::spend::HeadroomPage</name>
    <message numerus="yes">
        <source>No forecast: under %n day(s) of history</source>
        <translation>
            <numerusform>No forecast: under %n day of history</numerusform>
            <numerusform>No forecast: under %n days of history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No forecast: under %n day(s) of history.</source>
        <translation>
            <numerusform>No forecast: under %n day of history.</numerusform>
            <numerusform>No forecast: under %n days of history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by the calendar of the policy: %1, %n holiday(s)</source>
        <translation>
            <numerusform>by the calendar of the policy: %1, %n holiday</numerusform>
            <numerusform>by the calendar of the policy: %1, %n holidays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendCharts</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendList</name>
    <message numerus="yes">
        <source>and %Ln more: %1</source>
        <translation>
            <numerusform>and %Ln more: %1</numerusform>
            <numerusform>and %Ln more: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
