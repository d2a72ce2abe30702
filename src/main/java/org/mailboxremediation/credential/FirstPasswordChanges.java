package org.mailboxremediation.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The first password change of many new cases at once. */
@Component
public final class FirstPasswordChanges {

    private final JdbcTemplate batches;
    private final SealedCredentials credentials;
    private final PasswordGenerator generator;
    private final EventChain events;
    private final Clock clock;

    FirstPasswordChanges(
            DataSource dataSource,
            SealedCredentials credentials,
            PasswordGenerator generator,
            EventChain events,
            Clock clock) {
        this.batches = new JdbcTemplate(dataSource);
        this.credentials = credentials;
        this.generator = generator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores that each of these cases wants its first change for its report, in the caller's transaction; event {@code
     * PasswordChangeRequested} in each.
     *
     * @param sealed whether the new passwords are made and sealed ahead: once they are sent, none needs a transaction for
     *     that (ADR 27)
     * @return the changes, one a case, in the order given
     */
    public List<PasswordChange> request(List<FirstChange> firsts, boolean sealed) {
        Instant now = Times.now(clock);
        List<PasswordChange> changes = new ArrayList<>();
        List<Unsealed> passwords = new ArrayList<>();
        for (FirstChange first : firsts) {
            PasswordChange change = change(first, now, sealed);
            changes.add(change);
            if (sealed) {
                passwords.add(password(first, change));
            }
        }
        insert(changes);
        events.appendAll(changes.stream().map(FirstPasswordChanges::requested).toList());
        credentials.sealAll(passwords);
        return changes;
    }

    private Unsealed password(FirstChange first, PasswordChange change) {
        return new Unsealed(
                Objects.requireNonNull(change.credentialId()),
                first.incidentId(),
                change.id(),
                first.mailbox(),
                generator.generate(first.mailbox(), ""));
    }

    private static NewEvent requested(PasswordChange change) {
        Map<String, Object> content =
                PasswordChanges.content(change, Map.of("cause", change.cause().name(), "blocks", change.blocks()));
        return new NewEvent(change.incidentId(), CaseEvent.SYSTEM, PasswordChanges.REQUESTED, content);
    }

    private void insert(List<PasswordChange> changes) {
        changes.forEach(change -> PasswordChanges.forget(change.incidentId()));
        batches.batchUpdate(
                "insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification,"
                        + " verified_by, credential_id) values (?, ?, ?, ?, ?, ?, ?, '[]', ?)",
                changes.stream().map(FirstPasswordChanges::row).toList());
    }

    private static @Nullable Object[] row(PasswordChange change) {
        return new @Nullable Object[] {
            change.id(),
            change.incidentId(),
            change.epoch(),
            change.cause().name(),
            change.blocks(),
            Times.sql(change.requestedAt()),
            change.verification().name(),
            change.credentialId()
        };
    }

    private static PasswordChange change(FirstChange first, Instant at, boolean sealed) {
        return new PasswordChange(
                UUID.randomUUID().toString(),
                first.incidentId(),
                1,
                ChangeCause.REPORTED,
                first.blocks(),
                at,
                null,
                null,
                Verification.PENDING,
                List.of(),
                sealed ? UUID.randomUUID().toString() : null);
    }
}
