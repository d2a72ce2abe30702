package org.mailboxremediation.mailbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.outbox.Command;
import org.springframework.stereotype.Component;

/** What the password changes of many cases write, read by one statement for all changes, cases and seals each. */
@Component
final class PasswordWrites {

    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final Incidents incidents;
    private final MailboxProvider provider;

    PasswordWrites(
            PasswordChanges changes, SealedCredentials credentials, Incidents incidents, MailboxProvider provider) {
        this.changes = changes;
        this.credentials = credentials;
        this.incidents = incidents;
        this.provider = provider;
    }

    /** By the command's id; those that nothing was sealed for yet, or no more, or that a person makes are left out. */
    Map<String, PasswordWrite> of(List<Command> commands) {
        List<String> cases = commands.stream().map(Command::caseId).toList();
        Map<String, PasswordChange> known = changes.ofAll(cases);
        Map<String, Incident> reported = incidents.getAll(cases);
        Map<String, Secret> passwords = credentials.unsealAll(
                commands.stream().map(PasswordWrites::changeId).toList());
        Map<String, PasswordWrite> writes = new HashMap<>();
        for (Command command : commands) {
            PasswordChange change = known.get(changeId(command));
            Secret password = passwords.get(changeId(command));
            MailboxAddress mailbox =
                    Objects.requireNonNull(reported.get(command.caseId())).mailbox();
            if (change != null && password != null && !provider.byHand(mailbox)) {
                writes.put(command.id(), new PasswordWrite(mailbox, change.blocks(), password));
            }
        }
        return writes;
    }

    static String changeId(Command command) {
        return command.payload().getOrDefault(MailboxSteps.CHANGE_ID, "");
    }
}
