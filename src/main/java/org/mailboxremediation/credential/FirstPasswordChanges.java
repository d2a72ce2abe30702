package org.mailboxremediation.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
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
     * @return the changes, one a case, in the order given
     */
    public List<PasswordChange> request(List<FirstChange> firsts) {
        Instant now = Times.now(clock);
        List<PasswordChange> changes =
                firsts.stream().map(first -> change(first, now)).toList();
        insert(changes);
        events.appendAll(changes.stream()
                .map(change -> new NewEvent(
                        change.incidentId(),
                        CaseEvent.SYSTEM,
                        PasswordChanges.REQUESTED,
                        PasswordChanges.content(
                                change, Map.of("cause", change.cause().name(), "blocks", change.blocks()))))
                .toList());
        return changes;
    }

    /**
     * Makes and seals the new passwords of all these changes ahead, in the caller's transaction: once they are sent, each
     * needs no transaction for that (ADR 27).
     *
     * @param changes of the cases given, in their order
     */
    public void seal(List<FirstChange> firsts, List<PasswordChange> changes) {
        List<Unsealed> passwords = new ArrayList<>();
        for (int index = 0; index < firsts.size(); index++) {
            FirstChange first = firsts.get(index);
            passwords.add(new Unsealed(
                    first.incidentId(),
                    changes.get(index).id(),
                    first.mailbox(),
                    generator.generate(first.mailbox(), "")));
        }
        List<String> sealed = credentials.sealAll(passwords);
        List<Object[]> rows = new ArrayList<>();
        for (int index = 0; index < sealed.size(); index++) {
            rows.add(new Object[] {sealed.get(index), changes.get(index).id()});
        }
        batches.batchUpdate("update password_change set credential_id = ? where id = ?", rows);
    }

    private void insert(List<PasswordChange> changes) {
        batches.batchUpdate(
                "insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification,"
                        + " verified_by) values (?, ?, ?, ?, ?, ?, ?, '[]')",
                changes.stream()
                        .map(change -> new Object[] {
                            change.id(),
                            change.incidentId(),
                            change.epoch(),
                            change.cause().name(),
                            change.blocks(),
                            Times.sql(change.requestedAt()),
                            change.verification().name()
                        })
                        .toList());
    }

    private static PasswordChange change(FirstChange first, Instant at) {
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
                null);
    }
}
