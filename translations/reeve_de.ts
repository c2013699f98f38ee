<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ui::look::CodeWords</name>
    <message>
        <source>Above the contract price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contract covers this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual amount for this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the monthly budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the mandate allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not what the mandate is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mandate on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large commitment over the term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spoken number may have been misheard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech was recognised with low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two commands contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent repeats itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text tries to give the agent orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like an order that exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces just under a tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supplier&apos;s name imitates a known one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First order from this supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payee changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less was delivered than ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was lost: nobody knows whether money moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether the payment went through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent stopped answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the tier that may run by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody decided in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit. Lock your key, open it again and repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not on the roster. Ask an administrator to add your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roster has another key for you. Ask an administrator to put the new one on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roster changed meanwhile. Open the review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your membership has ended. Ask an administrator to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roster gives you another role. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have the permission for this. Escalate it to somebody who has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated colleague may not decide this. A person must.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too early for this decision. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for this decision is over. Open the review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This decision was used already. Look at the decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This decision is meant for another gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This decision is about another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was amended. Read the new version before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order&apos;s content differs from what was shown. Do not decide; raise it with the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You own this agent, so somebody else has to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether money moved. Clear that up first, or stop the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is not held, so there is nothing to decide before execution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has not been executed, so there is nothing to roll back. Reject it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is not in doubt, so there is nothing to resolve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version was decided already. Look at the decisions of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is working on this case. Talk to them, or wait until their claim ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your claim on the case has ended. Open the review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy blocks this order. It can be rejected, not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tier is above yours. Escalate it to somebody with a higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is missing, so this cannot be approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The currency differs from the order&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount differs from the order&apos;s. Open the review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount has to be smaller than the order&apos;s, and not zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payee is missing, so this cannot be approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payee differs from the order&apos;s. Do not approve before you know why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is above your limit in this currency. Escalate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan for rolling back changed. Open the review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether the money moved or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In solo mode a delay stands for the second person. It is not over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second signature has to come from somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first signature is about something else. Read both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This names an order where an agent is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a second person. Your signature is the first of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case changed while you looked at it. Read the new version before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions of this order contradict each other, so it cannot be decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is locked. Enter your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by the owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong supplier or payee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong amount or quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not delivered as ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misled by somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked, may go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money did not move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other, see the note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::look::EventWords</name>
    <message>
        <source>Unknown event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probation changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandate granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandate revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order executing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed by platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by second AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::look::FaultWords</name>
    <message>
        <source>This value is not allowed here. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is not in the expected form. It was set aside; look at the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is larger than the program accepts. Make it smaller or split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind or version is not known to this program. A newer Reeve may know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This no longer exists or never did. Check the name, or look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something else with this identity. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case changed while you looked at it. Read the new version before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline has passed. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule, a limit or a missing permission says no. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature or checksum does not fit. Do not rely on this; tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open your key. Check Caps Lock and the keyboard layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps this store. Close that program, or go on reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Reeve wrote this store. Update this program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full, so nothing more is stored or read. Free some space now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or folder cannot be read or written. Check that it exists and who may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored data contradicts itself. Stop working on it and restore or verify the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot be reached. Reeve keeps trying; press F5 to try now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate is not the one that was confirmed. Do not go on; ask who changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time, so it is not known what happened. Ask for the status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cancelled before it was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is waiting at once. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake. Nothing was decided; please report the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::look::SpeechFrame</name>
    <message>
        <source>Words of others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::look::TimeWords</name>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>days and hours, short</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes, short</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>minutes or seconds, short</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a span of time such as &quot;12 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::look::Words</name>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dual sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held before execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen after execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed only: this platform cannot hold orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void: order was amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late: not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return of goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procurement agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice bot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription renewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not disclosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the money back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the goods back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned, nothing undone yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only partly undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, nothing undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided, not executed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired, not executed: nobody decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only partly rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised by Reeve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
