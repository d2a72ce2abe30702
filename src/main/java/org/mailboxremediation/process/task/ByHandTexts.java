package org.mailboxremediation.process.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.process.OwnerChange;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Tells a person what to press where, for one mailbox: the steps of the provider's own articles. */
@Component
final class ByHandTexts {

    private static final Map<String, String> WHY = Map.of(
            "BY_HAND", "There is no API here: people do everything in the Control Panel.",
            "UNAVAILABLE", "The provider has not answered for too long. What it was asked may still have taken effect.",
            "CREDENTIALS_REFUSED", "The provider refused the API keys.",
            "UNKNOWN_MAILBOX", "The provider knows no such mailbox. Check the address in the Control Panel.",
            "REJECTED", "The provider rejected what the machine asked for.",
            "SEAL_GONE", "The machine's password was destroyed before it could be set.",
            "LOGIN_FAILED", "Access was restored, but the new password did not let in. Access is blocked again.");

    private final Incidents incidents;
    private final PasswordChanges changes;
    private final OwnerChange ownerChange;
    private final Outbox outbox;

    ByHandTexts(Incidents incidents, PasswordChanges changes, OwnerChange ownerChange, Outbox outbox) {
        this.incidents = incidents;
        this.changes = changes;
        this.ownerChange = ownerChange;
        this.outbox = outbox;
    }

    /** Both ways to a new password, the second only where the owner may take it. */
    String changePassword(String incidentId) {
        Incident incident = incidents.get(incidentId);
        MailboxAddress mailbox = incident.mailbox();
        boolean blocks = changes.newest(incidentId).map(PasswordChange::blocks).orElse(true);
        List<String> lines = new ArrayList<>();
        lines.add("WAY 1: you, in the Control Panel");
        lines.add("1. " + open(mailbox));
        lines.add(
                "2. In the row of " + mailbox.asString() + " open the menu beside Manage, choose Change Password. Take"
                        + " one of 16 characters or more from a password manager, never used before and without the owner's"
                        + " name. Keep it for the hand-over; write it nowhere here.");
        lines.add("3. " + (blocks ? block() : "Leave access as it is: this case does not block it."));
        lines.add("4. " + settings());
        lines.add("");
        lines.addAll(owner(incidentId));
        return String.join("\n", lines);
    }

    private List<String> owner(String incidentId) {
        return ownerChange
                .refusal(incidentId)
                .map(no -> List.of("WAY 2 (the owner, in webmail) is not open: " + no))
                .orElse(List.of(
                        "WAY 2: the owner, in webmail",
                        "1. Only on a device known to be clean: https://apps.rackspace.com, the name in the upper right"
                                + " corner, Settings, Security, Change it Now, with the current password.",
                        "2. Then you block access, because the owner has the new password before the devices are"
                                + " scanned. " + block(),
                        "3. Way 1, step 4."));
    }

    String blockAccess(String incidentId) {
        MailboxAddress mailbox = incidents.get(incidentId).mailbox();
        return "1. " + open(mailbox) + "\n2. In the row of " + mailbox.asString() + ": " + block();
    }

    String restoreAccess(String incidentId) {
        MailboxAddress mailbox = incidents.get(incidentId).mailbox();
        return "1. " + open(mailbox) + "\n2. In the row of " + mailbox.asString()
                + ": Action, Restore Access, and confirm with YES, RESTORE ACCESS.\n"
                + "3. If a password that you set yourself is in force, see that it lets in. The owner gets it in the next"
                + " task, not before.";
    }

    String blockSender(String incidentId) {
        return "1. Log in to the Control Panel, https://cp.rackspace.com. Under Domains choose Spam, then Blocklists, then "
                + incidents.get(incidentId).mailbox().domain()
                + ".\n2. Add each entry below: addresses to the addresses, IP addresses to the IP addresses. Save.\n"
                + "3. An entry for this mailbox only: sign in to its webmail instead, Settings, Spam Settings, Blocklist.\n"
                + "4. What the list does not take (IPv6, odd addresses): block it at your own mail gateway, or leave it out.\n"
                + "5. Never add a whole provider's domain, and nothing of your own.";
    }

    /** Why the machine gave the newest command of that step up; empty if it did not. */
    Optional<String> why(String incidentId, Step step) {
        return outbox.newest(incidentId, step.name())
                .map(Entry::details)
                .map(details -> WHY.get(details.getOrDefault("why", "")));
    }

    private static String open(MailboxAddress mailbox) {
        return "Log in to the Control Panel, https://cp.rackspace.com. Under Rackspace Email choose Mailboxes, then "
                + mailbox.domain() + ".";
    }

    private static String block() {
        return "Action, Block Access, and confirm with YES, BLOCK ACCESS. The row turns grey.";
    }

    private static String settings() {
        return "Open the mailbox: note, then remove forwarding, auto-reply and spam forwarding that the owner did not set,"
                + " and look at its aliases. Forwarding goes on while access is blocked.";
    }
}
