<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ui::agents::AgentFields</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Policy group</source>
        <translation>Richtliniengruppe</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Percent of the budget used</source>
        <translation>Prozent des Budgets verbraucht</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Percent escalated</source>
        <translation>Prozent eskaliert</translation>
    </message>
    <message>
        <source>Last heartbeat</source>
        <translation>Letztes Lebenszeichen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>On probation</source>
        <translation>Auf Bewährung</translation>
    </message>
    <message>
        <source>Platform can hold</source>
        <translation>Plattform kann anhalten</translation>
    </message>
</context>
<context>
    <name>ui::agents::AgentPage</name>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>Newest orders of the agent</source>
        <translation>Neueste Bestellungen des Agenten</translation>
    </message>
    <message>
        <source>Newest orders: Enter opens one with its conversation</source>
        <translation>Neueste Bestellungen: Eingabe öffnet eine mit ihrem Gespräch</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Acts for</source>
        <translation>Handelt für</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Policy group</source>
        <translation>Richtliniengruppe</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Heute ausgegeben</translation>
    </message>
    <message>
        <source>Month's budget</source>
        <translation>Monatsbudget</translation>
    </message>
    <message>
        <source>Escalated, 30 days</source>
        <translation>Vorgelegt, 30 Tage</translation>
    </message>
    <message>
        <source>Orders can be held</source>
        <translation>Bestellungen anhaltbar</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>At most, an order</source>
        <translation>Höchstens je Bestellung</translation>
    </message>
    <message>
        <source>At most, a month</source>
        <translation>Höchstens je Monat</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>S&amp;top …</source>
        <translation>St&amp;oppen …</translation>
    </message>
    <message>
        <source>Resume this agent: opens the review</source>
        <translation>Diesen Agenten fortsetzen: öffnet die Prüfung</translation>
    </message>
    <message>
        <source>Stop this agent: opens the review</source>
        <translation>Diesen Agenten anhalten: öffnet die Prüfung</translation>
    </message>
    <message>
        <source>No mandate on file</source>
        <translation>Kein Mandat hinterlegt</translation>
    </message>
    <message>
        <source>Res&amp;ume …</source>
        <translation>Fort&amp;setzen …</translation>
    </message>
    <message>
        <source>This agent has ordered nothing yet.</source>
        <translation>Dieser Agent hat noch nichts bestellt.</translation>
    </message>
    <message>
        <source>By a person</source>
        <translation>Von einem Menschen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Vorgelegt</translation>
    </message>
    <message>
        <source>By machines</source>
        <translation>Von Maschinen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No, observed only</source>
        <translation>Nein, nur beobachtet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>Newest of %Ln mandate(s)</source>
        <translation>
            <numerusform>Neuestes von %Ln Mandat</numerusform>
            <numerusform>Neuestes von %Ln Mandaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::agents::AgentWords</name>
    <message>
        <source>Retired</source>
        <translation>Außer Dienst</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Tätig</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>Stop not confirmed</source>
        <translation>Halt nicht bestätigt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Heute ausgegeben</translation>
    </message>
    <message>
        <source>Month's budget</source>
        <translation>Monatsbudget</translation>
    </message>
    <message>
        <source>Orders, 24 h</source>
        <translation>Bestellungen, 24 h</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Vorgelegt</translation>
    </message>
    <message>
        <source>%1, on probation</source>
        <translation>%1, auf Probe</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source> + </source>
        <translation> + </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>1 a percentage, 2 the budget</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <extracomment>1 a percentage, 2 escalated orders, 3 all orders</extracomment>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>None set</source>
        <translation>Keines gesetzt</translation>
    </message>
</context>
<context>
    <name>ui::agents::AgentsView</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>No agents yet.</source>
        <translation>Noch keine Agenten.</translation>
    </message>
    <message>
        <source>An agent appears here as soon as its platform registers it or it does something.</source>
        <translation>Ein Agent erscheint hier, sobald seine Plattform ihn anmeldet oder er etwas tut.</translation>
    </message>
    <message>
        <source>The whole fleet is stopped</source>
        <translation>Die ganze Flotte ist angehalten</translation>
    </message>
    <message>
        <source>All well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Filter the agents</source>
        <translation>Agenten filtern</translation>
    </message>
    <message>
        <source>Filter, for example: %1</source>
        <translation>Filtern, zum Beispiel: %1</translation>
    </message>
    <message>
        <source>pump	the word stands in one of the texts</source>
        <translation>pump	das Wort steht in einem der Texte</translation>
    </message>
    <message>
        <source>Reading history: %1</source>
        <translation>Liest die Geschichte: %1</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Einen Agenten wählen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln Agent</numerusform>
            <numerusform>%Ln Agenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look</source>
        <translation>
            <numerusform>%Ln braucht einen Blick</numerusform>
            <numerusform>%Ln brauchen einen Blick</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::ActionBar</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>Verringern</translation>
    </message>
</context>
<context>
    <name>ui::case_::AnswerWords</name>
    <message>
        <source>the role %1</source>
        <translation>die Rolle %1</translation>
    </message>
    <message>
        <source>Deadline passed %1</source>
        <translation>Frist abgelaufen %1</translation>
    </message>
    <message>
        <source>Ends %1 if nobody acts</source>
        <translation>Endet %1, wenn niemand handelt</translation>
    </message>
    <message>
        <source>Answer due %1</source>
        <translation>Antwort fällig %1</translation>
    </message>
    <message>
        <source>Escalated to %1 %2 if nobody acts</source>
        <translation>Geht %2 an %1, wenn niemand handelt</translation>
    </message>
    <message>
        <source>Policy: answer due %1</source>
        <translation>Richtlinie: Antwort fällig %1</translation>
    </message>
    <message>
        <source>Policy: answer was due %1</source>
        <translation>Richtlinie: Antwort war fällig %1</translation>
    </message>
    <message>
        <source>By the policy an answer is due %1.</source>
        <translation>Nach der Richtlinie ist eine Antwort fällig am %1.</translation>
    </message>
    <message>
        <source>If nobody acts: by the policy it lapses at %1, and nothing is bought.</source>
        <translation>Wenn niemand handelt: Nach der Richtlinie verfällt es am %1, und nichts wird gekauft.</translation>
    </message>
    <message>
        <source>If nobody acts: an answer is due %1, and by the policy it goes on waiting; nothing is bought.</source>
        <translation>Wenn niemand handelt: Eine Antwort ist fällig am %1, und nach der Richtlinie wartet es weiter; nichts wird gekauft.</translation>
    </message>
    <message>
        <source>If nobody acts: by the policy it is escalated to %1 at %2; nothing is bought.</source>
        <translation>Wenn niemand handelt: Nach der Richtlinie geht es am %2 an %1; nichts wird gekauft.</translation>
    </message>
    <message>
        <source>Nobody answered in time: escalated to %1.</source>
        <translation>Niemand hat rechtzeitig geantwortet: weitergeleitet an %1.</translation>
    </message>
    <message>
        <source>Nobody answered in time.</source>
        <translation>Niemand hat rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 Answer by %2.</source>
        <translation>%1 Antwort bis %2.</translation>
    </message>
    <message>
        <source>(Version %1 of the policy, which was in force when the order came.)</source>
        <extracomment>%1 is what a policy calls itself</extracomment>
        <translation>(Version %1 der Richtlinie, die galt, als die Bestellung kam.)</translation>
    </message>
    <message>
        <source>(Version %1 of the policy.)</source>
        <translation>(Version %1 der Richtlinie.)</translation>
    </message>
    <message>
        <source>Nobody answered in time: escalated to you.</source>
        <translation>Niemand hat rechtzeitig geantwortet: an Sie weitergeleitet.</translation>
    </message>
    <message>
        <source>Nobody answered in time: escalated to you, in %1.</source>
        <translation>Niemand hat rechtzeitig geantwortet: an Sie weitergeleitet, als %1.</translation>
    </message>
    <message>
        <source>Escalated by %1, %2.</source>
        <translation>Eskaliert von %1, %2.</translation>
    </message>
    <message>
        <source>Escalated by %1, a simulated colleague, %2.</source>
        <translation>Eskaliert von %1, einem simulierten Kollegen, %2.</translation>
    </message>
</context>
<context>
    <name>ui::case_::AttachmentList</name>
    <message>
        <source>Documents that came with the order</source>
        <translation>Dokumente, die mit der Bestellung kamen</translation>
    </message>
    <message>
        <source>Reeve never fetches or opens them. Whoever holds a copy compares its SHA-256 with the one here; the decision is bound to it.</source>
        <translation>Reeve holt und öffnet sie nie. Wer eine Kopie hat, vergleicht deren SHA-256 mit dieser; die Entscheidung ist daran gebunden.</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
</context>
<context>
    <name>ui::case_::AttachmentWords</name>
    <message>
        <source>Name, in their words</source>
        <translation>Name, in deren Worten</translation>
    </message>
    <message>
        <source>Said to be</source>
        <translation>Angeblich</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Nicht geholt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
</context>
<context>
    <name>ui::case_::AttemptWords</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>ui::case_::AuthorityWords</name>
    <message>
        <source>%1 for %2 until %3</source>
        <translation>%1 für %2 bis %3</translation>
    </message>
    <message>
        <source>Nobody else on the roster may approve it now.</source>
        <translation>Sonst darf es jetzt niemand auf der Berechtigungsliste freigeben.</translation>
    </message>
    <message>
        <source>Who may: %1.</source>
        <translation>Wer darf: %1.</translation>
    </message>
    <message>
        <source>Who may: %1, and %2 more.</source>
        <translation>Wer darf: %1 und %2 weitere.</translation>
    </message>
    <message>
        <source>The first signature stands on the same authority, so somebody else has to sign second.</source>
        <translation>Die erste Unterschrift steht auf derselben Befugnis, also muss jemand anderes als Zweites unterschreiben.</translation>
    </message>
    <message>
        <source>The policy gives you no authority over this order.</source>
        <translation>Die Richtlinie gibt Ihnen keine Befugnis über diese Bestellung.</translation>
    </message>
    <message>
        <source>Above your authority of %1.</source>
        <translation>Über Ihrer Befugnis von %1.</translation>
    </message>
    <message>
        <source>Above the authority of %1 that %2 lends you.</source>
        <translation>Über der Befugnis von %1, die %2 Ihnen überträgt.</translation>
    </message>
    <message>
        <source>%1 %2 Escalate it (E).</source>
        <translation>%1 %2 Leiten Sie es weiter (E).</translation>
    </message>
    <message>
        <source>Approving it commits to %1.</source>
        <translation>Die Freigabe verpflichtet zu %1.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>You may, up to %1, by the line %2 of the policy.</source>
        <translation>Sie dürfen, bis %1, nach der Zeile %2 der Richtlinie.</translation>
    </message>
    <message>
        <source>You may for %1, up to %2, by the delegation %3 until %4.</source>
        <translation>Sie dürfen für %1, bis %2, nach der Übertragung %3 bis %4.</translation>
    </message>
</context>
<context>
    <name>ui::case_::CardWords</name>
    <message>
        <source>What it is for: the agent gave no purpose</source>
        <translation>Wozu: der Agent nennt keinen Zweck</translation>
    </message>
    <message>
        <source>Earlier versions: at least one is not in the record</source>
        <translation>Frühere Versionen: mindestens eine fehlt in der Aufzeichnung</translation>
    </message>
    <message>
        <source>The agent: it was never registered here</source>
        <translation>Der Agent: er wurde hier nie angemeldet</translation>
    </message>
    <message>
        <source>Who allowed it: no mandate on file covers this order</source>
        <translation>Wer es erlaubt hat: keine hinterlegte Vollmacht deckt diese Bestellung</translation>
    </message>
    <message>
        <source>How much of the monthly limit is used</source>
        <translation>Wie viel von der Monatsgrenze verbraucht ist</translation>
    </message>
    <message>
        <source>What was said: no conversation is on record</source>
        <translation>Was gesagt wurde: kein Gespräch ist aufgezeichnet</translation>
    </message>
    <message>
        <source>Whether machine or human spoke: not disclosed for every turn</source>
        <translation>Ob Maschine oder Mensch sprach: nicht für jeden Beitrag angegeben</translation>
    </message>
    <message>
        <source>Whether a spoken number was understood: it was not read back</source>
        <translation>Ob eine gesprochene Zahl verstanden wurde: sie wurde nicht wiederholt</translation>
    </message>
    <message>
        <source>Why it was escalated: the platform gave no reason</source>
        <translation>Warum es vorgelegt wurde: die Plattform nennt keinen Grund</translation>
    </message>
    <message>
        <source>The terms of the contract: only its number is on the order</source>
        <translation>Die Bedingungen des Vertrags: nur seine Nummer steht in der Bestellung</translation>
    </message>
    <message>
        <source>Whether the other side knows of the order</source>
        <translation>Ob die Gegenseite von der Bestellung weiß</translation>
    </message>
    <message>
        <source>Whether money moved</source>
        <translation>Ob Geld geflossen ist</translation>
    </message>
    <message>
        <source>Whether anything was sent</source>
        <translation>Ob etwas versandt wurde</translation>
    </message>
    <message>
        <source>What undoing costs: the gateway has made no plan yet</source>
        <translation>Was das Rückgängigmachen kostet: das Gateway hat noch keinen Plan</translation>
    </message>
    <message>
        <source>Until when it waits</source>
        <translation>Bis wann es wartet</translation>
    </message>
    <message>
        <source>What happens if nobody acts</source>
        <translation>Was geschieht, wenn niemand handelt</translation>
    </message>
    <message>
        <source>What waiting costs: the platform does not say</source>
        <translation>Was das Warten kostet: die Plattform sagt es nicht</translation>
    </message>
    <message>
        <source>Contradiction: the order has two contents</source>
        <translation>Widerspruch: die Bestellung hat zwei Inhalte</translation>
    </message>
    <message>
        <source>Contradiction: the platform's reports do not fit together</source>
        <translation>Widerspruch: die Meldungen der Plattform passen nicht zusammen</translation>
    </message>
    <message>
        <source>Contradiction: two instructions that cannot both be met</source>
        <translation>Widerspruch: zwei Anweisungen, die sich nicht beide erfüllen lassen</translation>
    </message>
    <message>
        <source>Contradiction: two people decided differently</source>
        <translation>Widerspruch: zwei Personen haben verschieden entschieden</translation>
    </message>
    <message>
        <source>Neither stands until a person decides</source>
        <translation>Keine gilt, bis ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>The first stands; the second was not applied</source>
        <translation>Die erste gilt; die zweite wurde nicht angewandt</translation>
    </message>
    <message>
        <source>The second stands; the first was not applied</source>
        <translation>Die zweite gilt; die erste wurde nicht angewandt</translation>
    </message>
    <message>
        <source>A person has decided; see the decisions</source>
        <translation>Ein Mensch hat entschieden; siehe Entscheidungen</translation>
    </message>
    <message>
        <source>Until then the order is held: nothing is bought</source>
        <translation>Bis dahin ist die Bestellung angehalten: nichts wird gekauft</translation>
    </message>
    <message>
        <source>The order has ended: nothing is bought</source>
        <translation>Die Bestellung ist beendet: nichts wird gekauft</translation>
    </message>
    <message>
        <source>There is no safe default: the order is being carried out, or was</source>
        <translation>Es gibt keinen sicheren Ausgangszustand: die Bestellung wird oder wurde ausgeführt</translation>
    </message>
    <message>
        <source>There is no safe default: nobody knows whether money moved</source>
        <translation>Es gibt keinen sicheren Ausgangszustand: niemand weiß, ob Geld geflossen ist</translation>
    </message>
    <message>
        <source>There is no order yet</source>
        <translation>Es gibt noch keine Bestellung</translation>
    </message>
    <message>
        <source>The order says the same, as its total</source>
        <translation>Die Bestellung sagt dasselbe, als Gesamtbetrag</translation>
    </message>
    <message>
        <source>The order says the same, before tax</source>
        <translation>Die Bestellung sagt dasselbe, vor Steuer</translation>
    </message>
    <message>
        <source>The order says the same, in a line</source>
        <translation>Die Bestellung sagt dasselbe, in einer Position</translation>
    </message>
    <message>
        <source>The order says something else</source>
        <translation>Die Bestellung sagt etwas anderes</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Replaced by the next version</source>
        <translation>Durch die nächste Version ersetzt</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Has not moved</source>
        <translation>Ist nicht geflossen</translation>
    </message>
    <message>
        <source>Is being moved</source>
        <translation>Wird gerade bewegt</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 geflossen</translation>
    </message>
    <message>
        <source>Moved, no amount reported</source>
        <translation>Geflossen, kein Betrag gemeldet</translation>
    </message>
    <message>
        <source>Nobody knows whether it moved</source>
        <translation>Niemand weiß, ob es geflossen ist</translation>
    </message>
    <message>
        <source>Only %1 came back</source>
        <translation>Nur %1 kamen zurück</translation>
    </message>
    <message>
        <source>Only a part came back</source>
        <translation>Nur ein Teil kam zurück</translation>
    </message>
    <message>
        <source>%1 came back</source>
        <translation>%1 kamen zurück</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Kam zurück</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>None: this is no order of goods</source>
        <translation>Keine: hier wird keine Ware bestellt</translation>
    </message>
    <message>
        <source>Nothing reported</source>
        <translation>Nichts gemeldet</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Fewer came than were ordered</source>
        <translation>Es kam weniger als bestellt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>no cause given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht bis</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message numerus="yes">
        <source>Binds for %n month(s)</source>
        <translation>
            <numerusform>Bindet für %n Monat</numerusform>
            <numerusform>Bindet für %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 over the whole term</source>
        <translation>%1 über die ganze Laufzeit</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Limit for one order</source>
        <translation>Grenze je Bestellung</translation>
    </message>
    <message>
        <source>Limit for a month</source>
        <translation>Grenze je Monat</translation>
    </message>
    <message>
        <source>Total over the term</source>
        <translation>Gesamt über die Laufzeit</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>this order alone is more</source>
        <translation>schon diese Bestellung ist mehr</translation>
    </message>
    <message>
        <source>what is used is not known here</source>
        <translation>was verbraucht ist, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>in another currency, cannot be compared</source>
        <translation>in anderer Währung, nicht vergleichbar</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not among the allowed ones</source>
        <translation>nicht unter den erlaubten</translation>
    </message>
    <message>
        <source>within the validity</source>
        <translation>innerhalb der Gültigkeit</translation>
    </message>
    <message>
        <source>outside of the validity</source>
        <translation>außerhalb der Gültigkeit</translation>
    </message>
    <message>
        <source>given to another agent</source>
        <translation>einem anderen Agenten erteilt</translation>
    </message>
    <message>
        <source>withdrawn by its owner</source>
        <translation>vom Inhaber entzogen</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Im Rahmen</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>%3 left of %2 (%1)</source>
        <translation>%3 übrig von %2 (%1)</translation>
    </message>
    <message>
        <source>%3 above %2 (%1)</source>
        <translation>%3 über %2 (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Another reading is nearly as likely</source>
        <translation>Eine andere Lesart ist fast ebenso wahrscheinlich</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>It was recognised with less than 85 %</source>
        <translation>Erkannt mit weniger als 85 %</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>It was not read back</source>
        <translation>Es wurde nicht wiederholt</translation>
    </message>
    <message>
        <source>above the limit for one order; may not count</source>
        <translation>über der Grenze je Bestellung; zählt vielleicht nicht</translation>
    </message>
</context>
<context>
    <name>ui::case_::CaseHeader</name>
    <message>
        <source>Amount: %1</source>
        <translation>Betrag: %1</translation>
    </message>
    <message>
        <source>No counterpart named</source>
        <translation>Keine Gegenpartei genannt</translation>
    </message>
    <message>
        <source>Counterpart: %1</source>
        <translation>Gegenpartei: %1</translation>
    </message>
    <message>
        <source>for %1, %2</source>
        <translation>für %1, %2</translation>
    </message>
    <message>
        <source>for %1 (%2), %3</source>
        <translation>für %1 (%2), %3</translation>
    </message>
    <message>
        <source>Order %1, version %2. %3. %4.</source>
        <translation>Bestellung %1, Version %2. %3. %4.</translation>
    </message>
    <message>
        <source>If nobody acts, it stays as it is: nothing mends itself here.</source>
        <translation>Wenn niemand handelt, bleibt es so: hier regelt sich nichts von selbst.</translation>
    </message>
    <message>
        <source>Nothing waits for a person here.</source>
        <translation>Hier wartet nichts auf einen Menschen.</translation>
    </message>
    <message>
        <source>If nobody acts: the platform does not say what happens, nor what it costs.</source>
        <translation>Wenn niemand handelt: die Plattform sagt weder, was geschieht, noch was es kostet.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision: the platform goes on, or went on, by itself.</source>
        <translation>Hier wartet nichts auf eine Entscheidung: Die Plattform macht von selbst weiter oder hat es getan.</translation>
    </message>
    <message>
        <source>If nobody acts, the platform says: %1</source>
        <translation>Wenn niemand handelt, sagt die Plattform: %1</translation>
    </message>
</context>
<context>
    <name>ui::case_::CaseView</name>
    <message>
        <source>Parts of the case</source>
        <translation>Teile des Falls</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rückabwicklung</translation>
    </message>
    <message>
        <source>This case cannot be shown.</source>
        <translation>Dieser Fall kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>The record does not hold this order. It may belong to another source.</source>
        <translation>Die Aufzeichnung enthält diese Bestellung nicht. Vielleicht gehört sie zu einer anderen Quelle.</translation>
    </message>
    <message>
        <source>Reading it from the record failed. Press F5 and try again.</source>
        <translation>Das Lesen aus der Aufzeichnung ist fehlgeschlagen. Drücken Sie F5 und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The versions of this order contradict each other. It cannot be decided; stop the agent or ask the platform.</source>
        <translation>Die Versionen dieser Bestellung widersprechen einander. Darüber kann nicht entschieden werden; stoppen Sie den Agenten oder fragen Sie die Plattform.</translation>
    </message>
    <message>
        <source>Nobody knows whether money moved. Find out and resolve it, or stop the agent; do not order again.</source>
        <translation>Niemand weiß, ob Geld geflossen ist. Finden Sie es heraus und klären Sie es, oder stoppen Sie den Agenten; bestellen Sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>Only a part was undone. Look at the rollback and finish the failed steps by hand.</source>
        <translation>Nur ein Teil wurde rückabgewickelt. Sehen Sie sich die Rückabwicklung an und erledigen Sie die fehlgeschlagenen Schritte von Hand.</translation>
    </message>
    <message>
        <source>Observed only: this platform cannot hold orders. You can roll back or stop the agent.</source>
        <translation>Nur beobachtet: Diese Plattform kann Bestellungen nicht anhalten. Sie können rückabwickeln oder den Agenten stoppen.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Kein Fall ist geöffnet.</translation>
    </message>
    <message>
        <source>Choose one in the list with J and K, or with the mouse.</source>
        <translation>Wählen Sie einen in der Liste mit J und K oder mit der Maus.</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>Observed only: this platform cannot hold orders. Acknowledge what was found (C), roll back, or stop the agent.</source>
        <translation>Nur beobachtet: Diese Plattform kann Bestellungen nicht anhalten. Nehmen Sie den Fund zur Kenntnis (C), machen Sie rückgängig oder stoppen Sie den Agenten.</translation>
    </message>
    <message>
        <source>The platform carried this out without asking; the order is not held. Acknowledge it (C), roll it back (B), or stop the agent (S).</source>
        <translation>Die Plattform hat das ohne Rückfrage ausgeführt; die Bestellung ist nicht angehalten. Nehmen Sie es zur Kenntnis (C), machen Sie es rückgängig (B) oder stoppen Sie den Agenten (S).</translation>
    </message>
    <message>
        <source>The platform let this through; the order is not held. Acknowledge it (C), or stop the agent (S). It can be rolled back once it was carried out.</source>
        <translation>Die Plattform hat das durchgelassen; die Bestellung ist nicht angehalten. Nehmen Sie es zur Kenntnis (C) oder stoppen Sie den Agenten (S). Rückgängig machen geht, sobald sie ausgeführt ist.</translation>
    </message>
    <message>
        <source>The order is in doubt: resolve it first.</source>
        <translation>Die Bestellung ist im Zweifel: Klären Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The versions contradict each other.</source>
        <translation>Die Versionen widersprechen einander.</translation>
    </message>
    <message>
        <source>The platform does not hold this order, so nothing waits for a decision.</source>
        <translation>Die Plattform hält diese Bestellung nicht an, also wartet nichts auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>The order is not held any more.</source>
        <translation>Die Bestellung ist nicht mehr angehalten.</translation>
    </message>
    <message>
        <source>Only what was carried out is rolled back.</source>
        <translation>Nur Ausgeführtes wird rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Only an order in doubt is resolved.</source>
        <translation>Geklärt wird nur eine Bestellung im Zweifel.</translation>
    </message>
    <message>
        <source>The platform waits: decide instead.</source>
        <translation>Die Plattform wartet: Entscheiden Sie stattdessen.</translation>
    </message>
    <message>
        <source>Nothing of ours is open about this order.</source>
        <translation>Zu dieser Bestellung ist kein eigener Fund offen.</translation>
    </message>
    <message>
        <source>No agent is named.</source>
        <translation>Es ist kein Agent genannt.</translation>
    </message>
    <message>
        <source>The agent is stopped already.</source>
        <translation>Der Agent ist schon gestoppt.</translation>
    </message>
    <message>
        <source>The agent is not stopped.</source>
        <translation>Der Agent ist nicht gestoppt.</translation>
    </message>
</context>
<context>
    <name>ui::case_::ContradictionCard</name>
    <message>
        <source>The first</source>
        <translation>Das Erste</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Das Zweite</translation>
    </message>
    <message>
        <source>Which stands</source>
        <translation>Was gilt</translation>
    </message>
    <message>
        <source>Safe default</source>
        <translation>Sicherer Zustand</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Not on record.</source>
        <translation>Nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>In their words:</source>
        <translation>In ihren Worten:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more of this kind; the timeline has them all</source>
        <translation>
            <numerusform>%Ln weiterer dieser Art; der Verlauf hat alle</numerusform>
            <numerusform>%Ln weitere dieser Art; der Verlauf hat alle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::ConversationPage</name>
    <message>
        <source>Nothing was said.</source>
        <translation>Es wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>This order came without a conversation, or its platform does not pass it on.</source>
        <translation>Diese Bestellung kam ohne Gespräch, oder ihre Plattform gibt es nicht weiter.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 (%2) · %3 · %4</source>
        <translation>%1 (%2) · %3 · %4</translation>
    </message>
    <message>
        <source>understood with only %1</source>
        <translation>nur mit %1 Sicherheit verstanden</translation>
    </message>
    <message>
        <source>understood with %1</source>
        <translation>mit %1 Sicherheit verstanden</translation>
    </message>
    <message>
        <source>Heard %1, understood as %2.</source>
        <translation>Gehört: %1, verstanden als %2.</translation>
    </message>
    <message>
        <source>Read back: %1.</source>
        <translation>Zurückgelesen: %1.</translation>
    </message>
    <message>
        <source>It was not read back.</source>
        <translation>Es wurde nicht zurückgelesen.</translation>
    </message>
    <message>
        <source>Could also be %1 (%2).</source>
        <translation>Könnte auch %1 sein (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier turn(s) are in the record and not shown here.</source>
        <translation>
            <numerusform>%Ln früherer Beitrag steht in der Aufzeichnung und wird hier nicht angezeigt.</numerusform>
            <numerusform>%Ln frühere Beiträge stehen in der Aufzeichnung und werden hier nicht angezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::DecisionWords</name>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>%1, under delegation %2</source>
        <translation>%1, nach Übertragung %2</translation>
    </message>
</context>
<context>
    <name>ui::case_::DecisionsPage</name>
    <message>
        <source>Decisions about the order</source>
        <translation>Entscheidungen über die Bestellung</translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>Noch hat niemand entschieden.</translation>
    </message>
    <message>
        <source>Approve with A, reject with R, acknowledge with C. Each opens a review first.</source>
        <translation>Genehmigen mit A, ablehnen mit R, zur Kenntnis nehmen mit C. Jedes öffnet zuerst eine Prüfung.</translation>
    </message>
</context>
<context>
    <name>ui::case_::HandoffPage</name>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>Attempts and their outcomes</source>
        <translation>Versuche und was daraus wurde</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>What is proposed</source>
        <translation>Was vorgeschlagen wird</translation>
    </message>
    <message>
        <source>Promises made</source>
        <translation>Gegebene Zusagen</translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation>Was nicht bekannt ist</translation>
    </message>
    <message>
        <source>The agent says why it wants this:</source>
        <translation>Der Agent sagt, wozu er das will:</translation>
    </message>
    <message>
        <source>The agent does not say why it wants this.</source>
        <translation>Der Agent sagt nicht, wozu er das will.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Total over the term</source>
        <translation>Gesamt über die Laufzeit</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The platform asks for</source>
        <translation>Die Plattform verlangt</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>Wartet bis</translation>
    </message>
    <message>
        <source>The platform says about it:</source>
        <translation>Die Plattform sagt dazu:</translation>
    </message>
    <message>
        <source>The agent said last, and may have promised:</source>
        <translation>Der Agent sagte zuletzt und hat damit vielleicht etwas zugesagt:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No event names one</source>
        <translation>Kein Ereignis nennt eine</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The events answer every question on this page</source>
        <translation>Die Ereignisse beantworten jede Frage dieser Seite</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Antwort fällig</translation>
    </message>
</context>
<context>
    <name>ui::case_::HeardCard</name>
    <message>
        <source>Heard and meant</source>
        <translation>Gehört und gemeint</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gesagt von</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Recognised with</source>
        <translation>Erkannt mit</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Could be</source>
        <translation>Könnte sein</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>No: nobody repeated it</source>
        <translation>Nein: niemand hat es wiederholt</translation>
    </message>
    <message>
        <source>The order says</source>
        <translation>Die Bestellung sagt</translation>
    </message>
    <message>
        <source>There is no order yet</source>
        <translation>Es gibt noch keine Bestellung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what may have been said, %2 how likely</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No other reading was given</source>
        <translation>Keine andere Lesart angegeben</translation>
    </message>
</context>
<context>
    <name>ui::case_::LadderColumns</name>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>This order</source>
        <translation>Diese Bestellung</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Klausel</translation>
    </message>
    <message>
        <source>Left until there</source>
        <translation>Rest bis dorthin</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>Jedem Betrag</translation>
    </message>
    <message>
        <source>▸ Here by amount, and judged so</source>
        <translation>▸ Hier nach Betrag, und so beurteilt</translation>
    </message>
    <message>
        <source>▸ Here by amount</source>
        <translation>▸ Hier nach Betrag</translation>
    </message>
    <message>
        <source>▸ Raised to here by rules or limits</source>
        <translation>▸ Durch Regeln oder Grenzen bis hierher gehoben</translation>
    </message>
    <message>
        <source>By the policy's rate</source>
        <translation>Nach dem Kurs der Richtlinie</translation>
    </message>
</context>
<context>
    <name>ui::case_::LadderPage</name>
    <message>
        <source>Spending ladder and contract</source>
        <translation>Ausgabenleiter und Vertrag</translation>
    </message>
    <message>
        <source>Our policy has not judged this order yet. F5 looks again.</source>
        <translation>Unsere Richtlinie hat diese Bestellung noch nicht beurteilt. F5 sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>Spending ladder with this order on it</source>
        <translation>Ausgabenleiter mit dieser Bestellung</translation>
    </message>
    <message>
        <source>Contract coverage by line</source>
        <translation>Vertragsdeckung je Position</translation>
    </message>
    <message>
        <source>Spending ladder</source>
        <translation>Ausgabenleiter</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Contract coverage</source>
        <translation>Vertragsdeckung</translation>
    </message>
    <message>
        <source>What counts is %1: the largest of gross, the whole term, and what belongs together.</source>
        <translation>Es zählt %1: der größte Betrag aus Brutto, ganzer Laufzeit und dem, was zusammengehört.</translation>
    </message>
    <message>
        <source>The amount that counts is not known: two currencies without a rate, or a sum beyond 64 bits.</source>
        <translation>Der Betrag, der zählt, ist nicht bekannt: zwei Währungen ohne Kurs oder eine Summe jenseits von 64 Bit.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>It is one of %1 orders of a bulk run, %2 together.</source>
        <translation>Sie ist eine von %1 Bestellungen einer Sammelbestellung, zusammen %2.</translation>
    </message>
    <message>
        <source>It is one of %1 pieces to this supplier within 24 hours, %2 together.</source>
        <translation>Sie ist einer von %1 Teilen an diesen Lieferanten binnen 24 Stunden, zusammen %2.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>The order has no lines to compare.</source>
        <translation>Die Bestellung hat keine Positionen zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Position</numerusform>
            <numerusform>%Ln Positionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::case_::LineWords</name>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Description, in their words</source>
        <translation>Beschreibung, in deren Worten</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Stückpreis</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
</context>
<context>
    <name>ui::case_::OwnView</name>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Seltsam</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>The agent's own words are covered until you have noted your view.</source>
        <translation>Die Worte des Agenten sind verdeckt, bis Sie Ihre Sicht vermerkt haben.</translation>
    </message>
    <message>
        <source>First note your own view of the facts: 1 fine, 2 odd, 3 wrong.</source>
        <translation>Vermerken Sie zuerst Ihre eigene Sicht der Fakten: 1 in Ordnung, 2 seltsam, 3 falsch.</translation>
    </message>
    <message>
        <source>Own view: %1</source>
        <translation>Eigene Sicht: %1</translation>
    </message>
    <message>
        <source>Own view: %1, by %2</source>
        <translation>Eigene Sicht: %1, von %2</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Zur Kenntnis genommen von %1</translation>
    </message>
</context>
<context>
    <name>ui::case_::OwnViewBar</name>
    <message>
        <source>Your own view</source>
        <translation>Ihre eigene Sicht</translation>
    </message>
    <message>
        <source>Your view: %1</source>
        <translation>Ihre Sicht: %1</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
    <message>
        <source>What do you make of the facts? The agent's own words are covered until you have said so.</source>
        <translation>Was halten Sie von den Fakten? Die Worte des Agenten sind verdeckt, bis Sie es gesagt haben.</translation>
    </message>
    <message>
        <source>Your view, noted %1: %2.</source>
        <translation>Ihre Sicht, vermerkt %1: %2.</translation>
    </message>
</context>
<context>
    <name>ui::case_::PlanPage</name>
    <message>
        <source>There is no plan for rolling back yet.</source>
        <translation>Es gibt noch keinen Plan für die Rückabwicklung.</translation>
    </message>
    <message>
        <source>The gateway makes one when you press B on an executed order. Nothing is undone by asking.</source>
        <translation>Das Gateway erstellt einen, wenn Sie bei einer ausgeführten Bestellung B drücken. Durch die Anfrage wird nichts rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>ui::case_::RequestPage</name>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Why it was escalated</source>
        <translation>Warum eskaliert wurde</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>Positionen der Bestellung</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>The agent says why it wants this:</source>
        <translation>Der Agent sagt, warum er dies will:</translation>
    </message>
    <message>
        <source>The platform gave no reason.</source>
        <translation>Die Plattform nannte keinen Grund.</translation>
    </message>
    <message>
        <source>The platform says, also about what happens if nobody acts:</source>
        <translation>Die Plattform sagt, auch darüber, was ohne Ihr Handeln geschieht:</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Total over the term</source>
        <translation>Gesamtsumme über die Laufzeit</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Supplier number</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Zahlungsempfänger</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Part of a bulk run</source>
        <translation>Teil einer Sammelbestellung</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Benötigt bis</translation>
    </message>
    <message>
        <source>At most per order</source>
        <translation>Höchstens je Bestellung</translation>
    </message>
    <message>
        <source>At most per month</source>
        <translation>Höchstens je Monat</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Erteilt von</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>SHA-256 des Inhalts</translation>
    </message>
    <message>
        <source>None on file</source>
        <translation>Keine hinterlegt</translation>
    </message>
    <message>
        <source>Nobody allowed this agent to buy this</source>
        <translation>Niemand hat diesem Agenten diesen Kauf erlaubt</translation>
    </message>
</context>
<context>
    <name>ui::case_::TimelinePage</name>
    <message>
        <source>Timeline of the order</source>
        <translation>Verlauf der Bestellung</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Every step of the order appears here as soon as the record holds it.</source>
        <translation>Jeder Schritt der Bestellung erscheint hier, sobald er in der Aufzeichnung steht.</translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Filter, for example: %1</source>
        <translation>Filtern, zum Beispiel: %1</translation>
    </message>
</context>
<context>
    <name>ui::case_::TimelineWords</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In deren Worten</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
</context>
<context>
    <name>ui::case_::VerdictWords</name>
    <message>
        <source>Our policy: %1 · %2</source>
        <translation>Unsere Richtlinie: %1 · %2</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>It gave no judgement of this version.</source>
        <translation>Sie hat diese Version nicht beurteilt.</translation>
    </message>
    <message>
        <source>Same as the platform</source>
        <translation>Wie die Plattform</translation>
    </message>
    <message>
        <source>Differs from the platform</source>
        <translation>Weicht von der Plattform ab</translation>
    </message>
    <message>
        <source>The platform says %1, our policy says %2.</source>
        <translation>Die Plattform sagt %1, unsere Richtlinie sagt %2.</translation>
    </message>
    <message>
        <source>Not on file</source>
        <translation>Nicht hinterlegt</translation>
    </message>
    <message>
        <source>%1. One work item for all orders that need it.</source>
        <translation>%1. Eine Aufgabe für alle Bestellungen, die das brauchen.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Something that the policy needs has no value, so a person has to look.</source>
        <translation>Etwas, das die Richtlinie braucht, hat keinen Wert; deshalb muss ein Mensch hinsehen.</translation>
    </message>
    <message>
        <source>Only observed</source>
        <translation>Nur beobachtet</translation>
    </message>
    <message>
        <source>Advice only</source>
        <translation>Nur Hinweis</translation>
    </message>
    <message>
        <source>For this group of agents the policy stops nothing yet; it counts what it would stop.</source>
        <translation>Für diese Gruppe von Agenten hält die Richtlinie noch nichts an; sie zählt, was sie anhalten würde.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Version %1 of the order, for %2, by policy %3 “%4”</source>
        <translation>Version %1 der Bestellung, für %2, nach Richtlinie %3 „%4“</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>This version of Reeve comes to another verdict over the same data. The kept one counts.</source>
        <translation>Diese Version von Reeve kommt mit denselben Daten zu einem anderen Urteil. Das aufbewahrte gilt.</translation>
    </message>
    <message>
        <source>The policy that judged is not in this record.</source>
        <translation>Die Richtlinie, nach der geurteilt wurde, ist nicht in diesem Verzeichnis.</translation>
    </message>
    <message>
        <source>What was seen when it was judged cannot be read.</source>
        <translation>Was beim Urteil vorlag, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Last prices</source>
        <translation>Letzte Preise</translation>
    </message>
    <message>
        <source>A person decided last</source>
        <translation>Zuletzt entschied ein Mensch</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Everything in the record up to this order</source>
        <translation>Alles im Verzeichnis bis zu dieser Bestellung</translation>
    </message>
    <message>
        <source>Not bought before</source>
        <translation>Noch nicht gekauft</translation>
    </message>
    <message>
        <source>Never told</source>
        <translation>Nie gemeldet</translation>
    </message>
    <message>
        <source>Told %1, %2 before the order</source>
        <translation>Gemeldet %1, %2 vor der Bestellung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Exceeded</source>
        <translation>Überschritten</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>%1: room of %2 before and %3 after this order, of %4</source>
        <translation>%1: Spielraum %2 vor und %3 nach dieser Bestellung, von %4</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No limit of the policy speaks about this order.</source>
        <translation>Keine Grenze der Richtlinie betrifft diese Bestellung.</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Gedeckt</translation>
    </message>
    <message>
        <source>Over price</source>
        <translation>Über dem Preis</translation>
    </message>
    <message>
        <source>Over quantity</source>
        <translation>Über der Menge</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Other supplier</source>
        <translation>Anderer Lieferant</translation>
    </message>
    <message>
        <source>Not in the contract</source>
        <translation>Nicht im Vertrag</translation>
    </message>
    <message>
        <source>Contract not on file</source>
        <translation>Vertrag nicht hinterlegt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Evidence: %1.</source>
        <translation>Nachweise: %1.</translation>
    </message>
    <message>
        <source>Has to agree: %1.</source>
        <translation>Muss zustimmen: %1.</translation>
    </message>
    <message>
        <source>Owner of the rule: %1.</source>
        <translation>Zuständig für die Regel: %1.</translation>
    </message>
    <message>
        <source>Not looked at: the rest decided</source>
        <translation>Nicht betrachtet: der Rest entschied</translation>
    </message>
    <message>
        <source>No value: %1</source>
        <translation>Kein Wert: %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 (rate %2)</source>
        <translation>%1 (Kurs %2)</translation>
    </message>
    <message>
        <source>No contract is named and no price list speaks about it</source>
        <translation>Kein Vertrag genannt, und keine Preisliste betrifft es</translation>
    </message>
    <message>
        <source>Price list %1</source>
        <translation>Preisliste %1</translation>
    </message>
    <message>
        <source>Contract %1</source>
        <translation>Vertrag %1</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 ordered before</source>
        <translation>%1, %2 von %3 zuvor bestellt</translation>
    </message>
    <message>
        <source>Bulk run</source>
        <translation>Sammellauf</translation>
    </message>
    <message>
        <source>It waits only because the declared run %1 is large as a whole: one work item for all of it.</source>
        <translation>Sie wartet nur, weil der angekündigte Lauf %1 als Ganzes groß ist: ein Arbeitspunkt für alles zusammen.</translation>
    </message>
    <message>
        <source>%1 confirms. The policy lets its word stand for a person’s here.</source>
        <translation>%1 bestätigt. Die Richtlinie lässt sein Wort hier für das eines Menschen gelten.</translation>
    </message>
    <message>
        <source>%1 confirms. This order is of the share that a person looks at all the same.</source>
        <translation>%1 bestätigt. Diese Bestellung gehört zu dem Anteil, den sich trotzdem ein Mensch ansieht.</translation>
    </message>
    <message>
        <source>%1 does not confirm. A person decides.</source>
        <translation>%1 bestätigt nicht. Ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>%1 confirms, but only orders of the tier Confirm can be left to it. A person decides.</source>
        <translation>%1 bestätigt, aber nur Bestellungen der Stufe Bestätigung können ihm überlassen werden. Ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>%1 spoke about another content of this order. Its word counts for nothing.</source>
        <translation>%1 sprach über einen anderen Inhalt dieser Bestellung. Sein Wort zählt nicht.</translation>
    </message>
    <message>
        <source>“%1” spoke, but the policy does not name this key. Its word counts for nothing.</source>
        <translation>„%1“ sprach, aber die Richtlinie nennt diesen Schlüssel nicht. Sein Wort zählt nicht.</translation>
    </message>
    <message>
        <source>A word that claims to be of “%1” is not signed by its key. It counts for nothing.</source>
        <translation>Ein Wort, das von „%1“ sein will, ist nicht von dessen Schlüssel unterschrieben. Es zählt nicht.</translation>
    </message>
    <message>
        <source>Second AI</source>
        <translation>Zweite KI</translation>
    </message>
    <message>
        <source>Its note</source>
        <translation>Ihre Bemerkung</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>One matter</source>
        <translation>Ein Fall</translation>
    </message>
    <message>
        <source>It waits only because of what belongs to it: one case for all orders of %1. Each of them is held, and decided by itself.</source>
        <translation>Sie wartet nur wegen dessen, was zu ihr gehört: ein Fall für alle Bestellungen von %1. Jede wird angehalten und einzeln entschieden.</translation>
    </message>
    <message>
        <source>The policy promises one within %1 of working time.</source>
        <translation>Die Richtlinie verspricht eine binnen %1 Arbeitszeit.</translation>
    </message>
</context>
<context>
    <name>ui::case_::WhyColumns</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Only a note</source>
        <translation>Nur ein Vermerk</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Part of the condition</source>
        <translation>Teil der Bedingung</translation>
    </message>
    <message>
        <source>With its values</source>
        <translation>Mit den Werten</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>Ergibt</translation>
    </message>
</context>
<context>
    <name>ui::case_::WhyPage</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Our policy has not judged this order yet. F5 looks again.</source>
        <translation>Unsere Richtlinie hat diese Bestellung noch nicht beurteilt. F5 sieht noch einmal nach.</translation>
    </message>
    <message>
        <source>Rules, fired first</source>
        <translation>Regeln, ausgelöste zuerst</translation>
    </message>
    <message>
        <source>Condition of the chosen rule, with the values that it saw</source>
        <translation>Bedingung der gewählten Regel mit den Werten, die sie sah</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Data that was looked at</source>
        <translation>Daten, die betrachtet wurden</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Noch nicht beurteilt</translation>
    </message>
    <message>
        <source>The platform's own reasons:</source>
        <translation>Die eigenen Gründe der Plattform:</translation>
    </message>
    <message>
        <source>No rule fired: the tier comes from the amount.</source>
        <translation>Keine Regel hat ausgelöst: Die Stufe kommt vom Betrag.</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n q&amp;uiet rule(s)</source>
        <translation>
            <numerusform>%n stille Regel a&amp;usblenden</numerusform>
            <numerusform>%n stille Regeln a&amp;usblenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n q&amp;uiet rule(s)</source>
        <translation>
            <numerusform>%n stille Regel a&amp;uch zeigen</numerusform>
            <numerusform>%n stille Regeln a&amp;uch zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::charts::ChartPane</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <extracomment>the table that shows the numbers of a chart</extracomment>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Arrow keys read the values</source>
        <translation>Pfeiltasten lesen die Werte</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Show %1 as a table</source>
        <translation>%1 als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 ausgeben</translation>
    </message>
    <message>
        <source>Save the &amp;picture …</source>
        <translation>&amp;Bild speichern …</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save the &amp;numbers …</source>
        <translation>&amp;Zahlen speichern …</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Komma getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the n&amp;umbers as CSV</source>
        <translation>Z&amp;ahlen als CSV kopieren</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Export …</translation>
    </message>
</context>
<context>
    <name>ui::charts::ChartView</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>a point of a chart: 1 its time, 2 what is counted, 3 the value</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ui::decide::AmountField</name>
    <message>
        <source>Amount to approve</source>
        <translation>Zu genehmigender Betrag</translation>
    </message>
    <message>
        <source>Amount to approve, instead of %1</source>
        <translation>Zu genehmigender Betrag statt %1</translation>
    </message>
    <message>
        <source>The order is being read …</source>
        <translation>Die Bestellung wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing at all is a rejection</source>
        <translation>Gar nichts ist eine Ablehnung</translation>
    </message>
    <message>
        <source>Has to be less than the order's amount</source>
        <translation>Muss weniger sein als der Betrag der Bestellung</translation>
    </message>
    <message>
        <source>Understood: %1, that is %2 less</source>
        <translation>Verstanden: %1, das sind %2 weniger</translation>
    </message>
    <message>
        <source>Amount to roll back; empty for all of it</source>
        <translation>Betrag, der zurückkommt; leer für alles</translation>
    </message>
    <message>
        <source>Part to roll back; empty for all of %1</source>
        <translation>Teil, der zurückkommt; leer für alles, %1</translation>
    </message>
    <message>
        <source>Part to roll back; empty for all of it</source>
        <translation>Teil, der zurückkommt; leer für alles</translation>
    </message>
    <message>
        <source>All of it: %1</source>
        <translation>Alles: %1</translation>
    </message>
    <message>
        <source>Nothing would come back; close without deciding</source>
        <translation>Nichts käme zurück; schließen Sie, ohne zu entscheiden</translation>
    </message>
    <message>
        <source>Leave it empty to roll back all of it</source>
        <translation>Leer lassen, damit alles zurückkommt</translation>
    </message>
    <message>
        <source>Understood: %1 comes back, %2 stays</source>
        <translation>Verstanden: %1 kommt zurück, %2 bleibt</translation>
    </message>
</context>
<context>
    <name>ui::decide::FlawWords</name>
    <message>
        <source>Type the amount like %1</source>
        <translation>Betrag eingeben wie %1</translation>
    </message>
    <message>
        <source>Only digits, like %1</source>
        <translation>Nur Ziffern, wie %1</translation>
    </message>
    <message>
        <source>Could mean two amounts. Write it like %1</source>
        <translation>Könnte zwei Beträge bedeuten. Schreiben Sie ihn wie %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n decimal place(s)</source>
        <translation>
            <numerusform>%1 hat %n Nachkommastelle</numerusform>
            <numerusform>%1 hat %n Nachkommastellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Larger than any order</source>
        <translation>Größer als jede Bestellung</translation>
    </message>
</context>
<context>
    <name>ui::decide::GroupColumns</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Why, and what to do next</source>
        <translation>Warum, und was zu tun ist</translation>
    </message>
</context>
<context>
    <name>ui::decide::GroupDialog</name>
    <message>
        <source>Orders that will be signed</source>
        <translation>Bestellungen, über die signiert wird</translation>
    </message>
    <message>
        <source>S&amp;top here</source>
        <translation>&amp;Hier anhalten</translation>
    </message>
    <message>
        <source>&amp;Close without deciding</source>
        <translation>Ohne Entscheidung s&amp;chließen</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
    <message>
        <source>Each of these is signed, sent and recorded by itself. What will be signed of the chosen one is shown below the list, read from the bytes themselves.</source>
        <translation>Jede wird für sich signiert, gesendet und aufgezeichnet. Was über die gewählte signiert wird, steht unter der Liste, gelesen aus den Bytes selbst.</translation>
    </message>
    <message>
        <source>What will be signed of the chosen order</source>
        <translation>Was über die gewählte Bestellung signiert wird</translation>
    </message>
    <message>
        <source>Nothing was signed about this order.</source>
        <translation>Über diese Bestellung wurde nichts signiert.</translation>
    </message>
    <message>
        <source>Nothing will be signed about this order.</source>
        <translation>Über diese Bestellung wird nichts signiert.</translation>
    </message>
    <message>
        <source>There is nothing to sign yet.</source>
        <translation>Es gibt noch nichts zu unterschreiben.</translation>
    </message>
    <message>
        <source>Write the question below; then it is shown here as it will be signed.</source>
        <translation>Schreiben Sie unten die Frage; dann steht sie hier, wie sie unterschrieben wird.</translation>
    </message>
    <message>
        <source>It is being looked at …</source>
        <translation>Sie wird gerade geprüft …</translation>
    </message>
    <message>
        <source>Stops when this one is on record.</source>
        <translation>Hält an, sobald diese aufgezeichnet ist.</translation>
    </message>
    <message>
        <source>Write the question first.</source>
        <translation>Schreiben Sie zuerst die Frage.</translation>
    </message>
    <message>
        <source>Nothing can be signed yet.</source>
        <translation>Noch kann nichts signiert werden.</translation>
    </message>
    <message>
        <source>Nothing is left to sign.</source>
        <translation>Es ist nichts mehr zu signieren.</translation>
    </message>
    <message>
        <source>Choose a reason first: press its number.</source>
        <translation>Wählen Sie zuerst einen Grund: Drücken Sie seine Nummer.</translation>
    </message>
    <message>
        <source>Unlock your key first.</source>
        <translation>Entsperren Sie zuerst Ihren Schlüssel.</translation>
    </message>
    <message>
        <source>Look at the list first.</source>
        <translation>Sehen Sie zuerst die Liste an.</translation>
    </message>
    <message>
        <source>An order fell out of the list while you looked. Read the number on the button again.</source>
        <translation>Eine Bestellung ist aus der Liste gefallen, während Sie hinsahen. Lesen Sie die Zahl auf der Schaltfläche noch einmal.</translation>
    </message>
    <message>
        <source>Each order has a decision of its own; the chosen one is shown below the list.</source>
        <translation>Jede Bestellung hat ihre eigene Entscheidung; die gewählte steht unter der Liste.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Undo &amp;all that are not sent</source>
        <translation>&amp;Alle zurücknehmen, die nicht gesendet sind</translation>
    </message>
    <message>
        <source>Ask for the status &amp;of all</source>
        <translation>Nach dem S&amp;tand aller fragen</translation>
    </message>
    <message>
        <source>U&amp;nderstood</source>
        <translation>&amp;Verstanden</translation>
    </message>
    <message>
        <source>Orders, and what became of them</source>
        <translation>Bestellungen, und was aus ihnen wurde</translation>
    </message>
</context>
<context>
    <name>ui::decide::GroupWords</name>
    <message numerus="yes">
        <source>Ask about %Ln order(s)</source>
        <translation>
            <numerusform>Zu %Ln Bestellung rückfragen</numerusform>
            <numerusform>Zu %Ln Bestellungen rückfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hold %Ln order(s)</source>
        <translation>
            <numerusform>%Ln Bestellung anhalten</numerusform>
            <numerusform>%Ln Bestellungen anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln order(s)</source>
        <translation>
            <numerusform>%Ln Bestellung ablehnen</numerusform>
            <numerusform>%Ln Bestellungen ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalate %Ln order(s)</source>
        <translation>
            <numerusform>%Ln Bestellung eskalieren</numerusform>
            <numerusform>%Ln Bestellungen eskalieren</numerusform>
        </translation>
    </message>
    <message>
        <source>sum too large to show</source>
        <translation>Summe zu groß für die Anzeige</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is "Reject 14 orders", %2 what they come to together</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Sign: %1</source>
        <extracomment>%1 is "Reject 14 orders, EUR 4,980.00"</extracomment>
        <translation>&amp;Signieren: %1</translation>
    </message>
    <message>
        <source>Being looked at</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Will be signed</source>
        <translation>Wird signiert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>Kommt noch dran</translation>
    </message>
    <message>
        <source>Being signed</source>
        <translation>Wird jetzt signiert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht unterschrieben</translation>
    </message>
    <message>
        <source>Somebody decided it already.</source>
        <translation>Jemand hat schon entschieden.</translation>
    </message>
    <message>
        <source>Expired, not executed: nobody decided.</source>
        <translation>Abgelaufen, nicht ausgeführt: niemand hat entschieden.</translation>
    </message>
    <message>
        <source>The order is not held any more.</source>
        <translation>Die Bestellung ist nicht mehr angehalten.</translation>
    </message>
    <message>
        <source>The platform does not hold it: open it and acknowledge it (C).</source>
        <translation>Die Plattform hält sie nicht an: öffnen und zur Kenntnis nehmen (C).</translation>
    </message>
    <message>
        <source>Its versions contradict each other: open it.</source>
        <translation>Ihre Versionen widersprechen sich: öffnen Sie sie.</translation>
    </message>
    <message>
        <source>It is in doubt: open it and resolve it first.</source>
        <translation>Sie ist ungewiss: öffnen und zuerst klären.</translation>
    </message>
    <message>
        <source>Somebody else is looking at it.</source>
        <translation>Jemand anders sieht sie gerade an.</translation>
    </message>
    <message>
        <source>%1 is looking at it.</source>
        <translation>%1 sieht sie gerade an.</translation>
    </message>
    <message>
        <source>It was amended since: open it and read the new version.</source>
        <translation>Sie wurde seitdem geändert: öffnen und die neue Version lesen.</translation>
    </message>
    <message>
        <source>Nothing was done: open the case and read why.</source>
        <translation>Nichts wurde getan: öffnen Sie den Fall und lesen Sie, warum.</translation>
    </message>
    <message>
        <source>Accepted, but the platform could not carry it out: open the case.</source>
        <translation>Angenommen, aber die Plattform konnte es nicht ausführen: öffnen Sie den Fall.</translation>
    </message>
    <message>
        <source>Amended before it took effect: decide about the new version.</source>
        <translation>Geändert, bevor es wirkte: entscheiden Sie über die neue Version.</translation>
    </message>
    <message>
        <source>Too late, nothing was done: it had expired or was final already.</source>
        <translation>Zu spät, nichts wurde getan: sie war abgelaufen oder schon endgültig.</translation>
    </message>
    <message>
        <source>The answer was lost: Reeve asks for the status; nothing is done twice.</source>
        <translation>Die Antwort ging verloren: Reeve fragt nach dem Stand; nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>A second person has to sign.</source>
        <translation>Eine zweite Person muss signieren.</translation>
    </message>
    <message>
        <source>Can still be taken back.</source>
        <translation>Kann noch zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Waits for the gateway's answer; closing Reeve loses nothing.</source>
        <translation>Wartet auf die Antwort des Gateways; wird Reeve geschlossen, geht nichts verloren.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <extracomment>%1 is the number of a receipt</extracomment>
        <translation>Quittung %1</translation>
    </message>
    <message>
        <source>Nothing was done about it; it is still open.</source>
        <translation>Nichts ist damit geschehen; sie ist noch offen.</translation>
    </message>
    <message>
        <source>None of them can be decided now; the list says why.</source>
        <translation>Über keine kann jetzt entschieden werden; die Liste sagt, warum.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) cannot be decided now and are left out; the list says why.</source>
        <translation>
            <numerusform>Über %Ln Bestellung kann jetzt nicht entschieden werden; sie ist ausgelassen, die Liste sagt, warum.</numerusform>
            <numerusform>Über %Ln Bestellungen kann jetzt nicht entschieden werden; sie sind ausgelassen, die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more came since; not included.</source>
        <translation>
            <numerusform>%Ln weitere kam seitdem dazu; nicht enthalten.</numerusform>
            <numerusform>%Ln weitere kamen seitdem dazu; nicht enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most a hundred go at once: %Ln more are not included.</source>
        <translation>
            <numerusform>Höchstens hundert gehen auf einmal: %Ln weitere ist nicht enthalten.</numerusform>
            <numerusform>Höchstens hundert gehen auf einmal: %Ln weitere sind nicht enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being signed one by one: %1 on record, %2 to go.</source>
        <extracomment>%1 are signed, %2 are left</extracomment>
        <translation>Wird einzeln signiert: %1 aufgezeichnet, %2 noch vor sich.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done.</source>
        <translation>
            <numerusform>%Ln erledigt.</numerusform>
            <numerusform>%Ln erledigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused: the list says why, and what to do.</source>
        <translation>
            <numerusform>%Ln verweigert: die Liste sagt, warum, und was zu tun ist.</numerusform>
            <numerusform>%Ln verweigert: die Liste sagt, warum, und was zu tun ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt.</source>
        <translation>
            <numerusform>%Ln ungewiss.</numerusform>
            <numerusform>%Ln ungewiss.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can still be taken back.</source>
        <translation>
            <numerusform>%Ln kann noch zurückgenommen werden.</numerusform>
            <numerusform>%Ln können noch zurückgenommen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the way.</source>
        <translation>
            <numerusform>%Ln unterwegs.</numerusform>
            <numerusform>%Ln unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait for a second person.</source>
        <translation>
            <numerusform>%Ln wartet auf eine zweite Person.</numerusform>
            <numerusform>%Ln warten auf eine zweite Person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken back.</source>
        <translation>
            <numerusform>%Ln zurückgenommen.</numerusform>
            <numerusform>%Ln zurückgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not signed and still open.</source>
        <translation>
            <numerusform>%Ln nicht signiert und noch offen.</numerusform>
            <numerusform>%Ln nicht signiert und noch offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>%Ln ausgelassen.</numerusform>
            <numerusform>%Ln ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decide::KeyDialog</name>
    <message>
        <source>&amp;Make my key</source>
        <translation>Schlüssel &amp;erzeugen</translation>
    </message>
    <message>
        <source>Make your signing key</source>
        <translation>Signaturschlüssel erzeugen</translation>
    </message>
    <message>
        <source>Each of your decisions is signed with a key that only you have, so that nobody can decide in your name and you can prove what you decided.

The key is made now and stored on this computer, encrypted. The passphrase opens it. Nobody can look it up or reset it: without it you need a new key, and an administrator has to put that one on the roster.</source>
        <translation>Jede Ihrer Entscheidungen wird mit einem Schlüssel signiert, den nur Sie haben. So kann niemand in Ihrem Namen entscheiden, und Sie können beweisen, was Sie entschieden haben.

Der Schlüssel wird jetzt erzeugt und verschlüsselt auf diesem Computer gespeichert. Die Passphrase öffnet ihn. Niemand kann sie nachsehen oder zurücksetzen: Ohne sie brauchen Sie einen neuen Schlüssel, den ein Administrator in die Berechtigungsliste eintragen muss.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Wiederholung</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>Eingabe an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>Good: long enough, and both are alike</source>
        <translation>Gut: lang genug, und beide stimmen überein</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters; several words are easy to remember</source>
        <translation>
            <numerusform>Mindestens %n Zeichen; mehrere Wörter lassen sich leicht merken</numerusform>
            <numerusform>Mindestens %n Zeichen; mehrere Wörter lassen sich leicht merken</numerusform>
        </translation>
    </message>
    <message>
        <source>Too uniform: use more different letters</source>
        <translation>Zu einförmig: Verwenden Sie mehr verschiedene Buchstaben</translation>
    </message>
    <message>
        <source>The two are not alike yet</source>
        <translation>Die beiden stimmen noch nicht überein</translation>
    </message>
</context>
<context>
    <name>ui::decide::KeyPanel</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase Ihres Schlüssels</translation>
    </message>
    <message>
        <source>Your key is locked: enter its passphrase</source>
        <translation>Ihr Schlüssel ist gesperrt: Geben Sie seine Passphrase ein</translation>
    </message>
    <message>
        <source>Unlock your key</source>
        <translation>Schlüssel entsperren</translation>
    </message>
</context>
<context>
    <name>ui::decide::ProgressPanel</name>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>None yet. The gateway signs one when it has answered.</source>
        <translation>Noch keine. Das Gateway signiert eine, sobald es geantwortet hat.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Quittungsnummer</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The gateway says:</source>
        <translation>Das Gateway sagt:</translation>
    </message>
    <message>
        <source>The answer was lost. Reeve asks for the status and sends the same bytes again; nothing is done twice.</source>
        <translation>Die Antwort ging verloren. Reeve fragt nach dem Stand und sendet dieselben Bytes noch einmal; nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>Ask for the &amp;status now</source>
        <translation>Jetzt nach dem &amp;Stand fragen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Signed by you. A second person has to sign before it is carried out.</source>
        <translation>Von Ihnen signiert. Eine zweite Person muss signieren, bevor es ausgeführt wird.</translation>
    </message>
    <message>
        <source>The gateway refused it, so nothing was done. The reason is below.</source>
        <translation>Das Gateway hat es abgelehnt, also ist nichts geschehen. Der Grund steht unten.</translation>
    </message>
    <message>
        <source>It was accepted, but the platform could not carry it out. Look at the case.</source>
        <translation>Es wurde angenommen, aber die Plattform konnte es nicht ausführen. Sehen Sie sich den Fall an.</translation>
    </message>
    <message>
        <source>The order was amended before this took effect. Decide about the new version.</source>
        <translation>Die Bestellung wurde geändert, bevor dies wirksam wurde. Entscheiden Sie über die neue Version.</translation>
    </message>
    <message>
        <source>Too late: the order had expired or was final already. Nothing was done.</source>
        <translation>Zu spät: Die Bestellung war schon abgelaufen oder endgültig. Es ist nichts geschehen.</translation>
    </message>
    <message numerus="yes">
        <source>Sent in %n second(s). You can still take it back.</source>
        <translation>
            <numerusform>Wird in %n Sekunde gesendet. Sie können es noch zurücknehmen.</numerusform>
            <numerusform>Wird in %n Sekunden gesendet. Sie können es noch zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Being sent now. It may be too late to take it back.</source>
        <translation>Wird gerade gesendet. Zum Zurücknehmen kann es zu spät sein.</translation>
    </message>
    <message>
        <source>The case is settled. Nothing was sent to the gateway.</source>
        <translation>Der Fall ist erledigt. An das Gateway wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <source>None: the gateway was never asked.</source>
        <translation>Keine: Das Gateway wurde nie gefragt.</translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent; the case waits as before.</source>
        <translation>Zurückgenommen. Nichts wurde gesendet; der Fall wartet wie zuvor.</translation>
    </message>
</context>
<context>
    <name>ui::decide::ReasonPicker</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the agent's owner and for auditors (optional, signed too)</source>
        <translation>Notiz für den Besteller und für Prüfer (freiwillig, wird mitsigniert)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Your question to the agent and its owner (it is signed)</source>
        <translation>Ihre Frage an den Agenten und seinen Inhaber (wird mit unterschrieben)</translation>
    </message>
</context>
<context>
    <name>ui::decide::ReviewDialog</name>
    <message>
        <source>&amp;Close without deciding</source>
        <translation>Ohne Entscheidung s&amp;chließen</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
    <message>
        <source>What will be signed</source>
        <translation>Was signiert wird</translation>
    </message>
    <message>
        <source>This is what will be signed, read from the bytes themselves:</source>
        <translation>Dies wird signiert, aus den Bytes selbst gelesen:</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Sign: %1, %2</source>
        <translation>&amp;Signieren: %1, %2</translation>
    </message>
    <message>
        <source>&amp;Sign: %1</source>
        <translation>&amp;Signieren: %1</translation>
    </message>
    <message>
        <source>The order changed while you looked: version %1 is shown now, you opened version %2. Read it and choose the reason again.</source>
        <translation>Die Bestellung hat sich geändert, während Sie sie ansahen: Jetzt wird Version %1 angezeigt, geöffnet hatten Sie Version %2. Lesen Sie sie und wählen Sie den Grund erneut.</translation>
    </message>
    <message>
        <source>You cannot do this. %1</source>
        <translation>Das ist Ihnen nicht möglich. %1</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Being signed and written to the record …</source>
        <translation>Wird signiert und in die Aufzeichnung geschrieben …</translation>
    </message>
    <message>
        <source>Nothing can be signed yet.</source>
        <translation>Noch kann nichts signiert werden.</translation>
    </message>
    <message>
        <source>Refused, see above.</source>
        <translation>Abgelehnt, siehe oben.</translation>
    </message>
    <message>
        <source>Choose a reason first: press its number.</source>
        <translation>Wählen Sie zuerst einen Grund: Drücken Sie seine Nummer.</translation>
    </message>
    <message>
        <source>Unlock your key first.</source>
        <translation>Entsperren Sie zuerst Ihren Schlüssel.</translation>
    </message>
    <message>
        <source>Another case than before: look first.</source>
        <translation>Ein anderer Fall als zuvor: Sehen Sie erst hin.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>There is nothing to sign yet.</source>
        <translation>Es gibt noch nichts zu unterschreiben.</translation>
    </message>
    <message>
        <source>Write the question below; then it is shown here as it will be signed.</source>
        <translation>Schreiben Sie unten die Frage; dann steht sie hier, wie sie unterschrieben wird.</translation>
    </message>
    <message>
        <source>Type the amount below; then it is shown here as it will be signed.</source>
        <translation>Geben Sie unten den Betrag ein; dann steht er hier, wie er unterschrieben wird.</translation>
    </message>
    <message>
        <source>Type the amount first.</source>
        <translation>Geben Sie zuerst den Betrag ein.</translation>
    </message>
    <message>
        <source>Write the question first.</source>
        <translation>Schreiben Sie zuerst die Frage.</translation>
    </message>
    <message>
        <source>This was signed:</source>
        <translation>Das wurde signiert:</translation>
    </message>
</context>
<context>
    <name>ui::decide::SignedContent</name>
    <message>
        <source>Payee and account</source>
        <translation>Zahlungsempfänger und Konto</translation>
    </message>
    <message>
        <source>The gateway's plan is not known yet, so it is not known what can be undone.</source>
        <translation>Der Plan des Gateways ist noch nicht bekannt, also auch nicht, was rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Stop the whole fleet: every agent of this gateway</source>
        <translation>Die ganze Flotte stoppen: jeden Agenten dieses Gateways</translation>
    </message>
    <message>
        <source>Let the whole fleet go on: every agent of this gateway</source>
        <translation>Die ganze Flotte weiterarbeiten lassen: jeden Agenten dieses Gateways</translation>
    </message>
    <message>
        <source>Amount: %1</source>
        <translation>Betrag: %1</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Supplier number</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <source>Total over the term</source>
        <translation>Gesamtsumme über die Laufzeit</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Not known here. Do not sign.</source>
        <translation>Hier nicht bekannt. Signieren Sie nicht.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Alle Agenten</translation>
    </message>
    <message>
        <source>Gateway's feed</source>
        <translation>Ereignisstrom des Gateways</translation>
    </message>
    <message>
        <source>Content digest</source>
        <translation>Prüfsumme des Inhalts</translation>
    </message>
    <message>
        <source>Plan digest</source>
        <translation>Prüfsumme des Plans</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Noch nicht gewählt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Berechtigungsliste</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Zahlungsempfänger</translation>
    </message>
    <message>
        <source>Note, as it will be signed</source>
        <translation>Notiz, wie sie unterschrieben wird</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Amount asked for</source>
        <translation>Verlangter Betrag</translation>
    </message>
    <message>
        <source>Stop the tier %1: nothing in it is carried out</source>
        <translation>Die Stufe %1 stoppen: Nichts in ihr wird ausgeführt</translation>
    </message>
    <message>
        <source>Let the tier %1 go on</source>
        <translation>Die Stufe %1 weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Only a part of</source>
        <translation>Nur ein Teil von</translation>
    </message>
    <message>
        <source>Under delegation</source>
        <translation>Nach Übertragung</translation>
    </message>
    <message>
        <source>Stop the whole fleet</source>
        <translation>Die ganze Flotte stoppen</translation>
    </message>
    <message>
        <source>Let the whole fleet go on</source>
        <translation>Die ganze Flotte weiterarbeiten lassen</translation>
    </message>
    <message>
        <source>Stop the tier %1</source>
        <translation>Die Stufe %1 stoppen</translation>
    </message>
</context>
<context>
    <name>ui::decide::VerbWords</name>
    <message>
        <source>Approve this order</source>
        <translation>Diese Bestellung freigeben</translation>
    </message>
    <message>
        <source>Approve this order with a reduced amount</source>
        <translation>Diese Bestellung mit verringertem Betrag freigeben</translation>
    </message>
    <message>
        <source>Ask about this order</source>
        <translation>Zu dieser Bestellung rückfragen</translation>
    </message>
    <message>
        <source>Hold this order</source>
        <translation>Diese Bestellung anhalten</translation>
    </message>
    <message>
        <source>Reject this order</source>
        <translation>Diese Bestellung ablehnen</translation>
    </message>
    <message>
        <source>Escalate this order</source>
        <translation>Diese Bestellung eskalieren</translation>
    </message>
    <message>
        <source>Roll back this order</source>
        <translation>Diese Bestellung rückabwickeln</translation>
    </message>
    <message>
        <source>Resolve this order in doubt</source>
        <translation>Diese ungeklärte Bestellung klären</translation>
    </message>
    <message>
        <source>Stop this agent</source>
        <translation>Diesen Agenten stoppen</translation>
    </message>
    <message>
        <source>Let this agent go on</source>
        <translation>Diesen Agenten weiterarbeiten lassen</translation>
    </message>
    <message>
        <source>Take note of what Reeve found about this order</source>
        <translation>Zur Kenntnis nehmen, was Reeve an dieser Bestellung fand</translation>
    </message>
</context>
<context>
    <name>ui::decisions::DecisionFields</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Übertragung</translation>
    </message>
</context>
<context>
    <name>ui::decisions::DecisionsView</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>No decisions yet.</source>
        <translation>Noch keine Entscheidungen.</translation>
    </message>
    <message>
        <source>Open a case in the inbox (Ctrl+1), then approve with A or reject with R. Each decision stays here with its receipt.</source>
        <translation>Öffnen Sie einen Fall im Eingang (Strg+1), geben Sie dann mit A frei oder lehnen Sie mit R ab. Jede Entscheidung bleibt hier mit ihrer Quittung.</translation>
    </message>
    <message>
        <source>None in doubt or failed</source>
        <translation>Nichts ungeklärt oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Ask for the stat&amp;us</source>
        <translation>&amp;Stand erfragen</translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation>Fall öff&amp;nen</translation>
    </message>
    <message>
        <source>How far they came</source>
        <translation>Wie weit sie kamen</translation>
    </message>
    <message>
        <source>Take the chosen decision &amp;back</source>
        <translation>Ge&amp;wählte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Ask for the s&amp;tatus of the chosen decision</source>
        <translation>Stand der gewählten Entscheidung erf&amp;ragen</translation>
    </message>
    <message>
        <source>None of this kind.</source>
        <translation>Keine dieser Art.</translation>
    </message>
    <message>
        <source>The other tabs may have some.</source>
        <translation>Die anderen Reiter haben vielleicht welche.</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>Choose a decision to see what can be done about it.</source>
        <translation>Wählen Sie eine Entscheidung, um zu sehen, was sich tun lässt.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Nächstes: %1</translation>
    </message>
    <message>
        <source>Filter the decisions</source>
        <translation>Entscheidungen filtern</translation>
    </message>
    <message>
        <source>Filter, for example: %1</source>
        <translation>Filtern, zum Beispiel: %1</translation>
    </message>
    <message>
        <source>pump	the word stands in one of the texts</source>
        <translation>pump	das Wort steht in einem der Texte</translation>
    </message>
    <message>
        <source>No row passes the filter.</source>
        <translation>Keine Zeile erfüllt den Filter.</translation>
    </message>
    <message>
        <source>Escape in its line empties it.</source>
        <translation>Escape in seiner Zeile leert ihn.</translation>
    </message>
    <message>
        <source>%1 Next: %2</source>
        <translation>%1 Als Nächstes: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt or failed</source>
        <translation>
            <numerusform>%Ln ungeklärt oder fehlgeschlagen</numerusform>
            <numerusform>%Ln ungeklärt oder fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None in doubt, %Ln not carried out</source>
        <translation>
            <numerusform>Keine im Zweifel, %Ln nicht ausgeführt</numerusform>
            <numerusform>Keine im Zweifel, %Ln nicht ausgeführt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::decisions::PhaseWords</name>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht unterschrieben</translation>
    </message>
    <message>
        <source>Escalate it to somebody who may</source>
        <translation>Geben Sie es an jemanden weiter, der darf</translation>
    </message>
    <message>
        <source>A second person has to sign</source>
        <translation>Eine zweite Person muss unterschreiben</translation>
    </message>
    <message>
        <source>Is sent as soon as the gateway can be reached</source>
        <translation>Wird gesendet, sobald das Gateway erreichbar ist</translation>
    </message>
    <message numerus="yes">
        <source>Can be taken back for %n more second(s)</source>
        <translation>
            <numerusform>Kann noch %n Sekunde zurückgenommen werden</numerusform>
            <numerusform>Kann noch %n Sekunden zurückgenommen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Is being sent now</source>
        <translation>Wird gerade gesendet</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Waits for the gateway's answer</source>
        <translation>Wartet auf die Antwort des Gateways</translation>
    </message>
    <message>
        <source>Waits for the platform to carry it out</source>
        <translation>Wartet, bis die Plattform es ausführt</translation>
    </message>
    <message>
        <source>Nothing was done: open the case and read why</source>
        <translation>Nichts wurde getan: öffnen Sie den Fall und lesen Sie, warum</translation>
    </message>
    <message>
        <source>The status is being asked for; nothing is done twice</source>
        <translation>Der Stand wird erfragt; nichts geschieht zweimal</translation>
    </message>
    <message>
        <source>Undone: open the case for step and cost</source>
        <translation>Rückgängig: der Fall zeigt Schritte und Kosten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Only partly undone: open the case and finish by hand</source>
        <translation>Nur teilweise rückgängig: öffnen Sie den Fall und bringen Sie es von Hand zu Ende</translation>
    </message>
    <message>
        <source>Open the case: the platform could not do it</source>
        <translation>Öffnen Sie den Fall: die Plattform konnte es nicht</translation>
    </message>
    <message>
        <source>Open the case: decide about the new version</source>
        <translation>Öffnen Sie den Fall: entscheiden Sie über die neue Version</translation>
    </message>
    <message>
        <source>Nothing was done: it was too late</source>
        <translation>Nichts wurde getan: es war zu spät</translation>
    </message>
</context>
<context>
    <name>ui::decisions::Texts</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>Whole fleet</source>
        <translation>Ganze Flotte</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Order or agent</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>%1, under delegation %2</source>
        <translation>%1, nach Übertragung %2</translation>
    </message>
</context>
<context>
    <name>ui::frame::AboutBox</name>
    <message>
        <source>About Reeve</source>
        <translation>Über Reeve</translation>
    </message>
    <message>
        <source>Reeve %1</source>
        <translation>Reeve %1</translation>
    </message>
    <message>
        <source>Supervision of machine customers: what buying agents do, why it looks wrong, and a signed decision about it.</source>
        <translation>Aufsicht über Maschinenkunden: was einkaufende Agenten tun, warum etwas falsch aussieht, und eine signierte Entscheidung darüber.</translation>
    </message>
    <message>
        <source>Reeve is free software under the GNU General Public License, version 3 or (at your option) any later version. It comes WITHOUT ANY WARRANTY, to the extent permitted by law. The protocol documents are under the Apache License 2.0. The whole texts are in the files LICENSE of the source.</source>
        <translation>Reeve ist freie Software unter der GNU General Public License, Version 3 oder (nach Ihrer Wahl) jeder späteren Version. Es kommt OHNE JEDE GEWÄHRLEISTUNG, soweit das Gesetz es zulässt. Die Protokolldokumente stehen unter der Apache License 2.0. Die vollen Texte stehen in den Dateien LICENSE des Quelltexts.</translation>
    </message>
    <message>
        <source>Built with Qt %1.</source>
        <translation>Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>ui::frame::Actions</name>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Try the connection now</source>
        <translation>&amp;Verbindung jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Lock my key</source>
        <translation>Schlüssel &amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Stop the whole fleet …</source>
        <translation>Ganze Flotte sto&amp;ppen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Pause or follow the live table</source>
        <translation>Laufende Tabelle anhalten &amp;oder mitlaufen</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Fall</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächster</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorheriger</translation>
    </message>
    <message>
        <source>Show ne&amp;w cases</source>
        <translation>Neue Fälle &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Approve …</source>
        <translation>&amp;Freigeben …</translation>
    </message>
    <message>
        <source>&amp;Reject …</source>
        <translation>&amp;Ablehnen …</translation>
    </message>
    <message>
        <source>Roll &amp;back …</source>
        <translation>&amp;Rückabwickeln …</translation>
    </message>
    <message>
        <source>Resol&amp;ve …</source>
        <translation>&amp;Klären …</translation>
    </message>
    <message>
        <source>&amp;Stop the agent …</source>
        <translation>Agenten &amp;stoppen …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Reeve</source>
        <translation>&amp;Info über Reeve</translation>
    </message>
    <message>
        <source>St&amp;op …</source>
        <translation>St&amp;oppen …</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows as CS&amp;V</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy rows as &amp;Markdown</source>
        <translation>Zeilen als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Choose co&amp;lumns …</source>
        <translation>Spa&amp;lten wählen …</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>Vor&amp;wärts</translation>
    </message>
    <message>
        <source>&amp;Reset the arrangement</source>
        <translation>Anor&amp;dnung zurücksetzen</translation>
    </message>
    <message>
        <source>Profile: &amp;manager</source>
        <translation>Profil: Einka&amp;uf</translation>
    </message>
    <message>
        <source>Profile: a&amp;uditor</source>
        <translation>Profil: &amp;Revision</translation>
    </message>
    <message>
        <source>Profile: anal&amp;yst</source>
        <translation>Profil: Anal&amp;yse</translation>
    </message>
    <message>
        <source>&amp;Commands …</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Sort by …</source>
        <translation>Sortieren na&amp;ch …</translation>
    </message>
    <message>
        <source>Approve red&amp;uced …</source>
        <translation>Verr&amp;ingern …</translation>
    </message>
    <message>
        <source>As&amp;k …</source>
        <translation>Rü&amp;ckfragen …</translation>
    </message>
    <message>
        <source>&amp;Hold …</source>
        <translation>Anhal&amp;ten …</translation>
    </message>
    <message>
        <source>&amp;Escalate …</source>
        <translation>&amp;Eskalieren …</translation>
    </message>
    <message>
        <source>Let the agent &amp;go on …</source>
        <translation>Agenten fort&amp;fahren lassen …</translation>
    </message>
    <message>
        <source>Open a &amp;file …</source>
        <translation>&amp;Datei öffnen …</translation>
    </message>
    <message>
        <source>Filter by a f&amp;orm …</source>
        <translation>Mit einem F&amp;ormular filtern …</translation>
    </message>
    <message>
        <source>Sa&amp;ved filters …</source>
        <translation>&amp;Gespeicherte Filter …</translation>
    </message>
    <message>
        <source>Save this filter …</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>My view: &amp;fine</source>
        <translation>Meine Sicht: in &amp;Ordnung</translation>
    </message>
    <message>
        <source>My view: &amp;odd</source>
        <translation>Meine Sicht: &amp;seltsam</translation>
    </message>
    <message>
        <source>My view: wron&amp;g</source>
        <translation>Meine Sicht: &amp;falsch</translation>
    </message>
    <message>
        <source>A&amp;cknowledge …</source>
        <translation>Zur Kenntn&amp;is nehmen …</translation>
    </message>
    <message>
        <source>Colours: as the des&amp;ktop has them</source>
        <translation>Farben: wie im S&amp;ystem</translation>
    </message>
    <message>
        <source>Colours: ligh&amp;t</source>
        <translation>Farben: &amp;hell</translation>
    </message>
    <message>
        <source>Colours: dar&amp;k</source>
        <translation>Farben: &amp;dunkel</translation>
    </message>
    <message>
        <source>Language: as the desktop speaks</source>
        <translation>Sprache: wie im System</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Sprache: English</translation>
    </message>
    <message>
        <source>Language: Deutsch</source>
        <translation>Sprache: Deutsch</translation>
    </message>
    <message>
        <source>Ask about the whole group …</source>
        <translation>Zur ganzen Gruppe rückfragen …</translation>
    </message>
    <message>
        <source>Hold the whole group …</source>
        <translation>Die ganze Gruppe anhalten …</translation>
    </message>
    <message>
        <source>Reject the whole group …</source>
        <translation>Die ganze Gruppe ablehnen …</translation>
    </message>
    <message>
        <source>Escalate the whole group …</source>
        <translation>Die ganze Gruppe eskalieren …</translation>
    </message>
    <message>
        <source>Let the whole fleet &amp;go on …</source>
        <translation>Ganze Flotte &amp;weiterarbeiten lassen …</translation>
    </message>
</context>
<context>
    <name>ui::frame::AlarmWords</name>
    <message>
        <source>Reading only: %1 keeps this store. Decide there, or close it and start again.</source>
        <translation>Nur lesend: %1 führt diesen Datenspeicher. Entscheiden Sie dort, oder schließen Sie es und starten Sie neu.</translation>
    </message>
    <message>
        <source>Nothing is being stored. %1</source>
        <translation>Es wird nichts gespeichert. %1</translation>
    </message>
    <message>
        <source>The gateway is not connected. %1</source>
        <translation>Das Gateway ist nicht verbunden. %1</translation>
    </message>
    <message>
        <source>Signed decisions are not delivered. %1</source>
        <translation>Unterschriebene Entscheidungen werden nicht zugestellt. %1</translation>
    </message>
    <message>
        <source>The record is being opened and checked. What it holds is shown as soon as that is done.</source>
        <translation>Die Aufzeichnung wird geöffnet und geprüft. Was sie enthält, erscheint, sobald das fertig ist.</translation>
    </message>
    <message>
        <source>Stale: the gateway has not been heard for a while, so everything here may be out of date. What is signed now waits in the record and is sent when it is back.</source>
        <translation>Veraltet: Vom Gateway ist eine Weile nichts zu hören, daher kann hier alles überholt sein. Was jetzt signiert wird, wartet in der Aufzeichnung und wird gesendet, wenn es zurück ist.</translation>
    </message>
    <message>
        <source>The gateway is not connected: everything here may be out of date. What is signed now waits in the record and is sent when it is back.</source>
        <translation>Das Gateway ist nicht verbunden: Hier kann alles überholt sein. Was jetzt signiert wird, wartet in der Aufzeichnung und wird gesendet, wenn es zurück ist.</translation>
    </message>
    <message>
        <source>The gateway is not connected: it did not answer in time. Reeve keeps trying; press F5 to try now.</source>
        <translation>Das Gateway ist nicht verbunden: Es antwortete nicht rechtzeitig. Reeve versucht es weiter; F5 versucht es sofort.</translation>
    </message>
</context>
<context>
    <name>ui::frame::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
</context>
<context>
    <name>ui::frame::MainWindow</name>
    <message>
        <source>Reeve</source>
        <translation>Reeve</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>Jetzt &amp;versuchen</translation>
    </message>
    <message>
        <source>Files can only be opened while Reeve keeps the store itself.</source>
        <translation>Dateien können nur geöffnet werden, während Reeve den Speicher selbst hält.</translation>
    </message>
    <message>
        <source>Tables and agent runs (*.csv *.tsv *.txt *.jsonl)</source>
        <translation>Tabellen und Agentenläufe (*.csv *.tsv *.txt *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Dis&amp;miss</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>All spend is shown again</source>
        <translation>Alle Ausgaben werden wieder gezeigt</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>P pauses the live table: go there first (Ctrl+2).</source>
        <translation>P hält die laufende Tabelle an: Gehen Sie erst dorthin (Strg+2).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows copied</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an agent or an order first. Ctrl+. stops others.</source>
        <translation>Wählen Sie erst einen Agenten oder eine Bestellung. Strg+. hält andere an.</translation>
    </message>
    <message>
        <source>No stopped agent is chosen: look among the agents (Ctrl+4).</source>
        <translation>Kein angehaltener Agent ist gewählt: Sehen Sie unter den Agenten nach (Strg+4).</translation>
    </message>
    <message>
        <source>Choose a case first: J and K walk.</source>
        <translation>Wählen Sie erst einen Fall: J und K gehen weiter.</translation>
    </message>
    <message>
        <source>Decisions are made in the inbox: Enter opens the chosen order there.</source>
        <translation>Entschieden wird im Posteingang: Die Eingabetaste öffnet dort die gewählte Bestellung.</translation>
    </message>
    <message>
        <source>Sandbox, simulated agents — Reeve</source>
        <translation>Sandkasten, simulierte Agenten — Reeve</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) are signed and not sent yet.</source>
        <translation>
            <numerusform>%Ln Entscheidung ist unterschrieben und noch nicht gesendet.</numerusform>
            <numerusform>%Ln Entscheidungen sind unterschrieben und noch nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the record and are sent when Reeve runs again. Until then the orders wait, and one may end undecided.</source>
        <translation>Was unterschrieben ist, bleibt in der Aufzeichnung und wird gesendet, sobald Reeve wieder läuft. Bis dahin warten die Bestellungen, und eine kann unentschieden enden.</translation>
    </message>
    <message>
        <source>&amp;Quit all the same</source>
        <translation>&amp;Trotzdem beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
</context>
<context>
    <name>ui::frame::PaneWords</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In deren Worten</translation>
    </message>
    <message>
        <source>Platform, version %1: %2</source>
        <translation>Plattform, Version %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::frame::Panes</name>
    <message>
        <source>Why this order was escalated</source>
        <translation>Warum diese Bestellung vorgelegt wurde</translation>
    </message>
    <message>
        <source>What happened to this order</source>
        <translation>Was mit dieser Bestellung geschah</translation>
    </message>
    <message>
        <source>The newest event of this order as it arrived</source>
        <translation>Das neueste Ereignis dieser Bestellung, wie es eintraf</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>As it arrived</source>
        <translation>Wie eingetroffen</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>No order is chosen.</source>
        <translation>Keine Bestellung ist gewählt.</translation>
    </message>
    <message>
        <source>The order under the cursor is shown here.</source>
        <translation>Die Bestellung unter dem Zeiger wird hier gezeigt.</translation>
    </message>
</context>
<context>
    <name>ui::frame::Rail</name>
    <message>
        <source>STOP</source>
        <translation>STOPP</translation>
    </message>
    <message>
        <source>Stop an agent or the fleet</source>
        <translation>Einen Agenten oder die Flotte stoppen</translation>
    </message>
    <message>
        <source>Stop an agent or the whole fleet. A review comes first.</source>
        <translation>Einen Agenten oder die ganze Flotte stoppen. Zuerst kommt eine Prüfung.</translation>
    </message>
</context>
<context>
    <name>ui::frame::ScreenWords</name>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Eingang</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>&amp;Decisions</source>
        <translation>En&amp;tscheidungen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>S&amp;uche</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>&amp;Zustand</translation>
    </message>
    <message>
        <source>A&amp;gents</source>
        <translation>A&amp;genten</translation>
    </message>
    <message>
        <source>S&amp;pend</source>
        <translation>Ausga&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>P&amp;olicy</source>
        <translation>&amp;Richtlinie</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>&amp;Was wäre wenn</translation>
    </message>
    <message>
        <source>&amp;Judging</source>
        <translation>Urte&amp;ile</translation>
    </message>
</context>
<context>
    <name>ui::frame::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Go into the chosen case, or open the order of a live row</source>
        <translation>In den gewählten Fall gehen, oder die Bestellung einer laufenden Zeile öffnen</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>In a review: choose the reason</source>
        <translation>In einer Prüfung: den Grund wählen</translation>
    </message>
    <message>
        <source>Alt+S</source>
        <translation>Alt+S</translation>
    </message>
    <message>
        <source>In a review: sign. Enter never signs</source>
        <translation>In einer Prüfung: signieren. Die Eingabetaste signiert nie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>In a review: close without deciding</source>
        <translation>In einer Prüfung: ohne Entscheidung schließen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>In lists and reviews</source>
        <translation>In Listen und Prüfungen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>In the inbox: turn the case's page; Shift: back</source>
        <translation>Im Eingang: im Fall weiterblättern; mit Umschalt zurück</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Rechts, Links</translation>
    </message>
    <message>
        <source>In the inbox: open or close a group</source>
        <translation>Im Eingang: Gruppe auf- oder zuklappen</translation>
    </message>
</context>
<context>
    <name>ui::frame::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1, next attempt %2</source>
        <translation>%1, nächster Versuch %2</translation>
    </message>
    <message>
        <source>%1, last heard %2</source>
        <translation>%1, zuletzt gehört %2</translation>
    </message>
    <message>
        <source>Lag %1</source>
        <translation>Verzug %1</translation>
    </message>
    <message>
        <source>Gaps %1</source>
        <translation>Lücken %1</translation>
    </message>
    <message>
        <source>Set aside %1</source>
        <translation>Beiseitegelegt %1</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Aufzeichnung %1</translation>
    </message>
    <message>
        <source>Unsent %1</source>
        <translation>Ungesendet %1</translation>
    </message>
    <message>
        <source>no gateway yet</source>
        <translation>noch kein Gateway</translation>
    </message>
    <message>
        <source>Sandbox, simulated: %1</source>
        <translation>Sandkasten, simuliert: %1</translation>
    </message>
    <message>
        <source>Rate %1/s</source>
        <translation>Rate %1/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln escalated to you</source>
        <translation>
            <numerusform>%Ln an Sie weitergeleitet</numerusform>
            <numerusform>%Ln an Sie weitergeleitet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new for %1</source>
        <translation>Seit %1 nichts Neues</translation>
    </message>
</context>
<context>
    <name>ui::frame::StopMenu</name>
    <message>
        <source>Stop agent %1 …</source>
        <translation>Agent %1 stoppen …</translation>
    </message>
    <message>
        <source>Stop one agent: open its case or choose its live row first</source>
        <translation>Einen Agenten stoppen: zuerst seinen Fall öffnen oder seine Live-Zeile wählen</translation>
    </message>
    <message>
        <source>Stop the whole fleet …</source>
        <translation>Die ganze Flotte stoppen …</translation>
    </message>
    <message>
        <source>Stop the tier %1 …</source>
        <translation>Die Stufe %1 stoppen …</translation>
    </message>
    <message>
        <source>Let go &amp;on</source>
        <translation>&amp;Weiterarbeiten lassen</translation>
    </message>
    <message>
        <source>Let go on what was stopped as a whole</source>
        <translation>Weiterarbeiten lassen, was als Ganzes gestoppt wurde</translation>
    </message>
    <message>
        <source>Let the tier %1 go on …</source>
        <translation>Die Stufe %1 weiterarbeiten lassen …</translation>
    </message>
    <message>
        <source>Let the whole fleet go on …</source>
        <translation>Die ganze Flotte weiterarbeiten lassen …</translation>
    </message>
</context>
<context>
    <name>ui::health::AsideFields</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Arrived late</source>
        <translation>Verspätet eingetroffen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Wie es beginnt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Größe in Byte</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>ui::health::HealthView</name>
    <message>
        <source>What arrived, as it arrived</source>
        <translation>Was eintraf, wie es eintraf</translation>
    </message>
    <message>
        <source>What is missing, not understood or contradictory</source>
        <translation>Was fehlt, unverständlich ist oder sich widerspricht</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
    <message>
        <source>Every number of every source's sequence has arrived.</source>
        <translation>Jede Nummer der Folge jeder Quelle ist eingetroffen.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Nichts wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Everything that arrived could be understood.</source>
        <translation>Alles, was eintraf, war verständlich.</translation>
    </message>
    <message>
        <source>Set &amp;aside</source>
        <translation>Bei&amp;seitegelegt</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Nothing contradicts itself.</source>
        <translation>Nichts widerspricht sich.</translation>
    </message>
    <message>
        <source>No event came twice with another content, and versions follow each other.</source>
        <translation>Kein Ereignis kam zweimal mit anderem Inhalt, und die Versionen folgen aufeinander.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Being opened</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Read only, kept by another program</source>
        <translation>Nur lesend, ein anderes Programm hält ihn</translation>
    </message>
    <message>
        <source>Writing, every entry durable</source>
        <translation>Schreibt, jeder Eintrag ist dauerhaft</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>Second copies, ignored</source>
        <translation>Zweite Kopien, übergangen</translation>
    </message>
    <message>
        <source>Decisions not sent</source>
        <translation>Nicht gesendete Entscheidungen</translation>
    </message>
    <message>
        <source>Filter the gaps</source>
        <translation>Lücken filtern</translation>
    </message>
    <message>
        <source>Filter, for example: given_up == true</source>
        <translation>Filtern, zum Beispiel: given_up == true</translation>
    </message>
    <message>
        <source>Filter what was set aside</source>
        <translation>Beiseitegelegtes filtern</translation>
    </message>
    <message>
        <source>Filter, for example: times &gt; 1</source>
        <translation>Filtern, zum Beispiel: times &gt; 1</translation>
    </message>
    <message>
        <source>Filter the contradictions</source>
        <translation>Widersprüche filtern</translation>
    </message>
    <message>
        <source>Ga&amp;ps</source>
        <translation>&amp;Lücken</translation>
    </message>
    <message>
        <source>Contra&amp;dictions</source>
        <translation>&amp;Widersprüche</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>ui::health::HealthWords</name>
    <message>
        <source>Arrived late</source>
        <translation>Verspätet eingetroffen</translation>
    </message>
    <message>
        <source>The gateway does not give them: ask its operator</source>
        <translation>Das Gateway gibt sie nicht: Betreiber fragen</translation>
    </message>
    <message>
        <source>Asked for again</source>
        <translation>Erneut angefordert</translation>
    </message>
    <message>
        <source>The same event with another content</source>
        <translation>Dasselbe Ereignis mit anderem Inhalt</translation>
    </message>
    <message>
        <source>Another event at the same place in the sequence</source>
        <translation>Ein anderes Ereignis an derselben Stelle der Folge</translation>
    </message>
    <message>
        <source>Versions of an order that do not follow each other</source>
        <translation>Versionen einer Bestellung, die nicht aufeinander folgen</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What contradicts</source>
        <translation>Was widerspricht</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Against entry</source>
        <translation>Gegen Eintrag</translation>
    </message>
</context>
<context>
    <name>ui::history::SearchView</name>
    <message>
        <source>Search the record</source>
        <translation>Aufzeichnung durchsuchen</translation>
    </message>
    <message>
        <source>Id, agent, supplier, amount, words; then Enter</source>
        <translation>Kennung, Agent, Lieferant, Betrag, Wörter; dann Enter</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>%1 found, all there is</source>
        <translation>%1 gefunden, mehr gibt es nicht</translation>
    </message>
    <message>
        <source>%1 found, looking …</source>
        <translation>%1 gefunden, suche …</translation>
    </message>
    <message>
        <source>%1 found, looking back beyond entry %2 …</source>
        <translation>%1 gefunden, suche vor Eintrag %2 …</translation>
    </message>
    <message>
        <source>%1 found back to entry %2</source>
        <translation>%1 gefunden bis zurück zu Eintrag %2</translation>
    </message>
    <message>
        <source>S&amp;top looking</source>
        <translation>Suche anhal&amp;ten</translation>
    </message>
    <message>
        <source>Look &amp;further back</source>
        <translation>&amp;Weiter zurück suchen</translation>
    </message>
    <message>
        <source>Search the whole record.</source>
        <translation>Die ganze Aufzeichnung durchsuchen.</translation>
    </message>
    <message>
        <source>Type an id, a name, an amount with its currency, or words that you remember, and press Enter.</source>
        <translation>Tippen Sie eine Kennung, einen Namen, einen Betrag mit Währung oder erinnerte Wörter und drücken Sie Enter.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>The newest entries come first.</source>
        <translation>Die neuesten Einträge kommen zuerst.</translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation>Bisher nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing in the record fits.</source>
        <translation>Nichts in der Aufzeichnung passt.</translation>
    </message>
    <message>
        <source>Look further back, or say it in other words.</source>
        <translation>Suchen Sie weiter zurück oder mit anderen Wörtern.</translation>
    </message>
    <message>
        <source>Try fewer or other words. The question mark shows what can be typed.</source>
        <translation>Versuchen Sie weniger oder andere Wörter. Das Fragezeichen zeigt, was getippt werden kann.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Filter what was found</source>
        <translation>Gefundenes filtern</translation>
    </message>
    <message>
        <source>Filter what was found, for example: tier &gt;= sign_off</source>
        <translation>Gefundenes filtern, zum Beispiel: tier &gt;= sign_off</translation>
    </message>
</context>
<context>
    <name>ui::inbox::CaseFields</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>Gegenpartei</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum sie wartet</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Wie sie kam</translation>
    </message>
    <message>
        <source>Before or after execution</source>
        <translation>Vor oder nach der Ausführung</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Who is looking</source>
        <translation>Wer sie ansieht</translation>
    </message>
    <message>
        <source>Contradictory versions</source>
        <translation>Widersprüchliche Versionen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Answer due by the policy</source>
        <translation>Antwort fällig nach der Richtlinie</translation>
    </message>
    <message>
        <source>Time left to answer</source>
        <translation>Zeit bis zur Antwort</translation>
    </message>
    <message>
        <source>Escalated because nobody answered</source>
        <translation>Weitergeleitet, weil niemand antwortete</translation>
    </message>
    <message>
        <source>To whom it is escalated</source>
        <translation>An wen es weitergeleitet ist</translation>
    </message>
    <message>
        <source>Tier by our policy</source>
        <translation>Stufe nach unserer Richtlinie</translation>
    </message>
    <message>
        <source>Tier by the platform</source>
        <translation>Stufe nach der Plattform</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Escalated to you</source>
        <translation>An Sie weitergeleitet</translation>
    </message>
</context>
<context>
    <name>ui::inbox::GroupPage</name>
    <message>
        <source>Pause this agent …  S</source>
        <translation>Diesen Agenten anhalten …  S</translation>
    </message>
    <message>
        <source>Pause this agent</source>
        <translation>Diesen Agenten anhalten</translation>
    </message>
    <message>
        <source>One agent asks more often than anybody can look. Pause it first; then look at what it did.</source>
        <translation>Ein Agent fragt öfter, als jemand hinsehen kann. Halten Sie ihn zuerst an; sehen Sie dann nach, was er getan hat.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Mehrere</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Highest tier</source>
        <translation>Höchste Stufe</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>First one ends</source>
        <translation>Der erste endet</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Hide them  Enter</source>
        <translation>Verbergen  Enter</translation>
    </message>
    <message>
        <source>Show them one by one  Enter</source>
        <translation>Einzeln zeigen  Enter</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show them one by one</source>
        <translation>Einzeln zeigen</translation>
    </message>
    <message>
        <source>Approving goes one by one, on purpose: pieces of one need add up, and the limit counts for the whole of it.</source>
        <translation>Genehmigt wird einzeln, mit Absicht: Teile eines Bedarfs summieren sich, und die Grenze gilt für das Ganze.</translation>
    </message>
    <message>
        <source>Ask all …  Q</source>
        <translation>Alle rückfragen …  Q</translation>
    </message>
    <message>
        <source>Hold all …  H</source>
        <translation>Alle anhalten …  H</translation>
    </message>
    <message>
        <source>Reject all …  R</source>
        <translation>Alle ablehnen …  R</translation>
    </message>
    <message>
        <source>Escalate all …  E</source>
        <translation>Alle eskalieren …  E</translation>
    </message>
    <message>
        <source>A group is not approved at once: Enter shows its orders one by one.</source>
        <translation>Eine Gruppe wird nicht auf einmal genehmigt: Enter zeigt ihre Bestellungen einzeln.</translation>
    </message>
    <message>
        <source>This is decided one by one: Enter shows the orders of the group.</source>
        <translation>Das wird einzeln entschieden: Enter zeigt die Bestellungen der Gruppe.</translation>
    </message>
    <message>
        <source>All of them are decided already.</source>
        <translation>Über alle ist schon entschieden.</translation>
    </message>
    <message>
        <source>The platform does not hold these orders, so nothing waits for a decision: open them one by one.</source>
        <translation>Die Plattform hält diese Bestellungen nicht an, also wartet nichts auf eine Entscheidung: öffnen Sie sie einzeln.</translation>
    </message>
    <message>
        <source>The same agent, the same counterpart, the same kind of problem. The most urgent one stands alone above them. Each has a decision of its own, also when all are dealt with at once.</source>
        <translation>Derselbe Agent, dieselbe Gegenseite, dieselbe Art von Problem. Der dringendste Fall steht allein darüber. Jeder hat seine eigene Entscheidung, auch wenn alle auf einmal behandelt werden.</translation>
    </message>
</context>
<context>
    <name>ui::inbox::InboxView</name>
    <message>
        <source>Show new cases</source>
        <translation>Neue Fälle zeigen</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>Stale: this list shows what was known before the connection was lost. Decisions wait until it is back.</source>
        <translation>Veraltet: Diese Liste zeigt, was vor dem Verlust der Verbindung bekannt war. Entscheidungen warten, bis sie wieder da ist.</translation>
    </message>
    <message>
        <source>Reading the open cases …</source>
        <translation>Die offenen Fälle werden gelesen …</translation>
    </message>
    <message>
        <source>They come from the record on this computer.</source>
        <translation>Sie kommen aus der Aufzeichnung auf diesem Computer.</translation>
    </message>
    <message>
        <source>All quiet.</source>
        <translation>Alles ruhig.</translation>
    </message>
    <message>
        <source>No order waits for a person. The next one appears here by itself.</source>
        <translation>Keine Bestellung wartet auf einen Menschen. Die nächste erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>No open cases are known.</source>
        <translation>Es sind keine offenen Fälle bekannt.</translation>
    </message>
    <message>
        <source>The connection is not up, so new ones cannot arrive. Press F5 to try again.</source>
        <translation>Die Verbindung steht nicht, also können keine neuen ankommen. Drücken Sie F5, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Order of the inbox</source>
        <translation>Reihenfolge des Eingangs</translation>
    </message>
    <message>
        <source>Order of the inbox, key O</source>
        <translation>Reihenfolge des Eingangs, Taste O</translation>
    </message>
    <message>
        <source>Another o&amp;rder of the inbox</source>
        <translation>Andere Reihe&amp;nfolge des Eingangs</translation>
    </message>
    <message>
        <source>Filter the inbox</source>
        <translation>Eingang filtern</translation>
    </message>
    <message>
        <source>pump	the word stands in one of the texts</source>
        <translation>pump	das Wort steht in einem der Texte</translation>
    </message>
    <message>
        <source>No case passes the filter.</source>
        <translation>Kein Fall erfüllt den Filter.</translation>
    </message>
    <message>
        <source>Escape in its line empties it.</source>
        <translation>Escape in seiner Zeile leert ihn.</translation>
    </message>
    <message>
        <source>Nobody answered these in time; the policy names you. Key M.</source>
        <translation>Niemand hat diese rechtzeitig beantwortet; die Richtlinie nennt Sie. Taste M.</translation>
    </message>
    <message>
        <source>Only what is escalated to &amp;me</source>
        <translation>Nur was an &amp;mich weitergeleitet ist</translation>
    </message>
    <message>
        <source>Nothing here is escalated to you.</source>
        <translation>Nichts hier ist an Sie weitergeleitet.</translation>
    </message>
    <message>
        <source>Key M shows every case again.</source>
        <translation>Taste M zeigt wieder alle Fälle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln for you  (M)</source>
        <translation>
            <numerusform>%Ln für Sie  (M)</numerusform>
            <numerusform>%Ln für Sie  (M)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show only the %Ln case(s) escalated to you</source>
        <translation>
            <numerusform>Nur den %Ln an Sie weitergeleiteten Fall zeigen</numerusform>
            <numerusform>Nur die %Ln an Sie weitergeleiteten Fälle zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>For example: tier &gt;= sign_off</source>
        <translation>z. B. tier &gt;= sign_off</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new  (N)</source>
        <translation>
            <numerusform>%Ln neuer  (N)</numerusform>
            <numerusform>%Ln neue  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %Ln settled  (N)</source>
        <translation>
            <numerusform>%Ln erledigten ausblenden  (N)</numerusform>
            <numerusform>%Ln erledigte ausblenden  (N)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flood: %Ln case(s) in ten minutes. Work from the top, or pause the agent behind them with S.</source>
        <translation>
            <numerusform>Flut: %Ln Fall in zehn Minuten. Arbeiten Sie von oben, oder halten Sie den Agenten dahinter mit S an.</numerusform>
            <numerusform>Flut: %Ln Fälle in zehn Minuten. Arbeiten Sie von oben, oder halten Sie den Agenten dahinter mit S an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a group of alike cases first, or one of its cases.</source>
        <translation>Wählen Sie zuerst eine Gruppe gleichartiger Fälle oder einen ihrer Fälle.</translation>
    </message>
</context>
<context>
    <name>ui::inbox::QueueList</name>
    <message>
        <source>Cases that need a person</source>
        <translation>Fälle, die einen Menschen brauchen</translation>
    </message>
</context>
<context>
    <name>ui::inbox::QueueWords</name>
    <message>
        <source>%1 with %2</source>
        <extracomment>%1 is an agent, %2 a supplier or customer</extracomment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Versions contradict each other</source>
        <translation>Versionen widersprüchlich</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>waits %1, ends %2</source>
        <translation>wartet %1, endet %2</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>%1 is looking · %2</source>
        <extracomment>%1 is a person</extracomment>
        <translation>%1 sieht es an · %2</translation>
    </message>
    <message>
        <source>Several kinds of problem</source>
        <translation>Mehrere Arten von Problemen</translation>
    </message>
    <message>
        <source>wait up to %1, first ends %2</source>
        <translation>warten bis zu %1, der erste endet %2</translation>
    </message>
    <message>
        <source>wait up to %1</source>
        <translation>warten bis zu %1</translation>
    </message>
    <message>
        <source>Sum too large to show</source>
        <translation>Summe zu groß</translation>
    </message>
    <message>
        <source>shown below</source>
        <translation>darunter gezeigt</translation>
    </message>
    <message>
        <source>Enter shows them</source>
        <translation>Enter zeigt sie</translation>
    </message>
    <message>
        <source>Highest risk first</source>
        <translation>Höchstes Risiko zuerst</translation>
    </message>
    <message>
        <source>Longest wait first</source>
        <translation>Längste Wartezeit zuerst</translation>
    </message>
    <message>
        <source>Nearest end first</source>
        <translation>Nächstes Ende zuerst</translation>
    </message>
    <message>
        <source>waits %1, answer due %2</source>
        <extracomment>the policy's time to answer is over before the platform ends the wait</extracomment>
        <translation>wartet %1, Antwort fällig %2</translation>
    </message>
    <message>
        <source>You are looking · %1</source>
        <extracomment>the one who sits here</extracomment>
        <translation>Sie sehen es an · %1</translation>
    </message>
    <message>
        <source>≠ platform: %1 · </source>
        <translation>≠ Plattform: %1 · </translation>
    </message>
    <message>
        <source>≠ ours: %1 · </source>
        <extracomment>a tier that our policy came to, unlike the platform</extracomment>
        <translation>≠ wir: %1 · </translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Escalated to you · %1</source>
        <extracomment>%1 is a tier</extracomment>
        <translation>An Sie weitergeleitet · %1</translation>
    </message>
    <message numerus="yes">
        <source>Flood: %Ln case(s) of one agent</source>
        <translation>
            <numerusform>Flut: %Ln Fall eines Agenten</numerusform>
            <numerusform>Flut: %Ln Fälle eines Agenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike</source>
        <translation>
            <numerusform>%Ln ähnlicher</numerusform>
            <numerusform>%Ln ähnliche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::judging::JudgingView</name>
    <message>
        <source>Judging</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Work items by cause</source>
        <translation>Aufgaben nach Ursache</translation>
    </message>
    <message>
        <source>Work items</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Scorecard by rule</source>
        <translation>Bilanz nach Regel</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Regelbilanz</translation>
    </message>
    <message>
        <source>Orders without any rule, by category</source>
        <translation>Bestellungen ohne jede Regel, nach Kategorie</translation>
    </message>
    <message>
        <source>What no rule speaks about</source>
        <translation>Worüber keine Regel spricht</translation>
    </message>
    <message>
        <source>Policy %1 “%2” is in force. %3 orders judged.</source>
        <translation>Richtlinie %1 „%2“ ist in Kraft. %3 Bestellungen beurteilt.</translation>
    </message>
    <message>
        <source>%1 of %2 entries looked at so far.</source>
        <translation>%1 von %2 Einträgen bisher betrachtet.</translation>
    </message>
    <message>
        <source>A policy was put in place and is refused; the one in force stays. %1 (%2)</source>
        <translation>Eine Richtlinie wurde hinterlegt und wird abgewiesen; die geltende bleibt. %1 (%2)</translation>
    </message>
    <message>
        <source>Judging stands still: %1</source>
        <translation>Das Urteilen steht still: %1</translation>
    </message>
    <message>
        <source>Nothing waits for master data.</source>
        <translation>Nichts wartet auf Stammdaten.</translation>
    </message>
    <message>
        <source>%1 of %2 orders met no rule and stayed below every tier.</source>
        <translation>%1 von %2 Bestellungen trafen keine Regel und blieben unter jeder Stufe.</translation>
    </message>
    <message>
        <source>Never fired: %1</source>
        <translation>Nie ausgelöst: %1</translation>
    </message>
    <message>
        <source>Not read by any rule, limit or tier: %1</source>
        <translation>Von keiner Regel, Grenze oder Stufe gelesen: %1</translation>
    </message>
    <message>
        <source>&amp;Try it on history</source>
        <translation>An der &amp;Vergangenheit erproben</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) may stop too much: choose one with a suggestion.</source>
        <translation>
            <numerusform>%n Regel hält vielleicht zu viel an: Wählen Sie sie aus.</numerusform>
            <numerusform>%n Regeln halten vielleicht zu viel an: Wählen Sie eine mit Vorschlag.</numerusform>
        </translation>
    </message>
    <message>
        <source>No rule stops too much as far as is known: at least %1 decisions, all of them approvals without a change, make a suggestion.</source>
        <translation>Soweit bekannt, hält keine Regel zu viel an: Erst mindestens %1 Entscheidungen, alle davon unveränderte Genehmigungen, ergeben einen Vorschlag.</translation>
    </message>
    <message>
        <source>When a mandate, a contract or an agent is missing on file, all orders that wait for it stand here as one work item.</source>
        <translation>Fehlt ein Mandat, ein Vertrag oder ein Agent in den Stammdaten, stehen hier alle Bestellungen, die darauf warten, als eine Aufgabe.</translation>
    </message>
    <message>
        <source>Put on file what is missing, and these orders stop no more.</source>
        <translation>Hinterlegen Sie, was fehlt, und diese Bestellungen halten nicht mehr an.</translation>
    </message>
    <message>
        <source>No order was judged yet.</source>
        <translation>Noch keine Bestellung ist beurteilt.</translation>
    </message>
    <message>
        <source>When orders come, those that no rule speaks about stand here by category.</source>
        <translation>Kommen Bestellungen, so stehen hier nach Kategorie die, über die keine Regel spricht.</translation>
    </message>
    <message>
        <source>Every order met a rule or reached a tier.</source>
        <translation>Jede Bestellung traf eine Regel oder erreichte eine Stufe.</translation>
    </message>
    <message>
        <source>Orders that no rule speaks about, below every tier, would stand here by category.</source>
        <translation>Bestellungen unter jeder Stufe, über die keine Regel spricht, stünden hier nach Kategorie.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing is known about the judging.</source>
        <translation>Über das Urteilen ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Why stands above. This page fills when it can be read again.</source>
        <translation>Der Grund steht oben. Diese Seite füllt sich, sobald sie wieder gelesen werden kann.</translation>
    </message>
</context>
<context>
    <name>ui::judging::JudgingWords</name>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Master record</source>
        <translation>Stammdatum</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Newest order</source>
        <translation>Neueste Bestellung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Earlier policy</source>
        <translation>Frühere Richtlinie</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Without any rule</source>
        <translation>Ohne jede Regel</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Bulk run</source>
        <translation>Sammellauf</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>%1 of %2 approved unchanged: raise %3 to %4?</source>
        <translation>%1 von %2 unverändert genehmigt: %3 auf %4 anheben?</translation>
    </message>
</context>
<context>
    <name>ui::live::LiveView</name>
    <message>
        <source>Live events</source>
        <translation>Laufende Ereignisse</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause the live table</source>
        <translation>Die laufende Tabelle anhalten</translation>
    </message>
    <message>
        <source>Show newer events and follow</source>
        <translation>Neuere Ereignisse zeigen und mitlaufen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Connected. Nothing has happened yet.</source>
        <translation>Verbunden. Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>No events yet.</source>
        <translation>Noch keine Ereignisse.</translation>
    </message>
    <message>
        <source>The first event of your agents appears here by itself.</source>
        <translation>Das erste Ereignis Ihrer Agenten erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>The connection is not up. Look at the status line below, or press F5 to try again.</source>
        <translation>Die Verbindung steht nicht. Sehen Sie in die Statuszeile unten, oder drücken Sie F5, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Filter the live table</source>
        <translation>Live-Tabelle filtern</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Filter, for example: tier &gt;= sign_off</source>
        <translation>Filtern, zum Beispiel: tier &gt;= sign_off</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer</source>
        <translation>
            <numerusform>%Ln neueres</numerusform>
            <numerusform>%Ln neuere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::look::CodeWords</name>
    <message>
        <source>Above the contract price</source>
        <translation>Über dem Vertragspreis</translation>
    </message>
    <message>
        <source>The contract has expired</source>
        <translation>Der Vertrag ist abgelaufen</translation>
    </message>
    <message>
        <source>No contract covers this</source>
        <translation>Kein Vertrag deckt dies ab</translation>
    </message>
    <message>
        <source>Unusual amount for this agent</source>
        <translation>Ungewöhnlicher Betrag für diesen Agenten</translation>
    </message>
    <message>
        <source>Over the monthly budget</source>
        <translation>Über dem Monatsbudget</translation>
    </message>
    <message>
        <source>More than the mandate allows</source>
        <translation>Mehr, als das Mandat erlaubt</translation>
    </message>
    <message>
        <source>Not what the mandate is for</source>
        <translation>Nicht das, wofür das Mandat gilt</translation>
    </message>
    <message>
        <source>No mandate on file</source>
        <translation>Kein Mandat hinterlegt</translation>
    </message>
    <message>
        <source>Large commitment over the term</source>
        <translation>Große Verpflichtung über die Laufzeit</translation>
    </message>
    <message>
        <source>A spoken number may have been misheard</source>
        <translation>Eine gesprochene Zahl wurde vielleicht falsch verstanden</translation>
    </message>
    <message>
        <source>Speech was recognised with low confidence</source>
        <translation>Sprache wurde nur unsicher erkannt</translation>
    </message>
    <message>
        <source>Two commands contradict each other</source>
        <translation>Zwei Anweisungen widersprechen einander</translation>
    </message>
    <message>
        <source>The agent repeats itself</source>
        <translation>Der Agent wiederholt sich</translation>
    </message>
    <message>
        <source>Text tries to give the agent orders</source>
        <translation>Ein Text versucht, dem Agenten Anweisungen zu geben</translation>
    </message>
    <message>
        <source>Looks like an order that exists already</source>
        <translation>Gleicht einer Bestellung, die es schon gibt</translation>
    </message>
    <message>
        <source>Pieces just under a tier</source>
        <translation>Teilbeträge knapp unter einer Stufe</translation>
    </message>
    <message>
        <source>The supplier's name imitates a known one</source>
        <translation>Der Name des Lieferanten ahmt einen bekannten nach</translation>
    </message>
    <message>
        <source>First order from this supplier</source>
        <translation>Erste Bestellung bei diesem Lieferanten</translation>
    </message>
    <message>
        <source>The payee changed</source>
        <translation>Der Zahlungsempfänger hat sich geändert</translation>
    </message>
    <message>
        <source>Less was delivered than ordered</source>
        <translation>Es wurde weniger geliefert als bestellt</translation>
    </message>
    <message>
        <source>The network was lost: nobody knows whether money moved</source>
        <translation>Das Netz fiel aus: Niemand weiß, ob Geld geflossen ist</translation>
    </message>
    <message>
        <source>Nobody knows whether the payment went through</source>
        <translation>Niemand weiß, ob die Zahlung durchging</translation>
    </message>
    <message>
        <source>The agent stopped answering</source>
        <translation>Der Agent antwortet nicht mehr</translation>
    </message>
    <message>
        <source>Above the tier that may run by itself</source>
        <translation>Über der Stufe, die von selbst laufen darf</translation>
    </message>
    <message>
        <source>Nobody decided in time</source>
        <translation>Niemand hat rechtzeitig entschieden</translation>
    </message>
    <message>
        <source>The signature does not fit. Lock your key, open it again and repeat.</source>
        <translation>Die Signatur passt nicht. Sperren Sie Ihren Schlüssel, öffnen Sie ihn wieder und wiederholen Sie es.</translation>
    </message>
    <message>
        <source>You are not on the roster. Ask an administrator to add your key.</source>
        <translation>Sie stehen nicht auf der Berechtigungsliste. Bitten Sie einen Administrator, Ihren Schlüssel einzutragen.</translation>
    </message>
    <message>
        <source>The roster has another key for you. Ask an administrator to put the new one on it.</source>
        <translation>Die Berechtigungsliste enthält einen anderen Schlüssel für Sie. Bitten Sie einen Administrator, den neuen einzutragen.</translation>
    </message>
    <message>
        <source>The roster changed meanwhile. Open the review again.</source>
        <translation>Die Berechtigungsliste hat sich inzwischen geändert. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>Your membership has ended. Ask an administrator to renew it.</source>
        <translation>Ihr Eintrag in der Berechtigungsliste ist abgelaufen. Bitten Sie einen Administrator, ihn zu erneuern.</translation>
    </message>
    <message>
        <source>The roster gives you another role. Ask an administrator.</source>
        <translation>Die Berechtigungsliste gibt Ihnen eine andere Rolle. Fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>You do not have the permission for this. Escalate it to somebody who has.</source>
        <translation>Dazu haben Sie keine Berechtigung. Eskalieren Sie es an jemanden, der sie hat.</translation>
    </message>
    <message>
        <source>A simulated colleague may not decide this. A person must.</source>
        <translation>Ein simulierter Kollege darf dies nicht entscheiden. Das muss ein Mensch tun.</translation>
    </message>
    <message>
        <source>It is too early for this decision. Try again later.</source>
        <translation>Für diese Entscheidung ist es zu früh. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The time for this decision is over. Open the review again.</source>
        <translation>Die Zeit für diese Entscheidung ist vorbei. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>This decision was used already. Look at the decisions.</source>
        <translation>Diese Entscheidung wurde schon verwendet. Sehen Sie sich die Entscheidungen an.</translation>
    </message>
    <message>
        <source>This decision is meant for another gateway.</source>
        <translation>Diese Entscheidung ist für ein anderes Gateway bestimmt.</translation>
    </message>
    <message>
        <source>This decision is about another order.</source>
        <translation>Diese Entscheidung betrifft eine andere Bestellung.</translation>
    </message>
    <message>
        <source>The order was amended. Read the new version before you decide.</source>
        <translation>Die Bestellung wurde geändert. Lesen Sie die neue Version, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The order's content differs from what was shown. Do not decide; raise it with the platform.</source>
        <translation>Der Inhalt der Bestellung weicht von dem ab, was angezeigt wurde. Entscheiden Sie nicht; wenden Sie sich an die Plattform.</translation>
    </message>
    <message>
        <source>You own this agent, so somebody else has to decide.</source>
        <translation>Sie sind Besteller dieses Agenten, also muss jemand anderes entscheiden.</translation>
    </message>
    <message>
        <source>Nobody knows whether money moved. Clear that up first, or stop the agent.</source>
        <translation>Niemand weiß, ob Geld geflossen ist. Klären Sie das zuerst, oder stoppen Sie den Agenten.</translation>
    </message>
    <message>
        <source>The order is not held, so there is nothing to decide before execution.</source>
        <translation>Die Bestellung ist nicht angehalten, also gibt es vor der Ausführung nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>The order has not been executed, so there is nothing to roll back. Reject it instead.</source>
        <translation>Die Bestellung wurde nicht ausgeführt, also gibt es nichts rückabzuwickeln. Lehnen Sie sie stattdessen ab.</translation>
    </message>
    <message>
        <source>The order is not in doubt, so there is nothing to resolve.</source>
        <translation>Die Bestellung ist nicht ungeklärt, also gibt es nichts zu klären.</translation>
    </message>
    <message>
        <source>This version was decided already. Look at the decisions of the case.</source>
        <translation>Über diese Version wurde schon entschieden. Sehen Sie sich die Entscheidungen des Falls an.</translation>
    </message>
    <message>
        <source>Somebody else is working on this case. Talk to them, or wait until their claim ends.</source>
        <translation>Jemand anderes bearbeitet diesen Fall. Sprechen Sie mit der Person, oder warten Sie, bis ihre Reservierung endet.</translation>
    </message>
    <message>
        <source>Your claim on the case has ended. Open the review again.</source>
        <translation>Ihre Reservierung des Falls ist abgelaufen. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>The policy blocks this order. It can be rejected, not approved.</source>
        <translation>Die Richtlinie sperrt diese Bestellung. Sie kann abgelehnt, aber nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>This tier is above yours. Escalate it to somebody with a higher one.</source>
        <translation>Diese Stufe liegt über Ihrer. Eskalieren Sie an jemanden mit einer höheren.</translation>
    </message>
    <message>
        <source>The amount is missing, so this cannot be approved.</source>
        <translation>Der Betrag fehlt, also kann dies nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>The currency differs from the order's.</source>
        <translation>Die Währung weicht von der der Bestellung ab.</translation>
    </message>
    <message>
        <source>The amount differs from the order's. Open the review again.</source>
        <translation>Der Betrag weicht von dem der Bestellung ab. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>The amount has to be smaller than the order's, and not zero.</source>
        <translation>Der Betrag muss kleiner sein als der der Bestellung, und nicht null.</translation>
    </message>
    <message>
        <source>The payee is missing, so this cannot be approved.</source>
        <translation>Der Zahlungsempfänger fehlt, also kann dies nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>The payee differs from the order's. Do not approve before you know why.</source>
        <translation>Der Zahlungsempfänger weicht von dem der Bestellung ab. Geben Sie nicht frei, bevor Sie wissen, warum.</translation>
    </message>
    <message>
        <source>This is above your limit in this currency. Escalate it.</source>
        <translation>Dies liegt über Ihrem Limit in dieser Währung. Eskalieren Sie es.</translation>
    </message>
    <message>
        <source>The plan for rolling back changed. Open the review again.</source>
        <translation>Der Plan für die Rückabwicklung hat sich geändert. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>Say whether the money moved or not.</source>
        <translation>Geben Sie an, ob das Geld geflossen ist oder nicht.</translation>
    </message>
    <message>
        <source>In solo mode a delay stands for the second person. It is not over yet.</source>
        <translation>Im Einzelbetrieb steht eine Wartezeit für die zweite Person. Sie ist noch nicht vorbei.</translation>
    </message>
    <message>
        <source>The second signature has to come from somebody else.</source>
        <translation>Die zweite Signatur muss von jemand anderem kommen.</translation>
    </message>
    <message>
        <source>The first signature is about something else. Read both.</source>
        <translation>Die erste Signatur betrifft etwas anderes. Lesen Sie beide.</translation>
    </message>
    <message>
        <source>This names an order where an agent is meant.</source>
        <translation>Dies nennt eine Bestellung, wo ein Agent gemeint ist.</translation>
    </message>
    <message>
        <source>This needs a second person. Your signature is the first of two.</source>
        <translation>Dies braucht eine zweite Person. Ihre Signatur ist die erste von zweien.</translation>
    </message>
    <message>
        <source>The case changed while you looked at it. Read the new version before you decide.</source>
        <translation>Der Fall hat sich geändert, während Sie ihn ansahen. Lesen Sie die neue Version, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The versions of this order contradict each other, so it cannot be decided.</source>
        <translation>Die Versionen dieser Bestellung widersprechen einander, also kann nicht entschieden werden.</translation>
    </message>
    <message>
        <source>Your key is locked. Enter your passphrase.</source>
        <translation>Ihr Schlüssel ist gesperrt. Geben Sie Ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation>Wie vereinbart</translation>
    </message>
    <message>
        <source>Price checked</source>
        <translation>Preis geprüft</translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation>Jetzt benötigt</translation>
    </message>
    <message>
        <source>Confirmed by the owner</source>
        <translation>Vom Besteller bestätigt</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>Zu teuer</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht benötigt</translation>
    </message>
    <message>
        <source>Wrong supplier or payee</source>
        <translation>Falscher Lieferant oder Zahlungsempfänger</translation>
    </message>
    <message>
        <source>Wrong amount or quantity</source>
        <translation>Falscher Betrag oder falsche Menge</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>Doppelt bestellt</translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation>Betrugsverdacht</translation>
    </message>
    <message>
        <source>Ordered in error</source>
        <translation>Irrtümlich bestellt</translation>
    </message>
    <message>
        <source>Not delivered as ordered</source>
        <translation>Nicht wie bestellt geliefert</translation>
    </message>
    <message>
        <source>Out of control</source>
        <translation>Außer Kontrolle</translation>
    </message>
    <message>
        <source>Misled by somebody</source>
        <translation>Von jemandem irregeführt</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Checked, may go on</source>
        <translation>Geprüft, darf weiterarbeiten</translation>
    </message>
    <message>
        <source>The money moved</source>
        <translation>Das Geld ist geflossen</translation>
    </message>
    <message>
        <source>The money did not move</source>
        <translation>Das Geld ist nicht geflossen</translation>
    </message>
    <message>
        <source>Other, see the note</source>
        <translation>Anderes, siehe Notiz</translation>
    </message>
    <message>
        <source>Above the catalogue price</source>
        <translation>Über dem Katalogpreis</translation>
    </message>
    <message>
        <source>The policy asks for a person</source>
        <translation>Die Richtlinie verlangt einen Menschen</translation>
    </message>
    <message>
        <source>The mandate was revoked</source>
        <translation>Das Mandat wurde widerrufen</translation>
    </message>
    <message>
        <source>The carrier is late</source>
        <translation>Die Lieferung verspätet sich</translation>
    </message>
    <message>
        <source>The supplier refused</source>
        <translation>Der Lieferant hat abgelehnt</translation>
    </message>
    <message>
        <source>Part of a declared bulk run</source>
        <translation>Teil einer angekündigten Sammelbestellung</translation>
    </message>
    <message>
        <source>The agent, its tier or the whole fleet is stopped. Resume it first, or reject.</source>
        <translation>Der Agent, seine Stufe oder die ganze Flotte ist angehalten. Geben Sie sie erst wieder frei, oder lehnen Sie ab.</translation>
    </message>
    <message>
        <source>The gateway knows no such agent or tier.</source>
        <translation>Das Gateway kennt keinen solchen Agenten und keine solche Stufe.</translation>
    </message>
    <message>
        <source>This was not stopped, so it cannot be resumed.</source>
        <translation>Das war nicht angehalten und kann darum nicht wieder freigegeben werden.</translation>
    </message>
    <message>
        <source>Above the agreed price</source>
        <translation>Über dem vereinbarten Preis</translation>
    </message>
    <message>
        <source>Fewer are needed</source>
        <translation>Weniger wird gebraucht</translation>
    </message>
    <message>
        <source>Only this much budget is left</source>
        <translation>Nur so viel Budget ist übrig</translation>
    </message>
    <message>
        <source>Why is it needed?</source>
        <translation>Wozu wird es gebraucht?</translation>
    </message>
    <message>
        <source>Why this supplier?</source>
        <translation>Warum dieser Lieferant?</translation>
    </message>
    <message>
        <source>Why this price?</source>
        <translation>Warum dieser Preis?</translation>
    </message>
    <message>
        <source>Who asked for it?</source>
        <translation>Wer hat es verlangt?</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>Unterlagen fehlen</translation>
    </message>
    <message>
        <source>Waiting for the owner</source>
        <translation>Wartet auf den Inhaber</translation>
    </message>
    <message>
        <source>Waiting for the supplier</source>
        <translation>Wartet auf den Lieferanten</translation>
    </message>
    <message>
        <source>Papers are being checked</source>
        <translation>Unterlagen werden geprüft</translation>
    </message>
    <message>
        <source>Budget is not open yet</source>
        <translation>Budget ist noch nicht frei</translation>
    </message>
    <message>
        <source>Above my limit</source>
        <translation>Über meiner Grenze</translation>
    </message>
    <message>
        <source>Needs somebody who knows the goods</source>
        <translation>Braucht jemanden mit Warenkenntnis</translation>
    </message>
    <message>
        <source>Contract or legal question</source>
        <translation>Vertrags- oder Rechtsfrage</translation>
    </message>
    <message>
        <source>I am involved myself</source>
        <translation>Ich bin selbst beteiligt</translation>
    </message>
    <message>
        <source>The gateway refuses the login. Your decision waits, is sent again and has done nothing yet. Ask the gateway's operator for a valid token.</source>
        <translation>Das Gateway verweigert die Anmeldung. Ihre Entscheidung wartet, wird erneut gesendet und hat noch nichts bewirkt. Bitten Sie den Betreiber des Gateways um ein gültiges Token.</translation>
    </message>
    <message>
        <source>The gateway takes no decisions at this address. Your decision waits and has done nothing yet. Check the connection.</source>
        <translation>Das Gateway nimmt unter dieser Adresse keine Entscheidungen an. Ihre Entscheidung wartet und hat noch nichts bewirkt. Prüfen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>The gateway is asked too often. Your decision waits and is sent again.</source>
        <translation>Das Gateway wird zu oft gefragt. Ihre Entscheidung wartet und wird erneut gesendet.</translation>
    </message>
    <message>
        <source>Our policy would have stopped it</source>
        <translation>Unsere Richtlinie hätte es angehalten</translation>
    </message>
    <message>
        <source>Nothing of ours is open about this order, so there is nothing to acknowledge. If the platform waits, decide instead.</source>
        <translation>Zu dieser Bestellung ist kein eigener Fund offen, also gibt es nichts zur Kenntnis zu nehmen. Wenn die Plattform wartet, entscheiden Sie stattdessen.</translation>
    </message>
    <message>
        <source>Our rule is too strict here</source>
        <translation>Unsere Regel ist hier zu streng</translation>
    </message>
    <message>
        <source>Dealt with elsewhere</source>
        <translation>Anderswo erledigt</translation>
    </message>
    <message>
        <source>A newer edition of the policy is in force.</source>
        <translation>Eine neuere Edition der Richtlinie ist in Kraft.</translation>
    </message>
    <message>
        <source>It follows another edition of the policy than the one in force.</source>
        <translation>Sie folgt auf eine andere Edition der Richtlinie als die in Kraft.</translation>
    </message>
    <message>
        <source>The policy cannot be used.</source>
        <translation>Die Richtlinie ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>A test case of the policy fails.</source>
        <translation>Ein Testfall der Richtlinie schlägt fehl.</translation>
    </message>
    <message>
        <source>The gateway has no roster yet.</source>
        <translation>Das Gateway hat noch keine Berechtigungsliste.</translation>
    </message>
    <message>
        <source>A second AI that the policy names confirmed it</source>
        <translation>Eine zweite KI, die die Richtlinie nennt, hat sie bestätigt</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>Niemand hat rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The delegation that you would act under is not in force for you. Open the review again.</source>
        <translation>Die Übertragung, unter der Sie handeln würden, gilt für Sie nicht. Öffnen Sie die Prüfung erneut.</translation>
    </message>
    <message>
        <source>This is above what the policy lets you approve. Escalate it (E).</source>
        <translation>Das liegt über dem, was die Richtlinie Sie freigeben lässt. Leiten Sie es weiter (E).</translation>
    </message>
    <message>
        <source>Both signatures would stand on the authority of one person. Somebody else has to sign.</source>
        <translation>Beide Unterschriften stünden auf der Befugnis einer einzigen Person. Jemand anderes muss unterschreiben.</translation>
    </message>
    <message>
        <source>Somebody has to take over (requires_escalation)</source>
        <translation>Übernahme (requires_escalation)</translation>
    </message>
    <message>
        <source>The buyer has to look (requires_buyer_review)</source>
        <translation>Der Einkauf muss hinsehen (requires_buyer_review)</translation>
    </message>
    <message>
        <source>Approval (pending_approval)</source>
        <translation>Freigabe (pending_approval)</translation>
    </message>
    <message>
        <source>A person's check (manual_review)</source>
        <translation>Prüfung durch eine Person (manual_review)</translation>
    </message>
    <message>
        <source>An answer (input_required)</source>
        <translation>Eine Antwort (input_required)</translation>
    </message>
    <message>
        <source>Whoever proposed it took it back.</source>
        <translation>Wer es vorgeschlagen hat, hat es zurückgenommen.</translation>
    </message>
    <message>
        <source>It is in force already.</source>
        <translation>Es gilt schon.</translation>
    </message>
    <message>
        <source>One matter: several orders at one supplier in a day</source>
        <translation>Ein Fall: mehrere Bestellungen bei einem Lieferanten an einem Tag</translation>
    </message>
    <message>
        <source>Escalated by a person</source>
        <translation>Von einem Menschen eskaliert</translation>
    </message>
    <message>
        <source>A person approved it</source>
        <translation>Eine Person hat es freigegeben</translation>
    </message>
    <message>
        <source>A person approved less of it</source>
        <translation>Eine Person hat weniger davon freigegeben</translation>
    </message>
    <message>
        <source>A person rejected it</source>
        <translation>Eine Person hat es abgelehnt</translation>
    </message>
    <message>
        <source>What was stopped may go on</source>
        <translation>Was gestoppt war, darf weiter</translation>
    </message>
    <message>
        <source>The platform holds it no more</source>
        <translation>Die Plattform hält es nicht mehr an</translation>
    </message>
    <message>
        <source>The order was amended</source>
        <translation>Die Bestellung wurde geändert</translation>
    </message>
    <message>
        <source>The platform released its hold</source>
        <translation>Die Plattform hält sie nicht mehr an</translation>
    </message>
    <message>
        <source>The request itself is not on record</source>
        <translation>Die Anforderung selbst ist nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>A step of the rollback failed</source>
        <translation>Ein Schritt der Rückabwicklung schlug fehl</translation>
    </message>
    <message>
        <source>It went on before anybody decided</source>
        <translation>Sie ging weiter, bevor jemand entschied</translation>
    </message>
    <message>
        <source>A version in between is missing</source>
        <translation>Eine Fassung dazwischen fehlt</translation>
    </message>
    <message>
        <source>A missing version came later</source>
        <translation>Eine fehlende Fassung kam später</translation>
    </message>
    <message>
        <source>Two contents for one version</source>
        <translation>Zwei Inhalte für eine Fassung</translation>
    </message>
    <message>
        <source>The content does not fit its digest</source>
        <translation>Der Inhalt passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>The gateway refused a decision about it</source>
        <translation>Das Gateway lehnte eine Entscheidung darüber ab</translation>
    </message>
</context>
<context>
    <name>ui::look::EventWords</name>
    <message>
        <source>Unknown event</source>
        <translation>Unbekanntes Ereignis</translation>
    </message>
    <message>
        <source>Agent registered</source>
        <translation>Agent angemeldet</translation>
    </message>
    <message>
        <source>Agent status</source>
        <translation>Agentenstatus</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Probation changed</source>
        <translation>Probezeit geändert</translation>
    </message>
    <message>
        <source>Mandate granted</source>
        <translation>Mandat erteilt</translation>
    </message>
    <message>
        <source>Mandate revoked</source>
        <translation>Mandat entzogen</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Order requested</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Order amended</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Order held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Order executing</source>
        <translation>In Ausführung</translation>
    </message>
    <message>
        <source>Order completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Order failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Order in doubt</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Delivered short</source>
        <translation>Zu wenig geliefert</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>In Rechnung gestellt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Order expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Assessed by platform</source>
        <translation>Plattform bewertet</translation>
    </message>
    <message>
        <source>Confirmed by second AI</source>
        <translation>Zweite KI bestätigt</translation>
    </message>
    <message>
        <source>Decision taken</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Receipt issued</source>
        <translation>Quittung ausgestellt</translation>
    </message>
    <message>
        <source>Rollback planned</source>
        <translation>Rückabwicklungsplan</translation>
    </message>
    <message>
        <source>Rollback step</source>
        <translation>Rückabwicklungsschritt</translation>
    </message>
    <message>
        <source>Hold placed</source>
        <translation>Anhalten verlangt</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>Anhalten aufgehoben</translation>
    </message>
    <message>
        <source>Stop ordered</source>
        <translation>Stopp angeordnet</translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation>Agent gestoppt</translation>
    </message>
    <message>
        <source>Stop lifted</source>
        <translation>Stopp aufgehoben</translation>
    </message>
    <message>
        <source>Contract published</source>
        <translation>Neuer Vertrag</translation>
    </message>
    <message>
        <source>Price published</source>
        <translation>Neuer Preis</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>Bestand gezählt</translation>
    </message>
    <message>
        <source>Policy published</source>
        <translation>Neue Richtlinie</translation>
    </message>
    <message>
        <source>Roster published</source>
        <translation>Neue Berechtigungen</translation>
    </message>
    <message>
        <source>Claim changed</source>
        <translation>Reservierung geändert</translation>
    </message>
</context>
<context>
    <name>ui::look::FaultWords</name>
    <message>
        <source>This value is not allowed here. Correct it and try again.</source>
        <translation>Dieser Wert ist hier nicht zulässig. Berichtigen Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What arrived is not in the expected form. It was set aside; look at the details.</source>
        <translation>Was ankam, hat nicht die erwartete Form. Es wurde beiseitegelegt; sehen Sie sich die Einzelheiten an.</translation>
    </message>
    <message>
        <source>This is larger than the program accepts. Make it smaller or split it.</source>
        <translation>Dies ist größer, als das Programm annimmt. Verkleinern oder teilen Sie es.</translation>
    </message>
    <message>
        <source>This kind or version is not known to this program. A newer Reeve may know it.</source>
        <translation>Diese Art oder Version kennt dieses Programm nicht. Ein neueres Reeve kennt sie vielleicht.</translation>
    </message>
    <message>
        <source>This no longer exists or never did. Check the name, or look at the list again.</source>
        <translation>Dies gibt es nicht mehr oder gab es nie. Prüfen Sie den Namen, oder sehen Sie erneut in die Liste.</translation>
    </message>
    <message>
        <source>There is already something else with this identity. Nothing was changed.</source>
        <translation>Es gibt schon etwas anderes mit dieser Kennung. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The case changed while you looked at it. Read the new version before you decide.</source>
        <translation>Der Fall hat sich geändert, während Sie ihn ansahen. Lesen Sie die neue Version, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The deadline has passed. Nothing was done.</source>
        <translation>Die Frist ist abgelaufen. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>A rule, a limit or a missing permission says no. Nothing was done.</source>
        <translation>Eine Regel, ein Limit oder eine fehlende Berechtigung steht dagegen. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>A signature or checksum does not fit. Do not rely on this; tell your administrator.</source>
        <translation>Eine Signatur oder Prüfsumme passt nicht. Verlassen Sie sich nicht darauf; verständigen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The passphrase does not open your key. Check Caps Lock and the keyboard layout.</source>
        <translation>Die Passphrase öffnet Ihren Schlüssel nicht. Prüfen Sie die Feststelltaste und die Tastaturbelegung.</translation>
    </message>
    <message>
        <source>Another program keeps this store. Close that program, or go on reading only.</source>
        <translation>Ein anderes Programm führt diesen Datenspeicher. Schließen Sie jenes Programm, oder lesen Sie hier nur.</translation>
    </message>
    <message>
        <source>A newer Reeve wrote this store. Update this program to open it.</source>
        <translation>Ein neueres Reeve hat diesen Datenspeicher geschrieben. Aktualisieren Sie dieses Programm, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The disk is nearly full, so nothing more is stored or read. Free some space now.</source>
        <translation>Der Datenträger ist fast voll, darum wird nichts mehr gespeichert oder gelesen. Schaffen Sie jetzt Platz.</translation>
    </message>
    <message>
        <source>A file or folder cannot be read or written. Check that it exists and who may use it.</source>
        <translation>Eine Datei oder ein Ordner kann nicht gelesen oder geschrieben werden. Prüfen Sie, ob sie existieren und wer sie benutzen darf.</translation>
    </message>
    <message>
        <source>Stored data contradicts itself. Stop working on it and restore or verify the record.</source>
        <translation>Gespeicherte Daten widersprechen sich. Arbeiten Sie nicht weiter damit und stellen Sie die Aufzeichnung wieder her oder prüfen Sie sie.</translation>
    </message>
    <message>
        <source>The gateway cannot be reached. Reeve keeps trying; press F5 to try now.</source>
        <translation>Das Gateway ist nicht erreichbar. Reeve versucht es weiter; drücken Sie F5, um es jetzt zu versuchen.</translation>
    </message>
    <message>
        <source>The gateway's certificate is not the one that was confirmed. Do not go on; ask who changed it.</source>
        <translation>Das Zertifikat des Gateways ist nicht das bestätigte. Machen Sie nicht weiter; fragen Sie, wer es geändert hat.</translation>
    </message>
    <message>
        <source>No answer came in time, so it is not known what happened. Ask for the status.</source>
        <translation>Es kam rechtzeitig keine Antwort, also ist nicht bekannt, was geschah. Fragen Sie nach dem Stand.</translation>
    </message>
    <message>
        <source>This was cancelled before it was finished.</source>
        <translation>Dies wurde vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>Too much is waiting at once. Wait a moment and try again.</source>
        <translation>Es wartet zu viel auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The program made a mistake. Nothing was decided; please report the details.</source>
        <translation>Das Programm hat einen Fehler gemacht. Es wurde nichts entschieden; bitte melden Sie die Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>ui::look::FeedColumnWords</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In deren Worten</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folgenummer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Our tier</source>
        <translation>Unsere Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
</context>
<context>
    <name>ui::look::FeedFilterWords</name>
    <message>
        <source>pump	the word stands in agent, counterpart, order or words</source>
        <translation>Pumpe	das Wort steht in Agent, Gegenseite, Bestellung oder Worten</translation>
    </message>
    <message>
        <source>-pump	the word does not stand there</source>
        <translation>-Pumpe	das Wort steht dort nicht</translation>
    </message>
    <message>
        <source>agent:bot-7	part of a name; also supplier: order: source:</source>
        <translation>agent:bot-7	Teil eines Namens; auch supplier: order: source:</translation>
    </message>
    <message>
        <source>event:held	part of the event's name in the protocol</source>
        <translation>event:held	Teil des Ereignisnamens im Protokoll</translation>
    </message>
    <message>
        <source>currency:EUR	only amounts in this currency</source>
        <translation>currency:EUR	nur Beträge in dieser Währung</translation>
    </message>
    <message>
        <source>tier&gt;=sign_off	also automatic, confirm, dual_sign_off, blocked, or 0 to 4</source>
        <translation>tier&gt;=sign_off	auch automatic, confirm, dual_sign_off, blocked oder 0 bis 4</translation>
    </message>
    <message>
        <source>amount&gt;=99.50	also &gt; &lt; &lt;= =, in each row's own currency</source>
        <translation>amount&gt;=99.50	auch &gt; &lt; &lt;= =, in der Währung der Zeile</translation>
    </message>
    <message>
        <source>pump seal	words that all occur in one event, in any language</source>
        <translation>Pumpe Dichtung	Wörter, die alle in einem Ereignis vorkommen, in jeder Sprache</translation>
    </message>
    <message>
        <source>TX-4711	the id of an order, an event, an agent or a supplier</source>
        <translation>TX-4711	die Kennung einer Bestellung, eines Ereignisses, Agenten oder Lieferanten</translation>
    </message>
    <message>
        <source>agent:bot-7	exactly this agent; also order: supplier: id:</source>
        <translation>agent:bot-7	genau dieser Agent; auch order: supplier: id:</translation>
    </message>
    <message>
        <source>tier&gt;=sign_off	from this tier on</source>
        <translation>tier&gt;=sign_off	ab dieser Stufe</translation>
    </message>
    <message>
        <source>amount&gt;=99.50 currency:EUR	also &lt;= and =; an amount needs its currency</source>
        <translation>amount&gt;=99.50 currency:EUR	auch &lt;= und =; ein Betrag braucht seine Währung</translation>
    </message>
    <message>
        <source>from:2026-11-01 to:2026-11-30	days, both included</source>
        <translation>from:2026-11-01 to:2026-11-30	Tage, beide eingeschlossen</translation>
    </message>
    <message>
        <source>%1: there is no such field. The help lists them.</source>
        <translation>%1: ein solches Feld gibt es nicht. Die Hilfe nennt sie.</translation>
    </message>
    <message>
        <source>%1: not a tier. For example tier&gt;=sign_off</source>
        <translation>%1: keine Stufe. Zum Beispiel tier&gt;=sign_off</translation>
    </message>
    <message>
        <source>%1: no event is called so. For example event:held</source>
        <translation>%1: so heißt kein Ereignis. Zum Beispiel event:held</translation>
    </message>
    <message>
        <source>%1: not an amount. For example amount&gt;=99.50</source>
        <translation>%1: kein Betrag. Zum Beispiel amount&gt;=99.50</translation>
    </message>
    <message>
        <source>%1: say the currency as well, for example currency:EUR</source>
        <translation>%1: nennen Sie auch die Währung, zum Beispiel currency:EUR</translation>
    </message>
    <message>
        <source>%1: not a day. For example from:2026-11-01</source>
        <translation>%1: kein Tag. Zum Beispiel from:2026-11-01</translation>
    </message>
    <message>
        <source>%1: a search cannot leave out. Filter what it finds in Live</source>
        <translation>%1: eine Suche kann nichts ausschließen. Filtern Sie in Live</translation>
    </message>
    <message>
        <source>%1: the closing quote is missing</source>
        <translation>%1: das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>%1: something is missing behind it</source>
        <translation>%1: dahinter fehlt etwas</translation>
    </message>
</context>
<context>
    <name>ui::look::FilterBar</name>
    <message>
        <source>What can be typed here</source>
        <translation>Was hier getippt werden kann</translation>
    </message>
</context>
<context>
    <name>ui::look::LateWords</name>
    <message>
        <source>Nobody had answered, nor whom it was escalated to</source>
        <translation>Niemand hatte geantwortet, auch nicht, an wen es weitergeleitet war</translation>
    </message>
    <message>
        <source>Nobody had answered</source>
        <translation>Niemand hatte geantwortet</translation>
    </message>
    <message>
        <source>Too late: %1, so the order lapsed at %2 by the rule of policy version %3, before your decision. Nothing was bought.</source>
        <translation>Zu spät: %1, daher verfiel die Bestellung am %2 nach der Regel der Richtlinie Version %3, vor Ihrer Entscheidung. Nichts wurde gekauft.</translation>
    </message>
    <message>
        <source>Too late: %1, so the gateway let the order lapse at %2, before your decision. Nothing was bought.</source>
        <translation>Zu spät: %1, daher ließ das Gateway die Bestellung am %2 verfallen, vor Ihrer Entscheidung. Nichts wurde gekauft.</translation>
    </message>
    <message>
        <source>Too late: the order was cancelled or rejected at %1, before your decision.</source>
        <translation>Zu spät: Die Bestellung wurde am %1 storniert oder abgelehnt, vor Ihrer Entscheidung.</translation>
    </message>
    <message>
        <source>Too late: %1 rejected the order, by %2, before your decision.</source>
        <translation>Zu spät: %1 hat die Bestellung am %2 abgelehnt, vor Ihrer Entscheidung.</translation>
    </message>
    <message>
        <source>Too late: the order was carried out at %1, before your decision.</source>
        <translation>Zu spät: Die Bestellung wurde am %1 ausgeführt, vor Ihrer Entscheidung.</translation>
    </message>
    <message>
        <source>Too late: %1 had approved the order, and it was carried out at %2.</source>
        <translation>Zu spät: %1 hatte die Bestellung genehmigt, und sie wurde am %2 ausgeführt.</translation>
    </message>
    <message>
        <source>Too late: the order had become “%1” at %2, before your decision.</source>
        <translation>Zu spät: Die Bestellung war seit %2 „%1“, vor Ihrer Entscheidung.</translation>
    </message>
    <message>
        <source>Open the case and roll it back if it was not wanted</source>
        <translation>Den Fall öffnen und rückabwickeln, wenn es nicht gewollt war</translation>
    </message>
    <message>
        <source>Have the agent order again if it is still needed</source>
        <translation>Den Agenten neu bestellen lassen, wenn es noch gebraucht wird</translation>
    </message>
    <message>
        <source>Open the case and look what became of it</source>
        <translation>Den Fall öffnen und ansehen, was daraus wurde</translation>
    </message>
</context>
<context>
    <name>ui::look::PlanTable</name>
    <message>
        <source>Steps of the rollback</source>
        <translation>Schritte der Rückabwicklung</translation>
    </message>
</context>
<context>
    <name>ui::look::SpeechFrame</name>
    <message>
        <source>Words of others</source>
        <translation>Worte anderer</translation>
    </message>
</context>
<context>
    <name>ui::look::StepWords</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wer es tut</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Umkehrbar</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In deren Worten</translation>
    </message>
</context>
<context>
    <name>ui::look::Table</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows as CS&amp;V</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy rows as &amp;Markdown</source>
        <translation>Zeilen als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Choose co&amp;lumns …</source>
        <translation>Spa&amp;lten wählen …</translation>
    </message>
    <message>
        <source>Click to sort: up, down, and as the rows came</source>
        <translation>Klicken sortiert: aufwärts, abwärts und wie die Zeilen kamen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>As the rows came</source>
        <translation>Wie die Zeilen kamen</translation>
    </message>
</context>
<context>
    <name>ui::look::TimeWords</name>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>days and hours, short</extracomment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes, short</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>minutes or seconds, short</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a span of time such as "12 min"</extracomment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 y</source>
        <extracomment>whole years, short</extracomment>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>hours, short</extracomment>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>ui::look::Words</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Dual sign-off</source>
        <translation>Vier-Augen-Freigabe</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Held before execution</source>
        <translation>Vor der Ausführung angehalten</translation>
    </message>
    <message>
        <source>Seen after execution</source>
        <translation>Nach der Ausführung gesehen</translation>
    </message>
    <message>
        <source>Observed only: this platform cannot hold orders</source>
        <translation>Nur beobachtet: Diese Plattform kann Bestellungen nicht anhalten</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approve reduced</source>
        <translation>Verringert freigeben</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Rückabwickeln</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Stop agent</source>
        <translation>Agenten stoppen</translation>
    </message>
    <message>
        <source>Resume agent</source>
        <translation>Agenten fortsetzen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Refused here</source>
        <translation>Hier abgelehnt</translation>
    </message>
    <message>
        <source>Waits for second person</source>
        <translation>Wartet auf zweite Person</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Held for undo</source>
        <translation>Noch zurücknehmbar</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refused by gateway</source>
        <translation>Vom Gateway abgelehnt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Void: order was amended</source>
        <translation>Nichtig: Bestellung wurde geändert</translation>
    </message>
    <message>
        <source>Too late: not applied</source>
        <translation>Zu spät: nicht angewendet</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Executing</source>
        <translation>In Ausführung</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>Contract change</source>
        <translation>Vertragsänderung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienstleistung</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Return of goods</source>
        <translation>Warenrückgabe</translation>
    </message>
    <message>
        <source>Procurement agent</source>
        <translation>Beschaffungsagent</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Chat bot</source>
        <translation>Chatbot</translation>
    </message>
    <message>
        <source>Voice bot</source>
        <translation>Sprachbot</translation>
    </message>
    <message>
        <source>Subscription renewer</source>
        <translation>Abo-Verlängerer</translation>
    </message>
    <message>
        <source>Selling agent</source>
        <translation>Verkaufsagent</translation>
    </message>
    <message>
        <source>Purchase card</source>
        <translation>Einkaufskarte</translation>
    </message>
    <message>
        <source>Machine customer</source>
        <translation>Maschinenkunde</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>Mensch</translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation>Nicht offengelegt</translation>
    </message>
    <message>
        <source>Our agent</source>
        <translation>Unser Agent</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>Gegenpartei</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besteller</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Stornierung</translation>
    </message>
    <message>
        <source>Get the money back</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Send the goods back</source>
        <translation>Rücksendung</translation>
    </message>
    <message>
        <source>Withdraw the change</source>
        <translation>Änderung zurückziehen</translation>
    </message>
    <message>
        <source>Tell the supplier</source>
        <translation>Lieferant verständigen</translation>
    </message>
    <message>
        <source>Other step</source>
        <translation>Anderer Schritt</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Planned, nothing undone yet</source>
        <translation>Geplant, noch nichts rückabgewickelt</translation>
    </message>
    <message>
        <source>Undone completely</source>
        <translation>Vollständig rückabgewickelt</translation>
    </message>
    <message>
        <source>Only partly undone</source>
        <translation>Nur teils rückabgewickelt</translation>
    </message>
    <message>
        <source>Failed, nothing undone</source>
        <translation>Gescheitert, nichts rückabgewickelt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht angewendet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Decided, not executed yet</source>
        <translation>Entschieden, läuft noch</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired, not executed: nobody decided</source>
        <translation>Abgelaufen, nicht ausgeführt: niemand hat entschieden</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Rückabgewickelt</translation>
    </message>
    <message>
        <source>Only partly rolled back</source>
        <translation>Nur teils rückabgewickelt</translation>
    </message>
    <message>
        <source>The platform waits for you</source>
        <translation>Die Plattform wartet auf Sie</translation>
    </message>
    <message>
        <source>Raised by Reeve</source>
        <translation>Von Reeve gemeldet</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Not held by the platform</source>
        <translation>Von der Plattform nicht angehalten</translation>
    </message>
</context>
<context>
    <name>ui::policy::AuthorityColumns</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>May approve</source>
        <translation>Darf freigeben</translation>
    </message>
    <message>
        <source>Up to a commitment of</source>
        <translation>Bis zu einer Verpflichtung von</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Lends</source>
        <translation>Überträgt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis zu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rolle %1</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Cost centres</source>
        <translation>Kostenstellen</translation>
    </message>
    <message>
        <source>Groups of agents</source>
        <translation>Gruppen von Agenten</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles davon</translation>
    </message>
</context>
<context>
    <name>ui::policy::AuthorityPage</name>
    <message>
        <source>Authority and answers</source>
        <translation>Befugnis und Antworten</translation>
    </message>
    <message>
        <source>Who may approve how much</source>
        <translation>Wer wie viel freigeben darf</translation>
    </message>
    <message>
        <source>Without a line nobody is limited beside the roster. With any, whoever no line names may approve nothing. Of several the one that is most to the point counts.</source>
        <translation>Ohne Zeile ist neben der Berechtigungsliste niemand begrenzt. Mit einer darf nichts freigeben, wen keine Zeile nennt. Von mehreren zählt die genaueste.</translation>
    </message>
    <message>
        <source>Lines of authority</source>
        <translation>Zeilen der Befugnis</translation>
    </message>
    <message>
        <source>Lent for a time</source>
        <translation>Auf Zeit übertragen</translation>
    </message>
    <message>
        <source>At most what a line gives the lender. What was lent is not lent on, and lender and borrower are never the two hands of dual sign-off.</source>
        <translation>Höchstens, was eine Zeile dem Übertragenden gibt. Übertragenes wird nicht weiter übertragen, und beide zusammen sind nie die zwei Hände des Vier-Augen-Prinzips.</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>When nobody answers</source>
        <translation>Wenn niemand antwortet</translation>
    </message>
    <message>
        <source>Minutes of working time, by the policy’s calendar. Nothing is ever approved by waiting.</source>
        <translation>Minuten Arbeitszeit nach dem Kalender der Richtlinie. Durch Warten wird nie etwas freigegeben.</translation>
    </message>
    <message>
        <source>no time is set</source>
        <translation>keine Zeit gesetzt</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>%1: minutes to answer</source>
        <translation>%1: Minuten bis zur Antwort</translation>
    </message>
    <message>
        <source>%1: when nobody answered</source>
        <translation>%1: wenn niemand antwortete</translation>
    </message>
    <message>
        <source>%1: to whom it is escalated</source>
        <translation>%1: an wen es weitergeleitet wird</translation>
    </message>
    <message>
        <source>to whom</source>
        <translation>an wen</translation>
    </message>
    <message>
        <source>The gateway’s own rules decide</source>
        <translation>Die Regeln des Gateways entscheiden</translation>
    </message>
    <message>
        <source>It lapses, nothing is bought</source>
        <translation>Es verfällt, nichts wird gekauft</translation>
    </message>
    <message>
        <source>It goes on waiting</source>
        <translation>Es wartet weiter</translation>
    </message>
    <message>
        <source>Escalate to the person</source>
        <translation>Weiterleiten an die Person</translation>
    </message>
    <message>
        <source>Escalate to the role</source>
        <translation>Weiterleiten an die Rolle</translation>
    </message>
    <message>
        <source> min = %1</source>
        <translation> min = %1</translation>
    </message>
</context>
<context>
    <name>ui::policy::DelegationEditor</name>
    <message>
        <source>Add as a &amp;new delegation</source>
        <translation>Als neue Über&amp;tragung</translation>
    </message>
    <message>
        <source>Alte&amp;r the delegation</source>
        <translation>Übertragung k&amp;orrigieren</translation>
    </message>
    <message>
        <source>Take the delegat&amp;ion out</source>
        <translation>Übertragung herausneh&amp;men</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>because</source>
        <translation>weil</translation>
    </message>
    <message>
        <source>Without a line of authority there is nothing to lend.</source>
        <translation>Ohne eine Zeile gibt es nichts zu übertragen.</translation>
    </message>
    <message>
        <source>Name who lends and another person who borrows, as the roster does.</source>
        <translation>Nennen Sie, wer überträgt, und eine andere Person, die es erhält, wie im Verzeichnis.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>This is not an amount as your language writes it.</source>
        <translation>Das ist kein Betrag, wie Ihre Sprache ihn schreibt.</translation>
    </message>
    <message>
        <source>Say why it is lent.</source>
        <translation>Sagen Sie, warum es übertragen wird.</translation>
    </message>
    <message>
        <source>A new delegation</source>
        <translation>Eine neue Übertragung</translation>
    </message>
    <message>
        <source>As it stands in the draft</source>
        <translation>Wie es im Entwurf steht</translation>
    </message>
    <message>
        <source>Can be taken</source>
        <translation>Kann übernommen werden</translation>
    </message>
</context>
<context>
    <name>ui::policy::DifferencePage</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welcher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Geltend</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>What the draft changes</source>
        <translation>Was der Entwurf ändert</translation>
    </message>
    <message>
        <source>The draft means the same as the policy in force.</source>
        <translation>Der Entwurf bedeutet dasselbe wie die geltende Richtlinie.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); some may let through what waits today.</source>
        <translation>
            <numerusform>%n Änderung; sie kann durchlassen, was heute wartet.</numerusform>
            <numerusform>%n Änderungen; einige können durchlassen, was heute wartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); nothing that waits today gets through.</source>
        <translation>
            <numerusform>%n Änderung; nichts, was heute wartet, kommt durch.</numerusform>
            <numerusform>%n Änderungen; nichts, was heute wartet, kommt durch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Chosen edition</source>
        <translation>Gewählte Edition</translation>
    </message>
    <message>
        <source>What the chosen edition changes</source>
        <translation>Was die gewählte Edition ändert</translation>
    </message>
    <message>
        <source>The two mean the same.</source>
        <translation>Beide bedeuten dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); some may let through what waited before.</source>
        <translation>
            <numerusform>%n Änderung; sie lässt vielleicht durch, was vorher wartete.</numerusform>
            <numerusform>%n Änderungen; manche lassen vielleicht durch, was vorher wartete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s); nothing that waited before gets through.</source>
        <translation>
            <numerusform>%n Änderung; nichts, was vorher wartete, kommt durch.</numerusform>
            <numerusform>%n Änderungen; nichts, was vorher wartete, kommt durch.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen change in full</source>
        <translation>Die gewählte Änderung im Ganzen</translation>
    </message>
    <message>
        <source>In force: %1</source>
        <translation>Geltend: %1</translation>
    </message>
    <message>
        <source>Compared with: %1</source>
        <translation>Verglichen mit: %1</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>Chosen edition: %1</source>
        <translation>Gewählte Edition: %1</translation>
    </message>
</context>
<context>
    <name>ui::policy::FormPage</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>In &amp;use</source>
        <translation>&amp;In Gebrauch</translation>
    </message>
    <message>
        <source>Title of the rule</source>
        <translation>Titel der Regel</translation>
    </message>
    <message>
        <source>Tier that the rule asks for at least</source>
        <translation>Stufe, die die Regel mindestens verlangt</translation>
    </message>
    <message>
        <source>What the person who looks should do</source>
        <translation>Was zu tun ist, wenn jemand nachsieht</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Owner: %1. Look again by %2.</source>
        <translation>Zuständig: %1. Erneut ansehen bis %2.</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Threshold in %1</source>
        <translation>Schwelle in %1</translation>
    </message>
    <message>
        <source>This is not an amount as your language writes it. The tier begins where it did.</source>
        <translation>Das ist kein Betrag, wie Ihre Sprache ihn schreibt. Die Stufe beginnt, wo sie begann.</translation>
    </message>
    <message>
        <source>This is not an amount as your language writes it. The threshold stays.</source>
        <translation>Das ist kein Betrag, wie Ihre Sprache ihn schreibt. Die Schwelle bleibt.</translation>
    </message>
    <message>
        <source>The chosen rule</source>
        <translation>Die gewählte Regel</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Guida&amp;nce</source>
        <translation>An&amp;leitung</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>a tier, a currency</extracomment>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>ui::policy::LineEditor</name>
    <message>
        <source>A&amp;dd as a new line</source>
        <translation>Als neue Zeile &amp;dazu</translation>
    </message>
    <message>
        <source>&amp;Update the line</source>
        <translation>Zeile akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>Take the &amp;line out</source>
        <translation>Zei&amp;le herausnehmen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>any; several with commas</source>
        <translation>alle; mehrere mit Komma</translation>
    </message>
    <message>
        <source>Line for &amp;whom</source>
        <translation>Zeil&amp;e für wen</translation>
    </message>
    <message>
        <source>named</source>
        <translation>namens</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis zu</translation>
    </message>
    <message>
        <source>only categories</source>
        <translation>nur Kategorien</translation>
    </message>
    <message>
        <source>cost centres</source>
        <translation>Kostenstellen</translation>
    </message>
    <message>
        <source>groups of agents</source>
        <translation>Agentengruppen</translation>
    </message>
    <message>
        <source>Name the person or the role, as the roster does.</source>
        <translation>Nennen Sie die Person oder die Rolle wie im Verzeichnis.</translation>
    </message>
    <message>
        <source>Say up to how much.</source>
        <translation>Geben Sie an, bis zu wie viel.</translation>
    </message>
    <message>
        <source>This is not an amount as your language writes it.</source>
        <translation>Das ist kein Betrag, wie Ihre Sprache ihn schreibt.</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Eine neue Zeile</translation>
    </message>
    <message>
        <source>As it stands in the draft</source>
        <translation>Wie es im Entwurf steht</translation>
    </message>
    <message>
        <source>Can be taken</source>
        <translation>Kann übernommen werden</translation>
    </message>
</context>
<context>
    <name>ui::policy::LooksPage</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Second AI</source>
        <translation>Zweite KI</translation>
    </message>
    <message>
        <source>A person still looks at</source>
        <translation>Eine Person sieht noch an</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Second AIs that may confirm</source>
        <translation>Zweite KIs, die bestätigen dürfen</translation>
    </message>
    <message>
        <source>Add as a &amp;new one</source>
        <translation>Als ne&amp;ue hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Replace the chosen one</source>
        <translation>Die ge&amp;wählte ersetzen</translation>
    </message>
    <message>
        <source>&amp;Dismiss the chosen one</source>
        <translation>Die gewählte &amp;entlassen</translation>
    </message>
    <message>
        <source>A person's own view</source>
        <translation>Die eigene Sicht einer Person</translation>
    </message>
    <message>
        <source>A second AI</source>
        <translation>Eine zweite KI</translation>
    </message>
    <message>
        <source>Share of orders in which a person's own view comes first</source>
        <translation>Anteil der Bestellungen, bei denen die eigene Sicht einer Person zuerst kommt</translation>
    </message>
    <message>
        <source>Of a hundred orders that somebody has to sign: in how many the agent's own words are covered, and approving waits, until that person has noted fine, odd or wrong. 0: never.</source>
        <translation>Von hundert Bestellungen, die jemand signieren muss: Bei wie vielen die Worte des Agenten verdeckt sind und die Freigabe wartet, bis diese Person „in Ordnung“, „seltsam“ oder „falsch“ notiert hat. 0: nie.</translation>
    </message>
    <message>
        <source>&amp;Share</source>
        <translation>An&amp;teil</translation>
    </message>
    <message>
        <source>Name of the second AI</source>
        <translation>Name der zweiten KI</translation>
    </message>
    <message>
        <source>Public key of the second AI</source>
        <translation>Öffentlicher Schlüssel der zweiten KI</translation>
    </message>
    <message>
        <source>44 letters of base64, as its operator gives them</source>
        <translation>44 Zeichen Base64, wie ihr Betreiber sie angibt</translation>
    </message>
    <message>
        <source>The public Ed25519 key by which its word is checked. Compare it with its operator on another way.</source>
        <translation>Der öffentliche Ed25519-Schlüssel, mit dem ihr Wort geprüft wird. Vergleichen Sie ihn auf einem anderen Weg mit ihrem Betreiber.</translation>
    </message>
    <message>
        <source>Share of its confirmations that a person still looks at</source>
        <translation>Anteil ihrer Bestätigungen, den eine Person trotzdem ansieht</translation>
    </message>
    <message>
        <source>So many of a hundred orders that it confirms wait for a person all the same. Which ones is drawn from its signature.</source>
        <translation>So viele von hundert Bestellungen, die sie bestätigt, warten trotzdem auf eine Person. Welche, ergibt sich aus ihrer Signatur.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Ke&amp;y</source>
        <translation>Schlüsse&amp;l</translation>
    </message>
    <message>
        <source>A person still &amp;looks at</source>
        <translation>Eine Person sieht n&amp;och an</translation>
    </message>
    <message>
        <source>None: people confirm. A second AI may confirm orders of the tier Confirm by its signed word; what has to be signed always waits for people.</source>
        <translation>Keine: Menschen bestätigen. Eine zweite KI kann Bestellungen der Stufe Bestätigung durch ihr signiertes Wort bestätigen; was signiert werden muss, wartet immer auf Menschen.</translation>
    </message>
    <message>
        <source>Its signed word stands for a person's in the tier Confirm, and only there.</source>
        <translation>Ihr signiertes Wort gilt in der Stufe Bestätigung wie das einer Person, und nur dort.</translation>
    </message>
    <message>
        <source>Nobody is asked: the agent's words are seen at once.</source>
        <translation>Niemand wird gefragt: Die Worte des Agenten sind sofort zu sehen.</translation>
    </message>
    <message>
        <source>of the orders that somebody has to sign: the agent's own words are covered until that person has noted fine, odd or wrong. Which orders, their names decide: about %1 of a hundred.</source>
        <translation>der Bestellungen, die jemand signieren muss: Die Worte des Agenten sind verdeckt, bis diese Person „in Ordnung“, „seltsam“ oder „falsch“ notiert hat. Welche das sind, entscheiden ihre Namen: etwa %1 von hundert.</translation>
    </message>
    <message>
        <source>A second AI needs a name.</source>
        <translation>Eine zweite KI braucht einen Namen.</translation>
    </message>
    <message>
        <source>The key is no public key: 32 bytes, written as 44 letters of base64.</source>
        <translation>Das ist kein öffentlicher Schlüssel: 32 Bytes, geschrieben als 44 Zeichen Base64.</translation>
    </message>
    <message>
        <source>This is the key of %1.</source>
        <translation>Das ist der Schlüssel von %1.</translation>
    </message>
</context>
<context>
    <name>ui::policy::PolicyView</name>
    <message>
        <source>Bac&amp;k to the one in force</source>
        <translation>&amp;Zur geltenden</translation>
    </message>
    <message>
        <source>Ways to look at the policy</source>
        <translation>Ansichten der Richtlinie</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Prüffälle</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message numerus="yes">
        <source>Test cases: %n failed</source>
        <translation>
            <numerusform>Prüffälle: %n gescheitert</numerusform>
            <numerusform>Prüffälle: %n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, in force: %2</source>
        <translation>Version %1, gilt: %2</translation>
    </message>
    <message>
        <source>A draft; version %1 is in force</source>
        <translation>Ein Entwurf; es gilt Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): cannot be used</source>
        <translation>
            <numerusform>%n Fehler: nicht brauchbar</numerusform>
            <numerusform>%n Fehler: nicht brauchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful place(s)</source>
        <translation>
            <numerusform>%n zweifelhafte Stelle</numerusform>
            <numerusform>%n zweifelhafte Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every condition is right</source>
        <translation>Alle Bedingungen stimmen</translation>
    </message>
    <message>
        <source>The draft cannot judge. What is wrong stands below the text, at its place; the policy in force goes on.</source>
        <translation>Der Entwurf kann nicht urteilen. Was falsch ist, steht mit seiner Stelle unter dem Text; die geltende Richtlinie gilt weiter.</translation>
    </message>
    <message>
        <source>Open a draft</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>Policies (*.json);;All files (*)</source>
        <translation>Richtlinien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>The draft is saved.</source>
        <translation>Der Entwurf ist gespeichert.</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>Editionen</translation>
    </message>
    <message>
        <source>The draft is the policy in force.</source>
        <translation>Der Entwurf ist die geltende Richtlinie.</translation>
    </message>
    <message>
        <source>The draft cannot judge.</source>
        <translation>Der Entwurf kann nicht urteilen.</translation>
    </message>
    <message>
        <source>A test case of the draft fails.</source>
        <translation>Ein Testfall des Entwurfs schlägt fehl.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>&amp;Try on history</source>
        <translation>An der &amp;Vergangenheit erproben</translation>
    </message>
    <message>
        <source>Open dra&amp;ft …</source>
        <translation>Öff&amp;nen …</translation>
    </message>
    <message>
        <source>Save draft &amp;as …</source>
        <translation>S&amp;peichern …</translation>
    </message>
    <message>
        <source>Second looks</source>
        <translation>Zweite Blicke</translation>
    </message>
</context>
<context>
    <name>ui::policy::PolicyWords</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Test case</source>
        <translation>Prüffall</translation>
    </message>
    <message>
        <source>the agent is not on file</source>
        <translation>der Agent ist nicht hinterlegt</translation>
    </message>
    <message>
        <source>the mandate is not on file</source>
        <translation>das Mandat ist nicht hinterlegt</translation>
    </message>
    <message>
        <source>the contract is not on file</source>
        <translation>der Vertrag ist nicht hinterlegt</translation>
    </message>
    <message>
        <source>the record does not reach back that far</source>
        <translation>so weit reichen die Aufzeichnungen nicht zurück</translation>
    </message>
    <message>
        <source>the record had just begun</source>
        <translation>die Aufzeichnungen hatten eben erst begonnen</translation>
    </message>
    <message>
        <source>no decision of a person is on record</source>
        <translation>keine Entscheidung eines Menschen ist aufgezeichnet</translation>
    </message>
    <message>
        <source>Only a note</source>
        <translation>Nur ein Vermerk</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Second AI</source>
        <translation>Zweite KI</translation>
    </message>
    <message>
        <source>When nobody answers</source>
        <translation>Wenn niemand antwortet</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>No difference for orders</source>
        <translation>Kein Unterschied für Bestellungen</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>Strenger</translation>
    </message>
    <message>
        <source>Lets more through</source>
        <translation>Lässt mehr durch</translation>
    </message>
    <message>
        <source>May let more through</source>
        <translation>Lässt vielleicht mehr durch</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>Durchgelassen</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>Nichts zu beurteilen</translation>
    </message>
    <message>
        <source>Passes, as it should</source>
        <translation>Geht zu Recht durch</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Beyond counting</source>
        <translation>Nicht mehr zählbar</translation>
    </message>
    <message>
        <source>Nothing speaks against it</source>
        <translation>Nichts spricht dagegen</translation>
    </message>
    <message>
        <source>By amount: %1</source>
        <translation>Nach Betrag: %1</translation>
    </message>
    <message>
        <source>Limit exceeded: %1</source>
        <translation>Grenze überschritten: %1</translation>
    </message>
    <message>
        <source>Not on file: %1</source>
        <translation>Nicht hinterlegt: %1</translation>
    </message>
    <message>
        <source>One case with all orders of %1</source>
        <translation>Ein Fall mit allen Bestellungen von %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>One work item for each</source>
        <translation>Eine Aufgabe je</translation>
    </message>
    <message>
        <source>One case for each</source>
        <translation>Ein Fall je</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Look again by</source>
        <translation>Erneut ansehen bis</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Für je</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Nur für</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis zu</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Cost centres</source>
        <translation>Kostenstellen</translation>
    </message>
    <message>
        <source>Groups of agents</source>
        <translation>Agentengruppen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The order lapses</source>
        <translation>Die Bestellung verfällt</translation>
    </message>
    <message>
        <source>It goes on waiting</source>
        <translation>Sie wartet weiter</translation>
    </message>
    <message>
        <source>It is escalated</source>
        <translation>Sie wird eskaliert</translation>
    </message>
</context>
<context>
    <name>ui::policy::PublishDialog</name>
    <message>
        <source>&amp;Close without signing</source>
        <translation>S&amp;chließen, ohne zu signieren</translation>
    </message>
    <message>
        <source>Sign a policy as the second person</source>
        <translation>Eine Richtlinie als zweite Person signieren</translation>
    </message>
    <message>
        <source>Publish the policy</source>
        <translation>Die Richtlinie veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Signieren</translation>
    </message>
    <message>
        <source>This is what will be signed, read from the bytes themselves:</source>
        <translation>Das wird signiert, gelesen aus den Bytes selbst:</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>What signing does</source>
        <translation>Was die Signatur bewirkt</translation>
    </message>
    <message>
        <source>Note, signed with the policy</source>
        <translation>Notiz, mit der Richtlinie signiert</translation>
    </message>
    <message>
        <source>Why this edition? The note is signed with it.</source>
        <translation>Warum diese Edition? Die Notiz wird mit signiert.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1, follows %2</source>
        <translation>%1, folgt auf %2</translation>
    </message>
    <message>
        <source>%1, the first</source>
        <translation>%1, die erste</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>Version %1: %2</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, am %2</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch einmal &amp;ansehen</translation>
    </message>
    <message>
        <source>Some of these changes may let through what waits today.</source>
        <translation>Manche dieser Änderungen lassen vielleicht durch, was heute wartet.</translation>
    </message>
    <message>
        <source>Being signed and written to the record …</source>
        <translation>Wird signiert und in die Aufzeichnung geschrieben …</translation>
    </message>
    <message>
        <source>Nothing can be signed yet.</source>
        <translation>Noch kann nichts signiert werden.</translation>
    </message>
    <message>
        <source>Refused, see above.</source>
        <translation>Abgelehnt, siehe oben.</translation>
    </message>
    <message>
        <source>Unlock your key first.</source>
        <translation>Entsperren Sie zuerst Ihren Schlüssel.</translation>
    </message>
    <message>
        <source>Look first.</source>
        <translation>Sehen Sie zuerst hin.</translation>
    </message>
    <message>
        <source>Signed. The policy is in force from the next order on.</source>
        <translation>Signiert. Die Richtlinie gilt ab der nächsten Bestellung.</translation>
    </message>
    <message>
        <source>Signed. The policy takes effect when the delay is over.</source>
        <translation>Signiert. Die Richtlinie gilt, wenn die Wartezeit vorbei ist.</translation>
    </message>
    <message>
        <source>Signed. The policy awaits the second person.</source>
        <translation>Signiert. Die Richtlinie wartet auf die zweite Person.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>ui::policy::PublishWords</name>
    <message>
        <source>an unknown key</source>
        <translation>ein unbekannter Schlüssel</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 At %2.</source>
        <translation>%1 Bei %2.</translation>
    </message>
    <message>
        <source>In force is the policy that comes with Reeve; nobody signed it.</source>
        <translation>In Kraft ist die Richtlinie, die mit Reeve kommt; niemand hat sie signiert.</translation>
    </message>
    <message>
        <source>In force is a policy that nobody signed.</source>
        <translation>In Kraft ist eine Richtlinie, die niemand signiert hat.</translation>
    </message>
    <message>
        <source>Edition %1 is in force since %2, signed by %3 alone in solo mode.</source>
        <translation>Edition %1 ist seit %2 in Kraft, signiert von %3 allein im Einzelbetrieb.</translation>
    </message>
    <message>
        <source>Edition %1 is in force since %2, signed by %3.</source>
        <translation>Edition %1 ist seit %2 in Kraft, signiert von %3.</translation>
    </message>
    <message>
        <source>The gateway does not have it yet; it is offered again.</source>
        <translation>Das Gateway hat sie noch nicht; sie wird ihm wieder angeboten.</translation>
    </message>
    <message>
        <source>The gateway does not go by it: %1</source>
        <translation>Das Gateway richtet sich nicht danach: %1</translation>
    </message>
    <message>
        <source>The gateway holds orders by it.</source>
        <translation>Das Gateway hält Bestellungen danach an.</translation>
    </message>
    <message>
        <source>The gateway holds orders by it, and whatever it cannot judge itself (%1).</source>
        <translation>Das Gateway hält Bestellungen danach an, dazu alles, was es selbst nicht beurteilen kann (%1).</translation>
    </message>
    <message>
        <source>Edition %1 takes effect on %2: nobody else signs in solo mode.</source>
        <translation>Edition %1 gilt ab %2: Im Einzelbetrieb signiert niemand sonst.</translation>
    </message>
    <message>
        <source>Edition %1 awaits the second person. You signed it on %2.</source>
        <translation>Edition %1 wartet auf die zweite Person. Sie haben sie am %2 signiert.</translation>
    </message>
    <message>
        <source>Edition %1 awaits the second person. %2 signed it on %3.</source>
        <translation>Edition %1 wartet auf die zweite Person. %2 hat sie am %3 signiert.</translation>
    </message>
    <message>
        <source>In force with your signature, from the next order on.</source>
        <translation>Mit Ihrer Signatur in Kraft, ab der nächsten Bestellung.</translation>
    </message>
    <message>
        <source>In force on %1: the delay stands for the second person.</source>
        <translation>In Kraft am %1: Die Wartezeit steht für die zweite Person.</translation>
    </message>
    <message>
        <source>In force when a second person has signed the same.</source>
        <translation>In Kraft, wenn eine zweite Person dasselbe signiert hat.</translation>
    </message>
    <message>
        <source>%1 At %2: %3</source>
        <translation>%1 Bei %2: %3</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Geltend</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>You took it back on %1.</source>
        <translation>Sie haben es am %1 zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 took it back on %2.</source>
        <translation>%1 hat es am %2 zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>ui::policy::PublishingSide</name>
    <message>
        <source>&amp;Publish …</source>
        <translation>Ve&amp;röffentlichen …</translation>
    </message>
    <message>
        <source>L&amp;ook and sign …</source>
        <translation>Ansehen und &amp;signieren …</translation>
    </message>
    <message>
        <source>Edition %1 does not wait any more. %2</source>
        <translation>Edition %1 wartet nicht mehr. %2</translation>
    </message>
</context>
<context>
    <name>ui::policy::RehearsalPage</name>
    <message>
        <source>Plays the stories of the sandbox against the draft: a misheard price, pieces below a tier, a changed account. It takes some seconds and changes nothing.</source>
        <translation>Spielt die Geschichten der Sandbox gegen den Entwurf: ein falsch gehörter Preis, Teile unter einer Stufe, ein geändertes Konto. Das dauert einige Sekunden und ändert nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>What happens in it</source>
        <translation>Was darin geschieht</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Scenarios of the rehearsal</source>
        <translation>Szenarien der Probe</translation>
    </message>
    <message>
        <source>Progress of the rehearsal</source>
        <translation>Fortschritt der Probe</translation>
    </message>
    <message>
        <source>Cancel the rehearsal</source>
        <translation>Probe abbrechen</translation>
    </message>
    <message>
        <source>Every harmful scenario is stopped, and no honest one raises an alarm.</source>
        <translation>Jedes schädliche Szenario wird angehalten, und kein ehrliches schlägt Alarm.</translation>
    </message>
    <message numerus="yes">
        <source>%n harmful scenario(s) would get through.</source>
        <translation>
            <numerusform>%n schädliches Szenario käme durch.</numerusform>
            <numerusform>%n schädliche Szenarien kämen durch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s).</source>
        <translation>
            <numerusform>%n Fehlalarm.</numerusform>
            <numerusform>%n Fehlalarme.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>Pr&amp;oben</translation>
    </message>
</context>
<context>
    <name>ui::policy::TestsPage</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Test case</source>
        <translation>Prüffall</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Test cases of the policy</source>
        <translation>Prüffälle der Richtlinie</translation>
    </message>
    <message>
        <source>The policy has no test cases. They say what must never change by accident.</source>
        <translation>Die Richtlinie hat keine Prüffälle. Sie sagen, was sich nie aus Versehen ändern darf.</translation>
    </message>
    <message numerus="yes">
        <source>%n test case(s) failed; a policy with one cannot be published.</source>
        <translation>
            <numerusform>%n Prüffall ist gescheitert; so kann eine Richtlinie nicht veröffentlicht werden.</numerusform>
            <numerusform>%n Prüffälle sind gescheitert; so kann eine Richtlinie nicht veröffentlicht werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test case(s) passed.</source>
        <translation>
            <numerusform>%n Prüffall bestanden.</numerusform>
            <numerusform>%n Prüffälle bestanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
</context>
<context>
    <name>ui::policy::TextPage</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Problems of the policy</source>
        <translation>Fehler der Richtlinie</translation>
    </message>
    <message>
        <source>Policy as text</source>
        <translation>Richtlinie als Text</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
</context>
<context>
    <name>ui::policy::VersionsPage</name>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>In Kraft seit</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Why it does not count</source>
        <translation>Warum sie nicht zählt</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Editions of the policy</source>
        <translation>Editionen der Richtlinie</translation>
    </message>
    <message>
        <source>&amp;Use as a draft</source>
        <translation>Als Entw&amp;urf verwenden</translation>
    </message>
    <message>
        <source>Compare the chosen edition with</source>
        <translation>Die gewählte Edition vergleichen mit</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>No edition was published yet. Publish a draft, and it stands here for ever, with its signatures.</source>
        <translation>Noch keine Edition ist veröffentlicht. Ein veröffentlichter Entwurf steht hier für immer, mit seinen Signaturen.</translation>
    </message>
    <message numerus="yes">
        <source>%n edition(s), the newest first. Editions and their signatures are kept for ever.</source>
        <translation>
            <numerusform>%n Edition. Editionen und ihre Signaturen werden für immer aufgehoben.</numerusform>
            <numerusform>%n Editionen, die neueste zuerst. Editionen und ihre Signaturen werden für immer aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>the policy in force</source>
        <translation>der geltenden Richtlinie</translation>
    </message>
    <message>
        <source>edition %1, version %2</source>
        <translation>Edition %1, Version %2</translation>
    </message>
    <message>
        <source>&amp;Sign as the second person …</source>
        <translation>Als z&amp;weite Person signieren …</translation>
    </message>
    <message>
        <source>Take &amp;back …</source>
        <translation>Zu&amp;rücknehmen …</translation>
    </message>
</context>
<context>
    <name>ui::policy::WhatIfCharts</name>
    <message>
        <source>Orders per week and tier, policy in force</source>
        <translation>Bestellungen je Woche und Stufe, geltende Richtlinie</translation>
    </message>
    <message>
        <source>Orders per week and tier, draft</source>
        <translation>Bestellungen je Woche und Stufe, Entwurf</translation>
    </message>
    <message>
        <source>What the charts count</source>
        <translation>Was die Diagramme zählen</translation>
    </message>
    <message>
        <source>Count:</source>
        <translation>Zählen:</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>more than can be counted</source>
        <translation>mehr als gezählt werden kann</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
</context>
<context>
    <name>ui::policy::WhatIfPages</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Geltend</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Newly waiting</source>
        <translation>Wartet neu</translation>
    </message>
    <message>
        <source>No longer waiting</source>
        <translation>Wartet nicht mehr</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Amount newly waiting</source>
        <translation>Betrag, der neu wartet</translation>
    </message>
    <message>
        <source>Amount no longer waiting</source>
        <translation>Betrag, der nicht mehr wartet</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What would have changed</source>
        <translation>Was sich geändert hätte</translation>
    </message>
    <message>
        <source>Orders by tier before and after</source>
        <translation>Bestellungen nach Stufe, vorher und nachher</translation>
    </message>
    <message>
        <source>What would have changed for each agent</source>
        <translation>Was sich je Agent geändert hätte</translation>
    </message>
    <message>
        <source>Orders that the draft judges differently</source>
        <translation>Bestellungen, die der Entwurf anders beurteilt</translation>
    </message>
    <message>
        <source>Work for people before and after</source>
        <translation>Arbeit für Menschen, vorher und nachher</translation>
    </message>
    <message>
        <source>Orders that wait, by rule</source>
        <translation>Wartende Bestellungen nach Regel</translation>
    </message>
    <message>
        <source>Results of the trial</source>
        <translation>Ergebnisse der Erprobung</translation>
    </message>
    <message>
        <source>In sum</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Of %1 orders on record the draft judges %2 differently and %3 as before; about %4 history cannot tell.</source>
        <translation>Von %1 aufgezeichneten Bestellungen beurteilt der Entwurf %2 anders und %3 wie bisher; über %4 lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>%1 smaller orders are not in this list.</source>
        <translation>%1 kleinere Bestellungen stehen nicht in dieser Liste.</translation>
    </message>
    <message>
        <source>Another tier, or looked at in another way</source>
        <translation>Andere Stufe oder anders angesehen</translation>
    </message>
    <message>
        <source>Newly looked at one by one</source>
        <translation>Neu einzeln angesehen</translation>
    </message>
    <message>
        <source>No longer looked at one by one</source>
        <translation>Nicht mehr einzeln angesehen</translation>
    </message>
    <message>
        <source>As before, for other reasons</source>
        <translation>Wie bisher, aus anderen Gründen</translation>
    </message>
    <message>
        <source>Not replayable: nothing is said about these</source>
        <translation>Nicht nachspielbar: dazu wird nichts gesagt</translation>
    </message>
    <message>
        <source>of these: %1</source>
        <translation>davon: %1</translation>
    </message>
    <message>
        <source>Orders that wait</source>
        <translation>Wartende Bestellungen</translation>
    </message>
    <message>
        <source>Work items that settle the others</source>
        <translation>Aufgaben, die die übrigen erledigen</translation>
    </message>
    <message>
        <source>Cases a week</source>
        <translation>Fälle je Woche</translation>
    </message>
    <message>
        <source>Person-minutes a week</source>
        <translation>Personenminuten je Woche</translation>
    </message>
    <message>
        <source>Share of the people's working time</source>
        <translation>Anteil an der Arbeitszeit</translation>
    </message>
    <message>
        <source>In force: %1, %2</source>
        <translation>Geltend: %1, %2</translation>
    </message>
    <message>
        <source>Draft: %1, %2</source>
        <translation>Entwurf: %1, %2</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Would have waited</source>
        <translation>Hätten gewartet</translation>
    </message>
    <message>
        <source>Not replayable: a fact that a rule asks for is not in the record</source>
        <translation>Nicht nachspielbar: etwas, wonach eine Regel fragt, steht nicht in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Mean wait of a case, minutes of working time</source>
        <translation>Mittlere Wartezeit eines Falls, Minuten Arbeitszeit</translation>
    </message>
    <message>
        <source>That is little history: read the figures for a week as a guess.</source>
        <translation>Das ist wenig Vergangenheit: Die Zahlen je Woche sind nur eine Schätzung.</translation>
    </message>
    <message>
        <source>%1 orders are not replayable: a rule asks for something that the record does not hold for them (see In sum). They are in the work here, and in no comparison.</source>
        <translation>%1 Bestellungen sind nicht nachspielbar: Eine Regel fragt nach etwas, das die Aufzeichnung für sie nicht enthält (siehe Zusammen). Sie zählen hier zur Arbeit, aber in keinem Vergleich.</translation>
    </message>
    <message>
        <source>Of %1 orders on record %2 would have waited: %3 cases to decide, and %4 work items, such as a missing mandate, that settle the others. That is %5.</source>
        <translation>Von %1 aufgezeichneten Bestellungen hätten %2 gewartet: %3 Fälle zu entscheiden, und %4 Aufgaben, etwa ein fehlendes Mandat, die die übrigen erledigen. Das sind %5.</translation>
    </message>
    <message>
        <source>Cases, each decided once</source>
        <translation>Fälle, jeder einmal entschieden</translation>
    </message>
    <message>
        <source>Person-minutes in all</source>
        <translation>Personenminuten insgesamt</translation>
    </message>
    <message>
        <source>Without the earliest and the latest hundredth, the orders are of %1 only: nothing is said of a week, nor of waiting times.</source>
        <translation>Ohne das früheste und das späteste Hundertstel stammen die Bestellungen aus nur %1: über eine Woche und über Wartezeiten wird nichts gesagt.</translation>
    </message>
    <message>
        <source>Without the earliest and the latest hundredth, the orders are from %1 to %2: that counts as %3 weeks.</source>
        <translation>Ohne das früheste und das späteste Hundertstel sind die Bestellungen vom %1 bis %2: das zählt als %3 Wochen.</translation>
    </message>
    <message>
        <source>Minutes: the cases of each tier times the minutes assumed above, and %1 for each work item; a case of several orders counts once, by its strictest order.</source>
        <translation>Minuten: die Fälle jeder Stufe mal die oben angenommenen Minuten, und %1 je Aufgabe; ein Fall aus mehreren Bestellungen zählt einmal, nach seiner strengsten.</translation>
    </message>
    <message>
        <source>%1 cases are of several orders (%2 together) that wait for nothing but each other: pieces or repeats of one agent at one supplier in a day. Each is held and signed by itself, and thought about once.</source>
        <translation>%1 Fälle bestehen aus mehreren Bestellungen (zusammen %2), die nur wegeneinander warten: Stücke oder Wiederholungen eines Agenten bei einem Lieferanten an einem Tag. Jede wird angehalten und einzeln signiert, bedacht wird einmal.</translation>
    </message>
    <message>
        <source>Too little history</source>
        <translation>Zu wenig Vergangenheit</translation>
    </message>
    <message>
        <source>The queue never empties</source>
        <translation>Die Warteschlange wird nie leer</translation>
    </message>
    <message>
        <source>Of these, of several orders</source>
        <translation>Davon aus mehreren Bestellungen</translation>
    </message>
    <message>
        <source>Orders in those</source>
        <translation>Bestellungen darin</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <extracomment>%1 is a span such as "7.5 hours"</extracomment>
        <translation>%1 je Woche</translation>
    </message>
    <message>
        <source>%1 in all (too little history to say it for a week: %2)</source>
        <translation>%1 insgesamt (zu wenig Vorgeschichte für eine Angabe je Woche: %2)</translation>
    </message>
    <message>
        <source>Wait: a queue in front of the people above, who work %1 hours a week by the calendar of the policy and need %2 minutes on average; orders come at random within the working time (Erlang C with the correction of Allen and Cunneen). Nights, weekends and bursts wait longer.</source>
        <translation>Wartezeit: eine Schlange vor den Personen oben, die nach dem Kalender der Richtlinie %1 Stunden je Woche arbeiten und im Mittel %2 Minuten brauchen; Bestellungen kommen zufällig innerhalb der Arbeitszeit (Erlang C mit der Korrektur von Allen und Cunneen). Nächte, Wochenenden und Stöße warten länger.</translation>
    </message>
</context>
<context>
    <name>ui::policy::WhatIfView</name>
    <message>
        <source>T&amp;ry again</source>
        <translation>Erne&amp;ut erproben</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Nothing was tried yet.</source>
        <translation>Noch wurde nichts erprobt.</translation>
    </message>
    <message>
        <source>Change the policy on its screen and press "Try on history": every order on record is judged by both, and nothing is changed by that.</source>
        <translation>Ändern Sie die Richtlinie auf ihrer Seite und drücken Sie „An der Vergangenheit erproben“: Beide beurteilen jede aufgezeichnete Bestellung, und nichts wird dadurch geändert.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation>Fortschritt der Erprobung</translation>
    </message>
    <message>
        <source>Assumed minutes for one case:</source>
        <translation>Angenommene Minuten je Fall:</translation>
    </message>
    <message>
        <source>Minutes for a case of the tier %1</source>
        <translation>Minuten für einen Fall der Stufe %1</translation>
    </message>
    <message>
        <source>People who share the cases</source>
        <translation>Menschen, die sich die Fälle teilen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>The draft of the policy screen beside the policy in force</source>
        <translation>Der Entwurf der Richtlinienseite neben der geltenden Richtlinie</translation>
    </message>
    <message>
        <source>The policy in force: what it would have stopped</source>
        <translation>Die geltende Richtlinie: was sie angehalten hätte</translation>
    </message>
    <message>
        <source>The policy in force with "%1" at %2</source>
        <translation>Die geltende Richtlinie mit „%1“ bei %2</translation>
    </message>
    <message>
        <source>The policy in force has no such rule any more.</source>
        <translation>Die geltende Richtlinie hat diese Regel nicht mehr.</translation>
    </message>
    <message>
        <source>T&amp;ry the policy in force</source>
        <translation>Geltende &amp;Richtlinie erproben</translation>
    </message>
    <message>
        <source>The policy in force: what it would have stopped of %1</source>
        <translation>Die geltende Richtlinie: was sie von %1 angehalten hätte</translation>
    </message>
    <message>
        <source>The work below was counted with other minutes or people. Press "Try again" to count with these.</source>
        <translation>Die Arbeit unten ist mit anderen Minuten oder Menschen gerechnet. Mit „Erneut erproben“ wird mit diesen gerechnet.</translation>
    </message>
    <message>
        <source>Every order on record is being judged.</source>
        <translation>Jede aufgezeichnete Bestellung wird beurteilt.</translation>
    </message>
    <message>
        <source>Nothing is changed by that, and it can be cancelled at any time.</source>
        <translation>Daran ändert sich nichts, und es lässt sich jederzeit abbrechen.</translation>
    </message>
    <message>
        <source>The trial was cancelled.</source>
        <translation>Die Erprobung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The trial came to no result.</source>
        <translation>Die Erprobung kam zu keinem Ergebnis.</translation>
    </message>
    <message>
        <source>Nothing was changed by it. Press "Try again" to judge the record once more.</source>
        <translation>Geändert wurde nichts. „Erneut erproben“ beurteilt die Aufzeichnung noch einmal.</translation>
    </message>
    <message>
        <source>There is no order to judge yet.</source>
        <translation>Es gibt noch keine Bestellung, die sich beurteilen ließe.</translation>
    </message>
    <message>
        <source>As soon as the gateway has told of one, or a file is imported, a policy can be tried on it.</source>
        <translation>Sobald das Gateway eine gemeldet hat oder eine Datei eingelesen ist, lässt sich eine Richtlinie daran erproben.</translation>
    </message>
</context>
<context>
    <name>ui::policy::WithdrawDialog</name>
    <message>
        <source>&amp;Close without signing</source>
        <translation>S&amp;chließen, ohne zu signieren</translation>
    </message>
    <message>
        <source>Take a proposal back</source>
        <translation>Einen Vorschlag zurücknehmen</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Zurüc&amp;kziehen</translation>
    </message>
    <message>
        <source>You sign that this proposal is taken back. The gateway and every other console are told, and nobody can sign it any more. To propose the same again, use it as a draft and publish it.</source>
        <translation>Sie signieren, dass dieser Vorschlag zurückgenommen ist. Das Gateway und jede andere Konsole erfahren davon, und niemand kann ihn mehr signieren. Um dasselbe wieder vorzuschlagen, nehmen Sie es als Entwurf und veröffentlichen Sie ihn.</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>Version %1: %2</translation>
    </message>
    <message>
        <source>Signed by you</source>
        <translation>Von Ihnen signiert</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Taken back. Nobody can sign it any more.</source>
        <translation>Zurückgenommen. Niemand kann es mehr signieren.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>ui::settings::ColumnWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
</context>
<context>
    <name>ui::settings::ColumnsPage</name>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Its first values</source>
        <translation>Ihre ersten Werte</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>Wie sie gelesen wird</translation>
    </message>
    <message>
        <source>column %1, without a name</source>
        <translation>Spalte %1, ohne Namen</translation>
    </message>
    <message>
        <source>Meaning of the column %1</source>
        <translation>Bedeutung der Spalte %1</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>Several columns have this name.</source>
        <translation>Mehrere Spalten heißen so.</translation>
    </message>
    <message>
        <source>for example EUR</source>
        <translation>zum Beispiel EUR</translation>
    </message>
    <message>
        <source>for example card 0419</source>
        <translation>zum Beispiel Karte 0419</translation>
    </message>
    <message>
        <source>Dates: the &amp;month stands before the day</source>
        <translation>Daten: Der &amp;Monat steht vor dem Tag</translation>
    </message>
    <message>
        <source>Amounts: the c&amp;omma divides the decimals</source>
        <translation>Beträge: Das K&amp;omma trennt die Nachkommastellen</translation>
    </message>
    <message>
        <source>Amounts: &amp;negative means that money was spent</source>
        <translation>Beträge: &amp;Negativ heißt, dass Geld ausgegeben wurde</translation>
    </message>
    <message>
        <source>Say which column is the date.</source>
        <translation>Sagen Sie, welche Spalte das Datum ist.</translation>
    </message>
    <message>
        <source>Say which column is the amount.</source>
        <translation>Sagen Sie, welche Spalte der Betrag ist.</translation>
    </message>
    <message>
        <source>Say in which currency the amounts are: a column, or three letters such as EUR.</source>
        <translation>Sagen Sie, in welcher Währung die Beträge sind: eine Spalte oder drei Buchstaben wie EUR.</translation>
    </message>
    <message>
        <source>Say which column is the card, or name the card.</source>
        <translation>Sagen Sie, welche Spalte die Karte ist, oder nennen Sie die Karte.</translation>
    </message>
    <message>
        <source>empty in every row</source>
        <translation>in jeder Zeile leer</translation>
    </message>
    <message>
        <source>%1 empty</source>
        <translation>%1 leer</translation>
    </message>
    <message>
        <source>the first is %1</source>
        <translation>der erste ist %1</translation>
    </message>
    <message>
        <source>%1 cannot be read, first in row %2: %3</source>
        <translation>%1 nicht lesbar, zuerst in Zeile %2: %3</translation>
    </message>
    <message>
        <source>nothing stands there</source>
        <translation>da steht nichts</translation>
    </message>
    <message>
        <source>%1 unclear: day and month may be meant the other way</source>
        <translation>%1 unklar: Tag und Monat können andersherum gemeint sein</translation>
    </message>
    <message>
        <source>%1 unclear: the decimals may be meant the other way</source>
        <translation>%1 unklar: die Nachkommastellen können anders gemeint sein</translation>
    </message>
    <message>
        <source>No column says the c&amp;urrency. All amounts are in:</source>
        <translation>Keine Spalte nennt die &amp;Währung. Alle Beträge sind in:</translation>
    </message>
    <message>
        <source>No column says which car&amp;d it was. All rows are of:</source>
        <translation>Keine Spalte nennt die K&amp;arte. Alle Zeilen sind von:</translation>
    </message>
</context>
<context>
    <name>ui::settings::ConnectionPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Wie Sie sie nennen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>gateway.example.com, without https://</source>
        <translation>gateway.example.com, ohne https://</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>From the gateway's operator</source>
        <translation>Vom Betreiber des Gateways</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The feed; empty: what the gateway offers</source>
        <translation>Der Strom; leer: was das Gateway anbietet</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint; empty: by its authority</source>
        <translation>SHA-256-Fingerabdruck; leer: nach seiner Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Gateway's key</source>
        <translation>Schlüssel des Gateways</translation>
    </message>
    <message>
        <source>Found by the test, confirmed by you</source>
        <translation>Vom Test gefunden, von Ihnen bestätigt</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: in Ordnung</translation>
    </message>
    <message>
        <source>%1: does not work</source>
        <translation>%1: geht nicht</translation>
    </message>
    <message>
        <source>%1: not tried</source>
        <translation>%1: nicht versucht</translation>
    </message>
    <message>
        <source>The gateway shows a certificate with this fingerprint: %1</source>
        <translation>Das Gateway zeigt ein Zertifikat mit diesem Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>I have &amp;compared it: it is the right certificate</source>
        <translation>Ich habe ver&amp;glichen: Es ist das richtige Zertifikat</translation>
    </message>
    <message>
        <source>The gateway says that it signs with this key: %1</source>
        <translation>Das Gateway sagt, dass es mit diesem Schlüssel signiert: %1</translation>
    </message>
    <message>
        <source>I have &amp;compared it: it is the right key</source>
        <translation>Ich habe ver&amp;glichen: Es ist der richtige Schlüssel</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>PEM file; empty: the system's</source>
        <translation>PEM-Datei; leer: die des Systems</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>PEM file, if the gateway asks for one</source>
        <translation>PEM-Datei, falls das Gateway eines verlangt</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>PEM file of the certificate's key</source>
        <translation>PEM-Datei mit dem Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>Jetzt ver&amp;wenden</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>Si&amp;chern</translation>
    </message>
</context>
<context>
    <name>ui::settings::ConnectionsView</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>&amp;New connection</source>
        <translation>&amp;Neue Verbindung</translation>
    </message>
    <message>
        <source>No connection is kept yet.</source>
        <translation>Noch keine Verbindung gesichert.</translation>
    </message>
    <message>
        <source>Reeve uses its simulated gateway. Describe a real one beside this list, test it and save it.</source>
        <translation>Reeve verwendet sein simuliertes Gateway. Beschreiben Sie daneben ein echtes, testen und sichern Sie es.</translation>
    </message>
    <message>
        <source>Reeve connects with it now.</source>
        <translation>Reeve verbindet sich jetzt damit.</translation>
    </message>
    <message>
        <source>Use the &amp;sandbox now</source>
        <translation>Jetzt den &amp;Sandkasten verwenden</translation>
    </message>
    <message>
        <source>Reeve starts its simulated gateway now.</source>
        <translation>Reeve startet jetzt sein simuliertes Gateway.</translation>
    </message>
</context>
<context>
    <name>ui::settings::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Looking at the file …</source>
        <translation>Die Datei wird angesehen …</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>Agent runs in chat form. Calls that move money become events.</source>
        <translation>Agentenläufe in Chatform. Aufrufe, die Geld bewegen, werden Ereignisse.</translation>
    </message>
    <message>
        <source>The columns are those that Reeve knows as “%1”.</source>
        <translation>Die Spalten sind die, die Reeve als „%1“ kennt.</translation>
    </message>
    <message>
        <source>Reeve has guessed what the columns mean. Look at every line before you import.</source>
        <translation>Reeve hat geraten, was die Spalten bedeuten. Sehen Sie jede Zeile an, bevor Sie einlesen.</translation>
    </message>
    <message>
        <source>Period of the file</source>
        <translation>Zeitraum der Datei</translation>
    </message>
    <message>
        <source>as the file's name says</source>
        <translation>wie der Dateiname sagt</translation>
    </message>
    <message>
        <source>I have &amp;looked: it is right as it stands here</source>
        <translation>Ich habe nachgesehen: So ist es r&amp;ichtig</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Storing …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Reading the whole file once …</source>
        <translation>Die ganze Datei wird einmal gelesen …</translation>
    </message>
    <message>
        <source>Done. Rows read: %1. New events: %2. Known already: %3. Contradictions: %4. Set aside: %5.</source>
        <translation>Fertig. Gelesene Zeilen: %1. Neue Ereignisse: %2. Schon bekannt: %3. Widersprüche: %4. Beiseitegelegt: %5.</translation>
    </message>
    <message>
        <source>Cancelled. What was stored until then stays; importing again adds only the rest.</source>
        <translation>Abgebrochen. Was bis dahin gespeichert wurde, bleibt; erneutes Einlesen fügt nur den Rest hinzu.</translation>
    </message>
    <message>
        <source>The same rows were imported before under another period. They are kept as a suspected duplicate, outside of spend, until somebody resolves it with reevectl batches.</source>
        <translation>Dieselben Zeilen wurden schon unter einem anderen Zeitraum eingelesen. Sie bleiben als vermutete Dublette außerhalb der Ausgaben, bis jemand das mit reevectl batches klärt.</translation>
    </message>
    <message>
        <source>Some rows could not be understood. The health screen lists them.</source>
        <translation>Einige Zeilen waren nicht verständlich. Der Bildschirm Zustand listet sie auf.</translation>
    </message>
    <message>
        <source>What would have &amp;stopped</source>
        <translation>Was &amp;angehalten worden wäre</translation>
    </message>
    <message>
        <source>Import file %1 of %2</source>
        <translation>Datei %1 von %2 einlesen</translation>
    </message>
    <message>
        <source>Of %1 rows %2 become orders from %3 to %4, in sum %5.</source>
        <translation>Von %1 Zeilen werden %2 zu Bestellungen vom %3 bis %4, zusammen %5.</translation>
    </message>
    <message>
        <source>Of %1 rows none becomes an order as it stands here.</source>
        <translation>Von %1 Zeilen wird so, wie es hier steht, keine zur Bestellung.</translation>
    </message>
    <message>
        <source>%1 would be set aside, with the reason, and counted nowhere.</source>
        <translation>%1 würden beiseitegelegt, mit dem Grund, und nirgends gezählt.</translation>
    </message>
    <message>
        <source>%1, first in row %2</source>
        <translation>%1, zuerst in Zeile %2</translation>
    </message>
    <message>
        <source>The file's name does not say its period. Type it, for example 2026-03.</source>
        <translation>Der Name der Datei nennt ihren Zeitraum nicht. Geben Sie ihn an, zum Beispiel 2026-03.</translation>
    </message>
    <message>
        <source>No row can be read like this. Look at the columns for date and amount.</source>
        <translation>So lässt sich keine Zeile lesen. Sehen Sie sich die Spalten für Datum und Betrag an.</translation>
    </message>
    <message>
        <source>There is a doubt: look, and tick that you have looked.</source>
        <translation>Es gibt einen Zweifel: Sehen Sie nach und bestätigen Sie es mit dem Häkchen.</translation>
    </message>
    <message>
        <source>Ne&amp;xt file</source>
        <translation>Nä&amp;chste Datei</translation>
    </message>
    <message>
        <source>&amp;Period of the file</source>
        <translation>Zeit&amp;raum der Datei</translation>
    </message>
    <message>
        <source>from the first date: the file's name does not say it</source>
        <translation>nach dem ersten Datum: der Dateiname nennt ihn nicht</translation>
    </message>
    <message>
        <source>%1 rows were read. Something has to be said before they become orders: %2</source>
        <translation>%1 Zeilen sind gelesen. Bevor daraus Bestellungen werden, fehlt eine Angabe: %2</translation>
    </message>
</context>
<context>
    <name>ui::settings::PemField</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>Herausnehmen: %1</translation>
    </message>
    <message>
        <source>Kept in this connection</source>
        <translation>In dieser Verbindung aufbewahrt</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsWords</name>
    <message>
        <source>What was typed</source>
        <translation>Was eingegeben wurde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Ereignisstrom</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>No computer of this name was found. Check the spelling, and whether this network reaches it.</source>
        <translation>Kein Rechner dieses Namens wurde gefunden. Prüfen Sie die Schreibweise und ob dieses Netz ihn erreicht.</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the port, and whether the gateway runs and a firewall lets you through.</source>
        <translation>Dort antwortet niemand. Prüfen Sie den Port, ob das Gateway läuft und ob eine Firewall Sie durchlässt.</translation>
    </message>
    <message>
        <source>This certificate is not confirmed yet. Compare its fingerprint with what the gateway's operator tells you by another way, then confirm it.</source>
        <translation>Dieses Zertifikat ist noch nicht bestätigt. Vergleichen Sie seinen Fingerabdruck mit dem, den der Betreiber des Gateways Ihnen auf anderem Weg nennt, und bestätigen Sie es dann.</translation>
    </message>
    <message>
        <source>No protected connection came about. Ask the operator for TLS 1.2 or newer.</source>
        <translation>Es kam keine geschützte Verbindung zustande. Bitten Sie den Betreiber um TLS 1.2 oder neuer.</translation>
    </message>
    <message>
        <source>The gateway does not accept the token. Ask its operator for a new one.</source>
        <translation>Das Gateway nimmt das Token nicht an. Bitten Sie seinen Betreiber um ein neues.</translation>
    </message>
    <message>
        <source>The feed does not open. Check the source, and whether the token may read it.</source>
        <translation>Der Ereignisstrom öffnet sich nicht. Prüfen Sie die Quelle und ob das Token sie lesen darf.</translation>
    </message>
    <message>
        <source>The clocks differ by more than 30 seconds. Set this computer's clock, or tell the operator.</source>
        <translation>Die Uhren weichen um mehr als 30 Sekunden ab. Stellen Sie die Uhr dieses Rechners oder sagen Sie es dem Betreiber.</translation>
    </message>
    <message>
        <source>Give the connection a name of 1 to 60 letters.</source>
        <translation>Geben Sie der Verbindung einen Namen mit 1 bis 60 Buchstaben.</translation>
    </message>
    <message>
        <source>The port is a number between 1 and 65535.</source>
        <translation>Der Port ist eine Zahl zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>A fingerprint has 64 digits from 0 to 9 and a to f.</source>
        <translation>Ein Fingerabdruck hat 64 Stellen aus 0 bis 9 und a bis f.</translation>
    </message>
    <message>
        <source>The gateway's key is missing: test the connection, compare the key and confirm it.</source>
        <translation>Der Schlüssel des Gateways fehlt: Testen Sie die Verbindung, vergleichen Sie den Schlüssel und bestätigen Sie ihn.</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Datum oder Zeit</translation>
    </message>
    <message>
        <source>Amount, gross</source>
        <translation>Betrag, brutto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Nettobetrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Agent, card or account</source>
        <translation>Agent, Karte oder Konto</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>Name des Agenten</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlicher</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Purchase order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>the header is known</source>
        <translation>die Überschrift ist bekannt</translation>
    </message>
    <message>
        <source>the header sounds like it</source>
        <translation>die Überschrift klingt danach</translation>
    </message>
    <message>
        <source>the values are dates</source>
        <translation>die Werte sind Daten</translation>
    </message>
    <message>
        <source>the values are amounts</source>
        <translation>die Werte sind Beträge</translation>
    </message>
    <message>
        <source>the values are currencies</source>
        <translation>die Werte sind Währungen</translation>
    </message>
    <message>
        <source>the values repeat</source>
        <translation>die Werte wiederholen sich</translation>
    </message>
    <message>
        <source>Day and month could be meant either way. Look at the file and say which comes first.</source>
        <translation>Tag und Monat könnten vertauscht sein. Sehen Sie in die Datei und sagen Sie, was zuerst steht.</translation>
    </message>
    <message>
        <source>It is not clear whether the comma or the point divides the decimals. Look at the file and say it.</source>
        <translation>Es ist nicht klar, ob Komma oder Punkt die Nachkommastellen trennt. Sehen Sie in die Datei und sagen Sie es.</translation>
    </message>
    <message>
        <source>Most amounts are negative. Say whether negative means that money was spent.</source>
        <translation>Die meisten Beträge sind negativ. Sagen Sie, ob negativ heißt, dass Geld ausgegeben wurde.</translation>
    </message>
    <message>
        <source>The authorities cannot be read. Choose a file that holds certificates in PEM form.</source>
        <translation>Die Zertifizierungsstellen sind nicht lesbar. Wählen Sie eine Datei mit Zertifikaten in PEM-Form.</translation>
    </message>
    <message>
        <source>The client certificate cannot be read, or is missing beside its key. Choose a PEM file.</source>
        <translation>Das Client-Zertifikat ist nicht lesbar oder fehlt zu seinem Schlüssel. Wählen Sie eine PEM-Datei.</translation>
    </message>
    <message>
        <source>The client key cannot be read, or is missing beside its certificate. Choose a PEM file without a passphrase.</source>
        <translation>Der Client-Schlüssel ist nicht lesbar oder fehlt zu seinem Zertifikat. Wählen Sie eine PEM-Datei ohne Passwort.</translation>
    </message>
    <message>
        <source>The token has characters that no token has. Paste it again, without blanks.</source>
        <translation>Das Token enthält Zeichen, die kein Token hat. Fügen Sie es ohne Leerzeichen neu ein.</translation>
    </message>
    <message>
        <source>The address is no name and no address. Write it without https:// and without a path.</source>
        <translation>Die Adresse ist weder Name noch Adresse. Schreiben Sie sie ohne https:// und ohne Pfad.</translation>
    </message>
    <message>
        <source>The gateway ends the connection before it answers. It may want a client certificate, or another one than this: ask its operator.</source>
        <translation>Das Gateway beendet die Verbindung, bevor es antwortet. Es verlangt vielleicht ein Client-Zertifikat oder ein anderes als dieses: Fragen Sie seinen Betreiber.</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>The letters are not written in UTF-8; they are read as Western European (Windows-1252). Look whether names with é, ä or ß are right.</source>
        <translation>Die Buchstaben sind nicht in UTF-8 geschrieben; sie werden als westeuropäisch (Windows-1252) gelesen. Prüfen Sie, ob Namen mit é, ä oder ß stimmen.</translation>
    </message>
    <message>
        <source>Blank rows</source>
        <translation>Leere Zeilen</translation>
    </message>
    <message>
        <source>Rows with more or fewer cells than the header</source>
        <translation>Zeilen mit mehr oder weniger Zellen als die Kopfzeile</translation>
    </message>
    <message>
        <source>Rows with bytes that are no letters</source>
        <translation>Zeilen mit Bytes, die keine Buchstaben sind</translation>
    </message>
    <message>
        <source>Rows that cannot be taken apart, for example by a quote that never closes</source>
        <translation>Zeilen, die sich nicht zerlegen lassen, etwa wegen eines Anführungszeichens, das nie schließt</translation>
    </message>
    <message>
        <source>This is a workbook, not a table of text. Open it in the spreadsheet program, save the sheet as CSV (UTF-8), and drop that file.</source>
        <translation>Das ist eine Arbeitsmappe, keine Texttabelle. Öffnen Sie sie in der Tabellenkalkulation, speichern Sie das Blatt als CSV (UTF-8) und ziehen Sie diese Datei hierher.</translation>
    </message>
    <message>
        <source>This file is written in UTF-16. Save it as CSV (UTF-8) and drop it again.</source>
        <translation>Diese Datei ist in UTF-16 geschrieben. Speichern Sie sie als CSV (UTF-8) und ziehen Sie sie noch einmal hierher.</translation>
    </message>
    <message>
        <source>This does not look like a table: the first line has to name the columns, separated by commas, semicolons or tabs.</source>
        <translation>Das sieht nicht wie eine Tabelle aus: Die erste Zeile muss die Spalten nennen, getrennt durch Kommas, Semikolons oder Tabulatoren.</translation>
    </message>
    <message>
        <source>No way of writing dates fits the chosen column. Choose another column, or mend the dates in the file and open it again.</source>
        <translation>Keine Schreibweise von Daten passt zur gewählten Spalte. Wählen Sie eine andere Spalte, oder berichtigen Sie die Daten in der Datei und öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>No way of writing amounts fits the chosen column. Choose another column, or mend the amounts in the file and open it again.</source>
        <translation>Keine Schreibweise von Beträgen passt zur gewählten Spalte. Wählen Sie eine andere Spalte, oder berichtigen Sie die Beträge in der Datei und öffnen Sie sie erneut.</translation>
    </message>
</context>
<context>
    <name>ui::sieve::Bar</name>
    <message>
        <source>Put a filter together in a form</source>
        <translation>Filter in einem Formular zusammenstellen</translation>
    </message>
    <message>
        <source>Put a filter together in a form (Ctrl+Shift+F)</source>
        <translation>Filter in einem Formular zusammenstellen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filters (Ctrl+B)</source>
        <translation>Gespeicherte Filter (Strg+B)</translation>
    </message>
    <message>
        <source>Show the rows that the condition cannot speak of, for example in another currency</source>
        <translation>Zeilen zeigen, über die die Bedingung nichts sagen kann, zum Beispiel in anderer Währung</translation>
    </message>
    <message>
        <source>Saved filter: %1</source>
        <translation>Gespeicherter Filter: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 without a value</source>
        <translation>%1, %2 ohne Wert</translation>
    </message>
    <message>
        <source>%1 not comparable</source>
        <translation>%1 nicht vergleichbar</translation>
    </message>
    <message>
        <source>Show %1 rows that cannot be compared</source>
        <translation>%1 Zeilen zeigen, die nicht vergleichbar sind</translation>
    </message>
    <message>
        <source>%1, %2 not comparable</source>
        <translation>%1, %2 nicht vergleichbar</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>Noch keine gespeichert</translation>
    </message>
    <message>
        <source>&amp;Save what stands here …</source>
        <translation>&amp;Speichern, was hier steht …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Its name; one that exists is replaced:</source>
        <translation>Sein Name; ein vorhandener wird ersetzt:</translation>
    </message>
    <message>
        <source>not narrowed here</source>
        <translation>hier nicht eingeschränkt</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1; this table cannot tell: %2</source>
        <translation>%1; diese Tabelle kennt nicht: %2</translation>
    </message>
    <message>
        <source>Chosen in Spend: %1. Show everything again</source>
        <translation>In Ausgaben gewählt: %1. Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Chosen in Spend: %1. Press to show everything again.</source>
        <translation>In Ausgaben gewählt: %1. Drücken, um wieder alles zu zeigen.</translation>
    </message>
</context>
<context>
    <name>ui::sieve::Builder</name>
    <message>
        <source>&amp;Add a line</source>
        <translation>Zeile &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Put a filter together</source>
        <translation>Filter zusammenstellen</translation>
    </message>
    <message>
        <source>What stands in the line cannot be shown as lines of a form. It is replaced only when you use this one.</source>
        <translation>Was in der Zeile steht, lässt sich nicht als Formular zeigen. Es wird erst ersetzt, wenn Sie dieses verwenden.</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Alle treffen zu</translation>
    </message>
    <message>
        <source>One of these holds</source>
        <translation>Eines trifft zu</translation>
    </message>
    <message>
        <source>How the lines belong together</source>
        <translation>Wie die Zeilen zusammengehören</translation>
    </message>
    <message>
        <source>The condition</source>
        <translation>Die Bedingung</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Fill in a value.</source>
        <translation>Füllen Sie einen Wert aus.</translation>
    </message>
</context>
<context>
    <name>ui::sieve::BuilderLine</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>How it compares</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>for example 36h or 90m</source>
        <translation>zum Beispiel 36h oder 90m</translation>
    </message>
    <message>
        <source>several, divided by commas</source>
        <translation>mehrere, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>ui::sieve::Completion</name>
    <message>
        <source>What can stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>ui::sieve::FunctionWords</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>less than, before</source>
        <translation>kleiner als, vor</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>more than, after</source>
        <translation>größer als, nach</translation>
    </message>
    <message>
        <source>at least, from</source>
        <translation>mindestens, ab</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>eines von mehreren</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>has this part somewhere</source>
        <translation>enthält diesen Teil</translation>
    </message>
    <message>
        <source>begins with this</source>
        <translation>beginnt damit</translation>
    </message>
    <message>
        <source>ends with this</source>
        <translation>endet damit</translation>
    </message>
    <message>
        <source>fits a regular expression (RE2)</source>
        <translation>passt auf einen regulären Ausdruck (RE2)</translation>
    </message>
    <message>
        <source>A to Z as small letters</source>
        <translation>A bis Z als Kleinbuchstaben</translation>
    </message>
    <message>
        <source>a to z as capitals</source>
        <translation>a bis z als Großbuchstaben</translation>
    </message>
    <message>
        <source>without blanks at both ends</source>
        <translation>ohne Leerzeichen an beiden Enden</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>wie viele</translation>
    </message>
    <message>
        <source>there is a value</source>
        <translation>es gibt einen Wert</translation>
    </message>
    <message>
        <source>the ISO 4217 code</source>
        <translation>der Code nach ISO 4217</translation>
    </message>
    <message>
        <source>cents, pence or yen</source>
        <translation>Cent, Pence oder Yen</translation>
    </message>
    <message>
        <source>without its sign</source>
        <translation>ohne Vorzeichen</translation>
    </message>
    <message>
        <source>in a currency, at the policy's rates</source>
        <translation>in einer Währung, zu den Kursen der Richtlinie</translation>
    </message>
    <message>
        <source>holds for every item</source>
        <translation>gilt für jedes Element</translation>
    </message>
    <message>
        <source>holds for some item</source>
        <translation>gilt für ein Element</translation>
    </message>
    <message>
        <source>holds for exactly one item</source>
        <translation>gilt für genau ein Element</translation>
    </message>
    <message>
        <source>the items for which it holds</source>
        <translation>die Elemente, für die es gilt</translation>
    </message>
    <message>
        <source>the value of every item</source>
        <translation>der Wert jedes Elements</translation>
    </message>
    <message>
        <source>as yes or no</source>
        <translation>als ja oder nein</translation>
    </message>
    <message>
        <source>as a whole number</source>
        <translation>als ganze Zahl</translation>
    </message>
    <message>
        <source>as a number not below zero</source>
        <translation>als Zahl nicht unter null</translation>
    </message>
    <message>
        <source>as a number with a fraction</source>
        <translation>als Zahl mit Nachkommastellen</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>als Text</translation>
    </message>
    <message>
        <source>the bytes of the text</source>
        <translation>die Bytes des Textes</translation>
    </message>
    <message>
        <source>without its type</source>
        <translation>ohne seinen Typ</translation>
    </message>
    <message>
        <source>the type of it</source>
        <translation>sein Typ</translation>
    </message>
    <message>
        <source>the year</source>
        <translation>das Jahr</translation>
    </message>
    <message>
        <source>the month from 0</source>
        <translation>der Monat ab 0</translation>
    </message>
    <message>
        <source>the day of the month from 0</source>
        <translation>der Tag des Monats ab 0</translation>
    </message>
    <message>
        <source>the day of the month from 1</source>
        <translation>der Tag des Monats ab 1</translation>
    </message>
    <message>
        <source>the day of the week, Sunday is 0</source>
        <translation>der Wochentag, Sonntag ist 0</translation>
    </message>
    <message>
        <source>the day of the year from 0</source>
        <translation>der Tag des Jahres ab 0</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>this moment</source>
        <translation>dieser Moment</translation>
    </message>
    <message>
        <source>an amount: %1</source>
        <translation>ein Betrag: %1</translation>
    </message>
    <message>
        <source>a moment: %1</source>
        <translation>ein Zeitpunkt: %1</translation>
    </message>
    <message>
        <source>a span of time: %1</source>
        <translation>eine Zeitspanne: %1</translation>
    </message>
</context>
<context>
    <name>ui::sieve::HelpWords</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>a condition: a column, a comparison, a value</source>
        <translation>eine Bedingung: Spalte, Vergleich, Wert</translation>
    </message>
    <message>
        <source>exact; other currencies are counted, not compared</source>
        <translation>genau; andere Währungen werden gezählt, nicht verglichen</translation>
    </message>
    <message>
        <source>and: &amp;&amp;, or: ||, not: !</source>
        <translation>und: &amp;&amp;, oder: ||, nicht: !</translation>
    </message>
    <message>
        <source>there is a value</source>
        <translation>es gibt einen Wert</translation>
    </message>
    <message>
        <source>times and spans</source>
        <translation>Zeitpunkte und Zeitspannen</translation>
    </message>
    <message>
        <source>what can stand at the cursor</source>
        <translation>was an der Schreibmarke stehen kann</translation>
    </message>
</context>
<context>
    <name>ui::sieve::ProblemWords</name>
    <message>
        <source>%1 means nothing here</source>
        <translation>%1 bedeutet hier nichts</translation>
    </message>
    <message>
        <source>The closing quote is missing</source>
        <translation>Das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>A backslash needs another one before it</source>
        <translation>Vor einem Backslash fehlt ein zweiter</translation>
    </message>
    <message>
        <source>%1 is no number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>Expected here: %1</source>
        <translation>Hier erwartet: %1</translation>
    </message>
    <message>
        <source>Expected %1, not %2</source>
        <translation>Erwartet: %1, nicht %2</translation>
    </message>
    <message>
        <source>%1 is a reserved word</source>
        <translation>%1 ist ein reserviertes Wort</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>Too many brackets within each other</source>
        <translation>Zu viele Klammern ineinander</translation>
    </message>
    <message>
        <source>%1 is not supported</source>
        <translation>%1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>There is no column %1</source>
        <translation>Es gibt keine Spalte %1</translation>
    </message>
    <message>
        <source>There is no column %1. Meant: %2?</source>
        <translation>Es gibt keine Spalte %1. Gemeint: %2?</translation>
    </message>
    <message>
        <source>There is no function %1</source>
        <translation>Es gibt keine Funktion %1</translation>
    </message>
    <message>
        <source>There is no function %1. Meant: %2?</source>
        <translation>Es gibt keine Funktion %1. Gemeint: %2?</translation>
    </message>
    <message>
        <source>There is no %1 in it</source>
        <translation>%1 gibt es darin nicht</translation>
    </message>
    <message>
        <source>Needs %1, not %2</source>
        <translation>Verlangt %1, nicht %2</translation>
    </message>
    <message>
        <source>%1 does not go with %2</source>
        <translation>%1 passt nicht zu %2</translation>
    </message>
    <message>
        <source>To be written as %1</source>
        <translation>Zu schreiben als %1</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Cannot be read. An amount: %1; a time: %2</source>
        <translation>Nicht lesbar. Ein Betrag: %1; ein Zeitpunkt: %2</translation>
    </message>
    <message>
        <source>an operator or the end</source>
        <translation>ein Operator oder das Ende</translation>
    </message>
    <message>
        <source>the name of a field or function</source>
        <translation>der Name eines Feldes oder einer Funktion</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>"," or ")"</source>
        <translation>„,“ oder „)“</translation>
    </message>
    <message>
        <source>"," or "]"</source>
        <translation>„,“ oder „]“</translation>
    </message>
    <message>
        <source>"," or "}"</source>
        <translation>„,“ oder „}“</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a fraction</source>
        <translation>eine Dezimalzahl</translation>
    </message>
    <message>
        <source>a number not below zero</source>
        <translation>eine Zahl nicht unter null</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>a span of time</source>
        <translation>eine Zeitspanne</translation>
    </message>
    <message>
        <source>an amount of money</source>
        <translation>ein Geldbetrag</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>text, a whole number, or yes or no</source>
        <translation>Text, eine ganze Zahl oder ja oder nein</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Datensatz</translation>
    </message>
    <message>
        <source>a value of any kind</source>
        <translation>ein Wert beliebiger Art</translation>
    </message>
    <message>
        <source>messages (type{field: value})</source>
        <translation>Nachrichten (type{field: value})</translation>
    </message>
    <message>
        <source>optional fields (.?)</source>
        <translation>optionale Felder (.?)</translation>
    </message>
    <message>
        <source>bool, int, uint or string</source>
        <translation>bool, int, uint oder string</translation>
    </message>
</context>
<context>
    <name>ui::sieve::VerbWords</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner als</translation>
    </message>
    <message>
        <source>not after</source>
        <translation>nicht nach</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>größer als</translation>
    </message>
    <message>
        <source>not before</source>
        <translation>nicht vor</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>hat einen Wert</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>hat keinen Wert</translation>
    </message>
</context>
<context>
    <name>ui::spend::Chips</name>
    <message>
        <source>Only %1. Remove this condition</source>
        <translation>Nur %1. Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>ui::spend::Comparison</name>
    <message>
        <source>Tiers: our policy</source>
        <translation>Stufen: unsere Richtlinie</translation>
    </message>
    <message>
        <source>Tiers: the platform</source>
        <translation>Stufen: die Plattform</translation>
    </message>
    <message>
        <source>Whose tiers are shown</source>
        <translation>Wessen Stufen gezeigt werden</translation>
    </message>
    <message>
        <source>Our policy: what our own verdict came to. The platform: what it assessed itself.</source>
        <translation>Unsere Richtlinie: was unser eigenes Urteil ergab. Die Plattform: wie sie selbst eingestuft hat.</translation>
    </message>
    <message>
        <source>Where our policy and the platform come to different tiers (Alt+D)</source>
        <translation>Wo unsere Richtlinie und die Plattform zu verschiedenen Stufen kommen (Alt+D)</translation>
    </message>
    <message>
        <source>Same tier</source>
        <translation>Gleiche Stufe</translation>
    </message>
    <message>
        <source>Our policy is stricter</source>
        <translation>Unsere Richtlinie ist strenger</translation>
    </message>
    <message>
        <source>The platform is stricter</source>
        <translation>Die Plattform ist strenger</translation>
    </message>
    <message>
        <source>Not compared: one of the two gave no tier</source>
        <translation>Nicht verglichen: eine der beiden Stufen fehlt</translation>
    </message>
    <message>
        <source>Disagreements: %1</source>
        <extracomment>orders about which our policy and the platform disagree</extracomment>
        <translation>Abweichungen: %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::spend::HeadroomPage</name>
    <message>
        <source>Over by %1</source>
        <translation>Überschritten um %1</translation>
    </message>
    <message>
        <source>Used up on %1</source>
        <translation>Aufgebraucht am %1</translation>
    </message>
    <message>
        <source>Lasts the month</source>
        <translation>Reicht den Monat</translation>
    </message>
    <message numerus="yes">
        <source>No forecast: under %n day(s) of history</source>
        <translation>
            <numerusform>Keine Vorhersage: weniger als %n Tag Vergangenheit</numerusform>
            <numerusform>Keine Vorhersage: weniger als %n Tage Vergangenheit</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known: more than can be counted</source>
        <translation>Nicht bekannt: mehr, als sich zählen lässt</translation>
    </message>
    <message>
        <source>Filter the headroom</source>
        <translation>Spielraum filtern</translation>
    </message>
    <message>
        <source>Filter, for example: %1</source>
        <translation>Filter, zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Spielraum</translation>
    </message>
    <message numerus="yes">
        <source>No forecast: under %n day(s) of history.</source>
        <translation>
            <numerusform>Keine Vorhersage: weniger als %n Tag Vergangenheit.</numerusform>
            <numerusform>Keine Vorhersage: weniger als %n Tage Vergangenheit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Lasts at this pace</source>
        <translation>Reicht bei diesem Tempo</translation>
    </message>
    <message>
        <source>Used of what is allowed</source>
        <translation>Verbraucht vom Erlaubten</translation>
    </message>
    <message>
        <source>Nothing limits the spend: no agent has a budget or a mandate for a month, and no limit of the policy was touched.</source>
        <translation>Nichts begrenzt die Ausgaben: Kein Agent hat ein Budget oder ein Mandat für einen Monat, und keine Grenze der Richtlinie wurde berührt.</translation>
    </message>
    <message>
        <source>%1 over, %2 used up soon at the present pace, of %3.</source>
        <translation>%1 überschritten, %2 beim jetzigen Tempo bald aufgebraucht, von %3.</translation>
    </message>
    <message>
        <source>Monday to Friday, because the policy has no calendar</source>
        <translation>Montag bis Freitag, weil die Richtlinie keinen Kalender hat</translation>
    </message>
    <message numerus="yes">
        <source>by the calendar of the policy: %1, %n holiday(s)</source>
        <translation>
            <numerusform>nach dem Kalender der Richtlinie: %1, %n Feiertag</numerusform>
            <numerusform>nach dem Kalender der Richtlinie: %1, %n Feiertage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, within: %3</source>
        <translation>%1, %2, Zeitraum: %3</translation>
    </message>
    <message>
        <source>The forecast assumes that the 28 days before today go on: what moved in them, divided by their working days (%1), on each working day to come. Money counts when it moved; what is ordered and not carried out yet comes on top. Limits of 7 and 30 days lose their oldest day with each new one.</source>
        <translation>Die Vorschau nimmt an, dass die 28 Tage vor heute so weitergehen: was in ihnen floss, geteilt durch ihre Arbeitstage (%1), an jedem künftigen Arbeitstag. Geld zählt, wenn es geflossen ist; was bestellt und noch nicht ausgeführt ist, kommt dazu. Grenzen für 7 und 30 Tage verlieren mit jedem neuen Tag ihren ältesten.</translation>
    </message>
</context>
<context>
    <name>ui::spend::HeadroomWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Budget of the agent</source>
        <translation>Budget des Agenten</translation>
    </message>
    <message>
        <source>Mandate %1</source>
        <translation>Mandat %1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Überschritten</translation>
    </message>
    <message>
        <source>No forecast</source>
        <translation>Keine Vorhersage</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation>Was erlaubt ist</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>A working day</source>
        <translation>Am Arbeitstag</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Ausblick</translation>
    </message>
    <message>
        <source>No forecast yet</source>
        <translation>Noch keine Vorhersage</translation>
    </message>
    <message>
        <source>Share in per cent</source>
        <translation>Anteil in Prozent</translation>
    </message>
    <message>
        <source>Used up on</source>
        <translation>Aufgebraucht am</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Used up soon</source>
        <translation>Bald aufgebraucht</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Reicht</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Whose, by kind</source>
        <translation>Wessen, nach Art</translation>
    </message>
</context>
<context>
    <name>ui::spend::OrderWords</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Our policy</source>
        <translation>Unsere Richtlinie</translation>
    </message>
    <message>
        <source>The platform</source>
        <translation>Die Plattform</translation>
    </message>
    <message>
        <source>Who let it pass</source>
        <translation>Wer sie durchließ</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Returned or cancelled</source>
        <translation>Zurückgegeben oder storniert</translation>
    </message>
</context>
<context>
    <name>ui::spend::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Look &amp;further</source>
        <translation>&amp;Weiter zurück</translation>
    </message>
    <message>
        <source>Looking through the record: %1 of %2 found.</source>
        <translation>Die Aufzeichnung wird durchsucht: %1 von %2 gefunden.</translation>
    </message>
    <message>
        <source>%1 of %2; these are all that the record holds.</source>
        <translation>%1 von %2; das sind alle in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>%1 of %2, what was recorded last first.</source>
        <translation>%1 von %2, das zuletzt Aufgezeichnete zuerst.</translation>
    </message>
</context>
<context>
    <name>ui::spend::PlaceWords</name>
    <message>
        <source>agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>supplier %1</source>
        <translation>Lieferant %1</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>Kategorie %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>tier %1 by our policy</source>
        <translation>Stufe %1 nach unserer Richtlinie</translation>
    </message>
    <message>
        <source>tier %1 by the platform</source>
        <translation>Stufe %1 nach der Plattform</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a stretch of time: from and to</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Besitzer %1</translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendCharts</name>
    <message>
        <source>below %1</source>
        <extracomment>%1 is the greatest amount that can be shown</extracomment>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Machines alone</source>
        <translation>Maschinen allein</translation>
    </message>
    <message>
        <source>Decided by a person</source>
        <translation>Von Menschen entschieden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who let orders pass</source>
        <translation>Wer Bestellungen durchließ</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Noch nicht beurteilt</translation>
    </message>
    <message>
        <source>Spend per tier by our policy</source>
        <translation>Ausgaben je Stufe nach unserer Richtlinie</translation>
    </message>
    <message>
        <source>Spend per tier by the platform</source>
        <translation>Ausgaben je Stufe nach der Plattform</translation>
    </message>
    <message>
        <source>Time (our policy)</source>
        <translation>Zeit (unsere Richtlinie)</translation>
    </message>
    <message>
        <source>Time (platform)</source>
        <translation>Zeit (Plattform)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln Bestellung</numerusform>
            <numerusform>%Ln Bestellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendFields</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>By people, in per cent</source>
        <translation>Von Menschen, in Prozent</translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendList</name>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>By people</source>
        <translation>Von Menschen</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Filter, for example: %1</source>
        <translation>Filter, zum Beispiel: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: %1</source>
        <translation>
            <numerusform>und %Ln weiterer: %1</numerusform>
            <numerusform>und %Ln weitere: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::spend::SpendView</name>
    <message>
        <source>Spend per tier</source>
        <translation>Ausgaben je Stufe</translation>
    </message>
    <message>
        <source>Who let orders pass</source>
        <translation>Wer Bestellungen durchließ</translation>
    </message>
    <message>
        <source>Agents that spend most</source>
        <translation>Agenten mit den höchsten Ausgaben</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Suppliers paid most</source>
        <translation>Lieferanten mit den höchsten Zahlungen</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Categories bought most</source>
        <translation>Kategorien mit den höchsten Käufen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all spend again</source>
        <translation>Wieder alle Ausgaben zeigen</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source> % target</source>
        <extracomment>a target share of orders; the number before it</extracomment>
        <translation> % Ziel</translation>
    </message>
    <message>
        <source>Target share of orders that machines handle alone</source>
        <translation>Zielanteil der Bestellungen, die Maschinen allein bearbeiten</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 in %2, %3 by machines alone</source>
        <translation>%1 in %2, %3 durch Maschinen allein</translation>
    </message>
    <message>
        <source>Nothing was spent in this period.</source>
        <translation>In diesem Zeitraum wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>An order counts when its platform reports it completed. Choose a longer period above, or wait: the screen fills by itself.</source>
        <translation>Eine Bestellung zählt, wenn ihre Plattform sie als abgeschlossen meldet. Wählen Sie oben einen längeren Zeitraum, oder warten Sie: Die Ansicht füllt sich von selbst.</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem Stand</translation>
    </message>
    <message>
        <source>Reading history: %1</source>
        <translation>Liest die Geschichte: %1</translation>
    </message>
    <message>
        <source>Left out as duplicates: %1</source>
        <translation>Als Doppel ausgelassen: %1</translation>
    </message>
    <message>
        <source>Contradicting reports: %1</source>
        <translation>Widersprüchliche Meldungen: %1</translation>
    </message>
    <message>
        <source>Events of imports that seem to repeat another one: %1, outside of every sum until somebody keeps or discards the import. Reports of money that cannot follow what was reported before: %2. Sales, which are no spend: %3.</source>
        <translation>Ereignisse aus Einfuhren, die eine andere zu wiederholen scheinen: %1, außerhalb jeder Summe, bis jemand die Einfuhr behält oder verwirft. Meldungen über Geld, die nicht auf das zuvor Gemeldete folgen können: %2. Verkäufe, die keine Ausgaben sind: %3.</translation>
    </message>
    <message>
        <source>All spend. Choose a bar or a row to see only that.</source>
        <translation>Alle Ausgaben. Wählen Sie einen Balken oder eine Zeile, um nur diese zu sehen.</translation>
    </message>
    <message>
        <source>Parts of the spend screen</source>
        <translation>Teile der Ausgabenansicht</translation>
    </message>
    <message>
        <source>Over &amp;time</source>
        <translation>Über die &amp;Zeit</translation>
    </message>
    <message>
        <source>Head&amp;room</source>
        <translation>S&amp;pielraum</translation>
    </message>
    <message>
        <source>Order&amp;s</source>
        <translation>Bestell&amp;ungen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Show the chosen time alone, in smaller pieces (Z)</source>
        <translation>Den gewählten Zeitraum allein zeigen, in kleineren Stücken (Z)</translation>
    </message>
</context>
</TS>
