<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ui::case_::ConversationPage</name>
    <message numerus="yes">
        <source>%n earlier turn(s) are in the record and not shown here.</source>
        <translation>
            <numerusform>%n earlier turn is in the record and not shown here.</numerusform>
            <numerusform>%n earlier turns are in the record and not shown here.</numerusform>
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
    <name>ui::decisions::DecisionsView</name>
    <message numerus="yes">
        <source>%n in doubt or failed</source>
        <translation>
            <numerusform>%n in doubt or failed</numerusform>
            <numerusform>%n in doubt or failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::frame::MainWindow</name>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::inbox::InboxView</name>
    <message numerus="yes">
        <source>%n new  (N)</source>
        <translation>
            <numerusform>%n new  (N)</numerusform>
            <numerusform>%n new  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n settled  (N)</source>
        <translation>
            <numerusform>Clear %n settled  (N)</numerusform>
            <numerusform>Clear %n settled  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flood: %n case(s) in ten minutes. Work from the top, or stop the agent behind them with S.</source>
        <translation>
            <numerusform>Flood: %n case in ten minutes. Work from the top, or stop the agent behind it with S.</numerusform>
            <numerusform>Flood: %n cases in ten minutes. Work from the top, or stop the agent behind them with S.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::live::LiveView</name>
    <message numerus="yes">
        <source>%n newer</source>
        <translation>
            <numerusform>%n newer</numerusform>
            <numerusform>%n newer</numerusform>
        </translation>
    </message>
</context>
</TS>
