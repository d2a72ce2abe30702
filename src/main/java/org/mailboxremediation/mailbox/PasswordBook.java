package org.mailboxremediation.mailbox;

import java.util.Comparator;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.PasswordGenerator;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which passwords of a case's mailbox we know: those still sealed, and in the sandbox the one before the case. */
@Component
final class PasswordBook {

    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final PasswordGenerator generator;
    private final ObjectProvider<KnownPassword> knownBefore;
    private final TransactionTemplate transaction;

    PasswordBook(
            PasswordChanges changes,
            SealedCredentials credentials,
            PasswordGenerator generator,
            ObjectProvider<KnownPassword> knownBefore,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.credentials = credentials;
        this.generator = generator;
        this.knownBefore = knownBefore;
        this.transaction = transaction;
    }

    /**
     * The change's password, generated, sealed and committed the first time, and the same ever after (promise P9).
     *
     * @return empty if it was sealed once and is gone since
     */
    Optional<Secret> ofChange(PasswordChange change, MailboxAddress mailbox) {
        if (change.credentialId() == null) {
            transaction.executeWithoutResult(status -> seal(change, mailbox));
        }
        return credentials.unseal(change.id());
    }

    /** The passwords a change is checked by: its own, and the one it replaced. */
    Passwords around(PasswordChange change, MailboxAddress mailbox) {
        return Passwords.of(credentials.unseal(change.id()), before(change, mailbox));
    }

    /** The passwords a mailbox without a new change is checked by. */
    Passwords newest(Incident incident) {
        return changes.newest(incident.id())
                .map(change -> around(change, incident.mailbox()))
                .orElseGet(() -> Passwords.of(Optional.empty(), beforeCase(incident.mailbox())));
    }

    private void seal(PasswordChange change, MailboxAddress mailbox) {
        if (credentials.ofChange(change.id()).isPresent()) {
            return;
        }
        Secret password = generator.generate(mailbox, "");
        changes.sealed(change, credentials.seal(change.incidentId(), change.id(), mailbox, password));
    }

    private Optional<Secret> before(PasswordChange change, MailboxAddress mailbox) {
        if (change.epoch() == 1) {
            return beforeCase(mailbox);
        }
        Optional<PasswordChange> previous = changes.of(change.incidentId()).stream()
                .filter(other -> other.epoch() < change.epoch())
                .max(Comparator.comparingInt(PasswordChange::epoch));
        return previous.isEmpty() ? beforeCase(mailbox) : previous.flatMap(other -> credentials.unseal(other.id()));
    }

    private Optional<Secret> beforeCase(MailboxAddress mailbox) {
        return knownBefore
                .orderedStream()
                .flatMap(known -> known.before(mailbox).stream())
                .findFirst();
    }
}
